import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingestJob } from '../../src/ingest/jobs.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let newsroom: Newsroom
const asked: IncomingHttpHeaders[] = []
const feed = { status: 200, etag: '"1"', body: '', meanwhile: async () => {} }
const server = createServer(async (request, response) => {
  asked.push(request.headers)
  await feed.meanwhile()
  if (request.headers['if-none-match'] === feed.etag) response.writeHead(304).end()
  else response.writeHead(feed.status, { etag: feed.etag, 'content-type': 'text/xml' }).end(feed.body)
})
const root = mkdtempSync(join(tmpdir(), 'dateline-ingest-'))

beforeAll(async () => {
  newsroom = await testNewsroom()
  newsroom.app.site.ingestDir = root
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await newsroom.close()
  rmSync(root, { recursive: true, force: true })
})

const wxr = (
  ...items: string[]
) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Wire</title><link>https://wire.example</link><wp:wxr_version>1.2</wp:wxr_version>${items.join('')}</channel></rss>`
const item = (
  id: number,
  title: string,
  text: string,
) => `<item><title>${title}</title><guid isPermaLink="false">https://wire.example/?p=${id}</guid>
<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_name>wire-${id}</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`

const long = Array.from({ length: 120 }, (_, n) => `word${n % 37} of${n}`).join(' ')

const sources = '/v1/editorial/ingest-sources'
const poll = () => ingestJob.run(newsroom.ctx(), new AbortController().signal)
const pollAll = async () => {
  for (let more = true; more; ) more = await poll()
}
const read = async (id: unknown) => (await newsroom.rest('GET', `${sources}/${id}`, { as: 'editor' })).data

describe('a feed', () => {
  let id: unknown

  test('is polled when it is due, and its news are imported', async () => {
    feed.body = wxr(item(1, 'First', long), item(2, 'Second', 'Short.'))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
    const body = { kind: 'FEED', name: 'Wire', url, intervalSeconds: 60, publish: true, nearDuplicates: 'SOURCE' }
    const made = await newsroom.rest('POST', sources, { as: 'admin', body })
    expect(made).toMatchObject({ status: 201, data: { status: 'ACTIVE', failures: 0 } })
    id = made.data.id
    expect(await poll()).toBe(true)
    expect(await poll()).toBe(false)
    expect(await read(id)).toMatchObject({
      created: 2,
      failures: 0,
      failure: null,
      succeededAt: newsroom.now().toISOString(),
    })
    expect((await newsroom.rest('GET', '/v1/articles/wire-1')).status).toBe(200)
  })

  test('is asked whether it is another, and makes no import when it is not', async () => {
    newsroom.setClock(1)
    expect(await poll()).toBe(true)
    expect(asked.at(-1)).toMatchObject({ 'if-none-match': '"1"' })
    feed.etag = '"2"'
    newsroom.setClock(1)
    expect(await poll()).toBe(true)
    expect(await newsroom.db.importJob.count()).toBe(1)
  })

  test('has its stories found by id, and under a new id by their text', async () => {
    Object.assign(feed, { etag: '"3"', body: wxr(item(3, 'First', `${long} end`), item(2, 'Second', 'Another text.')) })
    newsroom.setClock(1)
    expect(await poll()).toBe(true)
    expect(await read(id)).toMatchObject({ created: 2, updated: 2 })
    const { lastImportId } = await read(id)
    const { data } = await newsroom.rest<{ data: object[] }>('GET', `/v1/editorial/imports/${lastImportId}/outcomes`, {
      as: 'editor',
    })
    expect(data.data[0]).toMatchObject({
      result: 'UPDATED',
      remarks: ["is taken for '1', whose text is nearly the same"],
    })
    expect((await newsroom.rest('GET', '/v1/articles/wire-1')).text).toContain(' end')
  })

  test('that fails says so, and is left alone for longer each time', async () => {
    Object.assign(feed, { etag: '"4"', status: 500 })
    newsroom.setClock(1)
    expect(await poll()).toBe(true)
    const later = new Date(newsroom.now().getTime() + 120_000).toISOString()
    expect(await read(id)).toMatchObject({
      failures: 1,
      failure: expect.stringContaining('status 500'),
      nextPollAt: later,
    })
    expect(await poll()).toBe(false)
    expect(await newsroom.rest('POST', `${sources}/${id}/poll`, { as: 'editor' })).toMatchObject({ status: 202 })
    expect(await poll()).toBe(true)
    expect(await read(id)).toMatchObject({ failures: 2 })
  })

  test('is changed, paused and removed on either face', async () => {
    const change =
      'mutation ($id: ID!, $input: IngestSourcePatch!) { updateIngestSource(id: $id, input: $input) { status nextPollAt failures } }'
    const paused = await newsroom.graphql(change, { id, input: { status: 'PAUSED' } }, { as: 'admin' })
    expect(paused.data).toEqual({ status: 'PAUSED', nextPollAt: null, failures: 0 })
    expect(await newsroom.rest('POST', `${sources}/${id}/poll`, { as: 'editor' })).toMatchObject({ status: 409 })
    const other = { kind: 'FEED', name: 'Wire', url: 'https://wire.example/' }
    expect(await newsroom.rest('POST', sources, { as: 'admin', body: other })).toMatchObject({
      status: 409,
      code: 'conflict',
    })
    expect(await newsroom.rest('POST', sources, { as: 'editor', body: other })).toMatchObject({ status: 403 })
    expect(await newsroom.rest('DELETE', `${sources}/${id}`, { as: 'admin' })).toMatchObject({ status: 204 })
    expect(
      await newsroom.graphql('query ($id: ID!) { ingestSource(id: $id) { id } }', { id }, { as: 'editor' }),
    ).toMatchObject({ data: null })
  })
})

test('a source that is changed while it is polled is polled once more, as it is now', async () => {
  Object.assign(feed, { etag: '"slow"', status: 200, body: wxr(item(51, 'Told slowly', 'It takes its time.')) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slow`
  const body = { kind: 'FEED', name: 'Slow', url, intervalSeconds: 3_600 }
  const { id } = (await newsroom.rest('POST', sources, { as: 'admin', body })).data
  feed.meanwhile = async () => {
    newsroom.setClock(0.5)
    await newsroom.rest('PATCH', `${sources}/${id}`, { as: 'admin', body: { publish: true } })
  }
  await poll()
  feed.meanwhile = async () => {}
  expect(await read(id)).toMatchObject({ created: 1, failures: 0, publish: true })
  newsroom.setClock(0.1)
  expect(await poll()).toBe(true)
  expect(asked.at(-1)?.['if-none-match']).toBeUndefined()
  expect(await poll()).toBe(false)
  await newsroom.rest('DELETE', `${sources}/${id}`, { as: 'admin' })
})

describe('a feed that cannot be read', () => {
  const make = async (name: string, text: string) => {
    feed.body = text
    feed.status = 200
    feed.etag = `"${name}"`
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
    const body = { kind: 'FEED', name, url, intervalSeconds: 60, format: 'feed' }
    return (await newsroom.rest('POST', sources, { as: 'admin', body })).data.id
  }

  test('has a poll that failed, which says why, and is asked for in full again', async () => {
    const id = await make('bomb', '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>')
    await pollAll()
    expect(await read(id)).toMatchObject({ failures: 1, succeededAt: null, lastImportId: null })
    expect((await read(id)).failure).toMatch(/^no story in it can be read: the file declares entities/)
    newsroom.setClock(5)
    await pollAll()
    expect(asked.at(-1)?.['if-none-match']).toBeUndefined()
    await newsroom.rest('DELETE', `${sources}/${id}`, { as: 'admin' })
  })

  test.each([
    [
      'page',
      '<!DOCTYPE html><html><body><h1>We will be back soon</h1><p>Our site is being repaired.</p></body></html>',
    ],
    ['plain', 'Service unavailable\n\nThe server is being repaired. Try again later.\n'],
  ])('for it gives a %s has no story made of it, unless its format says so', async (name, text) => {
    const id = await make(name, text)
    await newsroom.rest('PATCH', `${sources}/${id}`, { as: 'admin', body: { format: null, publish: true } })
    await pollAll()
    expect(await read(id)).toMatchObject({ created: 0, failures: 1, lastImportId: null })
    expect((await read(id)).failure).toMatch(/^url: answers with a .*, not with a feed; set format to '(html|text)'/)
    await newsroom.rest('PATCH', `${sources}/${id}`, {
      as: 'admin',
      body: { format: name === 'page' ? 'html' : 'text' },
    })
    await pollAll()
    expect(await read(id)).toMatchObject({ created: 1, failures: 0 })
    await newsroom.rest('DELETE', `${sources}/${id}`, { as: 'admin' })
  })

  test('in part has a report of that once', async () => {
    const good = item(41, 'A good one', 'It can be read.')
    const id = await make('part', wxr(good))
    await newsroom.rest('PATCH', `${sources}/${id}`, { as: 'admin', body: { format: 'wxr' } })
    await pollAll()
    expect(await read(id)).toMatchObject({ created: 1, refused: 0 })
    for (const comment of ['one', 'two']) {
      feed.etag = `"${comment}"`
      feed.body = wxr(good, '<item><title>Broken</item>').replace('<channel>', `<channel><!-- ${comment} -->`)
      newsroom.setClock(2)
      await pollAll()
      expect(await read(id), comment).toMatchObject({ created: 1, refused: 1, failures: 0 })
    }
    expect(await newsroom.db.importJob.count({ where: { source: 'part' } })).toBe(2)
    await newsroom.rest('DELETE', `${sources}/${id}`, { as: 'admin' })
  })
})

describe('a folder', () => {
  const old = new Date(Date.now() - 60_000)
  const put = (name: string, text: string) => {
    writeFileSync(join(root, 'desk', name), text)
    utimesSync(join(root, 'desk', name), old, old)
  }

  test('has its files read once, again when they are changed, and nothing beside it', async () => {
    mkdirSync(join(root, 'desk'))
    put('a.xml', wxr(item(11, 'From a file', 'It says this.')))
    put('.hidden.xml', wxr(item(12, 'Hidden', 'Nothing.')))
    symlinkSync('/etc/passwd', join(root, 'desk', 'link.xml'))
    const made = await newsroom.rest('POST', sources, {
      as: 'admin',
      body: { kind: 'FOLDER', name: 'Desk', folder: 'desk', intervalSeconds: 60 },
    })
    expect(made.status).toBe(201)
    await pollAll()
    expect(await read(made.data.id)).toMatchObject({ created: 1, failures: 0 })
    newsroom.setClock(2)
    await pollAll()
    expect(await newsroom.db.importJob.count({ where: { source: 'Desk' } })).toBe(1)
    put('a.xml', wxr(item(11, 'From a file', 'It says that, and more.')))
    newsroom.setClock(2)
    await pollAll()
    expect(await read(made.data.id)).toMatchObject({ created: 1, updated: 1 })
  })

  test.each(['../etc', '/etc', 'a/../b', 'a//b', '.git', 'a\\b', ''])('cannot be %j', async (folder) => {
    const body = { kind: 'FOLDER', name: `Folder ${folder}`, folder }
    expect(await newsroom.rest('POST', sources, { as: 'admin', body })).toMatchObject({
      status: 400,
      paths: ['folder'],
    })
  })

  test('whose files cannot all be read has the others read, and a report of each that cannot', async () => {
    mkdirSync(join(root, 'mixed'))
    const putThere = (name: string, content: string | Buffer) => {
      writeFileSync(join(root, 'mixed', name), content)
      utimesSync(join(root, 'mixed', name), old, old)
    }
    putThere('a-picture.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]))
    putThere('b-empty.xml', '')
    putThere(
      'c-bomb.xml',
      '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
    )
    putThere('d-good.xml', wxr(item(21, 'Behind the others', 'It is read all the same.')))
    const body = { kind: 'FOLDER', name: 'Mixed', folder: 'mixed', intervalSeconds: 60 }
    const { id } = (await newsroom.rest('POST', sources, { as: 'admin', body })).data
    await pollAll()
    expect(await read(id)).toMatchObject({ created: 1, refused: 3, failures: 0, failure: null })
    const reports = await newsroom.db.importJob.findMany({ where: { source: 'Mixed' }, orderBy: { name: 'asc' } })
    expect(reports.map(({ name, state, refused }) => [name, state, refused])).toEqual([
      ['a-picture.jpg', 'FAILED', 0],
      ['b-empty.xml', 'FAILED', 0],
      ['c-bomb.xml', 'DONE', 1],
      ['d-good.xml', 'DONE', 0],
    ])
    expect(reports[0]?.failure).toMatch(/^'a-picture.jpg' is in no known format/)
    newsroom.setClock(2)
    await pollAll()
    expect(await newsroom.db.importJob.count({ where: { source: 'Mixed' } })).toBe(4)
  })

  test('is read again where the service was stopped in the middle of a file', async () => {
    mkdirSync(join(root, 'stopped'))
    writeFileSync(
      join(root, 'stopped', 'a.xml'),
      wxr(item(31, 'One of two', 'First.'), item(32, 'Two of two', 'Second.')),
    )
    utimesSync(join(root, 'stopped', 'a.xml'), old, old)
    const body = { kind: 'FOLDER', name: 'Stopped', folder: 'stopped', intervalSeconds: 60 }
    const { id } = (await newsroom.rest('POST', sources, { as: 'admin', body })).data
    const stopping = new AbortController()
    const ctx = newsroom.ctx()
    const db = ctx.db.$extends({
      query: {
        importJob: {
          async create({ args, query }) {
            stopping.abort()
            return query(args)
          },
        },
      },
    })
    while (!stopping.signal.aborted) await ingestJob.run({ ...ctx, db: db as never }, stopping.signal)
    expect(await newsroom.db.ingestFile.count({ where: { sourceId: String(id) } })).toBe(0)
    newsroom.setClock(2)
    await pollAll()
    expect(await read(id)).toMatchObject({ created: 2, failures: 0 })
  })

  test('that a link leads out of INGEST_DIR is not read', async () => {
    symlinkSync(tmpdir(), join(root, 'out'))
    const made = await newsroom.rest('POST', sources, {
      as: 'admin',
      body: { kind: 'FOLDER', name: 'Out', folder: 'out' },
    })
    await pollAll()
    expect(await read(made.data.id)).toMatchObject({
      failures: 1,
      failure: "there is no folder 'out' below INGEST_DIR",
    })
  })
})
