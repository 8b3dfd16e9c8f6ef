import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface Draft {
  id: string
  status: string
  version: number
  liveVersion: number | null
  firstPublishedAt: string | null
  content: Facts & { headline: string; slug: string; translationOf: string | null; tagIds: string[] }
}

export interface Story {
  id: string
  slug: string
  path: string
  headline: string
  bodyHtml: string
  bodyText: string
  body: { _key: string; markDefs?: Facts[]; children?: Facts[]; items?: Facts[] }[]
  tags: { id: string; slug: string; name: string }[]
  related: { position: number; headline: string; url: string; article: Facts | null }[]
  translations: { locale: string; slug: string }[]
  [field: string]: unknown
}

export interface RevisionFacts {
  number: number
  note: string | null
  content: Facts
}

/** One face of the house, told alike: verbs of staff, and what readers ask. A reader's answer is null where there is nothing. */
export interface Face {
  create(input: Facts): Promise<Answer<Draft>>
  revise(id: string, patch: Facts, version?: number): Promise<Answer<Draft>>
  publish(id: string, input?: Facts, version?: number): Promise<Answer<Draft>>
  withdraw(id: string, version?: number): Promise<Answer<Draft>>
  draft(id: string): Promise<Draft>
  revision(id: string, number: number): Promise<RevisionFacts | null>
  revisionNumbers(id: string): Promise<number[]>
  article(key: { id: string } | { slug: string }): Promise<Story | null>
  list(filter?: Record<string, string>): Promise<Story[]>
  resolve(path: string): Promise<Facts | null>
}

export const as = 'editor' as const

/** A paragraph; `marks` are those of its only run of text. */
export function paragraph(text: string, markDefs: Facts[] = []): Facts {
  const marks = markDefs.map(({ _key }) => _key)
  return { _type: 'block', style: 'normal', markDefs, children: [{ _type: 'span', text, marks }] }
}

/** A link of a body to another story. */
export function linkTo(articleId: string): Facts {
  return { _type: 'articleRef', _key: 'to', articleId }
}

export const someBody = [paragraph('Rain fell on the harbour all night.')]

const draftFields = `id status version liveVersion firstPublishedAt createdAt createdBy changedAt content { ...Content }`
const contentFields = `fragment Content on ArticleContent {
  headline slug locale kicker standfirst body bylines { authorId role displayName } sectionId tagIds
  leadMedia { mediaId alt caption credit } recommendedVideoId related { articleId url headline }
  translationOf replacesId source { name url externalId } canonicalUrl publishedAt
}`
const media = `id type url mimeType width height durationSeconds alt caption credit focalPoint { x y }
  renditions { name url width height format } srcset placeholder thumbhash dominantColor`
const tag = 'id slug name type'
/** What both faces show of a story where it is mentioned. */
export const linkFields = `id slug path locale kicker headline standfirst publishedAt canonicalUrl leadMedia { ${media} }`
const summaryFields = `${linkFields} firstPublishedAt updatedAt modifiedAt wordCount readingMinutes version source { name url externalId }
  bylines { role position displayName author { id slug name kind } } section { ${tag} } tags { ${tag} }`
/** Every field that both faces show of a story, with REST's depth. */
export const wholeFields = `${summaryFields} body bodyHtml bodyText recommendedVideo { ${media} } corrections { type text at }
  liveBlog { startsAt endsAt totalPosts } mostPopularRank
  related { kind position headline url score reasons grounds { kind values } article { ${linkFields} } }
  translations { locale slug path headline } shareLinks { network url } jsonLd
  storyline { tag { ${tag} } newest { ${linkFields} } } replaces { ${linkFields} } replacedBy { ${linkFields} }`

export const documents = {
  create: `mutation ($input: ArticleInput!) { createArticle(input: $input) { ${draftFields} } } ${contentFields}`,
  revise: `mutation ($id: ID!, $input: ArticlePatch!, $version: Int) { reviseArticle(id: $id, input: $input, expectedVersion: $version) { ${draftFields} } } ${contentFields}`,
  publish: `mutation ($id: ID!, $revision: Int, $significant: Boolean, $version: Int) { publishArticle(id: $id, revision: $revision, significant: $significant, expectedVersion: $version) { ${draftFields} } } ${contentFields}`,
  withdraw: `mutation ($id: ID!, $version: Int) { withdrawArticle(id: $id, expectedVersion: $version) { ${draftFields} } } ${contentFields}`,
  draft: `query ($id: ID!) { articleDraft(id: $id) { ${draftFields} } } ${contentFields}`,
  revision: `query ($id: ID!, $number: Int!) { articleDraft(id: $id) { revision(number: $number) { number note content { ...Content } } } } ${contentFields}`,
  revisions: 'query ($id: ID!) { articleDraft(id: $id) { revisions(first: 100) { nodes { number } } } }',
  article: `query ($id: ID, $slug: String, $path: String) { article(id: $id, slug: $slug, path: $path) { ${wholeFields} } }`,
  articles: `query ($first: Int, $after: String, $filter: ArticleFilter) { articles(first: $first, after: $after, filter: $filter) { nodes { ${summaryFields} } pageInfo { hasNextPage endCursor } } }`,
  resolve: `query ($path: String!) { resolve(path: $path) { kind status location reason article { ${linkFields} } tag { ${tag} } author { id slug name kind } } }`,
}

const path = '/v1/editorial/articles'
const ifMatch = (version: number | undefined): Record<string, string> =>
  version === undefined ? {} : { 'if-match': `"${version}"` }

/** The same verbs and questions on either face. */
export function facesOf({ rest, graphql }: Pick<Newsroom, 'rest' | 'graphql'>): { rest: Face; graphql: Face } {
  const orNull = <T>({ status, data }: Answer<T>) => (status === 200 ? data : null)
  return {
    rest: {
      create: (body) => rest('POST', path, { as, body }),
      revise: (id, body, version) => rest('PATCH', `${path}/${id}`, { as, body, headers: ifMatch(version) }),
      publish: (id, body = {}, version) =>
        rest('POST', `${path}/${id}/publish`, { as, body, headers: ifMatch(version) }),
      withdraw: (id, version) => rest('POST', `${path}/${id}/withdraw`, { as, body: {}, headers: ifMatch(version) }),
      draft: async (id) => (await rest<Draft>('GET', `${path}/${id}`, { as })).data,
      revision: async (id, number) =>
        orNull(await rest<RevisionFacts>('GET', `${path}/${id}/revisions/${number}`, { as })),
      revisionNumbers: async (id) =>
        (await rest<{ data: RevisionFacts[] }>('GET', `${path}/${id}/revisions?first=100`, { as })).data.data.map(
          ({ number }) => number,
        ),
      article: async (key) => orNull(await rest<Story>('GET', `/v1/articles/${Object.values(key)[0]}`)),
      list: async (filter = {}) =>
        (await rest<{ data: Story[] }>('GET', `/v1/articles?${new URLSearchParams({ first: '100', ...filter })}`)).data
          .data,
      resolve: async (at) => orNull(await rest('GET', `/v1/resolve?path=${encodeURIComponent(at)}`)),
    },
    graphql: {
      create: (input) => graphql(documents.create, { input }, { as }),
      revise: (id, input, version) => graphql(documents.revise, { id, input, version }, { as }),
      publish: (id, input = {}, version) => graphql(documents.publish, { id, ...input, version }, { as }),
      withdraw: (id, version) => graphql(documents.withdraw, { id, version }, { as }),
      draft: async (id) => (await graphql<Draft>(documents.draft, { id }, { as })).data,
      revision: async (id, number) =>
        (await graphql<{ revision: RevisionFacts | null }>(documents.revision, { id, number }, { as })).data.revision,
      revisionNumbers: async (id) => {
        const { data } = await graphql<{ revisions: { nodes: RevisionFacts[] } }>(documents.revisions, { id }, { as })
        return data.revisions.nodes.map(({ number }) => number)
      },
      article: async (key) => (await graphql<Story | null>(documents.article, key)).data,
      list: async (filter = {}) =>
        (await graphql<{ nodes: Story[] }>(documents.articles, { first: 100, filter })).data.nodes,
      resolve: async (at) => (await graphql<Facts | null>(documents.resolve, { path: at })).data,
    },
  }
}

/** Makes stories over REST; fails loudly when one is refused. */
export function storyMakers(news: Newsroom) {
  const { rest: face } = facesOf(news)
  let made = 0
  const done = ({ status, data, text }: Answer<Draft>) => {
    if (status >= 300) throw new Error(`refused: ${text}`)
    return data
  }
  const draft = async (input: Facts = {}) =>
    done(await face.create({ headline: `Story number ${++made}`, body: someBody, ...input }))
  const publish = async (id: string, input: Facts = {}) => done(await face.publish(id, input))
  return {
    draft,
    publish,
    revise: async (id: string, patch: Facts) => done(await face.revise(id, patch)),
    withdraw: async (id: string) => done(await face.withdraw(id)),
    /** A story that readers see. */
    live: async (input: Facts = {}) => publish((await draft(input)).id),
  }
}
