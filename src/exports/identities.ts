import type { Transaction } from '../core/ctx.ts'
import type { ImportNoun } from '../db/generated/client.ts'
import type { Identities } from './line.ts'
import type { Data } from './thing.ts'

/** What sources of imports call these things, by thing. */
export async function identitiesOf(tx: Transaction, ids: string[]): Promise<(id: string) => Data[]> {
  const rows = await tx.importIdentity.findMany({
    where: { targetId: { in: ids } },
    orderBy: [{ source: 'asc' }, { externalId: 'asc' }],
  })
  return (id) =>
    rows
      .filter(({ targetId }) => targetId === id)
      .map(({ source, externalId, hash, revision, sourceVersion, changedAt }) => ({
        ...{ source, externalId, hash, revision, sourceVersion, changedAt },
      }))
}

/** Writes what sources call these things. */
export async function addIdentities(
  tx: Transaction,
  noun: ImportNoun,
  things: { id: string; identities: Identities }[],
): Promise<void> {
  const data = things.flatMap(({ id, identities }) => identities.map((each) => ({ ...each, noun, targetId: id })))
  if (data.length > 0) await tx.importIdentity.createMany({ data })
}
