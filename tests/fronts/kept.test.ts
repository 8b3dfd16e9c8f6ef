import { afterAll, describe, expect, it } from 'vitest'
import { articleByKey } from '../../src/articles/delivery.ts'
import { tagsOfArticles } from '../../src/articles/loaders.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import type { Sources } from '../../src/core/sources.ts'
import { frontByKey, listFronts } from '../../src/fronts/delivery.ts'
import { storylineNodesOfTags, storylinesOfArticles } from '../../src/storylines/delivery.ts'
import { timelineByKey } from '../../src/storylines/timeline.ts'
import { publicTagByKey } from '../../src/tags/delivery.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

const news = await testNewsroom()
const { make, rest, db, setClock } = news
const stories = storyMakers(news)
afterAll(news.close)

const as = 'editor'
const path = '/v1/editorial/fronts'

type Ask = (ctx: Ctx) => Promise<unknown>

/** What comes of a question, and what its answer depends on. */
async function asked(ask: Ask): Promise<{ answer: string; sources: Sources }> {
  const sources: Sources = { keys: new Set(), freshSeconds: null, isShared: true }
  const answer = await ask({ ...news.ctx(), sources }).catch((error: Error) => error.message)
  return { answer: JSON.stringify(answer), sources }
}

/** A change that makes the answer another names something that the answer depended on. */
async function expectDropped(ask: Ask, change: () => Promise<unknown>): Promise<void> {
  const before = await asked(ask)
  const last = await db.journalEntry.findFirst({ orderBy: { number: 'desc' }, select: { number: true } })
  setClock(1)
  await change()
  const entries = await db.journalEntry.findMany({
    where: { number: { gt: last?.number ?? 0n } },
    select: { keys: true },
  })
  const named = entries.flatMap(({ keys }) => keys)
  const after = await asked(ask)
  expect(after.answer, 'the change is seen').not.toBe(before.answer)
  expect(
    named.filter((key) => before.sources.keys.has(key)),
    `${named} of ${[...before.sources.keys]}`,
  ).not.toEqual([])
}

const front = async (input: Facts = {}) => {
  const { data, text, status } = await rest<{ id: string; slug: string }>('POST', path, {
    as,
    body: { name: 'Front', ...input },
  })
  if (status !== 201) throw new Error(text)
  return data
}
const publish = (id: string) => rest('POST', `${path}/${id}/publish`, { as, body: {} })
const liveFront = async (input: Facts = {}) => {
  const made = await front(input)
  await publish(made.id)
  return made
}

describe('a kept front is dropped', () => {
  it('that was not there, when it is published', async () => {
    const { id, slug } = await front()
    await expectDropped(
      (ctx) => frontByKey(ctx, slug),
      () => publish(id),
    )
    await expectDropped(
      (ctx) => listFronts(ctx, {}),
      async () => publish((await front()).id),
    )
  })

  it('when it is published again, undone, named anew, deleted', async () => {
    const { id, slug } = await liveFront()
    const ask: Ask = (ctx) => frontByKey(ctx, slug)
    await rest('PATCH', `${path}/${id}`, { as, body: { name: 'Other' } })
    await expectDropped(ask, () => publish(id))
    await expectDropped(ask, () => rest('POST', `${path}/${id}/undo`, { as, body: {} }))
    await expectDropped(
      (ctx) => listFronts(ctx, {}),
      () => rest('PATCH', `${path}/${id}`, { as, body: { slug: 'other' } }),
    )
    await expectDropped(
      (ctx) => frontByKey(ctx, id),
      () => rest('DELETE', `${path}/${id}`, { as }),
    )
  })

  it('when one of its stories goes live, changes, goes', async () => {
    const draft = await stories.draft()
    const { slug } = await liveFront({ slots: [{ articleId: draft.id }] })
    const ask: Ask = (ctx) => frontByKey(ctx, slug)
    await expectDropped(ask, () => stories.publish(draft.id))
    await stories.revise(draft.id, { headline: 'Another headline' })
    await expectDropped(ask, () => stories.publish(draft.id))
    await expectDropped(ask, () => stories.withdraw(draft.id))
  })

  it('when a story comes or goes that fills it, also into an empty one', async () => {
    const [tag, section] = [await make.tag(), await make.tag({ type: 'SECTION' })]
    for (const [backfill, more] of [
      [{}, {}],
      [{ tags: [{ any: [tag.id] }] }, { tagIds: [tag.id] }],
      [{ sections: [{ any: [section.id] }], tags: [{ none: [tag.id] }] }, { sectionId: section.id }],
    ]) {
      const { slug } = await liveFront({ size: 3, backfill })
      const ask: Ask = (ctx) => frontByKey(ctx, slug)
      let id = ''
      await expectDropped(ask, async () => {
        id = (await stories.live(more)).id
      })
      await expectDropped(ask, () => stories.withdraw(id))
    }
  })

  it('when its picture, or that which stands for it, changes', async () => {
    const [from, into, { id }] = [await make.media(), await make.media(), await stories.live()]
    const { slug } = await liveFront({ slots: [{ articleId: id, image: { mediaId: from.id } }] })
    const ask: Ask = (ctx) => frontByKey(ctx, slug)
    const words = (mediaId: string, alt: string) =>
      rest('PATCH', `/v1/editorial/media/${mediaId}`, { as, body: { alt } })
    await expectDropped(ask, () => words(from.id, 'Other words'))
    await expectDropped(ask, () =>
      rest('POST', `/v1/editorial/media/${from.id}/merge`, { as, body: { intoId: into.id } }),
    )
    await expectDropped(ask, () => words(into.id, 'Last words'))
  })

  it('when two tags of its query are merged', async () => {
    const [from, into] = [await make.tag(), await make.tag()]
    await stories.live({ tagIds: [from.id] })
    await stories.live({ tagIds: [into.id] })
    const { slug } = await liveFront({ size: 5, backfill: { tags: [{ any: [into.id] }] } })
    const merge = () => rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as, body: { intoId: into.id } })
    await expectDropped((ctx) => frontByKey(ctx, slug), merge)
  })

  it('and is old when the time of a place has passed', async () => {
    const until = new Date(news.now().getTime() + 90_000).toISOString()
    const { slug } = await liveFront({ slots: [{ articleId: (await stories.live()).id, until }] })
    expect((await asked((ctx) => frontByKey(ctx, slug))).sources.freshSeconds).toBe(90)
    setClock(2)
    expect((await asked((ctx) => frontByKey(ctx, slug))).sources.freshSeconds).toBeNull()
  })
})

describe('what is kept of a running story is dropped', () => {
  it('when a part comes or goes, when editors say more of it, when it is merged', async () => {
    const [line, other] = [await make.tag({ type: 'STORYLINE' }), await make.tag({ type: 'STORYLINE' })]
    const first = await stories.live({ tagIds: [line.id] })
    const asks: Ask[] = [(ctx) => publicTagByKey(ctx, line.slug), (ctx) => timelineByKey(ctx, line.slug, {})]
    for (const ask of [...asks, (ctx: Ctx) => articleByKey(ctx, first.id)]) {
      let id = ''
      await expectDropped(ask, async () => {
        id = (await stories.live({ tagIds: [line.id] })).id
      })
      await expectDropped(ask, () => stories.withdraw(id))
    }
    const say = (storyline: Facts) => rest('PATCH', `/v1/editorial/tags/${line.id}`, { as, body: { storyline } })
    await expectDropped(
      (ctx) => publicTagByKey(ctx, line.slug),
      () => say({ status: 'DORMANT' }),
    )
    const merge = () => rest('POST', `/v1/editorial/tags/${line.id}/merge`, { as, body: { intoId: other.id } })
    await expectDropped((ctx) => articleByKey(ctx, first.id), merge)
  })

  it('of a story, when one of its tags becomes the name of one', async () => {
    const tag = await make.tag()
    const { id } = await stories.live({ tagIds: [tag.id] })
    const asks: Ask[] = [
      (ctx) => articleByKey(ctx, id),
      async (ctx) => [...(await storylinesOfArticles(ctx, [id]))],
      async (ctx) => [
        ...(await storylineNodesOfTags(ctx, (await tagsOfArticles(ctx, [id])).get(id)?.map((each) => each.id) ?? [])),
      ],
    ]
    const become = (type: string) => () => rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as, body: { type } })
    for (const ask of asks) {
      await expectDropped(ask, become('STORYLINE'))
      await expectDropped(ask, become('TOPIC'))
    }
  })

  it('when its lead goes or comes back', async () => {
    const line = await make.tag({ type: 'STORYLINE' })
    const lead = await stories.live({ tagIds: [line.id] })
    setClock(1)
    await stories.live({ tagIds: [line.id] })
    await rest('PATCH', `/v1/editorial/tags/${line.id}`, { as, body: { storyline: { leadArticleId: lead.id } } })
    const ask: Ask = (ctx) => publicTagByKey(ctx, line.slug)
    await expectDropped(ask, () => stories.withdraw(lead.id))
    await expectDropped(ask, () => stories.publish(lead.id))
  })
})

it('a kept story is dropped when another takes its place, changes, or lets go of it, and when what it replaced comes or goes', async () => {
  const old = await stories.live()
  const ask: Ask = (ctx) => articleByKey(ctx, old.id)
  const update = await stories.draft({ replacesId: old.id })
  await expectDropped(ask, () => stories.publish(update.id))
  await stories.revise(update.id, { headline: 'Another headline' })
  await expectDropped(ask, () => stories.publish(update.id))
  await expectDropped(
    (ctx) => articleByKey(ctx, update.id),
    () => stories.withdraw(old.id),
  )
  await expectDropped(
    (ctx) => articleByKey(ctx, update.id),
    () => stories.publish(old.id),
  )
  await stories.revise(update.id, { replacesId: null })
  await expectDropped(ask, () => stories.publish(update.id))
})
