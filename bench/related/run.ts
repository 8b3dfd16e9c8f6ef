import { parseArgs } from 'node:util'
import { withEmbedded } from '../../prove/embedded.ts'
import { type Newsroom, withNewsroom } from '../../prove/newsroom.ts'
import { percentiles } from '../../prove/proof.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { openArchives } from '../archive/database.ts'
import { ablate } from './ablations.ts'
import { type Labelled, labelled, loadArchive, readArchive } from './archive.ts'
import { describeFigures, figuresOf, tfIdf } from './figures.ts'
import { benchPublished, benchRebuild } from './rebuild.ts'

type Tell = (line: string) => void

const usage = `npm run bench -- related --data DIR [options], or: npm run bench -- related --rebuild N
  --data DIR         the unpacked files of labelled news
  --files F,G        some of ${labelled.join(', ')}; the files without labels are loaded in any case
  --limit N          of each file the first N articles
  --ablations        also each scorer alone, and all without it
  --rebuild N        only what a rebuild costs, of N invented stories`

/** Loads labelled news, makes the suggestions anew, reads them over HTTP, and compares them with plain TF-IDF over the same archive. */
export async function benchRelated(args: string[], tell: Tell): Promise<void> {
  const { data, files, limit, ablations, rebuild } = readArgs(args)
  if (rebuild) return benchInvented(rebuild, tell)
  const found = readArchive(data, files, limit)
  await withEmbedded(async ({ url }) => {
    const house = await openHouse({ ...readConfig({}), DATABASE_URL: url }, { info: () => undefined, warn: tell })
    await house.close()
    await withNewsroom(url, async (newsroom) => {
      const articles = await loadArchive(newsroom.ctx, found, tell)
      await benchRebuild(newsroom, tell)
      await compare(newsroom, articles, files, ablations, tell)
      await benchPublished(newsroom, tell)
    })
  })
}

function readArgs(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { data: text, files: text, limit: text, rebuild: text, ablations: { type: 'boolean' } },
  })
  const { data = '', files, limit = '1000000', rebuild, ablations = false } = values
  const asked = files ? files.split(',').map((name) => name.trim()) : labelled
  const strange = asked.find((name) => !labelled.includes(name))
  if (strange) throw new Error(`'${strange}' is no file with labels\n${usage}`)
  if (!(Number(limit) >= 1) || (rebuild !== undefined && !(Number(rebuild) >= 1)) || (!data && !rebuild))
    throw new Error(usage)
  return { data, files: asked, limit: Number(limit), ablations, rebuild: rebuild ? Number(rebuild) : null }
}

/** The archive of the other measures: invented, and in the database of bench/.data. */
async function benchInvented(size: number, tell: Tell): Promise<void> {
  const archives = await openArchives(null, tell)
  try {
    await withNewsroom(await archives.ofSize(size), async (newsroom) => {
      await benchRebuild(newsroom, tell)
      await benchPublished(newsroom, tell)
      const rows = await newsroom.ctx().db.publishedArticle.findMany({ select: { id: true }, take: 1_000 })
      await readLists(await newsroom.app.listen({ port: 0, host: '127.0.0.1' }), rows, '', tell)
    })
  } finally {
    await archives.stop()
  }
}

async function compare(newsroom: Newsroom, articles: Labelled[], files: string[], ablations: boolean, tell: Tell) {
  const asked = articles.filter(({ file }) => files.includes(file))
  const address = await newsroom.app.listen({ port: 0, host: '127.0.0.1' })
  const lists = await readLists(address, asked, '', tell)
  const anyLanguage = await readLists(address, asked, '&languages=ANY', tell)
  const plain = tfIdf(articles, new Set(asked.map(({ id }) => id)))
  const show = (name: string, listOf: (id: string) => readonly string[]) => {
    for (const file of files) tell(describeFigures(name, file, figuresOf(file, articles, listOf)))
  }
  show('TF-IDF', plain)
  show('Dateline', (id) => lists.get(id) ?? [])
  show('Dateline, ANY', (id) => anyLanguage.get(id) ?? [])
  if (ablations) await ablate(newsroom, asked, show)
}

/** Requests before those that are timed. */
const warmUp = 100

/** Over HTTP, one after the other, nothing kept. */
async function readLists(
  address: string,
  asked: { id: string }[],
  query: string,
  tell: Tell,
): Promise<Map<string, string[]>> {
  const lists = new Map<string, string[]>()
  const times: number[] = []
  for (const { id } of [...asked.slice(0, warmUp), ...asked]) {
    const at = performance.now()
    const answer = await fetch(`${address}/v1/articles/${id}/related?first=10${query}`)
    const { data } = (await answer.json()) as { data: { article: { id: string } | null }[] }
    times.push(performance.now() - at)
    lists.set(
      id,
      data.flatMap(({ article }) => article?.id ?? []),
    )
  }
  const { p50, p99 } = percentiles(times.slice(warmUp))
  tell(`reading ${asked.length} lists${query} over HTTP, nothing kept: p50 ${p50} ms, p99 ${p99} ms`)
  return lists
}
