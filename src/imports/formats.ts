import { invalidInput, type Refusal, shorten } from '../core/errors.ts'
import type { Format } from './format.ts'
import { anpa } from './formats/anpa.ts'
import { email } from './formats/email.ts'
import { feeds } from './formats/feeds.ts'
import { ghost } from './formats/ghost.ts'
import { jsonFeed } from './formats/json-feed.ts'
import { markdown } from './formats/markdown.ts'
import { newsmlG2 } from './formats/newsml-g2.ts'
import { newsml1 } from './formats/newsml1.ts'
import { ninjs } from './formats/ninjs.ts'
import { nitf } from './formats/nitf.ts'
import { page } from './formats/page.ts'
import { wireText } from './formats/wire-text.ts'
import { wxr } from './formats/wxr.ts'
import { isOwnExport, isOwnFormat, ownFormat } from './own-export.ts'

/** All formats that can be read, in the order in which they are tried. */
export const formats: readonly Format[] = [
  email,
  anpa,
  wxr,
  newsmlG2,
  newsml1,
  nitf,
  feeds,
  ghost,
  jsonFeed,
  ninjs,
  markdown,
  page,
  wireText,
]

/** An export of ours is no file of stories: see decision 39. */
const ownWords =
  'it is an export of Dateline, a newsroom with its users, and no file of stories: an admin imports it, or the command `dateline restore FILE` does'

/** How zip, gzip, bzip2, xz, 7z and zstd begin, decoded as UTF-8 or windows-1252. */
const packed = [
  'PK\u0003\u0004',
  '\u001f\u008b',
  '\u001f\u2039',
  '\u001f\ufffd',
  'BZh9',
  '\ufffd7zXZ',
  '\u00fd7zXZ',
].concat('7z\u00bc', '7z\ufffd', '(\u00b5/\ufffd', '(\u00b5/\u00fd', '(\ufffd/\ufffd')

/** The format of a file, by its first characters (decoded) and its name. @throws invalid_input that lists what can be read. */
export function detectFormat(head: string, fileName: string | null): Format {
  if (isOwnExport(head)) throw invalidInput([{ path: '', message: ownWords }])
  const format = formats.find(({ detects }) => detects(head, fileName))
  if (format) return format
  const file = fileName ? `'${shorten(fileName)}'` : 'the file'
  if (head === '') throw invalidInput([{ path: '', message: `${file} is empty` }])
  if (packed.some((start) => head.startsWith(start)))
    throw invalidInput([{ path: '', message: `${file} is packed; unpack it and import what is in it` }])
  if (isUnreadable(head))
    throw invalidInput([
      {
        path: '',
        message: `${file} is not in UTF-8 and does not say its encoding; save it as UTF-8, or name its format to have it read as windows-1252`,
      },
    ])
  throw invalidInput([{ path: '', message: `${file} is in no known format; name it, one of ${allNames()}` }])
}

/** Of what was taken for UTF-8: one in fifty letters is none in it. What has control characters is no text. */
function isUnreadable(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return head.split('\uFFFD').length - 1 > head.length / 50 && !/[\0-\x08\x0e-\x1f]/.test(head)
}

/** The name of the format that a file is in, our own among them. @throws invalid_input that lists what can be read. */
export function formatNameOf(head: string, fileName: string | null): string {
  return isOwnExport(head) ? ownFormat : detectFormat(head, fileName).name
}

/** @throws invalid_input that lists the names, our own among them */
export function requireFormatName(name: string): void {
  if (isOwnFormat(name) || formats.some((each) => each.name === name.toLowerCase())) return
  throw noFormat(name, allNames())
}

/** The format of that name, whatever its case. @throws invalid_input that lists the names. */
export function formatNamed(name: string): Format {
  const format = formats.find((each) => each.name === name.toLowerCase())
  if (format) return format
  throw noFormat(name, formatNames())
}

function noFormat(name: string, names: string): Refusal {
  return invalidInput([{ path: 'format', message: `'${shorten(name)}' is no format; use one of ${names}` }])
}

/** Our own export is imported by another door, but named at the same place. */
function allNames(): string {
  return `${ownFormat}, ${formatNames()}`
}

function formatNames(): string {
  return formats.map(({ name }) => name).join(', ')
}
