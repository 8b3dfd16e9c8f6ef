import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { idsByPages, type ListBody } from '../helpers/rules/lists.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql } = news
afterAll(news.close)

const read = `query ($slug: String!) { author(slug: $slug) { id slug name kind bio jobTitle email links { label url } avatar { id url mimeType alt } } }`
const search = `query ($search: String, $kind: AuthorKind) { authors(first: 100, search: $search, kind: $kind) { nodes { slug } } }`

/** The slugs of a list of public authors; the same on both faces. */
async function slugsOf(filter: Record<string, string>): Promise<string[]> {
  const { data } = await rest<ListBody>('GET', `/v1/authors?${new URLSearchParams({ first: '100', ...filter })}`)
  const slugs = data.data.map(({ slug }) => slug)
  const twin = await graphql<{ nodes: { slug: string }[] }>(search, filter)
  expect(twin.data.nodes.map(({ slug }) => slug)).toEqual(slugs)
  return slugs
}

describe('one author', () => {
  scenario('readers see a public author whole, alike on both faces', async () => {
    const avatar = await make.media({ alt: 'A face.' })
    const links = [{ label: 'Home', url: 'https://aigerim.example' }]
    const { id, slug, name } = await make.author({
      name: 'Айгерім',
      bio: 'Gas.',
      jobTitle: 'Reporter',
      links,
      avatarId: avatar.id,
      isPublic: true,
    })
    return {
      get: `/v1/authors/${slug}`,
      query: read,
      variables: { slug },
      status: 200,
      shows: {
        id,
        slug,
        name,
        kind: 'PERSON',
        bio: 'Gas.',
        jobTitle: 'Reporter',
        links,
        email: null,
        avatar: { id: avatar.id, url: avatar.url, mimeType: 'image/jpeg', alt: 'A face.' },
      },
      notInBody: ['emailPublic', 'publicAt', 'version'],
      events: {},
    }
  })
  scenario('an e-mail address is not shown', async () => {
    const { slug } = await make.author({ email: 'private@example.org', isPublic: true })
    return {
      get: `/v1/authors/${slug}`,
      query: read,
      variables: { slug },
      status: 200,
      shows: { email: null },
      notInBody: ['private@'],
    }
  })
  scenario('unless the author wants it', async () => {
    const { slug } = await make.author({ email: 'desk@example.org', emailPublic: true, isPublic: true })
    return {
      get: `/v1/authors/${slug}`,
      query: read,
      variables: { slug },
      status: 200,
      shows: { email: 'desk@example.org' },
    }
  })
  scenario('and not in a list either', async () => {
    await make.author({ name: 'Listed', email: 'listed@example.org', isPublic: true })
    return {
      get: '/v1/authors?search=listed',
      query: '{ authors(search: "listed") { nodes { email } } }',
      status: 200,
      notInBody: ['listed@'],
    }
  })
  scenario('an author without a published story is not there for readers', async () => {
    const { slug } = await make.author({ name: 'Undercover' })
    return { get: `/v1/authors/${slug}`, status: 404, refused: 'not_found', notInBody: ['Undercover'] }
  })
  it('nor by id, nor on GraphQL', async () => {
    const { slug, id } = await make.author({ name: 'Undercover' })
    expect((await rest('GET', `/v1/authors/${id}`)).code).toBe('not_found')
    expect((await graphql(read, { slug })).data).toBeNull()
    expect((await graphql('query ($id: ID!) { author(id: $id) { name } }', { id })).data).toBeNull()
    expect(await slugsOf({ search: 'undercover' })).toEqual([])
  })
  it.each(['nonsense', randomUUID(), 'a'.repeat(400), 'Not%20A%20Slug'])("'%s' is not found", async (key) => {
    expect((await rest('GET', `/v1/authors/${key}`)).code).toBe('not_found')
  })
  scenario('GraphQL wants exactly one of id and slug', { query: '{ author { id } }', refused: 'invalid_input' })

  it('former slugs redirect on REST and find the author on GraphQL', async () => {
    const author = await make.author({ isPublic: true })
    for (const n of [2, 3])
      await rest('PATCH', `/v1/editorial/authors/${author.id}`, {
        as: 'editor',
        body: { slug: `${author.slug}-v${n}` },
      })
    for (const slug of [author.slug, `${author.slug}-v2`]) {
      const { status, headers } = await rest('GET', `/v1/authors/${slug}`)
      expect([status, headers.location]).toEqual([301, `/v1/authors/${author.slug}-v3`])
      expect((await graphql(read, { slug })).data).toMatchObject({ id: author.id, slug: `${author.slug}-v3` })
    }
    expect((await rest('GET', `/v1/authors/${author.id}`)).status).toBe(200)
    expect((await rest('GET', `/v1/authors/${author.id.toUpperCase()}`)).status).toBe(301)
  })
  it('a former slug of an author who is not public stays unknown', async () => {
    const author = await make.author()
    await rest('PATCH', `/v1/editorial/authors/${author.id}`, { as: 'editor', body: { slug: `${author.slug}-now` } })
    expect((await rest('GET', `/v1/authors/${author.slug}`)).code).toBe('not_found')
  })
})

describe('lists', () => {
  it('authors are listed by name, whatever its script', async () => {
    for (const name of ['Żaneta Crane', 'adam Crane', 'Émile Crane', 'Борис Crane'])
      await make.author({ name, isPublic: true })
    expect(await slugsOf({ search: 'crane' })).toEqual(['adam-crane', 'boris-crane', 'emile-crane', 'zaneta-crane'])
  })
  it.each(['emile', 'ÉMILE', 'Emile  crane', 'мile', 'mile c'])('the search %j finds Émile', async (words) => {
    expect(await slugsOf({ search: words })).toContain('emile-crane')
  })
  it.each(['%', '_', '\\', 'no such name', '🦅'])('the search %j finds nobody', async (words) => {
    expect(await slugsOf({ search: words })).toEqual([])
  })
  it('an author whose name is one emoji is found by it', async () => {
    const { slug } = await make.author({ name: '\u{1FAE8}\u200D', isPublic: true })
    expect((await slugsOf({ search: '\u{1FAE8}\u200D' })).at(-1)).toBe(slug)
  })
  it('a list can be of one kind', async () => {
    const { slug } = await make.author({ name: 'Crane Wire', kind: 'ORGANISATION', isPublic: true })
    expect(await slugsOf({ search: 'crane', kind: 'ORGANISATION' })).toEqual([slug])
    expect(await slugsOf({ search: 'crane', kind: 'PERSON' })).not.toContain(slug)
  })
  it('pages of authors with the same name have each once', async () => {
    for (let n = 0; n < 9; n++) await make.author({ name: 'Twin', isPublic: true })
    const ids = await idsByPages(rest, '/v1/authors?search=twin&first=2')
    expect([ids.length, new Set(ids).size]).toEqual([9, 9])
  })
  it('a name that folds into a very long text does not break the pages', async () => {
    for (let n = 0; n < 3; n++) await make.author({ name: `Long ${'﷽'.repeat(190)}`, isPublic: true })
    expect(await idsByPages(rest, '/v1/authors?search=long&first=1')).toHaveLength(3)
  })
  scenario('a cursor does not serve another filter', async () => {
    const { data } = await rest<ListBody>('GET', '/v1/authors?search=twin&first=2')
    const after = data.page.next
    return {
      get: `/v1/authors?search=twins&after=${after}`,
      query: 'query ($after: String) { authors(search: "twins", after: $after) { nodes { id } } }',
      variables: { after },
      status: 400,
      refused: 'invalid_cursor',
      paths: ['after'],
    }
  })
  scenario('more than 100 are refused', {
    get: '/v1/authors?first=1000',
    query: '{ authors(first: 1000) { nodes { id } } }',
    status: 400,
    refused: 'limit_exceeded',
    paths: ['first'],
  })
  scenario('an unknown parameter is named', {
    get: '/v1/authors?type=PERSON',
    status: 400,
    refused: 'unknown_parameter',
    paths: ['type'],
    inBody: ['kind'],
  })
  scenario('an unknown kind is refused', {
    get: '/v1/authors?kind=ROBOT',
    status: 400,
    refused: 'invalid_input',
    paths: ['kind'],
    inBody: ['ORGANISATION'],
  })
})
