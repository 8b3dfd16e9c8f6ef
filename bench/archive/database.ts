import { fileURLToPath } from 'node:url'
import { startEmbedded } from '../../src/db/embedded.ts'
import { hasArchive, loadArchive, markFor, withClient } from './load.ts'

/** A server with archives on it, one database for each size. */
export interface Archives {
  /** The URL of the archive of this size, which is made when it is not there. */
  ofSize(size: number): Promise<string>
  /** Where the server is, for the report. */
  where: string
  stop(): Promise<void>
}

/** The archives on the server of this URL; without one, on an embedded server that keeps them in bench/.data. */
export async function openArchives(url: string | null, tell: (line: string) => void): Promise<Archives> {
  const server = url ? { url, location: 'your server', stop: async () => undefined } : await startOwn(tell)
  return {
    where: server.location,
    stop: server.stop,
    ofSize: async (size) => {
      const name = `dateline_bench_${size}`
      const url = server.url.replace(/(?<=[^/]\/)[^/?]*(?=\?|$)/, name)
      if ((await exists(server.url, name)) && (await hasArchive(url, await markFor(size)))) return url
      await createAnew(server.url, name)
      await loadArchive(url, size, tell)
      return url
    },
  }
}

/** The settings that readers meet in production, but for those that only slow the loading down. */
async function startOwn(tell: (line: string) => void) {
  const log = { info: tell, warn: tell }
  const settings = { fsync: 'off', full_page_writes: 'off', max_wal_size: '8GB', autovacuum: 'off' }
  return startEmbedded({ dataDir: fileURLToPath(new URL('../.data', import.meta.url)), log, settings })
}

async function exists(server: string, name: string): Promise<boolean> {
  return withClient(server, async (client) => {
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    return rows.length > 0
  })
}

/** An empty database of this name; an archive that was left half full, or is of an earlier edition, goes. */
async function createAnew(server: string, name: string): Promise<void> {
  await withClient(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name}`)
    await client.query(`CREATE DATABASE ${name}`)
  })
}
