import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Asked, Facts } from '../helpers/ask.ts'

let made = 0

/** A picture that is like no other, whose halves can be told apart: left red, right blue. */
export async function drawing(width = 600, height = 400): Promise<Buffer> {
  made += 1
  const half = {
    width: Math.ceil(width / 2),
    height,
    channels: 3 as const,
    background: { r: 200, g: made % 50, b: 30 },
  }
  return sharp({ create: { width, height, channels: 3, background: { r: 30, g: made % 50, b: 200 } } })
    .composite([
      { input: await sharp({ create: half }).raw().toBuffer(), raw: { ...half, channels: 3 }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()
}

/** A JPEG that is like no other. */
export async function jpeg(width = 600, height = 400): Promise<Buffer> {
  made += 1
  const background = { r: (made * 37) % 256, g: (made * 91) % 256, b: (made * 53) % 256 }
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

interface Form {
  fields?: Record<string, string>
  /** As which the file is sent; neither is to be believed. */
  name?: string
  type?: string
  part?: string
}

/** Uploads a file over REST. */
export async function upload<T = Facts>(
  { rest, app, keys }: Pick<Newsroom, 'rest' | 'app' | 'keys'>,
  bytes: Buffer,
  {
    as = 'contributor',
    headers,
    fields = {},
    name = 'picture.jpg',
    type = 'image/jpeg',
    part = 'file',
  }: Asked & Form = {},
): Promise<Answer<T>> {
  void rest
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set(part, new Blob([new Uint8Array(bytes)], { type }), name)
  const body = new Response(form)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/editorial/media/upload',
    headers: {
      authorization: `Bearer ${keys[as]}`,
      'content-type': body.headers.get('content-type') ?? '',
      ...headers,
    },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  const data = answer.json()
  const paths = (data.errors ?? []).map((fault: { path: string }) => fault.path)
  return { status: answer.statusCode, code: data.code ?? null, paths, data, text: answer.body, headers: answer.headers }
}

/** The path of an absolute address. */
export function pathOf(url: unknown): string {
  const { pathname, search } = new URL(String(url))
  return pathname + search
}

/** The head of a PNG that says to be this large, with a body that unpacks to next to nothing. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = Buffer.concat([Buffer.from([0x78, 0x9c]), deflateRawSync(Buffer.alloc(4_000_000))])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Source: the PNG specification, annex D. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A small archive with one stored file. */
export function zip(): Buffer {
  const name = Buffer.from('page.html')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, name, end])
}

/** The smallest files of some kinds that are stored as they are. */
export const small = {
  mp4: Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypisom\0\0\x02\0isomiso2'),
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('free'),
  ]),
  pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  mp3: Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'),
    Buffer.alloc(400, Buffer.from([0xff, 0xfb, 0x90, 0x64])),
  ]),
}
