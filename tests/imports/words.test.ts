import { expect, it } from 'vitest'
import { isBlank, oneLine, plainWords } from '../../src/imports/text/words.ts'

it.each([
  ['one space', 'a b', 'a b'],
  ['many spaces', ' a   b ', 'a b'],
  ['a line break', 'a\nb', 'a b'],
  ['a tab between spaces', 'a \t b', 'a b'],
  ['a space that does not break', 'a\u00a0b', 'a b'],
  ['nothing that can be seen', 'a\u200bb\ufeffc', 'abc'],
  ['words of Thai', 'น้ำ\u200bท่วม \u200bหนัก', 'น้ำท่วม หนัก'],
  ['what no text may have', 'a\0\ud800b', 'ab'],
  ['an emoji', '\u{1f600} a', '\u{1f600} a'],
  ['white space alone', ' \n\u200b\ufeff\0\ud800', null],
  ['nothing', '', null],
])('a text with %s is on one line', (_title, text, line) => {
  expect(oneLine(text)).toBe(line)
  expect(isBlank(text)).toBe(line === null)
})

it.each([
  ['<b>東京</b>都、<span>港</span>', '東京都、港'],
  ['Der <em>Kran</em>, der <a href="/x">fiel</a>.', 'Der Kran, der fiel.'],
  ['One.<br>Two.<p>Three</p>four', 'One. Two. Three four'],
  ['1 < 2 <article>three</article>', '1 < 2 three'],
])('%s is words without tags, and without spaces that nobody made', (html, words) => {
  expect(plainWords(html)).toBe(words)
})
