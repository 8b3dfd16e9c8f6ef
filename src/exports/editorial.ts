import { createHash } from 'node:crypto'
import type { Transaction } from '../core/ctx.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import { type ClosingLine, lineOf, type OpeningLine } from './line.ts'
import { inSnapshot } from './snapshot.ts'
import { choose, type StoryFilter } from './story-filter.ts'
import type { Part, Snapshot, Thing } from './thing.ts'
import { journal, things } from './thing-rows.ts'

/** What an export is to have. */
export interface ExportOptions {
  /** Which stories, with what they refer to; null for everything. */
  filter: StoryFilter | null
  hasJournal: boolean
}

/** What stands in an export: how many things of each type, and the hash by which two newsrooms are compared. */
export type ExportSum = ClosingLine['data']

/** Takes a line, without its end; what it gives back is waited for. */
type Write = (line: string, type: string) => Promise<void> | void

/** The UUID before all others. */
const beginning = '00000000-0000-0000-0000-000000000000'

/**
 * Writes the newsroom as lines of JSON, all of one instant, whoever writes to it meanwhile. Holds a page of things in memory.
 * @throws invalid_input for a filter that names what there is not
 */
export async function exportNewsroom(db: PrismaClient, options: ExportOptions, write: Write): Promise<ExportSum> {
  const { filter, hasJournal } = options
  const sum = startSum()
  const add: Write = (line, type) => {
    sum.add(line, type)
    return write(line, type)
  }
  const opening: OpeningLine['data'] = { filter: filter && { ...filter }, hasJournal }
  await write(lineOf('dateline', opening), 'dateline')
  await inSnapshot(db, async (tx) => {
    await choose(tx, filter)
    for (const thing of things) await writeThings(tx, thing, filter === null, add)
    if (hasJournal) await writeThings(tx, journal, true, add)
  })
  const result = sum.end()
  await write(lineOf('end', result), 'end')
  return result
}

async function writeThings(tx: Transaction, thing: Thing, isWhole: boolean, write: Write): Promise<void> {
  for (let after = beginning; ; ) {
    const ids = (await thing.ids(tx, after, isWhole)).map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    const snapshots = thing.part ? snapshotsOf(tx, thing.part, ids) : null
    let next = await snapshots?.next()
    for (const data of await thing.some(tx, ids)) {
      await write(lineOf(thing.type, data), thing.type)
      for (; next && !next.done && next.value.of === data.id; next = await snapshots?.next())
        await write(lineOf(next.value.type, next.value.data), next.value.type)
    }
    after = last
  }
}

/** The snapshots of these things, in the order of the things. */
async function* snapshotsOf(tx: Transaction, part: Part, ids: string[]): AsyncGenerator<Snapshot & { type: string }> {
  for (let last: Snapshot | null = null; ; ) {
    const page: Snapshot[] = await part.after(tx, ids, last)
    for (const snapshot of page) yield { ...snapshot, type: part.type }
    last = page.at(-1) ?? null
    if (!last) return
  }
}

/**
 * Counts lines and hashes them: SHA-256 over the lines about things, each with a line feed behind it, in the order of the file.
 * The first and the last line and those of the journal do not count, so that newsrooms with the same things have the same hash.
 */
export function startSum() {
  const hash = createHash('sha256')
  const things: Record<string, number> = {}
  return {
    add: (line: string, type: string) => {
      things[type] = (things[type] ?? 0) + 1
      if (type !== journal.type) hash.update(line).update('\n')
    },
    end: (): ExportSum => ({ things, hash: `sha256:${hash.digest('hex')}` }),
  }
}
