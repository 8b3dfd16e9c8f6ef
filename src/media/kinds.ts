import type { MediaType } from './media.ts'

/** A kind of file that is taken: what it is called here, and whether it is made anew. */
export interface FileKind {
  type: MediaType
  mimeType: string
  /** Of the stored file; of a picture that of the format in which it is made anew. */
  suffix: string
  isPicture: boolean
}

const picture = (mimeType: string, suffix: string): FileKind => ({ type: 'IMAGE', mimeType, suffix, isPicture: true })
const asItIs = (type: MediaType, mimeType: string, suffix: string): FileKind => ({
  ...{ type, mimeType, suffix, isPicture: false },
})

const jpeg = picture('image/jpeg', 'jpg')
const png = picture('image/png', 'png')
const webp = picture('image/webp', 'webp')
const mp4 = asItIs('VIDEO', 'video/mp4', 'mp4')
const m4a = asItIs('AUDIO', 'audio/mp4', 'm4a')
const ogg = asItIs('AUDIO', 'audio/ogg', 'ogg')

/**
 * What is taken, by the type that the content has (names of file-type 21). Pictures are made anew in a format that every browser shows: what
 * is lossless stays so, what moves becomes WebP. Everything else is stored as it is, so that only what browsers play or show is taken.
 */
export const kinds: ReadonlyMap<string, FileKind> = new Map([
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/apng', png],
  ['image/webp', webp],
  ['image/gif', png],
  ['image/avif', webp],
  ['image/tiff', jpeg],
  ['video/mp4', mp4],
  ['video/x-m4v', mp4],
  ['video/quicktime', asItIs('VIDEO', 'video/quicktime', 'mov')],
  ['video/webm', asItIs('VIDEO', 'video/webm', 'webm')],
  ['audio/mpeg', asItIs('AUDIO', 'audio/mpeg', 'mp3')],
  ['audio/mp4', m4a],
  ['audio/x-m4a', m4a],
  ['audio/ogg', ogg],
  ['audio/opus', ogg],
  ['audio/wav', asItIs('AUDIO', 'audio/wav', 'wav')],
  ['audio/flac', asItIs('AUDIO', 'audio/flac', 'flac')],
  ['audio/aac', asItIs('AUDIO', 'audio/aac', 'aac')],
  ['application/pdf', asItIs('FILE', 'application/pdf', 'pdf')],
])

/** The formats as people call them, for refusals. */
export const takenKinds = 'JPEG, PNG, WebP, AVIF, GIF, TIFF; MP4, MOV, WebM; MP3, M4A, Ogg, WAV, FLAC, AAC; PDF'

/** What a browser would run or show as a page, at the beginning of a file that says to be something else, or in its place. */
const markup = /<(!doctype|html|head|body|script|iframe|svg|\?xml|\?php|style|meta)[\s>/:]/i

/**
 * What is wrong with the beginning and the end of a file, whatever its type: it is a page or a drawing, or something else as well. Null when
 * nothing is. `head`: up to 1 kB; `tail`: up to 64 kB.
 */
export function disguiseOf(head: Buffer, tail: Buffer): string | null {
  const words = textOf(head)
  const found = markup.exec(words)?.[1]?.toLowerCase()
  if (found === 'svg' || (found === '?xml' && /<svg[\s>]/i.test(words))) return svgWords
  if (found) return `it has markup (<${found}>) at its beginning; a page or a script is not taken, whatever its name`
  return endsAsZip(tail) ? 'it is an archive as well: a zip stands behind it; save it again and upload that' : null
}

const svgWords = 'it is an SVG, which can hold scripts; export it as PNG or WebP and upload that'

/** UTF-16 has a zero beside each letter of markup: without zeros it reads the same. */
function textOf(head: Buffer): string {
  return head.toString('latin1').replaceAll('\0', '')
}

/** A zip is read from its end: a record of 22 bytes and a comment as long as it says. Source: APPNOTE.TXT of PKWARE, section 4.3.16. */
function endsAsZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}
