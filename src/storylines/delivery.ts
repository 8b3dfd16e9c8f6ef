import { toArticleLink } from '../articles/article-link.ts'
import { type ArticleNode, toArticleNode } from '../articles/published.ts'
import { anyOf, linkColumns, nodeColumns, readRows, tagNodeColumn } from '../articles/reading.ts'
import type { LinkRow, NodeRow } from '../articles/rows.ts'
import type { Ctx } from '../core/ctx.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import type { TagNode } from '../tags/tag.ts'
import type { Storyline, StorylineNode, StorylineStatus } from './storyline.ts'

const { sql } = Prisma

/** The id of the newest live story of the storyline whose tag is `t`. */
const newestId = sql`
  (SELECT n."articleId" FROM published_tag n WHERE n."tagId" = t.id ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT 1)`

/** The same among those in the language of `story`. */
const newestInLanguage = sql`
  (SELECT n."articleId" FROM published_tag n JOIN published_article s ON s.id = n."articleId" AND s.locale = story.locale
    WHERE n."tagId" = t.id ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT 1)`

/** The lead that editors chose while readers can find it among the stories of the tag, else the newest; `given` is what they chose. */
const columns = sql`t.id AS "tagId", coalesce(s.status, 'DEVELOPING') AS status, s.summary, s."leadArticleId" AS given,
  coalesce((SELECT p."articleId" FROM published_tag p WHERE p."tagId" = t.id AND p."articleId" = s."leadArticleId"), ${newestId})
    AS "leadId"`

const source = (ids: string[]) => sql`
  FROM tag t LEFT JOIN storyline s ON s."tagId" = t.id WHERE t.id = ${anyOf(ids)} AND t.type = 'STORYLINE'`

interface StorylineRow {
  tagId: string
  status: StorylineStatus
  summary: string | null
  leadId: string | null
}

/** Storylines by the ids of their tags, in one statement; tags of other types have none. The caller knows that they are public. */
export async function storylineNodesOfTags(ctx: Ctx, ids: string[]): Promise<Map<string, StorylineNode>> {
  const rows = await readRows<StorylineRow>(ctx, columns, source(ids))
  dependsOn(ctx, ...rows.map(({ tagId }) => listOf(tagId)))
  return new Map(rows.map(({ tagId, status, summary, leadId }) => [tagId, { tagId, status, summary, leadId }]))
}

/** The same with their leads. */
export async function storylinesOfTags(ctx: Ctx, ids: string[]): Promise<Map<string, Storyline>> {
  const nodes = [...(await storylineNodesOfTags(ctx, ids)).values()]
  const leadIds = nodes.flatMap(({ leadId }) => leadId ?? [])
  const leads = await linksById(ctx, leadIds)
  return new Map(
    nodes.map(({ tagId, status, summary, leadId }) => {
      const lead = leadId ? leads.get(leadId) : undefined
      return [tagId, { status, summary, lead: lead ? toArticleLink(lead, ctx.site) : null }]
    }),
  )
}

async function linksById(ctx: Ctx, ids: string[]): Promise<Map<string, LinkRow>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows<LinkRow>(ctx, linkColumns, sql`FROM published_article l WHERE l.id = ${anyOf(ids)}`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The running story that an article is a part of; `newestId` is null when it is itself the newest. */
export interface ArticleStorylineNode {
  tag: TagNode
  newestId: string | null
}

/** The storylines of live stories, by the story's id: of several the first in the editor's order. */
export async function storylinesOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleStorylineNode>> {
  // Each of the tags can become the name of a storyline: the answer depends on all of them.
  const columnsOf = sql`a.id AS "articleId", ARRAY(SELECT "tagId" FROM published_tag WHERE "articleId" = a.id) AS "tagIds",
    CASE WHEN t.id IS NOT NULL THEN ${tagNodeColumn} END AS tag, nullif(${newestInLanguage}, a.id) AS "newestId"`
  const first = sql`
    FROM unnest(${ids}::uuid[]) AS a (id) JOIN published_article story ON story.id = a.id LEFT JOIN LATERAL (
      SELECT t.* FROM published_tag p JOIN tag t ON t.id = p."tagId"
      WHERE p."articleId" = a.id AND t.type = 'STORYLINE' ORDER BY p.position LIMIT 1) t ON TRUE`
  const rows = await readRows<StorylineOfRow>(ctx, columnsOf, first)
  dependsOn(ctx, ...rows.flatMap(({ tag }) => (tag ? [listOf(tag.id)] : [])))
  return new Map(
    rows.flatMap(({ articleId, tag, newestId: newest }) => (tag ? [[articleId, { tag, newestId: newest }]] : [])),
  )
}

interface StorylineOfRow {
  articleId: string
  tagIds: string[]
  tag: TagNode | null
  newestId: string | null
}

/** The id of the newest live story of a storyline in a language, by the id of its tag; null when there is none. */
export async function newestOfStoryline(ctx: Ctx, tagId: string, locale: string): Promise<string | null> {
  const source = sql`FROM tag t CROSS JOIN (SELECT ${locale}::text AS locale) story WHERE t.id = ${tagId}::uuid`
  const [row] = await readRows<{ id: string; newest: string | null }>(
    ctx,
    sql`t.id, ${newestInLanguage} AS newest`,
    source,
  )
  dependsOn(ctx, listOf(tagId))
  return row?.newest ?? null
}

/** The newest live story that replaced each of these, by the id of the replaced one. */
export async function replacersOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleNode>> {
  const newest = sql`
    FROM unnest(${ids}::uuid[]) AS replaced (id) CROSS JOIN LATERAL (
      SELECT r.* FROM published_article r WHERE r."replacesId" = replaced.id
      ORDER BY r."publishedAt" DESC, r.id DESC LIMIT 1) a`
  const rows = await readRows<NodeRow & { replacedId: string }>(
    ctx,
    sql`replaced.id AS "replacedId", ${nodeColumns}`,
    newest,
  )
  return new Map(rows.map(({ replacedId, ...row }) => [replacedId, toArticleNode(row, ctx.site)]))
}
