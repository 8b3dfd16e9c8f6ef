import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { documents, facesOf, linkTo, paragraph, storyMakers } from './stories.ts'
import { type Say, verbsOf } from './verbs.ts'

const news = await testNewsroom()
const { db, events, now, setClock, rest, graphql } = news
const faces = facesOf(news)
const says = verbsOf(news)
const { draft, live, revise, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(says) as [string, Say][]
const reason = 'Removed for legal reasons.'

describe.each(each)('over %s', (_name, say) => {
  it('a killed story is gone from every door, and its addresses say why, in other words than a withdrawn one', async () => {
    const former = await live()
    await revise(former.id, { slug: `renamed-${_name}` })
    await says.rest('publish', former.id)
    const { id } = former
    const path = String((await faces.rest.article({ id }))?.path)
    const other = await live({ related: [{ articleId: id }], body: [paragraph('See.', [linkTo(id)])] })
    await events()
    setClock(3)
    const { data } = await say('kill', id, { reason, note: 'Court order 7/26' })
    const at = now().toISOString()
    expect(data).toMatchObject({ status: 'KILLED', liveVersion: null, kill: { at, reason }, lock: null })
    expect(await events()).toEqual({ 'article.killed': 1 })
    for (const key of [id, former.content.slug, `renamed-${_name}`]) {
      const answer = await rest('GET', `/v1/articles/${key}`)
      expect(answer, answer.text).toMatchObject({ status: 410, code: 'gone', data: { reason, killedAt: at } })
      expect(answer.text).toContain('recalled')
      expect(answer.text).not.toMatch(/withdrawn|Court order|Story number/)
      expect((await rest('GET', `/v1/articles/${key}/related`)).status).toBe(410)
    }
    for (const reader of Object.values(faces)) {
      expect(await reader.article({ id })).toBeNull()
      expect(await reader.article({ slug: former.content.slug })).toBeNull()
      expect((await reader.list()).map((story) => story.id)).not.toContain(id)
      expect(await reader.resolve(path)).toMatchObject({ kind: 'GONE', status: 410 })
      expect(JSON.stringify(await reader.article({ id: other.id }))).not.toContain(id)
    }
    expect((await rest('GET', `/v1/resolve?path=${path}`)).data.reason).toBe(reason)
    const asked = await graphql('query ($path: String!) { resolve(path: $path) { reason } }', { path })
    expect(asked.data).toEqual({ reason })
    expect((await graphql(documents.article, { path })).data).toBeNull()
    const [entry] = await db.journalEntry.findMany({ where: { subjectId: id, type: 'article.killed' } })
    expect(entry).toMatchObject({ isPublic: true, note: 'Court order 7/26', data: { from: 'LIVE', to: 'KILLED' } })
    expect(JSON.stringify(entry?.data)).not.toContain('legal')
  })

  it('a draft that is killed was never there for readers', async () => {
    const { id, content } = await draft()
    await say('kill', id, { reason })
    for (const key of [id, content.slug]) expect((await rest('GET', `/v1/articles/${key}`)).status).toBe(404)
    expect(await faces.rest.resolve(`/${content.slug}`)).toBeNull()
    const [entry] = await db.journalEntry.findMany({ where: { subjectId: id, type: 'article.killed' } })
    expect(entry?.isPublic).toBe(false)
  })

  it('killing calls off what is planned, revokes previews and breaks the lock, in the same moment', async () => {
    const { id } = await live()
    const common = { articleId: id, createdBy: 'test' }
    const later = new Date(now().getTime() + 3_600_000)
    await db.schedule.create({
      data: { ...common, id: crypto.randomUUID(), action: 'WITHDRAW', at: later, changedAt: now() },
    })
    await db.previewToken.create({ data: { ...common, id: crypto.randomUUID(), revisionNumber: 1, expiresAt: later } })
    const holder = { holderId: crypto.randomUUID(), holder: 'key:author' }
    await db.editLock.create({ data: { articleId: id, ...holder, acquiredAt: now(), expiresAt: later } })
    await say('kill', id, { reason })
    expect(await db.schedule.findMany({ where: { articleId: id } })).toMatchObject([{ status: 'CANCELLED' }])
    expect(await db.previewToken.findMany({ where: { articleId: id } })).toMatchObject([{ revokedAt: now() }])
    expect(await db.editLock.count({ where: { articleId: id } })).toBe(0)
  })

  it('nothing can be done with a killed story but restoring it, which takes an admin', async () => {
    const { id } = await live()
    await say('kill', id, { reason })
    for (const face of Object.values(faces)) expect((await face.revise(id, { kicker: 'No' })).code).toBe('conflict')
    expect((await say('publish', id)).code).toBe('conflict')
    expect((await say('restore', id)).code).toBe('forbidden')
    await events()
    const { data } = await say('restore', id, { note: 'Appeal won' }, { as: 'admin' })
    expect(data).toMatchObject({ status: 'WITHDRAWN', kill: null, liveVersion: null })
    expect(await events()).toEqual({ 'article.restored': 1 })
    const gone = await rest('GET', `/v1/articles/${id}`)
    expect(gone).toMatchObject({ status: 410, code: 'gone' })
    expect(gone.text).not.toContain(reason)
    await say('publish', id)
    expect(await faces.rest.article({ id })).toMatchObject({ id, version: 1 })
  })

  it('a killed draft that is restored is a draft again, and what was approved is not any more', async () => {
    const { id } = await draft()
    await say('submit', id)
    await say('approve', id)
    expect((await say('kill', id, { reason })).data).toMatchObject({ approvedVersion: null, review: null })
    expect((await say('restore', id, {}, { as: 'admin' })).data).toMatchObject({
      status: 'DRAFT',
      approvedVersion: null,
    })
  })

  it('a reason is asked for', async () => {
    const { id } = await live()
    expect(await say('kill', id, { reason: ' ' })).toMatchObject({ code: 'invalid_input', paths: ['reason'] })
  })

  it('a withdrawal may tell readers why, until the story is back', async () => {
    const { id } = await live()
    const path = String((await faces.rest.article({ id }))?.path)
    const told = 'We are checking a complaint.'
    const { data } = await say('withdraw', id, { reason: told, note: 'Complaint by X' })
    expect(data).toMatchObject({ status: 'WITHDRAWN', withdrawReason: told })
    const gone = await rest('GET', `/v1/articles/${id}`)
    expect(gone).toMatchObject({ status: 410, data: { reason: told } })
    expect(gone.text).not.toMatch(/Complaint by|killedAt/)
    expect(await rest('GET', `/v1/resolve?path=${path}`)).toMatchObject({ data: { kind: 'GONE', reason: told } })
    expect((await say('publish', id)).data).toMatchObject({ withdrawReason: null })
    await withdraw(id)
    expect((await rest('GET', `/v1/articles/${id}`)).data).not.toHaveProperty('reason')
  })
})

it('a story that was live answers 410 whatever its status is now: withdrawn, in review, planned', async () => {
  const { id, content } = await live()
  await withdraw(id)
  for (const status of ['IN_REVIEW', 'APPROVED', 'SCHEDULED', 'WITHDRAWN'] as const) {
    await db.article.update({ where: { id }, data: { status } })
    for (const key of [id, content.slug]) expect((await rest('GET', `/v1/articles/${key}`)).status, status).toBe(410)
  }
})

it('whoever comes first, publish or kill: a story that was killed is never seen afterwards', async () => {
  for (let round = 0; round < 15; round++) {
    const { id } = await draft()
    const [killed, ...published] = await Promise.all([
      says.rest('kill', id, { reason }),
      ...Object.values(says).map((say) => say('publish', id)),
    ])
    expect(killed.code).toBeNull()
    expect(published.map(({ code }) => code).filter((code) => code !== null && code !== 'conflict')).toEqual([])
    const row = await db.article.findUniqueOrThrow({ where: { id }, include: { live: true } })
    expect(row).toMatchObject({ status: 'KILLED', live: null, liveNumber: null })
    const wasLive = published.some(({ code }) => code === null)
    expect((await rest('GET', `/v1/articles/${id}`)).status).toBe(wasLive ? 410 : 404)
  }
})
