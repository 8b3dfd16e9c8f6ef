import { pipeline } from 'node:stream/promises'
import { Refusal } from '../core/errors.ts'
import { appliedMigrations, insideOf, isSameDatabase, othersAtWork } from '../db/copy-target.ts'
import { beginSnapshot, countRows, openCopying, rowsOut, sequencesOf, tablesToCopy } from '../db/copying.ts'
import { fillDatabase } from './fill.ts'

export interface MoveOptions {
  /** The target, as it can be shown. */
  shown: string
  /** Whether a service may go on writing to the source: what it writes from now on stays there. */
  isLive: boolean
  onRows?: (count: number) => void
  onChecked?: (rows: number) => void
}

/**
 * Copies everything from one database into another, empty one, and compares every row. The source is only read. A failure leaves an empty
 * newsroom at most, so that it can be done again. Gives how many rows there are.
 * @throws conflict when a service runs on the source, when source and target are the same, and as `fillDatabase`
 */
export async function moveDatabase(from: string, to: string, options: MoveOptions): Promise<number> {
  const source = await openCopying(from)
  try {
    if (!options.isLive && (await othersAtWork(source)))
      throw new Refusal(
        'conflict',
        'a Dateline runs on this database: what it writes meanwhile would be left behind. Stop it, or give --live for a copy as it is now',
      )
    if ((await insideOf(source)) === 'nothing')
      throw new Refusal('conflict', 'the database that is in use now is empty: there is nothing to move')
    await refuseSame(source, to)
    await beginSnapshot(source)
    const tables = await tablesToCopy(source)
    const content = { migrations: await appliedMigrations(source), tables, sequences: await sequencesOf(source) }
    let rows = 0
    await fillDatabase(to, content, {
      ...{ shown: options.shown, replaces: false },
      ...(options.onChecked && { onChecked: options.onChecked }),
      fill: async (table, into) => {
        const counted = countRows(options.onRows)
        await pipeline(rowsOut(source, table), counted.through, into)
        rows += counted.sum().rows
        return counted.sum()
      },
    })
    return rows
  } finally {
    await source.end()
  }
}

async function refuseSame(source: Awaited<ReturnType<typeof openCopying>>, to: string): Promise<void> {
  const target = await openCopying(to)
  try {
    if (await isSameDatabase(source, target))
      throw new Refusal('conflict', '--to: is the database that is in use now; name another one')
  } finally {
    await target.end()
  }
}
