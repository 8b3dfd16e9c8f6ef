import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { type Config, ConfigError } from './config.ts'
import type { Site } from './core/ctx.ts'
import type { FileStore, Files } from './core/files.ts'
import { followDatabaseClock } from './db/clock.ts'
import { connectDatabase } from './db/connect.ts'
import { type StartLog, startEmbedded } from './db/embedded.ts'
import type { PrismaClient } from './db/generated/client.ts'
import { migrate } from './db/migrate.ts'
import { reachServer } from './db/own-server.ts'
import { filesIn } from './files/files.ts'
import { s3Store } from './files/s3.ts'
import { fileOfRoot } from './root.ts'

/** A database that is running, migrated and connected. */
export interface House {
  db: PrismaClient
  pool: pg.Pool
  /** For psql and other clients. */
  url: string
  /** Which database this is and where, in words. */
  location: string
  close(): Promise<void>
}

/** Where the migrations are, from a checkout and from a build alike. */
export const migrationsDir = fileOfRoot('prisma/migrations')

/** The version in package.json. */
export const version: string = JSON.parse(readFileSync(fileOfRoot('package.json'), 'utf8')).version

/**
 * Finds the database: `DATABASE_URL`, or the embedded server in `DATA_DIR`, which it starts or joins.
 * @throws DatabaseStartError
 */
export async function findDatabase({ DATABASE_URL, DATA_DIR }: Config, log: StartLog) {
  if (DATABASE_URL) {
    const shown = withoutPassword(DATABASE_URL)
    await reachServer(DATABASE_URL, shown)
    return { url: DATABASE_URL, location: `PostgreSQL at ${shown}`, adopted: true, stop: async () => {} }
  }
  const server = await startEmbedded({ dataDir: DATA_DIR, log })
  return {
    url: server.url,
    location: `embedded PostgreSQL in ${server.location}`,
    adopted: server.adopted,
    stop: server.stop,
  }
}

/** Opens the database and brings it up to date. @throws DatabaseStartError, MigrationError */
export async function openHouse(config: Config, log: StartLog): Promise<House> {
  const { url, location, stop } = await findDatabase(config, log)
  try {
    await migrate(url, { dir: migrationsDir })
  } catch (error) {
    await stop()
    throw error
  }
  const onConnectionLost = ({ message }: Error) => log.warn(`a database connection was lost: ${message}`)
  const { prisma, pool, close } = connectDatabase(url, {
    applicationName: 'dateline',
    max: config.DATABASE_POOL,
    onConnectionLost,
  })
  const unfollow = await followDatabaseClock(prisma)
  return {
    ...{ db: prisma, pool, url, location },
    close: () => {
      unfollow()
      return close().finally(stop)
    },
  }
}

/** What the newsroom is called and where its readers are. `ownUrl` is where the service itself listens. */
export function siteOf(config: Config, ownUrl: string): Site {
  const {
    SITE_NAME: name,
    DEFAULT_LOCALE: defaultLocale,
    WEBSUB_HUB: hubUrl,
    RELATED_EXCLUDED_TAGS: relatedExcludedTags,
    INGEST_DIR: ingestDir,
  } = config
  return {
    name,
    publicUrl: config.PUBLIC_URL ?? ownUrl,
    defaultLocale,
    mediaUrl: config.MEDIA_URL,
    hubUrl,
    relatedExcludedTags,
    ingestDir,
  }
}

/** Where the files of media are, and how large they may be. */
export function filesOf(config: Config): Files {
  const limits = {
    bytes: config.MEDIA_MAX_MB * 1_000_000,
    pixels: config.MEDIA_MAX_MEGAPIXELS * 1_000_000,
    frames: config.MEDIA_MAX_FRAMES,
  }
  return filesIn({ folder: join(config.DATA_DIR, 'media'), limits, store: objectStoreOf(config) })
}

/** Null without S3_ENDPOINT. @throws ConfigError when something is missing that it needs. */
function objectStoreOf(config: Config): FileStore | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = config
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config
  if (!endpoint) return null
  const needed = { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey }
  const missing = Object.entries(needed).filter(([, value]) => value === '')
  if (missing.length > 0) throw new ConfigError(missing.map(([name]) => `${name} is needed with S3_ENDPOINT`))
  return s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey })
}

/** A database URL that can be shown: all of it but its passwords. */
export function withoutPassword(url: string): string {
  const [address = '', ...rest] = url.split('?')
  const kept = rest
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !/^(ssl)?password(=|$)/i.test(plain(pair)))
  return [address.replace(/(:\/\/[^:/@]*):[^/]*@/, '$1@'), ...(kept.length > 0 ? [kept.join('&')] : [])].join('?')
}

/** What a percent-encoded text says; itself where it is none. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
