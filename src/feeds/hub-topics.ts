import { urlOf } from '../articles/paths.ts'
import { publicAuthorWhere } from '../authors/published.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { publicTagWhere } from '../tags/published.ts'
import { releasedUpTo } from '../webhooks/released.ts'
import { feedTypes } from './feed.ts'

const cursor = 'websub'

/** Entries of the journal that are read in one transaction at most. */
const atOnce = 1_000n

/** Ms that changes are gathered before a hub is told: a burst is one message. */
const gatherMs = 2_000

/** What is older is no news, such as what happened while no hub was set. */
const newsMs = 24 * 3_600_000

/**
 * Notes which feeds have changed since it was last asked, each once however often. The journal is numbered in the order of commits
 * without gaps, and the cursor moves in the same transaction, so that none is missed. True when there is more.
 */
export async function noteChangedFeeds(ctx: Ctx): Promise<boolean> {
  const released = await releasedUpTo(ctx)
  const known = await ctx.db.journalCursor.findUnique({ where: { name: cursor } })
  if (known && known.number >= released) return false
  return ctx.tx(async (tx) => {
    const from = await heldCursor(tx, released)
    const to = from + atOnce < released ? from + atOnce : released
    if (from >= to) return false
    const now = await ctx.databaseNow(tx)
    const lists = await listsChanged(tx, from, to, new Date(now.getTime() - newsMs))
    await insertPings(ctx, tx, await feedsOf(tx, lists), to, now)
    await tx.journalCursor.update({ where: { name: cursor }, data: { number: to } })
    return to < released
  })
}

/** How far it had come; the first time, the end. Other processes wait here until this one is done. */
async function heldCursor(tx: Transaction, released: bigint): Promise<bigint> {
  await tx.$executeRaw`INSERT INTO journal_cursor (name, number) VALUES (${cursor}, ${released}) ON CONFLICT DO NOTHING`
  const [row] = await tx.$queryRaw<
    { number: bigint }[]
  >`SELECT number FROM journal_cursor WHERE name = ${cursor} FOR UPDATE`
  return row?.number ?? released
}

/** The lists of stories that changed between two places of the journal: every public event of a story names those that it is in. */
async function listsChanged(tx: Transaction, from: bigint, to: bigint, since: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM journal_entry, unnest(keys) AS key
    WHERE number > ${from} AND number <= ${to} AND "isPublic" AND "occurredAt" > ${since}::timestamptz AND key LIKE 'list:%'`
  return rows.map(({ key }) => key.slice('list:'.length))
}

const anyId = /^[0-9a-f]{8}-/

/** The paths of their feeds, without the format. */
async function feedsOf(tx: Transaction, lists: string[]): Promise<string[]> {
  const id = { in: lists.filter((list) => anyId.test(list)) }
  const [tags, authors] = [
    await tx.tag.findMany({ where: { id, ...publicTagWhere }, select: { slug: true, type: true } }),
    await tx.author.findMany({ where: { id, ...publicAuthorWhere }, select: { slug: true } }),
  ]
  return [
    ...(lists.includes('articles') ? ['/feeds/latest'] : []),
    ...tags.map(({ slug, type }) => `/feeds/${type === 'SECTION' ? 'sections' : 'tags'}/${slug}`),
    ...authors.map(({ slug }) => `/feeds/authors/${slug}`),
  ]
}

/** One that waits already has a newer number, and its time. */
async function insertPings(ctx: Ctx, tx: Transaction, paths: string[], number: bigint, now: Date): Promise<void> {
  if (paths.length === 0) return
  const formats = Object.keys(feedTypes)
  const urls = paths.flatMap((path) => formats.map((format) => urlOf(`${path}.${format}`, ctx.site)))
  const due = new Date(now.getTime() + gatherMs)
  await tx.$executeRaw`
    INSERT INTO hub_ping (url, number, "createdAt", "nextAttemptAt")
    SELECT url, ${number}::bigint, ${now}::timestamptz, ${due}::timestamptz FROM unnest(${urls}::text[]) AS url ORDER BY url
    ON CONFLICT (url) DO UPDATE SET number = excluded.number`
}
