import type { Ctx } from '../core/ctx.ts'
import { uuidPattern } from '../core/page.ts'
import { dependsOn } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import type { ArticleFilter, Clause, ResolvedFilter } from './filter.ts'
import { type DateField, dateFields, type TermNoun } from './query.ts'

// Filters of live stories as SQL. Keys are looked up inside the statement, so that a list is one statement.

const { sql } = Prisma

const columns = {
  publishedAt: sql`a."publishedAt"`,
  firstPublishedAt: sql`a."firstPublishedAt"`,
  updatedAt: sql`a."updatedAt"`,
  modifiedAt: sql`a."modifiedAt"`,
}

/** A date of the story `a`. */
export function dateColumn(field: DateField): Prisma.Sql {
  return columns[field]
}

/** What holds of the story `a` when it meets the filter; TRUE for one that asks for nothing. */
export function matching(filter: ArticleFilter): Prisma.Sql {
  return all([...termConditions(filter), ...dateConditions(filter)])
}

/** What holds when all of these hold. */
export function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : sql`TRUE`
}

/** One condition on the story `a` for each clause. `but` is a clause that is met otherwise. */
export function termConditions(filter: ArticleFilter, but?: Clause): Prisma.Sql[] {
  return [
    ...filter.tag.filter((clause) => clause !== but).map((clause) => tagCondition(clause)),
    ...filter.section.filter((clause) => clause !== but).map((clause) => sectionCondition(clause)),
    ...filter.author.filter((clause) => clause !== but).map((clause) => authorCondition(clause)),
    ...filter.locale.filter((clause) => clause !== but).map((clause) => localeCondition(clause)),
  ]
}

/** One condition for each end of each range. */
export function dateConditions({ dates }: Pick<ArticleFilter, 'dates'>): Prisma.Sql[] {
  return dateFields.flatMap((field) => {
    const { from, to } = dates[field] ?? {}
    const column = dateColumn(field)
    return [
      ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
      ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
    ]
  })
}

function tagCondition({ isNot, keys }: Clause): Prisma.Sql {
  const has = sql`EXISTS (SELECT FROM published_tag x WHERE x."articleId" = a.id AND x."tagId" = ANY(${idsOf('tag', keys)}) OFFSET 0)`
  return isNot ? sql`NOT ${has}` : has
}

function authorCondition({ isNot, keys }: Clause): Prisma.Sql {
  const has = sql`EXISTS (SELECT FROM published_byline x WHERE x."articleId" = a.id AND x."authorId" = ANY(${idsOf('author', keys)}) OFFSET 0)`
  return isNot ? sql`NOT ${has}` : has
}

function sectionCondition({ isNot, keys }: Clause): Prisma.Sql {
  const has = sql`a."sectionId" = ANY(${idsOf('section', keys)})`
  return isNot ? sql`(${has}) IS NOT TRUE` : has
}

function localeCondition({ isNot, keys }: Clause): Prisma.Sql {
  return isNot ? sql`a.locale <> ALL(${keys}::text[])` : sql`a.locale = ANY(${keys}::text[])`
}

/** The ids that keys stand for today, as an array: looked up once for a statement. */
export function idsOf(noun: Exclude<TermNoun, 'locale'>, keys: string[]): Prisma.Sql {
  const ids = keys.filter((key) => uuidPattern.test(key))
  const slugs = keys.filter((key) => !uuidPattern.test(key))
  if (noun === 'author')
    return sql`ARRAY(
      SELECT "authorId" FROM author_slug WHERE slug = ANY(${slugs}::text[])
      UNION SELECT coalesce("mergedIntoId", id) FROM author WHERE id = ANY(${ids}::uuid[]))`
  return sql`ARRAY(
    SELECT "tagId" FROM tag_slug WHERE slug = ANY(${slugs}::text[])
    UNION SELECT coalesce("mergedIntoId", id) FROM tag WHERE id = ANY(${ids}::uuid[]))`
}

/**
 * The filter with ids in the place of keys, for `isMatch`. Says that the answer depends on them, and on all tags or authors
 * where a key is nobody's. Ids change with merges: look them up again when a tag or author was merged.
 */
export async function resolveFilter(ctx: Ctx, filter: ArticleFilter): Promise<ResolvedFilter> {
  const [tags, authors] = [await idsByKey(ctx, 'tag', filter), await idsByKey(ctx, 'author', filter)]
  const resolve = (clauses: Clause[], known: Map<string, string>) =>
    clauses.map(({ isNot, keys }) => ({ isNot, ids: [...new Set(keys.flatMap((key) => known.get(key) ?? []))] }))
  return {
    tag: resolve(filter.tag, tags),
    section: resolve(filter.section, tags),
    author: resolve(filter.author, authors),
    locale: filter.locale.map(({ isNot, keys }) => ({ isNot, ids: keys })),
    dates: filter.dates,
  }
}

/** What the keys of tags and sections, or of authors, stand for today; what is nobody's, or hidden, is not in it. */
async function idsByKey(ctx: Ctx, noun: 'tag' | 'author', filter: ArticleFilter): Promise<Map<string, string>> {
  const clauses = noun === 'tag' ? [...filter.tag, ...filter.section] : filter.author
  const keys = [...new Set(clauses.flatMap((clause) => clause.keys))]
  if (keys.length === 0) return new Map()
  const ids = keys.filter((key) => uuidPattern.test(key))
  const slugs = keys.filter((key) => !uuidPattern.test(key))
  const source =
    noun === 'tag'
      ? sql`SELECT s.slug AS key, t.id::text FROM tag_slug s JOIN tag t ON t.id = s."tagId"
          WHERE s.slug = ANY(${slugs}::text[]) AND t."publicAt" IS NOT NULL
          UNION ALL SELECT g.id::text, t.id::text FROM tag g JOIN tag t ON t.id = coalesce(g."mergedIntoId", g.id)
          WHERE g.id = ANY(${ids}::uuid[]) AND t."publicAt" IS NOT NULL`
      : sql`SELECT s.slug AS key, w.id::text FROM author_slug s JOIN author w ON w.id = s."authorId"
          WHERE s.slug = ANY(${slugs}::text[]) AND w."publicAt" IS NOT NULL
          UNION ALL SELECT g.id::text, w.id::text FROM author g JOIN author w ON w.id = coalesce(g."mergedIntoId", g.id)
          WHERE g.id = ANY(${ids}::uuid[]) AND w."publicAt" IS NOT NULL`
  const rows = await ctx.db.$queryRaw<{ key: string; id: string }[]>`${source}`
  const found = new Map(rows.map(({ key, id }) => [key, id]))
  dependsOn(ctx, ...found.values(), ...ids)
  // What becomes of hidden ones is told to nobody, until something by their names is public.
  if (found.size < keys.length) dependsOn(ctx, noun === 'tag' ? 'list:tags' : 'list:authors')
  return found
}
