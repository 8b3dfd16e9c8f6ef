import type { Ctx } from '../core/ctx.ts'
import { emptyPage, type Page } from '../core/page.ts'
import { byOneKey, connection, loadBy, orNull, sharedInFlight } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import type { ArticleDraft } from './article-draft.ts'
import { articleNodeByKey, articleNodeByPath, type WholeNode } from './delivery.ts'
import { articleDraft, listArticleDrafts, revisionKey, revisionsByNumber, revisionsOfArticles } from './drafts.ts'
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

/** Pages for many parents: one look-up for each set of arguments, which all parents of one field share. */
function pagesLoader<T>(find: (ctx: Ctx, ids: string[], args: ListArguments) => Promise<Map<string, Page<T>>>) {
  return async (queries: Loading<{ id: string }, ListArguments>[], { ctx }: GraphqlContext): Promise<Page<T>[]> => {
    const nameOf = ({ first, after }: ListArguments) => JSON.stringify([first, after])
    const asked = new Map<string, { args: ListArguments; ids: string[] }>()
    for (const { obj, params } of queries) {
      const known = asked.get(nameOf(params))
      if (known) known.ids.push(obj.id)
      else asked.set(nameOf(params), { args: params, ids: [obj.id] })
    }
    const found = new Map<string, Map<string, Page<T>>>()
    for (const [name, { args, ids }] of asked) found.set(name, await find(ctx, [...new Set(ids)], args))
    return queries.map(({ obj, params }) => found.get(nameOf(params))?.get(obj.id) ?? emptyPage)
  }
}

async function revisionLoader(queries: Loading<{ id: string }, { number: number }>[], { ctx }: GraphqlContext) {
  const wanted = queries.map(({ obj, params }) => ({ articleId: obj.id, number: params.number }))
  const found = await revisionsByNumber(ctx, wanted)
  return wanted.map((each) => found.get(revisionKey(each)) ?? null)
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
  ArticleDraft: {
    live: loadBy<GraphqlContext, ArticleDraft, Node | null>(articleNodesById, ({ id }) => id, null),
    revisions: pagesLoader(revisionsOfArticles),
    revision: revisionLoader,
  },
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
