import type { Ctx, Transaction } from '../core/ctx.ts'
import type { StoryEntry } from './entries.ts'
import { fingerprintOf, nearBits } from './fingerprint.ts'
import type { Identity } from './identities.ts'
import type { Run } from './run.ts'
import { blocksOf } from './story-body.ts'

/** Days that a story is looked for by its text after its source last said anything of it. */
const recentDays = 7

/** A recent story that has nearly the same text under another id. */
export interface Near extends Identity {
  externalId: string
}

/**
 * Looks for stories that come under ids which are not known among recent ones, by their text, and notes the new id of each that is
 * found. Gives these by their new ids. None for an import that is of no source that is polled.
 */
export async function nearStories(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  entries: StoryEntry[],
): Promise<Map<string, Near>> {
  const found = new Map<string, Near>()
  if (run.near === 'OFF') return found
  for (const entry of entries) {
    const { item } = entry
    const near = await nearStory(ctx, tx, run, fingerprintIn(entry))
    if (!near) continue
    const { targetId, revision } = near
    const made = {
      source: run.source,
      noun: 'ARTICLE',
      externalId: item.externalId,
      targetId,
      revision,
      changedAt: ctx.now,
    } as const
    await tx.importIdentity.create({ data: made, select: { targetId: true } })
    found.set(item.externalId, near)
  }
  return found
}

async function nearStory(
  ctx: Ctx,
  tx: Transaction,
  { source, near }: Run,
  fingerprint: bigint | null,
): Promise<Near | null> {
  if (fingerprint === null) return null
  const since = new Date(ctx.now.getTime() - recentDays * 86_400_000)
  const rows = await tx.$queryRaw<Near[]>`
    SELECT "externalId", "targetId"::text, hash, revision FROM import_identity
    WHERE noun = 'ARTICLE' AND "changedAt" > ${since} AND fingerprint IS NOT NULL AND (${near} = 'ALL' OR source = ${source})
      AND bit_count((fingerprint # ${fingerprint}::bigint)::bit(64)) <= ${nearBits}
    ORDER BY bit_count((fingerprint # ${fingerprint}::bigint)::bit(64)), "changedAt" DESC LIMIT 1`
  return rows[0] ?? null
}

/** Notes the texts of stories, by which they are found again. In the transaction of their batch, behind them. */
export async function noteTexts(tx: Transaction, { source, near }: Run, entries: StoryEntry[]): Promise<void> {
  if (near === 'OFF') return
  for (const entry of entries) {
    const fingerprint = fingerprintIn(entry)
    const where = { source, noun: 'ARTICLE', externalId: entry.item.externalId } as const
    if (fingerprint !== null) await tx.importIdentity.updateMany({ where, data: { fingerprint } })
  }
}

/** Null for a story with faults too: it is not here. */
function fingerprintIn({ prepared }: StoryEntry): bigint | null {
  if (!('content' in prepared)) return null
  const { headline, body } = prepared.content
  return fingerprintOf({ headline, body: blocksOf(body) })
}
