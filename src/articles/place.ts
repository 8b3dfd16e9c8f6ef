import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { Projection } from './projection.ts'

/**
 * Claims slug and path for ever, and refuses a language that another live translation has.
 * @throws slug_taken, conflict
 */
export async function takePlace(ctx: Ctx, tx: Transaction, id: string, { article }: Projection): Promise<void> {
  await claimForEver(ctx, tx, id, article.slug)
  if (article.path === `/${article.slug}`) await requireNoSection(tx, article.slug)
  await tx.articlePath.createMany({
    data: { path: article.path, articleId: id, liveSince: ctx.now },
    skipDuplicates: true,
  })
  const { originalId, locale } = article
  const twins = { originalId, locale, id: { not: id } }
  const twin = await tx.publishedArticle.findFirst({ where: twins, select: { id: true } })
  if (twin)
    throw new Refusal(
      'conflict',
      `article ${twin.id} is already live as the '${locale}' version of this story; withdraw it or change the locale`,
      { faults: [{ path: 'locale', message: 'is that of another live translation' }] },
    )
}

/** A story without a section stands at the top of the site, beside the sections. */
async function requireNoSection(tx: Transaction, slug: string): Promise<void> {
  const section = await tx.tagSlug.findFirst({ where: { slug, tag: { type: 'SECTION' } }, select: { slug: true } })
  if (section)
    throw new Refusal(
      'slug_taken',
      `slug '${slug}' is that of a section, whose page stands there; choose another or set sectionId`,
      {
        faults: [{ path: 'slug', message: 'is that of a section' }],
      },
    )
}

/** Makes the slug this story's for ever. An older revision may have one that was let go and taken by another story. */
async function claimForEver(ctx: Ctx, tx: Transaction, articleId: string, slug: string): Promise<void> {
  const claimed = await tx.$executeRaw`
    INSERT INTO article_slug (slug, "articleId", "liveSince") VALUES (${slug}, ${articleId}::uuid, ${ctx.now})
    ON CONFLICT (slug) DO UPDATE SET "liveSince" = coalesce(article_slug."liveSince", excluded."liveSince")
    WHERE article_slug."articleId" = excluded."articleId"`
  if (claimed === 0)
    throw new Refusal(
      'slug_taken',
      `slug '${slug}' of this revision now belongs to another story; revise with another`,
      {
        faults: [{ path: 'slug', message: 'is taken' }],
      },
    )
}
