import { readFileSync } from 'node:fs'
import cors from '@fastify/cors'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { authenticate } from './accounts/authenticate.ts'
import { anonymous, type Caller } from './core/caller.ts'
import type { Ctx, Site } from './core/ctx.ts'
import { type Clock, databaseClock } from './db/clock.ts'
import type { PrismaClient } from './db/generated/client.ts'
import { runTransaction } from './db/transaction.ts'
import { consolePlugin } from './graphql/console.ts'
import { graphqlPlugin } from './graphql/plugin.ts'
import { loaders, resolvers, routes, shapes } from './modules.ts'
import { writeProblem } from './rest/errors.ts'
import { setUpRest } from './rest/plugin.ts'

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
  logger?: boolean | { level: string } | FastifyBaseLogger
}

/** Bytes of a request body at most: a long read with its markup is about 200 kB. */
const bodyLimit = 1_048_576

/** The one builder of the service, for the server and for tests. The database is the caller's to open and close. */
export async function buildApp({
  db,
  site,
  version,
  clock = databaseClock,
  logger = false,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
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
  app.decorateRequest('ctx', null as unknown as Ctx)
  app.addHook('onRequest', async (request) => {
    request.ctx = makeCtx(db, site, clock, anonymous)
    request.ctx.request = { id: request.id, address: request.ip }
    request.ctx.caller = await authenticate(db, request.headers.authorization)
  })
  // Any page may read what is public; no cookies are used, so that none can be misused.
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: ['ETag', 'Link', 'Location', 'Retry-After'],
  })
  await setUpRest(app, { shapes, version })
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
export function makeCtx(db: PrismaClient, site: Site, clock: Clock, caller: Caller): Ctx {
  const { databaseNow } = clock
  return { caller, now: clock.now(), databaseNow, db, site, tx: (work) => runTransaction(db, work), newId: uuidv7 }
}
