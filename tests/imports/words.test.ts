import { expect, it } from 'vitest'
import { isBlank, oneLine } from '../../src/imports/text/words.ts'

it.each([
  ['one space', 'a b', 'a b'],
  ['many spaces', ' a   b ', 'a b'],
  ['a line break', 'a\nb', 'a b'],
  ['a tab between spaces', 'a \t b', 'a b'],
  ['a space that does not break', 'a\u00a0b', 'a b'],
  ['nothing that can be seen', 'a\u200bb\ufeffc', 'a b c'],
  ['what no text may have', 'a\0\ud800b', 'ab'],
  ['an emoji', '\u{1f600} a', '\u{1f600} a'],
  ['white space alone', ' \n\u200b\ufeff\0\ud800', null],
  ['nothing', '', null],
])('a text with %s is on one line', (_title, text, line) => {
  expect(oneLine(text)).toBe(line)
  expect(isBlank(text)).toBe(line === null)
})
