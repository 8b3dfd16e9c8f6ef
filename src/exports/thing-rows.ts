import { groupBy } from '../articles/loaders.ts'
import { toIngestSource } from '../ingest/source.ts'
import { identitiesOf } from './identities.ts'
import { articles, posts } from './story-rows.ts'
import { inOrder, type Part, type Thing } from './thing.ts'
import {
  AuthorLine,
  ExclusionLine,
  FrontLine,
  FrontRevisionLine,
  IngestSourceLine,
  JournalLine,
  MediaLine,
  StorylineLine,
  TagLine,
  UserLine,
  WebhookLine,
} from './thing-lines.ts'

const inIdOrder = { orderBy: { id: 'asc' } } as const
const withSlugs = { include: { slugs: { select: { slug: true }, orderBy: { slug: 'asc' } } } } as const

function flat<R extends { slugs: { slug: string }[] }>(row: R) {
  return { ...row, slugs: row.slugs.map(({ slug }) => slug) }
}

const users: Thing = {
  type: 'user',
  shape: UserLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM "user" WHERE id > ${after}::uuid AND ${isWhole}::boolean ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.user.findMany({ where: { id: { in: ids } }, omit: { passwordHash: true }, ...inIdOrder })
    return rows.map((row) => inOrder(UserLine, row))
  },
}

const media: Thing = {
  type: 'media',
  shape: MediaLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM media_asset WHERE id > ${after}::uuid
      AND (${isWhole}::boolean OR id IN (SELECT id FROM chosen_thing)) ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.mediaAsset.findMany({ where: { id: { in: ids } }, ...inIdOrder })
    const identities = await identitiesOf(tx, ids)
    return rows.map((row) => inOrder(MediaLine, { ...row, identities: identities(row.id) }))
  },
}

const authors: Thing = {
  type: 'author',
  shape: AuthorLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM author WHERE id > ${after}::uuid
      AND (${isWhole}::boolean OR id IN (SELECT id FROM chosen_thing)) ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.author.findMany({ where: { id: { in: ids } }, ...withSlugs, ...inIdOrder })
    const identities = await identitiesOf(tx, ids)
    return rows.map((row) => inOrder(AuthorLine, { ...flat(row), identities: identities(row.id) }))
  },
}

const tags: Thing = {
  type: 'tag',
  shape: TagLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM tag WHERE id > ${after}::uuid
      AND (${isWhole}::boolean OR id IN (SELECT id FROM chosen_thing)) ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.tag.findMany({ where: { id: { in: ids } }, ...withSlugs, ...inIdOrder })
    const identities = await identitiesOf(tx, ids)
    return rows.map((row) => inOrder(TagLine, { ...flat(row), identities: identities(row.id) }))
  },
}

const storylines: Thing = {
  type: 'storyline',
  shape: StorylineLine,
  // Of chosen stories only what does not lead to another one.
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT "tagId"::text AS id FROM storyline WHERE "tagId" > ${after}::uuid
      AND (${isWhole}::boolean OR "tagId" IN (SELECT id FROM chosen_thing)
        AND ("leadArticleId" IS NULL OR "leadArticleId" IN (SELECT id FROM chosen_thing))) ORDER BY 1 LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.storyline.findMany({ where: { tagId: { in: ids } }, orderBy: { tagId: 'asc' } })
    return rows.map((row) => inOrder(StorylineLine, row))
  },
}

const exclusions: Thing = {
  type: 'suggestion-exclusion',
  shape: ExclusionLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT DISTINCT "articleId"::text AS id FROM related_exclusion
    WHERE "articleId" > ${after}::uuid AND ${isWhole}::boolean ORDER BY 1 LIMIT 100`,
  some: async (tx, ids) => {
    const orderBy = [{ articleId: 'asc' }, { besideId: 'asc' }] as const
    const rows = await tx.relatedExclusion.findMany({ where: { articleId: { in: ids } }, orderBy: [...orderBy] })
    const stories = groupBy(rows, 'articleId')
    return [...stories].map(([articleId, besides]) => ({
      articleId,
      besides: besides.map(({ articleId: _, ...beside }) => inOrder(ExclusionLine.properties.besides.items, beside)),
    }))
  },
}

const frontRevisions: Part = {
  type: 'front-revision',
  shape: FrontRevisionLine,
  after: async (tx, ids, last) => {
    const rows = await tx.frontRevision.findMany({
      where: {
        frontId: { in: ids },
        ...(last && { OR: [{ frontId: { gt: last.of } }, { frontId: last.of, number: { gt: last.number } }] }),
      },
      orderBy: [{ frontId: 'asc' }, { number: 'asc' }],
      take: 100,
    })
    return rows.map((row) => ({ of: row.frontId, number: row.number, data: inOrder(FrontRevisionLine, row) }))
  },
  some: async (tx, given) => {
    const rows = await tx.frontRevision.findMany({ where: { id: { in: given.map(({ id }) => String(id)) } } })
    return rows.map((row) => inOrder(FrontRevisionLine, row))
  },
}

const fronts: Thing = {
  type: 'front',
  shape: FrontLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM front WHERE id > ${after}::uuid AND ${isWhole}::boolean ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.front.findMany({ where: { id: { in: ids } }, ...inIdOrder })
    return rows.map((row) => inOrder(FrontLine, row))
  },
  part: frontRevisions,
}

const webhooks: Thing = {
  type: 'webhook',
  shape: WebhookLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM webhook_endpoint WHERE id > ${after}::uuid AND ${isWhole}::boolean ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const omit = { secret: true, previousSecret: true } as const
    const rows = await tx.webhookEndpoint.findMany({ where: { id: { in: ids } }, omit, ...inIdOrder })
    return rows.map((row) => inOrder(WebhookLine, row))
  },
}

const ingestSources: Thing = {
  type: 'ingest-source',
  shape: IngestSourceLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM ingest_source WHERE id > ${after}::uuid AND ${isWhole}::boolean ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.ingestSource.findMany({ where: { id: { in: ids } }, ...inIdOrder })
    return rows.map((row) => inOrder(IngestSourceLine, { ...toIngestSource(row), createdById: row.createdById }))
  },
}

/** The journal, in the order of its numbers; for exports that ask for it. */
export const journal: Thing = {
  type: 'journal-entry',
  shape: JournalLine,
  ids: (tx, after) => tx.$queryRaw`
    SELECT id::text FROM journal_entry
    WHERE number > coalesce((SELECT number FROM journal_entry WHERE id = ${after}::uuid), 0) ORDER BY number LIMIT 500`,
  some: async (tx, ids) => {
    const rows = await tx.journalEntry.findMany({ where: { id: { in: ids } }, orderBy: { number: 'asc' } })
    const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
    return rows.map((row) => inOrder(JournalLine, { ...row, number: Number(row.number), hash: hex(row.hash) }))
  },
}

/** Everything but the journal, in the order of its lines. */
export const things: readonly Thing[] = [
  ...[users, media, authors, tags, articles, storylines],
  ...[exclusions, posts, fronts, webhooks, ingestSources],
]
