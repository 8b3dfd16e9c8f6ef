import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportMedia } from '../../src/imports/item.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { jpeg } from '../media/files.ts'
import { importThings } from './importing.ts'
import { authorOf, itemOf } from './stories.ts'

let newsroom: Newsroom
let picture: Buffer
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.url?.startsWith('/good')) response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
  else if (request.url?.startsWith('/text')) response.writeHead(200, { 'content-type': 'image/jpeg' }).end('no picture')
  else response.writeHead(404).end()
})

beforeAll(async () => {
  picture = await jpeg()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  newsroom = await testNewsroom()
})
afterAll(async () => {
  await newsroom.close()
  server.close()
})

const at = (path: string, host = '127.0.0.1') => `http://${host}:${(server.address() as AddressInfo).port}${path}`

function media(url: string, said: Partial<ImportMedia> = {}): ImportMedia {
  const nothing = { externalId: null, caption: null, credit: null, mimeType: null, width: null, height: null }
  return { type: 'IMAGE', url, alt: 'A steppe', ...nothing, durationSeconds: null, ...said }
}

interface Shown {
  leadMedia: { id: string; url: string }
}

const fetching = { publish: true, settings: { media: 'FETCH' as const } }

test('one that stands in a file by itself is told as created when it was not here', async () => {
  const own = (path: string) => ({ media: media(at(path), { credit: 'AFP' }), place: { item: 1, line: null } })
  const outcomes = await importThings(newsroom, [own('/good/first.jpg'), own('/good/same.jpg')], fetching)
  expect(outcomes.map(({ result }) => result)).toEqual(['CREATED', 'UNCHANGED'])
})

test('pictures are fetched once and kept here, with the words of the file; the same file is one asset', async () => {
  const [lead, again] = [media(at('/good/1.jpg'), { credit: 'AFP' }), media(at('/good/copy.jpg'), { credit: 'AFP' })]
  const outcomes = await importThings(
    newsroom,
    [
      itemOf({ externalId: 'p-1', slug: 'p-1', media: [lead], leadMedia: 0 }),
      itemOf({ externalId: 'p-2', slug: 'p-2', media: [again], leadMedia: 0 }),
      itemOf({ externalId: 'p-3', slug: 'p-3', media: [lead], leadMedia: 0, bylines: [authorOf('Ann')] }),
    ],
    fetching,
  )
  expect(outcomes.map(({ result, remarks }) => [result, remarks])).toEqual(outcomes.map(() => ['CREATED', []]))
  const shown = await Promise.all(
    ['p-1', 'p-2', 'p-3'].map((slug) => newsroom.rest<Shown>('GET', `/v1/articles/${slug}`)),
  )
  const [first, ...others] = shown.map(({ data }) => data.leadMedia)
  expect(first).toMatchObject({ alt: 'A steppe', mimeType: 'image/jpeg', credit: 'AFP' })
  expect(first?.url).not.toContain(at(''))
  expect(others.map((each) => each?.id)).toEqual([first?.id, first?.id])
  expect(asked.filter((path) => path === '/good/1.jpg')).toHaveLength(1)
  expect(await newsroom.rest('GET', new URL(first?.url ?? '').pathname)).toMatchObject({ status: 200 })
})

test('what gives no picture is linked, and the report says why; nothing private is asked for', async () => {
  const items = ['/gone.jpg', '/text.jpg'].map((path, i) =>
    itemOf({ externalId: `l-${i}`, slug: `l-${i}`, media: [media(at(path))], leadMedia: 0 }),
  )
  const inward = itemOf({ externalId: 'l-9', slug: 'l-9', media: [media('http://10.0.0.1/x.jpg')], leadMedia: 0 })
  const outcomes = await importThings(newsroom, [...items, inward], fetching)
  const linked = expect.stringMatching(/^the picture http:.* is linked, not kept here: ./)
  expect(outcomes.map(({ result, remarks }) => [result, remarks])).toEqual(outcomes.map(() => ['CREATED', [linked]]))
  const { data } = await newsroom.rest<Shown>('GET', '/v1/articles/l-0')
  expect(data.leadMedia.url).toBe(at('/gone.jpg'))
})

test('a host that gives no pictures is left alone after some', async () => {
  const before = asked.length
  const many = Array.from({ length: 30 }, (_, i) => media(at(`/none/${i}.jpg`)))
  const [outcome] = await importThings(newsroom, [itemOf({ externalId: 'h-1', media: many })], fetching)
  expect(outcome?.remarks).toHaveLength(30)
  expect(outcome?.remarks.join()).toContain('is asked for no more')
  expect(asked.length - before).toBeLessThan(10)
})

test('without the word pictures stay where they are', async () => {
  const before = asked.length
  await importThings(newsroom, [itemOf({ externalId: 'w-1', media: [media(at('/good/w.jpg'))], leadMedia: 0 })])
  expect(asked).toHaveLength(before)
})
