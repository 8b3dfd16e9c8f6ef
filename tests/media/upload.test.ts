import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { drawing, jpeg, pathOf, pngBomb, small, upload, zip } from './files.ts'

const news = await testNewsroom()
const { rest, app, keys, db, files } = news
afterAll(news.close)

const as = 'author'
const bytesAt = async (url: unknown) =>
  (await app.inject({ method: 'GET', url: pathOf(url), headers: { authorization: `Bearer ${keys.author}` } }))
    .rawPayload
const filesKept = async () => {
  let count = 0
  for await (const _ of files.store.list('files/')) count += 1
  return count
}

describe('a picture that is uploaded', () => {
  it('becomes an asset that says all of its file, and can be had', async () => {
    await news.events()
    const { status, data, headers } = await upload(news, await drawing(), {
      fields: { alt: 'Two halves', credit: 'A / B' },
    })
    expect(status).toBe(201)
    expect(headers.location).toBe(`/v1/editorial/media/${data.id}`)
    expect(data).toMatchObject({
      ...{
        type: 'IMAGE',
        mimeType: 'image/png',
        width: 600,
        height: 400,
        alt: 'Two halves',
        caption: null,
        credit: 'A / B',
      },
      ...{ version: 1, focalPoint: null, durationSeconds: null },
      dominantColor: expect.stringMatching(/^#[0-9a-f]{6}$/),
      placeholder: expect.stringMatching(/^data:image\/webp;base64,/),
    })
    const bytes = await bytesAt(data.url)
    expect(bytes.length).toBe(data.bytes)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(data.hash)
    expect(await news.events()).toEqual({ 'media.created': 1 })
  })

  it('is turned as its EXIF says, and says nothing of where it was taken', async () => {
    const exif = {
      IFD0: { Copyright: 'Nobody', Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    }
    const taken = await sharp(await drawing())
      .jpeg()
      .withExif(exif)
      .withMetadata({ orientation: 6, exif })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const { data } = await upload(news, taken)
    expect(data).toMatchObject({ width: 400, height: 600, mimeType: 'image/jpeg', credit: 'Nobody' })
    const stored = await sharp(await bytesAt(data.url)).metadata()
    expect([stored.width, stored.height, stored.orientation, stored.exif, stored.xmp, stored.iptc]).toEqual([
      400,
      600,
      ...Array(4),
    ])
  })

  it('brings its words along, which those that are given go before', async () => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="Snow in Aqtas" photoshop:Credit="Агентство"><dc:description xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">The road\n  on Thursday</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    const told = await sharp(await jpeg())
      .withXmp(xmp)
      .jpeg()
      .toBuffer()
    const { data } = await upload(news, told, { fields: { credit: 'The desk' } })
    expect(data).toMatchObject({ alt: 'Snow in Aqtas', caption: 'The road on Thursday', credit: 'The desk' })
  })

  it('goes on moving when it moves', async () => {
    const frames = await Promise.all(
      ['red', 'lime', 'blue'].map((background) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const { data } = await upload(
      news,
      await sharp(frames, { join: { animated: true } })
        .gif({ delay: [90, 90, 90] })
        .toBuffer(),
    )
    expect(data).toMatchObject({ mimeType: 'image/webp', width: 30, height: 20 })
    expect((await sharp(await bytesAt(data.url)).metadata()).pages).toBe(3)
  })

  it('is taken in every format that newsrooms have', async () => {
    const picture = sharp(await drawing(120, 80))
    const given = {
      webp: 'image/webp',
      tiff: 'image/jpeg',
      avif: 'image/webp',
      gif: 'image/png',
      png: 'image/png',
    } as const
    for (const [format, mimeType] of Object.entries(given)) {
      const { status, data } = await upload(
        news,
        await picture
          .clone()
          .tint({ r: Object.keys(given).indexOf(format) * 40, g: 99, b: 9 })
          [format as 'webp']()
          .toBuffer(),
      )
      expect([format, status, data.mimeType, data.width]).toEqual([format, 201, mimeType, 120])
    }
  })
})

describe('what is no picture', () => {
  it('is stored as it is', async () => {
    const kinds = {
      mp4: ['VIDEO', 'video/mp4'],
      pdf: ['FILE', 'application/pdf'],
      mp3: ['AUDIO', 'audio/mpeg'],
    } as const
    for (const [name, [type, mimeType]] of Object.entries(kinds)) {
      const bytes = small[name as keyof typeof small]
      const { status, data } = await upload(news, bytes, { name: 'photo.jpg', fields: { durationSeconds: '94.5' } })
      expect([status, data.type, data.mimeType, data.bytes, data.renditions, data.srcset]).toEqual([
        201,
        type,
        mimeType,
        bytes.length,
        [],
        null,
      ])
      expect(await bytesAt(data.url)).toEqual(bytes)
    }
  })
})

describe('the same file', () => {
  it('is kept once: whoever brings it again gets the asset that has it, as it is', async () => {
    const bytes = await jpeg()
    const first = await upload(news, bytes, { fields: { alt: 'First' } })
    const kept = await filesKept()
    await news.events()
    const again = await upload(news, bytes, { fields: { alt: 'Second' }, name: '../../etc/passwd' })
    expect([again.status, again.data.id, again.data.alt]).toEqual([200, first.data.id, 'First'])
    // What is stored is not what came, and is known all the same.
    const stored = await upload(news, await bytesAt(first.data.url))
    expect([stored.status, stored.data.id]).toEqual([200, first.data.id])
    expect(await filesKept()).toBe(kept)
    expect(await news.events()).toEqual({})
  })

  it('is kept once when ten bring it at once', async () => {
    const bytes = await jpeg()
    const kept = await filesKept()
    const answers = await Promise.all(Array.from({ length: 10 }, () => upload(news, bytes)))
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await filesKept()).toBe(kept + 1)
  })

  it('is the asset that stands for the one that was merged', async () => {
    const bytes = await jpeg()
    const { data: from } = await upload(news, bytes)
    const { data: into } = await upload(news, await jpeg())
    await rest('POST', `/v1/editorial/media/${from.id}/merge`, { as: 'editor', body: { intoId: into.id } })
    expect((await upload(news, bytes)).data.id).toBe(into.id)
  })
})

describe('a request with an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'upload-1' }
  it('is done once, and is refused for another file or other words', async () => {
    const bytes = await jpeg()
    const first = await upload(news, bytes, { headers })
    const again = await upload(news, bytes, { headers })
    expect([again.status, again.data.id, again.headers['idempotency-replayed']]).toEqual([201, first.data.id, 'true'])
    expect((await upload(news, await jpeg(), { headers })).code).toBe('idempotency_mismatch')
    expect((await upload(news, bytes, { headers, fields: { alt: 'x' } })).code).toBe('idempotency_mismatch')
  })
})

describe('what is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const page = '<!doctype html><script>alert(1)</script>'
  const cases: [name: string, make: () => Buffer | Promise<Buffer>, code: string, words: string][] = [
    ['an SVG', () => Buffer.from(svg), 'unsupported_media_type', 'SVG'],
    [
      'an SVG behind a declaration',
      () => Buffer.from(`\ufeff<?xml version="1.0"?>\n<!-- x -->${svg}`),
      'unsupported_media_type',
      'SVG',
    ],
    ['an SVG in UTF-16', () => Buffer.from(svg, 'utf16le'), 'unsupported_media_type', 'SVG'],
    ['a page that is called a picture', () => Buffer.from(page), 'unsupported_media_type', 'markup'],
    [
      'a GIF that is a script',
      () => Buffer.from('GIF89a/*<script>*/=1;alert(1)//'),
      'unsupported_media_type',
      'markup',
    ],
    [
      'a picture with a page in its beginning',
      async () =>
        sharp(await drawing(40, 40))
          .withExif({ IFD0: { ImageDescription: page } })
          .jpeg()
          .toBuffer(),
      'unsupported_media_type',
      'markup',
    ],
    [
      'a picture that is an archive',
      async () => Buffer.concat([await jpeg(), zip()]),
      'unsupported_media_type',
      'archive',
    ],
    ['a PDF that is an archive', () => Buffer.concat([small.pdf, zip()]), 'unsupported_media_type', 'archive'],
    ['an archive', () => zip(), 'unsupported_media_type', 'archive'],
    ['a text', () => Buffer.from('just words'), 'unsupported_media_type', 'taken are'],
    ['a program', () => Buffer.from('MZ\x90\0'.padEnd(600, '\0'), 'latin1'), 'unsupported_media_type', 'taken are'],
    ['nothing', () => Buffer.alloc(0), 'invalid_input', 'empty'],
    [
      'half a picture',
      async () =>
        (await drawing(900, 900).then((png) => sharp(png).jpeg({ quality: 100 }).toBuffer())).subarray(0, 3_000),
      'invalid_input',
      'damaged',
    ],
    [
      'a head without a picture',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
      'invalid_input',
      'damaged',
    ],
    ['256 megapixels in 4 kB', () => pngBomb(16_000, 16_000), 'too_large', '16000 × 16000 pixels'],
    ['a side that no picture has', () => pngBomb(2_000_000_000, 1), 'invalid_input', 'damaged'],
    ['more bytes than are taken', () => Buffer.concat([small.mp4, Buffer.alloc(5_000_001)]), 'too_large', '5 MB'],
    [
      'too many frames',
      async () =>
        sharp(
          await Promise.all(
            Array.from({ length: 12 }, (_, i) =>
              sharp({ create: { width: 9, height: 9, channels: 3, background: { r: i * 20, g: 0, b: 0 } } })
                .png()
                .toBuffer(),
            ),
          ),
          { join: { animated: true } },
        )
          .gif()
          .toBuffer(),
      'too_large',
      '12 frames',
    ],
  ]
  it.each(cases)('%s', async (_, make, code, words) => {
    const before = await db.mediaAsset.count()
    const answer = await upload(news, await make())
    expect([answer.code, answer.paths]).toEqual([code, ['file']])
    expect(answer.text).toContain(words)
    expect(await db.mediaAsset.count()).toBe(before)
  })

  it('a form without a file, with another one, with words that do not fit or are not known', async () => {
    const bytes = await jpeg()
    expect((await upload(news, bytes, { part: 'picture' })).paths).toEqual(['picture'])
    expect((await upload(news, bytes, { fields: { focalPoint: '{"x":2,"y":0}' } })).paths).toEqual(['focalPoint.x'])
    expect((await upload(news, bytes, { fields: { focalPoint: 'left' } })).paths).toEqual(['focalPoint'])
    expect((await upload(news, bytes, { fields: { title: 'x' } })).code).toBe('invalid_input')
    expect((await upload(news, bytes, { fields: { __proto__x: 'x', constructor: 'y' } })).code).toBe('invalid_input')
    const json = await rest('POST', '/v1/editorial/media/upload', { as, body: {} })
    expect(json.code).toBe('unsupported_media_type')
  })

  it('a form that is cut off', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/editorial/media/upload',
      headers: { authorization: `Bearer ${keys.author}`, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc',
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_input'])
  })

  it('leaves nothing on this machine', async () => {
    expect(await readdir(dirname(await files.scratchPath()))).toEqual([])
  })
})
