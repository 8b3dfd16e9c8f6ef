import type { Random } from '../../bench/archive/random.ts'
import { newId } from './bait.ts'
import { type Canaries, newWord } from './canaries.ts'
import type { Read } from './doors.ts'
import type { Given } from './judge.ts'

/** A request about something hidden, and the same about something that nobody has. */
export interface Twins {
  hidden: Read
  nobodys: Read
  /** Whether what was asked for is still hidden. */
  areHidden(): boolean
  /** An answer to either without what tells the two requests apart. */
  told(given: Given): string
}

const word = /zx[a-z]{11}q/g
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Of one request, or of the moment. */
const passing = new Set(['content-length', 'date', 'x-request-id', 'etag', 'connection', 'keep-alive', 'age'])

/** Keys stand there in the order of the ids. */
const keyHeaders = /^(surrogate-key|cache-tag): .*$/gm

/** The twins of a request; null when it asks for nothing hidden by its whole name. */
export function twinsOf(read: Read, canaries: Canaries, random: Random): Twins | null {
  const text = `${read.url} ${read.payload ?? ''}`
  const names = [...new Set([...(text.match(word) ?? []), ...(text.match(uuid) ?? [])])].filter(canaries.isHidden)
  // The hash of a document is that of one with other names.
  if (names.length === 0 || text.includes('persistedQuery')) return null
  const others = new Map(names.map((name) => [name, name.startsWith('zx') ? newWord(random) : newId(random)]))
  const swapped = (given: string) => names.reduce((all, name) => all.replaceAll(name, others.get(name) ?? ''), given)
  const { 'content-type': type } = read.headers
  const headers: Record<string, string> = {
    'accept-encoding': 'identity',
    ...(type !== undefined && { 'content-type': type }),
  }
  const hidden: Read = { ...read, headers }
  const nobodys: Read = {
    ...hidden,
    url: swapped(read.url),
    ...(read.payload !== undefined && { payload: swapped(read.payload) }),
  }
  return {
    ...{ hidden, nobodys },
    areHidden: () => names.every(canaries.isHidden),
    told: ({ status, headers: given, body }) => {
      const lines = Object.entries(given)
        .filter(([name]) => !passing.has(name))
        .map((each) => each.join(': '))
      const whole = timeless(`${status}\n${lines.sort().join('\n')}\n${body}`)
      const nameless = [...others].flat().reduce((all, name) => all.replaceAll(name, '…'), whole)
      return nameless.replace(keyHeaders, (line) => line.split(/[ ,]/).sort().join(' '))
    },
  }
}

/** A text without what is of one request or gets less by the second: scores, and places in a list, which name the filter. */
export function timeless(text: string): string {
  return text.replace(/"(instance|requestId|cursor|endCursor|next)":"[^"]*"|"score":[\d.e-]+|\bafter=[\w-]+/g, '')
}

/** Where two texts part, with what stands around. */
export function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, n) => letter !== other[n])
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120)
  return `…${around(one)}…\n    but …${around(other)}…`
}
