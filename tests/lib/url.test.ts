import { expect, it } from 'vitest'
import { parseUrl } from '../../src/lib/url.ts'

it('hosts with letters of any language are read, also when a process has read a hundred thousand others', () => {
  for (let n = 0; n < 100_000; n++) parseUrl(`https://example.org/${n}`)
  expect(parseUrl('https://münchen.de/rathaus')?.host).toBe('xn--mnchen-3ya.de')
})

it.each(['', 'nonsense', 'http://', 'https://a b/', '//example.org'])('%j is no URL', (text) =>
  expect(parseUrl(text)).toBeNull(),
)
