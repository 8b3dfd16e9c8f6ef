import type { Ctx, Transaction } from '../core/ctx.ts'
import type { Job } from '../jobs/worker.ts'
import { countStories } from './counting.ts'
import { type Claimed, claimDue, noteChangedStories, noteOldWeights, type Stage, setAside } from './due.ts'
import { dropExcludedTags } from './excluded-tags.ts'
import { giveLists, tellOfLists } from './giving.ts'
import { weighStories } from './weighing.ts'

/** Stories of one transaction at each stage: under a second. */
const batch: Record<Stage, number> = { 0: 20, 1: 50, 2: 8 }

/** Gives stories that went live their suggestions, and takes those that left from all lists. */
export const suggestRelated: Job = {
  name: 'suggest-related',
  everyMs: 500,
  run: async (ctx, _signal, tell) => {
    const isMore = await noteChangedStories(ctx)
    if ((await doDue(ctx, tell)) > 0 || isMore) return true
    return noteOldWeights(ctx)
  },
}

/** What the newsroom excludes by tags leaves all lists, also after the setting was changed. */
export const dropExcluded: Job = { name: 'drop-excluded-tags', everyMs: 60_000, run: (ctx) => dropExcludedTags(ctx) }

/**
 * One batch of what is due, claimed in its transaction: how many stories. When a batch fails its stories are done one by one, and the one
 * that fails alone is set aside and told of.
 */
export async function doDue(ctx: Ctx, tell: (error: unknown) => void = () => undefined): Promise<number> {
  let claimed: Claimed | null = null
  try {
    return await ctx.tx(async (tx) => {
      claimed = await claimDue(tx, batch)
      return claimed ? doStage(ctx, tx, claimed) : 0
    })
  } catch (error) {
    if (!claimed) throw error
    return oneByOne(ctx, claimed, tell)
  }
}

async function oneByOne(ctx: Ctx, { ids, ...claim }: Claimed, tell: (error: unknown) => void): Promise<number> {
  for (const id of ids) {
    try {
      await ctx.tx((tx) => doStage(ctx, tx, { ...claim, ids: [id] }))
    } catch (error) {
      tell(error)
      await setAside(ctx.db, id)
    }
  }
  return ids.length
}

async function doStage(ctx: Ctx, tx: Transaction, { stage, ids, priority }: Claimed): Promise<number> {
  if (stage === 0) await tellOfLists(ctx, tx, await countStories(tx, ids))
  else if (stage === 1) await weighStories(tx, ids)
  else await tellOfLists(ctx, tx, await giveLists(ctx, tx, ids, priority))
  return ids.length
}
