import { invalidInput, shorten } from '../core/errors.ts'
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

/** How an export of ours begins, which is no file of stories: see decision 30. */
const ownExport = '{"type":"dateline"'
const ownWords =
  'it is an export of Dateline, which comes back as it was, with its users: by the command `dateline restore FILE`, not by an import'

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
  if (head.startsWith(ownExport)) throw invalidInput([{ path: '', message: ownWords }])
  const format = formats.find(({ detects }) => detects(head, fileName))
  if (format) return format
  const file = fileName ? `'${shorten(fileName)}'` : 'the file'
  if (head === '') throw invalidInput([{ path: '', message: `${file} is empty` }])
  if (packed.some((start) => head.startsWith(start)))
    throw invalidInput([{ path: '', message: `${file} is packed; unpack it and import what is in it` }])
  throw invalidInput([{ path: '', message: `${file} is in no known format; name it, one of ${formatNames()}` }])
}

/** The format of that name, whatever its case. @throws invalid_input that lists the names. */
export function formatNamed(name: string): Format {
  const format = formats.find((each) => each.name === name.toLowerCase())
  if (format) return format
  const message = `'${shorten(name)}' is no format; use one of ${formatNames()}`
  throw invalidInput([{ path: 'format', message }])
}

function formatNames(): string {
  return formats.map(({ name }) => name).join(', ')
}
