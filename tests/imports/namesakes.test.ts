import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Found, ImportItem } from '../../src/imports/item.ts'
import { pictureAt } from '../../src/imports/meet.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { importThings } from './importing.ts'
import { readAll } from './reading.ts'
import { itemOf, tagOf } from './stories.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom()
})
afterAll(() => newsroom.close())

const place = { item: 1, line: 1 }

/** Imports dry and then in earnest, and expects both to tell the same, but for what would be made, and for old paths. */
async function importTwice(source: string, things: (Found | ImportItem)[]) {
  const dry = await importThings(newsroom, things, { source, publish: true, dryRun: true })
  const real = await importThings(newsroom, things, { source, publish: true })
  const toldBy = (outcomes: typeof dry) =>
    outcomes.map(({ result, remarks }) => [
      result,
      remarks.filter((each) => !/would be made$|^its old path/.test(each)),
    ])
  expect(toldBy(dry)).toEqual(toldBy(real))
  return real.map((each) => ({ ...each, remarks: each.remarks.filter((remark) => !remark.startsWith('its old path')) }))
}

async function namesOf(slug: string) {
  const { data } = await newsroom.rest<{
    section: { name: string } | null
    tags: { name: string; type: string; slug: string }[]
  }>('GET', `/v1/articles/${slug}`)
  return { section: data.section?.name, tags: data.tags.map(({ type, name }) => `${type} ${name}`) }
}

const category = (name: string) => `<category domain="category" nicename="${name.toLowerCase()}">${name}</category>`
const post = (id: number, title: string, categories: string[]) =>
  `<item><title>${title}</title><guid>https://cats.example/?p=${id}</guid><content:encoded>Words.</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_name>cats-${id}</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
${categories.map(category).join('')}<category domain="post_tag" nicename="tennis-2">tennis</category></item>`
const wxrOf = (...posts: string[]) =>
  readAll(
    'wxr',
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
${['Sport', 'Tennis', 'Youth']
  .map(
    (name) =>
      `<wp:category><wp:category_nicename>${name.toLowerCase()}</wp:category_nicename><wp:cat_name>${name}</wp:cat_name></wp:category>`,
  )
  .join('')}${posts.join('')}</channel></rss>`,
  )

test('a post of WordPress in several categories stands in the first, and has the others as tags, one for all stories', async () => {
  const posts = [post(1, 'One', ['Sport', 'Tennis', 'Youth']), post(2, 'Two', ['Tennis', 'Sport'])]
  const outcomes = await importTwice('cats.example', wxrOf(...posts))
  expect(outcomes.slice(3).map(({ result, isRepaired, remarks }) => [result, isRepaired, ...remarks])).toEqual([
    ['CREATED', false, "'Tennis', 'Youth' are sections here; the story has tags of these names"],
    ['CREATED', false, "'Sport', 'tennis' are sections here; the story has tags of these names"],
  ])
  const first = { section: 'Sport', tags: ['TOPIC Tennis', 'TOPIC Youth'] }
  expect(await namesOf('cats-1')).toEqual(first)
  expect(await namesOf('cats-2')).toMatchObject({ section: 'Tennis' })
  const where = { name: { in: ['Sport', 'Tennis', 'Youth'] } }
  expect(await newsroom.db.tag.count({ where })).toBe(6)

  await newsroom.db.tag.updateMany({ where: { name: 'Youth', type: 'TOPIC' }, data: { name: 'Young people' } })
  const again = await importTwice('cats.example', wxrOf(post(1, 'Renamed', ['Sport', 'Tennis', 'Youth'])))
  expect(again.map(({ result }) => result)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UPDATED'])
  expect(again[3]?.remarks).toEqual(outcomes[3]?.remarks)
  expect(await namesOf('cats-1')).toEqual({ ...first, tags: ['TOPIC Tennis', 'TOPIC Young people'] })
  expect(await newsroom.db.tag.count({ where })).toBe(5)
})

test('a tag that a section here is called by, by slug, alias, name or the id of the source, is a tag of its own', async () => {
  const { make, db } = newsroom
  await make.tag({ type: 'SECTION', name: 'Money', slug: 'money', aliases: ['Cash'] })
  const things = [
    itemOf({ externalId: 'm-1', slug: 'm-1', section: tagOf('Markets', { type: 'SECTION', externalId: '9' }) }),
    itemOf({ externalId: 'm-2', slug: 'm-2', tags: [tagOf('Markets today', { externalId: '9' })] }),
    itemOf({ externalId: 'm-3', slug: 'm-3', tags: [tagOf('Finance', { slug: 'money' })] }),
    itemOf({ externalId: 'm-4', slug: 'm-4', tags: [tagOf('cash'), tagOf('MONEY')] }),
    itemOf({ externalId: 'm-5', slug: 'm-5', tags: [tagOf('Gardens')] }),
  ]
  const outcomes = await importTwice('money.example', things)
  expect(outcomes.map(({ result, remarks }) => [result, ...remarks])).toEqual([
    ['CREATED'],
    ['CREATED', "'Markets today' is a section here; the story has a tag of that name"],
    ['CREATED', "'Finance' is a section here; the story has a tag of that name"],
    ['CREATED', "'cash', 'MONEY' are sections here; the story has tags of these names"],
    ['CREATED'],
  ])
  expect(await namesOf('m-2')).toEqual({ section: undefined, tags: ['TOPIC Markets today'] })
  expect(await namesOf('m-4')).toEqual({ section: undefined, tags: ['TOPIC cash', 'TOPIC MONEY'] })

  // Each kind is found again under the one id that the source has for both.
  const before = await db.tag.count()
  const changed = things.map((thing) => ({ ...thing, kicker: 'New' }))
  const again = await importTwice('money.example', changed)
  expect(again.map(({ result }) => result)).toEqual(things.map(() => 'UPDATED'))
  expect(again.map(({ remarks }) => remarks)).toEqual(outcomes.map(({ remarks }) => remarks))
  expect(await namesOf('m-1')).toEqual({ section: 'Markets', tags: [] })
  expect(await db.tag.count()).toBe(before)
})

test('sections stand in their tree, though a tag has the slug of the one above', async () => {
  await importThings(newsroom, [
    { tag: tagOf('Rowing', { type: 'SECTION', slug: 'rowing', parentSlug: 'water' }), place },
    { tag: tagOf('Water', { type: 'SECTION', slug: 'water' }), place },
    itemOf({ externalId: 'w-1', tags: [tagOf('Water', { slug: 'water' })] }),
  ])
  const rowing = await newsroom.db.tag.findUniqueOrThrow({ where: { slug: 'rowing' }, include: { parent: true } })
  expect(rowing.parent).toMatchObject({ type: 'SECTION', slug: 'water' })
})

test('a dry run tells of assets and versions that stand in the file before as the real run does', async () => {
  const media = (url: string, externalId: string | null): Found => ({ media: { ...pictureAt(url), externalId }, place })
  const again = (version: string) => itemOf({ externalId: 'v-1', slug: 'versions', version, headline: `V${version}` })
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => `https://twice.example/${name}.jpg`) as [string, ...string[]]
  const things = [
    ...[media(a, '1'), media(a, '1'), media('ftp://twice.example/', null)],
    ...[
      { tag: tagOf('Twice told'), place },
      { tag: tagOf('Twice told'), place },
    ],
    ...[itemOf({ externalId: 's-1', slug: 'shows', media: [pictureAt(b ?? '')], leadMedia: 0 }), again('2')],
    // No external id stands twice in a batch: here the next one begins.
    ...[again('1'), again('3'), again('2'), media(b ?? '', null), media(c ?? '', '1'), media(d ?? '', '2')],
  ]
  const outcomes = await importTwice('twice.example', things)
  expect(outcomes.map(({ result }) => result)).toEqual([
    ...['CREATED', 'UNCHANGED', 'REFUSED', 'CREATED', 'UNCHANGED', 'CREATED', 'CREATED'],
    ...['SKIPPED', 'UPDATED', 'SKIPPED', 'UNCHANGED', 'UNCHANGED', 'CREATED'],
  ])
  expect(outcomes[9]?.remarks).toEqual(['is version 2 of its source; version 3 is here'])
})
