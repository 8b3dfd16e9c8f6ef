import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../src/app.ts'
import type { Keeping } from '../src/cache/keeping.ts'
import { systemCaller } from '../src/core/caller.ts'
import type { Ctx } from '../src/core/ctx.ts'
import type { Files } from '../src/core/files.ts'
import { databaseClock, followDatabaseClock } from '../src/db/clock.ts'
import { connectDatabase, type Database } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'
import { textReader } from '../src/db/read-text.ts'
import { makeCtx } from '../src/make-ctx.ts'
import { makeOutbound } from '../src/outbound/client.ts'
import { readAllowedHost } from '../src/outbound/target.ts'
import { startPopularity } from '../src/popular/start.ts'

/** The real service over a database, without a port. */
export interface Newsroom {
  app: FastifyInstance
  database: Database
  /** What the house itself may do. */
  ctx(): Ctx
  url: string
  /** A bearer key with the role admin. */
  key: string
  close(): Promise<void>
}

/** Where receivers of webhooks may be in a proof: the setting OUTBOUND_ALLOW_HOSTS. */
export const receiverHosts = '127.0.0.1:*'

const site = { name: 'The Daily Proof', publicUrl: 'https://news.example', defaultLocale: 'en' }

/** What keeps answers for a service over this database. */
type Keep = (database: Database) => Promise<Keeping & { stop(): Promise<void> }>

/** Builds the service on a database and migrates it. */
async function openNewsroom(url: string, keep?: Keep, files?: Files): Promise<Newsroom> {
  await migrate(url, { dir: 'prisma/migrations' })
  const database = connectDatabase(url, { applicationName: 'prove' })
  const unfollow = await followDatabaseClock(database.prisma)
  const outbound = makeOutbound({ allowedHosts: [readAllowedHost(receiverHosts)].filter((host) => host !== null) })
  const keeping = keep && (await keep(database))
  const drop = (keys: Iterable<string>) => keeping?.dropOwn(keys)
  const popularity = await startPopularity({
    db: database.prisma,
    readText: textReader(database.prisma),
    drop,
    isTimed: false,
  })
  const parts = { outbound, popularity, ...(keeping && { keeping }), ...(files && { files }) }
  const app = await buildApp({ db: database.prisma, site, version: '0.0.0', ...parts })
  await app.ready()
  return {
    ...{ app, database, url, key: await newKey(database) },
    ctx: () => {
      const caller = systemCaller('prove')
      return makeCtx(database.prisma, site, databaseClock, caller, outbound, keeping?.afterCommit, files)
    },
    close: async () => {
      unfollow()
      await app.close()
      await keeping?.stop()
      await database.close()
    },
  }
}

/**
 * Does something with the service on a database, and closes it in any case. It keeps no answers unless `keep` says how, and takes no files of
 * media unless `files` says where to.
 */
export async function withNewsroom<T>(
  url: string,
  work: (newsroom: Newsroom) => Promise<T>,
  keep?: Keep,
  files?: Files,
): Promise<T> {
  const newsroom = await openNewsroom(url, keep, files)
  return work(newsroom).finally(newsroom.close)
}

/** A key of the house, put where the service looks for it. */
async function newKey({ prisma }: Database): Promise<string> {
  const key = `dl_${randomBytes(32).toString('base64url')}`
  const hash = new Uint8Array(createHash('sha256').update(key).digest())
  const { newId } = makeCtx(prisma, site, databaseClock, systemCaller('prove'))
  await prisma.apiKey.create({ data: { id: newId(), name: 'Prove', role: 'admin', prefix: key.slice(0, 9), hash } })
  return key
}
