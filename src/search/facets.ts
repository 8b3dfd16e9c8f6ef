import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { type Found, type Question, rankedStories } from './hits.ts'
import type { FacetName, Facets, FacetValue } from './search.ts'

const { sql } = Prisma

/** Values of one facet at most. */
const most = sql`LIMIT 20`

const counts: Record<FacetName, Prisma.Sql> = {
  section: sql`
    SELECT t.slug AS key, t.name, c.count FROM (
      SELECT a."sectionId" AS id, count(*)::int AS count FROM ranked JOIN published_article a ON a.id = ranked.id
      WHERE a."sectionId" IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 ${most}
    ) c JOIN tag t ON t.id = c.id ORDER BY c.count DESC, t.slug`,
  tag: sql`
    SELECT t.slug AS key, t.name, c.count FROM (
      SELECT p."tagId" AS id, count(*)::int AS count FROM ranked JOIN published_tag p ON p."articleId" = ranked.id
      GROUP BY 1 ORDER BY 2 DESC, 1 ${most}
    ) c JOIN tag t ON t.id = c.id ORDER BY c.count DESC, t.slug`,
  author: sql`
    SELECT w.slug AS key, w.name, c.count FROM (
      SELECT b."authorId" AS id, count(*)::int AS count FROM ranked JOIN published_byline b ON b."articleId" = ranked.id
      GROUP BY 1 ORDER BY 2 DESC, 1 ${most}
    ) c JOIN author w ON w.id = c.id ORDER BY c.count DESC, w.slug`,
  month: sql`
    SELECT to_char("publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS key, to_char("publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS name,
      count(*)::int AS count
    FROM ranked GROUP BY 1 ORDER BY 1 DESC ${most}`,
}

/** How many of the stories found have each section, tag, author or month. */
export async function countFacets(ctx: Ctx, question: Question, found: Found, names: FacetName[]): Promise<Facets> {
  const wanted = names.map((name) => sql`${name}::text, (SELECT coalesce(json_agg(v), '[]') FROM (${counts[name]}) v)`)
  const [row] = await ctx.db.$queryRaw<{ facets: Partial<Record<FacetName, FacetValue[]>> }[]>`
    WITH ${rankedStories(question, found.weeks)} SELECT json_build_object(${Prisma.join(wanted)}) AS facets`
  return { ...row?.facets, exact: found.isAll }
}
