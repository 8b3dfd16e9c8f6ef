import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { refusalsOf } from './refusals.ts'
import { as, documents, facesOf, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, app, keys } = news
const faces = facesOf(news)
const { live, draft } = storyMakers(news)
const { rowCounts, expectRefusal } = refusalsOf(news)
afterAll(news.close)

const editorial = '/v1/editorial/articles'
let target = ''
beforeAll(async () => {
  target = (await live({ headline: 'Unharmed' })).id
})

const long = 'x'.repeat(5_000)
const strangeKeys = [
  '%00',
  '%ff',
  '%C0%80',
  '%E0%A4%A',
  '%',
  '..%2f..%2fetc%2fpasswd',
  '%0d%0aX-Evil:1',
  long,
  'a'.repeat(121),
  "'; DROP TABLE article;--",
  '<script>',
  '__proto__',
  'constructor',
  '%F0%9F%94%A5',
  '00000000-0000-0000-0000-00000000000g',
  '-',
  ' ',
  '%ED%A0%80',
]
const addresses = (key: string) =>
  ['/v1/articles/', '/v1/tags/', '/v1/authors/', '/v1/editorial/articles/', '/v1/editorial/tags/'].map(
    (path) => `${path}${key.replaceAll(' ', '%20')}`,
  )

describe('addresses', () => {
  it.each(strangeKeys)('%j is nobody’s name', async (key) => {
    for (const url of [...addresses(key), `/v1/articles/${key.replaceAll(' ', '%20')}/related`]) {
      const { status, code, text } = await rest('GET', url, { as: 'admin' })
      expect([400, 404], `${url} ${text}`).toContain(status)
      expect(code).toMatch(/^(not_found|invalid_input)$/)
    }
    for (const verb of ['publish', 'withdraw']) {
      const { status } = await rest('POST', `/v1/editorial/articles/${key.replaceAll(' ', '%20')}/${verb}`, {
        as: 'admin',
        body: {},
      })
      expect([400, 404]).toContain(status)
    }
  })
  it.each(['\0', '\\u0000', 'x'.repeat(10_000), "'", '%00', '🔥', '__proto__'])(
    '%j is nobody’s name over GraphQL, in a variable or in the document',
    async (key) => {
      for (const [field, arg] of [
        ['article', 'slug'],
        ['article', 'id'],
        ['article', 'path'],
        ['tag', 'slug'],
        ['author', 'slug'],
        ['node', 'id'],
        ['resolve', 'path'],
        ['articleDraft', 'id'],
      ] as const) {
        const type = arg === 'id' ? 'ID!' : 'String!'
        const shown = field === 'resolve' ? 'kind' : 'id'
        const literal = JSON.stringify(key).replace('\\\\u', '\\u')
        for (const answer of [
          await graphql(`query ($key: ${type}) { ${field}(${arg}: $key) { ${shown} } }`, { key }, { as }),
          await graphql(`{ ${field}(${arg}: ${literal}) { ${shown} } }`, {}, { as }),
        ]) {
          expect(answer.status, answer.text).toBeLessThan(500)
          if (answer.code === null) expect(answer.data).toBeNull()
          else expect(answer.code).toBe('invalid_input')
        }
      }
    },
  )
  it('exactly one key finds a story', async () => {
    for (const args of ['', '(id: "a", slug: "b")', `(id: "${target}", path: "/x")`])
      expect((await graphql(`{ article${args} { id } }`)).code).toBe('invalid_input')
  })
})

const lists = '/v1/articles'
const listed = documents.articles
/** A cursor of a list with other parts in it. */
async function forged(change: (parts: [string, string, string]) => unknown): Promise<string> {
  await live()
  await live()
  const { data } = await rest<{ page: { next: string } }>('GET', `${lists}?first=1`)
  return Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(data.page.next, 'base64url').toString())))).toString(
    'base64url',
  )
}

describe('questions', () => {
  it.each([
    ['first=1000', { first: 1000 }, 'limit_exceeded', 'first'],
    ['first=101', { first: 101 }, 'limit_exceeded', 'first'],
    ['first=0', { first: 0 }, 'invalid_input', 'first'],
    ['first=-5', { first: -5 }, 'invalid_input', 'first'],
    ['after=nonsense', { after: 'nonsense' }, 'invalid_cursor', 'after'],
    ['after=', { after: '' }, 'invalid_cursor', 'after'],
    [`after=${'a'.repeat(3000)}`, { after: 'a'.repeat(3000) }, 'invalid_cursor', 'after'],
  ] as const)('%s is refused with what is possible', async (query, variables, code, path) => {
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
    for (const [name, value] of [
      ['locale', 'en'],
      ['tag', 'x'],
      ['section', 'x'],
      ['author', 'x'],
    ] as const) {
      await expectRefusal(() => rest('GET', `${lists}?${name}=${value}&after=${after}`), {
        code: 'invalid_cursor',
        paths: ['after'],
      })
      await expectRefusal(() => graphql(listed, { after, filter: { [name]: value } }), {
        code: 'invalid_cursor',
        paths: ['after'],
      })
    }
    await expectRefusal(() => rest('GET', `/v1/editorial/articles?after=${after}`, { as }), {
      code: 'invalid_cursor',
      paths: ['after'],
    })
    await expectRefusal(() => rest('GET', `/v1/editorial/articles/${target}/revisions?after=${after}`, { as }), {
      code: 'invalid_cursor',
      paths: ['after'],
    })
  })
  it('an unknown parameter, one given twice and an empty one are named', async () => {
    await expectRefusal(() => rest('GET', `${lists}?tags=a`), { code: 'unknown_parameter', paths: ['tags'] })
    await expectRefusal(() => rest('GET', `${lists}?__proto__=a`), { code: 'unknown_parameter', paths: ['__proto__'] })
    await expectRefusal(() => rest('GET', `${lists}?constructor=a`), {
      code: 'unknown_parameter',
      paths: ['constructor'],
    })
    await expectRefusal(() => rest('GET', `${lists}?${long}=a`), { code: 'unknown_parameter' })
    await expectRefusal(() => rest('GET', `${lists}?first=1&first=2`), { code: 'invalid_input', paths: ['first'] })
    await expectRefusal(() => rest('GET', `${lists}?tag=`), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => rest('GET', `${lists}?locale=%00`), { code: 'invalid_input', paths: ['locale'] })
    await expectRefusal(() => rest('GET', `${lists}?tag=${long}`), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => graphql(listed, { filter: { tag: long } }), { code: 'invalid_input', paths: ['tag'] })
    await expectRefusal(() => graphql(listed, { filter: { locale: '\0' } }), { code: 'invalid_input' })
    await expectRefusal(() => rest('GET', '/v1/resolve'), { code: 'invalid_input', paths: ['path'] })
  })
  it.each(['1', '"x"', '"1", "2"', '""', '"99999999999"', '"-1"'])('If-Match %j is refused', async (header) => {
    for (const verb of ['publish', 'withdraw'])
      await expectRefusal(
        () => rest('POST', `${editorial}/${target}/${verb}`, { as, body: {}, headers: { 'if-match': header } }),
        { code: 'invalid_input' },
      )
  })
  it.each([
    { revision: 0 },
    { revision: -1 },
    { revision: 1.5 },
    { revision: 'x' },
    { significant: 'yes' },
    { nonsense: 1 },
  ])('publishing with %j is refused', async (body) => {
    await expectRefusal(() => rest('POST', `${editorial}/${target}/publish`, { as, body }), {
      code: 'invalid_input',
      paths: Object.keys(body),
    })
  })
})

it('a request that ends in the middle leaves nothing behind, and the next one is served', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const before = await rowCounts()
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      socket.write(
        `POST ${editorial} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.editor}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"headline":"Hal`,
      )
      setTimeout(() => socket.destroy(), 50)
    }).on('close', () => resolve())
  })
  expect(await rowCounts()).toEqual(before)
  expect((await faces.rest.create({ headline: 'Next', body: someBody })).status).toBe(201)
  expect((await draft()).status).toBe('DRAFT')
})
