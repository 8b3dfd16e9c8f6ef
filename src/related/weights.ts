// Words or names of a story with what each is worth, as numbers side by side: two stories are compared in one walk over both. Pure.

/** `terms` are ascending, each once; `values` stand at the same places. */
export interface Weights {
  terms: Int32Array
  values: Float32Array
}

/** Of pairs in any order. */
export function weightsOf(pairs: readonly (readonly [term: number, value: number])[]): Weights {
  const sorted = [...pairs].sort(([one], [other]) => one - other)
  return {
    terms: Int32Array.from(sorted, ([term]) => term),
    values: Float32Array.from(sorted, ([, value]) => value),
  }
}

/** The same in ascending order. */
export function inOrder(weights: Weights): Weights {
  const { terms, values } = weights
  for (let at = 1; at < terms.length; at++)
    if ((terms[at - 1] ?? 0) > (terms[at] ?? 0))
      return weightsOf([...terms].map((term, at) => [term, values[at] ?? 0] as const))
  return weights
}

/** The sum of the products of what both have. */
export function product(one: Weights, other: Weights): number {
  let [sum, at, beside] = [0, 0, 0]
  while (at < one.terms.length && beside < other.terms.length) {
    const [own, their] = [one.terms[at] as number, other.terms[beside] as number]
    if (own === their) sum += (one.values[at] as number) * (other.values[beside] as number)
    if (own <= their) at++
    if (their <= own) beside++
  }
  return sum
}

/** How many terms both have, counted up to `most`. Both are ascending. */
export function countShared(one: Int32Array, other: Int32Array, most = Number.POSITIVE_INFINITY): number {
  let [shared, at, beside] = [0, 0, 0]
  while (at < one.length && beside < other.length && shared < most) {
    const [own, their] = [one[at] as number, other[beside] as number]
    if (own === their) shared++
    if (own <= their) at++
    if (their <= own) beside++
  }
  return shared
}

/** What a term is worth; undefined when it is not among them. */
export function worthOf({ terms, values }: Weights, term: number): number | undefined {
  let [from, to] = [0, terms.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((terms[middle] as number) < term) from = middle + 1
    else to = middle
  }
  return terms[from] === term ? values[from] : undefined
}
