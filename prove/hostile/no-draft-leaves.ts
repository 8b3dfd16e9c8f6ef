import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import type { Random } from '../../bench/archive/random.ts'
import { startKeeping } from '../../src/cache/keeping.ts'
import { followJournal } from '../../src/db/journal-follower.ts'
import { countSearchWords, fillSearch } from '../../src/search/jobs.ts'
import { withDatabase } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { type Bait, newBait } from './bait.ts'
import { type Canaries, newCanaries } from './canaries.ts'
import { type Desk, deskOf } from './desk.ts'
import { type OpenApi, oddDoors, type Read, restDoors } from './doors.ts'
import { editOn } from './editors.ts'
import { graphqlDoors } from './graphql-doors.ts'
import { makeHiddenHalf } from './hidden-half.ts'
import { faultsOf, type Given, unpacked } from './judge.ts'
import { listen } from './listeners.ts'
import { changesBetween, probe } from './probes.ts'
import { makePublicHalf, type PublicHalf } from './public-half.ts'
import { rawDoors, sendRaw } from './raw.ts'
import { difference, type Twins, twinsOf } from './twins.ts'

const fullReads = 100_000
/** Readers that ask at the same time. */
const readers = 8
/** Who work meanwhile. */
const editors = 2
/** Of a hundred reads, those that are bytes over a connection, at addresses that are none, of GraphQL; the others ask REST and feeds. */
const shares = { raw: 0.01, odd: 0.1, graphql: 0.4 }
/** Ms in which every read is answered. */
const patienceMs = 30_000
/** Share of the reads of something hidden that are asked again of something that nobody has. */
const twinShare = 0.15
/** Times that twins have to differ, of so many tries at most. */
const twinDifferences = 3
const mostTries = 20

export const noDraftLeaves: Proof = {
  name: 'no-draft-leaves',
  guarantee:
    'No draft ever leaves: a hundred thousand hostile reads of every door show no byte of unpublished text, no sign that it is there, and never a 5xx',
  run: (trial) =>
    withDatabase(trial, {}, ({ url, version }) =>
      withNewsroom(
        url,
        (newsroom) => readAll(trial, newsroom, version),
        ({ prisma: db, pool }) =>
          startKeeping({
            ...{ db, id: randomUUID(), maxBytes: 16 * 2 ** 20 },
            follow: (following) => followJournal({ ...following, pool }),
          }),
      ),
    ),
}

interface Scene {
  newsroom: Newsroom
  url: string
  canaries: Canaries
  bait: Bait
  random: Random
  violations: string[]
  counts: Counts
}

interface Counts {
  reads: number
  answered: number
  refused: number
  twins: number
}

async function readAll(trial: Trial, newsroom: Newsroom, postgres: string): Promise<Outcome> {
  const { random, scale, tell } = trial
  const canaries = newCanaries(random)
  const desk = await namedDesk(newsroom, canaries)
  const world = await makePublicHalf(desk, canaries)
  await countWords(newsroom)
  const before = await probe(newsroom, world)
  await makeHiddenHalf(desk, canaries, world)
  await countWords(newsroom)
  const violations = changesBetween(before, await probe(newsroom, world))
  tell(
    `${canaries.words().length} hidden words; ${before.size} addresses looked at before and after, ${violations.length} changed`,
  )
  const url = await newsroom.app.listen({ host: '127.0.0.1', port: 0 })
  const bait = newBait(random, canaries, world)
  const counts: Counts = { reads: 0, answered: 0, refused: 0, twins: 0 }
  const scene: Scene = { newsroom, url, canaries, bait, random, violations, counts }
  const wanted = scaled(fullReads, scale, 400)
  const { edits, heard, seconds } = await whileEditing(scene, desk, world, () => hammer(scene, wanted, tell))
  const perSecond = Math.round(counts.reads / seconds)
  return {
    steps: counts.reads,
    violations: [...new Set(violations)],
    tried: `${shown(counts.reads)} reads by chance of every REST operation, query, feed and map, ${shown(counts.twins)} of them compared with the same for what nobody has; ${shown(canaries.words().length)} hidden words; ${shown(edits)} things done by editors meanwhile, ${shown(heard)} told on streams and sockets`,
    postgres,
    numbers: { ...counts, perSecond, words: canaries.words().length, probes: before.size, edits, heard },
  }
}

/** Whoever does everything has a name that nobody may read. */
async function namedDesk(newsroom: Newsroom, { hide, hideText }: Canaries): Promise<Desk> {
  const house = deskOf(newsroom, newsroom.key)
  const { key } = await house.post('/api-keys', { name: hide('name of the key that does everything'), role: 'admin' })
  for (const each of [newsroom.key, String(key)]) hideText('a key', each)
  return deskOf(newsroom, String(key))
}

async function countWords({ ctx }: Newsroom): Promise<void> {
  const { signal } = new AbortController()
  for (const job of [fillSearch, countSearchWords]) await job.run(ctx(), signal)
}

/** Does something while an editor works and others listen. */
async function whileEditing(
  { url, random, bait, canaries, violations }: Scene,
  desk: Desk,
  world: PublicHalf,
  work: () => Promise<void>,
) {
  const ending = new AbortController()
  const listeners = listen(url, random, bait, canaries, world)
  const editing = Promise.all(
    Array.from({ length: editors }, () => editOn(ending.signal, desk, canaries, world, random)),
  )
  // Looked at below; it must not be nobody's meanwhile.
  editing.catch(() => undefined)
  const begun = performance.now()
  await work().finally(() => ending.abort())
  const seconds = (performance.now() - begun) / 1_000
  const edits = (await editing).reduce((sum, each) => sum + each, 0)
  violations.push(...listeners.stop())
  return { edits, heard: listeners.count(), seconds }
}

async function hammer(scene: Scene, wanted: number, tell: Trial['tell']): Promise<void> {
  const { random, bait, counts, violations } = scene
  const { body } = await scene.newsroom.app.inject('/openapi.json')
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
  const rest = restDoors(random, bait, JSON.parse(body) as OpenApi)
  const odd = oddDoors(random, bait)
  const graphql = graphqlDoors(random, bait, schema)
  const raw = rawDoors(random, bait)
  const next = () => {
    const at = random.fraction()
    if (at < shares.raw) return readRaw(scene, raw())
    const make = at < shares.raw + shares.odd ? odd : at < shares.raw + shares.odd + shares.graphql ? graphql : rest
    return readOnce(scene, make())
  }
  const tenth = Math.ceil(wanted / 10)
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (counts.reads < wanted) {
        counts.reads += 1
        const at = counts.reads
        await next()
        if (at % tenth === 0) tell(`${at} reads, ${counts.twins} compared, ${violations.length} violations`)
      }
    }),
  )
}

async function readRaw({ url, canaries, violations, counts }: Scene, bytes: string): Promise<void> {
  const askedAt = performance.now()
  const { read, given } = await sendRaw(url, bytes)
  note(counts, given)
  violations.push(...faultsOf(canaries, read, given, askedAt))
}

async function readOnce(scene: Scene, read: Read): Promise<void> {
  const { canaries, violations, counts, random, bait } = scene
  const askedAt = performance.now()
  const given = await ask(scene.newsroom, read)
  note(counts, given)
  bait.learn(given.body)
  violations.push(...faultsOf(canaries, read, given, askedAt))
  const twins = random.chance(twinShare) ? twinsOf(read, canaries, random) : null
  if (twins) violations.push(...(await compareTwins(scene, twins)))
}

/**
 * Asks both, and the first once more: what readers see changes all the time, and then the two say nothing. Where they differ both are made
 * anew: of two answers that are kept, one may be of a moment before, such as a search that counts ages by the hour that has begun.
 */
async function compareTwins({ newsroom, counts }: Scene, twins: Twins): Promise<string[]> {
  counts.twins += 1
  const told = async (read: Read) => twins.told(await ask(newsroom, read))
  let [last, differences] = ['', 0]
  for (let tries = 0; tries < mostTries && differences < twinDifferences; tries++) {
    if (tries > 0) newsroom.app.keeping.dropOwn(['list:articles'])
    const one = await told(twins.hidden)
    const other = await told(twins.nobodys)
    if (one === other || !twins.areHidden()) return []
    if (one !== (await told(twins.hidden))) continue
    last = difference(one, other)
    differences += 1
  }
  if (differences < twinDifferences) return []
  const { method, url, payload = '' } = twins.hidden
  return [
    `what is hidden is told from what is not there: ${method} ${url.slice(0, 600)} ${payload.slice(0, 2_000)}\n    ${last}`,
  ]
}

function note(counts: Counts, { status }: Given): void {
  counts[status < 400 ? 'answered' : 'refused'] += 1
}

/** An answer that does not come is told as status 599. */
async function ask({ app }: Newsroom, { method, url, headers, payload }: Read): Promise<Given> {
  const late = new AbortController()
  const asked = app.inject({ method: method as 'GET', url, headers, ...(payload !== undefined && { payload }) })
  const answer = await Promise.race([asked, wait(patienceMs, null, { signal: late.signal }).catch(() => null)])
  late.abort()
  if (!answer) return { status: 599, headers: {}, body: `no answer in ${patienceMs} ms` }
  const body = unpacked(answer.rawPayload, answer.headers['content-encoding'])
  return { status: answer.statusCode, headers: answer.headers, body }
}
