import type { Format, Reader } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import type { Found } from '../item.ts'
import { instantOf } from '../text/dates.ts'
import { headersOf, type MailPart, maxParts, partsOf, readWords } from '../text/mail.ts'
import { Notes } from '../text/notes.ts'
import { finishItem } from './finish.ts'
import { bareAuthor } from './parts.ts'
import { refusal } from './readers.ts'
import { storyOfLines } from './wire-lines.ts'

/** Largest message, in bytes: what mail servers let through. */
const mostBytes = 32_000_000

/** A saved e-mail: its subject is the headline, its text the story. Files that hang on it are left out, which is said. */
export const email: Format = {
  name: 'email',
  title: 'e-mail',
  detects: (head) =>
    /^\s*(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}/.test(head.slice(0, 20_000)) &&
    /^(?:received|subject|message-id|mime-version|delivered-to|return-path):/im.test(head),
  open: ({ locale }) => openMail(locale),
}

function openMail(locale: string | null): Reader {
  let parts: string[] = []
  let length = 0
  return {
    write(bytes) {
      length += bytes.length
      if (length <= mostBytes) parts.push(Buffer.from(bytes).toString('latin1'))
      else parts = []
      return []
    },
    end: () => [
      length <= mostBytes
        ? readMail(parts.join(''), locale)
        : refusal(1, 1, `the message has more than ${mostBytes} bytes`),
    ],
  }
}

function readMail(source: string, locale: string | null): Found {
  const notes = new Notes()
  const message = source.replace(/^\s+/, '')
  const headers = headersOf(message)
  const parts = partsOf(message)
  if (parts.length >= maxParts) notes.add(`of its parts the first ${maxParts} were read`)
  const { html, text, files } = chosen(parts)
  for (const name of files) notes.add(`the file '${name.slice(0, 60)}' that came with it was left out`)
  const [, name = '', address = ''] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>/.exec(readWords(headers.get('from') ?? '')) ?? []
  const known = {
    ...{ place: { item: 1, line: 1 }, externalId: headers.get('message-id') ?? '', locale },
    ...{
      headline: readWords(headers.get('subject') ?? ''),
      publishedAt: instantOf('Date', headers.get('date')?.replace(/\s*\([^)]*\)$/, ''), notes),
    },
    bylines: name ? [bareAuthor(name, { email: address })] : [],
  }
  if (html === null) return storyOfLines(text ?? '', known, notes)
  const converted = convertHtml(html, { base: null })
  for (const note of converted.notes) notes.add(note)
  return finishItem({ ...known, ...converted }, notes)
}

/** HTML keeps more than plain text does; what is neither is a file. */
function chosen(parts: MailPart[]) {
  const html = parts.find(({ type }) => type === 'text/html')?.text ?? null
  const text = parts.find(({ type }) => type === 'text/plain')?.text ?? null
  const files = parts.filter(({ type }) => !type.startsWith('text/')).map(({ name, type }) => name ?? type)
  return { html, text, files }
}
