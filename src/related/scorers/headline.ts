import type { Scorer } from './scorer.ts'

/**
 * Words of the headline that stand in the other's headline too, by their rarity, of all that stand in the longer one. Source: the title
 * as a field of its own, Robertson, Zaragoza, Taylor 2004, doi:10.1145/1031171.1031181.
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
  if (whole === 0) return null
  return shared / (whole * Math.max(1, packed.headline.size / own.length))
}
