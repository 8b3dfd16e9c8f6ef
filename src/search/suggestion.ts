import type { Ctx } from '../core/ctx.ts'
import { type Group, type Term, writeGroups } from './terms.ts'

/** Letters that a word has at least to be corrected: in shorter ones every word is like every other. */
const shortest = 4

/**
 * The search with words that headlines have in the place of those that none has and that are like them; null when there are none.
 * Words of stories that are gone may be among them: whoever shows a suggestion has found live stories by it.
 * Likeness is that of trigrams (pg_trgm, at least 0.3), and among alike ones the word of more stories.
 */
export async function suggestSearch(ctx: Ctx, groups: Group[]): Promise<string | null> {
  const terms = groups.flat().filter(isCorrectable)
  if (terms.length === 0) return null
  const rows = await ctx.db.$queryRaw<{ place: number; word: string }[]>`
    SELECT typed.place::int, best.word
    FROM unnest(${terms.map(({ text }) => text)}::text[]) WITH ORDINALITY AS given (text, place)
    CROSS JOIN LATERAL (
      SELECT given.place, (tsvector_to_array(to_tsvector('dateline_simple', given.text)))[1] COLLATE "C" AS word
    ) typed
    CROSS JOIN LATERAL (
      SELECT s.word FROM search_word s
      WHERE s.word % typed.word AND abs(length(s.word) - length(typed.word)) <= 3
      ORDER BY similarity(s.word, typed.word) + 0.02 * ln(1 + s.stories) DESC, s.word LIMIT 1
    ) best
    WHERE NOT EXISTS (SELECT FROM search_word known WHERE known.word = typed.word)`
  const corrected = new Map(
    rows.flatMap(({ place, word }) => {
      const term = terms[place - 1]
      return term ? [[term, word] as const] : []
    }),
  )
  return corrected.size > 0 ? writeGroups(groups, corrected) : null
}

function isCorrectable({ said, isNot, isPhrase, run }: Term): boolean {
  return !isNot && !isPhrase && run === null && said.length >= shortest && /^[\p{L}\p{M}]+$/u.test(said)
}
