import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { identityOf } from './accounts/identity.ts'
import { type Keeping, startKeeping } from './cache/keeping.ts'
import { type Config, ConfigError } from './config.ts'
import { systemCaller } from './core/caller.ts'
import type { Outbound } from './core/outbound.ts'
import { databaseClock } from './db/clock.ts'
import type { StartLog } from './db/embedded.ts'
import { followJournal } from './db/journal-follower.ts'
import { textReader } from './db/read-text.ts'
import type { AdmissionRules } from './graphql/admission.ts'
import { readManifest } from './graphql/trusted.ts'
import { filesOf, type House, openHouse, siteOf, version } from './house.ts'
import { startWorker } from './jobs/worker.ts'
import type { LimitOptions } from './limits/hook.ts'
import { makeCtx } from './make-ctx.ts'
import { jobs } from './modules.ts'
import { makeOutbound } from './outbound/client.ts'
import { outboundFetch } from './outbound/fetch.ts'
import { startPopularity } from './popular/start.ts'
import { traceDatabase } from './telemetry/database.ts'
import { startTracing, type Tracing } from './telemetry/tracing.ts'
import { tracedJobs, tracedOutbound } from './telemetry/work.ts'

/** Ms that requests under way get to finish when the service stops; half of what `dateline start` waits for all of it. */
const finishMs = 5_000

/** Ms that jobs leave to the first answers: all of them at once hold a process for a tenth of a second. */
const jobsAfterMs = 300

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
  const graphqlRules = graphqlRulesOf(config)
  // The database is opened while the code of the faces is loaded.
  const [house, { buildApp }] = await Promise.all([openHouse(config, log), import('./app.ts')])
  // What has been begun, the last first: it is ended in this order.
  const begun: (() => Promise<unknown>)[] = [house.close]
  try {
    const host = hostInUrl(config.HOST)
    const site = siteOf(config, `http://${host}:${config.PORT}`)
    const tracing = await tracingOf(config, house)
    if (tracing) begun.unshift(() => tracing.stop())
    const guarded = makeOutbound({ allowedHosts: config.OUTBOUND_ALLOW_HOSTS })
    const outbound = tracing ? tracedOutbound(guarded, tracing) : guarded
    const runs = config.RUN
    const files = filesOf(config)
    const identity = identityIn(config, outbound)
    const logger = { level: config.LOG_LEVEL }
    const keeping = runs.includes('api') ? await keepingOf(config, house, log) : null
    if (keeping) begun.unshift(() => keeping.stop())
    const popularity = keeping ? await popularityOf(config, house, log, keeping) : null
    if (popularity) begun.unshift(() => popularity.stop())
    const app = await buildApp({
      db: house.db,
      site,
      version,
      identity,
      outbound,
      files,
      runs,
      logger,
      trustProxy: config.TRUST_PROXY,
      ...(keeping && { keeping }),
      ...(popularity && { popularity }),
      cdnSeconds: config.CDN_SECONDS,
      limits: limitsOf(config, house),
      graphqlRules,
      metricsToken: config.METRICS_TOKEN,
      tracing,
    })
    const { port } = new URL(await listen(app, config))
    const url = `http://${host}:${port}`
    // Port 0 is known only now.
    if (!config.PUBLIC_URL) site.publicUrl = url
    const worker = startWorker({
      jobs: runs.includes('worker') ? (tracing ? tracedJobs(jobs, tracing) : jobs) : [],
      contextOf: (name) =>
        makeCtx(house.db, site, databaseClock, systemCaller(name), outbound, keeping?.afterCommit, files),
      afterMs: jobsAfterMs,
      onError: (job, err) => app.log.error({ err, job }, 'failed'),
    })
    const stop = async () => {
      const late = setTimeout(() => app.server.closeAllConnections(), finishMs)
      const [closed] = await Promise.allSettled([app.close(), worker.stop()])
      clearTimeout(late)
      await endAll(begun)
      if (closed.status === 'rejected') throw closed.reason
    }
    return { app, house, url, runs, stop }
  } catch (error) {
    await endAll(begun)
    throw error
  }
}

async function endAll(begun: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of begun) await end()
}

/** Keeps answers, as new as the journal. */
function keepingOf({ CACHE_MB }: Config, { db, pool }: House, log: StartLog) {
  const onLost = ({ message }: Error) => log.warn(`nothing is kept until the journal is followed again: ${message}`)
  return startKeeping({
    ...{ db, id: uuidv7(), maxBytes: CACHE_MB * 2 ** 20 },
    follow: (following) => followJournal({ ...following, pool, onLost }),
  })
}

/** Counts views and knows ranks. It is stopped when no request is under way any more, and writes what it has counted. */
function popularityOf({ VIEWS }: Config, { db }: House, log: StartLog, { dropOwn }: Keeping) {
  const onError = (what: string, error: unknown) => log.warn(`${what}: ${(error as Error).message}`)
  return startPopularity({
    db,
    readText: textReader(db),
    drop: dropOwn,
    isCounting: VIEWS,
    isTimed: true,
    onError,
  })
}

/** Sends spans to the collector that the settings name; null for none. */
async function tracingOf(config: Config, { pool }: House): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service } = config
  if (!endpoint) return null
  const tracing = await startTracing({ endpoint, service, version })
  traceDatabase(pool, tracing)
  return tracing
}

/** How much callers may ask. */
function limitsOf(config: Config, { pool }: House): LimitOptions {
  const { RATE_LIMIT: perAddress, RATE_LIMIT_KEY: perKey, RATE_LIMIT_EXEMPT: exempt } = config
  return { perAddress, perKey, exempt, pool }
}

/** What GraphQL takes of clients. @throws ConfigError when the file of trusted documents cannot be read. */
function graphqlRulesOf(config: Config): AdmissionRules {
  const { GRAPHQL_MAX_COST: maxCost, GRAPHQL_INTROSPECTION: hasIntrospection, GRAPHQL_TRUSTED_DOCUMENTS: path } = config
  try {
    return { maxCost, hasIntrospection, trustedDocuments: path ? readManifest(readFileSync(path, 'utf8')) : null }
  } catch (error) {
    throw new ConfigError([`GRAPHQL_TRUSTED_DOCUMENTS: the file '${path}' cannot be read: ${(error as Error).message}`])
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
