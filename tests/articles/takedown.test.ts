import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, db, make } = news
const { live, revise, draft } = storyMakers(news)
afterAll(news.close)

const as = 'editor' as const
const at = (id: string, verb: string) => `/v1/editorial/articles/${id}/${verb}`
const lastFacts = async (subjectId: string) =>
  (await db.journalEntry.findFirstOrThrow({ where: { subjectId }, orderBy: { sequence: 'desc' } })).data

it('what takes a story away tells of the tags that readers had, not of those of the draft', async () => {
  const [shown, unseen] = [await make.tag(), await make.tag()]
  for (const verb of ['withdraw', 'kill']) {
    const { id } = await live({ tagIds: [shown.id] })
    await revise(id, { tagIds: [unseen.id] })
    await rest('POST', at(id, verb), { as, body: { reason: 'Law.' } })
    expect(await lastFacts(id)).toMatchObject({ tagIds: [shown.id] })
  }
})

it('a slug that is planned to come out is not let go when the draft gets another', async () => {
  const { id } = await draft({ slug: 'budget' })
  const plan = { action: 'PUBLISH', at: '2026-01-09T06:00:00Z' }
  expect((await rest('POST', at(id, 'schedule'), { as, body: plan })).status).toBe(201)
  await revise(id, { slug: 'budget-2026' })
  const other = await rest('POST', '/v1/editorial/articles', { as, body: { headline: 'Other', slug: 'budget' } })
  expect(other.code).toBe('slug_taken')
})

it('a plan for a revision whose slug is gone is refused at once', async () => {
  const { id } = await draft({ slug: 'harvest' })
  await revise(id, { slug: 'harvest-2026' })
  await draft({ slug: 'harvest' })
  const plan = { action: 'PUBLISH', at: '2026-01-09T06:00:00Z', revision: 1 }
  expect((await rest('POST', at(id, 'schedule'), { as, body: plan })).code).toBe('slug_taken')
})
