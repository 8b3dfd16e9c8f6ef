import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appWithoutDatabase } from '../../scripts/openapi-document.ts'
import type { OpenApi } from './openapi.ts'
import {
  askGraphqlAnonymously,
  askRestAnonymously,
  hiddenRouteFaults,
  refusalFaults,
  signFaults,
} from './permissions.ts'
import { readTree } from './tree.ts'

/** What everybody may ask of GraphQL. A query that is not named here has to refuse callers without a key. */
const publicQueries = [
  'article',
  'articles',
  'search',
  'mostPopular',
  'trending',
  'tag',
  'tags',
  'author',
  'authors',
  'resolve',
  'node',
  'front',
  'fronts',
  'changes',
  'preview',
]
/** What everybody may send over REST, and in GraphQL. */
const publicWrites = ['POST /v1/auth/sessions', 'POST /v1/articles/{id}/views']
const publicMutations = ['signIn', 'recordView']
/** Routes that only say which method to use. */
const onlyRefuse = ['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /v1/articles/{id}/views`)

const sdl = readTree().get('schema.graphql') ?? ''
const app = await appWithoutDatabase()
let document: OpenApi

beforeAll(async () => {
  // Planted: routes that forget to ask who is there. They are taken out of the document again for the real laws.
  app.get('/v1/editorial/leaks', { schema: { operationId: 'leak' } }, async () => ({ data: ['a draft'] }))
  app.get('/v1/editorial/open', { schema: { operationId: 'open', security: [] } }, async () => ({ data: ['a draft'] }))
  app.get('/v1/editorial/hidden/:id', { schema: { hide: true } }, async () => ({ data: ['a draft'] }))
  app.post('/v1/views', { schema: { operationId: 'view', security: [] } }, async () => ({}))
  await app.ready()
  document = app.swagger() as OpenApi
})
afterAll(() => app.close())

const printed = () => app.printRoutes({ commonPrefix: false })
const isPlanted = (path: string) => /^\/v1\/(editorial\/(leaks|open)|views)$/.test(path)
const withPaths = (keep: (path: string) => boolean): OpenApi => ({
  ...document,
  paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => keep(path))),
})

describe('a caller without a key', () => {
  it('is refused by every editorial operation of REST, before the database is asked', async () => {
    const told = await askRestAnonymously(
      app,
      withPaths((path) => !isPlanted(path)),
    )
    expect(told.length).toBeGreaterThan(15)
    expect(refusalFaults(told, 'REST')).toEqual([])
  })

  it('is refused by every mutation and every editorial query of GraphQL, before the database is asked', async () => {
    const told = await askGraphqlAnonymously(app, sdl, [...publicQueries, ...publicMutations])
    expect(told.length).toBeGreaterThan(15)
    expect(refusalFaults(told, 'GraphQL')).toEqual([])
  })

  it('sees in the API reference what needs a key', () =>
    expect(
      signFaults(
        withPaths((path) => !isPlanted(path)),
        publicWrites,
      ),
    ).toEqual([]))
})

describe('the API reference', () => {
  it('has every route of /v1', () => {
    const faults = hiddenRouteFaults(printed(), document)
    expect(
      faults.filter(
        (fault) => !onlyRefuse.some((route) => fault.startsWith(route)) && !fault.includes('/v1/editorial/hidden'),
      ),
    ).toEqual([])
  })
})

describe('a planted violation is found', () => {
  it('an editorial route that does not ask who is there', async () => {
    const told = await askRestAnonymously(app, withPaths(isPlanted))
    expect(refusalFaults(told, 'REST')).toEqual([
      'GET /v1/editorial/leaks answers 200 without a code without a key: call allow() before anything else',
      'GET /v1/editorial/open answers 200 without a code without a key: call allow() before anything else',
    ])
  })

  it('a query that answers everybody', async () => {
    const told = await askGraphqlAnonymously(app, sdl, [
      ...publicQueries.filter((name) => name !== 'articles'),
      ...publicMutations,
    ])
    expect(refusalFaults(told, 'GraphQL')).toEqual([
      expect.stringMatching(/^query articles answers 200 internal without a key/),
    ])
  })

  it('documentation under the wrong sign', () => {
    expect(signFaults(withPaths(isPlanted), publicWrites)).toEqual([
      'GET /v1/editorial/open is documented as public',
      'POST /v1/views is public and no GET; name it in publicWrites if that is meant',
    ])
  })

  it('a route that is kept out of the document', () => {
    expect(hiddenRouteFaults(printed(), document)).toContain(
      'GET /v1/editorial/hidden/{id} is not in the OpenAPI document: describe it with delivery() or editorial()',
    )
    const onlyOne = withPaths((path) => path !== '/v1/tags/{idOrSlug}')
    expect(hiddenRouteFaults(printed(), onlyOne)).toContain(
      'GET /v1/tags/{idOrSlug} is not in the OpenAPI document: describe it with delivery() or editorial()',
    )
  })
})
