import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Clause, isMatch, readArticleFilter, sortOf } from '../../src/articles/filter.ts'
import { matching, resolveFilter } from '../../src/articles/filters.ts'
import {
  type ArticleSort,
  type DateField,
  dateFields,
  sortWords,
  type TermNoun,
  termNouns,
} from '../../src/articles/query.ts'
import { uuidPattern } from '../../src/core/page.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Answer } from '../helpers/ask.ts'
import { type ArchivedStory, archivedId, loadArchive } from './archive.ts'

// Lists against a list in memory: every filter, every sort, both faces, lists of tags and authors too.

const news = await testNewsroom()
const { rest, graphql, make, ctx, db } = news
afterAll(news.close)

/** What keys stand for, by noun: several keys may stand for one thing, and one for nothing. */
const idOf: Record<TermNoun, Map<string, string>> = {
  tag: new Map(),
  section: new Map(),
  author: new Map(),
  locale: new Map(),
}
const stories: ArchivedStory[] = []

const instants = Array.from({ length: 6 }, (_, n) => `2025-0${n + 1}-01T00:00:00.000Z`)

beforeAll(async () => {
  for (let n = 0; n < 6; n++) {
    const [tag, section, author] = [
      await make.tag({ isPublic: true }),
      await make.tag({ type: 'SECTION', isPublic: true }),
      await make.author({ isPublic: true }),
    ]
    for (const [noun, { slug, id }] of [
      ['tag', tag],
      ['section', section],
      ['author', author],
    ] as const)
      idOf[noun].set(slug, id).set(id.toUpperCase(), id)
    idOf.locale.set(`l${n}`, `l${n}`)
  }
  const former = await make.tag()
  const [into] = [...idOf.tag.values()]
  await rest('POST', `/v1/editorial/tags/${former.id}/merge`, { as: 'admin', body: { intoId: into } })
  for (const key of [former.slug, former.id]) idOf.tag.set(key, into ?? '')
  for (let n = 0; n < 150; n++) stories.push(storyAt(n))
  await loadArchive(db, stories)
}, 60_000)

/** Ids that repeat with different periods, so that every combination comes up; dates with many equals. */
function storyAt(n: number): ArchivedStory {
  const ids = (noun: TermNoun) => [...new Set(idOf[noun].values())]
  const some = (noun: TermNoun, period: number) => ids(noun).filter((_, k) => (n >> k) % period === 0 && k < 6)
  const date = (step: number) => new Date(instants[(n * step) % 6] ?? '')
  return {
    id: archivedId((n * 7919) % 1_000),
    tagIds: some('tag', 2),
    sectionId: ids('section')[n % 7] ?? null,
    authorIds: some('author', 3),
    locale: ids('locale')[n % 4] ?? 'l0',
    publishedAt: date(1),
    firstPublishedAt: date(5),
    updatedAt: date(7),
    modifiedAt: date(11),
  }
}

interface Question {
  clauses: Record<TermNoun, Clause[]>
  ranges: Partial<Record<DateField, [string | null, string | null]>>
  sort: ArticleSort
  first: number
}

const aClause = (noun: TermNoun) =>
  fc.record({
    isNot: fc.boolean(),
    keys: fc
      .array(fc.nat(14), { minLength: 1, maxLength: 4 })
      .map((places) => places.map((place) => [...idOf[noun].keys()][place] ?? 'nobodys')),
  })
const someClauses = (noun: TermNoun) => fc.array(aClause(noun), { maxLength: 2 })
const fewClauses = (noun: TermNoun) => fc.option(someClauses(noun), { freq: 1, nil: [] as Clause[] })
const aRange = fc
  .tuple(fc.option(fc.nat(5)), fc.option(fc.nat(5)))
  .map(([from, to]): [string | null, string | null] => [
    from === null ? null : (instants[from] ?? null),
    to === null || (from !== null && to <= from) ? null : (instants[to] ?? null),
  ])
const someRanges = fc.option(fc.tuple(fc.constantFrom(...dateFields), aRange), { freq: 2 })
const aQuestion = (): fc.Arbitrary<Question> =>
  fc.record({
    clauses: fc.record({
      tag: someClauses('tag'),
      section: fewClauses('section'),
      author: fewClauses('author'),
      locale: fewClauses('locale'),
    }),
    ranges: someRanges.map((range) => (range ? { [range[0]]: range[1] } : {})),
    sort: fc.constantFrom(...sortWords),
    first: fc.integer({ min: 3, max: 30 }),
  })

/** The ids of a question, in order, by the definition of it. */
function expected({ clauses, ranges, sort }: Question, among = stories): string[] {
  const { field, isAscending } = sortOf(sort)
  const has = (story: ArchivedStory, noun: TermNoun, key: string): boolean => {
    const id = idOf[noun].get(key)
    const own: Record<TermNoun, (string | null)[]> = {
      ...{ tag: story.tagIds, section: [story.sectionId] },
      ...{ author: story.authorIds, locale: [story.locale] },
    }
    return id !== undefined && own[noun].includes(id)
  }
  const isIn = (story: ArchivedStory) =>
    termNouns.every((noun) =>
      clauses[noun].every(({ isNot, keys }) => keys.some((key) => has(story, noun, key)) !== isNot),
    ) &&
    Object.entries(ranges).every(([date, [from, to]]) => {
      const at = story[date as DateField].toISOString()
      return (!from || at >= from) && (!to || at < to)
    })
  const key = (story: ArchivedStory) => `${story[field].toISOString()} ${story.id}`
  const sorted = among.filter(isIn).sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return (isAscending ? sorted : sorted.reverse()).map(({ id }) => id)
}

const rangeNames: Record<DateField, string> = {
  publishedAt: 'published',
  firstPublishedAt: 'firstPublished',
  updatedAt: 'updated',
  modifiedAt: 'modified',
}
const rangesOf = ({ ranges }: Question) =>
  Object.entries(ranges).flatMap(([field, [from, to]]): [string, string][] => [
    ...(from ? [[`${rangeNames[field as DateField]}From`, from] as [string, string]] : []),
    ...(to ? [[`${rangeNames[field as DateField]}To`, to] as [string, string]] : []),
  ])

/** All pages of a question over REST, and its count. */
async function overRest(question: Question) {
  const given = new URLSearchParams([
    ...termNouns.flatMap((noun) =>
      question.clauses[noun].map(({ isNot, keys }): [string, string] => [noun, `${isNot ? '-' : ''}${keys.join()}`]),
    ),
    ...rangesOf(question),
    ['sort', question.sort],
    ['first', String(question.first)],
    ['fields', 'id'],
    ['include', 'totalCount'],
  ])
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const more: string = after ? `&after=${after}` : ''
    const { data, text } = await rest<{
      data: { id: string }[]
      page: { next: string | null; totalCount: { count: number } }
    }>('GET', `/v1/articles?${given}${more}`)
    expect(data.data, text).toBeDefined()
    ids.push(...data.data.map(({ id }) => id))
    after = data.page.next
    if (after === null) return { ids, count: data.page.totalCount.count }
  }
}

const filterOf = (question: Question) => ({
  ...Object.fromEntries(
    termNouns.map((noun) => [
      `${noun}s`,
      question.clauses[noun].map(({ isNot, keys }) => (isNot ? { none: keys } : { any: keys })),
    ]),
  ),
  ...Object.fromEntries(rangesOf(question)),
})

interface Connection {
  nodes: { id: string }[]
  totalCount: { count: number; exact: boolean }
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const asked =
  'articles(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { id } totalCount { count exact } pageInfo { hasNextPage endCursor } }'
const variables = '$first: Int, $after: String, $filter: ArticleFilter, $sort: ArticleSort'

/** The same over GraphQL: of all stories, or of a tag or author by slug. */
async function overGraphql(question: Question, owner?: { noun: 'tag' | 'author'; slug: string }) {
  const document = owner
    ? `query ($slug: String, ${variables}) { ${owner.noun}(slug: $slug) { ${asked} } }`
    : `query (${variables}) { ${asked} }`
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const { sort, first } = question
    const answer: Answer<Connection & { articles: Connection }> = await graphql<Connection & { articles: Connection }>(
      document,
      {
        ...{ slug: owner?.slug, sort, first, after, filter: filterOf(question) },
      },
    )
    expect(answer.data, answer.text).toBeTruthy()
    const page: Connection = owner ? answer.data.articles : answer.data
    ids.push(...page.nodes.map(({ id }) => id))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    if (after === null) return { ids, count: page.totalCount.count }
  }
}

const runs = { numRuns: 60, seed: 7 }

it('pages over REST are what the filter means, in order, each story once, and so is the count', async () => {
  await fc.assert(
    fc.asyncProperty(aQuestion(), async (question) => {
      const ids = expected(question)
      expect(await overRest(question)).toEqual({ ids, count: ids.length })
    }),
    runs,
  )
}, 120_000)

it('pages over GraphQL are the same', async () => {
  await fc.assert(
    fc.asyncProperty(aQuestion(), async (question) => {
      const ids = expected(question)
      expect(await overGraphql(question)).toEqual({ ids, count: ids.length })
    }),
    runs,
  )
}, 120_000)

it.each(['tag', 'section', 'author'] as const)(
  'the field of a %s takes the same filters',
  async (noun) => {
    await fc.assert(
      fc.asyncProperty(aQuestion(), fc.nat(5), async (question, place) => {
        const [slug = '', id = ''] = [...idOf[noun]].filter(([key]) => !uuidPattern.test(key))[place] ?? []
        const own = stories.filter(
          (story) => story.tagIds.includes(id) || story.sectionId === id || story.authorIds.includes(id),
        )
        const ids = expected(question, own)
        const owner = { noun: noun === 'author' ? ('author' as const) : ('tag' as const), slug }
        expect(await overGraphql(question, owner)).toEqual({ ids, count: ids.length })
      }),
      { ...runs, numRuns: 30 },
    )
  },
  120_000,
)

it('matching in SQL and isMatch in memory agree with them', async () => {
  await fc.assert(
    fc.asyncProperty(aQuestion(), async (question) => {
      const filter = readArticleFilter(filterOf(question))
      const resolved = await resolveFilter(ctx(), filter)
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT a.id::text FROM published_article a WHERE ${matching(filter)}`
      const ids = expected(question).sort()
      expect(rows.map(({ id }) => id).sort()).toEqual(ids)
      expect(stories.flatMap((story) => (isMatch(resolved, story) ? story.id : [])).sort()).toEqual(ids)
    }),
    runs,
  )
}, 120_000)
