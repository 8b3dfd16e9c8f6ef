import type { Newsroom } from '../../prove/newsroom.ts'
import { type ScorerName, scorers } from '../../src/related/score.ts'
import { readStories } from '../../src/related/stories.ts'
import { suggestionsFor } from '../../src/related/suggesting.ts'
import type { Labelled } from './archive.ts'

/** Tags, storylines and time lift what the text says: alone they say nothing. */
const lifting: readonly ScorerName[] = ['tags', 'storyline', 'time']

/** Each scorer alone, and all without it: lists by the function behind the worker. `take` gets the lists of one run. */
export async function ablate(
  { ctx }: Newsroom,
  asked: Labelled[],
  take: (name: string, listOf: (id: string) => string[]) => void,
): Promise<void> {
  const names = Object.keys(scorers) as ScorerName[]
  const alone = names.filter((name) => !lifting.includes(name))
  const runs: [string, ScorerName[]][] = [
    ...alone.map((name): [string, ScorerName[]] => [`${name} alone`, names.filter((other) => other !== name)]),
    ...names.map((name): [string, ScorerName[]] => [`without ${name}`, [name]]),
  ]
  for (const [name, without] of runs) {
    const lists = new Map<string, string[]>()
    for (const { id } of asked) lists.set(id, await listWithout(ctx(), id, without))
    take(name, (id) => lists.get(id) ?? [])
  }
}

async function listWithout(ctx: ReturnType<Newsroom['ctx']>, id: string, without: ScorerName[]): Promise<string[]> {
  const [story] = await readStories(ctx.db, [id])
  if (!story) return []
  const { list } = await suggestionsFor(ctx, ctx.db, story, { without })
  return list.slice(0, 10).map((each) => each.id)
}
