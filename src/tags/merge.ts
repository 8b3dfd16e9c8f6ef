import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { listOf } from '../core/sources.ts'
import { holdLock, nextVersion, shareLock } from '../core/writes.ts'
import type { Tag } from '../db/generated/client.ts'
import { mediaLock } from '../media/lock.ts'
import { standFor } from '../search/editorial.ts'
import { mergeStorylines } from '../storylines/editorial.ts'
import { unmergedTag } from './editorial.ts'
import { tagTreeLock } from './lock.ts'
import { mostAliases, mostExternalIds, searchColumns, TagMerge, type TagRecord, toTagRecord } from './tag.ts'

/**
 * Moves everything that carries tag `id` to another: live stories, children, slugs (which redirect), names as aliases.
 * Drafts need no change: they are read through the merge. Returns the tag that stays.
 * @throws not_found, tag_cycle when one stands below the other, conflict for itself, a merged one, a section with a non-section, or when both
 * together have more aliases or identifiers than one may.
 */
export async function mergeTags(ctx: Ctx, id: string, input: unknown): Promise<TagRecord> {
  allow(ctx.caller, 'tag', 'merge')
  const { intoId } = parse(TagMerge, input)
  return ctx.tx(async (tx) => {
    await holdLock(tx, tagTreeLock)
    // Shared, for a change of media moves the dates of stories, which are copied here.
    await shareLock(tx, mediaLock)
    const [from, into] = [await unmergedTag(tx, id), await unmergedTag(tx, intoId)]
    await requireMergeable(tx, from, into)
    const united = union(from, into)
    requireRoom(from, into, united)
    await moveUses(tx, from, into)
    await standFor(tx, from.id, into.id)
    await mergeStorylines(tx, from, into)
    await tx.tag.update({
      where: { id: from.id },
      data: { mergedIntoId: into.id, parentId: null, ...nextVersion(ctx, from) },
    })
    const row = await tx.tag.update({
      where: { id: into.id },
      data: { ...united, ...nextVersion(ctx, into) },
      include: { storyline: true },
    })
    await recordEvent(ctx, tx, {
      type: 'tag.merged',
      subjectId: from.id,
      version: from.version + 1,
      data: { into: into.id },
      isPublic: row.publicAt !== null,
      keys: [into.id, listOf(from.id), listOf(into.id), 'list:tags', 'list:articles'],
    })
    return toTagRecord(row)
  })
}

async function requireMergeable(tx: Transaction, from: Tag, into: Tag): Promise<void> {
  if (from.id === into.id) throw new Refusal('conflict', `tag ${from.id} cannot be merged into itself`)
  if ((from.type === 'SECTION') !== (into.type === 'SECTION'))
    throw new Refusal(
      'conflict',
      `a section merges with a section only: ${from.slug} is ${from.type}, ${into.slug} is ${into.type}`,
    )
  for (let parentId = into.parentId; parentId; ) {
    if (parentId === from.id)
      throw new Refusal(
        'tag_cycle',
        `tag ${into.slug} stands below ${from.slug}; move it elsewhere first, or merge the other way`,
      )
    parentId = (await tx.tag.findUniqueOrThrow({ where: { id: parentId }, select: { parentId: true } })).parentId
  }
}

/** What stays is a tag like any other: one that could not be edited or brought back from an export is not made. */
function requireRoom(from: Tag, into: Tag, { aliases, externalIds }: ReturnType<typeof union>): void {
  const tooMany = [
    { what: 'aliases', count: aliases.length, most: mostAliases },
    { what: 'external ids', count: Object.keys(externalIds).length, most: mostExternalIds },
  ].filter(({ count, most }) => count > most)
  if (tooMany.length === 0) return
  const counts = tooMany
    .map(({ what, count, most }) => `${count} ${what}, of which a tag has ${most} at most`)
    .join(', and ')
  throw new Refusal('conflict', `tag ${into.slug} would have ${counts}; take some from it or from ${from.slug} first`)
}

async function moveUses(tx: Transaction, from: Tag, into: Tag): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO published_tag ("articleId", "tagId", position, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
    SELECT "articleId", ${into.id}::uuid, position, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt"
    FROM published_tag WHERE "tagId" = ${from.id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.publishedTag.deleteMany({ where: { tagId: from.id } })
  await tx.publishedArticle.updateMany({ where: { sectionId: from.id }, data: { sectionId: into.id } })
  await tx.article.updateMany({ where: { sectionId: from.id }, data: { sectionId: into.id } })
  await tx.tag.updateMany({ where: { parentId: from.id }, data: { parentId: into.id } })
  await tx.tag.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: into.id } })
  await tx.tagSlug.updateMany({ where: { tagId: from.id }, data: { tagId: into.id } })
}

/** What the remaining tag knows afterwards: both names, both sets of identifiers (its own first), the earlier of the two dates. */
function union(from: Tag, into: Tag) {
  const aliases = [...new Set([...into.aliases, from.name, ...from.aliases])].filter((alias) => alias !== into.name)
  const externalIds = { ...(from.externalIds as object), ...(into.externalIds as object) }
  const publicAt =
    [from.publicAt, into.publicAt].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  return { aliases, externalIds, publicAt, ...searchColumns(into.name, aliases) }
}
