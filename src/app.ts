import { readFileSync } from 'node:fs'
import cors from '@fastify/cors'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { authenticate, type Doors } from './accounts/authenticate.ts'
import type { Identity } from './accounts/identity.ts'
import { anonymous, type Caller } from './core/caller.ts'
import type { Ctx, Site } from './core/ctx.ts'
import type { Outbound } from './core/outbound.ts'
import { type Clock, databaseClock } from './db/clock.ts'
import type { PrismaClient } from './db/generated/client.ts'
import { runTransaction } from './db/transaction.ts'
import { consolePlugin } from './graphql/console.ts'
import { graphqlPlugin } from './graphql/plugin.ts'
import { healthRoutes } from './health/routes.ts'
import { loaders, resolvers, routes, shapes } from './modules.ts'
import { publicOutbound } from './outbound/client.ts'
import { writeProblem } from './rest/errors.ts'
import { setUpRest } from './rest/plugin.ts'
import { addRetries } from './rest/retries.ts'

declare module 'fastify' {
  interface FastifyInstance {
    site: Site
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
  /** Proxies whose `X-Forwarded-For` is believed: addresses or networks; none when left out. */
  trustProxy?: string[]
  logger?: boolean | { level: string } | FastifyBaseLogger
  /** What the process does; without `api` it answers nothing but /health. Requests alone when left out. */
  runs?: readonly ('api' | 'worker')[]
}

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
  trustProxy = [],
  logger = false,
  runs = ['api'],
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    // Fastify's default is none: a body sent byte by byte would hold its connection for ever.
    requestTimeout: 15_000,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 },
    // Addresses that no route can be looked up for, such as a broken percent-encoding.
    frameworkErrors: writeProblem,
    genReqId: () => uuidv7(),
    ...(typeof logger === 'object' && 'info' in logger ? { loggerInstance: logger } : { logger }),
  })
  app.decorate('site', site)
  app.decorate('hasWorker', runs.includes('worker'))
  app.decorateRequest('ctx', null as unknown as Ctx)
  const doors: Doors = { identity, asRead: clock.asRead ?? ((instant) => instant) }
  app.addHook('onRequest', async (request) => {
    request.ctx = makeCtx(db, site, clock, anonymous, outbound)
    request.ctx.request = {
      id: request.id,
      address: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    }
    request.ctx.caller = await authenticate(request.ctx, request.headers.authorization, doors)
  })
  addRetries(app)
  // Any page may read what is public; no cookies are used, so that none can be misused.
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: ['ETag', 'Link', 'Location', 'Retry-After', 'Idempotency-Replayed'],
  })
  await setUpRest(app, { shapes, version })
  if (!runs.includes('api')) {
    healthRoutes(app)
    return app
  }
  for (const addRoutes of routes) addRoutes(app)
  await app.register(consolePlugin)
  await app.register(graphqlPlugin, { sdl: readContract(), resolvers, loaders, contextOf: ({ ctx }) => ({ ctx }) })
  return app
}

/** The hand-written GraphQL contract, at the top of the repository. */
function readContract(): string {
  return readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')
}

/** What a use case works with, outside a request too. */
export function makeCtx(
  db: PrismaClient,
  site: Site,
  clock: Clock,
  caller: Caller,
  outbound: Outbound = publicOutbound,
): Ctx {
  const { databaseNow } = clock
  const now = clock.now()
  return { caller, now, databaseNow, db, site, outbound, tx: (work) => runTransaction(db, work), newId: uuidv7 }
}
