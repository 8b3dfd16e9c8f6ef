import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeMediaFromUrl } from '../../src/media/fetch-media.ts'
import { storeMedia } from '../../src/media/store-media.ts'
import { testNewsroom } from '../helpers/app.ts'
import { jpeg } from './files.ts'

const news = await testNewsroom()
const { rest, graphql } = news
let base: string
let picture: Buffer
const asked: string[] = []

/** What another site answers, by path. */
const server = createServer((request, reply) => {
  const path = request.url ?? ''
  asked.push(path)
  if (path.startsWith('/picture')) reply.end(picture)
  else if (path.startsWith('/moved/')) {
    const left = Number(path.slice(7))
    reply.writeHead(302, { location: left > 0 ? `/moved/${left - 1}` : '/picture' }).end()
  } else if (path === '/inside') reply.writeHead(302, { location: 'http://10.0.0.1/secret' }).end()
  else if (path === '/nowhere') reply.writeHead(302, { location: 'http://' }).end()
  else if (path === '/page') reply.end('<!doctype html><p>Not found, but 200')
  else if (path === '/long') reply.end(Buffer.alloc(6_000_000))
  else if (path === '/cut') reply.writeHead(200, { 'content-length': '900000' }).write(picture, () => reply.destroy())
  else reply.writeHead(404).end()
})

beforeAll(async () => {
  picture = await jpeg()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await news.close()
})

const fetching =
  'mutation ($input: MediaFetch!) { fetchMedia(input: $input) { id alt width mimeType renditions { name } } }'

describe('a file that is fetched', () => {
  it('becomes an asset, on either face the same', async () => {
    const input = { url: `${base}/picture.png`, alt: 'Far away' }
    const overRest = await rest('POST', '/v1/editorial/media/fetch', { as: 'contributor', body: input })
    expect([overRest.status, overRest.data.mimeType, overRest.data.alt]).toEqual([201, 'image/jpeg', 'Far away'])
    const again = await graphql(fetching, { input }, { as: 'contributor' })
    expect(again.data).toMatchObject({ id: overRest.data.id, alt: 'Far away', width: 600 })
    expect((await rest('POST', '/v1/editorial/media/fetch', { as: 'contributor', body: input })).status).toBe(200)
  })

  it('is followed through redirects, five at most', async () => {
    const input = { url: `${base}/moved/4` }
    expect((await graphql(fetching, { input }, { as: 'contributor' })).code).toBe(null)
    const tooFar = await graphql(fetching, { input: { url: `${base}/moved/5` } }, { as: 'contributor' })
    expect([tooFar.code, tooFar.paths]).toEqual(['invalid_input', ['url']])
  })

  it.each([
    ['/missing', 'invalid_input', 'status 404'],
    ['/inside', 'invalid_input', 'not public'],
    ['/nowhere', 'invalid_input', 'status 302'],
    ['/cut', 'invalid_input', 'cannot be fetched'],
    ['/page', 'unsupported_media_type', 'markup'],
    ['/long', 'too_large', '5 MB'],
  ])('is refused when it is none: %s', async (path, code, words) => {
    const overRest = await rest('POST', '/v1/editorial/media/fetch', { as: 'contributor', body: { url: base + path } })
    expect([overRest.code, overRest.text.includes(words)]).toEqual([code, true])
    const other = await graphql(fetching, { input: { url: base + path } }, { as: 'contributor' })
    expect([other.code, other.text.includes(words)]).toEqual([code, true])
  })

  it.each([
    'file:///etc/passwd',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://user:pw@media.example/x',
    'ftp://x.example/',
  ])('is never read from %s', async (url) => {
    const before = asked.length
    const { code, paths } = await rest('POST', '/v1/editorial/media/fetch', { as: 'contributor', body: { url } })
    expect([code, paths]).toEqual(['invalid_input', ['url']])
    expect(asked.length).toBe(before)
  })

  it('is not fetched twice for who brings many stories in', async () => {
    picture = await jpeg()
    const url = `${base}/picture?archive`
    const first = await storeMediaFromUrl(news.ctx(), url, { alt: 'Once' })
    const again = await storeMediaFromUrl(news.ctx(), url, { alt: 'Twice' })
    expect([first.isNew, again.isNew, again.media.id, again.media.alt]).toEqual([true, false, first.media.id, 'Once'])
    expect(asked.filter((path) => path.endsWith('?archive'))).toHaveLength(1)
  })
})

it('a file that the house itself brings is kept like any other', async () => {
  const bytes = await jpeg()
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
  }
  const { media, isNew } = await storeMedia(news.ctx(), pieces(), { credit: 'Wire' })
  expect([isNew, media.credit, media.width]).toEqual([true, 'Wire', 600])
  await expect(storeMedia(news.ctx(), pieces(), { title: 'x' })).rejects.toMatchObject({ code: 'invalid_input' })
})
