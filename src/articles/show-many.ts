import type { Ctx, Transaction } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { rowsOf } from '../lib/rows.ts'
import { indexStories } from '../search/editorial.ts'
import type { Projection } from './projection.ts'

/** A story that was just saved and is not live yet, and its rows for readers. */
export interface NewlyLive {
  id: string
  projection: Projection
  /** Where it stood before it came here, its own path aside; nobody else's. */
  formerPaths: string[]
}

/**
 * Shows many new stories, as `showProjection` and `takePlace` show one, by COPY and the one statement of search. The slugs are
 * those that `saveStories` wrote as live; the caller shares the locks of `holdStill`.
 */
export async function showStories(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  if (stories.length === 0) return
  await addArticles(ctx, tx, stories)
  await addLists(ctx, tx, stories)
  await addPaths(ctx, tx, stories)
  await indexStories(
    tx,
    stories.map(({ id }) => id),
  )
}

const articleColumns = [
  ...['id', 'revisionId', 'version', 'originalId', 'replacesId', 'locale', 'slug', 'path', 'kicker', 'headline'],
  ...['standfirst', 'sectionId', 'body', 'bodyHtml', 'bodyText', 'wordCount', 'readingMinutes', 'leadMedia'],
  ...['recommendedVideo', 'source', 'liveBlog', 'corrections', 'canonicalUrl'],
  ...['publishedAt', 'firstPublishedAt', 'updatedAt', 'modifiedAt'],
]

async function addArticles(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  const rows = stories.map(({ id, projection: { article } }) => ({ id, ...withoutDbNull(article) }))
  await ctx.copyRows(tx, { table: 'published_article', columns: articleColumns, rows: rowsOf(articleColumns, rows) })
}

/** Prisma tells an empty column from a JSON null by a word of its own; in SQL it is NULL. */
function withoutDbNull(article: Projection['article']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(article).map(([name, value]) => [name, value === Prisma.DbNull ? null : value]),
  )
}

const times = ['publishedAt', 'firstPublishedAt', 'updatedAt', 'modifiedAt']

/** Where the lists of a projection stand, and in which columns besides that of their story. */
const lists = {
  bylines: ['published_byline', ['position', 'authorId', 'role', 'displayName', ...times]],
  tags: ['published_tag', ['tagId', 'position', ...times]],
  links: ['published_link', ['targetId']],
  media: ['published_media', ['mediaId']],
  related: ['related_story', ['position', 'kind', 'targetId', 'url', 'headline']],
} as const

async function addLists(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  for (const [name, [table, own]] of Object.entries(lists)) {
    const columns = ['articleId', ...own]
    const rows = stories.flatMap(({ id, projection }) =>
      projection[name as keyof typeof lists].map((row) => ({ articleId: id, ...row })),
    )
    if (rows.length > 0) await ctx.copyRows(tx, { table, columns, rows: rowsOf(columns, rows) })
  }
}

async function addPaths(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  const paths = stories.flatMap(({ id, projection, formerPaths }) =>
    [...new Set([projection.article.path, ...formerPaths])].map((path) => ({ articleId: id, path })),
  )
  await tx.$executeRaw`
    INSERT INTO article_path (path, "articleId", "liveSince")
    SELECT it.path, it."articleId", ${ctx.now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(paths)}::json) AS it (path text, "articleId" uuid)
    ON CONFLICT DO NOTHING`
}
