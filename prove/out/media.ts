import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import type { Random } from '../../bench/archive/random.ts'
import type { Files } from '../../src/core/files.ts'
import { filesIn } from '../../src/files/files.ts'
import type { Newsroom } from '../newsroom.ts'

/** The place of files of media in a folder. */
export function filesOf(folder: string): Files {
  return filesIn({ folder, limits: { bytes: 50_000_000, pixels: 50_000_000, frames: 100 } })
}

/** A file like no other, of up to 300 kB: mostly papers, which are stored as they are, sometimes a picture, which is made anew. */
export async function someFile(random: Random): Promise<Buffer> {
  const colour = () => random.below(256)
  if (random.below(4) > 0) return paper(random, 1_000 + random.below(300_000))
  const background = { r: colour(), g: colour(), b: colour() }
  const size = { width: 100 + random.below(200), height: 100 + random.below(200) }
  return sharp({ create: { ...size, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

function paper(random: Random, length: number): Buffer {
  const words = Buffer.alloc(length, `${random.below(2 ** 31)} ${random.below(2 ** 31)}\n`)
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), words])
}

/** An asset, as far as proofs look at it. */
export interface Media {
  id: string
  hash: string
  type: string
}

/** Uploads a file over REST, as a client would. */
export async function upload({ app, key }: Newsroom, bytes: Buffer) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), 'file')
  const body = new Response(form)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/editorial/media/upload',
    headers: { authorization: `Bearer ${key}`, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { status: answer.statusCode, media: answer.json() as Media }
}

/** SHA-256 of a file, in hex; null when there is none. */
export async function hashAt(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The files of a store: each key, with what is wrong with it when it is not the content that its name says. */
export async function faultsOfStore({ store }: Files): Promise<{ keys: Set<string>; faults: string[] }> {
  const [keys, faults] = [new Set<string>(), [] as string[]]
  for await (const { key } of store.list('files/')) {
    keys.add(key)
    const named = /([0-9a-f]{64})\.\w+$/.exec(key)?.[1]
    if ((await hashAt(`${store.location}/${key}`)) !== named) faults.push(`${key} is not what its name says`)
  }
  return { keys, faults }
}
