import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Ctx } from '../core/ctx.ts'
import type { ReceivedFile } from '../core/files.ts'
import { identifyFile, readPictureWords } from './identify.ts'
import type { FileKind } from './kinds.ts'
import { type MadePicture, remakePicture } from './picture.ts'
import { inPool } from './pool.ts'
import type { MediaWords } from './published.ts'

/** A file as it is stored, and what is known of it. */
export interface MadeFile extends ReceivedFile {
  kind: FileKind
  /** What a picture said of itself. */
  words: MediaWords
  facts: Partial<Omit<MadePicture, 'kind'>>
}

const noWords: MediaWords = { alt: null, caption: null, credit: null }

/**
 * What is to be stored of a file that came in: a picture made anew, anything else as it is.
 * @throws unsupported_media_type, too_large, invalid_input, unavailable.
 */
export async function makeFile({ files }: Pick<Ctx, 'files'>, received: ReceivedFile): Promise<MadeFile> {
  const kind = await identifyFile(received)
  if (!kind.isPicture) return { ...received, kind, words: noWords, facts: {} }
  const words = await readPictureWords(received)
  const path = await files.scratchPath()
  const drop = () => rm(path, { force: true })
  try {
    const { kind: made, ...facts } = await inPool(() =>
      remakePicture({ path: received.path, kind }, path, files.limits),
    )
    const { size: bytes } = await stat(path)
    return { path, bytes, hash: await hashOf(path), drop, kind: made, words, facts }
  } catch (error) {
    await drop()
    throw error
  }
}

/** SHA-256 of a file, in hex. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
