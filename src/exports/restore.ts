import type { Ctx } from '../core/ctx.ts'
import { holdLock } from '../core/writes.ts'
import { type ExportSum, startSum } from './editorial.ts'
import type { LineType } from './line.ts'
import { startBatches, type Tell } from './restore-batches.ts'
import { finishThings, journalRestored } from './restore-end.ts'
import { numbered, openingOf, readLine, requireWhole, type TextLine } from './restore-lines.ts'
import { lineRefusal, makeRoomForLater, type Restoring } from './restoring.ts'

/** What came of a restore: how many things of each type were made, and how many were there already as the file has them. */
export interface Restored {
  made: Record<string, number>
  unchanged: number
  hash: string
}

/**
 * Reads an export back, all of it or nothing, so that the newsroom has what the file has: the same ids, slugs, paths, dates, states and
 * live stories. What is there already and equal stays.
 * @throws invalid_input naming the line, for a file that is no export, of another version, cut off or altered; conflict when
 * something of it is in the newsroom already and differs, or its slug belongs to something else
 */
export async function restoreNewsroom(ctx: Ctx, lines: AsyncIterable<string>, tell?: Tell): Promise<Restored> {
  const opened = await openExport(lines)
  return ctx.txOnce(async (tx) => {
    const restoring = { ctx, tx, hasJournal: opened.hasJournal }
    const restored = await restoreThings(restoring, opened, tell)
    await journalRestored(restoring)
    return restored
  })
}

/** An export whose first line was read. */
export interface OpenedExport {
  hasJournal: boolean
  rest: AsyncIterable<TextLine>
}

/** @throws invalid_input for what does not begin as an export of this version does */
export async function openExport(lines: AsyncIterable<string>): Promise<OpenedExport> {
  const rest = numbered(lines)
  const { hasJournal } = openingOf((await rest.next()).value)
  return { hasJournal, rest }
}

/** Reads the file to its end and writes all that is in it; the journal, which comes last, is left to the caller. @throws as `restoreNewsroom` */
export async function restoreThings(restoring: Restoring, { rest }: OpenedExport, tell?: Tell): Promise<Restored> {
  await holdLock(restoring.tx, 'restore')
  await makeRoomForLater(restoring.tx)
  const batches = startBatches(restoring, tell)
  const sum = startSum()
  let closing: ExportSum | null = null
  for await (const { text, line } of rest) {
    if (closing) throw lineRefusal(line, 'stands behind the end of the export')
    const { type, data } = readLine(text, line)
    if (type === 'end') closing = data as unknown as ExportSum
    else {
      sum.add(text, type)
      await batches.add({ type: type as LineType, data, line }, text.length)
    }
  }
  requireWhole(closing, sum.end())
  await batches.end()
  await finishThings(restoring)
  return { ...batches.counts, hash: closing?.hash ?? '' }
}
