import { askedBehind } from '../core/asked.ts'
import type { Ctx } from '../core/ctx.ts'
import { askedOf } from '../graphql/asked.ts'
import {
  byOneKey,
  connection,
  countedConnection,
  loadBy,
  loadPages,
  orNull,
  sharedInFlight,
} from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { windowsOf } from '../posts/delivery.ts'
import type { PostWindow } from '../posts/live-blog.ts'
import { shownPosts } from '../posts/published.ts'
import type { ArticleDraft } from './article-draft.ts'
import { articleNodeByKey, articleNodeByPath } from './delivery.ts'
import { articleDraft, listArticleDrafts } from './drafts.ts'
import { createArticle, reviseArticle } from './editorial.ts'
import { jsonLdOf } from './json-ld.ts'
import { listArticleNodes } from './list.ts'
import { articleNodesById, bylinesOfArticles, tagsOfArticles, textsOfArticles, versionsOfOriginals } from './loaders.ts'
import { articlesOfAuthors, articlesOfTags } from './owned-lists.ts'
import { type ArticleText, toTranslations, type WholeNode } from './published.ts'
import { resolvePath } from './resolve.ts'
import { shareLinksOf } from './share-links.ts'
import { wantedOf } from './wanted.ts'

export const articleResolvers = {
  Query: {
    article: (_, { id, slug, path }, { ctx }, info) =>
      byOneKey({ id, slug, path }, (key, kind) =>
        (kind === 'path' ? articleNodeByPath : articleNodeByKey)(ctx, key, wantedOf(askedOf(info))),
      ),
    articles: (_, { filter, ...list }, { ctx }, info) =>
      listArticleNodes(ctx, { ...filter, ...list }, wantedOf(askedBehind(askedOf(info), ['nodes', 'edges.node']))),
    resolve: (_, args, { ctx }) => orNull(resolvePath(ctx, args)),
    articleDraft: (_, { id }, { ctx }) => orNull(articleDraft(ctx, id)),
    articleDrafts: (_, args, { ctx }) => listArticleDrafts(ctx, args),
  },
  Mutation: {
    createArticle: (_, { input }, { ctx }) => createArticle(ctx, input),
    reviseArticle: (_, { id, input, expectedVersion }, { ctx }) => reviseArticle(ctx, id, input, expectedVersion),
  },
  Article: {
    shareLinks: (article) => shareLinksOf(article),
  },
  ArticleContent: {
    publishedAt: ({ publishedAt }) => (publishedAt ? new Date(publishedAt) : null),
    liveBlog: ({ liveBlog }) =>
      liveBlog
        ? { startsAt: new Date(liveBlog.startsAt), endsAt: liveBlog.endsAt ? new Date(liveBlog.endsAt) : null }
        : null,
  },
  ArticleConnection: countedConnection,
  ArticleDraftConnection: connection,
} satisfies Resolvers

// The fields themselves and `jsonLd` ask for these at the same moment.
const findBylines = sharedInFlight(bylinesOfArticles)
const findTags = sharedInFlight(tagsOfArticles)

interface Loading<P, A = unknown> {
  obj: P
  params: A
}

// What a story has at hand never gets here: see src/graphql/at-hand.ts.

const idsOf = (queries: Loading<WholeNode>[]) => [...new Set(queries.map(({ obj }) => obj.id))]

/** A form of the text, looked up at once for all stories. */
function textLoader<T>(form: (text: ArticleText) => T) {
  return async (queries: Loading<WholeNode>[], { ctx }: GraphqlContext): Promise<(T | null)[]> => {
    const found = await textsOfArticles(ctx, idsOf(queries))
    return queries.map(({ obj }) => {
      const text = found.get(obj.id)
      return text ? form(text) : null
    })
  }
}

/** A list of a story, looked up at once for all of them. */
function listLoader<T>(find: (ctx: Ctx, ids: string[]) => Promise<Map<string, T[]>>) {
  return async (queries: Loading<WholeNode>[], { ctx }: GraphqlContext): Promise<T[][]> => {
    const found = await find(ctx, idsOf(queries))
    return queries.map(({ obj }) => found.get(obj.id) ?? [])
  }
}

/** JSON-LD names authors and tags: both are at hand, or looked up for all stories at once. */
async function jsonLdLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const ids = idsOf(queries.filter(({ obj }) => !(obj.atHand?.bylines && obj.atHand.tags)))
  const [bylines, tags] = ids.length > 0 ? await Promise.all([findBylines(ctx, ids), findTags(ctx, ids)]) : []
  const listsOf = ({ id, atHand }: WholeNode) => ({
    bylines: atHand?.bylines ?? bylines?.get(id) ?? [],
    tags: atHand?.tags ?? tags?.get(id) ?? [],
  })
  const posts = await latestPosts(
    ctx,
    queries.map(({ obj }) => obj),
  )
  const liveBlogOf = ({ id, liveBlog }: WholeNode) =>
    liveBlog && { ...liveBlog, posts: (liveBlog.ready?.windowOf(latest) ?? posts.get(id))?.posts ?? [] }
  return queries.map(({ obj }) => jsonLdOf({ ...obj, ...listsOf(obj), liveBlog: liveBlogOf(obj) }, ctx.site))
}

/** As many posts as the whole story shows over REST. */
const latest = { window: 'latest', first: shownPosts.latest } as const

/** The newest posts of those that are live blogs. */
async function latestPosts(ctx: Ctx, stories: WholeNode[]): Promise<Map<string, PostWindow>> {
  const ids = stories.flatMap(({ id, liveBlog }) => (liveBlog && !liveBlog.ready ? id : []))
  return ids.length > 0 ? windowsOf(ctx, [...new Set(ids)], latest) : new Map()
}

async function translationsLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const found = await versionsOfOriginals(ctx, [...new Set(queries.map(({ obj }) => obj.originalId))])
  return queries.map(({ obj }) => toTranslations(found.get(obj.originalId) ?? [], obj.id))
}

type Node = WholeNode

export const articleLoaders = {
  Article: {
    body: textLoader(({ body }) => body),
    blocks: textLoader(({ body }) => body),
    bodyHtml: textLoader(({ bodyHtml }) => bodyHtml),
    bodyText: textLoader(({ bodyText }) => bodyText),
    bylines: listLoader(findBylines),
    tags: listLoader(findTags),
    translations: translationsLoader,
    jsonLd: jsonLdLoader,
  },
  ArticleDraft: {
    live: loadBy<GraphqlContext, ArticleDraft, Node | null>(articleNodesById, ({ id }) => id, null),
  },
  Tag: { articles: loadPages(articlesOfTags) },
  Author: { articles: loadPages(articlesOfAuthors) },
  Resolution: {
    article: loadBy<GraphqlContext, { article: { id: string } | null }, Node | null>(
      articleNodesById,
      ({ article }) => article?.id,
      null,
    ),
  },
}
