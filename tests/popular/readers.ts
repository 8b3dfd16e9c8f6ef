import { rankStories } from '../../src/popular/ranking.ts'
import type { Newsroom } from '../helpers/app.ts'

/** What both faces say of a ranking. */
export interface ToldRanking {
  asOf: string | null
  stories: { rank: number; score: number; article: { id: string; headline: string } }[]
}

export const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Readers of a newsroom: each comes from an address of their own. */
export function readersOf(news: Newsroom) {
  const { app, rest, graphql, ctx, setClock } = news
  let readers = 0
  const address = (n: number) => `100.${64 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`
  const tell = (id: string, body?: object, headers: Record<string, string> = {}, remoteAddress = address(++readers)) =>
    app.inject({
      ...{ method: 'POST', url: `/v1/articles/${id}/views`, remoteAddress },
      headers: { 'user-agent': browser, ...headers },
      ...(body && { payload: body }),
    })
  return {
    /** One reader tells of a view; a new one each time unless the address says otherwise. */
    tell,
    /** So many readers see a story now. */
    read: async (id: string, count: number, body?: object) => {
      for (let n = 0; n < count; n++) await tell(id, body)
    },
    /** Writes what was counted and ranks stories, a second later. */
    rank: async () => {
      await app.popularity.flush()
      setClock(1 / 60)
      await rankStories(ctx())
      await app.popularity.refresh()
    },
    popular: {
      rest: async (query: Record<string, string> = {}) =>
        toldOf((await rest<Told>('GET', `/v1/most-popular?${new URLSearchParams(query)}`)).data),
      graphql: async ({ first, ...query }: Record<string, string> = {}) =>
        (await graphql<ToldRanking>(documents.mostPopular, { ...query, ...(first && { first: Number(first) }) })).data,
    },
    trending: {
      rest: async (query: Record<string, string> = {}) =>
        toldOf((await rest<Told>('GET', `/v1/trending?${new URLSearchParams(query)}`)).data),
      graphql: async (query: Record<string, string> = {}) =>
        (await graphql<ToldRanking>(documents.trending, query)).data,
    },
  }
}

type Told = { asOf: string | null; data: ToldRanking['stories'] }
const toldOf = ({ asOf, data }: Told): ToldRanking => ({
  asOf,
  stories: data.map(({ article: { id, headline }, ...place }) => ({ ...place, article: { id, headline } })),
})

const ranking = '{ asOf stories { rank score article { id headline } } }'
export const documents = {
  mostPopular: `query ($window: PopularWindow, $metric: PopularMetric, $tag: String, $section: String, $author: String, $locale: String, $first: Int) {
    mostPopular(window: $window, metric: $metric, tag: $tag, section: $section, author: $author, locale: $locale, first: $first) ${ranking} }`,
  trending: `query ($tag: String, $section: String, $author: String, $locale: String, $first: Int) {
    trending(tag: $tag, section: $section, author: $author, locale: $locale, first: $first) ${ranking} }`,
  record: `mutation ($id: ID!, $attentionSeconds: Int, $shares: Int) { recordView(id: $id, attentionSeconds: $attentionSeconds, shares: $shares) }`,
}

/** The ids of a ranking, in its order. */
export const idsOf = ({ stories }: ToldRanking) => stories.map(({ article }) => article.id)
