import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Transaction } from '../../src/core/ctx.ts'
import { holdLock } from '../../src/core/writes.ts'
import { listsLock } from '../../src/related/giving.ts'
import { dropExcluded, suggestRelated } from '../../src/related/jobs.ts'
import { rebuildRelated } from '../../src/related/rebuild.ts'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

let news: Newsroom
let make: ReturnType<typeof storyMakers>
beforeAll(async () => {
  news = await testNewsroom()
  make = storyMakers(news)
})
afterAll(() => news.close())

const as = 'editor' as const
const path = (id: string, rest: string) => `/v1/editorial/articles/${id}/${rest}`
const work = async () => {
  while (await suggestRelated.run(news.ctx(), new AbortController().signal));
}
const told = (headline: string, end: string) => ({
  headline,
  body: [paragraph(`Beekeeper Aruzhan Seitova lost forty hives near Shymkent to the spring frost. ${end}`)],
})
/** Until so many wait for a name that is held. */
const waitFor = async (tx: Transaction, waiting: number) => {
  for (let tried = 0; tried < 150; tried++) {
    const [row] = await tx.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_locks
      WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    if ((row?.waiting ?? 0) >= waiting) return
    await wait(20)
  }
}
const ids = (list: { article: Facts | null }[]) => list.map(({ article }) => article?.id)
const related = async (id: string) =>
  ids((await news.rest<{ data: { article: Facts }[] }>('GET', `/v1/articles/${id}/related`)).data.data)

/** Each question and verb, over either face. */
const faces = {
  REST: {
    suggestions: async (id: string) =>
      (
        await news.rest<{ data: { article: Facts; score: number; reasons: string[] }[] }>(
          'GET',
          path(id, 'suggestions'),
          { as },
        )
      ).data.data,
    accept: (id: string, articleIds: string[]) =>
      news.rest<Facts>('POST', path(id, 'accept-suggestions'), { as, body: { articleIds } }),
    exclude: (id: string, body: Facts) => news.rest<Facts>('POST', path(id, 'exclude-suggestion'), { as, body }),
    include: (id: string, body: Facts) => news.rest<Facts>('POST', path(id, 'include-suggestion'), { as, body }),
    exclusions: async (id: string) => (await news.rest<Facts>('GET', path(id, 'suggestion-exclusions'), { as })).data,
  },
  GraphQL: {
    suggestions: async (id: string) =>
      (
        await news.graphql<{ article: Facts; score: number; reasons: string[] }[]>(
          'query ($id: ID!) { articleSuggestions(id: $id) { score reasons article { id } } }',
          { id },
          { as },
        )
      ).data,
    accept: (id: string, articleIds: string[]) =>
      news.graphql<Facts>(
        'mutation ($id: ID!, $articleIds: [ID!]!) { acceptSuggestions(id: $id, articleIds: $articleIds) { version content { related { articleId } } } }',
        { id, articleIds },
        { as },
      ),
    exclude: (id: string, input: Facts) => news.graphql<Facts>(mutation('excludeSuggestion'), { id, ...input }, { as }),
    include: (id: string, input: Facts) => news.graphql<Facts>(mutation('includeSuggestion'), { id, ...input }, { as }),
    exclusions: async (id: string) =>
      (
        await news.graphql<Facts>(
          'query ($id: ID!) { suggestionExclusions(id: $id) { isExcluded besideIds } }',
          { id },
          { as },
        )
      ).data,
  },
}
const mutation = (name: string) =>
  `mutation ($id: ID!, $besideId: ID, $note: String) { ${name}(id: $id, besideId: $besideId, note: $note) { isExcluded besideIds } }`

describe.each(Object.entries(faces))('over %s', (name, face) => {
  it('a draft has suggestions before it is live, and takes them into its picks', async () => {
    const live = await make.live(told(`Hives of ${name}`, 'The state pays half.'))
    await work()
    const draft = await make.draft(told('Frost', 'Apricots bloomed early.'))
    const suggestions = await face.suggestions(draft.id)
    expect(ids(suggestions)).toContain(live.id)
    expect(suggestions[0]).toMatchObject({ score: expect.any(Number), reasons: expect.any(Array) })
    const { status, data } = await face.accept(draft.id, [live.id])
    expect(status).toBe(200)
    expect(data).toMatchObject({ version: 2, content: { related: [{ articleId: live.id }] } })
    expect(ids(await face.suggestions(draft.id))).not.toContain(live.id)
    expect((await face.accept(draft.id, [live.id])).text).toContain('picked by hand already')
    const nowhere = '0192a1b0-0000-7000-8000-000000000009'
    const refused = (await face.accept(draft.id, [live.id, nowhere])).text
    expect(refused).toContain(`articleIds[1] ${nowhere} is not the id of an article`)
    expect((await face.accept(draft.id, [draft.id])).text).toContain('articleIds[0]: is the story itself; name another')
  })

  it('a pair, or a story, is kept from the lists at once, and comes back', async () => {
    const [one, two] = [
      await make.live(told(`Bees of ${name}`, 'A fund was set up on Monday by neighbours.')),
      await make.live(told(`Honey of ${name}`, 'Prices doubled in the bazaar, and queens come from Almaty.')),
    ]
    await work()
    expect(await related(one.id)).toContain(two.id)
    await news.events()
    expect((await face.exclude(one.id, { besideId: two.id, note: 'Another field' })).data).toEqual({
      isExcluded: false,
      besideIds: [two.id],
    })
    expect(await news.events()).toEqual({ 'related.excluded': 1 })
    expect(await related(one.id)).not.toContain(two.id)
    expect(await related(two.id)).not.toContain(one.id)
    await work()
    expect(await related(one.id)).not.toContain(two.id)
    expect(await face.exclusions(two.id)).toEqual({ isExcluded: false, besideIds: [one.id] })
    await face.include(two.id, { besideId: one.id })
    await work()
    expect(await related(one.id)).toContain(two.id)
    await face.exclude(two.id, {})
    expect(await related(one.id)).not.toContain(two.id)
    await work()
    expect(await related(one.id)).not.toContain(two.id)
    expect(await related(two.id)).toContain(one.id)
    await face.include(two.id, {})
    await work()
    expect(await related(one.id)).toContain(two.id)
    expect((await face.exclude(one.id, { besideId: one.id })).text).toContain('is the story itself')
  })
})

it('a rebuild that was stopped is gone on with, and counts right', async () => {
  const before = await news.db.relatedStory.count({ where: { kind: 'SUGGESTED' } })
  const stop = new Error('killed')
  let steps = 0
  const killed = rebuildRelated(
    news.ctx(),
    true,
    ({ done }) => {
      if (done > 0) throw stop
      steps++
    },
    () => undefined,
  )
  await expect(killed).rejects.toBe(stop)
  expect(steps).toBe(1)
  expect(await news.db.relatedDue.count()).toBeGreaterThan(0)
  const { isContinued, failed } = await rebuildRelated(
    news.ctx(),
    false,
    () => undefined,
    () => undefined,
  )
  expect([isContinued, failed]).toEqual([true, 0])
  expect(await news.db.relatedDue.count()).toBe(0)
  expect(await news.db.relatedStory.count({ where: { kind: 'SUGGESTED' } })).toBeGreaterThanOrEqual(before)
  const [{ stories } = { stories: 0 }] = await news.db.$queryRaw<{ stories: number }[]>`
    SELECT stories FROM related_term WHERE language = 'en' AND term = 0`
  expect(stories).toBe(await news.db.publishedArticle.count())
})

it('a story with a tag that the newsroom excluded is on no list, nor put on those of older ones', async () => {
  const tag = await news.make.tag()
  const older = await make.live(told('Frost in the hives', 'A fund was set up on Tuesday.'))
  const site = { ...news.ctx().site, relatedExcludedTags: [tag.slug] }
  while (await suggestRelated.run({ ...news.ctx(), site }, new AbortController().signal));
  const sponsored = await make.live({ ...told('Frost and a hive to buy', 'Order one today.'), tagIds: [tag.id] })
  const plain = await make.live(told('Frost again, and the hives', 'The fund paid on Friday.'))
  while (await suggestRelated.run({ ...news.ctx(), site }, new AbortController().signal));
  expect(await related(older.id)).toContain(plain.id)
  expect(await related(older.id)).not.toContain(sponsored.id)
  expect(await related(plain.id)).not.toContain(sponsored.id)
})

it('what an excluded tag comes to later leaves all lists: on the story, or by a new setting', async () => {
  const tag = await news.make.tag()
  const site = { ...news.ctx().site, relatedExcludedTags: [tag.slug] }
  const workThere = async () => {
    while (await suggestRelated.run({ ...news.ctx(), site }, new AbortController().signal));
  }
  const one = await make.live(told('Orchards in June', 'Thinning began near the river.'))
  const two = await make.live(told('Orchards in July', 'Boxes were ordered from Shymkent.'))
  await work()
  expect(await related(one.id)).toContain(two.id)
  await make.revise(two.id, { tagIds: [tag.id] })
  await make.publish(two.id)
  await workThere()
  expect(await related(one.id)).not.toContain(two.id)
  await news.rest('POST', `/v1/editorial/articles/${two.id}/publish`, { as: 'editor' })
  await work()
  expect(await related(one.id)).toContain(two.id)
  await dropExcluded.run({ ...news.ctx(), site }, new AbortController().signal)
  expect(await related(one.id)).not.toContain(two.id)
})

it('a tag is excluded by a slug that it had before, or that a tag had which was merged into it', async () => {
  const [gone, tag] = [await news.make.tag(), await news.make.tag()]
  const one = await make.live(told('Reeds by the lake', 'Rangers counted nests in Ulken.'))
  const two = await make.live({ ...told('Reeds cut at the lake', 'Rafts were tied in Ulken.'), tagIds: [tag.id] })
  await news.rest('POST', `/v1/editorial/tags/${gone.id}/merge`, { as: 'admin', body: { intoId: tag.id } })
  const site = { ...news.ctx().site, relatedExcludedTags: [gone.slug] }
  await work()
  expect(await related(one.id)).toContain(two.id)
  await dropExcluded.run({ ...news.ctx(), site }, new AbortController().signal)
  expect(await related(one.id)).not.toContain(two.id)
  await news.db
    .$executeRaw`INSERT INTO related_due ("articleId", priority, stage) VALUES (${one.id}::uuid, 0, 0), (${two.id}::uuid, 0, 0)
      ON CONFLICT ("articleId") DO UPDATE SET stage = 0`
  while (await suggestRelated.run({ ...news.ctx(), site }, new AbortController().signal));
  expect(await related(one.id)).not.toContain(two.id)
})

it.each([
  ['behind them', 0],
  ['before them', 1],
])('an exclusion while lists are being written holds, %s, and an inclusion is not forgotten', async (order, first) => {
  const one = await make.live(told(`Walnuts ${order}`, 'Shells crack at night.'))
  const two = await make.live(told(`Walnuts in winter ${order}`, 'Sledges carry them to the station.'))
  const signal = new AbortController().signal
  while ((await news.db.relatedDue.count({ where: { stage: 2 } })) === 0) await suggestRelated.run(news.ctx(), signal)
  // Both wait for the lists, which are held by someone else: what the worker writes is found already.
  const both = [work, () => faces.REST.exclude(one.id, { besideId: two.id })]
  const begun: Promise<unknown>[] = []
  await news.ctx().tx(async (tx) => {
    await holdLock(tx, listsLock)
    for (const place of [first, 1 - first]) {
      begun.push(both[place]?.() ?? Promise.reject())
      await waitFor(tx, begun.length)
    }
  })
  await Promise.all(begun)
  await work()
  expect(await related(one.id)).not.toContain(two.id)
  expect(await related(two.id)).not.toContain(one.id)
  await faces.REST.include(one.id, { besideId: two.id })
  await work()
  expect(await related(one.id)).toContain(two.id)
})
