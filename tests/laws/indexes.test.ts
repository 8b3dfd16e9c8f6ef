import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArticleFilter, listName, readArticleFilter } from '../../src/articles/filter.ts'
import { articlesOfAuthors, articlesOfTags } from '../../src/articles/owned-lists.ts'
import { type ArticleFilterInput, sortWords } from '../../src/articles/query.ts'
import { chooseDriver, pageSource } from '../../src/articles/scan.ts'
import { anonymous } from '../../src/core/caller.ts'
import { readPage, writeCursor } from '../../src/core/page.ts'
import { databaseClock } from '../../src/db/clock.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { type ArchivedStory, archivedId, loadArchive } from '../articles/archive.ts'
import { testDatabase } from '../helpers/database.ts'
import { workOf } from './indexes.ts'

// Law 5: each public sort and filter has an index that serves it, so that a page costs its own length.

const clone = await testDatabase()
const database = connectDatabase(clone.url, { applicationName: 'test' })
const db = database.prisma
const site = { name: 'Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
const ctx = makeCtx(db, site, databaseClock, anonymous)
let client: pg.PoolClient

const count = 20_000
const idAt = (n: number) => `0192a1b0-0000-7000-a000-${n.toString(16).padStart(12, '0')}`
// Of each kind one that most stories have, one that a hundredth has, and one of which there are ten.
const [all, some, few] = [idAt(1), idAt(2), idAt(3)]
const [busy, quiet] = [idAt(11), idAt(12)]
const [staff, guest] = [idAt(21), idAt(22)]

function storyAt(n: number): ArchivedStory {
  const at = (days: number) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000)
  return {
    id: archivedId(n),
    tagIds: [...(n % 10 > 0 ? [all] : []), ...(n % 100 === 0 ? [some] : []), ...(n % 2_000 === 7 ? [few] : [])],
    sectionId: n % 200 === 0 ? quiet : busy,
    authorIds: n % 400 === 0 ? [staff, guest] : [staff],
    locale: n % 500 === 0 ? 'kk' : 'en',
    publishedAt: at(n / 8),
    firstPublishedAt: at(n / 8 + 1),
    updatedAt: at(n / 8 + (n % 1_000 === 0 ? 3_000 : 0)),
    modifiedAt: at(((n * 7) % count) / 8),
  }
}

beforeAll(async () => {
  const now = new Date()
  for (const [id, type] of [
    [all, 'TOPIC'],
    [some, 'PLACE'],
    [few, 'EVENT'],
    [busy, 'SECTION'],
    [quiet, 'SECTION'],
  ] as const)
    await db.tag.create({
      data: {
        id,
        type,
        name: id,
        nameFolded: id,
        slug: `t-${id}`,
        publicAt: now,
        changedAt: now,
        slugs: { create: { slug: `t-${id}` } },
      },
    })
  for (const id of [staff, guest])
    await db.author.create({
      data: {
        id,
        name: id,
        nameFolded: id,
        slug: `a-${id}`,
        publicAt: now,
        changedAt: now,
        slugs: { create: { slug: `a-${id}` } },
      },
    })
  await loadArchive(
    db,
    Array.from({ length: count }, (_, n) => storyAt(n)),
  )
  client = await database.pool.connect()
}, 120_000)
afterAll(async () => {
  client.release()
  await database.close()
  await clone.drop()
})

/** Of a question, what it reads; a page of twenty may look at so many rows for each of its stories. */
const filters: [string, ArticleFilterInput, number][] = [
  ['nothing', {}, 100],
  ['a frequent tag', { tag: `t-${all}` }, 200],
  ['a rare tag', { tag: few }, 200],
  ['either of two tags', { tag: `${all},${few}` }, 400],
  ['a frequent and a rare tag', { tag: [all, few] }, 600],
  ['a tag and not another', { tag: [all, `-${some}`] }, 300],
  ['not a tag', { tag: `-${some}` }, 300],
  ['a section', { section: quiet }, 200],
  ['either of two sections', { section: `${quiet},${busy}` }, 300],
  ['not a section', { section: `-${quiet}` }, 200],
  ['an author', { author: guest }, 200],
  ['a frequent author and a rare section', { author: staff, section: quiet }, 900],
  ['a language', { locale: 'kk' }, 200],
  ['either of two languages', { locale: 'kk,en' }, 300],
  ['a tag and a language', { tag: some, locale: 'en' }, 900],
  ['a range', { publishedFrom: '2003-01-01T00:00:00Z', publishedTo: '2003-01-20T00:00:00Z' }, 500],
  ['a range of another date', { modifiedFrom: '2003-01-01T00:00:00Z', modifiedTo: '2003-01-20T00:00:00Z' }, 500],
  [
    'a range of a frequent tag',
    { tag: all, updatedFrom: '2003-01-01T00:00:00Z', updatedTo: '2003-01-20T00:00:00Z' },
    900,
  ],
]

const cases = filters.flatMap(([name, filter, most]) =>
  sortWords.map((sort): [string, (typeof sortWords)[number], ArticleFilterInput, number] => [name, sort, filter, most]),
)

/** All four ranges. */
function everyRange(from: string, to: string): ArticleFilterInput {
  return {
    ...{ publishedFrom: from, publishedTo: to, firstPublishedFrom: from, firstPublishedTo: to },
    ...{ updatedFrom: from, updatedTo: to, modifiedFrom: from, modifiedTo: to },
  }
}

async function pageOf(filter: ArticleFilter, sort: (typeof sortWords)[number], after?: string) {
  const request = { filter, sort }
  const page = readPage({ first: 20, after }, listName(filter, sort), 'instant')
  const source = pageSource(request, await chooseDriver(ctx, request), page)
  return workOf(client, Prisma.sql`SELECT a.id ${source}`)
}

describe(`with ${count} stories`, () => {
  it.each(cases)('a page of %s, by %s, reads along an index', async (_name, sort, filter, most) => {
    const { rows, faults, indexes } = await pageOf(readArticleFilter(filter), sort)
    expect(faults).toEqual([])
    expect(indexes.join()).toMatch(/At_(id|articleId)_idx/)
    expect(rows).toBeLessThanOrEqual(most)
  })

  it('the last page costs as much as the first', async () => {
    const within = { section: busy, ...everyRange('1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z') }
    for (const sort of sortWords) {
      const story = storyAt(sort.endsWith('Asc') ? count - 100 : 100)
      const field = sort.replace('Asc', '') as 'publishedAt'
      for (const given of [{}, { tag: all }, { section: busy }, { locale: 'en' }, { author: staff }, within]) {
        const filter = readArticleFilter(given)
        const list = listName(filter, sort)
        const after = writeCursor({ key: story[field].toISOString(), id: story.id }, list)
        const { rows, faults } = await pageOf(filter, sort, after)
        expect(faults).toEqual([])
        expect(rows, `${JSON.stringify(given)} by ${sort}`).toBeLessThanOrEqual(200)
      }
    }
  })

  it('lists of tags and authors are the same whichever way they are read', async () => {
    const expected = Array.from({ length: count }, (_, n) => storyAt(n)).reverse()
    const ids = (page: { items: { id: string }[] } | undefined) => page?.items.map(({ id }) => id)
    // Along the owner, for the filter has many stories; along the filter, for it has few.
    for (const key of [all, few]) {
      const tagged = expected.filter(({ tagIds }) => tagIds.includes(key)).map(({ id }) => id)
      const pages = await articlesOfAuthors(ctx, [staff, guest], { filter: { tags: [{ any: [key] }] } })
      expect(ids(pages.get(staff))).toEqual(tagged.slice(0, 20))
      expect(await pages.get(staff)?.totalCount?.()).toEqual(
        key === few ? { count: 10, exact: true } : { count: 10_000, exact: false },
      )
    }
    const pages = await articlesOfTags(ctx, [all, busy, quiet], { filter: { author: guest, locale: '-kk' } })
    const ofGuest = expected.filter(({ authorIds, locale }) => authorIds.includes(guest) && locale !== 'kk')
    expect(ids(pages.get(quiet))).toEqual(ofGuest.map(({ id }) => id).slice(0, 20))
    expect(pages.get(busy)?.items).toEqual([])
  })
})
