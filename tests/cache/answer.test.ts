import { describe, expect, it } from 'vitest'
import { addressName, encodingFor, isKnown, toKeptAnswer } from '../../src/cache/answer.ts'

const body = Buffer.from('{}')
const kept = (keys: string[], more = {}) =>
  toKeptAnswer({
    status: 200,
    headers: {},
    body,
    sources: { keys: new Set(keys), freshSeconds: null, isShared: true },
    cdnSeconds: 0,
    ...more,
  })

it('parameters in another order are the same address', () => {
  expect(addressName('/v1/articles?tag=a&first=3')).toBe(addressName('/v1/articles?first=3&tag=a'))
  expect(addressName('/v1/articles?tag=a&tag=b')).toBe(addressName('/v1/articles?tag=b&tag=a'))
  expect(addressName('/v1/articles?tag=a')).not.toBe(addressName('/v1/articles?tag=b'))
  expect(addressName('/v1/articles')).toBe('/v1/articles')
})

it.each([
  [undefined, null],
  ['', null],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, *;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['BR', 'br'],
  ['identity', null],
  ['br;q=0.1, gzip;q=1', 'gzip'],
  ['identity;q=1, br;q=0.5', null],
  ['*', 'br'],
  ['*;q=0', null],
  ['br;q=x', null],
])('a client that accepts %j gets %j', (accepted, form) => expect(encodingFor(accepted)).toBe(form))

describe('a client that has the answer', () => {
  const answer = { etag: 'W/"abc"', lastModified: Date.parse('2026-01-08T09:30:00.700Z') }
  it.each([
    [{}, false],
    [{ 'if-none-match': 'W/"abc"' }, true],
    [{ 'if-none-match': '"abc"' }, true],
    [{ 'if-none-match': '"x", W/"abc"' }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': '"x"' }, false],
    [{ 'if-modified-since': 'Thu, 08 Jan 2026 09:30:00 GMT' }, true],
    [{ 'if-modified-since': 'Thu, 08 Jan 2026 09:29:59 GMT' }, false],
    [{ 'if-modified-since': 'nonsense' }, false],
    [{ 'if-none-match': '"x"', 'if-modified-since': 'Thu, 08 Jan 2026 09:30:00 GMT' }, false],
  ])('says so with %j: %j', (headers, known) => expect(isKnown(answer, headers)).toBe(known))
})

describe('headers for caches', () => {
  it.each([
    [60.7, 'max-age=60'],
    [0.4, undefined],
    [null, 'max-age=600'],
  ])('tell whole seconds of %j', (freshSeconds, told) => {
    const sources = { keys: new Set(['a']), freshSeconds, isShared: true }
    expect(kept([], { sources, cdnSeconds: 600 }).headers['cdn-cache-control']).toBe(told)
  })

  it('name what the answer depends on, for those that purge by key', () => {
    const { headers } = kept(['a', 'list:b'])
    expect(headers).toMatchObject({ 'surrogate-key': 'a list:b any', 'cache-tag': 'a,list:b,any' })
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate', vary: 'Accept-Encoding' })
    expect(headers).not.toHaveProperty('cdn-cache-control')
  })

  it.each(['path:/\u{1f4f0}', 'path:/a b', 'path:/a,b', 'path:/a\nb', `path:/${'a'.repeat(1_000)}`])(
    'do not name what no header can: %j',
    (key) => expect(kept([key]).headers).toMatchObject({ 'surrogate-key': 'many any', 'cache-tag': 'many,any' }),
  )

  it('are bounded: an answer of very many things is dropped by every change', () => {
    const { headers } = kept(Array.from({ length: 101 }, (_, n) => `key-${n}`))
    expect(headers['surrogate-key']).toBe('many any')
  })

  it('let a CDN keep it as long as the setting says, but no longer than it is fresh', () => {
    expect(kept(['a'], { cdnSeconds: 600 }).headers).toMatchObject({ 'cdn-cache-control': 'max-age=600' })
    const sources = { keys: new Set(['a']), freshSeconds: 60, isShared: true }
    expect(kept(['a'], { cdnSeconds: 600, sources }).headers).toMatchObject({ 'surrogate-control': 'max-age=60' })
  })
})
