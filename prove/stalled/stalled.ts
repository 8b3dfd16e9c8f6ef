import { keepNothing } from '../../src/cache/keeping.ts'
import type { FeedEntry } from '../../src/core/feed.ts'
import { withDatabase } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { type Client, openSocket, openStream } from './clients.ts'

const stalledClients = 1_000
const liveClients = 20
const fullEvents = 1_000
/** Former paths of the story, each of a hundred characters: they make an event of it 30 kB. */
const paths = 300
/** By which the process may grow: the built service takes about 100 MB, and is allowed 300. */
const mostMegabytes = 200
/** Ms after the last event by which they have to be gone: later they are cut because nothing moves, whatever waits for them. */
const goneMs = 5_000
/** Clients of one address, below what one may have. */
const ofAddress = 100

export const stalled: Proof = {
  name: 'stalled',
  guarantee:
    'A thousand streams and sockets that stop reading are dropped before the process has grown by 200 MB, and those who read miss nothing',
  run: (trial) =>
    withDatabase(trial, {}, ({ url, version }) => {
      const news = feedOfOurs()
      return withNewsroom(
        url,
        (newsroom) => tellMany(trial, newsroom, news.tell, version),
        async ({ prisma }) => ({ ...keepNothing(prisma), feed: news.feed, stop: async () => undefined }),
      )
    }),
}

/** The place of the journal is taken: thousands of events in a minute are more than any newsroom writes. */
function feedOfOurs() {
  const listeners = new Set<(entry: FeedEntry) => void>()
  return {
    feed: {
      follow: (listener: (entry: FeedEntry) => void) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    tell: (entry: FeedEntry) => {
      for (const listener of listeners) listener(entry)
    },
  }
}

async function tellMany(
  { scale, tell: say }: Trial,
  newsroom: Newsroom,
  tell: (entry: FeedEntry) => void,
  postgres: string,
): Promise<Outcome> {
  const { app } = newsroom
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const entry = await someEntry(newsroom)
  const events = scaled(fullEvents, scale, 300)
  const [many, few] = [scaled(stalledClients, scale, 10), scaled(liveClients, scale, 4)]
  const live = await openClients(url, few, entry.subjectId, false)
  await openClients(url, many, entry.subjectId, true)
  say(`${app.readers.count()} clients`)
  const before = megabytes()
  const most = (await emit(entry, events, live, tell)) - before
  await waitUntil(() => live.every(({ numbers }) => numbers.length >= events))
  await waitUntil(() => app.readers.count() <= live.length, goneMs)
  const left = app.readers.count() - live.length
  for (const { close } of live) close()
  const missed = live.reduce((sum, { numbers }) => sum + (events - numbers.length), 0)
  const disorder = live.filter(({ numbers }) =>
    numbers.some((number, i) => i > 0 && number <= (numbers[i - 1] ?? 0)),
  ).length
  return {
    steps: many,
    violations: [
      ...(missed === 0 ? [] : [`those who read missed ${missed} events`]),
      ...(disorder === 0 ? [] : [`${disorder} readers had events out of order or twice`]),
      ...(left === 0 ? [] : [`${left} clients that do not read were kept`]),
      // A trial runs inside another process, whose memory is its own.
      ...(scale < 1 || most < mostMegabytes ? [] : [`the process grew by ${most} MB`]),
    ],
    tried: `${shown(many)} clients that stop reading, ${few} that read ${shown(events)} events of 30 kB; the process grew by ${most} MB, clients included`,
    postgres,
    numbers: { stalled: many, live: few, events, missed, kept: left, megabytes: most },
  }
}

/** The entry of a story's end, which names every path that it had. */
async function someEntry({ app, key, database: { prisma } }: Newsroom): Promise<FeedEntry> {
  const post = async (path: string, payload: object) => {
    const headers = { authorization: `Bearer ${key}` }
    return (await app.inject({ method: 'POST', url: `/v1/editorial/articles${path}`, headers, payload })).json()
  }
  const text = {
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{ _type: 'span', text: 'Rain.', marks: [] }],
  }
  const { id: articleId } = await post('', { headline: 'Withdrawn', body: [text] })
  await post(`/${articleId}/publish`, {})
  await post(`/${articleId}/withdraw`, {})
  const data = Array.from({ length: paths }, (_, n) => ({
    articleId,
    liveSince: new Date(0),
    path: `/${`${n}-`.padEnd(98, 'x')}`,
  }))
  await prisma.articlePath.createMany({ data })
  const entry = await prisma.journalEntry.findFirstOrThrow({
    where: { type: 'article.withdrawn', subjectId: articleId },
  })
  return { ...entry, keys: [] }
}

/** Streams and sockets in turn. */
async function openClients(url: string, count: number, articleId: string, isStalled: boolean): Promise<Client[]> {
  const clients: Client[] = []
  for (let n = 0; n < count; n += 1) {
    const address = `127.0.${isStalled ? 1 : 2}.${1 + Math.floor(n / ofAddress)}`
    clients.push(
      n % 2 === 0 ? await openStream(url, address, isStalled) : await openSocket(url, address, articleId, isStalled),
    )
  }
  return clients
}

/** Tells as fast as those who read can read. Gives the most that the process took, in MB. */
async function emit(
  entry: FeedEntry,
  events: number,
  live: Client[],
  tell: (entry: FeedEntry) => void,
): Promise<number> {
  let most = 0
  for (let n = 1; n <= events; n += 1) {
    tell({ ...entry, number: entry.number + BigInt(n) })
    if (n % 10 > 0) continue
    await waitUntil(() => live.every(({ numbers }) => numbers.length >= n - 20))
    most = Math.max(most, megabytes())
  }
  return most
}

/** What the process takes, in MB. */
function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}

/** Until something holds, or for so long. */
async function waitUntil(holds: () => boolean, ms = 60_000): Promise<void> {
  const late = performance.now() + ms
  while (!holds() && performance.now() < late) await new Promise((resolve) => setTimeout(resolve, 5))
}
