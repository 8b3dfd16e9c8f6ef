import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inPool } from '../../src/media/pool.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { drawing, jpeg, pathOf, small, upload } from './files.ts'

const news = await testNewsroom()
const { rest, graphql, app, keys, files } = news
afterAll(news.close)

interface Picture extends Facts {
  id: string
  url: string
  srcset: string
  renditions: { name: string; url: string; width: number; height: number; format: string }[]
}

/** A file as somebody gets it; a reader when `as` is left out. */
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers })
const staff = { authorization: `Bearer ${keys.contributor}` }

async function picture(width = 2_000, height = 1_000): Promise<Picture> {
  return (await upload<Picture>(news, await drawing(width, height))).data
}

let stories = 0

/** A live story that shows an asset at its head and in its text. */
async function storyWith(mediaId: string): Promise<string> {
  stories += 1
  const text = { _type: 'block', children: [{ _type: 'span', text: 'Words.' }] }
  const body = [text, { _type: 'image', mediaId, alt: 'Here', caption: 'So it is.' }]
  const { data } = await rest('POST', '/v1/editorial/articles', {
    ...{ as: 'editor', body: { headline: `Story ${stories}`, leadMedia: { mediaId }, body } },
  })
  await rest('POST', `/v1/editorial/articles/${data.id}/publish`, { as: 'editor' })
  return String(data.id)
}

async function colourAt(bytes: Buffer, x: number, y: number): Promise<'red' | 'blue'> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (y * info.width + x) * info.channels
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue'
}

let shown: Picture
let storyId: string

beforeAll(async () => {
  const { id } = await picture()
  storyId = await storyWith(id)
  const { data } = await rest<{ leadMedia: Picture }>('GET', `/v1/articles/${storyId}`)
  shown = data.leadMedia
})

describe('a picture in a live story', () => {
  it('has its renditions, the same on either face, at addresses of the site', async () => {
    const base = `https://news.example/media/${shown.id}`
    const edition = /original-([0-9a-f]{16})$/.exec(shown.url)?.[1]
    expect(shown.renditions).toEqual([
      { name: 'thumb', url: `${base}/thumb-${edition}`, width: 160, height: 160, format: 'AUTO' },
      { name: 'card', url: `${base}/card-${edition}`, width: 640, height: 360, format: 'AUTO' },
      { name: 'wide', url: `${base}/wide-${edition}`, width: 1_280, height: 720, format: 'AUTO' },
      { name: 'social', url: `${base}/social-${edition}`, width: 1_200, height: 630, format: 'AUTO' },
      { name: 'small', url: `${base}/small-${edition}`, width: 480, height: 240, format: 'AUTO' },
      { name: 'medium', url: `${base}/medium-${edition}`, width: 960, height: 480, format: 'AUTO' },
      { name: 'large', url: `${base}/large-${edition}`, width: 1_600, height: 800, format: 'AUTO' },
      { name: 'huge', url: `${base}/huge-${edition}`, width: 2_000, height: 1_000, format: 'AUTO' },
    ])
    expect(shown.srcset.split(', ')).toEqual(
      [480, 960, 1_600, 2_000].map((width, i) => `${shown.renditions[i + 4]?.url} ${width}w`),
    )
    const fields = 'id url srcset placeholder thumbhash dominantColor renditions { name url width height format }'
    const query = `query ($id: ID!) { article(id: $id) { leadMedia { ${fields} } blocks { ... on ImageBlock { media { ${fields} alt } } } } }`
    const { data } = await graphql<{ leadMedia: Picture; blocks: { media?: Picture }[] }>(query, { id: storyId })
    const { placeholder, thumbhash, dominantColor } = shown
    const same = {
      id: shown.id,
      url: shown.url,
      srcset: shown.srcset,
      placeholder,
      thumbhash,
      dominantColor,
      renditions: shown.renditions,
    }
    expect(data.leadMedia).toEqual(same)
    expect(data.blocks[1]?.media).toEqual({ ...same, alt: 'Here' })
  })

  it('stands in its HTML, its JSON-LD and its body with addresses that work', async () => {
    const { data } = await rest<{ bodyHtml: string; body: { media?: Picture }[]; jsonLd: { image: string[] } }>(
      'GET',
      `/v1/articles/${storyId}`,
    )
    const large = shown.renditions.find(({ name }) => name === 'large')
    expect(data.bodyHtml).toContain(`<img src="${large?.url}" srcset="${shown.srcset}" sizes="`)
    expect(data.bodyHtml).toContain('width="2000" height="1000" loading="lazy"')
    expect(data.body[1]?.media?.renditions).toEqual(shown.renditions)
    for (const url of [...shown.renditions.map((each) => each.url), shown.url, ...data.jsonLd.image])
      expect([url, (await get(pathOf(url))).statusCode]).toEqual([url, 200])
  })

  it('is exactly as large as it says, in what the client takes', async () => {
    const expected = [
      ['image/avif,image/webp,*/*;q=0.8', 'heif', 'image/avif'],
      ['image/webp,*/*', 'webp', 'image/webp'],
      ['image/avif;q=0, image/webp', 'webp', 'image/webp'],
      ['*/*', 'jpeg', 'image/jpeg'],
    ]
    const [thumb] = shown.renditions
    for (const [accept = '', format, type] of expected) {
      const answer = await get(pathOf(thumb?.url), { accept })
      const found = await sharp(answer.rawPayload).metadata()
      expect([found.format, answer.headers['content-type'], found.width, found.height]).toEqual([
        format,
        type,
        160,
        160,
      ])
      expect(answer.headers).toMatchObject({
        ...{
          vary: 'Accept',
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
        },
        'content-security-policy': expect.stringContaining('sandbox'),
        'content-length': String(answer.rawPayload.length),
      })
    }
    for (const { url, width, height } of shown.renditions) {
      const found = await sharp((await get(`${pathOf(url)}.jpg`)).rawPayload).metadata()
      expect([url, found.width, found.height]).toEqual([url, width, height])
    }
  })

  it('has addresses that say the format, which depend on no header', async () => {
    const answer = await get(`${pathOf(shown.renditions[0]?.url)}.webp`, { accept: 'image/avif' })
    expect([answer.headers['content-type'], answer.headers.vary]).toEqual(['image/webp', undefined])
  })

  it('is known again by its tag, and answers HEAD without its bytes', async () => {
    const url = pathOf(shown.renditions[0]?.url)
    const first = await get(url)
    expect((await get(url, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304)
    expect((await get(url, { 'if-none-match': String(first.headers.etag), accept: 'image/webp' })).statusCode).toBe(200)
    const head = await get(url, {}, 'HEAD')
    expect([head.statusCode, head.rawPayload.length, head.headers['content-length']]).toEqual([
      200,
      0,
      first.headers['content-length'],
    ])
  })

  it('has an address that follows it, which is asked again after a minute', async () => {
    const answer = await get(`/media/${shown.id}/card`)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=60'])
  })
})

describe('a focal point', () => {
  it('is what a crop keeps, and makes other addresses when it moves; those from before lead on', async () => {
    const { id } = await picture(1_600, 400)
    const story = await storyWith(id)
    const cards: string[] = []
    for (const [x, colour] of [
      [0, 'red'],
      [1, 'blue'],
    ] as const) {
      await rest('PATCH', `/v1/editorial/media/${id}`, { as: 'author', body: { focalPoint: { x, y: 0.5 } } })
      const { data } = await rest<{ leadMedia: Picture; bodyHtml: string }>('GET', `/v1/articles/${story}`)
      const card = data.leadMedia.renditions.find(({ name }) => name === 'card')
      cards.push(String(card?.url))
      const bytes = (await get(`${pathOf(card?.url)}.png`)).rawPayload
      expect([await colourAt(bytes, 5, 5), await colourAt(bytes, 600, 350)]).toEqual([colour, colour])
      expect(data.bodyHtml).toContain(/-([0-9a-f]{16})$/.exec(cards.at(-1) ?? '')?.[1])
    }
    expect(cards[0]).not.toBe(cards[1])
    const before = await get(pathOf(cards[0]))
    expect(before.statusCode).toBe(302)
    expect(new URL(String(before.headers.location), cards[0]).href).toBe(cards[1])
  })
})

describe('what readers may not see', () => {
  it('is not there for them, whatever its address; staff and whoever has a ticket see it', async () => {
    const { id, url, renditions } = await picture()
    const bare = [
      `/media/${id}/card`,
      `/media/${id}/original`,
      ...[url, ...renditions.map((each) => each.url)].map((each) => pathOf(each).split('?')[0] ?? ''),
    ]
    for (const address of bare) {
      expect([address, (await get(address)).statusCode]).toEqual([address, 404])
      const answer = await get(address, staff)
      expect([address, answer.statusCode, answer.headers['cache-control']]).toEqual([
        address,
        200,
        'private, max-age=3600',
      ])
    }
    const ticketed = pathOf(renditions[0]?.url)
    expect(ticketed).toMatch(/\?ticket=/)
    expect((await get(ticketed)).statusCode).toBe(200)
    const other = await picture()
    expect((await get(ticketed.replace(id, other.id))).statusCode).toBe(404)
    expect((await get(ticketed.replace(/.$/, (end) => (end === '0' ? '1' : '0')))).statusCode).toBe(404)
    news.setClock(24 * 60 + 1)
    expect((await get(ticketed)).statusCode).toBe(404)
  })

  it('is gone again when the story is withdrawn', async () => {
    const { id } = await picture()
    const story = await storyWith(id)
    expect((await get(`/media/${id}/card`)).statusCode).toBe(200)
    await rest('POST', `/v1/editorial/articles/${story}/withdraw`, { as: 'editor' })
    expect((await get(`/media/${id}/card`)).statusCode).toBe(404)
  })

  it('is in a preview, with tickets, on either face', async () => {
    const { id } = await picture()
    const body = { headline: 'A draft', leadMedia: { mediaId: id }, body: [{ _type: 'image', mediaId: id }] }
    const { data: draft } = await rest('POST', '/v1/editorial/articles', { as: 'editor', body })
    const { data: link } = await rest('POST', `/v1/editorial/articles/${draft.id}/preview-token`, {
      as: 'editor',
      body: {},
    })
    const { data } = await rest<{ leadMedia: Picture; bodyHtml: string }>('GET', `/v1/preview/${link.token}`)
    const inHtml = /src="([^"]+)"/.exec(data.bodyHtml)?.[1]
    const query = 'query ($token: String!) { preview(token: $token) { leadMedia { url } } }'
    const onOther = await graphql<{ leadMedia: { url: string } }>(query, { token: link.token })
    for (const url of [data.leadMedia.url, inHtml, data.leadMedia.renditions[0]?.url, onOther.data.leadMedia.url])
      expect([url, (await get(pathOf(url))).statusCode]).toEqual([url, 200])
  })
})

it('any other size is handed out to staff, signed, on either face, and serves readers', async () => {
  const asked = await rest('GET', `/v1/editorial/media/${shown.id}/rendition?width=300&height=300&format=WEBP`, {
    as: 'contributor',
  })
  expect(asked.data).toMatchObject({ name: '300x300', width: 300, height: 300, format: 'WEBP' })
  const answer = await get(pathOf(asked.data.url))
  const found = await sharp(answer.rawPayload).metadata()
  expect([answer.headers['cache-control'], found.format, found.width, found.height]).toEqual([
    'public, max-age=31536000, immutable',
    'webp',
    300,
    300,
  ])
  const query = 'query ($id: ID!) { mediaRendition(id: $id, width: 700) { name url width height format } }'
  const whole = await graphql<{ url: string }>(query, { id: shown.id }, { as: 'contributor' })
  expect(whole.data).toMatchObject({ name: 'w700', width: 700, height: 350, format: 'AUTO' })
  expect((await get(pathOf(whole.data.url))).statusCode).toBe(200)
  expect((await get(pathOf(asked.data.url).replace('300x300', '301x300'))).statusCode).toBe(404)
  for (const wrong of ['', '?width=0', '?width=4001', '?width=9&height=4001', '?width=9&format=GIF'])
    expect((await rest('GET', `/v1/editorial/media/${shown.id}/rendition${wrong}`, { as: 'contributor' })).code).toBe(
      'invalid_input',
    )
})

it('any other size of what no reader sees comes with a ticket, on either face, and is nothing without it', async () => {
  const { id } = await picture()
  const as = 'contributor' as const
  const asked = await rest<{ url: string }>('GET', `/v1/editorial/media/${id}/rendition?width=200&format=WEBP`, { as })
  const query = 'query ($id: ID!) { mediaRendition(id: $id, width: 200) { url } }'
  const onOther = await graphql<{ url: string }>(query, { id }, { as })
  for (const { url } of [asked.data, onOther.data]) {
    expect([url, (await get(pathOf(url))).statusCode]).toEqual([url, 200])
    expect((await get(pathOf(url).split('?')[0] ?? '')).statusCode).toBe(404)
  }
  expect((await get(pathOf(asked.data.url))).headers['content-type']).toBe('image/webp')
})

it('feeds show a rendition that their readers take', async () => {
  const feed = await app.inject({ url: '/feeds/latest.json' })
  const item = feed.json<{ items: { id: string; image: string }[] }>().items.find(({ id }) => id.includes(storyId))
  expect(item?.image).toBe(`${shown.renditions.find(({ name }) => name === 'large')?.url}.jpeg`)
  expect((await get(pathOf(item?.image))).headers['content-type']).toBe('image/jpeg')
})

describe('addresses that are none', () => {
  it('are not found, and nothing is read outside', async () => {
    const names = [
      '',
      'nothing',
      'card-0123',
      'card.gif',
      'original.webp',
      '800x600',
      '800x600~0',
      `w800~${'0'.repeat(32)}`,
      'w0',
      '..%2f..%2fsecret',
      '%2e%2e',
      'card%00',
      '__proto__',
      'constructor',
      'toString',
    ]
    for (const name of names) expect([name, (await get(`/media/${shown.id}/${name}`)).statusCode]).toEqual([name, 404])
    for (const id of ['x', '..', '%2e%2e%2f', shown.id.replace(/.$/, 'z'), '0192a1b0-0000-7000-8000-00000000ffff'])
      expect([id, (await get(`/media/${id}/card`)).statusCode]).toEqual([id, 404])
    expect((await get(`/media/${shown.id}/card?width=9`)).json().code).toBe('unknown_parameter')
  })

  it('are those of assets by URL, and of renditions of what is no picture', async () => {
    const { id } = await news.make.media()
    expect((await get(`/media/${id}/original`, staff)).statusCode).toBe(404)
    const film = await upload(news, small.mp4)
    expect((await get(`/media/${film.data.id}/card`, staff)).statusCode).toBe(404)
  })
})

describe('films and papers', () => {
  it('are sent in parts', async () => {
    const { data } = await upload(news, small.mp4)
    const url = pathOf(data.url)
    const part = async (range: string) => {
      const answer = await get(url, { range })
      return [answer.statusCode, answer.headers['content-range'], answer.rawPayload.length]
    }
    const size = small.mp4.length
    expect(await part('bytes=4-7')).toEqual([206, `bytes 4-7/${size}`, 4])
    expect(await part('bytes=-5')).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, 5])
    expect(await part(`bytes=${size - 2}-`)).toEqual([206, `bytes ${size - 2}-${size - 1}/${size}`, 2])
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, 0])
    expect(await part('bytes=0-1,3-4')).toEqual([200, undefined, size])
    expect(await part('pages=1-2')).toEqual([200, undefined, size])
    expect((await get(url)).headers['accept-ranges']).toBe('bytes')
  })

  it('are saved, not shown, when they are papers', async () => {
    const { data } = await upload(news, small.pdf)
    const { headers } = await get(pathOf(data.url))
    expect([headers['content-type'], headers['content-disposition']]).toEqual(['application/pdf', 'attachment'])
  })
})

it('what twenty ask for at once is made once, and kept', async () => {
  const { renditions, id } = await picture(900, 600)
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(pathOf(renditions[1]?.url))))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  const kept: string[] = []
  for await (const { key } of files.store.list('renditions/')) if (key.includes(id)) kept.push(key)
  expect(kept).toHaveLength(1)
})

it('more than can wait is refused with a time to come again, and what waits is made in turn', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let most = 0
  let running = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await gate
    running -= 1
  }
  const admitted = Array.from({ length: 66 }, () => inPool(work))
  const { id } = shown
  const refused = await get(`/media/${id}/thumb.png`)
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
  expect((await get(pathOf(shown.renditions[0]?.url))).statusCode).toBe(200)
  release()
  await Promise.all(admitted)
  expect(most).toBe(2)
  expect((await get(`/media/${id}/thumb.png`)).statusCode).toBe(200)
})

it("what the file says cannot be changed by hand, and an asset by URL has none of a file's", async () => {
  const { data } = await upload(news, await jpeg())
  const change = (body: Facts) => rest('PATCH', `/v1/editorial/media/${data.id}`, { as: 'author', body })
  expect((await change({ url: 'https://elsewhere.example/x.jpg' })).code).toBe('conflict')
  expect((await change({ width: 5, type: 'FILE' })).code).toBe('conflict')
  expect((await change({ alt: 'New' })).data).toMatchObject({ alt: 'New', version: 2 })
  const { id } = await news.make.media()
  const { data: elsewhere } = await rest('GET', `/v1/editorial/media/${id}`, { as: 'author' })
  expect(elsewhere).toMatchObject({ renditions: [], srcset: null, placeholder: null, bytes: null, hash: null })
})
