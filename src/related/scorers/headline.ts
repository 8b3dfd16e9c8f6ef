import type { Scorer } from './scorer.ts'

/**
 * Words of the headline that stand in the other's headline too, by their rarity, of all that stand in the longer one. Source: the title
 * as a field of its own, Robertson, Zaragoza, Taylor 2004, doi:10.1145/1031171.1031181. A headline that is the other's word for word is a
 * standing head, such as that of a column or of each day's briefing: it says nothing of the event.
 */
export const headline: Scorer = ({ story }, { packed, isForeign }) => {
  const own = story.features.headline
  if (isForeign || own.length === 0 || packed.headline.size === 0) return null
  let [shared, whole] = [0, 0]
  for (const term of own) {
    const worth = story.rarity.get(term) ?? 0
    whole += worth
    if (packed.headline.has(term)) shared += worth
  }
  if (whole === 0 || isSameHeadline(own, packed.headline)) return null
  return shared / (whole * Math.max(1, packed.headline.size / own.length))
}

function isSameHeadline(own: number[], theirs: Set<number>): boolean {
  return own.length === theirs.size && own.every((term) => theirs.has(term))
}
