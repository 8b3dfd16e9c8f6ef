import type { Random } from '../../bench/archive/random.ts'
import { withDatabase } from '../cluster.ts'
import { type Answer, type Ask, eachAtOnce, withPort } from '../http.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { makePost, type Post, rowsOf } from './posts.ts'
import { isCut, type Sent, sendAll } from './send.ts'

const posts = 10_000
const atOnce = 16
/** One of so many is sent once more with another body. */
const changedEvery = 10

export const retries: Proof = {
  name: 'retries',
  guarantee:
    'A POST that is sent several times with one Idempotency-Key, one after the other, all at once or after a cut connection, is done once and has the same answer each time; with another body it is refused',
  run: (trial) =>
    withDatabase(trial, {}, ({ url, version }) =>
      withNewsroom(url, (newsroom) => withPort(newsroom, (ask) => sendOften(trial, newsroom, ask, version))),
    ),
}

async function sendOften(
  { random, scale, tell }: Trial,
  newsroom: Newsroom,
  ask: Ask,
  postgres: string,
): Promise<Outcome> {
  const wanted = Array.from({ length: scaled(posts, scale, 40) }, (_, n) => makePost(n + 1, random))
  const violations: string[] = []
  const counts = { requests: 0, cut: 0, replayed: 0, changed: 0 }
  await eachAtOnce(wanted, atOnce, async (post) => {
    const sent = await sendAll(ask, post, random)
    counts.requests += sent.length
    counts.cut += sent.filter(isCut).length
    counts.replayed += sent.filter((each) => !isCut(each) && each.headers['idempotency-replayed'] === 'true').length
    violations.push(...differences(post, sent))
    if (post.number % changedEvery === 0) {
      counts.changed++
      violations.push(...(await changedFaults(ask, post, random)))
    }
    if (post.number % Math.ceil(wanted.length / 10) === 0) tell(`${post.number} posts, ${counts.requests} requests`)
  })
  const rows = await rowsOf(newsroom)
  violations.push(...countFaults(wanted, rows))
  const numbers = { posts: wanted.length, rows: rows.length, atOnce, ...counts }
  const tried = `${shown(wanted.length)} POSTs in ${shown(counts.requests)} requests, ${shown(counts.cut)} of them cut off: ${shown(rows.length)} rows`
  return { steps: wanted.length, tried, violations, postgres, numbers }
}

/** The first answer is that of a new thing, and every other is the same to the byte. */
function differences({ number, path }: Post, sent: Sent[]): string[] {
  const answers = sent.filter((each): each is Answer => !isCut(each))
  const [first] = answers
  const told = answers.map(({ status, headers, text }) => `${status} ${headers.etag} ${headers.location} ${text}`)
  if (!first) return []
  if (first.status >= 300 || /"errors":/.test(first.text))
    return [`post ${number} (${path}) answered ${first.status}: ${first.text.slice(0, 300)}`]
  const other = told.find((each) => each !== told[0])
  return other === undefined ? [] : [`post ${number} (${path}) answered ${told[0]} and then ${other}`]
}

async function changedFaults(ask: Ask, post: Post, random: Random): Promise<string[]> {
  const body = makePost(post.number, random, `changed ${post.number}`, post.kind).body
  const { text, status } = await ask('POST', post.path, { body, headers: { 'idempotency-key': post.key } })
  const isRefused = text.includes('idempotency_mismatch') && (status === 422 || post.path === '/graphql')
  return isRefused ? [] : [`post ${post.number} with another body answered ${status}: ${text.slice(0, 300)}`]
}

/** One row for each post, and no other. */
function countFaults(posts: Post[], rows: string[]): string[] {
  const times = new Map<string, number>()
  for (const name of rows) times.set(name, (times.get(name) ?? 0) + 1)
  const faults = posts.flatMap(({ name }) =>
    times.get(name) === 1 ? [] : [`there are ${times.get(name) ?? 0} of '${name}'`],
  )
  return rows.length === posts.length ? faults : [...faults, `${rows.length} rows of ${posts.length} posts`]
}
