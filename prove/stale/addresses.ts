import type { Random } from '../../bench/archive/random.ts'
import { type World, words } from './world.ts'

/** What a reader asks. */
export interface Question {
  method: 'GET' | 'POST'
  url: string
  payload?: string
}

const link = 'id slug path headline leadMedia { id caption }'
const story = `${link} updatedAt modifiedAt version tags { slug name } section { name } bylines { displayName author { slug name } }
  related { kind headline url score reasons grounds { kind values } article { ${link} } } latest: related(first: 3, mode: LATEST, kinds: [SUGGESTED]) { article { id } } translations { slug headline } corrections { text } bodyHtml jsonLd
  liveBlog { totalPosts latest(first: 5) { posts { id title bodyHtml } } } storyline { tag { name } newest { headline } } replaces { headline } replacedBy { headline }`

const documents = {
  article: `query ($slug: String!) { article(slug: $slug) { ${story} } }`,
  node: `query ($id: ID!) { node(id: $id) { id ... on Article { ${story} } } }`,
  latest: `{ articles(first: 8) { nodes { ${story} } pageInfo { endCursor } } }`,
  tag: `query ($slug: String!) { tag(slug: $slug) { id slug name parent { name } children { name } articles(first: 5) { nodes { ${link} } } } }`,
  author: `query ($slug: String!) { author(slug: $slug) { id slug name articles(first: 5) { nodes { ${link} } } } }`,
  resolve: `query ($path: String!) { resolve(path: $path) { kind status location reason article { ${link} } } }`,
  front: `query ($slug: String!) { front(slug: $slug) { version slots { position headline image { url caption } article { ${link} } } } }`,
  popular: `{ mostPopular(first: 8) { asOf stories { rank article { ${link} } } } articles(first: 3) { nodes { id mostPopularRank } } }`,
  search: `query ($query: String!) { search(query: $query, first: 5) { nodes { ${link} } } }`,
}

const get = (url: string): Question => ({ method: 'GET', url })

function query(name: keyof typeof documents, variables: object = {}): Question[] {
  const text = documents[name]
  const parameters = new URLSearchParams({ query: text, variables: JSON.stringify(variables) })
  return [
    { method: 'POST', url: '/graphql', payload: JSON.stringify({ query: text, variables }) },
    get(`/graphql?${parameters}`),
  ]
}

/** Everything that can be asked about one story, under every slug that it ever had. */
export function aboutStory({ id, slugs }: World['stories'][number]): Question[] {
  return [
    get(`/v1/articles/${id}`),
    ...query('node', { id }),
    ...slugs.flatMap((slug) => [
      get(`/v1/articles/${slug}`),
      get(`/v1/articles/${slug}?fields=headline,modifiedAt,tags`),
      get(`/v1/articles/${slug}/related`),
      get(`/v1/articles/${slug}/related?mode=LATEST&kinds=SUGGESTED`),
      get(`/v1/articles/${slug}/related?mode=BACKGROUND&first=3`),
      get(`/v1/articles/${slug}/posts`),
      get(`/v1/resolve?path=/section-0/${slug}`),
      get(`/v1/resolve?path=/section-1/${slug}`),
      ...query('article', { slug }),
      ...query('resolve', { path: `/section-0/${slug}` }),
    ]),
  ]
}

/** Everything about tags, sections and authors, under every slug that they ever had. */
export function aboutLabels({ tags, sections, authors }: World): Question[] {
  return [
    ...[...tags, ...sections].flatMap(({ id, slugs }) => [
      get(`/v1/articles?tag=${id}&first=5`),
      get(`/v1/articles?section=${id}&sort=updatedAt`),
      ...slugs.flatMap((slug) => [
        get(`/v1/tags/${slug}`),
        get(`/v1/articles?tag=${slug}`),
        get(`/v1/articles?tag=-${slug}`),
        get(`/feeds/tags/${slug}.rss`),
        get(`/v1/resolve?path=/tags/${slug}`),
        ...query('tag', { slug }),
      ]),
    ]),
    ...authors.flatMap(({ id, slugs }) => [
      get(`/v1/articles?author=${id}`),
      ...slugs.flatMap((slug) => [
        get(`/v1/authors/${slug}`),
        get(`/feeds/authors/${slug}.atom`),
        ...query('author', { slug }),
      ]),
    ]),
  ]
}

/** Lists, searches, feeds, fronts and maps of everything. */
export function aboutAll({ fronts }: World): Question[] {
  return [
    ...['', '?sort=modifiedAt', '?sort=updatedAt&first=3', '?locale=kk', '?include=totalCount'].map((q) =>
      get(`/v1/articles${q}`),
    ),
    ...['', '?search=topic', '?type=TOPIC'].map((q) => get(`/v1/tags${q}`)),
    ...['', '?search=author'].map((q) => get(`/v1/authors${q}`)),
    ...words.flatMap((word) => [get(`/v1/search?q=${word}`), ...query('search', { query: word })]),
    ...['rss', 'atom', 'json'].map((form) => get(`/feeds/latest.${form}`)),
    ...['/sitemap.xml', '/sitemaps/news.xml', '/sitemaps/pages.xml', '/v1/changes?first=100', '/v1/fronts'].map(get),
    ...fronts.flatMap(({ slug }) => [get(`/v1/fronts/${slug}`), ...query('front', { slug })]),
    ...query('latest'),
    ...['/v1/most-popular', '/v1/most-popular?window=HOUR&tag=-topic-1', '/v1/trending?locale=en'].map(get),
    ...query('popular'),
  ]
}

/** Some of what can be asked, more of it about what has just changed. */
export function someQuestions(random: Random, world: World, changed: string | null, count: number): Question[] {
  const touched = world.stories.find(({ id }) => id === changed)
  const all = [
    ...(touched ? aboutStory(touched) : []),
    ...aboutStory(random.pick(world.stories)),
    ...aboutLabels(world),
    ...aboutAll(world),
  ]
  return Array.from({ length: count }, (_, n) =>
    touched && n % 2 === 0 ? random.pick(aboutStory(touched)) : random.pick(all),
  )
}
