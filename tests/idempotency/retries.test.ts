import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { forgetAnswers } from '../../src/audit/jobs.ts'
import { testNewsroom } from '../helpers/app.ts'
import { keyedFaces } from './faces.ts'

const news = await testNewsroom()
const { rest, graphql, db, make, events } = news
afterAll(news.close)

const path = '/v1/editorial/tags'
const as = 'editor'
let made = 0
const input = () => ({ type: 'TOPIC', name: `Retried ${++made}` })
const named = (name: string) => db.tag.count({ where: { name } })
const told = ({ status, text, headers }: { status: number; text: string; headers: Record<string, unknown> }) => ({
  ...{ status, text, etag: headers.etag, location: headers.location },
})

describe.each(Object.entries(keyedFaces(news)))('over %s', (_, face) => {
  beforeEach(() => events())

  it('a request that is sent again is done once and has the same answer, to the byte', async () => {
    const [key, asked] = [randomUUID(), input()]
    const answers = [await face.create(key, asked), await face.create(key, asked), await face.create(key, asked)]
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.map(told)).toEqual(Array(3).fill(told(answers[0] as (typeof answers)[0])))
    expect(answers[0]?.code).toBeNull()
    expect(answers.map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true', 'true'])
    expect([await named(asked.name), await events()]).toEqual([1, { 'tag.created': 1 }])
  })

  it('fifty twins sent at once are done once, and all have the answer of the first', async () => {
    const [key, asked] = [randomUUID(), input()]
    const answers = await Promise.all(Array.from({ length: 50 }, () => face.create(key, asked)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.map(({ code }) => code)).toEqual(Array(50).fill(null))
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
    expect([await named(asked.name), await events()]).toEqual([1, { 'tag.created': 1 }])
  })

  it('another key is another request', async () => {
    const asked = input()
    const [one, other] = [await face.create(randomUUID(), asked), await face.create(randomUUID(), asked)]
    expect(one.data.id).not.toBe(other.data.id)
    expect(await named(asked.name)).toBe(2)
  })

  it('the same key of another caller is another request', async () => {
    const [key, asked] = [randomUUID(), input()]
    const [one, other] = [
      await face.create(key, asked, { as: 'editor' }),
      await face.create(key, asked, { as: 'admin' }),
    ]
    expect([one.code, other.code, one.data.id === other.data.id]).toEqual([null, null, false])
  })

  it('the same key with another body is refused, also when that body has faults', async () => {
    const key = randomUUID()
    await face.create(key, input())
    await events()
    for (const other of [input(), { type: 'TOPIC', name: '' }]) {
      const answer = await face.create(key, other)
      expect([answer.status, answer.code]).toEqual([422, 'idempotency_mismatch'])
      expect(answer.text).toContain(key)
    }
    expect(await events()).toEqual({})
  })

  it('the same key for another verb is refused', async () => {
    const [key, tag] = [randomUUID(), await make.tag()]
    await face.create(key, input())
    expect((await face.rename(key, tag.id, 'Never')).code).toBe('idempotency_mismatch')
    expect(await named('Never')).toBe(0)
  })

  it('a change that was answered is not refused as stale when it is sent again', async () => {
    const [key, tag] = [randomUUID(), await make.tag()]
    const first = await face.rename(key, tag.id, 'Once', 1)
    const again = await face.rename(key, tag.id, 'Once', 1)
    expect([first.code, again.code, again.data.version]).toEqual([null, null, 2])
    expect(told(again)).toEqual(told(first))
    expect((await face.rename(randomUUID(), tag.id, 'Once', 1)).code).toBe('stale_version')
  })

  it('a refusal is not kept: nothing happened, so the retry tries again', async () => {
    const slug = `free-later-${randomUUID()}`
    const [key, asked] = [randomUUID(), { ...input(), slug }]
    const holder = await make.tag({ slug })
    expect((await face.create(key, asked)).code).toBe('slug_taken')
    await db.tagSlug.delete({ where: { slug } })
    await db.tag.update({ where: { id: holder.id }, data: { slug: `${slug}-no-more` } })
    const second = await face.create(key, asked)
    expect([second.code, second.data.slug, second.headers['idempotency-replayed']]).toEqual([null, slug, undefined])
  })

  it('after 24 hours of the database clock the key is free again, and not a second before', async () => {
    const [key, asked] = [randomUUID(), input()]
    const first = await face.create(key, asked)
    news.setClock(24 * 60 - 1 / 60)
    expect((await face.create(key, asked)).text).toBe(first.text)
    news.setClock(1 / 60)
    const second = await face.create(key, asked)
    expect([second.code, second.data.id === first.data.id]).toEqual([null, false])
    expect((await face.create(key, asked)).text).toBe(second.text)
    expect((await face.create(key, input())).code).toBe('idempotency_mismatch')
    expect(await named(asked.name)).toBe(2)
  })

  it.each(['', 'two words', 'x'.repeat(256), 'ключ'.replace(/./gu, '\u00e9')])('the key %j is refused', async (key) => {
    const asked = input()
    const answer = await face.create(key, asked)
    expect([answer.status, answer.code, answer.paths]).toEqual([400, 'invalid_input', ['Idempotency-Key']])
    expect(await named(asked.name)).toBe(0)
  })

  it('a key of 255 visible characters is taken', async () => {
    const asked = input()
    expect((await face.create(`!~${'k'.repeat(253)}`, asked)).code).toBeNull()
  })
})

it('a caller who may no longer do it is refused, whatever was answered before', async () => {
  const [key, asked] = [randomUUID(), input()]
  const headers = { 'idempotency-key': key }
  expect((await rest('POST', path, { as: 'author', body: asked, headers })).status).toBe(201)
  await db.apiKey.updateMany({ where: { name: 'author' }, data: { role: 'contributor' } })
  const again = await rest('POST', path, { as: 'author', body: asked, headers })
  await db.apiKey.updateMany({ where: { name: 'author' }, data: { role: 'author' } })
  expect([again.status, again.code]).toEqual([403, 'forbidden'])
})

const two = `mutation ($a: TagInput!, $b: TagInput!) { a: createTag(input: $a) { id } b: createTag(input: $b) { id } }`

it('each field of a mutation is remembered by itself: what was refused is tried again, the rest is not', async () => {
  const slug = `two-${randomUUID()}`
  const variables = { a: { ...input(), slug }, b: input() }
  const headers = { 'idempotency-key': randomUUID() }
  const holder = await make.tag({ slug })
  const ask = async () => JSON.parse((await graphql(two, variables, { as, headers })).text)
  // A field that must not be null ends the document, so that only the first is asked for until it can be.
  const first = await ask()
  expect(first.errors[0].extensions.code).toBe('slug_taken')
  await db.tagSlug.delete({ where: { slug } })
  await db.tag.update({ where: { id: holder.id }, data: { slug: `${slug}-no-more` } })
  const [second, third] = [await ask(), await ask()]
  expect(third).toEqual(second)
  expect([await named(variables.a.name), await named(variables.b.name)]).toEqual([1, 1])
  expect(second.data.a.id).not.toBe(second.data.b.id)
})

it('reads pass over the header', async () => {
  const headers = { 'idempotency-key': 'not even a valid one' }
  expect((await rest('GET', '/v1/tags', { headers })).status).toBe(200)
})

it('what is older than a day is deleted, the rest is not', async () => {
  const headers = () => ({ 'idempotency-key': randomUUID() })
  await db.idempotencyRecord.deleteMany()
  await rest('POST', path, { as, body: input(), headers: headers() })
  news.setClock(24 * 60)
  await rest('POST', path, { as, body: input(), headers: headers() })
  expect(await forgetAnswers.run(news.ctx(), AbortSignal.abort())).toBe(false)
  const left = await db.idempotencyRecord.findMany({ select: { createdAt: true } })
  expect(left).toEqual([{ createdAt: news.now() }])
})
