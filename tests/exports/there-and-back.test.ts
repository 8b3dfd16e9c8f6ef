import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAuthor } from '../../src/authors/editorial.ts'
import { databaseClock } from '../../src/db/clock.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { exportForeign, type ForeignFormat } from '../../src/exports/foreign.ts'
import { inSnapshot } from '../../src/exports/snapshot.ts'
import type { Found } from '../../src/imports/item.ts'
import { readImport } from '../../src/imports/read.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { createTag } from '../../src/tags/editorial.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { importThings } from '../imports/importing.ts'

// What goes out in the formats of others and comes in again is the same story, as far as the format has a place for it.

const from = await testNewsroom()
const [byWxr, byNinjs] = [await testNewsroom(), await testNewsroom()]
afterAll(async () => {
  for (const newsroom of [from, byWxr, byNinjs]) await newsroom.close()
})

const text = (words: string, more: object = {}) => ({
  ...{ _type: 'block', style: 'normal', children: [{ _type: 'span', text: words }] },
  ...more,
})
const marked = {
  ...{
    _type: 'block',
    style: 'normal',
    markDefs: [{ _type: 'link', _key: 'l', href: 'https://elsewhere.example/a?b=1&c=2' }],
  },
  children: [
    { _type: 'span', text: 'A ' },
    { _type: 'span', text: 'strong', marks: ['strong'] },
    { _type: 'span', text: ' word, a ' },
    { _type: 'span', text: 'leaning', marks: ['em'] },
    { _type: 'span', text: ' one and a ' },
    { _type: 'span', text: 'link', marks: ['l'] },
    { _type: 'span', text: ' & a 🗞 <sign>.' },
  ],
}
const stories = [
  {
    headline: 'Gas prices “rise” & fall',
    standfirst: 'For the third time this year.',
    publishedAt: '2019-03-01T08:00:00Z',
    body: [
      text('Prices rose on Monday.'),
      text('High treason', { style: 'h2' }),
      marked,
      text('One', { listItem: 'bullet', level: 1 }),
      text('Two', { listItem: 'bullet', level: 1 }),
      text('We shall see.', { style: 'blockquote' }),
    ],
  },
  {
    headline: 'Ошибка в расчётах',
    standfirst: null,
    publishedAt: '2020-02-29T23:59:59Z',
    body: [text('Всё сначала.')],
  },
]

beforeAll(async () => {
  const ctx = from.ctx()
  const world = await createTag(ctx, { type: 'SECTION', name: 'World' })
  const gas = await createTag(ctx, { type: 'TOPIC', name: 'Gas' })
  const ada = await createAuthor(ctx, { name: 'Ada Lovelace' })
  for (const story of stories) {
    const body = { ...story, sectionId: world.id, tagIds: [gas.id], bylines: [{ authorId: ada.id }] }
    const { data } = await from.rest('POST', '/v1/editorial/articles', { as: 'editor', body })
    expect((await from.rest('POST', `/v1/editorial/articles/${data.id}/publish`, { as: 'editor' })).status).toBe(200)
  }
})

/** Everything that is live, as a file of this format. */
async function exported(format: ForeignFormat): Promise<string> {
  const parts: string[] = []
  const { db, site, caller } = from.ctx()
  await inSnapshot(db, (tx) => {
    const ctx = makeCtx(tx as PrismaClient, site, databaseClock, caller)
    return exportForeign(ctx, format, {}, async (part) => void parts.push(part))
  })
  return parts.join('')
}

async function importFile(into: Newsroom, file: string) {
  const found: Found[] = []
  const pieces = (async function* () {
    yield Buffer.from(file)
  })()
  const options = { locale: null, baseUrl: null, fileName: null, charset: null }
  for await (const thing of readImport(pieces, null, options)) found.push(thing)
  return importThings(into, found, { publish: true })
}

interface Live extends Record<string, unknown> {
  bylines: { displayName: string }[]
  section: { name: string } | null
  tags: { name: string }[]
}

/** What is live, oldest first, without what is of one newsroom. */
async function shownIn({ rest }: Newsroom) {
  const { data } = await rest<{ data: Live[] }>('GET', '/v1/articles?include=bodyHtml,bodyText&sort=publishedAt')
  return data.data.map(({ headline, standfirst, bodyHtml, bodyText, publishedAt, slug, path, ...filed }) => ({
    ...{ headline, standfirst, bodyHtml, bodyText, publishedAt, slug, path },
    bylines: filed.bylines.map(({ displayName }) => displayName),
    ...{ section: filed.section?.name, tags: filed.tags.map(({ name }) => name) },
  }))
}

it('WordPress takes our WXR, and so do we: headline, text, dates, authors, section, tags, slug and path are the same', async () => {
  const outcomes = await importFile(byWxr, await exported('wxr'))
  expect(outcomes.filter(({ result }) => result === 'REFUSED')).toEqual([])
  const before = await shownIn(from)
  expect(before).toHaveLength(stories.length)
  expect(await shownIn(byWxr)).toEqual(before)
})

it('a file of ninjs, an item a line, is read back: headline, text, authors, section and tags are the same', async () => {
  const outcomes = await importFile(byNinjs, await exported('ninjs'))
  expect(outcomes.filter(({ result }) => result === 'REFUSED')).toEqual([])
  const bare = ({
    headline,
    standfirst,
    bodyText,
    bylines,
    section,
    tags,
  }: Awaited<ReturnType<typeof shownIn>>[number]) =>
    JSON.stringify({ headline, standfirst, bodyText, bylines, section, tags })
  const [before, after] = [await shownIn(from), await shownIn(byNinjs)]
  expect(after.map(bare).sort()).toEqual(before.map(bare).sort())
})

it('a line that is no JSON is refused with its place, and the others are read', async () => {
  const lines = (await exported('ninjs')).trim().split('\n')
  const outcomes = await importFile(byNinjs, [lines[0], '{"uri":"urn:x","type":', lines[1]].join('\n'))
  expect(outcomes.map(({ result, line }) => [result, line])).toEqual([
    ['UNCHANGED', 1],
    ['REFUSED', 2],
    ['UNCHANGED', 3],
  ])
})

it('an export of ours is not taken for a file of stories, and the refusal says how it comes back', async () => {
  const file = '{"type":"dateline","format":1,"data":{"filter":null,"hasJournal":false}}\n'
  await expect(importFile(byWxr, file)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('dateline restore'),
  })
})
