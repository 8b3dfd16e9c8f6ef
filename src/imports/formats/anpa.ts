import type { Format } from '../format.ts'
import type { Found } from '../item.ts'
import { Notes } from '../text/notes.ts'
import { oneLine } from '../text/words.ts'
import { bareAuthor, namesIn } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'
import { storyOfLines } from './wire-lines.ts'

const mostCharacters = 8_000_000

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: both formats are made of these.
/** Start of header, start of text, end of text. Source: ANPA 1312; IPTC 7901, section 3. */
const message = /\x01([^\x02]{0,500})\x02([^\x03\x01]*)/g
const start = /^[\x16\s]*\x01[\x20-\x7e]/
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: as above.

/** Text of the wires of old: ANPA 1312 and IPTC 7901. One file may hold several messages. */
export const anpa: Format = {
  name: 'anpa',
  title: 'ANPA 1312 or IPTC 7901',
  detects: (head) => start.test(head),
  open: (options) => wholeReader(options, mostCharacters, (text) => readFile(text, options.locale)),
}

function readFile(text: string, locale: string | null): Found[] {
  const messages = [...text.matchAll(message)]
  if (messages.length === 0)
    return [refusal(1, 1, 'there is no message in the file: no start of text (STX) after the header')]
  return messages.map(([, header = '', body = ''], i) => {
    const line = text.slice(0, messages[i]?.index ?? 0).split('\n').length
    return readMessage(header.replace(controls, ' '), body.replace(controls, ''), { item: i + 1, line }, locale)
  })
}

function readMessage(
  header: string,
  body: string,
  place: { item: number; line: number },
  locale: string | null,
): Found {
  const notes = new Notes()
  const lines = body.replace(/\r\n?/g, '\n').split('\n')
  const marked = lines
    .filter((line) => /^\^/.test(line))
    .map((line) =>
      line
        .slice(1)
        .replace(/[<=]\s*$/, '')
        .trim(),
    )
  const own = marked.length > 0 ? ofAnpa(marked) : ofIptc(lines)
  const text = lines
    .filter((line) => !/^\^/.test(line) && line !== own.taken)
    .map(plain)
    .join('\n')
  const number = /^\s*([A-Za-z]{1,4}\s?\d{3,5})/.exec(header)?.[1]?.replace(/\s/g, '')
  if (number) notes.add(`the number ${number} is used again another day, so the story is named by its content`)
  return storyOfLines(
    text,
    {
      place,
      locale,
      headline: own.headline ?? '',
      ...(own.names.length > 0 && { bylines: own.names.map((name) => bareAuthor(name)) }),
    },
    notes,
  )
}

/** Lines with a `^`: the slug first, then the headline, notes and byline in any order. */
function ofAnpa(marked: string[]) {
  const [slug = '', ...others] = marked
  const names = others.flatMap((line) => (/^by\s/i.test(line) ? namesIn(line) : []))
  const headline = others.find(
    (line) => !/^(?:by\s|eds:|ap photo|associated press|\(?photo|with)/i.test(line) && /[a-z]/.test(line),
  )
  return { headline: oneLine(headline ?? slug.replace(/^BC-/, '')), names, taken: null as string | null }
}

/** The headline ends in `=`, alone on the first line. */
function ofIptc(lines: string[]) {
  const taken = lines.find((line) => line.trim() !== '') ?? null
  const headline = oneLine(taken?.replace(/\s*=\s*$/, ''))
  return { headline, names: [] as string[], taken }
}

/** Quotation marks and dashes as typewriters wrote them. */
function plain(line: string): string {
  return line
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\s_\s/g, ' – ')
    .replace(/^\t\s*/, '   ')
}
