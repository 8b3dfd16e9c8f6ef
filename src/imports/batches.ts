import { setImmediate as nextTurn } from 'node:timers/promises'
import { tagsOf } from './content.ts'
import { type Entry, entryOf } from './entries.ts'
import type { Found } from './item.ts'
import { authorKey, tagKey } from './name-keys.ts'

/** Things of a batch at most, and characters of what they say: what a transaction writes in well under a second. */
const mostThings = 200
const mostCharacters = 2_000_000

/** Authors and tags of a batch that the file has not named before, at most: what a few statements make in well under a second. */
const mostNames = 1_000

/** Ms of work in one turn, so that what waits for the database goes on meanwhile. */
const turnMs = 5

/**
 * What is found, in batches: no external id stands twice in one. The first `skip` things are passed over, for they are done.
 * `locale`: of stories that do not say theirs; `most`: things of a batch.
 */
export async function* batchesOf(
  found: AsyncIterable<Found>,
  skip: number,
  locale: string,
  most = mostThings,
): AsyncGenerator<Entry[]> {
  const batch = new Batch(most)
  let number = 0
  let turnedAt = performance.now()
  for await (const each of found) {
    number += 1
    if (number <= skip) continue
    const entry = entryOf(each, number, locale)
    if (!batch.fits(entry)) yield batch.take()
    batch.add(entry)
    if (performance.now() - turnedAt < turnMs) continue
    await nextTurn()
    turnedAt = performance.now()
  }
  if (batch.length > 0) yield batch.take()
}

class Batch {
  readonly #most: number
  #entries: Entry[] = []
  #externalIds = new Set<string>()
  #characters = 0
  #names = 0
  /** Every name that the file has had so far. */
  #known = new Set<string>()

  constructor(most: number) {
    this.#most = most
  }

  get length(): number {
    return this.#entries.length
  }

  fits(entry: Entry): boolean {
    if (this.length === 0) return true
    const isAgain = entry.kind === 'story' && this.#externalIds.has(entry.item.externalId)
    const isFull = this.length >= this.#most || this.#names + this.#newNames(entry).length > mostNames
    return !isAgain && !isFull && this.#characters + sizeOf(entry) <= mostCharacters
  }

  add(entry: Entry): void {
    this.#entries.push(entry)
    this.#characters += sizeOf(entry)
    for (const name of this.#newNames(entry)) {
      this.#known.add(name)
      this.#names += 1
    }
    if (entry.kind === 'story') this.#externalIds.add(entry.item.externalId)
  }

  take(): Entry[] {
    const entries = this.#entries
    this.#entries = []
    this.#externalIds = new Set()
    this.#characters = 0
    this.#names = 0
    return entries
  }

  #newNames(entry: Entry): string[] {
    return namesOf(entry).filter((name) => !this.#known.has(name))
  }
}

/** Characters of what an entry says, about. */
function sizeOf(entry: Entry): number {
  if (entry.kind !== 'story' || 'faults' in entry.prepared) return 200
  return 500 + entry.prepared.content.body.json.length
}

/** What the entry names: authors and tags, each by what tells it from others. */
function namesOf(entry: Entry): string[] {
  if (entry.kind === 'author') return [`author:${authorKey(entry.author)}`]
  if (entry.kind === 'tag') return [tagKey(entry.tag)]
  if (entry.kind !== 'story') return []
  return [...entry.item.bylines.map((author) => `author:${authorKey(author)}`), ...tagsOf(entry.item).map(tagKey)]
}
