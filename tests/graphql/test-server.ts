import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { fastify } from 'fastify'
import { keepNothing } from '../../src/cache/keeping.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { notFound, staleVersion } from '../../src/core/errors.ts'
import { type GraphqlOptions, graphqlPlugin } from '../../src/graphql/plugin.ts'
import { scalars } from '../../src/graphql/scalars.ts'

const sdl = `
  scalar DateTime
  scalar JSON
  scalar Upload
  enum Size { SMALL LARGE }
  input Story { headline: String!, tags: [String!], at: DateTime }
  type Thing { id: ID!, name: String!, broken: String, brokenInLoader: String, refusedInLoader: String, owner: String, required: String! }
  union Found = Thing | Place
  interface Named { name: String! }
  type Place implements Named { name: String! }
  type Query {
    found: [Found!]!
    named: Named
    hello(name: String): String!
    things(first: Int = 2): [Thing!]!
    thing(id: ID!): Thing
    throws(how: String!): String
    strict(text: String! = "x"): String
    bubbles: Thing!
    day(at: DateTime!): DateTime
    yesterday: DateTime
    echo(value: JSON): JSON
    size(size: Size): Size
    story(input: Story!): String
  }
  type Mutation { count: Int! }
  type Subscription { ticks: Int }
`

const secret = 'password=hunter2'

export interface LogLine {
  level: number
  msg: string
  code?: string
  reqId?: string
  err?: { message: string; stack: string }
}

/** A server with a schema of mishaps, the lines that it logged, and how often its mutation ran. */
export async function startServer(
  change: Partial<GraphqlOptions> = {},
  addRoutes: (app: FastifyInstance) => void = () => {},
): Promise<TestServer> {
  const lines: LogLine[] = []
  const seen = { counted: 0 }
  const app = fastify({ logger: { level: 'info', stream: { write: (line: string) => lines.push(JSON.parse(line)) } } })
  const contextOf = () => ({ ctx: {} as Ctx })
  const kept = { keeping: keepNothing({} as Ctx['db']), cdnSeconds: 0 }
  addRoutes(app)
  await app.register(graphqlPlugin, { sdl, resolvers: resolversOf(seen), loaders, contextOf, kept, ...change })
  await app.ready()
  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    } satisfies InjectOptions)
  return { app, lines, seen, post }
}

interface TestServer {
  app: FastifyInstance
  lines: LogLine[]
  seen: { counted: number }
  post(payload: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

const thrown: Record<string, () => unknown> = {
  sync: () => {
    throw new Error(secret)
  },
  async: async () => {
    await new Promise((resolve) => setImmediate(resolve))
    throw new Error(secret)
  },
  string: () => {
    throw secret
  },
  nothing: () => Promise.reject(undefined),
  returned: () => new Error(secret),
  refusal: () => {
    throw notFound('article', 'budget-2026')
  },
  stale: () => Promise.reject(staleVersion('article', 'a1', 3, 5, null)),
  database: () =>
    Promise.reject(Object.assign(new Error(secret), { name: 'PrismaClientKnownRequestError', code: 'P1001' })),
}

function resolversOf(seen: { counted: number }) {
  return {
    ...scalars,
    Query: {
      found: () => [thing('1'), { name: 'Almaty' }],
      named: () => ({ name: 'Almaty' }),
      hello: (_: unknown, { name }: { name?: string }) => `hello ${name ?? 'world'}`,
      things: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (_x, i) => thing(String(i))),
      thing: (_: unknown, { id }: { id: string }) => thing(id),
      throws: (_: unknown, { how }: { how: string }) => thrown[how]?.(),
      strict: (_: unknown, { text }: { text: string }) => text,
      bubbles: () => thing('b'),
      day: (_: unknown, { at }: { at: string }) => new Date(Date.parse(at) + 86_400_000),
      yesterday: () => 'not a date',
      echo: (_: unknown, { value }: { value: unknown }) => value,
      size: (_: unknown, { size }: { size?: string }) => size ?? 'HUGE',
      story: (_: unknown, { input }: { input: { headline: string } }) => input.headline,
    },
    Found: { __resolveType: ({ id }: { id?: string }) => (id ? 'Thing' : 'Place') },
    Named: { __resolveType: () => 'Place' },
    Thing: { required: () => null, broken: () => Promise.reject(new Error(secret)) },
    Mutation: {
      count: () => {
        seen.counted += 1
        return seen.counted
      },
    },
  }
}

const thing = (id: string) => ({ id, name: `thing ${id}` })

const loaders = {
  Thing: {
    owner: async (queries: { obj: { id: string } }[]) => queries.map(({ obj }) => `owner of ${obj.id}`),
    brokenInLoader: async () => {
      throw new Error(secret)
    },
    refusedInLoader: async () => {
      throw notFound('author', 'nobody')
    },
  },
}
