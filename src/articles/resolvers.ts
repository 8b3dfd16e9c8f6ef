import type { Ctx } from '../core/ctx.ts'
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
import { articleNodeByKey, articleNodeByPath, type StoryLists, type WholeNode } from './delivery.ts'
import { articleDraft, listArticleDrafts } from './drafts.ts'
import { createArticle, reviseArticle } from './editorial.ts'
import { jsonLdOf } from './json-ld.ts'
import { listArticleNodes } from './list.ts'
import { articleNodesById, bylinesOfArticles, tagsOfArticles, textsOfArticles, versionsOfOriginals } from './loaders.ts'
import { articlesOfAuthors, articlesOfTags } from './owned-lists.ts'
import { type ArticleText, toTranslations } from './published.ts'
import { resolvePath } from './resolve.ts'
import { shareLinksOf } from './share-links.ts'

export const articleResolvers = {
  Query: {
    article: (_, { id, slug, path }, { ctx }) =>
      byOneKey({ id, slug, path }, (key, kind) =>
        kind === 'path' ? articleNodeByPath(ctx, key) : articleNodeByKey(ctx, key),
      ),
    articles: (_, { filter, ...list }, { ctx }) => listArticleNodes(ctx, { ...filter, ...list }),
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

/** A form of the text: at hand for a story that was asked for alone, looked up at once for those of a list. */
function textLoader<T>(form: (text: ArticleText) => T) {
  return async (queries: Loading<WholeNode>[], { ctx }: GraphqlContext): Promise<(T | null)[]> => {
    const missing = queries.filter(({ obj }) => !obj.text).map(({ obj }) => obj.id)
    const found =
      missing.length > 0 ? await textsOfArticles(ctx, [...new Set(missing)]) : new Map<string, ArticleText>()
    return queries.map(({ obj }) => {
      const text = obj.text ?? found.get(obj.id)
      return text ? form(text) : null
    })
  }
}

/** The stories whose lists are to be looked up. */
function withoutLists(queries: Loading<WholeNode>[]): string[] {
  return [...new Set(queries.flatMap(({ obj }) => (obj.lists ? [] : obj.id)))]
}

/** A list of a story: at hand for a preview, looked up at once for live stories. */
function listLoader<K extends 'bylines' | 'tags'>(
  name: K,
  find: (ctx: Ctx, ids: string[]) => Promise<Map<string, StoryLists[K]>>,
) {
  return async (queries: Loading<WholeNode>[], { ctx }: GraphqlContext): Promise<(StoryLists[K] | never[])[]> => {
    const ids = withoutLists(queries)
    const found = ids.length > 0 ? await find(ctx, ids) : null
    return queries.map(({ obj }) => obj.lists?.[name] ?? found?.get(obj.id) ?? [])
  }
}

/** JSON-LD names authors and tags, which a node does not have: both are looked up for all stories at once. */
async function jsonLdLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const ids = withoutLists(queries)
  const [bylines, tags] = ids.length > 0 ? await Promise.all([findBylines(ctx, ids), findTags(ctx, ids)]) : []
  const listsOf = ({ id, lists }: WholeNode) => lists ?? { bylines: bylines?.get(id) ?? [], tags: tags?.get(id) ?? [] }
  const posts = await latestPosts(
    ctx,
    queries.map(({ obj }) => obj),
  )
  const liveBlogOf = ({ id, liveBlog }: WholeNode) =>
    liveBlog && { ...liveBlog, posts: (liveBlog.ready?.latest ?? posts.get(id))?.posts ?? [] }
  return queries.map(({ obj }) => jsonLdOf({ ...obj, ...listsOf(obj), liveBlog: liveBlogOf(obj) }, ctx.site))
}

/** The newest posts of those that are live blogs: as many as the whole story shows over REST. */
async function latestPosts(ctx: Ctx, stories: WholeNode[]): Promise<Map<string, PostWindow>> {
  const ids = stories.flatMap(({ id, liveBlog }) => (liveBlog && !liveBlog.ready ? id : []))
  const request = { window: 'latest', first: shownPosts.latest } as const
  return ids.length > 0 ? windowsOf(ctx, [...new Set(ids)], request) : new Map()
}

async function translationsLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const missing = queries.filter(({ obj }) => !obj.versions).map(({ obj }) => obj.originalId)
  const found = missing.length > 0 ? await versionsOfOriginals(ctx, [...new Set(missing)]) : new Map()
  return queries.map(({ obj }) => toTranslations(obj.versions ?? found.get(obj.originalId) ?? [], obj.id))
}

type Node = WholeNode

export const articleLoaders = {
  Article: {
    body: textLoader(({ body }) => body),
    blocks: textLoader(({ body }) => body),
    bodyHtml: textLoader(({ bodyHtml }) => bodyHtml),
    bodyText: textLoader(({ bodyText }) => bodyText),
    bylines: listLoader('bylines', findBylines),
    tags: listLoader('tags', findTags),
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
