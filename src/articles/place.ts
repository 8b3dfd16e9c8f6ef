import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { Projection } from './projection.ts'

/**
 * Claims slug and path for ever, and refuses a slug that is another story's or a section's, and a language that another live
 * translation has. Paths under which it stood before it came here lead to it from now on, unless they are somebody's: gives these.
 * @throws slug_taken, conflict
 */
export async function takePlace(ctx: Ctx, tx: Transaction, id: string, { article }: Projection): Promise<string[]> {
  const { slug, path } = article
  // An older revision may have a slug that was let go and taken by another story: then nothing is claimed.
  const [place] = await tx.$queryRaw<{ claimed: number; former: string[] }[]>`
    WITH former AS (
      DELETE FROM former_path WHERE "articleId" = ${id}::uuid RETURNING path
    ), place AS (
      INSERT INTO article_path (path, "articleId", "liveSince")
      SELECT path, ${id}::uuid, ${ctx.now}::timestamptz FROM (
        SELECT ${path} AS path UNION SELECT path FROM former WHERE NOT EXISTS (SELECT FROM tag_slug JOIN tag ON tag.id = tag_slug."tagId"
          WHERE '/' || tag_slug.slug = former.path AND tag.type = 'SECTION')) wanted
      ON CONFLICT DO NOTHING
    ), claimed AS (
      INSERT INTO article_slug (slug, "articleId", "liveSince") VALUES (${slug}, ${id}::uuid, ${ctx.now})
      ON CONFLICT (slug) DO UPDATE SET "liveSince" = coalesce(article_slug."liveSince", excluded."liveSince")
      WHERE article_slug."articleId" = excluded."articleId" RETURNING slug
    )
    SELECT (SELECT count(*) FROM claimed)::int AS claimed, ARRAY(SELECT path FROM former) AS former`
  if (!place?.claimed)
    throw slugTaken(`slug '${slug}' of this revision now belongs to another story; revise with another`, 'is taken')
  await requireRoom(tx, id, article)
  return place.former
}

/** A story without a section stands at the top of the site, beside the sections; of translations one in a language is live. */
async function requireRoom(tx: Transaction, id: string, article: Projection['article']): Promise<void> {
  const { slug, path, originalId, locale } = article
  const topSlug = path === `/${slug}` ? slug : null
  const [found] = await tx.$queryRaw<{ section: boolean; twin: string | null; other: string | null }[]>`
    SELECT EXISTS (SELECT FROM tag_slug JOIN tag ON tag.id = tag_slug."tagId"
        WHERE tag_slug.slug = ${topSlug} AND tag.type = 'SECTION') AS section,
      (SELECT other.id FROM published_article other WHERE other."originalId" = ${originalId}::uuid
        AND other.locale = ${locale} AND other.id <> ${id}::uuid LIMIT 1)::text AS twin,
      (SELECT "articleId" FROM article_path WHERE path = ${path} AND "articleId" <> ${id}::uuid)::text AS other`
  if (found?.section)
    throw slugTaken(
      `slug '${slug}' is that of a section, whose page stands there; choose another or set sectionId`,
      'is that of a section',
    )
  // Only one that came from another site can have stood there: see `FormerPath`.
  if (found?.other)
    throw slugTaken(
      `the path '${path}' leads to article ${found.other}, which stood there before; choose another slug`,
      'is taken',
    )
  if (found?.twin)
    throw new Refusal(
      'conflict',
      `article ${found.twin} is already live as the '${locale}' version of this story; withdraw it or change the locale`,
      { faults: [{ path: 'locale', message: 'is that of another live translation' }] },
    )
}

function slugTaken(message: string, fault: string): Refusal {
  return new Refusal('slug_taken', message, { faults: [{ path: 'slug', message: fault }] })
}
