import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue, type ErrorCode } from '../../src/core/errors.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'
import { as, documents, facesOf, paragraph, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, app, keys, db } = news
const faces = facesOf(news)
const { live, draft } = storyMakers(news)
afterAll(news.close)

/** How many rows each table has. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = db as unknown as Record<string, { count(): Promise<number> }>
  const models = Object.values(Prisma.ModelName).map((model) => [model, tables[model.charAt(0).toLowerCase() + model.slice(1)]] as const)
  return Object.fromEntries(await Promise.all(models.map(async ([model, table]) => [model, await table?.count()])))
}

let target = ''
beforeAll(async () => {
  target = (await live({ headline: 'Unharmed' })).id
})

/** Every refusal has a code, says where and what to do, and leaves nothing behind. */
async function expectRefusal(ask: () => Promise<Answer<unknown>>, { code, paths }: { code: string; paths?: string[] }) {
  const before = await rowCounts()
  const answer = await ask()
  expect(answer, answer.text).toMatchObject({ code, ...(paths && { paths }) })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.text).not.toMatch(/prisma|postgres|SELECT|node_modules|stack/i)
  expect(await rowCounts()).toEqual(before)
}

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const deepBody = (levels: number) => JSON.parse(nested(levels))
const link = (href: unknown) => [{ ...paragraph('a'), markDefs: [{ _type: 'link', _key: 'k', href }] }]

/** An input for a story, and where its fault is. */
const bad: [what: string, input: Facts, paths: string[]][] = [
  ['an unknown field', { nonsense: 1 }, ['nonsense']],
  ['a field of the answer', { status: 'LIVE' }, ['status']],
  ['an unknown field inside', { source: { name: 'a', nonsense: 1 } }, ['source.nonsense']],
  ['a number for a text', { headline: 42 }, ['headline']],
  ['null for a text that must be there', { headline: null }, ['headline']],
  ['a list for a text', { headline: ['a'] }, ['headline']],
  ['an empty headline', { headline: '' }, ['headline']],
  ['a headline of two lines', { headline: 'a\nb' }, ['headline']],
  ['a headline of 301 characters', { headline: 'x'.repeat(301) }, ['headline']],
  ['a language that is none', { locale: 'english' }, ['locale']],
  ['a body that is a text', { body: 'Once upon a time' }, ['body']],
  ['a body that is an object', { body: {} }, ['body']],
  ['an unknown block', { body: [paragraph('a'), { _type: 'carousel' }] }, ['body[1]._type']],
  ['a block of the prototype', { body: [{ _type: 'constructor' }] }, ['body[0]._type']],
  ['an unknown field of a block', { body: [{ ...paragraph('a'), onclick: 'x' }] }, ['body[0].onclick']],
  ['a script as a link', { body: link('javascript:alert(1)') }, ['body[0].markDefs[0].href']],
  ['a disguised script as a link', { body: link('java\tscript:alert(1)') }, ['body[0].markDefs[0].href']],
  ['a link that is a number', { body: link(5) }, ['body[0].markDefs[0].href']],
  ['a script as the canonical page', { canonicalUrl: 'javascript:alert(1)' }, ['canonicalUrl']],
  ['data as a related page', { related: [{ url: 'data:text/html,x', headline: 'x' }] }, ['related[0].url']],
  ['a password in a URL', { source: { name: 'x', url: 'https://a:b@c.example' } }, ['source.url']],
  ['a section that is no id', { sectionId: 'politics' }, ['sectionId']],
  ['tags that are no ids', { tagIds: ['0192a1b0-0000-7000-8000-000000000020', 'x'] }, ['tagIds[1]']],
  ['101 tags', { tagIds: Array.from({ length: 101 }, (_, n) => `0192a1b0-0000-7000-8000-${String(n).padStart(12, '0')}`) }, ['tagIds']],
  ['a date that is a word', { publishedAt: 'yesterday' }, ['publishedAt']],
  ['a day that is in no calendar', { publishedAt: '2026-02-30T00:00:00Z' }, ['publishedAt']],
  ['a leap second', { publishedAt: '2016-12-31T23:59:60Z' }, ['publishedAt']],
  ['year 275760', { publishedAt: '+275760-09-13T00:00:00.000Z' }, ['publishedAt']],
  ['year 10000 in UTC', { publishedAt: '9999-12-31T23:59:59-01:00' }, ['publishedAt']],
  ['year 999 in UTC', { publishedAt: '1000-01-01T00:00:00+01:00' }, ['publishedAt']],
  ['year 0', { publishedAt: '0000-01-01T00:00:00Z' }, ['publishedAt']],
  ['a NUL in a text', { standfirst: 'a\0b' }, ['standfirst']],
  ['half a surrogate pair in a text', { standfirst: 'a\ud83d' }, ['standfirst']],
  ['a NUL deep in the body', { body: [paragraph('a\0')] }, ['body[0].children[0].text']],
  ['half a surrogate pair deep in the body', { body: [paragraph('\udc00')] }, ['body[0].children[0].text']],
  ['a NUL in a name', { source: { name: 'x', 'a\0': 1 } }, ['source']],
]

describe.each([
  ['REST', 'create', (input: Facts) => rest('POST', '/v1/editorial/articles', { as, body: { headline: 'Refused', ...input } })],
  ['REST', 'revise', (input: Facts) => rest('PATCH', `/v1/editorial/articles/${target}`, { as, body: input })],
  ['GraphQL', 'create', (input: Facts) => graphql(documents.create, { input: { headline: 'Refused', ...input } }, { as })],
  ['GraphQL', 'revise', (input: Facts) => graphql(documents.revise, { id: target, input }, { as })],
] as const)('%s: %s', (_face, _verb, ask) => {
  it.each(bad)('%s is refused with its place and leaves nothing behind', async (_what, input, paths) => {
    await expectRefusal(() => ask(input), { code: 'invalid_input', paths })
  })
})

const raw = (method: 'POST' | 'PATCH', url: string, payload: string | Buffer) => async () => {
  const headers = { authorization: `Bearer ${keys.editor}`, 'content-type': 'application/json' }
  const answer = await app.inject({ method, url, headers, payload })
  const { code, errors } = answer.json()
  const first = errors?.[0]
  const known: ErrorCode = code ?? first?.extensions?.code
  return { status: catalogue[known]?.status ?? answer.statusCode, code: known, paths: [], data: null, text: answer.body, headers: answer.headers } satisfies Answer<unknown>
}
const editorial = '/v1/editorial/articles'

describe('whole requests', () => {
  const big = JSON.stringify({ headline: 'Big', standfirst: 'x'.repeat(2_000_000) })
  it('2 MB are too large on both faces', async () => {
    await expectRefusal(raw('POST', editorial, big), { code: 'too_large' })
    await expectRefusal(raw('POST', '/graphql', JSON.stringify({ query: documents.create, variables: { input: JSON.parse(big) } })), { code: 'too_large' })
  })
  it('a text of a megabyte is refused before it is stored', async () => {
    await expectRefusal(() => rest('POST', editorial, { as, body: { headline: 'x'.repeat(1_000_000) } }), { code: 'invalid_input', paths: ['headline'] })
  })
  it.each([100, 10_000, 100_000])('JSON nested %d deep is refused at once, in a field, in the body, as the whole', async (levels) => {
    const started = performance.now()
    const texts = [`{"headline":${nested(levels)}}`, `{"headline":"a","body":${nested(levels)}}`, nested(levels), `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`]
    for (const text of texts) {
      await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
      await expectRefusal(raw('POST', '/graphql', `{"query":${JSON.stringify(documents.create)},"variables":{"input":${text}}}`), { code: 'invalid_input' })
    }
    expect(performance.now() - started).toBeLessThan(4_000)
  })
  it('a body nested a little too deep is refused with the place', async () => {
    await expectRefusal(() => faces.rest.create({ headline: 'Deep', body: deepBody(70) }), { code: 'invalid_input' })
    await expectRefusal(() => faces.graphql.create({ headline: 'Deep', body: deepBody(70) }), { code: 'invalid_input' })
  })
  it.each(['{', '', '{"headline":"a"', '{"headline":}', 'headline=x', '{"headline":"\n"}', '{"headline":"\\x"}', '\ufeff', 'NaN'])('%j is not JSON', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'malformed_json' })
    await expectRefusal(raw('POST', '/graphql', text), { code: 'malformed_json' })
  })
  it.each(['null', '[]', '"text"', '42', 'true'])('%s is no story', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
  })
  it.each([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]])('the bytes %j %j are no UTF-8 and are refused', async (...bytes) => {
    const story = Buffer.concat([Buffer.from('{"headline":"Broken '), Buffer.from(bytes), Buffer.from('"}')])
    await expectRefusal(raw('POST', editorial, story), { code: 'malformed_json' })
    const asked = Buffer.concat([Buffer.from(`{"query":${JSON.stringify(documents.create)},"variables":{"input":`), story, Buffer.from('}}')])
    await expectRefusal(raw('POST', '/graphql', asked), { code: 'malformed_json' })
  })
  it('half a surrogate pair, written as an escape, is refused', async () => {
    await expectRefusal(raw('POST', editorial, '{"headline":"\\ud83d"}'), { code: 'invalid_input' })
    await expectRefusal(raw('POST', editorial, '{"headline":"a","\\udc00":1}'), { code: 'invalid_input' })
    await expectRefusal(raw('POST', '/graphql', `{"query":${JSON.stringify(documents.create)},"variables":{"input":{"headline":"\\ud83d"}}}`), { code: 'invalid_input' })
  })
  it.each(['{"__proto__":{"headline":"x"}}', '{"headline":"x","__proto__":null}', '{"headline":"x","constructor":{"prototype":{"a":1}}}', '{"headline":"x","source":{"name":"x","__proto__":{}}}', '{"headline":"x","toString":1}', '{"headline":"x","hasOwnProperty":1}'])('the hostile name in %s is refused', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
    await expectRefusal(raw('POST', '/graphql', `{"query":${JSON.stringify(documents.create)},"variables":{"input":${text}}}`), { code: 'invalid_input' })
    expect(({} as Facts).headline).toBeUndefined()
  })
  it('another content type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])
      await expectRefusal(() => rest('POST', editorial, { as, body: 'headline=x', headers: { 'content-type': type } }), { code: 'unsupported_media_type' })
  })
})

const long = 'x'.repeat(5_000)
const strangeKeys = ['%00', '%ff', '%C0%80', '%E0%A4%A', '%', '..%2f..%2fetc%2fpasswd', '%0d%0aX-Evil:1', long, 'a'.repeat(121), "'; DROP TABLE article;--", '<script>', '__proto__', 'constructor', '%F0%9F%94%A5', '00000000-0000-0000-0000-00000000000g', '-', ' ', '%ED%A0%80']
const addresses = (key: string) => ['/v1/articles/', '/v1/tags/', '/v1/authors/', '/v1/editorial/articles/', '/v1/editorial/tags/'].map((path) => `${path}${key.replaceAll(' ', '%20')}`)

describe('addresses', () => {
  it.each(strangeKeys)('%j is nobody’s name', async (key) => {
    for (const url of [...addresses(key), `/v1/articles/${key.replaceAll(' ', '%20')}/related`]) {
      const { status, code, text } = await rest('GET', url, { as: 'admin' })
      expect([400, 404], `${url} ${text}`).toContain(status)
      expect(code).toMatch(/^(not_found|invalid_input)$/)
    }
    for (const verb of ['publish', 'withdraw']) {
      const { status } = await rest('POST', `/v1/editorial/articles/${key.replaceAll(' ', '%20')}/${verb}`, { as: 'admin', body: {} })
      expect([400, 404]).toContain(status)
    }
  })
  it.each(['\0', '\\u0000', 'x'.repeat(10_000), "'", '%00', '🔥', '__proto__'])('%j is nobody’s name over GraphQL, in a variable or in the document', async (key) => {
    for (const [field, arg] of [['article', 'slug'], ['article', 'id'], ['article', 'path'], ['tag', 'slug'], ['author', 'slug'], ['node', 'id'], ['resolve', 'path'], ['articleDraft', 'id']] as const) {
      const type = arg === 'id' ? 'ID!' : 'String!'
      const shown = field === 'resolve' ? 'kind' : 'id'
      const literal = JSON.stringify(key).replace('\\\\u', '\\u')
      for (const answer of [await graphql(`query ($key: ${type}) { ${field}(${arg}: $key) { ${shown} } }`, { key }, { as }), await graphql(`{ ${field}(${arg}: ${literal}) { ${shown} } }`, {}, { as })]) {
        expect(answer.status, answer.text).toBeLessThan(500)
        if (answer.code === null) expect(answer.data).toBeNull()
        else expect(answer.code).toBe('invalid_input')
      }
    }
  })
  it('exactly one key finds a story', async () => {
    for (const args of ['', '(id: "a", slug: "b")', `(id: "${target}", path: "/x")`]) expect((await graphql(`{ article${args} { id } }`)).code).toBe('invalid_input')
  })
})

const lists = '/v1/articles'
const listed = documents.articles
/** A cursor of a list with other parts in it. */
async function forged(change: (parts: [string, string, string]) => unknown): Promise<string> {
  await live()
  await live()
  const { data } = await rest<{ page: { next: string } }>('GET', `${lists}?first=1`)
  return Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(data.page.next, 'base64url').toString())))).toString('base64url')
}

describe('questions', () => {
  it.each([['first=1000', { first: 1000 }, 'limit_exceeded', 'first'], ['first=101', { first: 101 }, 'limit_exceeded', 'first'], ['first=0', { first: 0 }, 'invalid_input', 'first'], ['first=-5', { first: -5 }, 'invalid_input', 'first'], ['after=nonsense', { after: 'nonsense' }, 'invalid_cursor', 'after'], ['after=', { after: '' }, 'invalid_cursor', 'after'], [`after=${'a'.repeat(3000)}`, { after: 'a'.repeat(3000) }, 'invalid_cursor', 'after']] as const)('%s is refused with what is possible', async (query, variables, code, path) => {
    await expectRefusal(() => rest('GET', `${lists}?${query}`), { code, paths: [path] })
    await expectRefusal(() => graphql(listed, variables), { code, paths: [path] })
  })
  it.each([
    ['another mark', ([, key, id]: string[]) => ['x', key, id]],
    ['no instant', ([mark, , id]: string[]) => [mark, 'yesterday', id]],
    ['an instant that is none', ([mark, , id]: string[]) => [mark, '2026-99-99T99:99:99.999Z', id]],
    ['month 13', ([mark, , id]: string[]) => [mark, '2026-13-01T00:00:00.000Z', id]],
    ['year 275760', ([mark, , id]: string[]) => [mark, '+275760-09-13T00:00:00.000Z', id]],
    ['a NUL', ([mark, , id]: string[]) => [mark, '\0', id]],
    ['no id', ([mark, key]: string[]) => [mark, key, "' OR 1=1"]],
    ['numbers', () => [1, 2, 3]],
    ['an object', () => ({ toString: 1 })],
    ['nothing', () => null],
  ])('a cursor with %s is refused', async (_what, change) => {
    const after = await forged(change as Parameters<typeof forged>[0])
    await expectRefusal(() => rest('GET', `${lists}?after=${after}`), { code: 'invalid_cursor', paths: ['after'] })
    await expectRefusal(() => graphql(listed, { after }), { code: 'invalid_cursor', paths: ['after'] })
  })
  it('a cursor of this list with other filters is refused', async () => {
    const after = await forged((parts) => parts)
    expect((await rest('GET', `${lists}?after=${after}`)).status).toBe(200)
    for (const [name, value] of [['locale', 'en'], ['tag', 'x'], ['section', 'x'], ['author', 'x']] as const) {
      await expectRefusal(() => rest('GET', `${lists}?${name}=${value}&after=${after}`), { code: 'invalid_cursor', paths: ['after'] })
      await expectRefusal(() => graphql(listed, { after, filter: { [name]: value } }), { code: 'invalid_cursor', paths: ['after'] })
    }
    await expectRefusal(() => rest('GET', `/v1/editorial/articles?after=${after}`, { as }), { code: 'invalid_cursor', paths: ['after'] })
    await expectRefusal(() => rest('GET', `/v1/editorial/articles/${target}/revisions?after=${after}`, { as }), { code: 'invalid_cursor', paths: ['after'] })
  })
  it('an unknown parameter, one given twice and an empty one are named', async () => {
    await expectRefusal(() => rest('GET', `${lists}?tags=a`), { code: 'unknown_parameter', paths: ['tags'] })
    await expectRefusal(() => rest('GET', `${lists}?__proto__=a`), { code: 'unknown_parameter', paths: ['__proto__'] })
    await expectRefusal(() => rest('GET', `${lists}?constructor=a`), { code: 'unknown_parameter', paths: ['constructor'] })
    await expectRefusal(() => rest('GET', `${lists}?${long}=a`), { code: 'unknown_parameter' })
    await expectRefusal(() => rest('GET', `${lists}?tag=a&tag=b`), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => rest('GET', `${lists}?tag=`), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => rest('GET', `${lists}?locale=%00`), { code: 'invalid_input', paths: ['locale'] })
    await expectRefusal(() => rest('GET', `${lists}?tag=${long}`), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => graphql(listed, { filter: { tag: long } }), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => graphql(listed, { filter: { locale: '\0' } }), { code: 'invalid_input' })
    await expectRefusal(() => rest('GET', '/v1/resolve'), { code: 'invalid_input', paths: ['path'] })
  })
  it.each(['1', '"x"', '"1", "2"', '""', '"99999999999"', '"-1"'])('If-Match %j is refused', async (header) => {
    for (const verb of ['publish', 'withdraw']) await expectRefusal(() => rest('POST', `${editorial}/${target}/${verb}`, { as, body: {}, headers: { 'if-match': header } }), { code: 'invalid_input' })
  })
  it.each([{ revision: 0 }, { revision: -1 }, { revision: 1.5 }, { revision: 'x' }, { significant: 'yes' }, { nonsense: 1 }])('publishing with %j is refused', async (body) => {
    await expectRefusal(() => rest('POST', `${editorial}/${target}/publish`, { as, body }), { code: 'invalid_input', paths: Object.keys(body) })
  })
})

it('a request that ends in the middle leaves nothing behind, and the next one is served', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const before = await rowCounts()
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      socket.write(`POST ${editorial} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.editor}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"headline":"Hal`)
      setTimeout(() => socket.destroy(), 50)
    }).on('close', () => resolve())
  })
  expect(await rowCounts()).toEqual(before)
  expect((await faces.rest.create({ headline: 'Next', body: someBody })).status).toBe(201)
  expect((await draft()).status).toBe('DRAFT')
})
