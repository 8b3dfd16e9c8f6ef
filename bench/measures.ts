import { createHash } from 'node:crypto'
import { tags } from './archive/newsroom.ts'
import { seededRandom } from './archive/random.ts'
import { makeStory } from './archive/stories.ts'
import { places, topics } from './archive/words.ts'
import type { Asked } from './load/client.ts'

export const measureNames = ['R1', 'R2', 'R3', 'G1', 'G2', 'P1', 'P2', 'N1', 'S1', 'F1'] as const
export type MeasureName = (typeof measureNames)[number]

/** Something to measure: 500 different requests of one kind. */
export interface Measure {
  name: MeasureName
  title: string
  asked: Asked[]
  /** What SQL by hand is asked instead: it has no GraphQL, and answers the same over REST. Null: it has nothing like it. */
  askedOfSql: Asked[] | null
}

/** Different requests of a measure. */
const variety = 500

const oneStory = `query Story($slug: String!) {
  article(slug: $slug) {
    id slug path locale kicker headline standfirst body bodyHtml bodyText
    bylines { role position displayName author { id slug name kind } }
    section { id slug name type }
    tags { id slug name type }
    leadMedia { ...media }
    recommendedVideo { ...media }
    publishedAt firstPublishedAt updatedAt modifiedAt wordCount readingMinutes
    corrections { type text at }
    related { kind position headline url score reasons article { id slug path locale kicker headline standfirst publishedAt canonicalUrl leadMedia { ...media } } }
    translations { locale slug path headline }
    source { name url externalId }
    canonicalUrl
    shareLinks { network url }
    jsonLd
    version
  }
}
fragment media on Media { id type url mimeType width height durationSeconds alt caption credit focalPoint { x y } }`

const latest = `query Latest($after: String) {
  articles(first: 20, after: $after) {
    nodes {
      id slug path kicker headline standfirst publishedAt updatedAt canonicalUrl wordCount readingMinutes
      leadMedia { id url width height alt caption credit }
      bylines { role displayName author { id slug name kind } }
      section { id slug name type }
      tags { id slug name type }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

/**
 * The measures for an archive of this size. `cursors`: one behind each of the newest stories. `etagOf` gives the ETag of a story's
 * address, for readers who have it.
 */
export async function measuresFor(
  size: number,
  cursors: string[],
  etagOf: (path: string) => Promise<string>,
): Promise<Measure[]> {
  const slugs = pickStories(size).map((index) => makeStory(index, size).slug)
  const get = (path: string): Asked => ({ method: 'GET', path })
  const stories = slugs.map((slug) => get(`/v1/articles/${slug}`))
  const pages = cursors.map((after) => get(`/v1/articles?first=20&after=${after}`))
  const tagged = tags.slice(0, variety).map(({ slug }) => get(`/v1/articles?tag=${slug}&first=20`))
  const nodes = slugs.map((slug) => graphql(oneStory, { slug }))
  const nodePages = cursors.map((after) => graphql(latest, { after }))
  const known: Asked[] = []
  for (const story of stories) known.push({ ...story, headers: { 'if-none-match': await etagOf(story.path) } })
  return [
    { name: 'R1', title: 'one story by slug, whole', asked: stories, askedOfSql: stories },
    { name: 'R2', title: 'latest 20 without body', asked: pages, askedOfSql: pages },
    { name: 'R3', title: 'latest 20 of a tag', asked: tagged, askedOfSql: tagged },
    { name: 'G1', title: 'R1 over GraphQL', asked: nodes, askedOfSql: stories },
    { name: 'G2', title: 'R2 over GraphQL', asked: nodePages, askedOfSql: pages },
    {
      name: 'P1',
      title: 'G1 as a persisted query over GET',
      asked: slugs.map((slug) => persisted(oneStory, { slug })),
      askedOfSql: stories,
    },
    {
      name: 'P2',
      title: 'G2 as a persisted query over GET',
      asked: cursors.map((after) => persisted(latest, { after })),
      askedOfSql: pages,
    },
    { name: 'N1', title: 'R1 for those who have it (304)', asked: known, askedOfSql: stories },
    { name: 'S1', title: 'search for two words', asked: searches().map(get), askedOfSql: null },
    {
      name: 'F1',
      title: 'feed of a tag, RSS',
      asked: tags.slice(0, variety).map(({ slug }) => get(`/feeds/tags/${slug}.rss`)),
      askedOfSql: null,
    },
  ]
}

/** A place and a topic: both stand in headlines and texts, the one in each twenty-fifth story, the other in each thirtieth. */
function searches(): string[] {
  const pairs = topics.flatMap((topic) => places.map((place) => `${place} ${topic}`))
  return pairs.slice(0, variety).map((words) => `/v1/search?${new URLSearchParams({ q: words })}`)
}

/** Different stories from all over the archive, the same in every run. */
function pickStories(size: number): number[] {
  const random = seededRandom(2026)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(variety, size)) chosen.add(random.below(size))
  return [...chosen]
}

function graphql(query: string, variables: object): Asked {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }
}

/** What is asked with the hash of a document alone; the server has to know it: `registerDocuments`. */
function persisted(query: string, variables: object): Asked {
  const parameters = new URLSearchParams({ extensions: hashOf(query), variables: JSON.stringify(variables) })
  return { method: 'GET', path: `/graphql?${parameters}` }
}

function hashOf(query: string): string {
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  return JSON.stringify({ persistedQuery: { version: 1, sha256Hash } })
}

/** Tells the server at this port the documents of P1 and P2. */
export async function registerDocuments(port: number): Promise<void> {
  const variables = { [oneStory]: { slug: 'none' }, [latest]: { after: null } }
  for (const [query, given] of Object.entries(variables)) {
    const parameters = new URLSearchParams({ query, extensions: hashOf(query), variables: JSON.stringify(given) })
    await ask(port, { method: 'GET', path: `/graphql?${parameters}` })
  }
}

/** Cursors behind the newest stories, as the server at this port gives them out. */
export async function fetchCursors(port: number): Promise<string[]> {
  const cursors: string[] = []
  while (cursors.length < variety) {
    const query = 'query ($after: String) { articles(first: 100, after: $after) { edges { cursor } } }'
    const { data } = await ask(port, graphql(query, { after: cursors.at(-1) ?? null }))
    const found = (data as { articles: { edges: { cursor: string }[] } }).articles.edges.map((edge) => edge.cursor)
    if (found.length === 0) break
    cursors.push(...found)
  }
  return cursors
}

/** One answer, as JSON. @throws when the status is not 200. */
// biome-ignore lint/suspicious/noExplicitAny: it is whatever the server sent.
export async function ask(port: number, asked: Asked): Promise<any> {
  return JSON.parse(await askText(port, asked))
}

/** One answer as it came. @throws when the status is not 200. */
export async function askText(port: number, { method, path, headers, body }: Asked): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(headers && { headers }),
    ...(body && { body }),
  })
  if (response.status !== 200)
    throw new Error(`${method} ${path} answered ${response.status}: ${(await response.text()).slice(0, 500)}`)
  return response.text()
}
