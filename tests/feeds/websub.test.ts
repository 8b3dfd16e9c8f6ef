import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import type { Ctx } from '../../src/core/ctx.ts'
import { hubJobs } from '../../src/feeds/jobs.ts'
import { releasedUpTo } from '../../src/webhooks/released.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from './validators.ts'

const news = await testNewsroom()
const { app, rest, make, setClock, db } = news
const stories = storyMakers(news)

/** What the hub was told, one list of feeds for each request, without the site and the format of RSS. */
const told: string[][] = []
let status = 204
let meanwhile = async () => {}
const hub = createServer(async (request, reply) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const form = new URLSearchParams(body)
  expect([request.method, request.headers['content-type']]).toEqual(['POST', 'application/x-www-form-urlencoded'])
  expect(form.get('hub.mode')).toBe('publish')
  told.push(form.getAll('hub.url').sort())
  await meanwhile()
  reply.writeHead(status).end()
})
await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
const hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/hub/`
afterAll(async () => {
  hub.close()
  await news.close()
})

const ctx = (): Ctx => ({ ...news.ctx(), site: { ...app.site, hubUrl } })
const run = async (name: string, as: Ctx = ctx()) => {
  const job = hubJobs.find((each) => each.name === name)
  while (await job?.run(as, new AbortController().signal));
}
/** Once every process has dropped what readers saw before. */
const note = async (as: Ctx = ctx()) => {
  const head = await db.journalHead.findUniqueOrThrow({ where: { id: 1 } })
  await vi.waitUntil(async () => (await releasedUpTo(as)) >= head.number, { timeout: 5_000 })
  await run('websub-note', as)
}
const ping = (as?: Ctx) => run('websub-ping', as)
const rssOf = (urls: string[] | undefined) => (urls ?? []).filter((url) => url.endsWith('.rss'))
const feed = (path: string) => `https://news.example/feeds/${path}.rss`

beforeEach(async () => {
  status = 204
  meanwhile = async () => {}
  await note()
  await db.hubPing.deleteMany()
  told.length = 0
})

it('a hub is told of every feed that a story is in, once for many changes', async () => {
  const [tag, section, author] = [
    await make.tag({ name: 'Gas' }),
    await make.tag({ type: 'SECTION', name: 'World' }),
    await make.author({ name: 'Zoe' }),
  ]
  const input = { tagIds: [tag.id], sectionId: section.id, bylines: [{ authorId: author.id, role: 'Reporting' }] }
  const story = await stories.live(input)
  await stories.live(input)
  await note()
  await ping()
  expect(told).toEqual([])
  setClock(1)
  await ping()
  expect(told).toHaveLength(1)
  expect(rssOf(told[0])).toEqual(['authors/zoe', 'latest', 'sections/world', 'tags/gas'].map(feed))
  expect(told[0]).toHaveLength(12)
  setClock(1)
  await ping()
  expect(told).toHaveLength(1)
  await stories.withdraw(story.id)
  await note()
  setClock(1)
  await ping()
  expect(rssOf(told[1])).toEqual(['authors/zoe', 'latest', 'sections/world', 'tags/gas'].map(feed))
})

it('drafts are nobody’s business', async () => {
  await stories.draft({ headline: 'Secret' })
  await note()
  setClock(1)
  await ping()
  expect(told).toEqual([])
})

it('what a hub refuses it is told again', async () => {
  await stories.live()
  await note()
  setClock(1)
  status = 503
  await expect(ping()).rejects.toThrow(/answered 503/)
  status = 202
  await ping()
  expect(told).toHaveLength(1)
  setClock(1)
  await ping()
  expect(told).toHaveLength(2)
  expect(await db.hubPing.count()).toBe(0)
})

it('and given up after three days', async () => {
  await stories.live()
  await note()
  status = 500
  setClock(3 * 24 * 60)
  await expect(ping()).rejects.toThrow(/answered 500/)
  expect(await db.hubPing.count()).toBe(0)
})

it('a change while the hub is told is told of as well', async () => {
  await stories.live()
  await note()
  setClock(1)
  meanwhile = async () => {
    meanwhile = async () => {}
    await stories.live()
    await note()
  }
  await ping()
  setClock(1)
  await ping()
  expect(told.map(rssOf)).toEqual([[feed('latest')], [feed('latest')]])
})

it('two workers tell it of each feed once', async () => {
  await stories.live()
  await Promise.all([note(), note()])
  setClock(1)
  await Promise.all([ping(), ping(), ping()])
  const formats = ['atom', 'json', 'rss'].map((format) => `https://news.example/feeds/latest.${format}`)
  expect(told.flat().sort()).toEqual(formats)
})

it('what happened while no hub was set is no news after a day', async () => {
  const without = { ...ctx(), site: app.site }
  await stories.live()
  await note(without)
  setClock(2 * 24 * 60)
  await note()
  await ping(without)
  expect(await db.hubPing.count()).toBe(0)
  expect(told).toEqual([])
})

it('feeds name the hub, but for those that were asked with more', async () => {
  expect((await rest('GET', '/feeds/latest.rss')).text).not.toContain('hub')
  app.site.hubUrl = hubUrl
  try {
    await stories.live()
    const [rss, atom, json] = [
      await rest('GET', '/feeds/latest.rss'),
      await rest('GET', '/feeds/latest.atom'),
      await rest('GET', '/feeds/latest.json'),
    ]
    expect([...(await rssFaults(rss.text)), ...(await atomFaults(atom.text)), ...jsonFeedFaults(json.text)]).toEqual([])
    expect(rss.text).toContain(`<atom:link rel="hub" href="${hubUrl}"/>`)
    expect(atom.text).toContain(`<link rel="hub" href="${hubUrl}"/>`)
    expect(JSON.parse(json.text).hubs).toEqual([{ type: 'WebSub', url: hubUrl }])
    expect(rss.headers.link).toBe(`<${hubUrl}>; rel="hub", <https://news.example/feeds/latest.rss>; rel="self"`)
    const asked = await rest('GET', '/feeds/latest.rss?first=5')
    expect(asked.text).not.toContain('hub')
    expect(asked.headers.link).toBeUndefined()
  } finally {
    delete app.site.hubUrl
  }
})
