import { parseArgs } from 'node:util'
import { withEmbedded } from '../../prove/embedded.ts'
import { type Newsroom, withNewsroom } from '../../prove/newsroom.ts'
import { percentiles } from '../../prove/proof.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { suggestRelated } from '../../src/related/jobs.ts'
import { rebuildRelated } from '../../src/related/rebuild.ts'
import { type ScorerName, scorers } from '../../src/related/score.ts'
import { readStories } from '../../src/related/stories.ts'
import { suggestionsFor } from '../../src/related/suggesting.ts'
import { postgresReader } from '../load/postgres-usage.ts'
import { type Labelled, labelled, loadArchive, readArchive } from './archive.ts'
import { describeFigures, figuresOf, tfIdf } from './figures.ts'

type Tell = (line: string) => void

/**
 * `npm run bench -- related --data DIR`: loads labelled news, makes the suggestions anew, reads them over HTTP, and compares them with plain
 * TF-IDF over the same archive. `--distractors N`: of each file that is not labelled at most so many. `--ablations`: each scorer alone, and
 * all without it.
 */
export async function benchRelated(args: string[], tell: Tell): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { data: text, distractors: text, ablations: { type: 'boolean' } } })
  if (!values.data) throw new Error('name the unpacked files: npm run bench -- related --data DIR')
  const found = readArchive(values.data, Number(values.distractors ?? 100_000))
  await withEmbedded(async ({ url }) => {
    const house = await openHouse({ ...readConfig({}), DATABASE_URL: url }, { info: () => undefined, warn: tell })
    await house.close()
    await withNewsroom(url, async (newsroom) => {
      const articles = await loadArchive(newsroom.ctx, found, tell)
      await rebuild(newsroom, url, articles.length, tell)
      const asked = articles.filter(({ file }) => labelled.includes(file))
      const lists = await readLists(newsroom, asked, tell)
      const plain = tfIdf(articles, new Set(asked.map(({ id }) => id)))
      for (const file of labelled) {
        tell(describeFigures('TF-IDF', file, figuresOf(file, articles, plain)))
        tell(
          describeFigures(
            'Dateline',
            file,
            figuresOf(file, articles, (id) => lists.get(id) ?? []),
          ),
        )
      }
      if (values.ablations) await ablate(newsroom, articles, asked, tell)
    })
  })
}

/** The journal is followed first, and what it made due is made anew with all the rest. */
async function rebuild(newsroom: Newsroom, url: string, articles: number, tell: Tell): Promise<void> {
  const ctx = newsroom.ctx()
  await ctx.db.$executeRaw`UPDATE journal_cursor SET number = (SELECT number FROM journal_head) WHERE name = 'related'`
  await ctx.db.$executeRaw`DELETE FROM related_due`
  const databaseCpu = await postgresReader(url)
  const [own, database, at] = [process.cpuUsage(), await databaseCpu(), performance.now()]
  await rebuildRelated(
    ctx,
    true,
    () => undefined,
    (error) => tell(String(error)),
  )
  const { user, system } = process.cpuUsage(own)
  const used = (await databaseCpu()) ?? 0
  const ms = (microseconds: number) => (microseconds / 1_000 / articles).toFixed(1)
  tell(
    `rebuild of ${articles}: ${((performance.now() - at) / 1_000).toFixed(0)} s; CPU of each: ${ms(user + system)} ms here, ${ms(used - (database ?? 0))} ms in the database`,
  )
  while (await suggestRelated.run(newsroom.ctx(), new AbortController().signal));
}

/** Over HTTP, one after the other, nothing kept. */
async function readLists(newsroom: Newsroom, asked: Labelled[], tell: Tell): Promise<Map<string, string[]>> {
  const address = await newsroom.app.listen({ port: 0, host: '127.0.0.1' })
  const lists = new Map<string, string[]>()
  const times: number[] = []
  for (const { id } of asked) {
    const at = performance.now()
    const answer = await fetch(`${address}/v1/articles/${id}/related?first=10`)
    const { data } = (await answer.json()) as { data: { article: { id: string } | null }[] }
    times.push(performance.now() - at)
    lists.set(
      id,
      data.flatMap(({ article }) => article?.id ?? []),
    )
  }
  const { p50, p99 } = percentiles(times)
  tell(`reading a list over HTTP, nothing kept: p50 ${p50} ms, p99 ${p99} ms`)
  return lists
}

/** Each scorer alone, and all without it, by the function behind the worker. */
async function ablate(newsroom: Newsroom, articles: Labelled[], asked: Labelled[], tell: Tell): Promise<void> {
  const names = Object.keys(scorers) as ScorerName[]
  // Tags, storylines and time lift what the text says: alone they say nothing.
  const alone = names.filter((name) => !['tags', 'storyline', 'time'].includes(name))
  const runs: [string, ScorerName[]][] = [
    ...alone.map((name): [string, ScorerName[]] => [`${name} alone`, names.filter((other) => other !== name)]),
    ...names.map((name): [string, ScorerName[]] => [`without ${name}`, [name]]),
  ]
  const ctx = newsroom.ctx()
  for (const [name, without] of runs) {
    const lists = new Map<string, string[]>()
    for (const { id } of asked) {
      const [story] = await readStories(ctx.db, [id])
      if (!story) continue
      const { list } = await suggestionsFor(ctx, ctx.db, story, undefined, without)
      lists.set(
        id,
        list.slice(0, 10).map((each) => each.id),
      )
    }
    for (const file of labelled)
      tell(
        describeFigures(
          name,
          file,
          figuresOf(file, articles, (id) => lists.get(id) ?? []),
        ),
      )
  }
}
