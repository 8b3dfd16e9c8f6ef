import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { disagreements } from '../../prove/crash/agreement.ts'
import { type Facts, takeOf } from '../../prove/crash/take.ts'
import { programOf } from '../../prove/program.ts'
import { createArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import { createAuthor } from '../../src/authors/editorial.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createTag } from '../../src/tags/editorial.ts'
import { killServer, newDatabaseDir, removeDataDirs, start } from '../db/owner.ts'
import { crashCtx } from './ctx.ts'

removeDataDirs()

/** How often a newsroom is killed: six in every run, more by `CRASHES=100 npx vitest run tests/crash`. */
const crashes = Number(process.env.CRASHES ?? 6)
/** Newsrooms that write at a time, each its own story: they share the server, and are killed each at its own instant. */
const writersAtOnce = 3
/** A publish takes about this long, in ms, so that a random instant within it hits every part of one. */
const publishMs = 25

type Db = ReturnType<typeof connectDatabase>

/** Opens the database of a folder as the next start of the service does, and gives it up again. */
async function withDatabase<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const server = await start(dataDir)
  const db = connectDatabase(server.url, { applicationName: 'crash-check' })
  try {
    return await work(db)
  } finally {
    await db.close()
    await server.stop()
  }
}

async function makeStories(dataDir: string): Promise<Facts[]> {
  const server = await start(dataDir)
  await migrate(server.url, { dir: 'prisma/migrations' })
  await server.stop()
  return withDatabase(dataDir, async ({ prisma }) => {
    const three = <T extends { id: string }>(make: (n: number) => Promise<T>) =>
      Promise.all([0, 1, 2].map(async (n) => (await make(n)).id))
    const authors = await three((n) => createAuthor(crashCtx(prisma), { name: `Author ${n}` }))
    const tags = await three((n) => createTag(crashCtx(prisma), { type: 'TOPIC', name: `Tag ${n}` }))
    const others = await three((n) => createArticle(crashCtx(prisma), { headline: `Other ${n}` }))
    return Promise.all(
      Array.from({ length: writersAtOnce }, async () => {
        const { id } = await createArticle(crashCtx(prisma), takeOf(1, { id: '', authors, tags, others }))
        await publishArticle(crashCtx(prisma), id, {})
        return { id, authors, tags, others }
      }),
    )
  })
}

/** Runs a newsroom, kills it at a random instant of a publish, and tells the last version that it was told is published. */
async function killInPublish(dataDir: string, story: Facts, from: number): Promise<number> {
  const program = programOf('tests/crash/writer-process.ts')
  const child = spawn(process.execPath, [program, dataDir, JSON.stringify(story), String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const publishesBefore = 2 + Math.floor(Math.random() * 5)
  let [begun, acknowledged] = [0, 0]
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, version] = line.split(' ')
    if (word === 'published') acknowledged = Number(version)
    else if (++begun === publishesBefore) void wait(Math.random() * publishMs).then(() => child.kill('SIGKILL'))
  }
  const [code, signal] = await gone
  expect([code, signal], 'the newsroom ended by itself').toEqual([null, 'SIGKILL'])
  return acknowledged
}

/** Statements of the dead may still be under way. */
async function settle({ pool }: Db): Promise<void> {
  const busy = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'crash-writer'"
  await expect.poll(async () => (await pool.query(busy)).rowCount, { timeout: 5_000, interval: 10 }).toBe(0)
}

it(
  `${crashes} newsrooms killed in the middle of a publish leave no half-published story and lose no acknowledged one`,
  async () => {
    const dataDir = await newDatabaseDir()
    const stories = await makeStories(dataDir)
    let inTheMiddle = 0
    for (let killed = 0; killed < crashes; killed += writersAtOnce) {
      const acknowledged = await Promise.all(stories.map((story) => killInPublish(dataDir, story, killed * 1_000 + 2)))
      // Every other time the server dies with its newsrooms, as when the whole machine's memory runs out.
      if (killed % (2 * writersAtOnce) === writersAtOnce) await killServer(join(await realpath(dataDir), 'postgres'))
      await withDatabase(dataDir, async (db) => {
        await settle(db)
        for (const [n, { id }] of stories.entries()) {
          const { faults, live, head } = await disagreements(db.prisma, id)
          expect(faults).toEqual([])
          expect(live, 'an acknowledged publish was lost').toBeGreaterThanOrEqual(acknowledged[n] ?? 0)
          expect(live).toBeGreaterThan(1)
          if (head > live) inTheMiddle++
        }
      })
    }
    // Some were killed between the first statement and the commit; otherwise this tested nothing.
    expect(inTheMiddle).toBeGreaterThan(0)
  },
  crashes * 10_000,
)
