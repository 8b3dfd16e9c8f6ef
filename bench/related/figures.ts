import type { Labelled } from './archive.ts'

/** How good the lists of one file are: shares of 1. */
export interface Figures {
  p1: number
  /** Hits among five, of as many as there could be. */
  np5: number
  nr10: number
  asked: number
}

/** `listOf` gives the ids of what is suggested beside an article, best first. Articles that are alone in their group are not asked. */
export function figuresOf(file: string, articles: Labelled[], listOf: (id: string) => readonly string[]): Figures {
  const groups = groupsOf(
    articles.filter((article) => article.file === file),
    ({ group }) => group,
  )
  const sums = { p1: 0, np5: 0, nr10: 0, asked: 0 }
  for (const members of groups.values()) {
    const ids = new Set(members.map(({ id }) => id))
    for (const { id } of ids.size > 1 ? members : []) {
      const hits = listOf(id).map((other) => other !== id && ids.has(other))
      const among = (most: number) => hits.slice(0, most).filter(Boolean).length / Math.min(most, ids.size - 1)
      sums.p1 += hits[0] ? 1 : 0
      sums.np5 += among(5)
      sums.nr10 += among(10)
      sums.asked++
    }
  }
  const { asked } = sums
  return { p1: sums.p1 / asked, np5: sums.np5 / asked, nr10: sums.nr10 / asked, asked }
}

export function describeFigures(name: string, file: string, { p1, np5, nr10, asked }: Figures): string {
  const shown = [p1, np5, nr10].map((share) => share.toFixed(3)).join('  ')
  return `${file.padEnd(10)} ${name.padEnd(22)} P@1, nP@5, nR@10: ${shown}  (${asked} asked)`
}

/**
 * Plain TF-IDF cosine over the whole archive: words of two letters and more, in lower case, counted as they stand; idf is
 * ln((1 + N) / (1 + n)) + 1, vectors have the length 1. What is usual: Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0.
 */
export function tfIdf(articles: Labelled[], asked: ReadonlySet<string>): (id: string) => string[] {
  const counts = articles.map(({ title, body }) => {
    const words = `${title ?? ''}\n${body ?? ''}`.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []
    return groupsOf(words, (word) => word)
  })
  const postings = new Map<string, { at: number; weight: number }[]>()
  const stories = new Map<string, number>()
  for (const words of counts) for (const word of words.keys()) stories.set(word, (stories.get(word) ?? 0) + 1)
  const vectors = counts.map((words, at) => {
    const weights = [...words].map(([word, said]) => {
      return { word, weight: said.length * (Math.log((1 + articles.length) / (1 + (stories.get(word) ?? 0))) + 1) }
    })
    const norm = Math.sqrt(weights.reduce((sum, { weight }) => sum + weight ** 2, 0)) || 1
    for (const { word, weight } of weights) {
      const places = postings.get(word)
      if (places) places.push({ at, weight: weight / norm })
      else postings.set(word, [{ at, weight: weight / norm }])
    }
    return weights.map(({ word, weight }) => ({ word, weight: weight / norm }))
  })
  const lists = new Map<string, string[]>()
  for (const [own, { id }] of articles.entries()) {
    if (!asked.has(id)) continue
    const sums = new Float64Array(articles.length)
    for (const { word, weight } of vectors[own] ?? [])
      for (const place of postings.get(word) ?? []) sums[place.at] = (sums[place.at] ?? 0) + weight * place.weight
    sums[own] = -1
    const best = [...sums.keys()].sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0)).slice(0, 10)
    lists.set(
      id,
      best.flatMap((at) => articles[at]?.id ?? []),
    )
  }
  return (id) => lists.get(id) ?? []
}

function groupsOf<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const known = groups.get(name)
    if (known) known.push(item)
    else groups.set(name, [item])
  }
  return groups
}
