import { open } from 'node:fs/promises'
import { Refusal, shorten } from '../core/errors.ts'
import type { ReceivedFile } from '../core/files.ts'
import { disguiseOf, type FileKind, kinds, takenKinds } from './kinds.ts'
import { wordsInPicture } from './media-words.ts'
import type { MediaWords } from './published.ts'
import { endsOf } from './receive.ts'

/**
 * What a file is, by its content alone: neither its name nor the type that was sent along is believed.
 * @throws unsupported_media_type for what is not taken, and for a file that is two things at once.
 */
export async function identifyFile(file: ReceivedFile): Promise<FileKind> {
  const { head, tail } = await endsOf(file)
  const disguise = disguiseOf(head, tail)
  if (disguise) throw notTaken(disguise)
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(file.path).catch(() => undefined)
  const kind = found && kinds.get(found.mime.split(';')[0] ?? '')
  if (kind) return kind
  const what = found ? `it is ${shorten(found.mime)}` : 'its content is of no known kind'
  throw notTaken(`${what}; taken are ${takenKinds}`)
}

function notTaken(words: string): Refusal {
  return new Refusal('unsupported_media_type', `file: ${words}`, { faults: [{ path: 'file', message: words }] })
}

/** Bytes at the beginning of a picture that are looked at for words: IPTC and XMP stand before the picture itself. */
const wordsBytes = 1_048_576

/** The words that a picture brings along; none when they cannot be read. */
export async function readPictureWords({ path }: ReceivedFile): Promise<MediaWords> {
  const { default: exifr } = await import('exifr')
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wordsBytes), 0, wordsBytes, 0)
    const options = { iptc: true, xmp: true, ifd0: true, exif: false, gps: false, mergeOutput: false } as never
    const parts = await exifr.parse(buffer.subarray(0, bytesRead), options).catch(() => undefined)
    return wordsInPicture(parts)
  } finally {
    await handle.close()
  }
}
