import { afterAll, describe, expect, it } from 'vitest'
import { lockedDraft } from '../../src/articles/drafts.ts'
import { withdrawLive } from '../../src/articles/publish.ts'
import { roles } from '../../src/core/caller.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { storyMakers } from './stories.ts'
import { type Say, type VerbName, verbsOf } from './verbs.ts'

const news = await testNewsroom()
const { db, ctx, events, now, rest, graphql } = news
const says = verbsOf(news)
const { draft, live, revise } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(says) as [string, Say][]

const inputs: Record<VerbName, Facts> = {
  ...{ submit: {}, approve: {}, reject: { note: 'Needs a second source' }, publish: {}, withdraw: {} },
  correct: { type: 'CORRECTION', text: 'It was Monday.' },
  ...{ embargo: { until: null }, lift: {}, kill: { reason: 'Legal' }, restore: {} },
}

const pastOf: Record<VerbName, string> = {
  ...{ submit: 'submitted', approve: 'approved', reject: 'rejected', publish: 'published', correct: 'corrected' },
  ...{ withdraw: 'withdrawn', embargo: 'embargoed', lift: 'unembargoed', kill: 'killed', restore: 'restored' },
}

/** Where each verb takes a story; what is missing is refused. */
const table: Record<string, Partial<Record<VerbName, string>>> = {
  DRAFT: { submit: 'IN_REVIEW', publish: 'LIVE', embargo: 'DRAFT', lift: 'DRAFT', kill: 'KILLED' },
  IN_REVIEW: {
    ...{ approve: 'APPROVED', reject: 'DRAFT', publish: 'LIVE' },
    ...{ embargo: 'IN_REVIEW', lift: 'IN_REVIEW', kill: 'KILLED' },
  },
  APPROVED: {
    ...{ submit: 'IN_REVIEW', approve: 'APPROVED', reject: 'DRAFT', publish: 'LIVE' },
    ...{ embargo: 'APPROVED', lift: 'APPROVED', kill: 'KILLED' },
  },
  SCHEDULED: { publish: 'LIVE', embargo: 'SCHEDULED', lift: 'SCHEDULED', kill: 'KILLED' },
  LIVE: { publish: 'LIVE', correct: 'LIVE', withdraw: 'WITHDRAWN', kill: 'KILLED' },
  WITHDRAWN: { submit: 'IN_REVIEW', publish: 'LIVE', embargo: 'WITHDRAWN', lift: 'WITHDRAWN', kill: 'KILLED' },
  KILLED: { restore: 'DRAFT' },
}

/** A story of each status. */
const makers: Record<string, () => Promise<string>> = {
  DRAFT: async () => (await draft()).id,
  IN_REVIEW: async () => {
    const { id } = await draft()
    await says.rest('submit', id)
    return id
  },
  APPROVED: async () => {
    const id = await (makers.IN_REVIEW as () => Promise<string>)()
    await says.rest('approve', id)
    return id
  },
  SCHEDULED: async () => {
    const { id } = await draft()
    await db.article.update({ where: { id }, data: { status: 'SCHEDULED' } })
    return id
  },
  LIVE: async () => (await live()).id,
  WITHDRAWN: async () => {
    const { id } = await live()
    await says.rest('withdraw', id)
    return id
  },
  KILLED: async () => {
    const { id } = await draft()
    await says.rest('kill', id, { reason: 'Legal' })
    return id
  },
}

describe.each(each)('over %s', (_name, say) => {
  for (const [status, moves] of Object.entries(table))
    for (const verb of Object.keys(inputs) as VerbName[]) {
      const next = moves[verb]
      it(`${verb} takes ${status} to ${next ?? 'nowhere: 409, and nothing is written'}`, async () => {
        const id = await (makers[status] as () => Promise<string>)()
        if (verb === 'lift') await db.article.update({ where: { id }, data: { embargoedAt: now() } })
        await events()
        const { code, data, text } = await say(verb, id, inputs[verb], { as: 'admin' })
        const row = await db.article.findUniqueOrThrow({ where: { id } })
        if (next) {
          expect(code, text).toBeNull()
          expect(data).toMatchObject({ id, status: next })
          expect(row.status).toBe(next)
          expect(await events()).toEqual({ [`article.${pastOf[verb]}`]: 1 })
        } else {
          expect(code, text).toBe('conflict')
          expect(text).toContain(status)
          expect(row.status).toBe(status)
          expect(await events()).toEqual({})
        }
      })
    }

  it('a story goes from draft through review to readers, and each step is in the journal with its words', async () => {
    const { id } = await draft()
    const submitted = await say('submit', id, { note: 'Please check the figures' }, { as: 'author' })
    expect(submitted.data).toMatchObject({ status: 'IN_REVIEW', review: null, approvedVersion: null })
    const rejected = await say('reject', id, { note: 'Which ministry?\nName it.' })
    const verdict = {
      verdict: 'REJECTED',
      by: 'key:editor',
      at: now().toISOString(),
      note: 'Which ministry?\nName it.',
    }
    expect(rejected.data).toMatchObject({ status: 'DRAFT', review: verdict, approvedVersion: null })
    await revise(id, { headline: 'The ministry of energy' })
    expect((await say('submit', id)).data).toMatchObject({ review: verdict })
    const approved = await say('approve', id, { note: 'Good' })
    expect(approved.data).toMatchObject({
      status: 'APPROVED',
      approvedVersion: 2,
      review: { verdict: 'APPROVED', note: 'Good' },
    })
    await say('publish', id, { note: 'Front page' })
    const entries = await db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { number: 'asc' } })
    expect(entries.map(({ type, note, isPublic }) => [type, note, isPublic])).toEqual([
      ['article.created', null, false],
      ['article.submitted', 'Please check the figures', false],
      ['article.rejected', 'Which ministry?\nName it.', false],
      ['article.revised', null, false],
      ['article.submitted', null, false],
      ['article.approved', 'Good', false],
      ['article.published', 'Front page', true],
    ])
    expect(entries.at(-1)?.data).toMatchObject({ from: 'APPROVED', to: 'LIVE' })
  })

  it('an older revision can be approved, one that there is not cannot', async () => {
    const { id } = await draft()
    await revise(id, { kicker: 'Second' })
    await say('submit', id)
    expect((await say('approve', id, { revision: 9 })).code).toBe('not_found')
    expect((await say('approve', id, { revision: 1 })).data).toMatchObject({ approvedVersion: 1, version: 2 })
    expect((await say('reject', id, { note: 'Not after all' })).data).toMatchObject({
      approvedVersion: null,
      status: 'DRAFT',
    })
  })

  it('a rejection needs words, and says so', async () => {
    const id = await (makers.IN_REVIEW as () => Promise<string>)()
    for (const note of ['', '  \n ']) {
      const answer = await say('reject', id, { note })
      expect(answer, answer.text).toMatchObject({ code: 'invalid_input', paths: ['note'] })
    }
  })

  it('each verb asks for the newest version when one is named', async () => {
    for (const verb of Object.keys(inputs) as VerbName[]) {
      const { id } = await live()
      const answer = await say(verb, id, inputs[verb], { as: 'admin', version: 7 })
      expect(answer, `${verb} ${answer.text}`).toMatchObject({ status: 412, code: 'stale_version' })
    }
  })

  it('no verb finds a story that there is not', async () => {
    for (const verb of Object.keys(inputs) as VerbName[])
      for (const id of ['0192a1b0-0000-7000-8000-00000000ffff', 'nonsense'])
        expect((await say(verb, id, inputs[verb], { as: 'admin' })).code, verb).toBe('not_found')
  })
})

it('contributors submit their own stories only, and every other verb takes an editor, or an admin to restore', async () => {
  const own = await rest('POST', '/v1/editorial/articles', { as: 'contributor', body: { headline: 'Mine' } })
  const foreign = await draft()
  for (const say of Object.values(says)) {
    expect((await say('submit', foreign.id, {}, { as: 'contributor' })).code).toBe('forbidden')
    for (const verb of Object.keys(inputs).filter((each) => each !== 'submit') as VerbName[]) {
      const least = verb === 'restore' ? 'admin' : 'editor'
      for (const as of roles.slice(0, roles.indexOf(least)))
        expect((await say(verb, String(own.data.id), inputs[verb], { as })).code, `${verb} ${as}`).toBe('forbidden')
    }
  }
  expect((await says.graphql('submit', String(own.data.id), {}, { as: 'contributor' })).data).toMatchObject({
    status: 'IN_REVIEW',
  })
  const read = await graphql(
    'query ($id: ID!) { articleDraft(id: $id) { status review { note } } }',
    { id: own.data.id },
    { as: 'contributor' },
  )
  expect(read.data).toEqual({ status: 'IN_REVIEW', review: null })
})

it('a contributor whose story was rejected reads why, over both faces', async () => {
  const id = await (makers.IN_REVIEW as () => Promise<string>)()
  await says.rest('reject', id, { note: 'No names of minors' })
  const byRest = await rest('GET', `/v1/editorial/articles/${id}`, { as: 'contributor' })
  const byGraphql = await graphql(
    'query ($id: ID!) { articleDraft(id: $id) { review { verdict by at note } } }',
    { id },
    { as: 'contributor' },
  )
  expect(byRest.data.review).toEqual({
    verdict: 'REJECTED',
    by: 'key:editor',
    at: now().toISOString(),
    note: 'No names of minors',
  })
  expect(byGraphql.data.review).toEqual(byRest.data.review)
})

it('publishing names everything that is missing at once', async () => {
  const { id } = await draft({ headline: 'Empty', body: [] })
  await db.revision.updateMany({
    where: { articleId: id },
    data: { content: { ...(await contentOf(id)), headline: ' ' } },
  })
  for (const say of Object.values(says)) {
    const answer = await say('publish', id)
    expect(answer, answer.text).toMatchObject({ code: 'not_publishable', paths: ['headline', 'body'] })
  }
})

async function contentOf(id: string): Promise<Facts> {
  const { content } = await db.revision.findFirstOrThrow({ where: { articleId: id } })
  return content as Facts
}

/** Plans something for a story, as if by its verb. */
async function plan(articleId: string, action: 'PUBLISH' | 'WITHDRAW', revisionNumber: number | null, hours = 24) {
  const at = new Date(now().getTime() + hours * 3_600_000)
  const { id } = await db.schedule.create({
    data: { id: crypto.randomUUID(), articleId, action, revisionNumber, at, createdBy: 'test', changedAt: now() },
  })
  return id
}

const statusOf = async (id: string) => (await db.schedule.findUniqueOrThrow({ where: { id } })).status

it('publishing a revision ends plans to publish it or an older one, but not the way back from a planned withdrawal', async () => {
  const { id } = await draft()
  await revise(id, { kicker: 'Second' })
  await revise(id, { kicker: 'Third' })
  const [older, same, newer] = [
    await plan(id, 'PUBLISH', 1),
    await plan(id, 'PUBLISH', 2),
    await plan(id, 'PUBLISH', 3),
  ]
  const [down, back] = [await plan(id, 'WITHDRAW', null, 48), await plan(id, 'PUBLISH', 2, 72)]
  await says.rest('publish', id, { revision: 2 })
  expect(await Promise.all([older, same, newer, down, back].map(statusOf))).toEqual([
    ...['CANCELLED', 'CANCELLED', 'PENDING', 'PENDING', 'PENDING'],
  ])
})

it('withdrawing by hand calls off everything that is planned', async () => {
  const { id } = await live()
  const plans = [await plan(id, 'PUBLISH', 1), await plan(id, 'WITHDRAW', null)]
  const { data } = await says.graphql('withdraw', id)
  expect(data.status).toBe('WITHDRAWN')
  expect(await Promise.all(plans.map(statusOf))).toEqual(['CANCELLED', 'CANCELLED'])
})

it('a withdrawal that was planned calls nothing off: a story that is to come back is SCHEDULED until then', async () => {
  const { id } = await live()
  const back = await plan(id, 'PUBLISH', 1)
  await ctx().tx(async (tx) => withdrawLive(ctx(), tx, await lockedDraft(ctx(), tx, id)))
  expect(await statusOf(back)).toBe('PENDING')
  const { data } = await rest('GET', `/v1/editorial/articles/${id}`, { as: 'editor' })
  expect(data).toMatchObject({ status: 'SCHEDULED', liveVersion: null })
  expect((await rest('GET', `/v1/articles/${id}`)).status).toBe(410)
})

it('of many editors who move one story at once, each step is refused or counted, and the journal agrees with the row', async () => {
  const { id } = await live()
  const verbs: VerbName[] = ['publish', 'withdraw', 'correct', 'submit', 'approve', 'reject', 'withdraw', 'publish']
  const answers = await Promise.all(
    verbs.flatMap((verb) => Object.values(says).map((say) => say(verb, id, inputs[verb]))),
  )
  expect(answers.filter(({ code }) => code !== null && code !== 'conflict')).toEqual([])
  const entries = await db.journalEntry.findMany({
    where: { subjectId: id, sequence: { gt: 2 } },
    orderBy: { number: 'asc' },
  })
  expect(entries).toHaveLength(answers.filter(({ code }) => code === null).length)
  const row = await db.article.findUniqueOrThrow({ where: { id }, include: { live: true } })
  expect(row.status === 'LIVE').toBe(row.live !== null)
  expect(row.liveNumber).toBe(row.live?.version ?? null)
})
