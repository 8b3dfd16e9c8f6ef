import type { Ctx } from '../core/ctx.ts'
import type { IngestSource } from '../db/generated/client.ts'

/** Something of a file that does not fit. */
export interface Refused {
  reason: string
  externalId: string | null
}

/** Of a feed with more of these than this the report is made each time. */
const mostRefused = 500

/**
 * Whether the last report of a source has all of these: a feed that goes on having them makes no import for them alone. What is in a file of
 * a folder was in no other.
 */
export async function isToldOf(ctx: Ctx, source: IngestSource, refused: Refused[]): Promise<boolean> {
  if (refused.length === 0) return true
  if (source.kind === 'FOLDER' || !source.lastImportId) return false
  const told = await ctx.db.importOutcome.findMany({
    where: { jobId: source.lastImportId, result: 'REFUSED' },
    select: { externalId: true, remarks: true },
    take: mostRefused,
  })
  return refused.every(({ reason, externalId }) =>
    told.some((line) => line.externalId === externalId && line.remarks.includes(reason)),
  )
}
