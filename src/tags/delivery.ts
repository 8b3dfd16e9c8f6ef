import { countedMost, toCount } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { emptyPage, type Page, readPage, slugPattern, toPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn, dependsOnRows } from '../core/sources.ts'
import { storylinesOfTags } from '../storylines/delivery.ts'
import type { Storyline } from '../storylines/storyline.ts'
import {
  behind,
  matchingName,
  publicTagColumns,
  publicTagWhere,
  tagNodeColumns,
  toPublicTag,
  toTagNode,
} from './published.ts'
import { type PlacedTag, type PublicTag, type TagNode, TagQuery } from './tag.ts'

/**
 * One public tag by id or slug. A former slug, or that of a merged tag, finds the tag it stands for now: compare
 * `slug` to know that it moved.
 * @throws not_found
 */
export async function tagByKey(ctx: Ctx, key: string): Promise<PlacedTag> {
  const id = await tagIdByKey(ctx, key)
  dependsOn(ctx, 'list:tags')
  const row = id && (await ctx.db.tag.findFirst({ where: { id, ...publicTagWhere }, select: publicTagColumns }))
  if (!row) throw notFound('tag', key)
  dependsOnRows(ctx, row)
  return toPublicTag(row)
}

/** The same for REST, with the storyline that it names. @throws not_found */
export async function publicTagByKey(ctx: Ctx, key: string): Promise<PublicTag> {
  const [tag] = await withStorylines(ctx, [await tagByKey(ctx, key)])
  if (!tag) throw notFound('tag', key)
  return tag
}

/** What `listTags` gives for REST, with the storylines that the tags name. */
export async function listPublicTags(ctx: Ctx, input: unknown): Promise<Page<PublicTag>> {
  const page = await listTags(ctx, input)
  return { ...page, items: await withStorylines(ctx, page.items) }
}

async function withStorylines(ctx: Ctx, tags: PlacedTag[]): Promise<PublicTag[]> {
  const ids = tags.filter(({ type }) => type === 'STORYLINE').map(({ id }) => id)
  const storylines = ids.length > 0 ? await storylinesOfTags(ctx, ids) : new Map<string, Storyline>()
  return tags.map((tag) => ({ ...tag, storyline: storylines.get(tag.id) ?? null }))
}

/** The id of the tag that an id or slug stands for today, public or not; null when there is none. */
export async function tagIdByKey(ctx: Ctx, key: string): Promise<string | null> {
  if (!uuidPattern.test(key)) {
    if (!slugPattern.test(key)) return null
    const known = await ctx.db.tagSlug.findUnique({ where: { slug: key }, select: { tagId: true } })
    return known?.tagId ?? null
  }
  const row = await ctx.db.tag.findUnique({ where: { id: key }, select: { id: true, mergedIntoId: true } })
  return row ? (row.mergedIntoId ?? row.id) : null
}

/** Public tags by name; see `TagQuery`. An unknown parent gives an empty list. */
export async function listTags(ctx: Ctx, input: unknown): Promise<Page<PlacedTag>> {
  const { search, type, parent, ...page } = parse(TagQuery, input)
  const request = readPage(page, `tags:${search ?? ''}:${type ?? ''}:${parent ?? ''}`)
  dependsOn(ctx, 'list:tags')
  const parentId = parent ? await tagIdByKey(ctx, parent) : undefined
  if (parentId === null) return emptyPage
  const listed = {
    ...publicTagWhere,
    ...(type && { type }),
    ...(parentId && { parentId }),
    AND: [matchingName(search)],
  }
  const rows = await ctx.db.tag.findMany({
    where: { AND: [listed, behind(request.after)] },
    select: { ...publicTagColumns, nameFolded: true },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
  })
  dependsOnRows(ctx, rows)
  const found = toPage(
    rows,
    request,
    ({ nameFolded, id }) => ({ key: nameFolded, id }),
    ({ nameFolded, ...row }) => toPublicTag(row),
  )
  return {
    ...found,
    totalCount: async () => toCount(await ctx.db.tag.count({ where: listed, take: countedMost + 1 })),
  }
}

/** Public tags by id. */
export async function tagsById(ctx: Ctx, ids: string[]): Promise<Map<string, TagNode>> {
  const rows = await ctx.db.tag.findMany({ where: { id: { in: ids }, ...publicTagWhere }, select: tagNodeColumns })
  dependsOn(ctx, 'list:tags', ...ids)
  dependsOnRows(ctx, rows)
  return new Map(rows.map((row) => [row.id, toTagNode(row)]))
}

/** The public children of tags, by the parent's id, each by name and at most 100. */
export async function childrenOfTags(ctx: Ctx, ids: string[]): Promise<Map<string, TagNode[]>> {
  const children = { ...publicTagColumns.children, select: tagNodeColumns }
  const rows = await ctx.db.tag.findMany({
    where: { id: { in: ids } },
    select: { id: true, children },
    relationLoadStrategy: 'join',
  })
  dependsOn(ctx, 'list:tags', ...ids)
  dependsOnRows(ctx, rows)
  return new Map(rows.map((row) => [row.id, row.children.map(toTagNode)]))
}
