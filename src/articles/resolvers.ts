import { emptyPage } from '../core/page.ts'
import { byOneKey, connection, loadBy, orNull, sharedInFlight } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import type { ArticleDraft } from './article-draft.ts'
import { articleNodeByKey, articleNodeByPath, type WholeNode } from './delivery.ts'
import { articleDraft, listArticleDrafts, listRevisions, revisionByNumber } from './drafts.ts'
import { createArticle, reviseArticle } from './editorial.ts'
import { jsonLdOf } from './json-ld.ts'
import { listArticleNodes } from './list.ts'
import {
  articleNodesById,
  articlesOfAuthors,
  articlesOfTags,
  bylinesOfArticles,
  type ListArguments,
  tagsOfArticles,
  textsOfArticles,
  versionsOfOriginals,
} from './loaders.ts'
import { publishArticle, withdrawArticle } from './publish.ts'
import { type ArticleText, toTranslations } from './published.ts'
import { resolvePath } from './resolve.ts'
import { shareLinksOf } from './share-links.ts'

export const articleResolvers = {
  Query: {
    article: (_, { id, slug, path }, { ctx }) =>
      byOneKey({ id, slug, path }, (key, kind) =>
        kind === 'path' ? articleNodeByPath(ctx, key) : articleNodeByKey(ctx, key),
      ),
    articles: (_, { filter, ...page }, { ctx }) => listArticleNodes(ctx, { ...filter, ...page }),
    resolve: (_, args, { ctx }) => orNull(resolvePath(ctx, args)),
    articleDraft: (_, { id }, { ctx }) => orNull(articleDraft(ctx, id)),
    articleDrafts: (_, args, { ctx }) => listArticleDrafts(ctx, args),
  },
  Mutation: {
    createArticle: (_, { input }, { ctx }) => createArticle(ctx, input),
    reviseArticle: (_, { id, input, expectedVersion }, { ctx }) => reviseArticle(ctx, id, input, expectedVersion),
    publishArticle: (_, { id, expectedVersion, ...input }, { ctx }) => publishArticle(ctx, id, input, expectedVersion),
    withdrawArticle: (_, { id, expectedVersion }, { ctx }) => withdrawArticle(ctx, id, {}, expectedVersion),
  },
  Article: {
    shareLinks: (article) => shareLinksOf(article),
  },
  ArticleContent: {
    publishedAt: ({ publishedAt }) => (publishedAt ? new Date(publishedAt) : null),
  },
  ArticleDraft: {
    revisions: ({ id }, args, { ctx }) => listRevisions(ctx, id, args),
    revision: ({ id }, { number }, { ctx }) => orNull(revisionByNumber(ctx, id, number)),
  },
  ArticleConnection: connection,
  ArticleDraftConnection: connection,
  RevisionConnection: connection,
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

/** JSON-LD names authors and tags, which a node does not have: both are looked up for all stories at once. */
async function jsonLdLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const ids = [...new Set(queries.map(({ obj }) => obj.id))]
  const [bylines, tags] = await Promise.all([findBylines(ctx, ids), findTags(ctx, ids)])
  const listsOf = ({ id }: WholeNode) => ({ bylines: bylines.get(id) ?? [], tags: tags.get(id) ?? [] })
  return queries.map(({ obj }) => jsonLdOf({ ...obj, ...listsOf(obj) }, ctx.site))
}

async function translationsLoader(queries: Loading<WholeNode>[], { ctx }: GraphqlContext) {
  const missing = queries.filter(({ obj }) => !obj.versions).map(({ obj }) => obj.originalId)
  const found = missing.length > 0 ? await versionsOfOriginals(ctx, [...new Set(missing)]) : new Map()
  return queries.map(({ obj }) => toTranslations(obj.versions ?? found.get(obj.originalId) ?? [], obj.id))
}

/** Pages of stories for many parents: one look-up for each set of arguments, which one field of a query shares. */
function pagesLoader(find: typeof articlesOfTags) {
  return async (queries: Loading<{ id: string }, ListArguments>[], { ctx }: GraphqlContext) => {
    const found = new Map<string, Awaited<ReturnType<typeof find>>>()
    for (const { params } of queries) {
      const name = JSON.stringify([params.first, params.after])
      const asked = queries.filter((query) => JSON.stringify([query.params.first, query.params.after]) === name)
      if (!found.has(name)) found.set(name, await find(ctx, [...new Set(asked.map(({ obj }) => obj.id))], params))
    }
    return queries.map(
      ({ obj, params }) => found.get(JSON.stringify([params.first, params.after]))?.get(obj.id) ?? emptyPage,
    )
  }
}

type Node = WholeNode

export const articleLoaders = {
  Article: {
    body: textLoader(({ body }) => body),
    blocks: textLoader(({ body }) => body),
    bodyHtml: textLoader(({ bodyHtml }) => bodyHtml),
    bodyText: textLoader(({ bodyText }) => bodyText),
    bylines: loadBy<GraphqlContext, Node, unknown[]>(findBylines, ({ id }) => id, []),
    tags: loadBy<GraphqlContext, Node, unknown[]>(findTags, ({ id }) => id, []),
    translations: translationsLoader,
    jsonLd: jsonLdLoader,
  },
  ArticleDraft: { live: loadBy<GraphqlContext, ArticleDraft, Node | null>(articleNodesById, ({ id }) => id, null) },
  Tag: { articles: pagesLoader(articlesOfTags) },
  Author: { articles: pagesLoader(articlesOfAuthors) },
  Resolution: {
    article: loadBy<GraphqlContext, { article: { id: string } | null }, Node | null>(
      articleNodesById,
      ({ article }) => article?.id,
      null,
    ),
  },
}
