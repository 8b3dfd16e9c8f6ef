import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { chooseSlug, holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import { toSlug } from '../lib/slug.ts'
import { saveStoryline } from '../storylines/editorial.ts'
import { tagTreeLock } from './lock.ts'
import { behind, matchingName } from './published.ts'
import { fitsUnder, searchColumns, TagInput, TagPatch, TagQuery, type TagRecord, toTagRecord } from './tag.ts'

/** A new tag. @throws invalid_input, slug_taken, missing_reference for an unknown parent. */
export async function createTag(ctx: Ctx, input: unknown): Promise<TagRecord> {
  allow(ctx.caller, 'tag', 'create')
  const given = parse(TagInput, input)
  return ctx.tx(async (tx) => {
    await holdLock(tx, tagTreeLock)
    return addTag(ctx, tx, given)
  })
}

/** The same inside a transaction that holds the tree. Writes the event, so that nothing comes after it. @throws slug_taken, missing_reference */
export async function addTag(
  ctx: Ctx,
  tx: Transaction,
  { slug: given, aliases = [], externalIds = {}, storyline: said, ...fields }: TagInput,
): Promise<TagRecord> {
  const id = ctx.newId()
  await requireParent(tx, id, fields.parentId)
  const slug = await chooseSlug(given, toSlug(fields.name) || fields.type.toLowerCase(), (s) =>
    isFree(tx, { id, type: fields.type }, s),
  )
  const times = { publicAt: fields.type === 'SECTION' ? ctx.now : null, createdAt: ctx.now, changedAt: ctx.now }
  const search = searchColumns(fields.name, aliases)
  const row = await tx.tag.create({
    data: { ...fields, ...search, ...times, id, slug, aliases, externalIds, slugs: { create: { slug } } },
  })
  const storyline = await saveStoryline(tx, { ...row, before: null }, said ?? undefined)
  await recordEvent(ctx, tx, {
    ...{ type: 'tag.created', subjectId: id, version: row.version, keys: ['list:tags'] },
    isPublic: row.publicAt !== null,
  })
  return toTagRecord({ ...row, storyline })
}

/** A change of a tag. @throws not_found, stale_version, slug_taken, tag_cycle, missing_reference, conflict when it was merged. */
export async function updateTag(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<TagRecord> {
  allow(ctx.caller, 'tag', 'update')
  const { slug: given, storyline: said, ...patch } = parse(TagPatch, input)
  return ctx.tx(async (tx) => {
    await holdLock(tx, tagTreeLock)
    const before = await unmergedTag(tx, id)
    await requireVersion(tx, 'tag', before, expectedVersion)
    requireSectionness(before, patch.type)
    await requireParent(tx, before.id, patch.parentId)
    const slug = given ? await chooseSlug(given, '', (s) => isFree(tx, before, s)) : before.slug
    await tx.tagSlug.upsert({ where: { slug }, create: { slug, tagId: before.id }, update: {} })
    const search = searchColumns(patch.name ?? before.name, patch.aliases ?? before.aliases)
    const row = await tx.tag.update({
      where: { id: before.id },
      data: { ...patch, ...search, ...nextVersion(ctx, before), slug },
    })
    const storyline = await saveStoryline(tx, { ...row, before: before.storyline }, said)
    await recordEvent(ctx, tx, {
      ...{ type: 'tag.updated', subjectId: row.id, version: row.version, keys: ['list:tags'] },
      isPublic: row.publicAt !== null,
    })
    return toTagRecord({ ...row, storyline })
  })
}

/** One tag, public or not. @throws not_found */
export async function tagRecord(ctx: Ctx, id: string): Promise<TagRecord> {
  allow(ctx.caller, 'tag', 'read')
  return toTagRecord(await tagOr404(ctx.db, id))
}

/** Tags by name, public or not, without the merged ones. */
export async function listTagRecords(ctx: Ctx, input: unknown): Promise<Page<TagRecord>> {
  allow(ctx.caller, 'tag', 'read')
  const { search, type, parent, ...page } = parse(TagQuery, input)
  const request = readPage(page, `tag-records:${search ?? ''}:${type ?? ''}:${parent ?? ''}`)
  const rows = await ctx.db.tag.findMany({
    where: {
      mergedIntoId: null,
      ...(type && { type }),
      ...(parent && { parent: { slug: parent } }),
      AND: [matchingName(search), behind(request.after)],
    },
    include: { storyline: true },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ nameFolded, id }) => ({ key: nameFolded, id }), toTagRecord)
}

export function tagOr404(tx: Transaction, id: string) {
  return rowOr404('tag', id, (known) => tx.tag.findUnique({ where: { id: known }, include: { storyline: true } }))
}

/** The tag itself. @throws not_found, conflict when it was merged into another. */
export async function unmergedTag(tx: Transaction, id: string) {
  const row = await tagOr404(tx, id)
  if (row.mergedIntoId) throw new Refusal('conflict', `tag ${id} was merged into ${row.mergedIntoId}; change that one`)
  return row
}

/** A section's page stands at the top of the site, where a story without a section may stand or have stood. */
async function isFree(tx: Transaction, { id, type }: { id: string; type: string }, slug: string): Promise<boolean> {
  const known = await tx.tagSlug.findUnique({ where: { slug }, select: { tagId: true } })
  if (known) return known.tagId === id
  const path = `/${slug}`
  return type !== 'SECTION' || !(await tx.articlePath.findUnique({ where: { path }, select: { path: true } }))
}

/** A section holds stories, a tag of another type marks them: one cannot become the other. */
function requireSectionness(before: { id: string; type: string }, type: string | undefined): void {
  if (type && (type === 'SECTION') !== (before.type === 'SECTION'))
    throw new Refusal(
      'conflict',
      `tag ${before.id} is of type ${before.type} and cannot become ${type}; make a new tag`,
    )
}

async function requireParent(tx: Transaction, id: string, given: string | null | undefined): Promise<void> {
  if (!given) return
  const parentId = given.toLowerCase()
  const parents = await tx.tag.findMany({ where: { mergedIntoId: null }, select: { id: true, parentId: true } })
  const parentOf = new Map(parents.map((row) => [row.id, row.parentId]))
  if (!parentOf.has(parentId))
    throw new Refusal('missing_reference', `parentId: there is no tag ${parentId}`, {
      faults: [{ path: 'parentId', message: 'is not the id of a tag' }],
    })
  if (!fitsUnder(id, parentId, parentOf))
    throw new Refusal(
      'tag_cycle',
      `parentId: tag ${parentId} stands below tag ${id}, or more than 20 levels deep; choose another parent`,
      {
        faults: [{ path: 'parentId', message: 'would make a cycle' }],
      },
    )
}
