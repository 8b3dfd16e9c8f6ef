import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { StartLog } from './db/embedded.ts'
import { type House, openHouse, siteOf, version } from './house.ts'

/** A service that answers. */
export interface RunningServer {
  app: FastifyInstance
  house: House
  /** Where it listens, without a trailing slash. */
  url: string
  /** Ends it: no new requests, those under way are answered, then the database is given up. */
  stop(): Promise<void>
}

/** The service cannot start; the message says why and what to do. */
export class ServerStartError extends Error {
  override name = 'ServerStartError'
}

/**
 * Opens the database, builds the app and listens.
 * @throws DatabaseStartError, MigrationError, ServerStartError when the address is taken or not ours.
 */
export async function startServer(config: Config, log: StartLog): Promise<RunningServer> {
  const house = await openHouse(config, log)
  try {
    const host = hostInUrl(config.HOST)
    const site = siteOf(config, `http://${host}:${config.PORT}`)
    const app = await buildApp({ db: house.db, site, version, logger: { level: config.LOG_LEVEL } })
    const { port } = new URL(await listen(app, config))
    const url = `http://${host}:${port}`
    // Port 0 is known only now.
    if (!config.PUBLIC_URL) site.publicUrl = url
    return { app, house, url, stop: () => app.close().finally(house.close) }
  } catch (error) {
    await house.close()
    throw error
  }
}

async function listen(app: FastifyInstance, { HOST, PORT }: Config): Promise<string> {
  try {
    return await app.listen({ host: HOST, port: PORT })
  } catch (error) {
    await app.close()
    throw new ServerStartError(`cannot listen on ${HOST}, port ${PORT}: ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return 'another program listens there; stop it, or set PORT to a free port (0 takes any)'
  if (code === 'EACCES') return 'the port is reserved for root; set PORT to 1024 or more'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; set HOST to 127.0.0.1, or to 0.0.0.0 for all'
  return (error as Error).message
}

/** A host as a browser on this machine reaches it. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '127.0.0.1' || host === '::' || host === '::1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
