import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { emptyPage, type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { chooseSlug, holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { sameJson } from '../lib/same-json.ts'
import { toSlug } from '../lib/slug.ts'
import { siteForStaff } from '../media/tickets.ts'
import { asNodes, asSummaries, type FrontNode, filledFronts, requireFront } from './delivery.ts'
import type { Front, FrontContent } from './front.ts'
import { changedFront, newFront } from './front-content.ts'
import {
  FrontInput,
  FrontPatch,
  type FrontRecord,
  FrontRecordQuery,
  type FrontRevision,
  FrontRevisionQuery,
} from './front-record.ts'
import { withReferences } from './references.ts'

/** One change of fronts at a time: they are few, and people make them. Comes before every other lock. */
const frontsLock = 'fronts'

/** A new front, which readers do not see before it is published. @throws invalid_input, slug_taken, missing_reference */
export async function createFront(ctx: Ctx, input: unknown): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'create')
  const given = parse(FrontInput, input)
  const unchecked = newFront(given)
  return ctx.tx(async (tx) => {
    await holdLock(tx, frontsLock)
    const id = ctx.newId()
    const content = await withReferences(tx, unchecked)
    const slug = await chooseSlug(given.slug, toSlug(content.name) || 'front', (s) => isFree(tx, id, s))
    const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), changedAt: ctx.now }
    const row = await tx.front.create({ data: { id, slug, content: asJson(content), ...made } })
    await recordEvent(ctx, tx, { type: 'front.created', subjectId: id, version: row.version })
    return toFrontRecord(row, null)
  })
}

/**
 * A change of what is being worked on; readers see nothing of it until it is published, but for the slug, which is not part of
 * what is published.
 * @throws not_found, stale_version, slug_taken, invalid_input, missing_reference
 */
export async function updateFront(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'update')
  const patch = parse(FrontPatch, input)
  return ctx.tx(async (tx) => {
    const before = await heldFront(tx, id, expectedVersion)
    const content = await withReferences(tx, changedFront(contentOf(before), patch))
    const slug = patch.slug ? await chooseSlug(patch.slug, '', (s) => isFree(tx, before.id, s)) : before.slug
    const data = { slug, content: asJson(content), ...nextVersion(ctx, before) }
    const row = await tx.front.update({ where: { id: before.id }, data })
    await recordEvent(ctx, tx, {
      ...{ type: 'front.updated', subjectId: row.id, version: row.version, keys: ['list:fronts'] },
      isPublic: row.liveNumber !== null && slug !== before.slug,
    })
    return withLive(tx, row)
  })
}

/** Removes a front with all its revisions. Gives its id. @throws not_found, stale_version */
export async function deleteFront(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'front', 'delete')
  return ctx.tx(async (tx) => {
    const before = await heldFront(tx, id, expectedVersion)
    await tx.front.delete({ where: { id: before.id }, select: { id: true } })
    await recordEvent(ctx, tx, {
      ...{ type: 'front.deleted', subjectId: before.id, version: before.version + 1, keys: ['list:fronts'] },
      isPublic: before.liveNumber !== null,
    })
    return before.id
  })
}

/** What is being worked on in one front. @throws not_found */
export async function frontRecord(ctx: Ctx, id: string): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'read')
  return withLive(ctx.db, await frontOr404(ctx.db, id))
}

/** Fronts by slug, live or not. */
export async function listFrontRecords(ctx: Ctx, input: unknown): Promise<Page<FrontRecord>> {
  allow(ctx.caller, 'front', 'read')
  const request = readPage(parse(FrontRecordQuery, input), 'front-records')
  const rows = await ctx.db.front.findMany({
    where: request.after ? { slug: { gt: request.after.key } } : {},
    orderBy: { slug: 'asc' },
    take: request.size + 1,
  })
  const live = await liveContents(ctx.db, rows)
  const position = ({ slug, id }: { slug: string; id: string }) => ({ key: slug, id })
  return toPage(rows, request, position, (row) => toFrontRecord(row, live.get(row.id) ?? null))
}

/**
 * What readers would see if what is being worked on were published now, with the number that it would have: live stories only, as
 * on the front itself.
 * @throws not_found
 */
export async function previewFront(ctx: Ctx, id: string): Promise<Front> {
  allow(ctx.caller, 'front', 'read')
  const front = draftFronts(ctx, await frontOr404(ctx.db, id))
  const shown = { ...ctx, site: await siteForStaff(ctx) }
  return requireFront(await filledFronts(shown, front, asSummaries(shown)), id)
}

/** The same for GraphQL. @throws not_found */
export async function previewFrontNode(ctx: Ctx, id: string): Promise<FrontNode> {
  allow(ctx.caller, 'front', 'read')
  const front = draftFronts(ctx, await frontOr404(ctx.db, id))
  const shown = { ...ctx, site: await siteForStaff(ctx) }
  return requireFront(await filledFronts(shown, front, asNodes(shown)), id)
}

/** A front in the place of a live one, as `filledFronts` reads them. */
function draftFronts(ctx: Ctx, { id }: { id: string }): Prisma.Sql {
  return Prisma.sql`(SELECT id, slug, content, "headNumber" + 1 AS version, ${ctx.now}::timestamptz AS "publishedAt"
    FROM front WHERE id = ${id}::uuid) f`
}

/** The revisions of a front, newest first. @throws not_found */
export async function listFrontRevisions(ctx: Ctx, id: string, input: unknown): Promise<Page<FrontRevision>> {
  allow(ctx.caller, 'front', 'read')
  const front = await frontOr404(ctx.db, id)
  return (await revisionsOfFronts(ctx, [front.id], input)).get(front.id) ?? emptyPage
}

/** The same for many fronts at once, by the id of the front. A cursor belongs to one front, so that with one there can be no other. */
export async function revisionsOfFronts(
  ctx: Ctx,
  ids: string[],
  input: unknown,
): Promise<Map<string, Page<FrontRevision>>> {
  allow(ctx.caller, 'front', 'read')
  const asked = parse(FrontRevisionQuery, input)
  const requests = new Map(ids.map((id) => [id, readPage(asked, `front-revisions:${id}`, 'number')]))
  const [shared] = requests.values()
  if (!shared) return new Map()
  const where = shared.after ? { number: { lt: Number(shared.after.key) } } : {}
  const revisions = { where, orderBy: { number: 'desc' }, take: shared.size + 1 } as const
  const rows = await ctx.db.front.findMany({
    where: { id: { in: ids } },
    select: { id: true, liveNumber: true, revisions },
    relationLoadStrategy: 'join',
  })
  const position = (row: { number: number; id: string }) => ({ key: String(row.number), id: row.id })
  return new Map(
    rows.map(({ id, liveNumber, revisions: found }) => [
      id,
      toPage(found, requests.get(id) ?? shared, position, (row) => toFrontRevision(row, liveNumber)),
    ]),
  )
}

/** The front under the lock of fronts, at the version that is expected. @throws not_found, stale_version */
export async function heldFront(
  tx: Transaction,
  id: string,
  expectedVersion: number | null | undefined,
): Promise<FrontRow> {
  await holdLock(tx, frontsLock)
  const row = await frontOr404(tx, id)
  await requireVersion(tx, 'front', row, expectedVersion)
  return row
}

/** The row of one revision. @throws not_found */
export async function frontRevisionOr404(tx: Transaction, frontId: string, number: number) {
  const inRange = Number.isInteger(number) && number > 0 && number < 2 ** 31
  const where = { frontId_number: { frontId, number } }
  const row = inRange ? await tx.frontRevision.findUnique({ where }) : null
  if (!row) throw notFound('revision', `${number}' of front '${frontId}`)
  return row
}

/** The view for staff, with what readers see beside it. */
export async function withLive(tx: Transaction, row: FrontRow): Promise<FrontRecord> {
  return toFrontRecord(row, (await liveContents(tx, [row])).get(row.id) ?? null)
}

/** What readers see of each, by the id of the front. */
async function liveContents(tx: Transaction, rows: FrontRow[]): Promise<Map<string, FrontContent>> {
  const live = rows.flatMap(({ id, liveNumber }) => (liveNumber === null ? [] : [{ frontId: id, number: liveNumber }]))
  if (live.length === 0) return new Map()
  const found = await tx.frontRevision.findMany({ where: { OR: live }, select: { frontId: true, content: true } })
  return new Map(found.map((revision) => [revision.frontId, contentOf(revision)]))
}

function frontOr404(tx: Transaction, id: string): Promise<FrontRow> {
  return rowOr404('front', id, (known) => tx.front.findUnique({ where: { id: known } }))
}

async function isFree(tx: Transaction, id: string, slug: string): Promise<boolean> {
  const known = await tx.front.findUnique({ where: { slug }, select: { id: true } })
  return !known || known.id === id
}

type FrontRow = Prisma.FrontGetPayload<object>

/** The content of a front or of one of its revisions. */
export function contentOf({ content }: { content: Prisma.JsonValue }): FrontContent {
  return content as unknown as FrontContent
}

/** The form in which it is stored. */
export function asJson(content: FrontContent): Prisma.InputJsonObject {
  return content as unknown as Prisma.InputJsonObject
}

function toFrontRecord(row: FrontRow, live: FrontContent | null): FrontRecord {
  const { id, slug, liveNumber, version, createdAt, createdBy, changedAt } = row
  const content = contentOf(row)
  const hasChanges = live === null || !sameJson(content, live)
  return { id, slug, ...content, liveNumber, hasChanges, version, createdAt, createdBy, changedAt }
}

function toFrontRevision(row: Prisma.FrontRevisionGetPayload<object>, liveNumber: number | null): FrontRevision {
  const { number, previousNumber, note, createdAt, createdBy } = row
  return { number, ...contentOf(row), isLive: number === liveNumber, previousNumber, note, createdAt, createdBy }
}
