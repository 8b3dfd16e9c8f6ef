import { countedMost, toCount } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { type Page, readPage, slugPattern, toPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn, dependsOnRows } from '../core/sources.ts'
import { AuthorQuery, type PublicAuthor } from './author.ts'
import { behind, matchingName, publicAuthorColumns, publicAuthorWhere, toPublicAuthor } from './published.ts'

/**
 * One public author by id or slug. A former slug, or that of a merged author, finds the one it stands for now: compare
 * `slug` to know that it moved.
 * @throws not_found
 */
export async function authorByKey(ctx: Ctx, key: string): Promise<PublicAuthor> {
  dependsOn(ctx, 'list:authors')
  const id = await authorIdByKey(ctx, key)
  const row =
    id && (await ctx.db.author.findFirst({ where: { id, ...publicAuthorWhere }, select: publicAuthorColumns }))
  if (!row) throw notFound('author', key)
  dependsOnRows(ctx, row)
  return toPublicAuthor(row, ctx.site)
}

/** The id of the author that an id or slug stands for today, public or not; null when there is none. */
export async function authorIdByKey(ctx: Ctx, key: string): Promise<string | null> {
  if (!uuidPattern.test(key)) {
    if (!slugPattern.test(key)) return null
    const known = await ctx.db.authorSlug.findUnique({ where: { slug: key }, select: { authorId: true } })
    return known?.authorId ?? null
  }
  const row = await ctx.db.author.findUnique({ where: { id: key }, select: { id: true, mergedIntoId: true } })
  return row ? (row.mergedIntoId ?? row.id) : null
}

/** Public authors by name; see `AuthorQuery`. */
export async function listAuthors(ctx: Ctx, input: unknown): Promise<Page<PublicAuthor>> {
  const { search, kind, ...page } = parse(AuthorQuery, input)
  const request = readPage(page, `authors:${search ?? ''}:${kind ?? ''}`)
  dependsOn(ctx, 'list:authors')
  const listed = { ...publicAuthorWhere, ...(kind && { kind }), AND: [matchingName(search)] }
  const rows = await ctx.db.author.findMany({
    where: { AND: [listed, behind(request.after)] },
    select: { ...publicAuthorColumns, nameFolded: true },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
    relationLoadStrategy: 'join',
  })
  dependsOnRows(ctx, rows)
  const found = toPage(
    rows,
    request,
    ({ nameFolded, id }) => ({ key: nameFolded, id }),
    ({ nameFolded, ...row }) => toPublicAuthor(row, ctx.site),
  )
  return {
    ...found,
    totalCount: async () => toCount(await ctx.db.author.count({ where: listed, take: countedMost + 1 })),
  }
}

/** Public authors by id. */
export async function authorsById(ctx: Ctx, ids: string[]): Promise<Map<string, PublicAuthor>> {
  const rows = await ctx.db.author.findMany({
    where: { id: { in: ids }, ...publicAuthorWhere },
    select: publicAuthorColumns,
    relationLoadStrategy: 'join',
  })
  dependsOn(ctx, 'list:authors', ...ids)
  dependsOnRows(ctx, rows)
  return new Map(rows.map((row) => [row.id, toPublicAuthor(row, ctx.site)]))
}
