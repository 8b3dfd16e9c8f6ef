import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { withCluster } from '../prove/cluster.ts'
import { withEmbedded } from '../prove/embedded.ts'
import { eachAtOnce } from '../prove/http.ts'
import { type Newsroom, withNewsroom } from '../prove/newsroom.ts'
import { percentiles, tenth } from '../prove/proof.ts'
import { startWorker } from '../prove/worker.ts'
import { createArticle } from '../src/articles/editorial.ts'
import { publishArticle } from '../src/articles/publish.ts'
import { createAuthor } from '../src/authors/editorial.ts'
import { createMedia } from '../src/media/editorial.ts'
import { createTag } from '../src/tags/editorial.ts'

/** Publishes that are not counted: the first of a process are slow. */
const warmUp = 100
/** Publishes one after the other on the embedded database. */
const alone = 500
const atOnce = 16
/** Stories that are published again and again; more than are under way at once, so that few wait for each other. */
const stories = 200

/** What publishing costs. In ms, and publishes a second. */
interface Figures {
  embeddedMsP50: number
  embeddedMsP99: number
  firstMsP50: number
  perSecond: number
  busyMsP50: number
  busyMsP99: number
}

/** `npm run bench -- publish`: publishes one by one on the embedded database, then many at once on PostgreSQL beside a worker. */
export async function benchPublish(args: string[], tell: (line: string) => void): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { seconds: text, json: text, postgres: text } })
  const one = await withEmbedded(({ url }) => withNewsroom(url, publishOneByOne))
  tell(
    `embedded database, one by one: p50 ${one.embeddedMsP50} ms, p99 ${one.embeddedMsP99} ms; for the first time p50 ${one.firstMsP50} ms`,
  )
  const many = await withCluster(values.postgres ?? null, {}, async ({ url }) => {
    const worker = await startWorker({ url })
    return withNewsroom(url, (newsroom) => publishTogether(newsroom, Number(values.seconds ?? 20))).finally(worker.end)
  })
  tell(
    `PostgreSQL, worker running, ${atOnce} at once: ${many.perSecond} publishes a second, p50 ${many.busyMsP50} ms, p99 ${many.busyMsP99} ms`,
  )
  const figures: Figures = { ...one, ...many }
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ node: process.version, ...figures }, null, 2)}\n`)
}

async function publishOneByOne(newsroom: Newsroom) {
  const ids = await makeStories(newsroom)
  const publish = timed(newsroom)
  const first: number[] = []
  for (const id of ids) first.push(await publish(id))
  const again: number[] = []
  for (let n = 0; n < warmUp + alone; n++) again.push(await publish(ids[n % ids.length] ?? ''))
  const { p50, p99 } = percentiles(again.slice(warmUp))
  return { embeddedMsP50: p50, embeddedMsP99: p99, firstMsP50: percentiles(first.slice(warmUp)).p50 }
}

async function publishTogether(newsroom: Newsroom, seconds: number) {
  const ids = await makeStories(newsroom)
  const publish = timed(newsroom)
  for (const id of ids) await publish(id)
  const times: number[] = []
  const begun = performance.now()
  await eachAtOnce(
    Array.from({ length: atOnce }, (_, lane) => lane),
    atOnce,
    async (lane) => {
      const own = ids.filter((_, n) => n % atOnce === lane)
      for (let n = 0; performance.now() - begun < seconds * 1_000; n++)
        times.push(await publish(own[n % own.length] ?? ''))
    },
  )
  const { p50, p99 } = percentiles(times)
  return { perSecond: tenth(times.length / ((performance.now() - begun) / 1_000)), busyMsP50: p50, busyMsP99: p99 }
}

/** Publishes a story; ms that it took. */
function timed({ ctx }: Newsroom) {
  return async (id: string) => {
    const begun = performance.now()
    await publishArticle(ctx(), id, {})
    return performance.now() - begun
  }
}

/** Stories of 700 words with a picture, two authors, five tags and links to others. */
async function makeStories({ ctx }: Newsroom): Promise<string[]> {
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
  const authors = await inTurn(numbers(20), (n) => createAuthor(ctx(), { name: `Author ${n}` }))
  const tags = await inTurn(numbers(50), (n) => createTag(ctx(), { type: 'TOPIC', name: `Topic ${n}` }))
  const picture = { type: 'IMAGE', mimeType: 'image/jpeg', width: 1_600, height: 900 }
  const media = await inTurn(numbers(20), (n) =>
    createMedia(ctx(), { ...picture, url: `https://media.example/${n}.jpg` }),
  )
  const some = (list: string[], from: number, count: number) =>
    numbers(count).map((n) => list[(from * 7 + n) % list.length])
  const bodyOf = (n: number) =>
    numbers(14).map((k) => ({
      _type: 'block',
      children: [{ _type: 'span', text: `Part ${k} of ${n}. ${'word '.repeat(50)}` }],
    }))
  return inTurn(numbers(stories), (n) =>
    createArticle(ctx(), {
      ...{ headline: `Story ${n}`, standfirst: 'What it says.', body: bodyOf(n), tagIds: some(tags, n, 5) },
      ...{
        bylines: some(authors, n, 2).map((authorId) => ({ authorId })),
        leadMedia: { mediaId: some(media, n, 1)[0] },
      },
    }),
  )
}

async function inTurn(numbers: number[], make: (n: number) => Promise<{ id: string }>): Promise<string[]> {
  const ids: string[] = []
  for (const n of numbers) ids.push((await make(n)).id)
  return ids
}
