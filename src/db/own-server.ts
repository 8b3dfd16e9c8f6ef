import pg from 'pg'
import { DatabaseStartError } from './embedded-error.ts'

/** The oldest server that Dateline is tested with, as `server_version_num` says it. */
const oldestVersion = 150_000

/** How long to wait for a server that does not answer, in ms. */
const connectionTimeoutMillis = 5_000

/** What can be wrong with `DATABASE_URL`, by the code of the error: of Node for the network, of PostgreSQL for the rest. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; start the server, or correct host and port',
  ENOTFOUND: 'there is no such host; correct the host',
  EAI_AGAIN: 'the host cannot be looked up now; check the name and the network',
  ENOENT: 'there is no such socket; start the server, or correct the host parameter',
  ETIMEDOUT: 'it does not answer; check host, port and firewall',
  '28P01': 'the password is wrong',
  '28000': 'this user may not log in there; check user, password and pg_hba.conf',
  '3D000': 'there is no such database; create it with createdb',
  '53300': 'it has no connection left; raise max_connections or close others',
  '57P03': 'it is starting up or shutting down; try again in a moment',
}

/**
 * Checks that the server of this URL answers and is new enough.
 * @throws DatabaseStartError that says what is wrong with `DATABASE_URL`, without its password.
 */
export async function reachServer(url: string, shownUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
    const version = Number(rows[0]?.server_version_num)
    if (version < oldestVersion)
      throw new DatabaseStartError(
        `DATABASE_URL: ${shownUrl} is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed`,
      )
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error
    const { code = '', message } = error as Error & { code?: string }
    throw new DatabaseStartError(`DATABASE_URL: cannot use ${shownUrl}: ${reasons[code] ?? message}`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}
