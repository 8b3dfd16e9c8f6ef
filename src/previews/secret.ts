import { randomBytes } from 'node:crypto'
import type { Transaction } from '../core/ctx.ts'

const name = 'preview'

/** What links are signed with; null before the first was made. */
export async function previewSecret(tx: Transaction): Promise<Uint8Array | null> {
  return (await tx.houseSecret.findUnique({ where: { name } }))?.value ?? null
}

/** The same, made when it is first needed; of several who need it at once all get the same. */
export async function madePreviewSecret(tx: Transaction): Promise<Uint8Array> {
  const known = await previewSecret(tx)
  if (known) return known
  await tx.houseSecret.createMany({ data: [{ name, value: randomBytes(32) }], skipDuplicates: true })
  return (await tx.houseSecret.findUniqueOrThrow({ where: { name } })).value
}
