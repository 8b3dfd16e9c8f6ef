import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetUploads, importsJob } from '../../src/imports/jobs.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { sender } from './sending.ts'

let newsroom: Newsroom
const served = new Map<string, { status?: number; headers?: Record<string, string>; body?: string }>()
const server = createServer((request, response) => {
  const { status = 404, headers = {}, body = '' } = served.get(request.url ?? '') ?? {}
  response.writeHead(status, headers).end(body)
})
const originOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  newsroom = await testNewsroom()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await newsroom.close()
})

const wxr = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`

const item = (
  id: number,
  slug: string,
) => `<item><title>Story ${id}</title><link>https://old.example/2019/${slug}/</link>
<guid isPermaLink="false">https://old.example/?p=${id}</guid><dc:creator>ann</dc:creator>
<content:encoded><![CDATA[<p>The text of ${id}.</p>]]></content:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date_gmt>2019-05-04 10:00:00</wp:post_date_gmt><wp:post_name>${slug}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`

const send = sender(() => newsroom)

const work = () => importsJob.run({ ...newsroom.ctx() }, new AbortController().signal)
const reportOf = async (id: string) =>
  (await newsroom.rest('GET', `/v1/editorial/imports/${id}`, { as: 'editor' })).data

describe('a file that is sent', () => {
  test('is kept until a worker has read it, and its stories are live with their old paths', async () => {
    const file = { name: 'file', fileName: 'old.xml', value: wxr(item(1, 'sent-one') + item(2, 'sent-two')) }
    const sent = await send([{ name: 'publish', value: 'true' }, { name: 'source', value: 'old' }, file])
    expect(sent).toMatchObject({
      status: 202,
      data: { state: 'QUEUED', origin: 'UPLOAD', name: 'old.xml', source: 'old', publish: true },
    })
    expect(sent.headers.location).toBe(`/v1/editorial/imports/${sent.data.id}`)
    expect(await newsroom.db.importChunk.count()).toBe(1)
    expect(await work()).toBe(true)
    expect(await reportOf(sent.data.id)).toMatchObject({ state: 'DONE', format: 'wxr', counts: { refused: 0 } })
    expect(await newsroom.db.importChunk.count()).toBe(0)
    expect((await newsroom.rest('GET', '/v1/resolve?path=/2019/sent-two/')).data).toMatchObject({
      kind: 'REDIRECT',
      status: 301,
    })
    const outcomes = await newsroom.graphql<{ outcomes: { nodes: object[] } }>(
      'query ($id: ID!) { import(id: $id) { state outcomes(first: 10, result: CREATED) { nodes { noun title externalId } } } }',
      { id: sent.data.id },
      { as: 'editor' },
    )
    expect(outcomes.data.outcomes.nodes).toContainEqual(expect.objectContaining({ noun: 'ARTICLE', title: 'Story 1' }))
  })

  test('is refused without leave, without a file, with words behind it or options that are none', async () => {
    const file = { name: 'file', fileName: 'x.xml', value: wxr('') }
    expect(await send([file], null)).toMatchObject({ status: 401 })
    expect(await send([file], 'author')).toMatchObject({ status: 403 })
    expect(await send([{ name: 'publish', value: 'true' }])).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'file' }] },
    })
    expect(await send([file, { name: 'publish', value: 'true' }])).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'publish' }] },
    })
    expect(await send([{ name: 'publish', value: 'maybe' }, file])).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'publish' }] },
    })
    expect(await send([{ name: 'format', value: 'word' }, file])).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'format' }] },
    })
  })

  test('is imported once, however often the request is sent with its Idempotency-Key', async () => {
    const file = { name: 'file', fileName: 'again.xml', value: wxr(item(3, 'again')) }
    const key = { 'idempotency-key': 'import-1' }
    const first = await send([file], 'editor', key)
    const again = await send([file], 'editor', key)
    expect([first.status, again.status, again.data.id]).toEqual([202, 202, first.data.id])
    expect(await newsroom.db.importJob.count({ where: { name: 'again.xml' } })).toBe(1)
    expect(await work()).toBe(true)
  })

  test('that is in no known format fails with words; one that never came whole is forgotten', async () => {
    const sent = await send([{ name: 'file', fileName: 'x.bin', value: '\u0001\u0002 nothing' }])
    expect(await work()).toBe(true)
    expect(await reportOf(sent.data.id)).toMatchObject({ state: 'FAILED', failure: expect.stringContaining('format') })
    const ctx = newsroom.ctx()
    const made = { source: 'x', origin: 'UPLOAD' as const, name: 'x', state: 'RECEIVING' as const, createdBy: 'x' }
    await ctx.db.importJob.create({
      data: { ...made, id: ctx.newId(), createdAt: new Date('2026-01-01'), changedAt: ctx.now },
    })
    await forgetUploads.run(ctx, new AbortController().signal)
    expect(await ctx.db.importJob.count({ where: { state: 'RECEIVING' } })).toBe(0)
  })
})

describe('a file at an address', () => {
  const create = (url: string, face: 'rest' | 'graphql') =>
    face === 'rest'
      ? newsroom.rest('POST', '/v1/editorial/imports', { as: 'editor', body: { url } })
      : newsroom.graphql(
          'mutation ($input: ImportInput!) { createImport(input: $input) { id state source } }',
          { input: { url } },
          { as: 'editor' },
        )

  test('is fetched along redirects, kept, and read', async () => {
    served.set('/moved', { status: 302, headers: { location: '/feed.xml' } })
    served.set('/feed.xml', { status: 200, headers: { 'content-type': 'text/xml' }, body: wxr(item(4, 'fetched')) })
    const { data } = await create(`${originOf()}/moved`, 'graphql')
    expect(data).toMatchObject({ state: 'QUEUED', source: '127.0.0.1' })
    expect(await work()).toBe(true)
    expect(await reportOf(data.id as string)).toMatchObject({ state: 'DONE', bytesTotal: expect.any(Number) })
  })

  test.each(['rest', 'graphql'] as const)('that is private is refused (%s)', async (face) => {
    for (const url of [
      'http://10.0.0.1/feed',
      'http://[::1]/feed',
      'http://169.254.169.254/latest',
      'ftp://old.example/feed',
    ])
      expect(await create(url, face)).toMatchObject({ status: 400, paths: ['url'] })
  })

  test('that leads to a private one, or to nothing, fails with words', async () => {
    served.set('/inward', { status: 302, headers: { location: 'http://10.0.0.1/' } })
    for (const [path, words] of [
      ['/inward', 'not'],
      ['/none', 'status 404'],
    ] as const) {
      const { data } = await create(`${originOf()}${path}`, 'rest')
      expect(await work()).toBe(true)
      expect(await reportOf(data.id as string)).toMatchObject({
        state: 'FAILED',
        failure: expect.stringContaining(words),
      })
    }
  })
})

test('an import is stopped, told so, and goes on where it was', async () => {
  const sent = await send([{ name: 'file', fileName: 'stop.xml', value: wxr(item(5, 'stopped')) }])
  const url = `/v1/editorial/imports/${sent.data.id}`
  expect(await newsroom.rest('POST', `${url}/stop`, { as: 'editor' })).toMatchObject({
    status: 200,
    data: { state: 'STOPPED' },
  })
  expect(await newsroom.rest('POST', `${url}/stop`, { as: 'editor' })).toMatchObject({ status: 409 })
  expect(await work()).toBe(false)
  const resume = 'mutation ($id: ID!) { resumeImport(id: $id) { state version } }'
  expect(await newsroom.graphql(resume, { id: sent.data.id }, { as: 'editor' })).toMatchObject({
    data: { state: 'QUEUED', version: 3 },
  })
  expect(await work()).toBe(true)
  expect(await reportOf(sent.data.id)).toMatchObject({ state: 'DONE', done: expect.any(Number) })
})
