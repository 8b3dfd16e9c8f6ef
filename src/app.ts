import { readFileSync } from 'node:fs'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { authenticate, type Doors } from './accounts/authenticate.ts'
import type { Identity } from './accounts/identity.ts'
import { type Keeping, keepNothing } from './cache/keeping.ts'
import { answerPostedFromMemory } from './cache/posted.ts'
import { answerFromMemory, keepAnswers } from './cache/rest.ts'
import { anonymous } from './core/caller.ts'
import type { Ctx, Site } from './core/ctx.ts'
import type { Files } from './core/files.ts'
import type { Outbound } from './core/outbound.ts'
import { type Clock, databaseClock } from './db/clock.ts'
import type { PrismaClient } from './db/generated/client.ts'
import { noFiles } from './files/none.ts'
import { type AdmissionRules, defaultRules } from './graphql/admission.ts'
import { consolePlugin } from './graphql/console.ts'
import { nameOfPosted, nameOfQuery } from './graphql/names.ts'
import { graphqlPlugin } from './graphql/plugin.ts'
import { healthRoutes } from './health/routes.ts'
import { closeSlow, closeUnread, type Patience, patience, timeoutSettings } from './limits/connections.ts'
import { addLimits, type LimitOptions } from './limits/hook.ts'
import { makeCtx } from './make-ctx.ts'
import { addMetrics, metricsRoutes } from './metrics/routes.ts'
import { loaders, resolvers, routes, shapes, subscriptions } from './modules.ts'
import { publicOutbound } from './outbound/client.ts'
import { countViewsAtOnce } from './popular/at-once.ts'
import { countNothing, type PopularityService } from './popular/start.ts'
import { addAccessLog } from './rest/access-log.ts'
import { writeProblem } from './rest/errors.ts'
import { addHeaders, addPageHeaders } from './rest/headers.ts'
import { Problem } from './rest/operation.ts'
import { allowOtherSites } from './rest/other-sites.ts'
import { setUpRest } from './rest/plugin.ts'
import { sendersBehind } from './rest/proxies.ts'
import { requestIds } from './rest/request-id.ts'
import { addRetries } from './rest/retries.ts'
import { fileOfRoot } from './root.ts'
import { addStreams } from './streams/plugin.ts'
import type { ReaderLimits } from './streams/readers.ts'
import { traceRequests } from './telemetry/requests.ts'
import type { Tracing } from './telemetry/tracing.ts'

declare module 'fastify' {
  interface FastifyInstance {
    site: Site
    keeping: Keeping
    popularity: PopularityService
  }
  interface FastifyRequest {
    ctx: Ctx
  }
}

export interface AppOptions {
  db: PrismaClient
  site: Site
  version: string
  /** The database's when left out. */
  clock?: Clock
  /** Who checks tokens of the identity provider; none when left out. */
  identity?: Identity | null
  /** What the house may call; the public Internet when left out. */
  outbound?: Outbound
  /** Where the files of media are kept; nowhere when left out: then none are taken. */
  files?: Files
  /** What is kept of answers, and the feed of what happens; nothing when left out. */
  keeping?: Keeping
  /** Who counts views and knows ranks; nobody when left out. */
  popularity?: PopularityService
  /** Seconds that a CDN may keep answers; it has to ask each time when left out. */
  cdnSeconds?: number
  /** Proxies whose `X-Forwarded-For` is believed: addresses or networks; none when left out. */
  trustProxy?: string[]
  logger?: boolean | { level: string; stream?: { write(line: string): void } } | FastifyBaseLogger
  /** What the process does; without `api` it answers nothing but /health. Requests alone when left out. */
  runs?: readonly ('api' | 'worker')[]
  /** How much callers may ask; no limits when left out. */
  limits?: LimitOptions
  /** How many streams and sockets there may be, and what may wait for them; sane when left out. */
  readers?: Partial<ReaderLimits>
  /** A token that may read /metrics; none when left out. */
  metricsToken?: string | null
  /** Where spans of requests go; none when left out. */
  tracing?: Tracing | null
  /** What GraphQL takes of clients; `defaultRules` when left out. */
  graphqlRules?: AdmissionRules
  /** How long clients may take; what suits the Internet when left out. */
  timeouts?: Patience
}

/** What REST answers with. */
const restShapes = [Problem, ...shapes]

/** Bytes of a request body at most: a long read with its markup is about 200 kB. */
const bodyLimit = 1_048_576

/** The one builder of the service, for the server and for tests. The database is the caller's to open and close. */
export async function buildApp({
  db,
  site,
  version,
  clock = databaseClock,
  identity = null,
  outbound = publicOutbound,
  files = noFiles,
  keeping = keepNothing(db),
  popularity = countNothing,
  cdnSeconds = 0,
  trustProxy = [],
  logger = false,
  runs = ['api'],
  limits = {},
  metricsToken = null,
  tracing = null,
  readers = {},
  graphqlRules = defaultRules,
  timeouts = patience,
}: AppOptions): Promise<FastifyInstance> {
  const senders = sendersBehind(trustProxy)
  const requestId = requestIds(senders, uuidv7)
  const app = Fastify({
    bodyLimit,
    trustProxy: senders.trustProxy,
    ...timeoutSettings(timeouts),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 },
    // Addresses that no route can be looked up for, such as a broken percent-encoding.
    frameworkErrors: writeProblem,
    genReqId: requestId,
    ...(typeof logger === 'object' && 'info' in logger ? { loggerInstance: logger } : { logger }),
  })
  app.decorate('site', site)
  app.decorate('keeping', keeping)
  app.decorate('popularity', popularity)
  app.decorate('hasWorker', runs.includes('worker'))
  app.decorateRequest('ctx', null as unknown as Ctx)
  if (runs.includes('api')) countViewsAtOnce(app, { senders, requestId, now: () => clock.now() })
  closeUnread(app, timeouts)
  closeSlow(app, timeouts)
  addHeaders(app, senders)
  await allowOtherSites(app)
  addMetrics(app, { pool: limits.pool ?? null, keeping })
  addAccessLog(app)
  addLimits(app, limits)
  answerFromMemory(app, keeping, nameOfQuery)
  answerPostedFromMemory(app, keeping, nameOfPosted)
  keepAnswers(app, { keeping, cdnSeconds })
  if (tracing) traceRequests(app, tracing)
  const doors: Doors = { identity, metricsToken, asRead: clock.asRead ?? ((instant) => instant) }
  const readerCtx = () => ({
    ...makeCtx(db, site, clock, anonymous, outbound, keeping.afterCommit, files),
    popularity,
  })
  app.addHook('onRequest', async (request, reply) => {
    request.ctx = readerCtx()
    request.ctx.request = {
      id: request.id,
      address: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    }
    request.ctx.caller = await authenticate(request.ctx, request.headers.authorization, doors)
    app.limits.recognise(request, reply, request.ctx.caller)
  })
  addStreams(app, {
    ...{ feed: keeping.feed, ctx: readerCtx, limits: readers },
    authenticate: (header) => authenticate(readerCtx(), header, doors),
  })
  addRetries(app)
  await setUpRest(app, { shapes: restShapes, version })
  if (!runs.includes('api')) {
    healthRoutes(app)
    metricsRoutes(app)
    return app
  }
  for (const addRoutes of routes) addRoutes(app)
  await app.register(consolePages)
  await app.register(graphqlPlugin, {
    ...{ sdl: readContract(), resolvers, loaders, subscriptions, rules: graphqlRules },
    contextOf: ({ ctx }) => ({ ctx }),
    charge: (request, { requested }) => app.limits.chargeQuery(request, requested),
    kept: { keeping, cdnSeconds },
  })
  return app
}

/** The console of GraphQL, with the headers of pages. */
const consolePages: FastifyPluginAsync = async (pages) => {
  await addPageHeaders(pages, false)
  await pages.register(consolePlugin)
}

/** The hand-written GraphQL contract, at the top of the repository. */
function readContract(): string {
  return readFileSync(fileOfRoot('schema.graphql'), 'utf8')
}
