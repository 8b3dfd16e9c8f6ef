import { withCompany } from './company.ts'
import type { Packed } from './packing.ts'
import { enoughShared, type Scored } from './score.ts'
import type { Candidate } from './scorers/scorer.ts'
import { countShared } from './weights.ts'

// Which of the stories that are like one make its list. Pure.

/** What has less in common is no suggestion: an empty list is better than a random one. */
export const leastScore = 0.05

/** Places for stories in other languages, behind those in the story's own. */
export const foreignPlaces = 8

/** Places of a list for what matches best as it is, at any age, and lately. More than are shown, so that places that get free are filled. */
const places = { score: 14, match: 6, latest: 6 }

/** Days in which what is new loses half of its weight, in lists of the latest. */
export const freshDays = 7

/** How much of its words two stories share when one is a copy of the other: edited a little, or with another opening. */
const copyAt = 0.6
/** The same with the story itself: what shares less may be a longer report. With so much in common no more than a quarter is added. */
const selfCopyAt = 0.8

/**
 * How much of what is like a story that is on the list already a suggestion loses. Source: maximal marginal relevance, Carbonell and
 * Goldstein 1998, doi:10.1145/290941.291025. Light: readers of a running story want more of it, not the same sentences again.
 */
const sameness = 0.05

export interface Picked extends Scored {
  /** Copies of it that gave way: it stands for them. */
  copies: string[]
}

/**
 * The list of a story: at most 26 in its language, the best first, and behind them 8 in others, of which none is a translation of one
 * before it. `own` is the story itself.
 */
export function pick(own: Packed, scored: Scored[]): Picked[] {
  const matching = scored.filter((each) => isRelated(own, each)).sort((one, other) => other.score - one.score)
  const able = withCompany(matching, isCopy)
  const list = pickOwn(able.filter(({ candidate }) => !candidate.isForeign))
  const seen = new Set(list.map(({ candidate }) => candidate.originalId))
  const foreign = foldCopies(able.filter(({ candidate }) => candidate.isForeign)).filter(({ candidate }) => {
    const isNew = !seen.has(candidate.originalId)
    seen.add(candidate.originalId)
    return isNew
  })
  return [...list, ...foreign.slice(0, foreignPlaces)]
}

/** Whether two stories have enough in common for the list of each other, and are not the same. `own` is one of them. */
export function isRelated(own: Packed, { score, shared, said, candidate }: Scored): boolean {
  if (score < leastScore || (shared < enoughShared && said.storyline !== 1)) return false
  return candidate.isForeign || resemblance(own, candidate.packed, selfCopyAt) < selfCopyAt
}

function pickOwn(able: Scored[]): Picked[] {
  const folded = foldCopies(able)
  const best = diverse(folded).slice(0, places.score)
  const byMatch = [...folded].sort((one, other) => other.match - one.match).slice(0, places.match)
  const latest = [...folded].sort((one, other) => latestRank(other) - latestRank(one)).slice(0, places.latest)
  return [...new Set([...best, ...byMatch, ...latest])]
}

/**
 * What lists of the latest are ordered by: the match, halved for each week of age. As a logarithm it does not depend on when it is asked.
 */
export function latestRank({
  match,
  candidate,
}: Pick<Scored, 'match'> & { candidate: Pick<Candidate, 'publishedAt'> }): number {
  return Math.log(match) + (candidate.publishedAt.getTime() / (freshDays * 86_400_000)) * Math.LN2
}

/** Of copies the newest stays, in the place of the best of them. */
function foldCopies(scored: Scored[]): Picked[] {
  const kept: Picked[] = []
  for (const each of scored.slice(0, 60)) {
    const at = kept.findIndex((other) => isCopy(other.candidate.packed, each.candidate.packed))
    const known = kept[at]
    if (!known) kept.push({ ...each, copies: [] })
    else if (isNewer(each.candidate, known.candidate))
      kept[at] = {
        ...each,
        score: known.score,
        match: Math.max(known.match, each.match),
        copies: [...known.copies, known.candidate.id],
      }
    else known.copies.push(each.candidate.id)
  }
  return kept
}

/** Whether two texts are the same, edited a little: of those only one is on a list. */
export function isCopy(one: Packed, other: Packed): boolean {
  return resemblance(one, other, copyAt) >= copyAt
}

export function isNewer(
  one: Pick<Candidate, 'publishedAt' | 'id'>,
  other: Pick<Candidate, 'publishedAt' | 'id'>,
): boolean {
  const apart = one.publishedAt.getTime() - other.publishedAt.getTime()
  return apart === 0 ? one.id > other.id : apart > 0
}

/** Best first, each weighed against those before it. */
function diverse(scored: Picked[]): Picked[] {
  const [left, chosen] = [scored.slice(0, 30), [] as Picked[]]
  const likest = new Map(left.map((each) => [each, 0]))
  while (left.length > 0) {
    const worth = (each: Picked) => (1 - sameness) * each.score - sameness * (likest.get(each) ?? 0)
    const next = left.reduce((best, each) => (worth(each) > worth(best) ? each : best))
    left.splice(left.indexOf(next), 1)
    chosen.push(next)
    for (const each of left)
      likest.set(each, Math.max(likest.get(each) ?? 0, resemblance(each.candidate.packed, next.candidate.packed)))
  }
  return chosen
}

/** Phrases of both together that are looked at: the part that they share is found to within 0.05. */
const sampled = 200

/**
 * The part of their phrases that two stories share, of all that either has: 0 to 1. Of texts too short for phrases, of their words.
 * Source: Broder 1997, doi:10.1109/SEQUEN.1997.666900: the phrases with the lowest numbers are his sample. What cannot come to `least`
 * any more is 0: most stories are not alike, which is seen soon.
 */
export function resemblance(one: Packed, other: Packed, least = 0): number {
  if (one.phrases.length < 8 || other.phrases.length < 8) return sharedWords(one.words.terms, other.words.terms)
  const mayDiffer = Math.ceil((1 - least) * sampled)
  let [at, beside, seen, both] = [0, 0, 0, 0]
  while (seen < sampled && (at < one.phrases.length || beside < other.phrases.length)) {
    const [own, their] = [one.phrases[at] ?? last, other.phrases[beside] ?? last]
    if (own <= their) at++
    if (their <= own) beside++
    if (own === their) both++
    seen++
    if (seen - both > mayDiffer) return 0
  }
  return both / seen
}

/** Behind all phrases. */
const last = Number.POSITIVE_INFINITY

function sharedWords(one: Int32Array, other: Int32Array): number {
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  if (few.length === 0 || few.length < many.length * 0.4) return 0
  const both = countShared(few, many)
  return both / (few.length + many.length - both)
}
