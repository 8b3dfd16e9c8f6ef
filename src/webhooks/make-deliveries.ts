import type { Ctx, Transaction } from '../core/ctx.ts'
import type { JournalEntry, Prisma } from '../db/generated/client.ts'
import { isPurger, isTakedown, isWanted, lacksTags, tagIdsOf, type Wanted } from './matching.ts'
import { payloadOf, purgePayloadOf } from './payload.ts'
import { purgeEvent, sentNouns } from './webhook.ts'

/** An endpoint that is sent to. `madeAt`: number of the event that made it; what is older it is not sent. */
export interface EndpointFacts extends Wanted {
  id: string
  madeAt: bigint
}

export type Entry = Pick<
  JournalEntry,
  'id' | 'number' | 'type' | 'subjectId' | 'sequence' | 'version' | 'data' | 'isPublic' | 'keys' | 'occurredAt'
>

/** Lists of suggestions change without a story changing: that is told to purgers alone. */
const purgingNoun = 'related'

/** Entries that are about what the newsroom makes. */
export const isSent: Prisma.JournalEntryWhereInput[] = [...sentNouns, purgingNoun].map((noun) => ({
  type: { startsWith: `${noun}.` },
}))

/**
 * Writes a delivery of each entry for each endpoint that wants it, due at once. Events about stories under embargo are left out:
 * they are never sent. Returns how many were made.
 */
export async function insertDeliveries(
  ctx: Ctx,
  tx: Transaction,
  endpoints: EndpointFacts[],
  entries: Entry[],
): Promise<number> {
  if (endpoints.length === 0 || entries.length === 0) return 0
  const now = await ctx.databaseNow(tx)
  const facts = await factsAbout(tx, endpoints, entries, now)
  const rows = entries.flatMap((entry) => rowsOf(ctx, endpoints, entry, facts))
  // One parameter, however many rows there are.
  return tx.$executeRaw`
    INSERT INTO webhook_delivery (id, "endpointId", "eventId", type, number, body, "nextAttemptAt", "createdAt")
    SELECT id, "endpointId", "eventId", type, number, body, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id uuid, "endpointId" uuid, "eventId" uuid, type text, number bigint, body text)`
}

interface Facts {
  isEmbargoed(articleId: string): boolean
  tagIds(entry: Entry): string[]
  stands(tagId: string): string
  paths(entry: Entry): string[]
}

function rowsOf(ctx: Ctx, endpoints: EndpointFacts[], entry: Entry, facts: Facts) {
  const known = endpoints.filter(({ madeAt }) => madeAt < entry.number)
  const about = { type: entry.type, tagIds: facts.tagIds(entry) }
  const isPurge = entry.type.startsWith(`${purgingNoun}.`)
  const mayBeTold = !isPurge && (isTakedown(entry) || !facts.isEmbargoed(entry.subjectId))
  const wanting = mayBeTold ? known.filter((each) => isWanted(each, about, facts.stands)) : []
  // What no reader may be given any more is dropped whatever is under embargo: a purge says no word of it.
  const purging = entry.keys.length > 0 ? known.filter(isPurger) : []
  return [
    ...deliveriesOf(ctx, entry, wanting, entry.type, () => payloadOf({ ...entry, paths: facts.paths(entry) })),
    ...deliveriesOf(ctx, entry, purging, purgeEvent, () => purgePayloadOf(entry)),
  ]
}

function deliveriesOf(ctx: Ctx, entry: Entry, endpoints: EndpointFacts[], type: string, write: () => string) {
  if (endpoints.length === 0) return []
  const event = { eventId: entry.id, type, number: String(entry.number), body: write() }
  return endpoints.map(({ id }) => ({ id: ctx.newId(), endpointId: id, ...event }))
}

async function factsAbout(tx: Transaction, endpoints: EndpointFacts[], entries: Entry[], now: Date): Promise<Facts> {
  const articleIds = [...new Set(entries.filter(isAboutStory).map(({ subjectId }) => subjectId))]
  const embargoed = await embargoedAmong(tx, articleIds, now)
  const told = await tagsOfTheUntold(tx, entries)
  const tagIds = (entry: Entry) => told.get(entry.subjectId) ?? tagIdsOf(entry)
  const merged = await mergedAmong(
    tx,
    endpoints.flatMap((each) => each.tagIds),
    entries.flatMap(tagIds),
  )
  const paths = await pathsOf(tx, entries)
  return {
    isEmbargoed: (id) => embargoed.has(id),
    tagIds: (entry) => (lacksTags(entry) ? tagIds(entry) : tagIdsOf(entry)),
    stands: (id) => merged.get(id) ?? id,
    paths: (entry) => (entry.isPublic ? (paths.get(entry.subjectId) ?? []) : []),
  }
}

function isAboutStory({ type }: Entry): boolean {
  return type.startsWith('article.') || type.startsWith('post.')
}

async function embargoedAmong(tx: Transaction, articleIds: string[], now: Date): Promise<Set<string>> {
  const rows = await tx.article.findMany({
    where: {
      ...{ id: { in: articleIds }, embargoedAt: { not: null } },
      OR: [{ embargoUntil: null }, { embargoUntil: { gt: now } }],
    },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/** The tags of stories whose events do not name them, as they are now. */
async function tagsOfTheUntold(tx: Transaction, entries: Entry[]): Promise<Map<string, string[]>> {
  const ids = entries.filter(lacksTags).map(({ subjectId }) => subjectId)
  if (ids.length === 0) return new Map()
  const rows = await tx.articleReference.findMany({ where: { articleId: { in: ids }, noun: 'TAG' } })
  return grouped(rows.map(({ articleId, targetId }) => [articleId, targetId]))
}

/** Merged tags among these, with those that stand for them. */
async function mergedAmong(tx: Transaction, wanted: string[], named: string[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const rows = await tx.tag.findMany({
    where: { id: { in: [...new Set([...wanted, ...named])] }, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  return new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]))
}

/** Every path that readers ever had of the stories of public events, newest first: what a cache in front has to drop. */
async function pathsOf(tx: Transaction, entries: Entry[]): Promise<Map<string, string[]>> {
  const ids = entries.filter((entry) => entry.isPublic && isAboutStory(entry)).map(({ subjectId }) => subjectId)
  if (ids.length === 0) return new Map()
  const rows = await tx.articlePath.findMany({ where: { articleId: { in: ids } }, orderBy: { liveSince: 'desc' } })
  return grouped(rows.map(({ articleId, path }) => [articleId, path]))
}

function grouped(pairs: [key: string, value: string][]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
