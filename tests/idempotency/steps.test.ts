import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../src/core/ctx.ts'
import { recordEvent } from '../../src/core/events.ts'
import { isReplay, type KeyedRequest, nextPart, partOf, retryable } from '../../src/core/idempotency.ts'
import { createTag } from '../../src/tags/editorial.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { db } = news
afterAll(news.close)

const request = (change: Partial<KeyedRequest> = {}): KeyedRequest => ({
  ...{ key: randomUUID(), method: 'POST', url: '/v1/editorial/tags', body: Buffer.from('{}'), address: '10.0.0.1' },
  ...change,
})
const ctxFor = (asked: KeyedRequest) => retryable(news.ctx(), asked)

/** Writes a row and its event, and gives any value. */
const write = <T>(ctx: Ctx, value: T) =>
  ctx.tx(async (tx) => {
    await tx.houseSecret.create({ data: { name: randomUUID(), value: new Uint8Array([1]) } })
    await recordEvent(ctx, tx, { type: 'tag.created', subjectId: ctx.newId(), version: 1 })
    return value
  })
const rows = () => db.houseSecret.count()

it.each<[string, unknown]>([
  ['a record with dates', { at: new Date('2026-01-08T09:30:00.123Z'), nothing: null, missing: undefined }],
  ['a big integer', 9_007_199_254_740_993n],
  ['a map of sets', new Map([['a', new Set([1, 2])]])],
  ['bytes', new Uint8Array([0, 255, 7])],
  ['nothing', undefined],
  ['null', null],
  ['a text in every script', 'Алматы 🦅 كازاخستان \u0000'],
  ['a body of a million characters', 'x'.repeat(1_000_000)],
])('an answer that is %s comes back as it was', async (_, value) => {
  const asked = request()
  expect(await write(await ctxFor(asked), value)).toEqual(value)
  const again = await ctxFor(asked)
  expect(await write(again, 'another')).toStrictEqual(value)
  expect(isReplay(again)).toBe(true)
})

describe('when it ends in the middle', () => {
  it('nothing is kept of a work that fails after its last statement, and the retry does it', async () => {
    const [asked, before] = [request(), await rows()]
    const dying = (await ctxFor(asked)).tx(async (tx) => {
      await tx.houseSecret.create({ data: { name: randomUUID(), value: new Uint8Array([1]) } })
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect([await rows(), await db.idempotencyRecord.count({ where: { result: new Uint8Array() } })]).toEqual([
      before,
      0,
    ])
    expect(await write(await ctxFor(asked), 'done')).toBe('done')
    expect(await rows()).toBe(before + 1)
  })

  it('nor of one whose connection is cut before its commit', async () => {
    const [asked, before] = [request(), await rows()]
    const cut = (await ctxFor(asked)).tx(async (tx) => {
      await tx.houseSecret.create({ data: { name: randomUUID(), value: new Uint8Array([1]) } })
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await db.$queryRaw`SELECT pg_terminate_backend(${row?.pid}::int)`
    })
    await expect(cut).rejects.toThrow()
    expect(await rows()).toBe(before)
    expect(await write(await ctxFor(asked), 'done')).toBe('done')
  })

  it('an answer that was lost after the commit is given again', async () => {
    const [asked, before] = [request(), await rows()]
    await write(await ctxFor(asked), { id: 'first' })
    expect(await write(await ctxFor(asked), { id: 'second' })).toEqual({ id: 'first' })
    expect(await rows()).toBe(before + 1)
  })

  it('twins in other processes wait for the first at the database', async () => {
    const asked = request()
    const contexts = await Promise.all([ctxFor(asked), ctxFor(asked)])
    const [first, second] = contexts as [Ctx, Ctx]
    let finish = () => {}
    const held = new Promise<void>((done) => (finish = done))
    // The queue within this process is passed by, as by another process.
    if (second.retry) second.retry.attempt.name = 'another process'
    let isBegun = () => {}
    const begun = new Promise<void>((done) => (isBegun = done))
    const one = first.tx(async () => {
      isBegun()
      return held.then(() => 'first')
    })
    await begun
    const other = second.tx(async () => 'second')
    const waiting = () =>
      db.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    await expect.poll(waiting, { timeout: 8_000 }).toHaveLength(1)
    finish()
    expect(await Promise.all([one, other])).toEqual(['first', 'first'])
  })

  it('and do it themselves when the first fails', async () => {
    const asked = request()
    const [first, second] = [await ctxFor(asked), await ctxFor(asked)]
    const one = first.tx(async () => {
      throw new Error('killed')
    })
    const other = second.tx(async () => 'second')
    await expect(one).rejects.toThrow('killed')
    expect(await other).toBe('second')
  })
})

describe('a request of several parts', () => {
  it('a part that was refused before it began a transaction does not move the others', async () => {
    const asked = request()
    const bulk = async (ctx: Ctx, refused: number[]) =>
      Promise.all(
        [0, 1, 2, 3].map(async (n) => (refused.includes(n) ? 'refused' : write(partOf(ctx, n), `${n} of ${refused}`))),
      )
    expect(await bulk(await ctxFor(asked), [1])).toEqual(['0 of 1', 'refused', '2 of 1', '3 of 1'])
    expect(await bulk(await ctxFor(asked), [])).toEqual(['0 of 1', '1 of ', '2 of 1', '3 of 1'])
    expect(await bulk(await ctxFor(asked), [])).toEqual(['0 of 1', '1 of ', '2 of 1', '3 of 1'])
  })

  it('fields, items of fields and transactions of items have all places of their own', async () => {
    const asked = request()
    const ctx = await ctxFor(asked)
    for (const own of [ctx, nextPart(ctx), nextPart(ctx)]) {
      await write(own, 'own')
      for (const n of [0, 1, 1_022]) for (const _ of [1, 2]) if (own !== ctx) await write(partOf(own, n), 'item')
    }
    const hash = ctx.retry?.attempt.hash ?? new Uint8Array()
    const steps = await db.idempotencyRecord.findMany({ where: { hash }, select: { step: true } })
    expect(new Set(steps.map(({ step }) => step)).size).toBe(1 + 2 * (1 + 1 + 1 + 1))
  })

  it('more parts than there are places are refused', async () => {
    const ctx = await ctxFor(request())
    expect(() => partOf(ctx, 1_023)).toThrow('at most 1023')
  })
})

describe('the table alone', () => {
  it('gives away neither answer, key nor request', async () => {
    const asked = request({ key: 'a-very-secret-key', body: Buffer.from('{"password":"correct horse"}') })
    await write(await ctxFor(asked), { token: 'dl_shown-once' })
    const [row] = await db.$queryRaw<{ text: string }[]>`
      SELECT string_agg(encode(hash, 'escape') || encode(fingerprint, 'escape') || encode(result, 'escape'), '') AS text FROM idempotency_record`
    for (const secret of ['dl_shown', 'very-secret', 'correct horse']) expect(row?.text).not.toContain(secret)
  })

  it('an answer that was put under another request is not given', async () => {
    const [one, other] = [request(), request()]
    await write(await ctxFor(one), 'of one')
    await write(await ctxFor(other), 'of other')
    const hashOf = async (asked: KeyedRequest) => (await ctxFor(asked)).retry?.attempt.hash ?? new Uint8Array()
    const [from, to] = [await hashOf(one), await hashOf(other)]
    await db.$executeRaw`UPDATE idempotency_record SET result = (SELECT result FROM idempotency_record WHERE hash = ${from}) WHERE hash = ${to}`
    await expect(write(await ctxFor(other), 'again')).rejects.toThrow()
  })
})

it('callers without a key are told apart by where they come from', async () => {
  const anonymous = (asked: KeyedRequest) => retryable({ ...news.ctx(), caller: { kind: 'anonymous' } }, asked)
  const asked = request()
  const stranger = { ...asked, address: '10.0.0.2', body: Buffer.from('{"other":1}') }
  expect(await write(await anonymous(asked), 'mine')).toBe('mine')
  expect(await write(await anonymous(stranger), 'theirs')).toBe('theirs')
  expect(await write(await anonymous(asked), 'again')).toBe('mine')
})

it('without the header nothing is kept', async () => {
  const before = await db.idempotencyRecord.count()
  await createTag(news.ctx(), { type: 'TOPIC', name: 'Plain' })
  expect(partOf(news.ctx(), 5_000).retry).toBeUndefined()
  expect(await db.idempotencyRecord.count()).toBe(before)
})
