import { createHash } from 'node:crypto'
import { anyChange, isOwnKey, manyThings, type Sources } from '../core/sources.ts'
import type { KeptAnswer } from './store.ts'

// What an answer looks like when it is kept: pure.

/** Keys that are named in headers one by one. */
export const mostKeys = 100

interface Made {
  status: number
  /** Those that belong to the answer, by their names in lower case; none of the request that it was made for. */
  headers: Record<string, string>
  body: Buffer
  sources: Sources
  /** Seconds that a CDN may keep it; 0: it has to ask each time. */
  cdnSeconds: number
}

/**
 * The answer with its ETag and the headers for caches. One that depends on nothing that is known cannot be dropped by a change: it is
 * old at once.
 */
export function toKeptAnswer({ status, headers, body, sources, cdnSeconds }: Made): KeptAnswer {
  const modified = Date.parse(headers['last-modified'] ?? '')
  const seconds = sources.keys.size === 0 ? 0 : sources.freshSeconds
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
  return {
    status,
    headers: { ...headers, etag, vary: varyOf(headers), ...headersForCaches(sources, cdnSeconds) },
    body,
    etag,
    lastModified: Number.isNaN(modified) ? null : modified,
    keys: sources.keys,
    freshUntil: seconds === null ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1_000,
    encoded: {},
    recount: null,
  }
}

function varyOf({ vary }: Record<string, string>): string {
  return vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding'
}

/** Browsers ask each time; a CDN that purges by key may be told to keep it. */
function headersForCaches({ keys, freshSeconds }: Sources, cdnSeconds: number): Record<string, string> {
  const told = [...keys].filter((key) => !isOwnKey(key))
  const isNamed = told.length > 0 && told.length <= mostKeys && !keys.has(anyChange) && told.every(isHeaderWord)
  const named = isNamed ? [...told, anyChange] : [manyThings, anyChange]
  const seconds = Math.floor(Math.min(cdnSeconds, freshSeconds ?? cdnSeconds))
  const forCdn: Record<string, string> =
    seconds > 0 ? { 'cdn-cache-control': `max-age=${seconds}`, 'surrogate-control': `max-age=${seconds}` } : {}
  return {
    'cache-control': 'public, max-age=0, must-revalidate',
    'surrogate-key': named.join(' '),
    'cache-tag': named.join(','),
    ...forCdn,
  }
}

/** What can stand in a list of keys in a header: an address that somebody asked for may have anything in it. */
function isHeaderWord(key: string): boolean {
  return /^[!-+\--~]{1,200}$/.test(key)
}

/** Whether the client has this very answer: by ETag, or by date when it sent none. Source: RFC 9110, 13.2.2. */
export function isKnown(
  { etag, lastModified }: Pick<KeptAnswer, 'etag' | 'lastModified'>,
  { 'if-none-match': tags, 'if-modified-since': since }: { 'if-none-match'?: string; 'if-modified-since'?: string },
): boolean {
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => opaque(tag) === opaque(etag))
  if (since === undefined || lastModified === null) return false
  return Math.floor(lastModified / 1_000) * 1_000 <= Date.parse(since)
}

/** Weak comparison: what stands in the quotes. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}

/**
 * The form in which a client wants the body: that with the highest weight, of equal ones the shortest; null: as it is. Source: RFC 9110,
 * 12.5.3.
 */
export function encodingFor(accepted: string | undefined): 'br' | 'gzip' | null {
  if (!accepted) return null
  const weights = new Map(accepted.toLowerCase().split(',').map(readWeight))
  const [br, gzip] = ['br', 'gzip'].map((form) => weights.get(form) ?? weights.get('*') ?? 0) as [number, number]
  const best = Math.max(br, gzip)
  if (best === 0 || (weights.get('identity') ?? 0) > best) return null
  return br === best ? 'br' : 'gzip'
}

/** A form of `Accept-Encoding` with its weight, 1 when it has none. */
function readWeight(part: string): [string, number] {
  const [form = '', ...parameters] = part.split(';').map((each) => each.trim())
  const given = parameters.find((each) => each.startsWith('q='))
  const weight = given === undefined ? 1 : Number(given.slice(2))
  return [form, Number.isNaN(weight) ? 0 : weight]
}

/** The name of an answer to a GET: path and query, the parameters in one order whatever that of the request. */
export function addressName(url: string): string {
  const query = url.indexOf('?')
  if (query === -1) return url
  const pairs = url.slice(query + 1).split('&')
  return pairs.length === 1 ? url : `${url.slice(0, query)}?${pairs.sort().join('&')}`
}
