import { foreignPlaces, isNewer, latestRank } from './pick.ts'
import type { Suggestion } from './suggesting.ts'

// A list of suggestions as it is kept. Pure.

/** A suggestion on a list; places are by score, those in other languages behind the others. */
export type Listed = Omit<Suggestion, 'copies'>

/** A list in one language is not longer, and keeps as many of the best matches and of the latest. */
const longest = 26
const kept = { score: 14, match: 6, latest: 6 }

/**
 * The list with a new story on it, in the place of what it had of that story before. A copy of the new one gives way to it when it is
 * older; when it is newer the new one stays out. Of translations of each other that in the language of the list stays, or the better one. The
 * list is cut to the best.
 */
export function withNewcomer(list: Listed[], newcomer: Listed, copies: readonly string[]): Listed[] {
  const others = list.filter(({ id }) => id !== newcomer.id)
  const same = others.filter(({ id }) => copies.includes(id))
  if (same.some((copy) => isNewer(copy, newcomer))) return others
  const versions = others.filter(({ originalId }) => originalId === newcomer.originalId)
  if (newcomer.isForeign && versions.some((each) => !each.isForeign || each.score > newcomer.score)) return others
  const leaving = [...same, ...versions.filter(({ isForeign }) => isForeign)]
  const sorted = [...others.filter((each) => !leaving.includes(each)), newcomer].sort(
    (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1),
  )
  const foreign = sorted.filter(({ isForeign }) => isForeign).slice(0, foreignPlaces)
  return [...cut(sorted.filter(({ isForeign }) => !isForeign)), ...foreign]
}

function cut(sorted: Listed[]): Listed[] {
  if (sorted.length <= longest) return sorted
  const by = (rank: (each: Listed) => number, most: number) =>
    [...sorted].sort((one, other) => rank(other) - rank(one)).slice(0, most)
  const staying = new Set([
    ...sorted.slice(0, kept.score),
    ...by(({ match }) => match, kept.match),
    ...by((each) => latestRank({ match: each.match, candidate: each }), kept.latest),
  ])
  return sorted.filter((each) => staying.has(each))
}

/** Whether readers and editors would see no difference. */
export function isSameList(one: Listed[], other: Listed[]): boolean {
  const shown = (list: Listed[]) =>
    JSON.stringify(
      list.map(({ id, score, grounds }) => [id, score.toFixed(3), grounds.map(({ kind, values }) => [kind, values])]),
    )
  return shown(one) === shown(other)
}
