import type { Random } from '../../bench/archive/random.ts'
import type { Bait } from './bait.ts'

/** One request of somebody without a key. */
export interface Read {
  /** The kind of door that it tries, for the counts. */
  door: string
  method: string
  url: string
  headers: Record<string, string>
  payload?: string
}

/** What the generator needs of an OpenAPI document. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  operationId?: string
  parameters?: { name: string; in: string; schema?: { enum?: string[] } }[]
  security?: object[]
  responses?: Record<string, { content?: object }>
}

/** A generator of requests to REST, feeds and maps. */
export function restDoors(random: Random, bait: Bait, document: OpenApi): () => Read {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  // A stream has no end to wait for; whoever signs in makes the service compute for a long time.
  const usable = operations.filter(
    ({ operation: { operationId } }) => !['readStream', 'signIn'].includes(operationId ?? ''),
  )
  const open = usable.filter(({ operation: { security = [] } }) => security.length === 0)
  return () => {
    const { path, method, operation } = random.pick(random.chance(0.85) ? open : usable)
    const isBehindKey = (operation.security ?? []).length > 0
    const url = `${fill(path, random, bait)}${queryOf(operation, random, bait)}`
    const read = {
      door: isBehindKey ? 'staff' : doorOf(path),
      method: method.toUpperCase(),
      url,
      headers: headersOf(random, bait, isBehindKey),
    }
    if (method === 'get') return read
    return {
      ...read,
      headers: { ...read.headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ note: bait.garbage(), ids: [bait.id()] }),
    }
  }
}

const doorOf = (path: string) =>
  path.startsWith('/v1/')
    ? (path.split('/')[2] ?? '')
    : /\/sitemap/.test(path)
      ? 'sitemaps'
      : (path.split('/')[1] ?? '')

function fill(path: string, random: Random, bait: Bait): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath(name, random, bait)) || '-')
}

function inPath(name: string, random: Random, bait: Bait): string {
  if (name === 'format') return random.pick(['rss', 'atom', 'json', 'xml', ''])
  if (name === 'name')
    return random.pick([
      'pages',
      'news',
      'articles-2026-01',
      `articles-${new Date().toISOString().slice(0, 7)}`,
      'tags',
      bait.slug(),
    ])
  if (name === 'number') return bait.number()
  if (name === 'token') return bait.token()
  return name === 'slug' ? bait.slug() : bait.key()
}

const names = {
  fields: [
    'headline',
    'body',
    'tags',
    'related',
    'bylines',
    'jsonLd',
    'liveBlog',
    'replaces',
    'note',
    'status',
    'revisions',
    '*',
  ],
  include: ['totalCount', 'body', 'related', 'drafts', 'highlight', 'tags'],
  facets: ['section', 'tag', 'author', 'month', 'status'],
}

/** Some of the parameters that an operation has, now and then one that it has not. */
function queryOf({ parameters = [] }: Operation, random: Random, bait: Bait): string {
  const known = parameters.filter((each) => each.in === 'query')
  const chosen = known.filter(({ name }) => random.chance(['q', 'path'].includes(name) ? 0.97 : 2 / (known.length + 1)))
  const pairs = chosen.map(({ name, schema }): [string, string] => [name, inQuery(name, schema?.enum, random, bait)])
  if (random.chance(0.03))
    pairs.push([random.pick(['status', 'draft', 'preview', 'token', 'version', 'q', 'debug']), bait.key()])
  const text = pairs.map(([name, value]) => `${name}=${encoded(value, random)}`).join('&')
  return text && `?${text}`
}

function encoded(value: string, random: Random): string {
  const usual = encodeURIComponent(value)
  // Every byte encoded, or some half-way.
  if (random.chance(0.03))
    return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  return random.chance(0.01) ? `${usual}%ED%A0%80` : usual
}

function inQuery(name: string, choices: string[] | undefined, random: Random, bait: Bait): string {
  if (random.chance(0.05)) return bait.garbage()
  if (choices) return random.pick(choices)
  if (name in names) {
    const list = names[name as keyof typeof names]
    return [random.pick(list), random.pick(list)].slice(random.below(2)).join(',')
  }
  if (['q', 'search'].includes(name)) return bait.words()
  if (name === 'first') return bait.number()
  if (name === 'path') return bait.path()
  if (['after', 'before'].includes(name)) return bait.cursor()
  if (name === 'since') return random.chance(0.5) ? bait.cursor() : bait.instant()
  if (/From$|To$|^from$|^to$/.test(name)) return bait.instant()
  if (name === 'locale') return random.pick(['en', 'kk', '-en', 'en,kk', 'xx', bait.words()])
  if (name === 'sort')
    return random.pick([
      'publishedAt',
      '-publishedAt',
      'updatedAt',
      'modifiedAt',
      'firstPublishedAt',
      'relevance',
      'status',
      'headline',
    ])
  if (name === 'window') return random.pick(['latest', 'around', 'since', 'keyEvents', 'pinned', 'drafts'])
  if (['typeahead', 'newestFirst', 'autosaves'].includes(name)) return random.pick(['true', 'false', '1', ''])
  return ['post', 'article', 'user', 'owner', 'subject'].includes(name) ? bait.id() : bait.key()
}

/** Conditions, languages, encodings, keys that are none. */
function headersOf(random: Random, bait: Bait, isBehindKey: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const add = (share: number, name: string, values: (() => string)[]) => {
    if (random.chance(share))
      headers[name] = random
        .pick(values)()
        .replace(/[^\x20-\x7e]/g, '')
  }
  add(0.1, 'if-none-match', [
    () => '*',
    () => 'W/"1"',
    () => `"${bait.id()}"`,
    () => '"2"',
    () => '"1", "2", "3"',
    bait.garbage,
  ])
  add(0.03, 'if-modified-since', [() => new Date().toUTCString(), () => 'yesterday'])
  add(0.02, 'if-match', [() => '"1"', () => '*'])
  add(0.04, 'range', [() => 'bytes=0-', () => 'bytes=-5', () => 'bytes=5-2,0-0,0-0', bait.garbage])
  add(0.2, 'accept-encoding', [() => 'gzip', () => 'br', () => 'gzip, br;q=0', () => 'identity;q=0', () => 'zstd'])
  add(0.04, 'accept', [() => 'text/html', () => 'application/xml', () => '*/*;q=0', bait.garbage])
  add(0.03, 'accept-language', [() => 'kk', () => 'xx'])
  add(0.04, 'x-forwarded-host', [() => 'evil.example', bait.slug])
  add(0.02, 'x-request-id', [bait.slug, bait.garbage])
  add(0.02, 'origin', [() => 'https://evil.example', () => 'null'])
  add(isBehindKey ? 0.5 : 0.02, 'authorization', [
    () => 'Bearer',
    () => `Bearer ${bait.token()}`,
    () => `Basic ${bait.token()}`,
    () => `Bearer dl_${bait.token()}`,
  ])
  return headers
}

/** A generator of requests to addresses and by methods that the document does not have. */
export function oddDoors(random: Random, bait: Bait): () => Read {
  const files = [
    ...[
      '/docs',
      '/docs/',
      '/docs/json',
      '/docs/yaml',
      '/docs/static/index.html',
      '/openapi.json',
      '/graphiql',
      '/',
      '/favicon.ico',
      '/metrics',
    ],
    ...[
      '/health',
      '/health/live',
      '/health/ready',
      '/.env',
      '/.git/config',
      '/docs/static/..%2f..%2fpackage.json',
      '/docs/static/%2e%2e/%2e%2e/package.json',
    ],
    ...[
      '/package.json',
      '/schema.graphql',
      '/prisma/schema.prisma',
      '//v1/articles',
      '/v1//articles',
      '/V1/articles',
      '/v1/articles/',
      '/v1/%61rticles',
    ],
    ...[
      '/v1/articles/%',
      '/v1/articles/%zz',
      '/v1/articles/%00',
      '/v1/articles/..',
      '/v1/articles/%2e%2e/editorial/articles',
      '/v1/editorial',
      '/v2/articles',
    ],
  ]
  const places = [
    '/v1/articles/',
    '/v1/editorial/articles/',
    '/v1/tags/',
    '/v1/fronts/',
    '/v1/preview/',
    '/feeds/tags/',
    '/v1/',
    '/graphql/',
    '/sitemaps/',
  ]
  const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'SEARCH', 'GET', 'HEAD']
  return () => {
    const isFile = random.chance(0.4)
    const url = isFile
      ? random.pick(files)
      : `${random.pick(places)}${encodeURIComponent(bait.key())}${random.pick(['', '/posts', '/related', '/timeline', '.rss', '.json', '/revisions', '?fields=*'])}`
    const method = random.chance(isFile ? 0.7 : 0.3) ? 'GET' : random.pick(methods)
    const isPreflight = method === 'OPTIONS' && random.chance(0.5)
    const asked: Record<string, string> = isPreflight
      ? { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' }
      : {}
    return { door: 'odd', method, url, headers: { ...headersOf(random, bait, false), ...asked } }
  }
}
