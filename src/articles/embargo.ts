import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { ArticleDraft } from './article-draft.ts'
import { draftFor } from './drafts.ts'
import { factsOf } from './facts.ts'
import { publicationsBefore } from './planned.ts'
import { nextStatus } from './status.ts'
import { EmbargoInput } from './verbs.ts'

/** An embargo as its columns have it; over when its end has come. */
interface EmbargoRow {
  embargoedAt: Date | null
  embargoUntil: Date | null
}

/**
 * Puts a story under embargo until an instant or until it is lifted, or changes the end of the one that there is. A guard, not
 * a timer: nothing happens at its end.
 * @throws not_found, stale_version, invalid_input for an end that is past, conflict when it is live, killed or planned to be
 * live before the end.
 */
export async function embargoArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'embargo')
  const { until: given, note = null } = parse(EmbargoInput, input ?? {})
  const until = given ? new Date(given) : null
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'embargo', expectedVersion)
    nextStatus(draft, 'embargo')
    if (until) await requireToCome(ctx, tx, until)
    await requireNothingPlanned(tx, draft.id, until)
    const since = draft.embargo?.since ?? ctx.now
    const guard = { embargoedAt: since, embargoUntil: until, embargoNote: note }
    await tx.article.update({ where: { id: draft.id }, data: { ...guard, changedAt: ctx.now }, select: { id: true } })
    await recordEvent(ctx, tx, {
      ...{ type: 'article.embargoed', subjectId: draft.id, version: draft.version, note },
      data: { ...factsOf(draft.content), until: until?.getTime() ?? null },
    })
    return { ...draft, embargo: { since, until, note }, changedAt: ctx.now }
  })
}

/** Ends an embargo before its time. @throws not_found, stale_version, conflict when there is none or it was killed. */
export async function liftEmbargo(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'embargo')
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'embargo', expectedVersion)
    nextStatus(draft, 'lift')
    if (!draft.embargo)
      throw new Refusal('conflict', `article ${draft.id} is under no embargo; there is nothing to lift`)
    const guard = { embargoedAt: null, embargoUntil: null, embargoNote: null }
    await tx.article.update({ where: { id: draft.id }, data: { ...guard, changedAt: ctx.now }, select: { id: true } })
    await recordEvent(ctx, tx, {
      ...{ type: 'article.unembargoed', subjectId: draft.id, version: draft.version },
      data: factsOf(draft.content),
    })
    return { ...draft, embargo: null, changedAt: ctx.now }
  })
}

/**
 * The guard of publish, correct, schedule and preview: passes unless the story is under embargo at `at`, or now by the
 * database's clock.
 * @throws embargoed with its end; null: it lasts until it is lifted.
 */
export async function requireNoEmbargo(ctx: Ctx, tx: Transaction, { id }: { id: string }, at?: Date): Promise<void> {
  const columns = { embargoedAt: true, embargoUntil: true } as const
  await refuseUnderEmbargo(ctx, tx, await tx.article.findUniqueOrThrow({ where: { id }, select: columns }), at)
}

/** The same for a row that was read already, under the lock of its story. @throws embargoed */
export async function refuseUnderEmbargo(ctx: Ctx, tx: Transaction, row: EmbargoRow, at?: Date): Promise<void> {
  const { embargoedAt, embargoUntil: until } = row
  if (!embargoedAt || (until && until <= (at ?? (await ctx.databaseNow(tx))))) return
  const way = until
    ? `until ${until.toISOString()}; publish it after that, or lift the embargo`
    : 'without an end; lift the embargo first'
  throw new Refusal('embargoed', `this story is under embargo ${way}`, {
    details: { until: until?.toISOString() ?? null },
  })
}

async function requireToCome(ctx: Ctx, tx: Transaction, until: Date): Promise<void> {
  const isToCome = until > (await ctx.databaseNow(tx))
  if (!isToCome)
    throw invalidInput([
      { path: 'until', message: 'must be an instant to come; leave it out for an embargo without end' },
    ])
}

async function requireNothingPlanned(tx: Transaction, articleId: string, until: Date | null): Promise<void> {
  const planned = await publicationsBefore(tx, articleId, until)
  if (planned.length === 0) return
  const named = planned.map(({ id, at }) => `${id} (${at.toISOString()})`).join(', ')
  throw new Refusal(
    'conflict',
    `the story is to be published before the embargo ends: cancel or move schedule ${named}`,
    {
      details: { schedules: planned.map(({ id }) => id) },
    },
  )
}
