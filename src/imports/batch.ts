import type { Ctx, Transaction } from '../core/ctx.ts'
import { withEventsLast } from '../core/events.ts'
import { holdLock } from '../core/writes.ts'
import type { Entry, StoryEntry } from './entries.ts'
import { type Identity, identitiesOf } from './identities.ts'
import { changeStories } from './known-stories.ts'
import { type Before, isAnyMet, keepMet, learnNames } from './meet.ts'
import { type Near, nearStories, noteTexts } from './near.ts'
import { addStories, type Fresh, NamesChanged } from './new-stories.ts'
import { type Outcome, outcomeOf, refused } from './outcomes.ts'
import { keepProgress, type Progress, type Run, requireRun } from './run.ts'
import { freshOf, nameOutcome } from './told.ts'

/**
 * Writes one batch of what was found, in one transaction: the authors, tags and assets that it names, its stories, what became of
 * each, and how far the run has come. No external id stands twice in a batch. @throws RunLost
 */
export async function writeBatch(
  ctx: Ctx,
  run: Run,
  before: Before,
  entries: Entry[],
  progress: Progress,
): Promise<Outcome[]> {
  const write = () =>
    ctx.tx((tx) =>
      withEventsLast(ctx, tx, async () => {
        await requireRun(ctx, tx, run)
        const written = await writeEntries(ctx, tx, run, before, entries)
        await keepProgress(ctx, tx, run, written.outcomes, progress)
        return written
      }),
    )
  const { outcomes, met } = await write().catch((error: unknown) => {
    if (!(error instanceof NamesChanged)) throw error
    before.names.authors.clear()
    before.names.tags.clear()
    before.names.namesakes.clear()
    return write()
  })
  keepMet(before.names, met)
  return outcomes
}

async function writeEntries(ctx: Ctx, tx: Transaction, run: Run, before: Before, entries: Entry[]) {
  await holdLock(tx, `import:${run.source}`)
  const known = await identitiesOf(tx, run.source, entries)
  const identityOf = (entry: StoryEntry) => known.get(entry.item.externalId)
  const settled = entries.flatMap((entry) =>
    entry.kind === 'story' ? (settledOutcome(entry, identityOf(entry)) ?? []) : [],
  )
  const numbers = new Set(settled.map(({ number }) => number))
  const open = entries.filter(({ number }) => !numbers.has(number))
  const stories = open.filter((entry) => entry.kind === 'story')
  const near = await nearStories(
    ctx,
    tx,
    run,
    stories.filter((entry) => !identityOf(entry)),
  )
  for (const [externalId, { externalId: _other, ...identity }] of near)
    known.set(externalId, { ...identity, hash: null })
  await lockStories(
    tx,
    stories.flatMap((entry) => identityOf(entry) ?? []),
  )
  const met = await learnNames(ctx, tx, run, before, open)
  const told = createdOnce(open.flatMap((entry) => (entry.kind === 'story' ? [] : [nameOutcome(entry, met)])))
  const fresh = stories.flatMap((entry) => (identityOf(entry) ? [] : freshOf(run, entry, met)))
  const changed = stories.flatMap((entry) => {
    const identity = identityOf(entry)
    return identity ? freshOf(run, entry, met).map((story) => ({ ...withNear(story, near), identity })) : []
  })
  const added = fresh.length > 0 ? await addStories(ctx, tx, run, fresh, isAnyMet(before.names)) : []
  const outcomes = [...settled, ...told, ...added, ...(await changeStories(ctx, tx, run, changed))]
  await noteTexts(ctx, tx, run, stories)
  return { outcomes: outcomes.sort((a, b) => a.number - b.number), met: met.names }
}

/** What was made is told of where it stands first. */
function createdOnce(outcomes: Outcome[]): Outcome[] {
  const made = new Set<string | null>()
  return outcomes.map((outcome) => {
    if (outcome.result !== 'CREATED') return outcome
    const isAgain = made.has(outcome.targetId)
    made.add(outcome.targetId)
    return isAgain ? { ...outcome, result: 'UNCHANGED' } : outcome
  })
}

function withNear(story: Fresh, near: Map<string, Near>): Fresh {
  const other = near.get(story.item.externalId)
  if (!other) return story
  return { ...story, remarks: [...story.remarks, `is taken for '${other.externalId}', whose text is nearly the same`] }
}

/** What needs no writing: faulty, the same as before, or a word to take down what is not here. */
function settledOutcome(entry: StoryEntry, identity: Identity | undefined): Outcome | null {
  if ('faults' in entry.prepared) return refused({ ...entry, remarks: [] }, entry.prepared.faults)
  if (identity?.hash === entry.hash) return outcomeOf({ ...entry, remarks: [] }, 'UNCHANGED', identity.targetId)
  if (entry.item.status !== 'KILLED' || identity) return null
  const remarks = ['asks to take down a story that is not here']
  return outcomeOf({ ...entry, remarks }, 'SKIPPED', null)
}

/** Verbs on the same story follow each other; of several stories the locks are taken in one order. */
async function lockStories(tx: Transaction, stories: Identity[]): Promise<void> {
  const names = stories.map(({ targetId }) => `article:${targetId}`).sort()
  if (names.length === 0) return
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (SELECT unnest(${names}::text[]) AS name) wanted`
}
