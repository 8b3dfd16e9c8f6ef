import type { Ctx } from '../core/ctx.ts'
import { toSlug } from '../lib/slug.ts'
import type { Entry, StoryEntry } from './entries.ts'
import { fateOf } from './fate.ts'
import { type Identity, identitiesOf } from './identities.ts'
import { type Outcome, outcomeOf, refused } from './outcomes.ts'
import { keepProgress, type Progress, type Run, requireRun } from './run.ts'

/** What a dry run would have made so far, so that later things of the file are told by it. */
export interface Seen {
  /** What was last said of each story, by external id. */
  hashes: Map<string, string>
  slugs: Set<string>
}

/** Writes what would become of a batch, and nothing else. @throws RunLost */
export async function tellBatch(
  ctx: Ctx,
  run: Run,
  seen: Seen,
  entries: Entry[],
  progress: Progress,
): Promise<Outcome[]> {
  const known = await identitiesOf(ctx.db, run.source, entries)
  const taken = await takenSlugs(ctx, entries)
  const outcomes = entries.map((entry) =>
    entry.kind === 'story' ? storyOutcome(ctx, run, { seen, known, taken }, entry) : otherOutcome(entry),
  )
  await ctx.tx(async (tx) => {
    await requireRun(ctx, tx, run)
    await keepProgress(ctx, tx, run, outcomes, progress)
  })
  return outcomes
}

interface Before {
  seen: Seen
  known: Map<string, Identity>
  taken: Set<string>
}

function storyOutcome(ctx: Ctx, run: Run, { seen, known, taken }: Before, entry: StoryEntry): Outcome {
  const { item, hash, prepared } = entry
  if ('faults' in prepared) return refused({ ...entry, remarks: [] }, prepared.faults)
  const identity = known.get(item.externalId)
  const last = seen.hashes.get(item.externalId) ?? identity?.hash
  const told = (result: Outcome['result'], remarks: string[]) =>
    outcomeOf({ ...entry, remarks }, result, identity?.targetId ?? null)
  if (last === hash) return told('UNCHANGED', [])
  if (item.status === 'KILLED' && last === undefined)
    return told('SKIPPED', ['asks to take down a story that is not here'])
  seen.hashes.set(item.externalId, hash)
  if (last !== undefined) return told('UPDATED', [])
  const slug = item.slug ?? toSlug(prepared.content.headline, prepared.content.locale)
  const isTaken = item.slug !== null && (taken.has(slug) || seen.slugs.has(slug))
  seen.slugs.add(slug)
  const { remark } = fateOf(item, prepared.content, run.isPublished, ctx.now)
  return told('CREATED', [
    ...(isTaken ? [`its slug '${slug}' is another story's; it would get another`] : []),
    ...(remark ? [remark] : []),
  ])
}

/** Authors, tags and assets are found or made as stories need them; a dry run says that they were read. */
function otherOutcome(entry: Exclude<Entry, StoryEntry>): Outcome {
  const { number, line } = entry
  const base = { number, line, isRepaired: false, targetId: null }
  if (entry.kind === 'refused') {
    const { externalId, reason } = entry
    return { ...base, result: 'REFUSED', noun: 'ARTICLE', externalId, title: null, remarks: [reason] }
  }
  const remarks = ['would be found here, or made']
  if (entry.kind === 'media') {
    const { externalId, url } = entry.media
    return { ...base, result: 'CREATED', noun: 'MEDIA', externalId, title: url, remarks }
  }
  const { externalId, name } = entry.kind === 'author' ? entry.author : entry.tag
  return {
    ...base,
    result: 'CREATED',
    noun: entry.kind === 'author' ? 'AUTHOR' : 'TAG',
    externalId,
    title: name,
    remarks,
  }
}

async function takenSlugs(ctx: Ctx, entries: Entry[]): Promise<Set<string>> {
  const slugs = entries.flatMap((entry) => (entry.kind === 'story' ? (entry.item.slug ?? []) : []))
  const rows = await ctx.db.articleSlug.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  return new Set(rows.map(({ slug }) => slug))
}
