import { afterAll, beforeAll, expect, test } from 'vitest'
import { createArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import { verifyJournal } from '../../src/audit/verify.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { importThings } from './importing.ts'
import { authorOf, itemOf, tagOf, textOf } from './stories.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom()
})
afterAll(() => newsroom.close())

/** Ids that the two ways may choose for themselves, and the slug by which they stand apart. */
const own = /"(id|articleId|revisionId|originalId|createdById|note)":"[^"]*"/g

/** Every row of a story in every table, with its own ids and slug made alike. */
async function rowsOf(db: PrismaClient, id: string, slug: string) {
  const [row] = await db.$queryRaw<{ rows: Record<string, unknown> }[]>`
    SELECT jsonb_build_object(
      'article', (SELECT jsonb_agg(a) FROM article a WHERE id = ${id}::uuid),
      'revision', (SELECT jsonb_agg(a) FROM revision a WHERE "articleId" = ${id}::uuid),
      'slug', (SELECT jsonb_agg(a) FROM article_slug a WHERE "articleId" = ${id}::uuid),
      'path', (SELECT jsonb_agg(a) FROM article_path a WHERE "articleId" = ${id}::uuid),
      'reference', (SELECT jsonb_agg(a ORDER BY noun, "targetId") FROM article_reference a WHERE "articleId" = ${id}::uuid),
      'published', (SELECT jsonb_agg(a) FROM published_article a WHERE id = ${id}::uuid),
      'byline', (SELECT jsonb_agg(a ORDER BY position) FROM published_byline a WHERE "articleId" = ${id}::uuid),
      'tag', (SELECT jsonb_agg(a ORDER BY position) FROM published_tag a WHERE "articleId" = ${id}::uuid),
      'media', (SELECT jsonb_agg(a) FROM published_media a WHERE "articleId" = ${id}::uuid),
      'related', (SELECT jsonb_agg(a ORDER BY position) FROM related_story a WHERE "articleId" = ${id}::uuid),
      'search', (SELECT jsonb_agg(a) FROM published_search a WHERE "articleId" = ${id}::uuid),
      'heads', (SELECT jsonb_agg(a) FROM published_heads a WHERE "articleId" = ${id}::uuid),
      'journal', (SELECT jsonb_agg(jsonb_build_object('type', type, 'sequence', sequence, 'version', version, 'data', data,
        'isPublic', "isPublic", 'keys', cardinality(keys)) ORDER BY number) FROM journal_entry WHERE "subjectId" = ${id}::uuid)
    ) AS rows`
  const text = JSON.stringify(row?.rows).replace(own, '"$1":"…"').replaceAll(id, '…').replaceAll(slug, 'slug')
  return JSON.parse(text)
}

test('an imported story has the same rows as one that was made and published by the verbs', async () => {
  const { db } = newsroom
  const told = {
    ...{ headline: 'Gas prices rise', kicker: 'Energy', standfirst: 'The third rise.', locale: 'en' },
    ...{ source: { name: 'Agency', url: 'https://agency.example/1', externalId: '1' } },
    related: [{ headline: 'Elsewhere', url: 'https://elsewhere.example/1' }],
  }
  const body = textOf('Prices rose on Monday.', 'They rose again on Tuesday.')
  const media = { ...{ type: 'IMAGE' as const, url: 'https://old.example/gas.jpg', externalId: null, alt: 'A valve' } }
  const nothing = {
    caption: null,
    credit: null,
    mimeType: 'image/jpeg',
    width: 800,
    height: 600,
    durationSeconds: null,
  }
  const story = {
    ...{
      ...told,
      body,
      bylines: [authorOf('Ada Lovelace')],
      section: tagOf('Economy', { type: 'SECTION' }),
      tags: [tagOf('Gas')],
    },
    ...{ media: [{ ...media, ...nothing }], leadMedia: 0, publishedAt: new Date('2019-05-04T10:00:00Z') },
  }
  const [first] = await importThings(newsroom, [itemOf({ externalId: '1', slug: 'made-first', ...story })], {
    publish: true,
  })
  const [outcome] = await importThings(newsroom, [itemOf({ externalId: '2', slug: 'by-import', ...story })], {
    publish: true,
  })
  expect([first, outcome]).toMatchObject([
    { result: 'CREATED', remarks: [] },
    { result: 'CREATED', remarks: [] },
  ])

  const [author] = await db.author.findMany()
  const [section] = await db.tag.findMany({ where: { type: 'SECTION' } })
  const [tag] = await db.tag.findMany({ where: { type: 'TOPIC' } })
  const [asset] = await db.mediaAsset.findMany()
  const made = await createArticle(newsroom.ctx(), {
    ...{
      ...told,
      slug: 'by-verbs',
      body,
      bylines: [{ authorId: author?.id }],
      sectionId: section?.id,
      tagIds: [tag?.id],
    },
    ...{ leadMedia: { mediaId: asset?.id }, publishedAt: '2019-05-04T10:00:00Z' },
  })
  await publishArticle(newsroom.ctx(), made.id, {})

  const imported = await rowsOf(db, outcome?.targetId ?? '', 'by-import')
  const published = await rowsOf(db, made.id, 'by-verbs')
  expect(imported.published[0].bodyHtml).toContain('Prices rose on Monday.')
  expect(imported.search).toHaveLength(1)
  expect({ ...imported, revision: [{ ...imported.revision[0], note: null }] }).toEqual(published)
  expect(await verifyJournal(db)).toMatchObject({ fault: null })
})
