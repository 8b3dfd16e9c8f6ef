import { articleNodesById, versionsOfOriginals } from '../articles/loaders.ts'
import type { Projection } from '../articles/projection.ts'
import type { ArticleNode } from '../articles/published.ts'
import type { BylineRow, NodeRow, RelatedRow, TextRow, VersionsRow } from '../articles/rows.ts'
import { type PublicAuthorRow, publicAuthorColumns } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { type LiveBlogInSight, liveBlogInSight } from '../posts/sight.ts'
import type { RelatedGround } from '../related/ground.ts'
import { newestOfStoryline, replacersOfArticles } from '../storylines/delivery.ts'
import { tagNodeColumns, toTagNode } from '../tags/published.ts'
import type { TagNode } from '../tags/tag.ts'

/** The rows that delivery would read of a story if the projection stood in the published tables. */
export interface Sight {
  own: Omit<NodeRow, 'section'>
  section: TagNode | null
  bylines: BylineRow<PublicAuthorRow>[]
  tags: TagNode[]
  text: TextRow
  related: RelatedRow<ArticleNode>[]
  versions: VersionsRow['versions']
  storyline: { tag: TagNode; newest: ArticleNode | null } | null
  replaces: ArticleNode | null
  replacedBy: ArticleNode | null
  /** Of a live blog, its posts. */
  liveBlog: LiveBlogInSight | null
}

/**
 * Looks up around a projection what delivery looks up around a live story. Authors and tags are those of the revision, public
 * or not; other stories are live ones only.
 */
export async function sightOf(ctx: Ctx, id: string, projection: Projection): Promise<Sight> {
  const { article, links } = projection
  const own = ownRow(id, projection)
  const related = await relatedRows(ctx, id, projection)
  const { replacesId = null } = article
  const targets = [
    ...[...links, ...related].flatMap(({ targetId }) => targetId ?? []),
    ...(replacesId ? [replacesId] : []),
  ]
  const [live, bylines, tags, [versions], replacers] = await Promise.all([
    targets.length > 0 ? articleNodesById(ctx, [...new Set(targets)]) : new Map<string, ArticleNode>(),
    bylineRows(ctx, projection),
    tagNodes(ctx, projection),
    versionsOfOriginals(ctx, [article.originalId]).then((found) => [...found.values()]),
    replacersOfArticles(ctx, [id]),
  ])
  const inOrder = projection.tags.flatMap(({ tagId }) => tags.get(tagId) ?? [])
  return {
    ...{ replaces: (replacesId && live.get(replacesId)) || null, replacedBy: replacers.get(id) ?? null },
    storyline: await storylineAmong(ctx, { id, locale: article.locale }, inOrder),
    own,
    section: article.sectionId ? (tags.get(article.sectionId) ?? null) : null,
    bylines,
    tags: inOrder,
    text: textRow(projection, live),
    related: related.map((row) => ({ ...row, live: (row.targetId && live.get(row.targetId)) || null })),
    versions: versions ?? [],
    liveBlog: own.liveBlog && (await liveBlogInSight(ctx, id, own.liveBlog)),
  }
}

/** The first running story among the tags, with its newest story in the language when that is another one. */
async function storylineAmong(
  ctx: Ctx,
  { id, locale }: { id: string; locale: string },
  tags: TagNode[],
): Promise<Sight['storyline']> {
  const tag = tags.find(({ type }) => type === 'STORYLINE')
  if (!tag) return null
  const newestId = await newestOfStoryline(ctx, tag.id, locale)
  const isOther = newestId && newestId !== id
  return { tag, newest: (isOther && (await articleNodesById(ctx, [newestId])).get(newestId)) || null }
}

function ownRow(id: string, { article }: Projection): Sight['own'] {
  const { body: _, bodyHtml: __, bodyText: ___, revisionId: ____, sectionId: _____, ...rest } = article
  // JSON columns of a row to be written say DbNull where one that is read has null.
  const entries = Object.entries(rest).map(([name, value]) => [name, value === Prisma.DbNull ? null : (value ?? null)])
  return { id, ...Object.fromEntries(entries) }
}

function textRow({ article, links }: Projection, live: Map<string, ArticleNode>): TextRow {
  const targets = links.flatMap(({ targetId }) => live.get(targetId) ?? [])
  const { body, bodyHtml, bodyText } = article
  return { body: body as unknown as TextRow['body'], bodyHtml, bodyText, links: targets }
}

async function bylineRows(ctx: Ctx, { bylines }: Projection): Promise<Sight['bylines']> {
  const ids = bylines.map(({ authorId }) => authorId)
  const rows = await ctx.db.author.findMany({ where: { id: { in: ids } }, select: publicAuthorColumns })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return bylines.flatMap(({ authorId, role, displayName = null }) => {
    const author = byId.get(authorId)
    return author ? { role, displayName, author } : []
  })
}

async function tagNodes(ctx: Ctx, { article, tags }: Projection): Promise<Map<string, TagNode>> {
  const ids = [...tags.map(({ tagId }) => tagId), ...(article.sectionId ? [article.sectionId] : [])]
  const rows = await ctx.db.tag.findMany({ where: { id: { in: ids } }, select: tagNodeColumns })
  return new Map(rows.map((row) => [row.id, toTagNode(row)]))
}

/** What an editor picked in this revision, then what the engine found for the story while it was live. */
async function relatedRows(ctx: Ctx, articleId: string, { related }: Projection) {
  const columns = { kind: true, targetId: true, url: true, headline: true, score: true, grounds: true } as const
  const suggested = await ctx.db.relatedStory.findMany({
    where: { articleId, kind: 'SUGGESTED', isForeign: false },
    select: columns,
    orderBy: { position: 'asc' },
  })
  const picked = related.map(({ kind, targetId = null, url = null, headline = null }) => {
    return { kind, targetId, url, headline, score: null, grounds: [] as RelatedGround[] }
  })
  return [...picked, ...suggested.map((row) => ({ ...row, grounds: row.grounds as RelatedGround[] }))]
}
