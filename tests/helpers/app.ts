import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Identity } from '../../src/accounts/identity.ts'
import { createApiKey } from '../../src/accounts/keys.ts'
import { type AppOptions, buildApp } from '../../src/app.ts'
import { createAuthor } from '../../src/authors/editorial.ts'
import { startKeeping } from '../../src/cache/keeping.ts'
import { roles, systemCaller } from '../../src/core/caller.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { followJournal } from '../../src/db/journal-follower.ts'
import { textReader } from '../../src/db/read-text.ts'
import { type FilesOptions, filesIn } from '../../src/files/files.ts'
import type { AdmissionRules } from '../../src/graphql/admission.ts'
import type { LimitOptions } from '../../src/limits/hook.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { createMedia } from '../../src/media/editorial.ts'
import { makeOutbound } from '../../src/outbound/client.ts'
import { startPopularity } from '../../src/popular/start.ts'
import type { ReaderLimits } from '../../src/streams/readers.ts'
import { createTag } from '../../src/tags/editorial.ts'
import { type Facts, graphqlOf, type Keys, restOf } from './ask.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { scenariosOf } from './scenario.ts'

interface NewsroomOptions {
  startsAt?: string
  defaultLocale?: string
  /** False: each answer is made anew, for tests that count statements. */
  keepsAnswers?: boolean
  /** Who checks tokens of the identity provider. */
  identity?: Identity
  /** Proxies that are believed. */
  trustProxy?: string[]
  /** How much callers may ask; no limits when left out. */
  limits?: LimitOptions
  /** What GraphQL takes of clients. */
  graphqlRules?: AdmissionRules
  logger?: AppOptions['logger']
  metricsToken?: string
  /** Where files are kept, and how large they may be; a folder of its own, and small, when left out. */
  files?: Partial<FilesOptions>
  /** A migrated database to be the one; a clone of the template when left out. */
  database?: TestDatabase
  /** How many streams and sockets there may be; sane when left out. */
  readers?: Partial<ReaderLimits>
}

/** What files of tests may be: 5 MB, 20 megapixels, 10 frames. */
const smallFiles = { bytes: 5_000_000, pixels: 20_000_000, frames: 10 }

/** Enough for what is to happen at once; each costs as much as a dozen small tests, for it learns the tables anew. */
const connections = 6

const calm = { isOverloaded: () => false, stop: () => undefined }

export type Newsroom = Awaited<ReturnType<typeof testNewsroom>>

/**
 * A newsroom of its own for one test file: the real app on a clone of the database, a clock that stands still until it
 * is set, a key for each role. `close` it in afterAll.
 */
export async function testNewsroom({
  startsAt = '2026-01-08T09:30:00.000Z',
  defaultLocale = 'en',
  keepsAnswers = true,
  files: givenFiles = {},
  database: givenDatabase,
  ...more
}: NewsroomOptions = {}) {
  const clone = givenDatabase ?? (await testDatabase())
  const database = connectDatabase(clone.url, { applicationName: 'test', max: connections })
  const { prisma: db } = database
  const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale }
  const clock = { now: new Date(startsAt) }
  const house = { now: () => clock.now, databaseNow: async () => clock.now, asRead: () => clock.now }
  // Receivers of tests listen on this machine, at any port.
  const outbound = makeOutbound({ allowedHosts: [{ host: '127.0.0.1', port: '*' }] })
  const keeping = await startKeeping({
    ...{ db, id: randomUUID(), maxBytes: keepsAnswers ? 16 * 2 ** 20 : 0 },
    follow: (following) => followJournal({ ...following, pool: database.pool }),
  })
  const folder = join(tmpdir(), `dateline-files-${randomUUID()}`)
  const files = filesIn({ folder, limits: smallFiles, ...givenFiles })
  // A machine that is busy with other tests turns nobody away.
  const limits = { watch: calm, ...more.limits }
  const popularity = await startPopularity({ db, readText: textReader(db), drop: keeping.dropOwn, isTimed: false })
  const app = await buildApp({
    keeping,
    popularity,
    db,
    site,
    version: '0.0.0',
    clock: house,
    outbound,
    files,
    ...more,
    limits,
  })
  await app.ready()
  const ctx = () => makeCtx(db, site, house, systemCaller('test'), outbound, keeping.afterCommit, files)
  const keys = await makeKeys(ctx())
  const [rest, graphql] = [restOf(app, keys), graphqlOf(app, keys)]
  const events = eventCounter(db)
  await events()
  return {
    app,
    db,
    files,
    /** Of its database. */
    url: clone.url,
    keys,
    /** What the service itself may do, now; for use cases without a face. */
    ctx,
    rest,
    graphql,
    events,
    make: makersOf(db, ctx, (keys) => keeping.afterCommit({ number: 0n, keys })),
    scenario: scenariosOf({ rest, graphql, events }),
    now: () => clock.now,
    /** Sets the clock, to an instant or onwards by minutes. */
    setClock: (to: string | number) => {
      clock.now = new Date(typeof to === 'string' ? to : clock.now.getTime() + to * 60_000)
    },
    close: async () => {
      await app.close()
      await popularity.stop()
      await keeping.stop()
      await database.close()
      await clone.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One after the other: at once each would open a connection, which takes longer than the key. */
async function makeKeys(ctx: Ctx): Promise<Keys> {
  const made: [string, string][] = []
  for (const role of roles) made.push([role, (await createApiKey(ctx, { name: role, role })).key])
  return Object.fromEntries(made) as Keys
}

/** Gives how many events of each type were written since it was last asked: `{ 'tag.created': 2 }`. */
function eventCounter(db: PrismaClient) {
  let last = 0n
  return async (): Promise<Record<string, number>> => {
    const rows = await db.journalEntry.findMany({ where: { number: { gt: last } }, orderBy: { number: 'asc' } })
    last = rows.at(-1)?.number ?? last
    const counts: Record<string, number> = {}
    for (const { type } of rows) counts[type] = (counts[type] ?? 0) + 1
    return counts
  }
}

/** Each makes one thing and what it needs; a test says only what matters to it. `isPublic`: as if a live story showed it. */
function makersOf(db: PrismaClient, ctx: () => Ctx, drop: (keys: string[]) => Promise<void>) {
  let made = 0
  return {
    tag: async ({ isPublic = false, ...input }: Facts & { isPublic?: boolean } = {}) => {
      const tag = await createTag(ctx(), { type: 'TOPIC', name: `Topic ${++made}`, ...input })
      if (isPublic) await db.tag.update({ where: { id: tag.id }, data: { publicAt: ctx().now } })
      if (isPublic) await drop([tag.id, 'list:tags'])
      return tag
    },
    author: async ({ isPublic = false, ...input }: Facts & { isPublic?: boolean } = {}) => {
      const author = await createAuthor(ctx(), { name: `Author ${++made}`, ...input })
      if (isPublic) await db.author.update({ where: { id: author.id }, data: { publicAt: ctx().now } })
      if (isPublic) await drop([author.id, 'list:authors'])
      return author
    },
    media: (input: Facts = {}) =>
      createMedia(ctx(), {
        type: 'IMAGE',
        url: `https://media.example/${++made}.jpg`,
        mimeType: 'image/jpeg',
        ...input,
      }),
  }
}
