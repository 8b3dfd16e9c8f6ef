import { LRUCache } from 'lru-cache'
import type { Refusal } from '../core/errors.ts'
import { anyChange, type Sources } from '../core/sources.ts'

/** An answer as it goes out, with what it depends on. */
export interface KeptAnswer {
  status: number
  /** Names in lower case; without those of a single request. */
  headers: Record<string, string>
  body: Buffer
  etag: string
  /** Ms since 1970; null: not known. */
  lastModified: number | null
  keys: ReadonlySet<string>
  /** When it is old by itself, by `performance.now()`. */
  freshUntil: number
  /** Compressed forms; made when they are first wanted. */
  encoded: { br?: Buffer; gzip?: Buffer }
  /** Set by the store that has it, for who makes it larger: counts its memory anew. Null: nobody else will ask for it. */
  recount: (() => void) | null
  /** Set when there is nothing, or nothing any more: what each who asks is told, with the id of their own request. */
  refusal?: Refusal
}

/** How it is going: numbers since the start, bytes and answers now. */
export interface CacheStats {
  hits: number
  /** Answers that were made. */
  misses: number
  drops: number
  answers: number
  bytes: number
}

/** The moment at which the making of an answer began. */
export type Mark = number

/** Answers kept in memory. All of it is forgotten when the process ends. */
export interface Store {
  get(name: string): KeptAnswer | undefined
  /** Keeps an answer that was begun at this mark; false when something it depends on changed since, or it does not fit. */
  put(name: string, answer: KeptAnswer, begun: Mark): boolean
  /** Before what an answer is made of is read. The same mark: nothing was dropped in between. */
  mark(): Mark
  /** Drops every answer that depends on one of these, and those being made. */
  drop(keys: Iterable<string>): void
  /** The same for keys that no change of the newsroom names: what depends on every change stays. */
  dropOwn(keys: Iterable<string>): void
  dropAll(): void
  stats(): CacheStats
}

/** Share of the memory that one answer may take. */
const largestShare = 0.1

/** Share of the memory for refusals, so that asking for a million things that are not there pushes out nothing that is. */
const refusedShare = 0.05

/** Dropped keys that are remembered for answers under way; beyond that all of those are made again. */
const mostRemembered = 20_000

/** Bytes of one answer besides its body: its place in the maps, its objects; and those of a key, which two headers name. Measured. */
const overhead = 1_000
const perKey = 210

/**
 * A store of at most `maxBytes`, the least recently used go first. An answer that was read before a drop and arrives after it is
 * refused, so that what was dropped stays dropped.
 */
export function createStore(maxBytes: number): Store {
  const namesByKey = new Map<string, Set<string>>()
  const droppedAt = new Map<string, Mark>()
  const counts = { hits: 0, misses: 0, drops: 0 }
  let now: Mark = 1
  let oldestUsable: Mark = 0

  const forget = (answer: KeptAnswer, name: string) => {
    for (const key of answer.keys) {
      const names = namesByKey.get(key)
      names?.delete(name)
      if (names?.size === 0) namesByKey.delete(key)
    }
  }
  const room = (share: number) =>
    new LRUCache<string, KeptAnswer>({
      maxSize: Math.ceil(maxBytes * share),
      maxEntrySize: Math.ceil(maxBytes * share * largestShare),
      sizeCalculation: sizeOf,
      dispose: forget,
    })
  const [answers, refused] = [room(1 - refusedShare), room(refusedShare)]

  const dropKey = (key: string) => {
    droppedAt.set(key, now)
    for (const name of [...(namesByKey.get(key) ?? [])]) {
      if (!answers.delete(name)) refused.delete(name)
      counts.drops++
    }
  }
  const isUsable = ({ keys }: KeptAnswer, begun: Mark) => {
    if (begun < oldestUsable) return false
    for (const key of keys) if ((droppedAt.get(key) ?? 0) > begun) return false
    return true
  }
  const dropOwn = (keys: Iterable<string>) => {
    now++
    for (const key of keys) dropKey(key)
    if (droppedAt.size <= mostRemembered) return
    droppedAt.clear()
    oldestUsable = now
  }
  const dropAll = () => {
    oldestUsable = ++now
    droppedAt.clear()
    answers.clear()
    refused.clear()
  }

  /** False when it does not fit. */
  const place = (name: string, answer: KeptAnswer): boolean => {
    const kept = answer.refusal ? refused : answers
    kept.set(name, answer)
    if (kept.peek(name) !== answer) return false
    for (const key of answer.keys) {
      const names = namesByKey.get(key)
      if (names) names.add(name)
      else namesByKey.set(key, new Set([name]))
    }
    return true
  }
  const recount = (name: string, answer: KeptAnswer) => {
    const kept = answer.refusal ? refused : answers
    if (kept.peek(name) !== answer) return
    kept.delete(name)
    place(name, answer)
  }

  return {
    get(name) {
      const known = answers.get(name) ?? refused.get(name)
      if (known && known.freshUntil > performance.now()) {
        counts.hits++
        return known
      }
      return undefined
    },
    put(name, answer, begun) {
      counts.misses++
      if (answer.keys.size === 0 || !isUsable(answer, begun)) return false
      if (!place(name, answer)) return false
      answer.recount = () => recount(name, answer)
      return true
    },
    mark: () => now,
    drop: (keys) => dropOwn([...keys, anyChange]),
    dropOwn,
    dropAll,
    stats: () => ({
      ...counts,
      answers: answers.size + refused.size,
      bytes: answers.calculatedSize + refused.calculatedSize,
    }),
  }
}

/** Bytes in memory. */
function sizeOf({ body, keys, encoded: { br, gzip } }: KeptAnswer, name: string): number {
  const forms = body.length + (br?.length ?? 0) + (gzip?.length ?? 0)
  return forms + name.length * 2 + keys.size * perKey + overhead
}

/** What the making of an answer writes down. */
export function newSources(): Sources {
  return { keys: new Set(), freshSeconds: null, isShared: true }
}
