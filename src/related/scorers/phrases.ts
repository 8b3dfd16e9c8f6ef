import type { Scorer } from './scorer.ts'

/**
 * Pairs of words that stand side by side in both, each worth the rarity of its words together. Stories about one event quote the same
 * sentences. Source: word pairs beside words, Metzler and Croft 2005, doi:10.1145/1076034.1076115 (ordered pairs, the window of 2 widened
 * by one). The other's length is estimated by the number of its pairs.
 */
export const phrases: Scorer = ({ story }, { packed, isForeign }) => {
  const { terms, values } = story.phrases
  if (isForeign || terms.length === 0 || packed.phrases.length === 0) return null
  let [shared, whole, at] = [0, 0, 0]
  for (let own = 0; own < terms.length; own++) {
    const [term, worth] = [terms[own] as number, values[own] as number]
    whole += worth
    // Both are in ascending order.
    while (at < packed.phrases.length && (packed.phrases[at] as number) < term) at++
    if (packed.phrases[at] === term) shared += worth
  }
  if (whole === 0) return null
  return Math.min(1, shared / (whole * Math.sqrt(packed.phrases.length / terms.length)))
}
