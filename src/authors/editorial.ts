import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { chooseSlug, holdLock, nextVersion, requireVersion, rowOr404, shareLock } from '../core/writes.ts'
import { toSlug } from '../lib/slug.ts'
import { mediaLock } from '../media/lock.ts'
import { AuthorInput, AuthorPatch, AuthorQuery, type AuthorRecord, searchColumns, toAuthorRecord } from './author.ts'
import { authorsLock } from './lock.ts'
import { behind, matchingName } from './published.ts'

/** A new author. @throws invalid_input also for an avatar that is no image, slug_taken, missing_reference for an unknown avatar. */
export async function createAuthor(ctx: Ctx, input: unknown): Promise<AuthorRecord> {
  allow(ctx.caller, 'author', 'create')
  const given = parse(AuthorInput, input)
  return ctx.tx(async (tx) => {
    if (given.avatarId) await shareLock(tx, mediaLock)
    await holdLock(tx, authorsLock)
    return addAuthor(ctx, tx, given)
  })
}

/**
 * The same inside a transaction that holds the lock of authors and shares that of media. Writes the event, so that nothing comes
 * after it.
 * @throws invalid_input, slug_taken, missing_reference
 */
export async function addAuthor(
  ctx: Ctx,
  tx: Transaction,
  { slug: given, kind = 'PERSON', ...fields }: AuthorInput,
): Promise<AuthorRecord> {
  const id = ctx.newId()
  await requireAvatar(tx, fields.avatarId)
  const slug = await chooseSlug(given, toSlug(fields.name) || kind.toLowerCase(), (s) => isFree(tx, id, s))
  const times = { createdAt: ctx.now, changedAt: ctx.now }
  const row = await tx.author.create({
    data: { ...fields, ...searchColumns(fields.name), ...times, id, kind, slug, slugs: { create: { slug } } },
  })
  await recordEvent(ctx, tx, { type: 'author.created', subjectId: id, version: row.version })
  return toAuthorRecord(row)
}

/** A change of an author. @throws invalid_input, not_found, stale_version, slug_taken, missing_reference, conflict when merged. */
export async function updateAuthor(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<AuthorRecord> {
  allow(ctx.caller, 'author', 'update')
  const { slug: given, ...patch } = parse(AuthorPatch, input)
  return ctx.tx(async (tx) => {
    if (patch.avatarId) await shareLock(tx, mediaLock)
    await holdLock(tx, authorsLock)
    const before = await unmergedAuthor(tx, id)
    await requireVersion(tx, 'author', before, expectedVersion)
    await requireAvatar(tx, patch.avatarId)
    const slug = given ? await chooseSlug(given, '', (s) => isFree(tx, before.id, s)) : before.slug
    await tx.authorSlug.upsert({ where: { slug }, create: { slug, authorId: before.id }, update: {} })
    const search = searchColumns(patch.name ?? before.name)
    const row = await tx.author.update({
      where: { id: before.id },
      data: { ...patch, ...search, ...nextVersion(ctx, before), slug },
    })
    await recordEvent(ctx, tx, {
      ...{ type: 'author.updated', subjectId: row.id, version: row.version, keys: ['list:authors'] },
      isPublic: row.publicAt !== null,
    })
    return toAuthorRecord(row)
  })
}

/** One author, public or not. @throws not_found */
export async function authorRecord(ctx: Ctx, id: string): Promise<AuthorRecord> {
  allow(ctx.caller, 'author', 'read')
  return toAuthorRecord(await authorOr404(ctx.db, id))
}

/** Authors by name, public or not, without the merged ones. */
export async function listAuthorRecords(ctx: Ctx, input: unknown): Promise<Page<AuthorRecord>> {
  allow(ctx.caller, 'author', 'read')
  const { search, kind, ...page } = parse(AuthorQuery, input)
  const request = readPage(page, `author-records:${search ?? ''}:${kind ?? ''}`)
  const rows = await ctx.db.author.findMany({
    where: { mergedIntoId: null, ...(kind && { kind }), AND: [matchingName(search), behind(request.after)] },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ nameFolded, id }) => ({ key: nameFolded, id }), toAuthorRecord)
}

export function authorOr404(tx: Transaction, id: string) {
  return rowOr404('author', id, (known) => tx.author.findUnique({ where: { id: known } }))
}

/** The author itself. @throws not_found, conflict when it was merged into another. */
export async function unmergedAuthor(tx: Transaction, id: string) {
  const row = await authorOr404(tx, id)
  if (row.mergedIntoId)
    throw new Refusal('conflict', `author ${id} was merged into ${row.mergedIntoId}; change that one`)
  return row
}

async function isFree(tx: Transaction, id: string, slug: string): Promise<boolean> {
  const known = await tx.authorSlug.findUnique({ where: { slug }, select: { authorId: true } })
  return !known || known.authorId === id
}

/** The picture is an asset that is there; under the lock of media, so that it stays one. */
async function requireAvatar(tx: Transaction, avatarId: string | null | undefined): Promise<void> {
  if (!avatarId) return
  const asset = await tx.mediaAsset.findUnique({ where: { id: avatarId, mergedIntoId: null }, select: { type: true } })
  if (!asset)
    throw new Refusal('missing_reference', `avatarId: there is no media asset ${avatarId}`, {
      faults: [{ path: 'avatarId', message: 'is not the id of a media asset' }],
    })
  if (asset.type !== 'IMAGE')
    throw invalidInput([{ path: 'avatarId', message: `must be an asset of type IMAGE, not ${asset.type}` }])
}
