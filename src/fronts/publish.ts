import { actorOf } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { nextVersion } from '../core/writes.ts'
import { asJson, contentOf, frontRevisionOr404, heldFront, withLive } from './editorial.ts'
import { FrontNote, type FrontRecord } from './front-record.ts'
import { withReferences } from './references.ts'

/** Shows what is being worked on to readers, and keeps it as the next revision. @throws not_found, stale_version, missing_reference */
export async function publishFront(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'publish')
  const { note = null } = parse(FrontNote, input ?? {})
  return ctx.tx(async (tx) => {
    const before = await heldFront(tx, id, expectedVersion)
    const content = asJson(await withReferences(tx, contentOf(before)))
    const number = before.headNumber + 1
    const made = { id: ctx.newId(), createdAt: ctx.now, createdBy: actorOf(ctx.caller) }
    await tx.frontRevision.create({
      data: { ...made, frontId: before.id, number, content, previousNumber: before.liveNumber, note },
      select: { id: true },
    })
    const data = { headNumber: number, liveNumber: number, ...nextVersion(ctx, before) }
    const row = await tx.front.update({ where: { id: before.id }, data })
    await recordEvent(ctx, tx, {
      ...{ type: 'front.published', subjectId: row.id, version: row.version, note },
      ...{ data: { number, previous: before.liveNumber }, isPublic: true, keys: ['list:fronts'] },
    })
    return withLive(tx, row)
  })
}

/**
 * Goes back to what readers saw before the revision that they see now; before the first, that is nothing. What is being worked on
 * stays as it is.
 * @throws not_found, stale_version, conflict when readers see nothing of it.
 */
export async function undoFront(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'publish')
  const { note = null } = parse(FrontNote, input ?? {})
  return ctx.tx(async (tx) => {
    const before = await heldFront(tx, id, expectedVersion)
    if (before.liveNumber === null)
      throw new Refusal('conflict', `readers see nothing of front ${before.id}: there is nothing to undo; publish it`)
    const { number: undone, previousNumber } = await frontRevisionOr404(tx, before.id, before.liveNumber)
    const data = { liveNumber: previousNumber, ...nextVersion(ctx, before) }
    const row = await tx.front.update({ where: { id: before.id }, data })
    await recordEvent(ctx, tx, {
      ...{
        type: previousNumber === null ? 'front.withdrawn' : 'front.published',
        subjectId: row.id,
        version: row.version,
      },
      ...{ data: { number: previousNumber, undone }, isPublic: true, keys: ['list:fronts'], note },
    })
    return withLive(tx, row)
  })
}

/**
 * Makes an older revision what is being worked on; readers see nothing of it until it is published.
 * @throws not_found, stale_version, missing_reference when it names something that was deleted.
 */
export async function restoreFront(
  ctx: Ctx,
  id: string,
  number: number,
  input: unknown,
  expectedVersion?: number | null,
): Promise<FrontRecord> {
  allow(ctx.caller, 'front', 'update')
  const { note = null } = parse(FrontNote, input ?? {})
  return ctx.tx(async (tx) => {
    const before = await heldFront(tx, id, expectedVersion)
    const content = await withReferences(tx, contentOf(await frontRevisionOr404(tx, before.id, number)))
    const data = { content: asJson(content), ...nextVersion(ctx, before) }
    const row = await tx.front.update({ where: { id: before.id }, data })
    await recordEvent(ctx, tx, {
      ...{ type: 'front.updated', subjectId: row.id, version: row.version, data: { restored: number }, note },
    })
    return withLive(tx, row)
  })
}
