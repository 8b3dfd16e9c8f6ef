import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { editorialRules } from '../helpers/editorial-rules.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, db } = news
afterAll(news.close)

const path = '/v1/editorial/authors'
const as = 'editor'
const asks = asksOf('Author', path)
const { creating, changing } = asks
const unknown = '0192a1b0-0000-7000-8000-00000000ffff'
const link = { label: 'Home', url: 'https://aigerim.example' }

editorialRules(news, {
  asks,
  input: { name: 'Aigerim Serik' },
  wrong: [
    ['kind', 'ROBOT'],
    ['kind', null],
    ['name', ''],
    ['name', null],
    ['name', 'x'.repeat(201)],
    ['name', 'two\nlines'],
    ['slug', 'Not A Slug'],
    ['bio', ''],
    ['bio', 'x'.repeat(5_001)],
    ['jobTitle', ''],
    ['email', 'nobody'],
    ['email', 'a b@example.org'],
    ['emailPublic', null],
    ['avatarId', 'nonsense'],
    ['links', null],
    ['links', Array(21).fill(link)],
    ['links', [{ ...link, url: 'javascript:alert(1)' }], 'links[0].url'],
    ['links', [link, { ...link, label: '' }], 'links[1].label'],
  ],
  least: { create: 'editor', update: 'editor' },
  make: () => make.author(),
  count: async () => (await db.author.count()) + (await db.authorSlug.count()),
})

const whole = {
  kind: 'ORGANISATION',
  name: 'Агентство «Степь»',
  bio: 'A wire.\n\nSince 1999.',
  jobTitle: 'Wire',
  email: 'desk@steppe.example',
  emailPublic: true,
  links: [link],
}
scenario('an author is made whole, on either face', {
  as,
  post: path,
  body: whole,
  query:
    'mutation ($input: AuthorInput!) { createAuthor(input: $input) { kind name bio jobTitle email emailPublic links { label url } avatarId publicAt version } }',
  variables: { input: whole },
  status: 201,
  shows: { ...whole, avatarId: null, publicAt: null, version: 1 },
  events: { 'author.created': 1 },
})

it('an author is a person without public e-mail unless told otherwise', async () => {
  const { data } = await rest('POST', path, { as, body: { name: 'Zoë', email: 'zoe@example.org' } })
  expect(data).toMatchObject({ kind: 'PERSON', emailPublic: false, links: [], bio: null, slug: 'zoe' })
})

it.each([
  ['Айгерім Серік', /^aigerim-serik$|^aygerim-serik$/],
  ['Әсел Өтегенова', /^[a-z]+-[a-z]+$/],
  ['نجيب محفوظ', /^[a-z0-9]+(-[a-z0-9]+)*$/],
  ['王小波', /^[a-z0-9]+(-[a-z0-9]+)*$/],
  ["Seán O'Casey", /^sean-ocasey$/],
  ['!!!', /^person$/],
])('the slug of %j matches %s', async (name, slug) => {
  expect((await rest('POST', path, { as, body: { name } })).data.slug).toMatch(slug)
})

it('twenty authors of one name made at once get twenty slugs', async () => {
  const input = { name: 'Kim Lee' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2
        ? rest('POST', path, { as, body: input })
        : graphql('mutation ($input: AuthorInput!) { createAuthor(input: $input) { slug } }', { input }, { as }),
    ),
  )
  expect(answers.map(({ code }) => code)).toEqual(Array(20).fill(null))
  expect(answers.map(({ data }) => String(data.slug)).sort()).toEqual(
    ['kim-lee', ...Array.from({ length: 19 }, (_, n) => `kim-lee-${n + 2}`)].sort(),
  )
})

scenario('a slug that is or was taken is refused', async () => {
  const author = await make.author()
  await rest('PATCH', `${path}/${author.id}`, { as, body: { slug: `${author.slug}-now` } })
  const input = { name: 'Another', slug: author.slug }
  return {
    as,
    ...creating(input),
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    events: {},
  }
})

scenario('a change to a slug of another author is refused and changes nothing', async () => {
  const [{ id }, { slug }] = [await make.author(), await make.author()]
  const input = { slug, name: 'Half' }
  return {
    as,
    ...changing(id, input),
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    events: {},
  }
})

scenario('an unknown avatar is refused', {
  as,
  ...creating({ name: 'Faceless', avatarId: unknown }),
  status: 422,
  refused: 'missing_reference',
  paths: ['avatarId'],
  events: {},
})

for (const type of ['VIDEO', 'AUDIO', 'FILE'])
  scenario(`a ${type} cannot be an avatar`, async () => {
    const { id: avatarId } = await make.media({ type })
    const { id } = await make.author()
    return {
      as,
      ...changing(id, { avatarId }),
      status: 400,
      refused: 'invalid_input',
      paths: ['avatarId'],
      inBody: [type],
      events: {},
    }
  })

it('a change leaves what is left out, and null empties', async () => {
  const { id } = await make.author({ name: 'Gas Desk', bio: 'Gas.', avatarId: (await make.media()).id, links: [link] })
  const renamed = await rest('PATCH', `${path}/${id}`, { as, body: { name: 'Énergie Desk' } })
  expect(renamed.data).toMatchObject({ name: 'Énergie Desk', bio: 'Gas.', slug: 'gas-desk', links: [link], version: 2 })
  const emptied = await rest('PATCH', `${path}/${id}`, { as, body: { bio: null, avatarId: null, links: [] } })
  expect(emptied.data).toMatchObject({ bio: null, avatarId: null, links: [], version: 3 })
  expect((await rest('GET', `${path}?search=energie`, { as })).text).toContain(id)
  expect((await rest('GET', `${path}?search=gas+desk`, { as })).text).not.toContain(id)
})
