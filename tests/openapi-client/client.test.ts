import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { generate } from 'openapi-typescript-codegen'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { reader } from './reader.ts'

// What a team gets that makes its client from docs/openapi.json: it is generated anew, compiled, and used over TCP.

interface Story {
  id: string
  slug: string
  headline: string
  bodyHtml: string
  tags: { slug: string }[]
}

/** What the program in reader.ts exports. */
interface Client {
  connect(base: string, key: string | undefined): void
  publishStory(headline: string, tagId: string): Promise<{ id: string; status: string; version: number; slug: string }>
  headlines(tag: string): Promise<{ headlines: string[]; total: number | null; next: string | null }>
  headlinesBehind(tag: string, after: string): Promise<string[]>
  story(slug: string): Promise<Story>
  found(words: string): Promise<{ headlines: string[]; months: string[] }>
  refused(
    work: 'unknown story' | 'no key' | 'too many' | 'old version',
    id: string,
  ): Promise<{ status: number; code: string; paths: string[] }>
}

let folder = ''
let news: Newsroom
let client: Client
let origin = ''
let tagId = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-client-'))
  await generate({
    input: resolve('docs/openapi.json'),
    output: folder,
    httpClient: 'fetch',
    useOptions: true,
    useUnionTypes: true,
  })
  await writeFile(join(folder, 'reader.ts'), reader)
  news = await testNewsroom()
  origin = await news.app.listen({ port: 0, host: '127.0.0.1' })
  tagId = (await news.make.tag({ name: 'Harbour' })).id
  client = await import(/* @vite-ignore */ join(folder, 'reader.ts'))
}, 60_000)
afterAll(async () => {
  await news.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a client that is generated from docs/openapi.json', () => {
  it('compiles without a complaint, and so does a program that uses its types', { timeout: 60_000 }, async () => {
    const options = [
      '--ignoreConfig',
      '--strict',
      '--noEmit',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'es2022',
    ]
    const program = promisify(execFile)(process.execPath, [
      ...[resolve('node_modules/typescript/bin/tsc'), ...options, '--lib', 'es2022,dom', '--types', ''],
      join(folder, 'reader.ts'),
    ])
    expect((await program.catch((error: { stdout: string }) => error)).stdout).toBe('')
  })

  it('makes a story and publishes it with a key', async () => {
    client.connect(origin, news.keys.editor)
    const stories = []
    for (const headline of ['Ships wait', 'Cranes stop', 'Harbour closes'])
      stories.push(await client.publishStory(headline, tagId))
    expect(stories.map(({ status, version, slug }) => [status, version, slug])).toEqual([
      ['LIVE', 1, 'ships-wait'],
      ['LIVE', 1, 'cranes-stop'],
      ['LIVE', 1, 'harbour-closes'],
    ])
    expect(await news.events()).toMatchObject({ 'article.created': 3, 'article.published': 3 })
  })

  it('reads a list with filters, counted, and the page behind it', async () => {
    client.connect(origin, undefined)
    const { headlines, total, next } = await client.headlines('harbour')
    expect({ headlines: headlines.length, total }).toEqual({ headlines: 2, total: 3 })
    const rest = await client.headlinesBehind('harbour', next ?? '')
    expect([...headlines, ...rest].sort()).toEqual(['Cranes stop', 'Harbour closes', 'Ships wait'])
    expect((await client.headlines('-harbour')).headlines).toEqual([])
  })

  it('reads one story, whole', async () => {
    client.connect(origin, undefined)
    const story = await client.story('harbour-closes')
    expect(story).toMatchObject({ headline: 'Harbour closes', tags: [{ slug: 'harbour' }] })
    expect(story.bodyHtml).toContain('What was seen at the harbour.')
  })

  it('searches, with facets', async () => {
    client.connect(origin, undefined)
    expect(await client.found('cranes')).toEqual({ headlines: ['Cranes stop'], months: ['2026-01'] })
  })

  it.each([
    ['unknown story', undefined, 404, 'not_found', []],
    ['no key', undefined, 401, 'unauthenticated', []],
    ['too many', undefined, 400, 'limit_exceeded', ['first']],
    ['old version', 'editor', 412, 'stale_version', []],
  ] as const)('is refused with a code and the paths of the faults: %s', async (work, role, status, code, paths) => {
    client.connect(origin, role && news.keys[role])
    const { id } = await client.story('harbour-closes')
    expect(await client.refused(work, id)).toEqual({ status, code, paths })
  })
})
