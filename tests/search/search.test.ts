import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

interface Found {
  headlines: string[]
  scores: (number | null)[]
  highlights: { headline: string | null; snippet: string | null }[]
  next: string | null
  totalCount: { count: number; exact: boolean }
  facets: Record<string, { key: string; name: string; count: number }[]> & { exact: boolean }
  suggestion: string | null
  isCorrected: boolean
  ignored: string[]
}
interface Hit {
  headline: string
  score: number | null
  highlight: Found['highlights'][number]
}
type Ask = (query: string, args?: Facts) => Promise<Found>

const document = `query ($query: String!, $first: Int, $after: String, $filter: ArticleFilter, $sort: SearchSort, $typeahead: Boolean) {
  search(query: $query, first: $first, after: $after, filter: $filter, sort: $sort, typeahead: $typeahead) {
    edges { score highlight { headline snippet } node { headline } } pageInfo { hasNextPage endCursor } totalCount { count exact }
    facets { section { key name count } tag { key name count } author { key name count } month { key name count } exact }
    suggestion isCorrected ignored } }`

let news: Newsroom
let make: ReturnType<typeof storyMakers>

const faces: Record<'rest' | 'graphql', Ask> = {
  rest: async (query, { filter, ...args } = {}) => {
    const given = Object.entries({ ...(filter as Facts), ...args }).map(([name, value]) => [name, String(value)])
    const parameters = {
      q: query,
      facets: 'section,tag,author,month',
      include: 'totalCount',
      ...Object.fromEntries(given),
    }
    const { status, data, text } = await news.rest('GET', `/v1/search?${new URLSearchParams(parameters)}`)
    if (status !== 200) throw new Error(text)
    const {
      data: hits,
      page,
      ...rest
    } = data as unknown as { data: Hit[]; page: Pick<Found, 'next' | 'totalCount'> } & Found
    return { ...rest, ...page, ...listsOf(hits) }
  },
  graphql: async (query, args = {}) => {
    const { status, data, text } = await news.graphql(document, { query, ...args })
    if (status !== 200) throw new Error(text)
    const { edges, pageInfo, ...rest } = data as unknown as Found & {
      edges: { node: Hit; score: number | null; highlight: Hit['highlight'] }[]
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
    }
    const hits = edges.map(({ node, ...edge }) => ({ ...edge, headline: node.headline }))
    return { ...rest, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, ...listsOf(hits) }
  },
}

function listsOf(hits: Hit[]) {
  return {
    headlines: hits.map(({ headline }) => headline),
    scores: hits.map(({ score }) => score),
    highlights: hits.map(({ highlight }) => highlight),
  }
}

const body = (text: string) => [paragraph(text)]

describe.each(['rest', 'graphql'] as const)('search over %s', (name) => {
  const search: Ask = (...args) => faces[name](...args)
  beforeAll(async () => {
    news = await testNewsroom()
    make = storyMakers(news)
  })
  afterAll(() => news.close())

  it('finds all words of a search in any form, the headline before the text', async () => {
    await make.live({
      headline: 'Quiet on the coast',
      body: body(`Nobody in ${name}ville governs the lighthouse keepers.`),
    })
    await make.live({ headline: `Lighthouse of ${name}ville to be governed anew`, body: body('The keepers agree.') })
    await make.live({ headline: `A day in ${name}ville`, body: body('Nothing happened.') })
    const { headlines, ignored } = await search(`the LIGHTHOUSES governing ${name}ville`)
    expect(headlines).toEqual([`Lighthouse of ${name}ville to be governed anew`, 'Quiet on the coast'])
    expect(ignored).toEqual(['the'])
  })

  it('reads phrases, unwanted words and alternatives', async () => {
    const [a, b, c] = [`${name}alpha`, `${name}beta`, `${name}gamma`]
    await make.live({ headline: `The ${a} ${b} treaty` })
    await make.live({ headline: `The ${b} ${a} treaty` })
    await make.live({ headline: `The ${c} accord` })
    const sorted = async (query: string) => (await search(query)).headlines.sort()
    expect(await sorted(`"${a} ${b}"`)).toEqual([`The ${a} ${b} treaty`])
    expect(await sorted(`“${a} ${b}”`)).toEqual([`The ${a} ${b} treaty`])
    expect(await sorted(`${a} -"${b} ${a}"`)).toEqual([`The ${a} ${b} treaty`])
    expect(await sorted(`${b} -treaty`)).toEqual([])
    expect(await sorted(`"${b} ${a}" OR ${c}`)).toEqual([`The ${b} ${a} treaty`, `The ${c} accord`])
    expect(await sorted(`-${c}`)).toEqual([])
  })

  it('folds accents and stems by the language of a story', async () => {
    await make.live({ headline: `Les hôtels de ${name} ferment`, locale: 'fr', body: body('Été difficile.') })
    await make.live({ headline: `Президенты ${name} встретились`, locale: 'ru', body: body('Ещё раз.') })
    await make.live({ headline: `Қазақстан ${name} туралы`, locale: 'kk', body: body('Жаңалық.') })
    expect((await search(`hotel ${name}`)).headlines).toEqual([`Les hôtels de ${name} ferment`])
    expect((await search(`президента ${name}`)).headlines).toEqual([`Президенты ${name} встретились`])
    expect((await search(`қазақстан ${name}`)).headlines).toEqual([`Қазақстан ${name} туралы`])
    expect((await search(`hotel ${name}`, { filter: { locale: 'ru' } })).headlines).toEqual([])
  })

  it('reads a word by the rules of each language, in its own stories only', async () => {
    const place = `${name}burg`
    await make.live({ headline: `Hundreds die in ${place}`, locale: 'en' })
    await make.live({ headline: `A new year in ${place}`, locale: 'en' })
    await make.live({ headline: `Hunderte feiern in ${place}`, locale: 'de' })
    await make.live({ headline: `Les news de ${place}`, locale: 'fr' })
    const sorted = async (query: string) => (await search(query)).headlines.sort()
    // A word of English and French, and one that German leaves out.
    expect(await sorted(`die ${place}`)).toEqual([`Hunderte feiern in ${place}`, `Hundreds die in ${place}`])
    expect(await sorted(`${place} -die`)).toEqual([
      ...[`A new year in ${place}`, `Hunderte feiern in ${place}`, `Les news de ${place}`],
    ])
    // The French stem of it is the English word "new".
    expect(await sorted(`news ${place}`)).toEqual([`Les news de ${place}`])
    // Of German nothing is left to look for.
    expect(await sorted('die')).toEqual([`Hundreds die in ${place}`])
    expect(await sorted(`die OR news ${place}`)).toEqual([`Hundreds die in ${place}`, `Les news de ${place}`])
  })

  it('finds parts of scripts without spaces and marks them', async () => {
    const story = { headline: `台湾の経済成長率 ${name}`, locale: 'ja', body: body('政府は経済政策を発表した。') }
    await make.live(story)
    for (const query of ['経済成長', '経済', '台湾', '成', '経済政策', '台湾 政策', '"済成"']) {
      const { headlines } = await search(`${query} ${name}`)
      expect([query, headlines]).toEqual([query, [story.headline]])
    }
    expect((await search(`経政 ${name}`)).headlines).toEqual([])
    const { highlights } = await search(`経済政策 ${name}`)
    expect(highlights[0]?.snippet).toContain('<mark>経済政策</mark>')
  })

  it('finds stories by their tags, sections and authors, also after a rename and a merge', async () => {
    const section = await news.make.tag({ type: 'SECTION', name: `Weather ${name}` })
    const tag = await news.make.tag({ name: `Typhoon ${name}`, aliases: [`Hurricane ${name}`] })
    const other = await news.make.tag({ name: `Cyclone ${name}` })
    const author = await news.make.author({ name: `Aigerim Bekova-${name}` })
    const story = { headline: `Storm over the bay ${name}x`, sectionId: section.id, tagIds: [tag.id] }
    await make.live({ ...story, bylines: [{ authorId: author.id, role: 'Reporting' }] })
    for (const query of [
      `typhoon ${name}`,
      `hurricane ${name}`,
      `weather ${name}`,
      'bekova storm',
      `"Typhoon ${name}"`,
    ])
      expect([query, (await search(query)).headlines]).toEqual([query, [story.headline]])
    await news.rest('PATCH', `/v1/editorial/tags/${tag.id}`, {
      as: 'editor',
      body: { name: `Tempest ${name}`, aliases: [] },
    })
    expect((await search(`tempest ${name}`)).headlines).toEqual([story.headline])
    expect((await search(`hurricane ${name}`)).headlines).toEqual([])
    await news.rest('POST', `/v1/editorial/tags/${tag.id}/merge`, { as: 'editor', body: { intoId: other.id } })
    expect((await search(`cyclone ${name}`)).headlines).toEqual([story.headline])
    const last = await news.make.tag({ name: `Tornado ${name}` })
    await news.rest('POST', `/v1/editorial/tags/${other.id}/merge`, { as: 'editor', body: { intoId: last.id } })
    await news.db.articleReference.deleteMany({ where: { targetId: tag.id } })
    expect((await news.rest('DELETE', `/v1/editorial/tags/${tag.id}`, { as: 'editor' })).status).toBe(204)
    expect((await search(`tornado ${name}`)).headlines).toEqual([story.headline])
    expect((await search('storm', { filter: { tag: other.slug } })).headlines).toEqual([story.headline])
    expect((await search('storm', { filter: { tag: tag.slug } })).headlines).toEqual([story.headline])
    expect((await search('storm', { filter: { tag: 'nobody-has-it' } })).headlines).toEqual([])
    expect((await search('storm', { filter: { section: section.slug, author: author.slug } })).headlines).toEqual([
      story.headline,
    ])
  })

  it('counts what was found by section, tag, author and month', async () => {
    const tag = await news.make.tag({ name: `Facet ${name}` })
    const author = await news.make.author({ name: `Counter ${name}` })
    const bylines = [{ authorId: author.id, role: 'Reporting' }]
    await make.live({ headline: `${name}count one`, tagIds: [tag.id], bylines, publishedAt: '2025-11-30T23:30:00Z' })
    await make.live({ headline: `${name}count two`, tagIds: [tag.id] })
    const { facets, totalCount } = await search(`${name}count`)
    expect(totalCount).toEqual({ count: 2, exact: true })
    expect(facets).toEqual({
      section: [],
      tag: [{ key: tag.slug, name: `Facet ${name}`, count: 2 }],
      author: [{ key: author.slug, name: `Counter ${name}`, count: 1 }],
      month: [
        { key: '2026-01', name: '2026-01', count: 1 },
        { key: '2025-11', name: '2025-11', count: 1 },
      ],
      exact: true,
    })
    expect((await search(`${name}count`, { filter: { publishedTo: '2025-12-01T00:00:00Z' } })).headlines).toEqual([
      `${name}count one`,
    ])
  })

  it('marks words in text that stays text', async () => {
    await make.live({
      headline: `Marked <b>${name}mark</b> & "sons"`,
      body: body(`Before <script>alert(1)</script> the ${name}mark \uE000came\uE001 & went <img src=x onerror=y>.`),
    })
    const { highlights } = await search(`${name}mark`)
    expect(highlights[0]?.headline).toContain(`<mark>${name}mark</mark>`)
    expect(highlights[0]?.snippet).toContain(`<mark>${name}mark</mark>`)
    const html = `${highlights[0]?.headline} ${highlights[0]?.snippet}`.replace(/<\/?mark>/g, '')
    expect(html).not.toMatch(/[<>]|\uE000|\uE001/)
    expect(html).toContain('&amp;')
  })

  it('completes the last word while it is typed', async () => {
    await make.live({ headline: `University of ${name}land opens` })
    const typed = { typeahead: true }
    expect((await search(`${name}land universit`)).isCorrected).toBe(true)
    expect((await search(`${name}land universit`, typed)).headlines).toEqual([`University of ${name}land opens`])
    expect((await search(`opens ${name}lan`, typed)).headlines).toEqual([`University of ${name}land opens`])
    expect((await search(`${name}land universit`, typed)).isCorrected).toBe(false)
    expect((await search(`${name}land universit `, typed)).isCorrected).toBe(true)
    expect((await search(`universit ${name}land`, typed)).isCorrected).toBe(true)
  })

  it('asks whether something else was meant, and shows it where nothing was found', async () => {
    await make.live({ headline: `${name}kistan signs an agreement` })
    const { headlines, suggestion, isCorrected } = await search(`${name}ksitan agreement`)
    expect([headlines, suggestion, isCorrected]).toEqual([
      [`${name}kistan signs an agreement`],
      `${name}kistan agreement`,
      true,
    ])
    expect((await search(`${name}kistan agreement`)).suggestion).toBeNull()
  })

  it('leads through all that was found, once each, and keeps its order while time passes and stories come', async () => {
    for (let n = 0; n < 7; n++)
      await make.live({ headline: `${name}paged ${n}`, publishedAt: `202${n % 4}-03-01T00:00:00Z` })
    const whole = (await search(`${name}paged`)).headlines
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const page = await search(`${name}paged`, { first: 2, ...(after && { after }) })
      seen.push(...page.headlines)
      if (!after) {
        news.setClock(60 * 24 * 30)
        await make.live({ headline: `${name}paged later` })
      }
      after = page.next
    } while (after)
    expect(seen).toEqual(whole)
    expect(new Set(seen).size).toBe(7)
    const newest = await search(`${name}paged`, { sort: 'publishedAt' })
    expect(newest.headlines[0]).toBe(`${name}paged later`)
    expect(newest.scores[0]).toBeNull()
  })

  it('prefers the newer of two that fit alike, but not to a better fit', async () => {
    await make.live({ headline: `${name}rank old`, publishedAt: '2016-01-01T00:00:00Z' })
    await make.live({ headline: `${name}rank new` })
    await make.live({ headline: 'Something else', body: body(`Lead. ${'More words here. '.repeat(40)} ${name}rank.`) })
    const { headlines, scores } = await search(`${name}rank`)
    expect(headlines).toEqual([`${name}rank new`, `${name}rank old`, 'Something else'])
    expect(scores.every((score, place) => place === 0 || Number(score) < Number(scores[place - 1]))).toBe(true)
  })

  it('counts ages by whole hours, so that scores stay while one lasts', async () => {
    await make.live({ headline: `${name}hours`, publishedAt: '2020-01-01T00:00:00Z' })
    news.setClock(60 - ((news.now().getTime() / 60_000) % 60))
    // Another size is another answer, which is not kept.
    const scores = async (first: number) => (await search(`${name}hours`, { first })).scores
    const atBegin = await scores(1)
    news.setClock(50)
    expect(await scores(2)).toEqual(atBegin)
    news.setClock(60 * 24)
    expect(await scores(3)).not.toEqual(atBegin)
  })

  it('shows nothing of what was taken down or is not out, nor of the words of it', async () => {
    const [gone, kept] = [`${name}zanadu`, `${name}keeper`]
    const tag = await news.make.tag({ name: `Secret ${name} tag` })
    const story = { headline: `${gone} revealed`, body: body(`All about ${gone}.`), tagIds: [tag.id] }
    const withdrawn = await make.live(story)
    const killed = await make.live(story)
    await make.draft({ headline: `${name}draftword only`, body: body('Not out.') })
    const revised = await make.live({ headline: `${kept} stays`, body: body('Text.') })
    await make.revise(revised.id, { headline: `${kept} stays ${name}unpublished` })
    expect((await search(gone)).headlines).toHaveLength(2)
    await make.withdraw(withdrawn.id)
    await news.rest('POST', `/v1/editorial/articles/${killed.id}/kill`, { as: 'admin', body: { reason: 'Legal' } })
    const queries = [
      gone,
      `${name}zanad`,
      `${name}zandau`,
      `${name}draftword`,
      `${name}draftwrod`,
      `${name}unpublished`,
      `secret ${name}`,
    ]
    for (const query of queries) {
      for (const typeahead of [false, true]) {
        const found = await search(query, { typeahead })
        expect([query, found.headlines, found.suggestion]).toEqual([query, [], null])
        expect([found.facets.tag, found.totalCount.count]).toEqual([[], 0])
      }
    }
  })
})
