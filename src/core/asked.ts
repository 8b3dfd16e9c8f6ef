/** Fields that a reader asks of a thing, by the names of the contract, each with what is asked of its value: none for a leaf. */
export interface Asked extends ReadonlyMap<string, Asked> {}

/** What is asked of the things behind these paths, such as `edges.node`, together; a path that is not asked adds nothing. */
export function askedBehind(asked: Asked, paths: readonly string[]): Asked {
  const found = paths.flatMap(
    (path) => path.split('.').reduce<Asked | undefined>((at, name) => at?.get(name), asked) ?? [],
  )
  return found.reduce(mergeAsked, new Map())
}

/** Both together. */
export function mergeAsked(one: Asked, other: Asked): Asked {
  const merged = new Map(one)
  for (const [name, asked] of other) merged.set(name, mergeAsked(merged.get(name) ?? new Map(), asked))
  return merged
}
