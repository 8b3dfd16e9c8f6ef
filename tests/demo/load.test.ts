import { afterAll, expect, it } from 'vitest'
import { withdrawArticle } from '../../src/articles/publish.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { demoStories } from '../../src/demo/content/newsroom.ts'
import { loadDemo } from '../../src/demo/load.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { app, db, ctx, close } = news
afterAll(close)

const wanted = (state: string) => demoStories.filter((story) => story.state === state).length
const complete = {
  ...{ DRAFT: wanted('draft'), IN_REVIEW: wanted('review'), SCHEDULED: wanted('scheduled') },
  ...{ LIVE: wanted('live'), WITHDRAWN: wanted('withdrawn'), KILLED: wanted('killed') },
}

async function statuses() {
  const groups = await db.article.groupBy({ by: ['status'], _count: true })
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]))
}

/** Loads on a database that takes this many transactions, and is gone; those under way come to their end first. */
async function loadCutOff(transactions: number): Promise<unknown> {
  const underWay: Promise<unknown>[] = []
  const $transaction = (...args: Parameters<PrismaClient['$transaction']>) => {
    if (underWay.length >= transactions) return Promise.reject(new Error('gone'))
    const work = db.$transaction(...args)
    underWay.push(work)
    return work
  }
  const cut = new Proxy(db, {
    get: (known, name) => (name === '$transaction' ? $transaction : Reflect.get(known, name)),
  })
  const end = await loadDemo(cut, app.site).catch((error: Error) => error.message)
  await Promise.allSettled(underWay)
  return end
}

it('a run that is cut off at any place is completed by the next', async () => {
  for (const transactions of [20, 60, 60, 60]) expect(await loadCutOff(transactions)).toBe('gone')
  await loadDemo(db, app.site)
  expect(await statuses()).toEqual(complete)
})

it('has a full home front with its own words, a second one, and storylines with lead and status', async () => {
  const { graphql } = news
  const front = `fragment Shown on Front { name slots { headline isSticky isBackfill article { slug headline locale section { slug } } } }`
  type Shown = {
    name: string
    slots: { headline: string; isSticky: boolean; isBackfill: boolean; article: Record<string, unknown> }[]
  }
  const { data: home } = await graphql<Shown>(`{ front(slug: "home") { ...Shown } } ${front}`)
  expect(home.slots).toHaveLength(12)
  expect(home.slots[0]).toMatchObject({
    isSticky: true,
    article: { slug: 'former-reservoir-chief-detained-over-aqtas-dam' },
  })
  expect(home.slots[0]?.headline).not.toBe(home.slots[0]?.article.headline)
  expect(home.slots[4]?.article.slug).toBe('adria-trophy-final-barkovlje-champions')
  expect(home.slots.filter(({ isBackfill }) => isBackfill)).toHaveLength(8)
  expect(new Set(home.slots.map(({ article }) => article.locale))).toEqual(new Set(['en']))
  const { data: world } = await graphql<Shown>(`{ front(slug: "world-page") { ...Shown } } ${front}`)
  expect(world.slots).toHaveLength(8)
  expect(new Set(world.slots.slice(1).map(({ article }) => (article.section as { slug: string }).slug))).toEqual(
    new Set(['world']),
  )
  const { data: line } = await graphql('{ tag(slug: "aqtas-dam") { storyline { status lead { slug } } } }')
  expect(line).toEqual({
    storyline: { status: 'DEVELOPING', lead: { slug: 'former-reservoir-chief-detained-over-aqtas-dam' } },
  })
  const { data: vote } = await graphql('{ article(slug: "trieste-votes-for-open-harbour") { replacedBy { slug } } }')
  expect(vote).toEqual({ replacedBy: { slug: 'trieste-harbour-recount-confirms-result' } })
})

it('the next run makes nothing, and what somebody has changed stays changed', async () => {
  const live = await db.article.findFirstOrThrow({ where: { status: 'LIVE' } })
  await withdrawArticle(ctx(), live.id, {})
  const events = await db.journalEntry.count()
  expect(await loadDemo(db, app.site)).toMatchObject({ stories: demoStories.length, made: 0 })
  expect(await db.journalEntry.count()).toBe(events)
  expect(await statuses()).toEqual({ ...complete, LIVE: complete.LIVE - 1, WITHDRAWN: complete.WITHDRAWN + 1 })
})
