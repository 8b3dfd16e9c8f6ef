import { as, paragraph } from '../articles/stories.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface PostFacts {
  id: string
  status: string
  version: number
  liveVersion: number | null
  at: string
  firstPublishedAt: string | null
  content: Facts
}

export interface Shown {
  id: string
  at: string
  title: string | null
  bodyHtml: string
  bodyText: string
  body: Facts[]
  isKeyEvent: boolean
  isPinned: boolean
  bylines: { displayName: string; author: { id: string; slug: string } }[]
  modifiedAt: string
  publishedAt: string
  version: number
  url: string
}

export interface Window {
  posts: Shown[]
  older: string | null
  newer: string | null
  totalPosts: number
}

export interface LiveBlogFacts {
  startsAt: string
  endsAt: string | null
  totalPosts: number
  latest: Window
  keyEvents: Window
  pinned: Window
}

export const postFields = `id at title body bodyHtml bodyText isKeyEvent isPinned publishedAt modifiedAt version url
  bylines { role position displayName author { id slug name kind } }`
export const windowFields = `posts { ${postFields} } older newer totalPosts`
const recordFields = `id articleId status version liveVersion at firstPublishedAt createdAt createdBy changedAt ownerId
  content { title body at isKeyEvent isPinned bylines { authorId role displayName } }`

const documents = {
  create: `mutation ($id: ID!, $input: PostInput!) { createPost(id: $id, input: $input) { ${recordFields} } }`,
  revise: `mutation ($id: ID!, $input: PostPatch!, $version: Int) { revisePost(id: $id, input: $input, expectedVersion: $version) { ${recordFields} } }`,
  publish: `mutation ($id: ID!, $revision: Int, $significant: Boolean, $version: Int) { publishPost(id: $id, revision: $revision, significant: $significant, expectedVersion: $version) { ${recordFields} } }`,
  withdraw: `mutation ($id: ID!, $version: Int) { withdrawPost(id: $id, expectedVersion: $version) { ${recordFields} } }`,
  remove: 'mutation ($id: ID!, $version: Int) { deletePost(id: $id, expectedVersion: $version) }',
  record: `query ($id: ID!) { postRecord(id: $id) { ${recordFields} } }`,
  records: `query ($id: ID!, $status: PostStatus, $first: Int, $after: String) { postRecords(id: $id, status: $status, first: $first, after: $after) { nodes { ${recordFields} } pageInfo { hasNextPage endCursor } } }`,
  story: `query ($id: ID!) { article(id: $id) { updatedAt modifiedAt jsonLd liveBlog { startsAt endsAt totalPosts
    latest(first: 10) { ${windowFields} } keyEvents(first: 10) { ${windowFields} } pinned(first: 5) { ${windowFields} } } } }`,
}

interface Story {
  updatedAt: string
  modifiedAt: string
  jsonLd: Facts
  liveBlog: LiveBlogFacts | null
}

/** One face of live blogs. */
export interface Face {
  create(story: string, input: Facts): Promise<Answer<PostFacts>>
  revise(id: string, input: Facts, version?: number): Promise<Answer<PostFacts>>
  publish(id: string, input?: Facts, version?: number): Promise<Answer<PostFacts>>
  withdraw(id: string, version?: number): Promise<Answer<PostFacts>>
  remove(id: string, version?: number): Promise<Answer>
  record(id: string): Promise<PostFacts | null>
  records(story: string, query?: Record<string, string>): Promise<PostFacts[]>
  story(id: string): Promise<Story | null>
  /** A window by the parameters of REST. */
  window(story: string, query?: Record<string, string>): Promise<Answer<Window | null>>
}

const header = (version: number | undefined): Record<string, string> =>
  version === undefined ? {} : { 'if-match': `"${version}"` }
const orNull = <T>({ status, data }: Answer<T>) => (status === 200 ? data : null)
const base = '/v1/editorial/posts'

/** The same verbs and questions on either face. */
export function postFacesOf({ rest, graphql }: Newsroom): { rest: Face; graphql: Face } {
  return {
    rest: {
      create: (story, body) => rest('POST', `/v1/editorial/articles/${story}/posts`, { as, body }),
      revise: (id, body, version) => rest('PATCH', `${base}/${id}`, { as, body, headers: header(version) }),
      publish: (id, body = {}, version) =>
        rest('POST', `${base}/${id}/publish`, { as, body, headers: header(version) }),
      withdraw: (id, version) => rest('POST', `${base}/${id}/withdraw`, { as, body: {}, headers: header(version) }),
      remove: (id, version) => rest('DELETE', `${base}/${id}`, { as, headers: header(version) }),
      record: async (id) => orNull(await rest<PostFacts>('GET', `${base}/${id}`, { as })),
      records: async (story, query = {}) => {
        const url = `/v1/editorial/articles/${story}/posts?${new URLSearchParams({ first: '100', ...query })}`
        return (await rest<{ data: PostFacts[] }>('GET', url, { as })).data.data
      },
      story: async (id) => orNull(await rest<Story>('GET', `/v1/articles/${id}`)),
      window: async (story, query = {}) => {
        const answer = await rest<Window>('GET', `/v1/articles/${story}/posts?${new URLSearchParams(query)}`)
        return { ...answer, data: orNull(answer) }
      },
    },
    graphql: {
      create: (id, input) => graphql(documents.create, { id, input }, { as }),
      revise: (id, input, version) => graphql(documents.revise, { id, input, version }, { as }),
      publish: (id, input = {}, version) => graphql(documents.publish, { id, ...input, version }, { as }),
      withdraw: (id, version) => graphql(documents.withdraw, { id, version }, { as }),
      remove: (id, version) => graphql(documents.remove, { id, version }, { as }),
      record: async (id) => (await graphql<PostFacts | null>(documents.record, { id }, { as })).data,
      records: async (id, query = {}) =>
        (await graphql<{ nodes: PostFacts[] }>(documents.records, { id, first: 100, ...query }, { as })).data.nodes,
      story: async (id) => (await graphql<Story | null>(documents.story, { id })).data,
      window: async (id, { window = 'latest', first, ...query } = {}) => {
        const args = { ...query, ...(first && { first: Number(first) }) }
        const types: Record<string, string> = {
          first: 'Int',
          post: window === 'around' ? 'ID!' : 'ID',
          since: 'DateTime',
        }
        const head = Object.keys(args)
          .map((name) => `, $${name}: ${types[name] ?? 'String'}`)
          .join('')
        const call = Object.keys(args)
          .map((name) => `${name}: $${name}`)
          .join(', ')
        const field = `${window}${call && `(${call})`}`
        const text = `query ($id: ID!${head}) { article(id: $id) { liveBlog { ${field} { ${windowFields} } } } }`
        const answer = await graphql<{ liveBlog: Record<string, Window> | null } | null>(text, { id, ...args })
        return { ...answer, data: answer.data?.liveBlog?.[window] ?? null }
      },
    },
  }
}

/** Makes live blogs and posts over REST; fails loudly when one is refused. */
export function liveBlogMakers(news: Newsroom) {
  const { rest: face } = postFacesOf(news)
  let made = 0
  const done = <T>({ status, data, text }: Answer<T>) => {
    if (status >= 300) throw new Error(`refused: ${text}`)
    return data
  }
  const startsAt = '2026-01-08T09:00:00.000Z'
  const draftBlog = async (input: Facts = {}) => {
    const body = { headline: `Live blog ${++made}`, liveBlog: { startsAt }, ...input }
    return done(await news.rest<{ id: string }>('POST', '/v1/editorial/articles', { as, body })).id
  }
  const verb = async (id: string, name: string, body: Facts = {}) =>
    done(await news.rest('POST', `/v1/editorial/articles/${id}/${name}`, { as, body }))
  const draftPost = async (story: string, text: string, input: Facts = {}) =>
    done(await face.create(story, { body: [paragraph(text)], ...input })).id
  const publishPost = async (id: string) => done(await face.publish(id))
  return {
    draftBlog,
    verb,
    draftPost,
    publishPost,
    blog: async (input: Facts = {}) => {
      const id = await draftBlog(input)
      await verb(id, 'publish')
      return id
    },
    post: async (story: string, text: string, input: Facts = {}) => {
      const id = await draftPost(story, text, input)
      await publishPost(id)
      return id
    },
  }
}
