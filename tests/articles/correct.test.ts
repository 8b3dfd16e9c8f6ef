import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { facesOf, paragraph, storyMakers } from './stories.ts'
import { type Say, verbsOf } from './verbs.ts'

const news = await testNewsroom()
const { db, events, now, setClock } = news
const faces = facesOf(news)
const says = verbsOf(news)
const { draft, live, revise } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(says) as [string, Say][]
const correction = { type: 'CORRECTION', text: 'It was Monday, not Tuesday.' }

/** What readers of both faces are shown, when it is the same. */
async function shown(id: string): Promise<Facts> {
  const [rest, graphql] = await Promise.all([faces.rest.article({ id }), faces.graphql.article({ id })])
  expect(graphql).toEqual(rest)
  return rest as Facts
}

describe.each(each)('over %s', (_name, say) => {
  it('a correction with a patch changes the words, tells readers and moves updatedAt, in one event', async () => {
    const { id } = await live({ standfirst: 'It was Tuesday.', kicker: 'Weather' })
    const before = await shown(id)
    await events()
    setClock(10)
    const { data, text } = await say('correct', id, {
      ...correction,
      patch: { standfirst: 'It was Monday.' },
      note: 'A reader wrote',
    })
    expect(data, text).toMatchObject({
      status: 'LIVE',
      version: 2,
      liveVersion: 2,
      content: { standfirst: 'It was Monday.' },
    })
    expect(await events()).toEqual({ 'article.corrected': 1 })
    const at = now().toISOString()
    const after = await shown(id)
    const jsonLd = {
      ...(before.jsonLd as Facts),
      description: 'It was Monday.',
      dateModified: at,
      correction: [{ '@type': 'CorrectionComment', text: correction.text, datePublished: at }],
    }
    expect(after).toEqual({
      ...before,
      ...{
        standfirst: 'It was Monday.',
        corrections: [{ ...correction, at }],
        updatedAt: at,
        modifiedAt: at,
        version: 2,
      },
      jsonLd,
    })
    const [entry] = await db.journalEntry.findMany({ where: { subjectId: id, type: 'article.corrected' } })
    expect(entry).toMatchObject({
      version: 2,
      isPublic: true,
      note: 'A reader wrote',
      data: { correctionType: 'CORRECTION' },
    })
    expect((await db.revision.findFirst({ where: { articleId: id, number: 2 } }))?.note).toBe('A reader wrote')
    expect(JSON.stringify(entry?.data)).not.toContain('Monday')
  })

  it('a correction by words alone changes no word of the story, and works beside unpublished changes', async () => {
    const { id } = await live()
    const before = await shown(id)
    await revise(id, { headline: 'Canary in work' })
    setClock(5)
    const { data } = await say('correct', id, { type: 'CLARIFICATION', text: 'All times are local.' })
    expect(data).toMatchObject({ version: 2, liveVersion: 1, content: { headline: 'Canary in work' } })
    const after = await shown(id)
    expect(after).toMatchObject({ headline: before.headline, version: 1, updatedAt: now().toISOString() })
    expect(after.corrections).toMatchObject([{ type: 'CLARIFICATION' }])
  })

  it('a patch never takes unseen changes along: refused with the way out, which works', async () => {
    const { id } = await live({ headline: 'As published' })
    await revise(id, { headline: 'Canary in work' })
    await events()
    const refused = await say('correct', id, { ...correction, patch: { standfirst: 'It was Monday.' } })
    expect(refused, refused.text).toMatchObject({ code: 'conflict' })
    expect(refused.text).toContain("'revision'")
    expect(await events()).toEqual({})
    expect(await db.correction.count({ where: { articleId: id } })).toBe(0)
    await revise(id, { headline: 'As published' })
    expect((await say('correct', id, { ...correction, patch: { standfirst: 'It was Monday.' } })).code).toBeNull()
    expect(await shown(id)).toMatchObject({ headline: 'As published', standfirst: 'It was Monday.', version: 4 })
  })

  it('a revision that was prepared can be shown as the correction, but not beside a patch', async () => {
    const { id } = await live({ headline: 'Wrong' })
    await revise(id, { headline: 'Right' })
    const both = await say('correct', id, { ...correction, revision: 2, patch: { kicker: 'No' } })
    expect(both, both.text).toMatchObject({ code: 'invalid_input', paths: ['revision'] })
    expect((await say('correct', id, { ...correction, revision: 9 })).code).toBe('not_found')
    expect((await say('correct', id, { ...correction, revision: 2 })).data).toMatchObject({
      version: 2,
      liveVersion: 2,
    })
    expect(await shown(id)).toMatchObject({ headline: 'Right', corrections: [correction] })
  })

  it('corrections stay, newest first, through publishing, withdrawing and coming back', async () => {
    const { id } = await live()
    await say('correct', id, correction)
    setClock(1)
    await say('correct', id, { type: 'RETRACTION', text: 'We no longer stand by this story.' })
    const { corrections, updatedAt } = await shown(id)
    expect((corrections as Facts[]).map(({ type }) => type)).toEqual(['RETRACTION', 'CORRECTION'])
    await revise(id, { kicker: 'Later' })
    await say('publish', id)
    await say('withdraw', id)
    setClock(1)
    await say('publish', id)
    expect(await shown(id)).toMatchObject({ corrections, updatedAt })
  })

  it('a faulty patch is refused whole, with the place of each fault', async () => {
    const { id } = await live()
    await events()
    const answer = await say('correct', id, { type: 'CORRECTION', text: ' ', patch: { headline: '' } })
    expect(answer, answer.text).toMatchObject({ code: 'invalid_input', paths: ['text', 'patch.headline'] })
    const lost = await say('correct', id, {
      ...correction,
      patch: { tagIds: ['0192a1b0-0000-7000-8000-00000000ffff'] },
    })
    expect(lost.code).toBe('missing_reference')
    expect((await say('correct', id, { ...correction, patch: { body: [] } })).code).toBe('not_publishable')
    expect(await events()).toEqual({})
    expect(await db.revision.count({ where: { articleId: id } })).toBe(1)
    expect((await shown(id)).corrections).toEqual([])
  })

  it('a live story is not edited silently: other words move updatedAt unless it is said that they do not matter', async () => {
    const { id } = await live({ headline: 'First', kicker: 'Kicker' })
    const first = (await shown(id)).updatedAt
    const publishLater = async (patch: Facts, input: Facts = {}) => {
      setClock(10)
      await revise(id, patch)
      await say('publish', id, input)
      return (await shown(id)).updatedAt
    }
    expect(await publishLater({ kicker: 'Another' })).toBe(first)
    expect(await publishLater({ headline: 'Frist typo' }, { significant: false })).toBe(first)
    for (const patch of [{ headline: 'Second' }, { standfirst: 'New.' }, { body: [paragraph('Other words.')] }])
      expect(await publishLater(patch)).toBe(now().toISOString())
    const last = now().toISOString()
    setClock(10)
    await say('publish', id)
    expect((await shown(id)).updatedAt).toBe(last)
    expect(await publishLater({ kicker: 'Third' }, { significant: true })).toBe(now().toISOString())
  })
})

it('a word that is no type of correction is refused by both faces', async () => {
  const { id } = await live()
  for (const say of Object.values(says))
    expect((await say('correct', id, { type: 'APOLOGY', text: 'Sorry.' })).code).toBe('invalid_input')
})

it('a story that is not live cannot be corrected', async () => {
  const { id } = await draft()
  for (const say of Object.values(says)) expect((await say('correct', id, correction)).code).toBe('conflict')
})

it('of many corrections at once each is kept, each with its own revision', async () => {
  const { id } = await live()
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, k) =>
      says[k % 2 ? 'rest' : 'graphql']('correct', id, {
        ...correction,
        text: `Number ${k}.`,
        patch: { kicker: `K${k}` },
      }),
    ),
  )
  expect(answers.map(({ code }) => code)).toEqual(Array(12).fill(null))
  expect(new Set(answers.map(({ data }) => data.version)).size).toBe(12)
  expect((await shown(id)).corrections).toHaveLength(12)
})
