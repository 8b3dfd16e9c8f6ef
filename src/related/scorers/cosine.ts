import { product, type Weights } from '../weights.ts'

/**
 * The cosine of two weighted vectors, whose lengths multiplied are `norms`; 0 to 1, and null when one of them is empty. The other's
 * length may be of an archive that was smaller, so that the quotient is cut at 1. `own` has the rarity of both in it.
 */
export function cosine(own: Weights, other: Weights, norms: number): number | null {
  if (own.terms.length === 0 || other.terms.length === 0 || norms === 0) return null
  return Math.min(1, product(own, other) / norms)
}
