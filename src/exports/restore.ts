import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { asRefusal } from '../core/translate.ts'
import { holdLock } from '../core/writes.ts'
import { type ExportSum, startSum } from './editorial.ts'
import { type LineType, lineTypes } from './line.ts'
import { finishThings, journalRestored } from './restore-end.ts'
import { known, numbered, openingOf, ownerOf, readLine, requireWhole, type TextLine } from './restore-lines.ts'
import { addArticles, addPostRevisions, addPosts, addRevisions } from './restore-stories.ts'
import {
  addAuthors,
  addExclusions,
  addFrontRevisions,
  addFronts,
  addIngestSources,
  addJournal,
  addMedia,
  addStorylines,
  addTags,
  addUsers,
  addWebhooks,
} from './restore-things.ts'
import { type Add, type Given, LineRefusal, lineRefusal, makeRoomForLater, type Restoring } from './restoring.ts'
import { type Data, keyOf } from './thing.ts'

const adders: Record<LineType, Add> = {
  user: addUsers,
  media: addMedia,
  author: addAuthors,
  tag: addTags,
  article: addArticles,
  revision: addRevisions,
  storyline: addStorylines,
  'suggestion-exclusion': addExclusions,
  post: addPosts,
  'post-revision': addPostRevisions,
  front: addFronts,
  'front-revision': addFrontRevisions,
  webhook: addWebhooks,
  'ingest-source': addIngestSources,
  'journal-entry': addJournal,
}

/** Lines and characters written at a time. */
const batchLines = 100
const batchLength = 8_000_000

/** What came of a restore: how many things of each type were made, and how many were there already as the file has them. */
export interface Restored {
  made: Record<string, number>
  unchanged: number
  hash: string
}

/** A thing of a file that was written, or was there already. */
export interface ThingRead extends Waiting {
  isNew: boolean
}

/** Told of things when they are written, and nothing is committed yet. */
type Tell = (things: ThingRead[]) => Promise<void> | void

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

/** Gathers things of one type, with their snapshots, and writes them together. */
function startBatches(restoring: Restoring, tell?: Tell) {
  const counts: Pick<Restored, 'made' | 'unchanged'> = { made: {}, unchanged: 0 }
  let waiting: Waiting[] = []
  let length = 0
  const writeAll = async (type: LineType) => {
    const given = waiting.filter((each) => each.type === type)
    const news = new Set(await onlyNew(restoring, type, given))
    await addAll(restoring, type, [...news])
    counts.made[type] = (counts.made[type] ?? 0) + news.size
    counts.unchanged += given.length - news.size
    await tell?.(given.map((each) => ({ ...each, isNew: news.has(each) })))
  }
  const write = async () => {
    restoring.signal?.throwIfAborted()
    // What snapshots are of is there before them.
    for (const type of new Set(waiting.map((each) => each.type).sort(inOrderOfLines))) await writeAll(type)
    waiting = []
    length = 0
  }
  const add = async (thing: Waiting, textLength: number) => {
    const isOther = waiting[0] !== undefined && ownerOf(thing.type) !== ownerOf(waiting[0].type)
    if (isOther || waiting.length >= batchLines || length >= batchLength) await write()
    waiting.push(thing)
    length += textLength
  }
  return { counts, add, end: write }
}

interface Waiting extends Given {
  type: LineType
}

const inOrderOfLines = (a: LineType, b: LineType) => lineTypes.indexOf(a) - lineTypes.indexOf(b)

/** What is not in the newsroom yet. @throws conflict for a thing that is there and differs */
async function onlyNew({ tx }: Restoring, type: LineType, given: Given[]): Promise<Given[]> {
  const kind = known.get(type)
  if (!kind) throw new Error(`unknown type ${type}`)
  const ids = given.map(({ data }) => keyOf(data))
  const rows =
    'ids' in kind
      ? await kind.some(tx, ids)
      : await kind.some(
          tx,
          given.map(({ data }) => data),
        )
  const there = new Map(rows.map((row) => [keyOf(row), JSON.parse(JSON.stringify(row)) as Data]))
  return given.filter(({ data, line }) => {
    const own = there.get(keyOf(data))
    if (!own) return true
    const different = Object.keys(data).filter((name) => !isDeepStrictEqual(data[name], own[name]))
    if (different.length > 0) throw differs(type, keyOf(data), line, different)
    return false
  })
}

function differs(type: string, key: string, line: number, fields: string[]): Refusal {
  return new LineRefusal(
    'conflict',
    line,
    `line ${line}: ${type} ${key} is in this newsroom already and differs in ${fields.join(', ')}; nothing was restored. Restore into an empty newsroom`,
  )
}

/** @throws conflict, missing_reference naming the lines */
async function addAll(restoring: Restoring, type: LineType, given: Given[]): Promise<void> {
  const [first, last] = [given[0], given.at(-1)]
  if (!first || !last) return
  try {
    await adders[type](restoring, given)
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal || error instanceof Refusal) throw error
    const lines = first === last ? `line ${first.line}` : `lines ${first.line} to ${last.line}`
    throw new LineRefusal(
      refusal.code,
      first.line,
      `${lines} (${type}): ${refusal.message}. Nothing was restored; what it clashes with is in the file or in this newsroom`,
      { cause: error },
    )
  }
}
