import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedSlug, toSlug } from '../../src/lib/slug.ts'
import { fold, transliterate } from '../../src/lib/transliterate.ts'

const slugs: [text: string, slug: string, locale?: string][] = [
  ['', ''],
  ['   ', ''],
  ['!?…—', ''],
  ['Gas prices', 'gas-prices'],
  ['  two   spaces ', 'two-spaces'],
  ["“Don’t” isn't `it`", 'dont-isnt-it'],
  ['A/B testing & C++', 'a-b-testing-c'],
  ['100 % of $5', '100-of-5'],
  ['ÉCOLE', 'ecole'],
  ['E\u0301COLE', 'ecole'],
  ['Łódź, Škoda, Ørsted', 'lodz-skoda-orsted'],
  ['Straße', 'strasse', 'de'],
  ['Über', 'ueber', 'de'],
  ['Über', 'uber'],
  ['Алматы', 'almaty'],
  ['Қазақстан', 'qazaqstan', 'kk'],
  ['Жаңа жыл', 'jana-jyl', 'kk-KZ'],
  ['Київ горить', 'kyiv-horyt', 'uk'],
  ['\u200bzero\u200bwidth\u202e', 'zerowidth'],
  ['a\0b', 'a-b'],
  ['a\nb\tc', 'a-b-c'],
  ['ＦＵＬＬ', 'full'],
  ['①②', '12'],
]
it.each(slugs)('toSlug(%j) is %j', (text, slug, locale) => {
  expect(toSlug(text, locale)).toBe(slug)
})

it('a slug ends between words and has at most 80 characters', () => {
  expect(toSlug('word '.repeat(40))).toBe(`${'word-'.repeat(15)}word`)
  expect(toSlug('x'.repeat(500))).toBe('x'.repeat(80))
  expect(toSlug(`${'x'.repeat(80)} tail`)).toBe('x'.repeat(80))
  expect(toSlug(`${'x'.repeat(79)} tail`)).toBe('x'.repeat(79))
  expect(toSlug('国'.repeat(1_000)).length).toBeLessThanOrEqual(80)
})

it('a text a thousand times too long makes a slug at once', () => {
  const started = performance.now()
  expect(toSlug('Қазақстан '.repeat(10_000), 'kk').length).toBeLessThanOrEqual(80)
  expect(performance.now() - started).toBeLessThan(2_000)
})

it('whatever the text, the slug is empty or a slug', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('en', 'kk', 'de', 'uk', '', 'constructor', '__proto__'),
      (text, locale) => {
        expect(toSlug(text, locale)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      },
    ),
  )
})

it.each([
  ['name', 1, 'name'],
  ['name', 2, 'name-2'],
  ['name', 1_000, 'name-1000'],
  ['x'.repeat(100), 2, `${'x'.repeat(80)}-2`],
])('numberedSlug(%j, %d)', (slug, n, expected) => {
  expect(numberedSlug(slug, n)).toBe(expected)
})

describe('fold: names that readers take for the same are the same', () => {
  it.each([
    ['Нұр-Сұлтан', 'нур султан'],
    ['São Paulo', 'sao paulo'],
    ['O’Brien', "O'Brien"],
    ['O’Brien', 'obrien'],
    ['ﬁnance', 'finance'],
    ['ＡＢＣ', 'abc'],
    ['  a  b ', 'A B'],
    ['Zoë', 'Zoe\u0308'],
  ])('%j and %j', (a, b) => expect(fold(a)).toBe(fold(b)))
  it.each([
    ['Алматы', 'Астана'],
    ['a b', 'ab'],
    ['1', '2'],
  ])('%j and %j are not', (a, b) => expect(fold(a)).not.toBe(fold(b)))
  it('of nothing is nothing', () => expect([fold(''), fold('…'), fold('\u200b')]).toEqual(['', '', '']))
})

it.each([
  ['Й', 'uk'],
  ['й', 'kk'],
  ['щ', 'ru'],
  ['ß', 'de-AT'],
  ['ä', 'fi'],
  ['İ', 'tr'],
])('transliterate(%j) for %s is ASCII in lower case', (text, locale) => {
  expect(transliterate(text, locale)).toMatch(/^[ -~]+$/)
  expect(transliterate(text, locale)).toBe(transliterate(text, locale).toLowerCase())
})
