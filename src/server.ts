import type { FastifyInstance } from 'fastify'
import { identityOf } from './accounts/identity.ts'
import { buildApp, makeCtx } from './app.ts'
import { type Config, ConfigError } from './config.ts'
import { systemCaller } from './core/caller.ts'
import type { Outbound } from './core/outbound.ts'
import { databaseClock } from './db/clock.ts'
import type { StartLog } from './db/embedded.ts'
import { type House, openHouse, siteOf, version } from './house.ts'
import { startWorker } from './jobs/worker.ts'
import { jobs } from './modules.ts'
import { makeOutbound } from './outbound/client.ts'
import { outboundFetch } from './outbound/fetch.ts'

/** A service that answers. */
export interface RunningServer {
  app: FastifyInstance
  house: House
  /** Where it listens, without a trailing slash. */
  url: string
  /** What it does, as `RUN` says. */
  runs: Config['RUN']
  /** Ends it: no new requests or jobs, those under way are finished, then the database is given up. */
  stop(): Promise<void>
}

/** The service cannot start; the message says why and what to do. */
export class ServerStartError extends Error {
  override name = 'ServerStartError'
}

/**
 * Opens the database, builds the app, listens and starts the worker, as far as `RUN` says.
 * @throws DatabaseStartError, MigrationError, ServerStartError when the address is taken or not ours.
 */
export async function startServer(config: Config, log: StartLog): Promise<RunningServer> {
  const house = await openHouse(config, log)
  try {
    const host = hostInUrl(config.HOST)
    const site = siteOf(config, `http://${host}:${config.PORT}`)
    const outbound = makeOutbound({ allowedHosts: config.OUTBOUND_ALLOW_HOSTS })
    const runs = config.RUN
    const identity = identityIn(config, outbound)
    const logger = { level: config.LOG_LEVEL }
    const app = await buildApp({
      db: house.db,
      site,
      version,
      identity,
      outbound,
      runs,
      logger,
      trustProxy: config.TRUST_PROXY,
    })
    const { port } = new URL(await listen(app, config))
    const url = `http://${host}:${port}`
    // Port 0 is known only now.
    if (!config.PUBLIC_URL) site.publicUrl = url
    const worker = startWorker({
      jobs: runs.includes('worker') ? jobs : [],
      contextOf: (name) => makeCtx(house.db, site, databaseClock, systemCaller(name), outbound),
      onError: (job, err) => app.log.error({ err, job }, 'failed'),
    })
    const stop = async () => {
      const [closed] = await Promise.allSettled([app.close(), worker.stop()])
      await house.close()
      if (closed.status === 'rejected') throw closed.reason
    }
    return { app, house, url, runs, stop }
  } catch (error) {
    await house.close()
    throw error
  }
}

/** Who checks tokens of the identity provider that the settings name; null for none. */
function identityIn(config: Config, outbound: Outbound) {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config
  if (!issuer) return null
  if (!audience) throw new ConfigError(['OIDC_AUDIENCE must name this service as the tokens of OIDC_ISSUER do'])
  const { OIDC_ROLES_CLAIM: rolesClaim, OIDC_ROLE_MAP: roleMap } = config
  return identityOf({ issuer, audience, rolesClaim, roleMap, fetch: outboundFetch(outbound) })
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
