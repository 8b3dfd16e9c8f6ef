import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../core/errors.ts'
import { asRefusal } from '../core/translate.ts'
import { type LineType, lineTypes } from './line.ts'
import { known, ownerOf } from './restore-lines.ts'
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
import { type Add, type Given, LineRefusal, type Restoring } from './restoring.ts'
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

/** A thing of a file that was written, or was there already. */
export interface ThingRead extends Waiting {
  isNew: boolean
}

/** Told of things when they are written, and nothing is committed yet. */
export type Tell = (things: ThingRead[]) => Promise<void> | void

/** Gathers things of one type, with their snapshots, and writes them together. `tell` is waited for. */
export function startBatches(restoring: Restoring, tell?: Tell) {
  const counts = { made: {} as Record<string, number>, unchanged: 0 }
  let waiting: Waiting[] = []
  let length = 0
  const writeAll = async (type: LineType) => {
    const given = waiting.filter((each) => each.type === type)
    const news = new Set(await addNew(restoring, type, given))
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

/** A thing that is to be written. */
interface Waiting extends Given {
  type: LineType
}

const inOrderOfLines = (a: LineType, b: LineType) => lineTypes.indexOf(a) - lineTypes.indexOf(b)

/** Writes what is not in the newsroom yet, and gives it. @throws what refuses a line, with its type */
async function addNew(restoring: Restoring, type: LineType, given: Given[]): Promise<Given[]> {
  try {
    const news = await onlyNew(restoring, type, given)
    await addAll(restoring, type, news)
    return news
  } catch (error) {
    if (error instanceof LineRefusal) error.type = type
    throw error
  }
}

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
