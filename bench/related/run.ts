import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { withEmbedded } from '../../prove/embedded.ts'
import { type Newsroom, withNewsroom } from '../../prove/newsroom.ts'
import { percentiles } from '../../prove/proof.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { openArchives } from '../archive/database.ts'
import { site } from '../archive/rows.ts'
import { startServer } from '../load/children.ts'
import { ablate } from './ablations.ts'
import { type Labelled, labelled, loadArchive, readArchive } from './archive.ts'
import { describeFigures, figuresOf, tfIdf } from './figures.ts'
import { benchPublished, benchRebuild, listOnly } from './rebuild.ts'

type Tell = (line: string) => void

const usage = `npm run bench -- related --data DIR [options], or: npm run bench -- related --rebuild N
  --data DIR         the unpacked files of labelled news
  --files F,G        some of ${labelled.join(', ')}; the files without labels are loaded in any case
  --limit N          of each file the first N articles
  --quick            lists of the labelled articles only: not what a rebuild costs
  --ablations        also each scorer alone, and all without it
  --rebuild N        only what a rebuild costs, of N invented stories`

/** Loads labelled news, makes the suggestions anew, reads them over HTTP, and compares them with plain TF-IDF over the same archive. */
export async function benchRelated(args: string[], tell: Tell): Promise<void> {
  const { data, files, limit, isQuick, ablations, rebuild } = readArgs(args)
  if (rebuild) return benchInvented(rebuild, tell)
  const found = readArchive(data, files, limit)
  await withEmbedded(async ({ url }) => {
    const house = await openHouse({ ...readConfig({}), DATABASE_URL: url }, { info: () => undefined, warn: tell })
    await house.close()
    await withNewsroom(url, async (newsroom) => {
      const articles = await loadArchive(newsroom.ctx, found, tell)
      const asked = articles.filter(({ file }) => files.includes(file))
      if (isQuick)
        await listOnly(
          newsroom,
          asked.map(({ id }) => id),
          tell,
        )
      else await benchRebuild(newsroom, tell)
      await compare(newsroom, articles, files, ablations, tell)
      await benchPublished(newsroom, tell)
    })
  })
}

function readArgs(args: string[]) {
  const word = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args,
    options: { data: word, files: word, limit: word, rebuild: word, ablations: flag, quick: flag },
  })
  const { data = '', files, limit = '1000000', rebuild, ablations = false, quick: isQuick = false } = values
  const asked = files ? files.split(',').map((name) => name.trim()) : labelled
  const strange = asked.find((name) => !labelled.includes(name))
  if (strange) throw new Error(`'${strange}' is no file with labels\n${usage}`)
  if (!(Number(limit) >= 1) || (rebuild !== undefined && !(Number(rebuild) >= 1)) || (!data && !rebuild))
    throw new Error(usage)
  return { data, files: asked, limit: Number(limit), isQuick, ablations, rebuild: rebuild ? Number(rebuild) : null }
}

/** The archive of the other measures: invented, and in the database of bench/.data. */
async function benchInvented(size: number, tell: Tell): Promise<void> {
  const archives = await openArchives(null, tell)
  try {
    await withNewsroom(await archives.ofSize(size), async (newsroom) => {
      await benchRebuild(newsroom, tell)
      await benchPublished(newsroom, tell)
      const rows = await newsroom.ctx().db.publishedArticle.findMany({ select: { id: true }, take: 1_000 })
      await readAll(newsroom.url, rows, [''], tell)
    })
  } finally {
    await archives.stop()
  }
}

async function compare(newsroom: Newsroom, articles: Labelled[], files: string[], ablations: boolean, tell: Tell) {
  const asked = articles.filter(({ file }) => files.includes(file))
  const [lists, anyLanguage] = await readAll(newsroom.url, asked, ['', '&languages=ANY'], tell)
  const plain = tfIdf(articles, new Set(asked.map(({ id }) => id)))
  const show = (name: string, listOf: (id: string) => readonly string[]) => {
    for (const file of files) tell(describeFigures(name, file, figuresOf(file, articles, listOf)))
  }
  show('TF-IDF', plain)
  show('Dateline', (id) => lists?.get(id) ?? [])
  show('Dateline, ANY', (id) => anyLanguage?.get(id) ?? [])
  if (ablations) await ablate(newsroom, asked, show)
}

type Lists = Map<string, string[]>

/** From a service in a process of its own, which keeps no answers; the lists of each query. */
async function readAll(url: string, asked: { id: string }[], queries: string[], tell: Tell): Promise<Lists[]> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const { port, stop } = await startServer('uncached', { url, site, connections: 10, cacheMb: 0 })
  try {
    const lists: Lists[] = []
    for (const query of queries) lists.push(await readLists(`http://127.0.0.1:${port}`, asked, query, tell))
    return lists
  } finally {
    await stop()
  }
}

/**
 * Over HTTP, one after the other on one connection, nothing kept. All are asked for once before they are timed, so that code is compiled, as
 * in a service that has been up for a minute. Each is read twice, and beside it an answer without a database: what is slow about a list is
 * slow both times, and what the machine does meanwhile befalls all three.
 */
async function readLists(address: string, asked: { id: string }[], query: string, tell: Tell): Promise<Lists> {
  const lists: Lists = new Map()
  const times = { first: [] as number[], quicker: [] as number[], empty: [] as number[] }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const pathOf = (id: string) => `${address}/v1/articles/${id}/related?first=10${query}`
  for (const { id } of asked) lists.set(id, idsIn((await read(agent, pathOf(id))).text))
  for (const { id } of asked) {
    const [first, again, empty] = [
      await read(agent, pathOf(id)),
      await read(agent, pathOf(id)),
      await read(agent, `${address}/health/live`),
    ]
    times.first.push(first.ms)
    times.quicker.push(Math.min(first.ms, again.ms))
    times.empty.push(empty.ms)
  }
  agent.destroy()
  const [first, quicker, empty] = [times.first, times.quicker, times.empty].map(describeTimes)
  tell(
    `reading ${asked.length} lists${query} over HTTP, nothing kept: ${first}; the quicker of two: ${quicker}; an empty answer: ${empty}`,
  )
  return lists
}

function idsIn(answer: string): string[] {
  const { data } = JSON.parse(answer) as { data: { article: { id: string } | null }[] }
  return data.flatMap(({ article }) => article?.id ?? [])
}

async function read(agent: Agent, address: string): Promise<{ ms: number; text: string }> {
  const at = performance.now()
  const [response] = await once(get(address, { agent }), 'response')
  return { text: await text(response), ms: performance.now() - at }
}

function describeTimes(times: number[]): string {
  const { p50, p99 } = percentiles(times)
  return `p50 ${p50} ms, p99 ${p99} ms`
}
