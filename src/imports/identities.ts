import type { Ctx, Transaction } from '../core/ctx.ts'
import type { Entry } from './entries.ts'

/** What was noted of a story when its source was last imported. */
export interface Identity {
  targetId: string
  hash: string | null
  /** Number of the revision that this import made. */
  revision: number | null
}

/** What is noted of the stories of a batch. */
export async function identitiesOf(tx: Transaction, source: string, entries: Entry[]): Promise<Map<string, Identity>> {
  const externalIds = entries.flatMap((entry) =>
    entry.kind === 'story' && 'content' in entry.prepared ? [entry.item.externalId] : [],
  )
  if (externalIds.length === 0) return new Map()
  const rows = await tx.importIdentity.findMany({
    where: { source, noun: 'ARTICLE', externalId: { in: externalIds } },
    select: { externalId: true, targetId: true, hash: true, revision: true },
  })
  return new Map(rows.map(({ externalId, ...identity }) => [externalId, identity]))
}

type NamedNoun = 'AUTHOR' | 'TAG'

/** The id that was noted for an external id, or what it was merged into; null when there is none any more. */
export async function noted(
  tx: Transaction,
  source: string,
  noun: NamedNoun,
  externalId: string | null,
): Promise<string | null> {
  if (!externalId) return null
  const where = { source_noun_externalId: { source, noun, externalId } }
  const known = await tx.importIdentity.findUnique({ where, select: { targetId: true } })
  if (!known) return null
  const one = { where: { id: known.targetId }, select: { id: true, mergedIntoId: true } }
  const row = noun === 'TAG' ? await tx.tag.findUnique(one) : await tx.author.findUnique(one)
  return row && (row.mergedIntoId ?? row.id)
}

/** Notes what an external id stands for here; nothing without one. */
export async function note(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  noun: NamedNoun,
  externalId: string | null,
  targetId: string,
): Promise<void> {
  if (!externalId) return
  await tx.importIdentity.upsert({
    where: { source_noun_externalId: { source, noun, externalId } },
    create: { source, noun, externalId, targetId, changedAt: ctx.now },
    update: { targetId, changedAt: ctx.now },
    select: { targetId: true },
  })
}
