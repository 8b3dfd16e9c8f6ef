import { Webhook } from 'standardwebhooks'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { receiversOf } from './receivers.ts'

// The package compares the time of a signature with the clock of this machine.
const news = await testNewsroom({ startsAt: new Date().toISOString() })
const { db, make, rest, setClock, now, events } = news
const { hook, endpoint, receiver, read, deliveries, dispatch, work, close } = receiversOf(news)
const { live, draft, publish, revise, withdraw } = storyMakers(news)
afterAll(async () => {
  close()
  await news.close()
})
beforeEach(async () => {
  await db.webhookEndpoint.deleteMany()
  await dispatch()
})

const typesOf = (got: { type: string }[]) => got.map(({ type }) => type)

describe('what is sent', () => {
  it('a story is told of to the end, signed, in order, with ids and numbers only', async () => {
    const { got, secret, id } = await hook({ events: ['article.*'] })
    const made = await draft({ headline: 'Hush-hush headline', kicker: 'Confidential', note: 'Not for readers' })
    await work()
    await publish(made.id)
    await withdraw(made.id)
    await work()
    expect(typesOf(got)).toEqual(['article.created', 'article.published', 'article.withdrawn'])
    expect(got.map(({ data }) => data.sequence)).toEqual([1, 2, 3])
    for (const { headers, body } of got) {
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toBeDefined()
      for (const word of ['hush', 'Hush', 'Confidential', 'readers'])
        expect(body.split('"paths"')[0]).not.toContain(word)
    }
    const entries = await db.journalEntry.findMany({ where: { subjectId: made.id }, orderBy: { number: 'asc' } })
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(entries.map((entry) => entry.id))
    const log = await deliveries(id)
    expect(log.map(({ status }) => status)).toEqual(Array(3).fill('DELIVERED'))
    expect(log[0]).toMatchObject({ body: got[2]?.body, attempts: [{ status: 204, error: null }], nextAttemptAt: null })
  })

  it('paths go with what readers could see, and with nothing else', async () => {
    const { got } = await hook()
    const { id } = await draft({ slug: 'never-shown' })
    await revise(id, { slug: 'shown-to-all' })
    await publish(id)
    await withdraw(id)
    await work()
    expect(got.map(({ data }) => data.paths)).toEqual([undefined, undefined, ['/shown-to-all'], ['/shown-to-all']])
    expect(got.map(({ body }) => body).join()).not.toContain('never-shown')
  })

  it('accounts, keys, sessions and webhooks themselves are nobody’s business', async () => {
    const { got, id } = await hook()
    await rest('PATCH', `/v1/editorial/webhooks/${id}`, { as: 'admin', body: { name: 'Renamed' } })
    await work()
    expect(got).toEqual([])
  })

  it('an endpoint has nothing from before it was made, and nothing while it is disabled', async () => {
    await make.tag()
    const { got, id } = await hook()
    await work()
    await rest('PATCH', `/v1/editorial/webhooks/${id}`, { as: 'admin', body: { status: 'DISABLED' } })
    await make.tag()
    await work()
    await rest('PATCH', `/v1/editorial/webhooks/${id}`, { as: 'admin', body: { status: 'ACTIVE' } })
    const { id: last } = await make.tag()
    await work()
    expect(got.map(({ data }) => data.id)).toEqual([last])
  })

  it('a filter by type and one by tag both hold, through a merge too', async () => {
    const [tag, section, into] = [await make.tag(), await make.tag({ type: 'SECTION' }), await make.tag()]
    const byType = await hook({ events: ['article.published', 'tag.merged'] })
    const byTag = await hook({ events: ['article.published'], tagIds: [tag.id] })
    const bySection = await hook({ events: ['article.published'], tagIds: [section.id] })
    const one = await live({ tagIds: [tag.id] })
    const two = await live({ sectionId: section.id })
    await rest('POST', `/v1/editorial/tags/${tag.id}/merge`, { as: 'admin', body: { intoId: into.id } })
    const three = await live({ tagIds: [into.id] })
    await work()
    const ids = ({ got }: typeof byType) => got.map(({ data }) => data.id)
    expect(ids(byType)).toEqual([one.id, two.id, tag.id, three.id])
    expect(ids(byTag)).toEqual([one.id, three.id])
    expect(ids(bySection)).toEqual([two.id])
  })

  it('nothing of a story under embargo is sent, and what waits is held until its end', async () => {
    const { got } = await hook()
    const [open, timed, ended, free] = [await draft(), await draft(), await draft(), await draft()]
    const set = (id: string, embargoUntil: Date | null) =>
      db.article.update({ where: { id }, data: { embargoedAt: now(), embargoUntil } })
    await set(open.id, null)
    await set(timed.id, new Date(now().getTime() + 60_000))
    await set(ended.id, new Date(now().getTime() - 1))
    await dispatch()
    await set(free.id, new Date(now().getTime() + 60_000))
    await work()
    expect(got.map(({ data }) => data.id)).toEqual([ended.id])
    setClock(2)
    await work()
    expect(got.map(({ data }) => data.id)).toEqual([ended.id, free.id])
  })

  it('that a story was taken down is sent under an embargo too, made before it or after', async () => {
    const { got } = await hook({ events: ['article.*'] })
    for (const isWaiting of [true, false]) {
      const { id } = await live()
      await work()
      await withdraw(id)
      if (isWaiting) await dispatch()
      await db.article.update({ where: { id }, data: { embargoedAt: now() } })
      await work()
      expect(got.at(-1)?.data).toMatchObject({ id, paths: [expect.any(String)] })
      expect(typesOf(got).at(-1)).toBe('article.withdrawn')
    }
  })

  it('of a thousand events each has one delivery, in order, however many workers there are', async () => {
    const { id } = await hook({ events: ['tag.created'] })
    await hook({ events: ['media.created'] })
    const subject = await make.tag()
    const head = (await db.journalHead.findUniqueOrThrow({ where: { id: 1 } })).number
    await db.$executeRaw`
      INSERT INTO journal_entry (id, number, type, "subjectId", sequence, version, actor, "occurredAt", hash)
      SELECT gen_random_uuid(), ${head} + n, 'tag.created', gen_random_uuid(), 1, 1, 'test', now(), '' FROM generate_series(1, 1100) n`
    await db.journalHead.update({ where: { id: 1 }, data: { number: head + 1100n } })
    await Promise.all([dispatch(), dispatch(), dispatch()])
    const made = await db.webhookDelivery.findMany({ orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }] })
    expect([made.length, new Set(made.map(({ eventId }) => eventId)).size]).toEqual([1101, 1101])
    expect(made.map(({ number }) => Number(number))).toEqual(Array.from({ length: 1101 }, (_, n) => Number(head) + n))
    expect([...new Set(made.map(({ endpointId }) => endpointId))]).toEqual([id])
    expect(JSON.parse(made[0]?.body ?? '').data.id).toBe(subject.id)
  })
})

describe('what fails', () => {
  it('an attempt that failed is made again, with the same id, as the schedule says', async () => {
    let isUp = false
    const { got, id } = await hook({}, (reply) => reply.writeHead(isUp ? 200 : 503).end(isUp ? 'ok' : 'later'))
    await make.tag()
    await work()
    await work()
    expect(got.length).toBe(1)
    const [waiting] = await deliveries(id)
    expect(waiting).toMatchObject({ status: 'PENDING', attempts: [{ status: 503, answer: 'later' }], finishedAt: null })
    const wait = Date.parse(waiting?.nextAttemptAt ?? '') - now().getTime()
    expect(wait).toBeGreaterThanOrEqual(5_000)
    expect(wait).toBeLessThan(7_000)
    expect((await read(id)).failingSince).not.toBeNull()
    setClock(1)
    isUp = true
    await work()
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(waiting?.eventId))
    const [done] = await deliveries(id)
    expect(done).toMatchObject({ status: 'DELIVERED', attempts: [{ status: 503 }, { status: 200, answer: 'ok' }] })
    expect((await read(id)).failingSince).toBeNull()
  })

  it('a redirect is not followed, and a hang, a reset and an endless answer are told in the log', async () => {
    const inside = await receiver()
    const hooks = [
      await hook({}, (reply) => reply.writeHead(302, { location: inside.url }).end()),
      await hook({}, () => undefined),
      await hook({}, (reply) => void reply.socket?.resetAndDestroy()),
      await hook({}, (reply) => {
        const timer = setInterval(() => reply.write('\0x'.repeat(20_000)), 1)
        reply.on('close', () => clearInterval(timer))
      }),
    ]
    await make.tag()
    await work()
    const attempts = await Promise.all(hooks.map(async ({ id }) => (await deliveries(id))[0]?.attempts[0]))
    expect(attempts[0]).toMatchObject({ status: 302, error: null })
    expect(attempts[1]).toMatchObject({ status: null, answer: null, error: expect.stringMatching(/^timeout: /) })
    expect(attempts[2]).toMatchObject({ status: null, error: expect.stringMatching(/^reset: /) })
    expect(attempts[3]).toMatchObject({ status: 200 })
    expect(attempts[3]?.answer?.length).toBe(4_000)
    expect(inside.got).toEqual([])
  })

  it('an address that became private is blocked, and the log does not tell it', async () => {
    const { id } = await endpoint('http://127.0.0.1:9/')
    await db.webhookEndpoint.update({ where: { id }, data: { url: 'http://10.0.0.1/' } })
    await make.tag()
    await work()
    expect((await deliveries(id))[0]?.attempts[0]?.error).toBe('blocked: has an address that is not public')
  })

  it('410 disables an endpoint at once', async () => {
    const { got, id } = await hook({}, (reply) => reply.writeHead(410).end())
    await make.tag()
    await events()
    await work()
    expect(await read(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'it answered 410 Gone', version: 2 })
    expect(await events()).toEqual({ 'webhook.disabled': 1 })
    await make.tag()
    setClock(10)
    await work()
    expect(got.length).toBe(1)
    expect(typesOf(await deliveries(id, '&status=FAILED'))).toEqual(['tag.created'])
  })

  it('after three days of failure a delivery is given up and its endpoint disabled', async () => {
    const { got, id } = await hook({}, (reply) => reply.writeHead(500).end())
    await make.tag()
    await events()
    const began = now().getTime()
    for (let turn = 0; turn < 30 && (await read(id)).status === 'ACTIVE'; turn++) {
      await work()
      const [waiting] = await deliveries(id)
      if (waiting?.nextAttemptAt) setClock(new Date(Date.parse(waiting.nextAttemptAt) + 1).toISOString())
    }
    expect(got.length).toBe(15)
    expect(now().getTime() - began).toBeLessThan(73 * 3_600_000)
    expect(now().getTime() - began).toBeGreaterThanOrEqual(72 * 3_600_000)
    const [given] = await deliveries(id)
    expect([given?.status, given?.attempts.length]).toEqual(['FAILED', 15])
    expect(await read(id)).toMatchObject({ status: 'DISABLED', disabledReason: 'every attempt of three days failed' })
    expect(await events()).toEqual({ 'webhook.disabled': 1 })
  })

  it('ACTIVE begins anew', async () => {
    const { id } = await hook({}, (reply) => reply.writeHead(410).end())
    await make.tag()
    await work()
    const { data } = await rest('PATCH', `/v1/editorial/webhooks/${id}`, { as: 'admin', body: { status: 'ACTIVE' } })
    expect(data).toMatchObject({ status: 'ACTIVE', disabledReason: null, failingSince: null })
  })
})

describe('lanes', () => {
  it('endpoints that hang delay no other', async () => {
    const dead = await Promise.all(Array.from({ length: 6 }, () => hook({}, () => undefined)))
    const good = await hook()
    for (let n = 0; n < 20; n++) await make.tag()
    const began = performance.now()
    let doneAfter = 0
    const working = work({ timeoutMs: 1_500 })
    while (doneAfter === 0 && performance.now() - began < 10_000) {
      if (good.got.length === 20) doneAfter = performance.now() - began
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(good.got.length).toBe(20)
    expect(doneAfter).toBeLessThan(1_400)
    expect(Math.max(...dead.map(({ got }) => got.length))).toBe(4)
    for (const { id } of dead) await db.webhookEndpoint.delete({ where: { id } })
    await working
  })

  it('to one endpoint four are under way at most, over all processes, and one of a story', async () => {
    let most = 0
    let under = 0
    const order: string[] = []
    const underOf = new Set<string>()
    let overlaps = 0
    const { got } = await hook({ events: ['article.*'] }, (reply, { data }) => {
      if (underOf.has(data.id)) overlaps++
      underOf.add(data.id)
      most = Math.max(most, ++under)
      order.push(`${data.id} ${data.sequence}`)
      setTimeout(() => {
        under--
        underOf.delete(data.id)
        reply.writeHead(200).end()
      }, 10)
    })
    const stories = await Promise.all([1, 2, 3, 4, 5].map(() => draft()))
    for (let n = 0; n < 5; n++) for (const { id } of stories) await revise(id, { kicker: `Take ${n}` })
    await dispatch()
    await Promise.all([work(), work(), work()])
    expect([got.length, most, overlaps]).toEqual([30, 4, 0])
    for (const { id } of stories)
      expect(order.filter((each) => each.startsWith(id))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${id} ${n}`))
  })

  it('an event that fails does not hold up those behind it', async () => {
    const { got } = await hook({ events: ['article.*'] }, (reply, { data }) =>
      reply.writeHead(data.sequence === 1 ? 500 : 200).end(),
    )
    const { id } = await draft()
    await revise(id, { kicker: 'Second' })
    await work()
    expect(got.map(({ data }) => data.sequence)).toEqual([1, 2])
  })
})

describe('a worker that dies', () => {
  it('between sending and writing it down: it is sent again when the lease ends, with the same id', async () => {
    const { got, id } = await hook()
    await make.tag()
    await dispatch()
    // What a killed process leaves: a delivery that was sent, and a lease.
    await work()
    const leasedUntil = new Date(now().getTime() + 30_000)
    await db.webhookAttempt.deleteMany()
    await db.webhookDelivery.updateMany({ data: { status: 'PENDING', attempts: 0, finishedAt: null, leasedUntil } })
    await work()
    expect(got.length).toBe(1)
    setClock(1)
    await work()
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(got.length).toBe(2)
    expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED', attempts: [{ status: 204 }] }])
  })

  it('the next event of the story waits for the one whose lease runs', async () => {
    const { got } = await hook({ events: ['article.*'] })
    const { id } = await draft()
    await revise(id, { kicker: 'Second' })
    await dispatch()
    const first = await db.webhookDelivery.findFirstOrThrow({ where: { type: 'article.created' } })
    await db.webhookDelivery.update({
      where: { id: first.id },
      data: { leasedUntil: new Date(now().getTime() + 30_000) },
    })
    await work()
    expect(got).toEqual([])
    setClock(1)
    await work()
    expect(typesOf(got)).toEqual(['article.created', 'article.revised'])
  })

  it('one that is told to stop gives back what is under way', async () => {
    const ending = new AbortController()
    const { got, id } = await hook({}, () => ending.abort())
    await make.tag()
    const began = performance.now()
    await work({ timeoutMs: 10_000 }, ending.signal)
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(got.length).toBe(1)
    expect(await deliveries(id)).toMatchObject([{ status: 'PENDING', attempts: [] }])
    expect(await db.webhookDelivery.findFirst({ where: { endpointId: id } })).toMatchObject({ leasedUntil: null })
  })

  it('of two who tried the same delivery, because a claim ran out, one failure counts', async () => {
    const { id } = await hook({}, (reply) => {
      void db.webhookDelivery
        .updateMany({ where: { endpointId: id }, data: { attempts: 1 } })
        .then(() => reply.writeHead(500).end())
    })
    await make.tag()
    await work()
    expect(await db.webhookDelivery.findFirst({ where: { endpointId: id } })).toMatchObject({ attempts: 1 })
    expect(await deliveries(id)).toMatchObject([{ attempts: [] }])
    await db.webhookEndpoint.delete({ where: { id } })
  })
})
