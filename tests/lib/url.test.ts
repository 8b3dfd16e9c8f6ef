import { expect, it } from 'vitest'
import { parseUrl, pathToLookUp } from '../../src/lib/url.ts'

it('hosts with letters of any language are read, also when a process has read a hundred thousand others', () => {
  for (let n = 0; n < 100_000; n++) parseUrl(`https://example.org/${n}`)
  expect(parseUrl('https://münchen.de/rathaus')?.host).toBe('xn--mnchen-3ya.de')
})

it.each(['', 'nonsense', 'http://', 'https://a b/', '//example.org'])('%j is no URL', (text) =>
  expect(parseUrl(text)).toBeNull(),
)

it.each([
  ['/a/b/', '/a/b'],
  ['/', '/'],
  ['/a?b=c#d', '/a'],
  ['/?p=4711&x=1', '/?p=4711'],
  ['/?page_id=36', '/?page_id=36'],
  ['/?cat=1', '/'],
  ['/%d0%bd%D0%be/', '/%D0%BD%D0%BE'],
  ['/но/é b', '/%D0%BD%D0%BE/%C3%A9%20b'],
  ['/a%2fb%zz', '/a%2Fb%zz'],
  ['/\ud800', '/\ud800'],
])('%j is looked up as %j', (given, path) => {
  expect(pathToLookUp(given)).toBe(path)
})
