import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { chooseSlugs } from '../core/writes.ts'
import { toSlug } from '../lib/slug.ts'
import { fitsUnder, searchColumns, type TagInput } from './tag.ts'

/** A tag to be made, with an id, so that others of the same call can stand below it. */
export interface NewTag extends Pick<TagInput, 'type' | 'name' | 'description' | 'parentId'> {
  id: string
  /** The slug it is to have if that is nobody's; else, and when it is null, one is made of its name. */
  slug: string | null
}

/**
 * Makes many tags in a few statements, in a transaction that holds the tree; parents stand before what is below them. Those that do
 * not fit are not made: gives why, by id. Events are to be held back (`withEventsLast`).
 */
export async function addTags(ctx: Ctx, tx: Transaction, tags: NewTag[]): Promise<Map<string, Refusal>> {
  const refusals = await parentFaults(tx, tags)
  const made = tags.filter(({ id }) => !refusals.has(id))
  if (made.length === 0) return refusals
  const slugs = await slugsFor(tx, made)
  const times = { createdAt: ctx.now, changedAt: ctx.now }
  const rows = made.map(({ id, type, name, description, parentId }) => ({
    ...{ id, type, name, description, parentId, slug: slugs.get(id) ?? '', ...searchColumns(name, []), ...times },
    publicAt: type === 'SECTION' ? ctx.now : null,
  }))
  await tx.tag.createMany({ data: rows })
  await tx.tagSlug.createMany({ data: rows.map(({ id, slug }) => ({ slug, tagId: id })) })
  for (const { id, publicAt } of rows)
    await recordEvent(ctx, tx, {
      ...{ type: 'tag.created', subjectId: id, version: 1, keys: ['list:tags'] },
      isPublic: publicAt !== null,
    })
  return refusals
}

/** Why tags cannot stand where they want to: there is no such place, it is too deep, or it was refused itself. */
async function parentFaults(tx: Transaction, tags: NewTag[]): Promise<Map<string, Refusal>> {
  const refusals = new Map<string, Refusal>()
  if (tags.every(({ parentId }) => !parentId)) return refusals
  const rows = await tx.tag.findMany({ where: { mergedIntoId: null }, select: { id: true, parentId: true } })
  const parentOf = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  for (const { id, parentId, name } of tags) {
    if (!parentId || (parentOf.has(parentId) && fitsUnder(id, parentId, parentOf))) parentOf.set(id, parentId ?? null)
    else
      refusals.set(
        id,
        parentOf.has(parentId)
          ? new Refusal(
              'tag_cycle',
              `parentId: tag '${name}' would stand more than 20 levels deep; choose another parent`,
            )
          : new Refusal('missing_reference', `parentId: there is no tag ${parentId}`),
      )
  }
  return refusals
}

/** A section's page stands at the top of the site, where a story without a section may stand or have stood; so sections choose first. */
async function slugsFor(tx: Transaction, tags: NewTag[]): Promise<Map<string, string>> {
  const wishes = tags
    .map(({ id, slug, name, type }) => ({
      id,
      slug,
      made: toSlug(name) || type.toLowerCase(),
      isSection: type === 'SECTION',
    }))
    .sort((one, other) => Number(other.isSection) - Number(one.isSection))
  const slugs = await chooseSlugs(wishes, async (tried) => {
    const taken = await takenSlugs(tx, [...tried.values()].flat())
    return (slug, { isSection }) => taken.get(slug)?.isTag || (isSection && taken.get(slug)?.isPath) || false
  })
  return new Map(wishes.map(({ id }, i) => [id, slugs[i] ?? '']))
}

async function takenSlugs(tx: Transaction, slugs: string[]): Promise<Map<string, { isTag: boolean; isPath: boolean }>> {
  const rows = await tx.$queryRaw<{ slug: string; isTag: boolean; isPath: boolean }[]>`
    SELECT asked.slug, EXISTS (SELECT FROM tag_slug s WHERE s.slug = asked.slug) AS "isTag",
      EXISTS (SELECT FROM article_path p WHERE p.path = '/' || asked.slug) AS "isPath"
    FROM unnest(${slugs}::text[]) AS asked (slug)`
  return new Map(rows.map((row) => [row.slug, row]))
}
