import type { Scorer } from './scorer.ts'

/** Whether both are parts of one running story, as editors tagged them: 1 or 0; null for a story that is in none. */
export const storyline: Scorer = ({ tags }, candidate) => {
  const own = tags.filter(({ type }) => type === 'STORYLINE').map(({ id }) => id)
  if (own.length === 0) return null
  return candidate.tags.some(({ id }) => own.includes(id)) ? 1 : 0
}
