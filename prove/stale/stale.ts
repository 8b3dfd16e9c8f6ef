import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../bench/archive/random.ts'
import { withDatabase } from '../cluster.ts'
import type { Newsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { aboutAll, aboutLabels, aboutStory, type Question, someQuestions } from './addresses.ts'
import { makeChange } from './changes.ts'
import { type Newsrooms, withNewsrooms } from './newsrooms.ts'
import { makeWorld, type World } from './world.ts'

/** Changes in all. */
const steps = 10_000
const stories = 12
/** Changes that are made at the same time, each over any of the services. */
const writers = 2
/** Questions after each such round, to both. */
const questions = 6
/** Readers that ask all the time, so that answers are being made while things change; and ms between two questions of one. */
const hammers = 4
const pauseMs = 2
/** Rounds between two looks at everything, and between two cuts of the connections that follow the journal. */
const restEvery = 500
const cutEvery = 97

export const noStale: Proof = {
  name: 'no-stale',
  guarantee:
    'When a change is acknowledged, no process gives readers the old version any more: on REST, GraphQL, feeds and sitemaps, also when its connection to the journal is cut',
  run: (trial) =>
    withDatabase(trial, {}, ({ url, version }) =>
      withNewsrooms(url, (newsrooms) => changeAndRead(trial, newsrooms, version)),
    ),
}

async function changeAndRead(trial: Trial, newsrooms: Newsrooms, postgres: string): Promise<Outcome> {
  const { random, scale, tell } = trial
  const { keeping, plain } = newsrooms
  const world = await makeWorld(plain, scaled(stories, scale, 6))
  const rounds = scaled(steps / writers, scale, 12)
  const [violations, counts] = [[] as string[], { compared: 0, hammered: 0, cuts: 0 }]
  const ending = new AbortController()
  const hammering = Array.from({ length: scaled(hammers, scale, 2) }, (_, n) =>
    hammer(ending.signal, world, keeping[n % 2] ?? plain, random, counts),
  )
  const compare = async (all: Question[], step: number) => {
    for (const question of all) {
      const found = await differences(newsrooms, question, step)
      for (const violation of found) tell(violation)
      violations.push(...found)
      counts.compared += keeping.length
    }
  }
  for (let step = 1; step <= rounds; step++) {
    if (step % cutEvery === 0) counts.cuts += await cutFollowers(plain)
    const changed = await Promise.all(
      Array.from({ length: writers }, () => makeChange(world, random.pick([...keeping, plain]), random, step)),
    )
    // Each process looks for new rankings by itself, every two seconds: here at once.
    await Promise.all([plain, ...keeping].map(({ app }) => app.popularity.refresh()))
    await compare(someQuestions(random, world, random.pick(changed), questions), step)
    if (step % restEvery === 0 || step === rounds) {
      const all = [...world.stories.flatMap(aboutStory), ...aboutLabels(world), ...aboutAll(world)]
      await compare(chosen(random, all, scaled(all.length, scale, 60)), step)
      tell(`${step * writers} changes, ${counts.compared} answers compared, ${violations.length} old`)
    }
  }
  ending.abort()
  await Promise.all(hammering)
  const kept = keeping.map(({ app }) => app.keeping.stats())
  const hits = kept.reduce((sum, stats) => sum + (stats?.hits ?? 0), 0)
  const tried = `${shown(rounds * writers)} changes, ${writers} at a time, ${shown(counts.compared)} answers of two services compared with one that keeps nothing, ${shown(counts.hammered)} other reads, ${shown(counts.cuts)} cut connections`
  return {
    steps: rounds * writers,
    violations,
    tried,
    postgres,
    numbers: { ...counts, hits, drops: kept[0]?.drops ?? 0 },
  }
}

/** So many of them, by chance; all when there are no more. */
function chosen<T>(random: Random, all: T[], count: number): T[] {
  return count < all.length ? Array.from({ length: count }, () => random.pick(all)) : all
}

/** Where a service that keeps answers gives another than the one that keeps none; nobody writes meanwhile. */
async function differences({ keeping, plain }: Newsrooms, question: Question, step: number): Promise<string[]> {
  const [truth, ...given] = await Promise.all([plain, ...keeping].map(({ app }) => ask(app, question)))
  return given.flatMap((answer, n) =>
    answer === truth
      ? []
      : [
          `step ${step}, service ${n}: ${question.url} ${question.payload ?? ''}\n    ${firstDifference(truth ?? '', answer)}`,
        ],
  )
}

/** Status, address and body; without what belongs to one request. */
async function ask(app: Newsroom['app'], { method, url, payload }: Question): Promise<string> {
  const headers = payload ? { 'content-type': 'application/json' } : {}
  const answer = await app.inject({ method, url, headers, ...(payload && { payload }) })
  // Scores get lower by the second.
  const body = answer.body.replace(/"(instance|requestId)":"[^"]*"|"score":[\d.]+/g, '')
  return `${answer.statusCode} ${answer.headers.location ?? ''} ${body}`
}

function firstDifference(truth: string, answer: string): string {
  const at = [...truth].findIndex((letter, n) => letter !== answer[n])
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `should be …${around(truth)}… but is …${around(answer)}…`
}

async function hammer(
  signal: AbortSignal,
  world: World,
  { app }: Newsroom,
  random: Random,
  counts: { hammered: number },
) {
  while (!signal.aborted) {
    const [question] = someQuestions(random, world, null, 1)
    if (question) await ask(app, question)
    counts.hammered++
    await wait(pauseMs)
  }
}

/** Ends every connection that follows the journal; gives how many there were. */
async function cutFollowers({ database }: Newsroom): Promise<number> {
  const { rows } = await database.pool.query<{ cut: boolean }>(
    `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE '% journal'`,
  )
  return rows.length
}
