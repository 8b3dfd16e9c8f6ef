import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, expect, it } from 'vitest'
import { pruneDeliveries } from '../../src/webhooks/prune.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type DeliveryFacts, receiversOf } from './receivers.ts'

const news = await testNewsroom({ startsAt: new Date().toISOString() })
const { db, make, rest, graphql, setClock, now, events } = news
const { hook, deliveries, dispatch, work, close } = receiversOf(news)
afterAll(async () => {
  close()
  await news.close()
})

const path = '/v1/editorial/webhooks'
const as = 'admin'
const minutesOn = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString()
const typesOf = (got: { type: string }[]) => got.map(({ type }) => type)

it('a test event is sent from either face, signed and with an id of its own', async () => {
  const { got, id, secret } = await hook()
  const answer = await rest<DeliveryFacts>('POST', `${path}/${id}/test`, { as })
  expect([answer.status, answer.data.status, answer.data.type]).toEqual([202, 'PENDING', 'webhook.test'])
  await graphql('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id }, { as })
  await work()
  expect(typesOf(got)).toEqual(['webhook.test', 'webhook.test'])
  expect(got.map(({ headers }) => headers['webhook-id'])).toContain(answer.data.eventId)
  for (const { body, headers } of got)
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ data: { id } })
})

it('while a secret is rotated both sign; then the new one alone', async () => {
  const { got, id, secret } = await hook()
  const { data } = await rest<{ secret: string }>('POST', `${path}/${id}/rotate`, { as, body: { overlapSeconds: 60 } })
  await rest('POST', `${path}/${id}/test`, { as })
  await work()
  const during = got[0]
  for (const each of [secret, data.secret])
    expect(new Webhook(each).verify(during?.body ?? '', during?.headers as Record<string, string>)).toBeDefined()
  setClock(2)
  await rest('POST', `${path}/${id}/test`, { as })
  await work()
  const after = got[1]
  const verify = (each: string) => new Webhook(each).verify(after?.body ?? '', after?.headers as Record<string, string>)
  expect(verify(data.secret)).toBeDefined()
  expect(() => verify(secret)).toThrow()
})

it('one delivery is sent again, with the same id and the same bytes, from either face', async () => {
  const { got, id } = await hook()
  await make.tag()
  await work()
  const [first] = await deliveries(id)
  await events()
  const again = await rest<DeliveryFacts>('POST', `${path}/${id}/deliveries/${first?.id}/redeliver`, { as })
  expect(again.status).toBe(202)
  expect(again.data).toMatchObject({ eventId: first?.eventId, status: 'PENDING', attempts: [] })
  expect(again.data.id).not.toBe(first?.id)
  const document = 'mutation ($id: ID!, $deliveryId: ID!) { redeliver(id: $id, deliveryId: $deliveryId) { eventId } }'
  await graphql(document, { id, deliveryId: first?.id }, { as })
  expect(await events()).toEqual({ 'webhook.redelivered': 2 })
  await work()
  expect(got.length).toBe(3)
  expect(new Set(got.map(({ body }) => body)).size).toBe(1)
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const read = await rest<DeliveryFacts>('GET', `${path}/${id}/deliveries/${again.data.id}`, { as })
  expect(read.data).toMatchObject({ status: 'DELIVERED', body: got[0]?.body, attempts: [{ status: 204 }] })
})

it('the events of a time are sent again: all, or those that never arrived, or were never sent', async () => {
  let isUp = true
  const { got, id } = await hook({ events: ['tag.*'] }, (reply) => reply.writeHead(isUp ? 200 : 410).end())
  setClock(1)
  const from = now().toISOString()
  const tags = [await make.tag()]
  await work()
  isUp = false
  setClock(1)
  tags.push(await make.tag())
  await work()
  setClock(1)
  tags.push(await make.tag())
  await make.media()
  await work()
  setClock(1)
  const later = now().toISOString()
  const range = (body: object) => rest<{ count: number }>('POST', `${path}/${id}/redeliver`, { as, body })
  expect((await range({ from, to: later })).code).toBe('conflict')
  await rest('PATCH', `${path}/${id}`, { as, body: { status: 'ACTIVE' } })
  isUp = true
  got.length = 0
  const missed = await range({ from, to: later, onlyFailed: true })
  expect([missed.status, missed.data]).toEqual([202, { count: 2 }])
  expect((await range({ from, to: later, onlyFailed: true })).data).toEqual({ count: 0 })
  await work()
  expect(got.map(({ data }) => data.id)).toEqual(tags.slice(1).map((tag) => tag.id))
  const document =
    'mutation ($id: ID!, $from: DateTime!, $to: DateTime!) { redeliverRange(id: $id, from: $from, to: $to) { count } }'
  expect((await graphql(document, { id, from, to: later }, { as })).data).toEqual({ count: 3 })
  expect((await graphql(document, { id, from: later, to: minutesOn(60) }, { as })).data).toEqual({ count: 0 })
  await work()
  expect(got.map(({ data }) => data.id).slice(2)).toEqual(tags.map((tag) => tag.id))
})

it('a range that makes no sense, or is too long, is refused', async () => {
  const { id } = await hook()
  const range = (body: object) => rest('POST', `${path}/${id}/redeliver`, { as, body })
  expect((await range({ from: minutesOn(1), to: minutesOn(0) })).paths).toEqual(['to'])
  expect((await range({ from: 'yesterday', to: minutesOn(0) })).paths).toEqual(['from'])
  expect((await range({})).paths).toEqual(['from', 'to'])
  const { number } = await db.journalHead.findUniqueOrThrow({ where: { id: 1 } })
  const at = minutesOn(1_000)
  await db.$executeRaw`
    INSERT INTO journal_entry (id, number, type, "subjectId", sequence, version, actor, "occurredAt", hash)
    SELECT gen_random_uuid(), ${number} + n, 'tag.created', gen_random_uuid(), 1, 1, 'test', ${at}::timestamptz, '' FROM generate_series(1, 10001) n`
  expect((await range({ from: at, to: minutesOn(1_001) })).code).toBe('limit_exceeded')
  expect(await db.webhookDelivery.count({ where: { endpointId: id } })).toBe(0)
  await db.journalEntry.deleteMany({ where: { occurredAt: at } })
})

it('nothing of a story under embargo is sent again', async () => {
  const { id } = await hook({ events: ['article.*'] })
  const { data: story } = await rest<{ id: string }>('POST', '/v1/editorial/articles', {
    as,
    body: { headline: 'Quiet' },
  })
  await work()
  const [first] = await deliveries(id)
  await db.article.update({ where: { id: story.id }, data: { embargoedAt: now() } })
  expect((await rest('POST', `${path}/${id}/deliveries/${first?.id}/redeliver`, { as })).code).toBe('embargoed')
  const body = { from: minutesOn(-1), to: minutesOn(1) }
  expect((await rest('POST', `${path}/${id}/redeliver`, { as, body })).data).toEqual({ count: 0 })
})

it('the log is read by status and by pages, alike on both faces', async () => {
  let isUp = true
  const { id } = await hook({ events: ['tag.created'] }, (reply) => reply.writeHead(isUp ? 200 : 500).end())
  for (let n = 0; n < 3; n++) {
    await make.tag()
    await work()
    setClock(1)
  }
  isUp = false
  await make.tag()
  await work()
  const all = await deliveries(id)
  expect(all.map(({ status }) => status)).toEqual(['PENDING', 'DELIVERED', 'DELIVERED', 'DELIVERED'])
  expect((await deliveries(id, '&status=DELIVERED')).map((each) => each.id)).toEqual(
    all.slice(1).map((each) => each.id),
  )
  const document = `query ($id: ID!, $after: String) { webhook(id: $id) {
    deliveries(first: 3, after: $after) { nodes { id eventId type status body nextAttemptAt createdAt finishedAt attempts { at durationMs status answer error } } pageInfo { endCursor hasNextPage } } } }`
  type Log = { deliveries: { nodes: DeliveryFacts[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
  const one = (await graphql<Log>(document, { id }, { as })).data.deliveries
  const two = (await graphql<Log>(document, { id, after: one.pageInfo.endCursor }, { as })).data.deliveries
  expect([...one.nodes, ...two.nodes]).toEqual(all)
  expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false])
  const single = 'query ($id: ID!, $delivery: ID!) { webhook(id: $id) { delivery(id: $delivery) { id } } }'
  const found = await graphql<{ delivery: unknown }>(single, { id, delivery: all[0]?.id }, { as })
  expect(found.data.delivery).toEqual({ id: all[0]?.id })
})

it('of an unknown endpoint or delivery, or that of another endpoint, there is nothing', async () => {
  const [one, two] = [await hook({ events: ['tag.created'] }), await hook({ events: ['media.created'] })]
  await make.tag()
  await work()
  const [delivery] = await deliveries(one.id)
  const asked = [
    await rest('GET', `${path}/${randomUUID()}/deliveries`, { as }),
    await rest('GET', `${path}/nonsense/deliveries`, { as }),
    await rest('GET', `${path}/${one.id}/deliveries/${randomUUID()}`, { as }),
    await rest('GET', `${path}/${two.id}/deliveries/${delivery?.id}`, { as }),
    await rest('POST', `${path}/${two.id}/deliveries/${delivery?.id}/redeliver`, { as }),
    await rest('POST', `${path}/${randomUUID()}/test`, { as }),
  ]
  expect(asked.map(({ code }) => code)).toEqual(Array(6).fill('not_found'))
  const forbidden = [
    await rest('GET', `${path}/${one.id}/deliveries`, { as: 'editor' }),
    await rest('POST', `${path}/${one.id}/deliveries/${delivery?.id}/redeliver`, { as: 'editor' }),
    await rest('POST', `${path}/${one.id}/test`, { as: 'editor' }),
  ]
  expect(forbidden.map(({ code }) => code)).toEqual(Array(3).fill('forbidden'))
})

it('what ended thirty days ago is deleted, with its attempts, and what waits is kept', async () => {
  await db.webhookEndpoint.deleteMany()
  let isUp = true
  const { id } = await hook({ events: ['tag.created'] }, (reply) => reply.writeHead(isUp ? 200 : 500).end())
  await make.tag()
  await work()
  isUp = false
  await make.tag()
  await work()
  setClock(29 * 24 * 60)
  expect(await pruneDeliveries(news.ctx())).toBe(false)
  expect((await deliveries(id)).length).toBe(2)
  setClock(2 * 24 * 60)
  await pruneDeliveries(news.ctx())
  expect((await deliveries(id)).map(({ status }) => status)).toEqual(['PENDING'])
  expect(await db.webhookAttempt.count()).toBe(1)
  await rest('PATCH', `${path}/${id}`, { as, body: { status: 'DISABLED' } })
  await pruneDeliveries(news.ctx())
  expect(await deliveries(id)).toEqual([])
  await dispatch()
})
