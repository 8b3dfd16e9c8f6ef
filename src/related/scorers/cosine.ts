import type { Term } from '../features.ts'
import type { Weighted } from '../rarity.ts'

/**
 * The cosine of two weighted vectors, whose lengths multiplied are `norms`; 0 to 1, and null when one of them is empty. The other's
 * length may be of an archive that was smaller, so that the quotient is cut at 1.
 */
export function cosine(own: Term[], other: Map<number, number>, { rarity }: Weighted, norms: number): number | null {
  if (own.length === 0 || other.size === 0 || norms === 0) return null
  let product = 0
  for (const { term, weight } of own) {
    const theirs = other.get(term)
    if (theirs !== undefined) product += weight * theirs * (rarity.get(term) ?? 0) ** 2
  }
  return Math.min(1, product / norms)
}
