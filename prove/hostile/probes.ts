import type { Newsroom } from '../newsroom.ts'
import type { PublicHalf } from './public-half.ts'
import { words } from './public-half.ts'
import { difference, timeless } from './twins.ts'

const story = `id slug path headline kicker standfirst bodyHtml jsonLd version updatedAt modifiedAt wordCount canonicalUrl
  bylines { role displayName author { slug name } } section { slug } tags { slug parent { slug } storyline { summary lead { slug } } }
  leadMedia { alt caption credit url } recommendedVideo { url } related { headline url article { slug } } translations { slug headline }
  replaces { slug } replacedBy { slug } storyline { newest { slug } } liveBlog { totalPosts endsAt latest { posts { title bodyHtml } } }`

/** Everything that a reader can count and list: what each address answers, by address. */
export async function probe({ app }: Newsroom, world: PublicHalf): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const url of addresses(world)) {
    const { statusCode, body } = await app.inject({ url })
    told.set(url, timeless(`${statusCode} ${body}`))
  }
  return told
}

/** What changed for readers between two looks. */
export function changesBetween(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...before].flatMap(([url, told]) => {
    const now = after.get(url) ?? ''
    return now === told
      ? []
      : [`what is hidden changes ${decodeURIComponent(url).slice(0, 300)}\n    ${difference(told, now)}`]
  })
}

function addresses({ stories, tags, sections, authors, liveBlog, front }: PublicHalf): string[] {
  const graphql = (query: string) => `/graphql?${new URLSearchParams({ query })}`
  const month = new Date().toISOString().slice(0, 7)
  const misspelt = words.map((word) => `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}`)
  return [
    ...['articles', 'tags', 'authors'].map((list) => `/v1/${list}?include=totalCount&first=100`),
    ...['publishedAt', 'firstPublishedAt', 'updatedAt', 'modifiedAt'].map(
      (sort) => `/v1/articles?sort=${sort}&first=100`,
    ),
    ...stories.flatMap(({ id, slug }) => [
      `/v1/articles/${id}`,
      `/v1/articles/${slug}`,
      `/v1/articles/${slug}/related`,
      `/v1/resolve?path=/section-0/${slug}`,
    ]),
    ...['latest', 'keyEvents', 'pinned'].map((window) => `/v1/articles/${liveBlog.id}/posts?window=${window}`),
    ...[...words, ...misspelt].flatMap((word) => [
      `/v1/search?q=${word}&facets=section,tag,author,month&first=100`,
      `/v1/search?q=${word.slice(0, 3)}&typeahead=true`,
    ]),
    ...[...tags, ...sections].flatMap(({ slug }) => [
      ...[
        `/v1/tags/${slug}`,
        `/v1/articles?tag=${slug}&include=totalCount`,
        `/v1/articles?tag=-${slug}&include=totalCount`,
      ],
      ...[`/v1/articles?section=${slug}&include=totalCount`, `/v1/tags?parent=${slug}`, `/v1/tags/${slug}/timeline`],
      ...['rss', 'atom', 'json'].map((format) => `/feeds/tags/${slug}.${format}`),
    ]),
    ...authors.flatMap(({ slug }) => [
      `/v1/authors/${slug}`,
      `/v1/articles?author=${slug}&include=totalCount`,
      `/feeds/authors/${slug}.json`,
    ]),
    ...[
      '/v1/fronts',
      `/v1/fronts/${front.slug}`,
      '/v1/changes?first=100',
      '/feeds/latest.rss',
      '/feeds/latest.atom',
      '/feeds/latest.json',
    ],
    ...['/sitemap.xml', '/sitemaps/news.xml', '/sitemaps/pages.xml', `/sitemaps/articles-${month}.xml`, '/robots.txt'],
    ...['?locale=kk', '?locale=-en', '?locale=xx'].map((query) => `/v1/articles${query}&include=totalCount`),
    graphql(`{ articles(first: 5) { nodes { ${story} } totalCount { count exact } } }`),
    graphql(
      '{ tags(first: 100) { nodes { slug children { slug } parent { slug } aliases } totalCount { count } } authors { nodes { slug email } } }',
    ),
    graphql('{ fronts { nodes { slug name version slots { position headline kicker article { slug } } } } }'),
  ]
}
