import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { inputRules } from '../helpers/rules/inputs.ts'
import { idsByPages } from '../helpers/rules/lists.ts'
import { asksOf } from '../helpers/rules/noun.ts'
import { permissionRules } from '../helpers/rules/permissions.ts'
import { versionRules } from '../helpers/rules/versions.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, db, now, setClock } = news
afterAll(news.close)

const path = '/v1/editorial/webhooks'
const as = 'admin'
const url = 'https://hooks.example.com/dateline'
const input = { name: 'Front end', url }
const asks = asksOf('Webhook', path)
const read = 'query ($id: ID!) { webhookRecord: webhook(id: $id) { id name url events tagIds status version secret } }'
const list = 'query ($first: Int, $after: String) { webhooks(first: $first, after: $after) { nodes { id } } }'
const documents = { ...asks.documents, read, list }

type Made = { id: string; secret: string; version: number }
const made = async (more: Facts = {}) => (await rest<Made>('POST', path, { as, body: { ...input, ...more } })).data

const noun = {
  asks: {
    ...asks,
    documents,
    reading: (id: string) => ({ get: `${path}/${id}`, query: read, variables: { id } }),
    listing: (page = {}) => ({ get: `${path}?${new URLSearchParams(page)}`, query: list, variables: page }),
  },
  input,
  wrong: [
    ['name', ''],
    ['name', null],
    ['name', 'x'.repeat(201)],
    ['url', 'ftp://example.com/'],
    ['url', 'http://127.0.0.2/'],
    ['url', 'http://3232235777/'],
    ['url', 'http://localhost/'],
    ['url', 'http://169.254.169.254/latest'],
    ['url', 'http://[::ffff:10.0.0.1]/'],
    ['url', 'https://example.com:22/'],
    ['url', 'https://user:pass@example.com/'],
    ['events', ['article.publised'], 'events[0]'],
    ['events', ['user.created'], 'events[0]'],
    ['events', ['webhook.*'], 'events[0]'],
    ['events', ['*'], 'events[0]'],
    ['events', null],
    ['tagIds', ['nonsense'], 'tagIds[0]'],
  ] as [string, unknown, string?][],
  least: { create: 'admin', update: 'admin' } as const,
  make: () => made(),
  count: () => db.webhookEndpoint.count(),
}
describe('who may', () => permissionRules(news, noun))
describe('what is refused', () => inputRules(news, noun))
describe('ids and versions', () => versionRules(news, noun))

it.each(['status', 'secret'])('%s cannot be set when it is made', async (field) => {
  expect((await rest('POST', path, { as, body: { ...input, [field]: 'x' } })).paths).toEqual([field])
})

it('the secret is in the answer that makes it, and never again', async () => {
  const { data, status, headers } = await rest<Made>('POST', path, { as, body: input })
  expect([status, headers.location, headers.etag, headers['cache-control']]).toEqual([
    201,
    `${path}/${data.id}`,
    '"1"',
    'no-store',
  ])
  expect(data.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const twin = await graphql<Made>(
    'mutation ($input: WebhookInput!) { createWebhook(input: $input) { id secret } }',
    { input },
    { as },
  )
  expect(twin.data.secret).toMatch(/^whsec_/)
  expect(twin.data.secret).not.toBe(data.secret)
  const again = [
    await rest('GET', `${path}/${data.id}`, { as }),
    await rest('GET', path, { as }),
    await rest('PATCH', `${path}/${data.id}`, { as, body: { name: 'Other' } }),
    await graphql(read, { id: data.id }, { as }),
    await rest('GET', '/v1/editorial/audit?first=100', { as }),
  ]
  for (const { text } of again) expect(text).not.toContain(data.secret.slice(6))
})

scenario('an endpoint is made whole on either face', async () => {
  const tag = await make.tag()
  const body = { ...input, events: ['article.*', 'tag.merged'], tagIds: [tag.id] }
  return {
    ...{ as, post: path, body, status: 201, variables: { input: body } },
    query:
      'mutation ($input: WebhookInput!) { createWebhook(input: $input) { name url events tagIds status version failingSince disabledReason } }',
    shows: { ...body, status: 'ACTIVE', version: 1, failingSince: null, disabledReason: null },
    events: { 'webhook.created': 1 },
  }
})

scenario('a tag that does not exist is refused', {
  ...{ as, ...asks.creating({ ...input, tagIds: [randomUUID()] }) },
  ...{ status: 422, refused: 'missing_reference', paths: ['tagIds[0]'], events: {} },
})

scenario('a change is written down', async () => ({
  ...{ as, ...asks.changing((await made()).id, { events: ['tag.*'] }), status: 200, events: { 'webhook.updated': 1 } },
}))
scenario('so is the end of sending', async () => {
  const { id } = await made()
  await news.events()
  const answer = await rest('PATCH', `${path}/${id}`, { as, body: { status: 'DISABLED' } })
  expect([answer.data.status, await news.events()]).toEqual(['DISABLED', { 'webhook.disabled': 1 }])
  return { as, ...noun.asks.reading(id), shows: { status: 'DISABLED' } }
})
scenario('a change to a private address is refused', async () => ({
  ...{ as, ...asks.changing((await made()).id, { url: 'http://10.0.0.1/' }) },
  ...{ status: 400, refused: 'invalid_input', paths: ['url'], inBody: ['OUTBOUND_ALLOW_HOSTS'], events: {} },
}))

it('an endpoint is removed on either face', async () => {
  const [one, two] = [await made(), await made()]
  await news.events()
  expect((await rest('DELETE', `${path}/${one.id}`, { as: 'editor' })).code).toBe('forbidden')
  expect((await rest('DELETE', `${path}/${one.id}`, { as, headers: { 'if-match': '"7"' } })).code).toBe('stale_version')
  expect((await rest('DELETE', `${path}/${one.id}`, { as })).status).toBe(204)
  const twin = await graphql('mutation ($id: ID!) { deleteWebhook(id: $id) }', { id: two.id }, { as })
  expect([twin.code, twin.data]).toEqual([null, two.id])
  expect(await news.events()).toEqual({ 'webhook.deleted': 2 })
  expect((await rest('GET', `${path}/${one.id}`, { as })).code).toBe('not_found')
  expect((await rest('DELETE', `${path}/${one.id}`, { as })).code).toBe('not_found')
})

it('a secret is rotated on either face, and the former one holds for a day or as long as is said', async () => {
  const { id, secret } = await made()
  await news.events()
  const first = await rest<Made & { previousUntil: string }>('POST', `${path}/${id}/rotate`, { as, body: {} })
  expect([first.status, first.data.version, first.data.previousUntil]).toEqual([
    200,
    2,
    new Date(now().getTime() + 86_400_000).toISOString(),
  ])
  const document =
    'mutation ($id: ID!, $seconds: Int) { rotateWebhookSecret(id: $id, overlapSeconds: $seconds) { secret previousUntil } }'
  const second = await graphql<Made & { previousUntil: string }>(document, { id, seconds: 0 }, { as })
  expect(second.data.previousUntil).toBe(now().toISOString())
  expect(new Set([secret, first.data.secret, second.data.secret]).size).toBe(3)
  expect(await news.events()).toEqual({ 'webhook.rotated': 2 })
  expect((await rest('POST', `${path}/${id}/rotate`, { as, body: { overlapSeconds: -1 } })).paths).toEqual([
    'overlapSeconds',
  ])
  expect((await rest('POST', `${path}/${id}/rotate`, { as, body: { overlapSeconds: 2_592_001 } })).code).toBe(
    'invalid_input',
  )
})

it('the list has every endpoint once, newest first, by pages', async () => {
  for (let n = 0; n < 5; n++) {
    setClock(1)
    await made()
  }
  const ids = await idsByPages(rest, `${path}?first=2`, as)
  const rows = await db.webhookEndpoint.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  expect(ids).toEqual(rows.map(({ id }) => id))
  const twin = await graphql<{ nodes: { id: string }[] }>(list, { first: 100 }, { as })
  expect(twin.data.nodes.map(({ id }) => id)).toEqual(ids)
})
