import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../bench/archive/random.ts'
import { withDatabase } from '../cluster.ts'
import { type Newsroom, receiverHosts, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, percentiles, scaled, shown, type Trial } from '../proof.ts'
import { killByChance, startWorker, type Worker } from '../worker.ts'
import { type Arrivals, arrivalsOf, expectedEvents } from './arrivals.ts'
import { type Endpoint, makeEndpoints } from './endpoints.ts'

const events = 10_000
const kills = 50
/** That a good endpoint is told of, but for one, which is told of all. */
const tagsOfEach = 10
const eventsPerSecond = 20
/** A good endpoint waits at most so many ms for an event, from its commit, while the worker is there. */
const mostWaitMs = 2_000
/** Ms after the last event by which every good endpoint must have had all. */
const patienceMs = 90_000

export const webhooks: Proof = {
  name: 'webhooks',
  guarantee:
    'Every event reaches every endpoint that answers, signed and within two seconds, while other endpoints hang, reset, redirect or answer without end, and however often the worker is killed (kill -9)',
  run: (trial) =>
    withDatabase(trial, { track_commit_timestamp: 'on' }, (database) =>
      withNewsroom(database.url, (newsroom) => sendAll(trial, newsroom, database.version)),
    ),
}

async function sendAll(trial: Trial, newsroom: Newsroom, postgres: string): Promise<Outcome> {
  const { random, scale, tell } = trial
  const { endpoints, tagIds } = await makeEndpoints(newsroom, scaled(tagsOfEach, scale, 2))
  const worker = await startWorker({ url: newsroom.url, settings: { OUTBOUND_ALLOW_HOSTS: receiverHosts } })
  try {
    const wanted = scaled(events, scale, 30)
    const times = scaled(kills, scale, 1)
    const killing = killByChance([worker], times, (wanted / eventsPerSecond) * 1_000, random)
    await Promise.all([killing, makeEvents(newsroom, tagIds, wanted, random, tell)])
    const expected = await expectedEvents(newsroom)
    const missing = await waitForAll(endpoints, expected, tell)
    const arrivals = arrivalsOf(endpoints, expected, worker.downtimes)
    // The short form runs beside other tests, which make everything wait.
    const late = scale < 0.1 ? [] : lateOnes(arrivals)
    const violations = [...missing, ...arrivals.faults, ...late]
    const numbers = numbersOf(arrivals, wanted, times, worker)
    const tried = `${shown(wanted)} events, 20 endpoints of which 4 are poison, ${times} kills; good ones waited ${shown(numbers.waitMsP50)} ms (p50), ${shown(numbers.waitMsP99)} ms (p99)`
    return { steps: wanted, tried, violations, postgres, numbers }
  } finally {
    await worker.end()
    await Promise.all(endpoints.map(({ receiver }) => receiver.close()))
  }
}

/** Changes tags at an even pace: each change is an event. */
async function makeEvents(
  { app, key }: Newsroom,
  tagIds: string[],
  wanted: number,
  random: Random,
  tell: Trial['tell'],
) {
  const headers = { authorization: `Bearer ${key}` }
  const begun = performance.now()
  for (let n = 1; n <= wanted; n++) {
    await wait(Math.max(0, (n / eventsPerSecond) * 1_000 - (performance.now() - begun)))
    const url = `/v1/editorial/tags/${random.pick(tagIds)}`
    const answer = await app.inject({ method: 'PATCH', url, headers, payload: { description: `Change ${n}` } })
    if (answer.statusCode !== 200) throw new Error(`PATCH ${url} answered ${answer.statusCode}: ${answer.body}`)
    if (n % Math.ceil(wanted / 10) === 0) tell(`${n} events`)
  }
}

type Expected = Awaited<ReturnType<typeof expectedEvents>>

/** What good endpoints still lack when there is no patience left. */
async function waitForAll(endpoints: Endpoint[], expected: Expected, tell: Trial['tell']): Promise<string[]> {
  const lacking = () =>
    endpoints.flatMap(({ poison, tagIds, receiver }) => {
      if (poison) return []
      const had = new Set(receiver.receipts.map(({ headers }) => headers['webhook-id']))
      return expected.filter(({ id, tagId }) => (tagIds.length === 0 || tagIds.includes(tagId)) && !had.has(id))
    })
  for (const end = Date.now() + patienceMs; Date.now() < end && lacking().length > 0; await wait(100));
  const lost = lacking()
  if (lost.length > 0) tell(`${lost.length} deliveries are missing`)
  return lost.map(({ id }) => `event ${id} did not reach an endpoint that answers`)
}

function lateOnes({ waits }: Arrivals): string[] {
  const late = waits.filter((ms) => ms > mostWaitMs)
  return late.length > 0 ? [`${late.length} of ${waits.length} good deliveries waited over ${mostWaitMs} ms`] : []
}

function numbersOf({ waits, ...counts }: Arrivals, wanted: number, times: number, { downtimes }: Worker) {
  const { p50, p99, max } = percentiles(waits)
  const { good, poisoned, duplicates, signatures, outOfOrder } = counts
  const downMs = downtimes.reduce((sum, { from, to }) => sum + to - from, 0)
  return {
    ...{ events: wanted, endpoints: 20, poisonedEndpoints: 4, kills: times, workerDownMs: downMs, eventsPerSecond },
    ...{ goodDeliveries: good, poisonedAttempts: poisoned, duplicates, signaturesVerified: signatures, outOfOrder },
    ...{ waitMsP50: p50, waitMsP99: p99, waitMsMax: max },
  }
}
