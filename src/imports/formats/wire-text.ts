import type { Format, ReadOptions } from '../format.ts'
import type { Found } from '../item.ts'
import { Notes } from '../text/notes.ts'
import { refusal, wholeReader } from './readers.ts'
import { storyOfLines } from './wire-lines.ts'

/** Largest text, in characters: more is no story. */
const mostCharacters = 8_000_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these.
const binary = /[\0-\x06\x0e-\x1a\x1c-\x1f]/

/** Plain text as agencies and people send it: a headline, paragraphs, crossheads between dashes, lists of links. The last that is tried. */
export const wireText: Format = {
  name: 'text',
  title: 'plain wire text',
  detects: (head, fileName) =>
    !binary.test(head) &&
    !/^\s*[<{[]/.test(head) &&
    !head.includes('\ufffd') &&
    (head.trim().split('\n').length > 1 || (/\.(?:txt|text)$/i.test(fileName ?? '') && head.trim() !== '')),
  open: (options) => wholeReader(options, mostCharacters, (text) => [readText(text, options)]),
}

function readText(text: string, { locale, baseUrl }: ReadOptions): Found {
  if (text.trim() === '') return refusal(1, 1, 'the file is empty')
  return storyOfLines(text, { place: { item: 1, line: 1 }, locale, canonicalUrl: baseUrl }, new Notes())
}
