import type { ArticleSummary } from '../articles/public-article.ts'
import { type ArticleNode, toArticleNode, toArticleSummary } from '../articles/published.ts'
import { nodeColumns, readRows, summaryColumns } from '../articles/reading.ts'
import type { LinkRow, NodeRow, SummaryRow } from '../articles/rows.ts'
import type { Ctx, Site } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { type Page, readPage, slugPattern, toPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { type MediaRow, toPublicMedia, toStoryMedia } from '../media/published.ts'
import { newestOf } from './backfill.ts'
import { fillFront, openPlaces, type Placed, pickedIds } from './fill.ts'
import { type Front, type FrontContent, type FrontLink, type FrontOf, FrontQuery, type FrontSlotOf } from './front.ts'

const { sql } = Prisma

/** A front in GraphQL; its places are looked up for a list of fronts only when they are asked for. */
export type FrontNode = FrontLink & { slots?: FrontSlotOf<ArticleNode>[] }

/** One front by id or slug, with its stories. @throws not_found when readers see no such front. */
export async function frontByKey(ctx: Ctx, key: string): Promise<Front> {
  return liveFront(ctx, key, asSummaries(ctx))
}

/** The same for GraphQL. */
export async function frontNodeByKey(ctx: Ctx, key: string): Promise<FrontNode> {
  return liveFront(ctx, key, asNodes(ctx))
}

async function liveFront<R extends LinkRow, A extends Shown>(
  ctx: Ctx,
  key: string,
  form: Form<R, A>,
): Promise<FrontOf<A>> {
  const fronts = await filledFronts(ctx, liveFronts(byKey(key)), form)
  if (fronts.length === 0) dependsOn(ctx, 'list:fronts')
  return requireFront(fronts, key)
}

/** Fronts that readers can see, by slug, without their stories. */
export async function listFronts(ctx: Ctx, input: unknown): Promise<Page<FrontLink>> {
  const request = readPage(parse(FrontQuery, input), 'fronts')
  dependsOn(ctx, 'list:fronts')
  const behind = request.after ? sql`f.slug > ${request.after.key}` : sql`TRUE`
  const source = sql`FROM ${liveFronts(behind)} ORDER BY f.slug LIMIT ${request.size + 1}`
  const rows = await readRows<FrontRow>(ctx, frontColumns, source)
  return toPage(rows, request, ({ slug, id }) => ({ key: slug, id }), toFrontLink)
}

/** Fronts that readers can see, by id, without their stories. */
export async function frontsById(ctx: Ctx, ids: string[]): Promise<Map<string, FrontNode>> {
  const rows = await readRows<FrontRow>(ctx, frontColumns, sql`FROM ${liveFronts(sql`f.id = ANY(${ids}::uuid[])`)}`)
  return new Map(rows.map((row) => [row.id, toFrontLink(row)]))
}

/** The places of fronts, by the id of the front. */
export async function slotsOfFronts(ctx: Ctx, ids: string[]): Promise<Map<string, FrontSlotOf<ArticleNode>[]>> {
  const fronts = await filledFronts(ctx, liveFronts(sql`f.id = ANY(${ids}::uuid[])`), asNodes(ctx))
  return new Map(fronts.map(({ id, slots }) => [id, slots]))
}

/** The only one of these. @throws not_found naming `key` when there is none. */
export function requireFront<F>(fronts: F[], key: string): F {
  const [front] = fronts
  if (!front) throw notFound('front', key)
  return front
}

function byKey(key: string): Prisma.Sql {
  if (uuidPattern.test(key)) return sql`f.id = ${key}::uuid`
  return slugPattern.test(key) ? sql`f.slug = ${key}` : sql`FALSE`
}

/** What readers see of fronts, as the table `f`. */
function liveFronts(where: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT f.id, f.slug, r.content, r.number AS version, r."createdAt" AS "publishedAt"
    FROM front f JOIN front_revision r ON r."frontId" = f.id AND r.number = f."liveNumber" WHERE ${where}) f`
}

interface FrontRow extends Pick<FrontLink, 'id' | 'slug' | 'name' | 'locale' | 'version'> {
  publishedAt: string
}

const frontColumns = sql`f.id, f.slug, f.content ->> 'name' AS name, f.content ->> 'locale' AS locale, f.version, f."publishedAt"`

function toFrontLink({ id, slug, name, locale, version, publishedAt }: FrontRow): FrontLink {
  return { id, slug, name, locale, version, publishedAt: new Date(publishedAt) }
}

/** How stories of a front are read and shown: as REST or as GraphQL has them. */
interface Form<R extends LinkRow, A> {
  columns: Prisma.Sql
  view(row: R): A
}

/** Stories as REST lists them. */
export const asSummaries = ({ site }: Ctx): Form<SummaryRow, ArticleSummary> => ({
  columns: summaryColumns,
  view: (row) => toArticleSummary(row, site),
})

/** Stories as GraphQL begins with them. */
export const asNodes = ({ site }: Ctx): Form<NodeRow, ArticleNode> => ({
  columns: nodeColumns,
  view: (row) => toArticleNode(row, site),
})

interface FilledRow<R> extends FrontRow {
  content: FrontContent
  picks: R[]
  media: { id: string; asset: MediaRow }[]
}

/**
 * Fronts with their stories: one statement for what editors put there, and one for each front that has places to fill. `source`
 * is the table `f` of their ids, slugs, contents, versions and dates. A place whose story is not live is as if it were not there.
 */
export async function filledFronts<R extends LinkRow, A extends Shown>(
  ctx: Ctx,
  source: Prisma.Sql,
  form: Form<R, A>,
): Promise<FrontOf<A>[]> {
  const rows = await readRows<FilledRow<R>>(ctx, filledColumns(form), sql`FROM ${source}`)
  const fronts: FrontOf<A>[] = []
  for (const row of rows) fronts.push({ ...toFrontLink(row), slots: await slotsOf(ctx, row, form) })
  return fronts
}

function filledColumns({ columns }: { columns: Prisma.Sql }): Prisma.Sql {
  return sql`${frontColumns}, f.content,
    (SELECT coalesce(json_agg(found), '[]') FROM (SELECT ${columns} FROM published_article a WHERE a.id IN
      (SELECT (slot ->> 'articleId')::uuid FROM jsonb_array_elements(f.content -> 'slots') slot)) found) AS picks,
    (SELECT coalesce(json_agg(json_build_object('id', given.id, 'asset', row_to_json(m))), '[]')
      FROM media_asset given JOIN media_asset m ON m.id = coalesce(given."mergedIntoId", given.id) WHERE given.id IN
      (SELECT (slot #>> '{image,mediaId}')::uuid FROM jsonb_array_elements(f.content -> 'slots') slot)) AS media`
}

async function slotsOf<R extends LinkRow, A extends Shown>(
  ctx: Ctx,
  { content, picks, media }: FilledRow<R>,
  { columns, view }: Form<R, A>,
): Promise<FrontSlotOf<A>[]> {
  const now = await instantFor(ctx, content)
  const live = new Map(picks.map((row) => [row.id, row]))
  const open = openPlaces(content, live, now)
  const spare =
    open > 0 ? await newestOf<R>(ctx, content, { columns, size: open, but: pickedIds(content, live, now) }) : []
  const assets = new Map(media.map(({ id, asset }) => [id, asset]))
  return fillFront(content, live, spare, now).map((placed, index) =>
    toSlot(index + 1, placed, { assets, site: ctx.site, view }),
  )
}

/** The instant at which the front is read, where it matters: by the clock that decides what is due. */
async function instantFor(ctx: Ctx, { slots }: FrontContent): Promise<Date> {
  const ends = slots.flatMap(({ until }) => (until ? [Date.parse(until)] : []))
  if (ends.length === 0) return ctx.now
  const now = await ctx.databaseNow(ctx.db)
  const next = Math.min(...ends.filter((end) => end > now.getTime()))
  if (Number.isFinite(next)) freshFor(ctx, (next - now.getTime()) / 1_000)
  return now
}

type Shown = Pick<ArticleSummary, 'headline' | 'kicker' | 'leadMedia'>

function toSlot<R, A extends Shown>(
  position: number,
  { story, slot }: Placed<R>,
  { assets, site, view }: { assets: Map<string, MediaRow>; site: Site; view: (row: R) => A },
): FrontSlotOf<A> {
  const article = view(story)
  const asset = slot?.image ? assets.get(slot.image.mediaId) : undefined
  return {
    position,
    article,
    headline: slot?.headline ?? article.headline,
    kicker: slot?.kicker ?? article.kicker,
    image: asset ? toPublicMedia(toStoryMedia(asset, { alt: slot?.image?.alt ?? null }), site) : article.leadMedia,
    isSticky: slot?.isSticky ?? false,
    isBackfill: slot === null,
  }
}
