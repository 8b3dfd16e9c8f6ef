import type { Ctx, Transaction } from '../core/ctx.ts'
import { probesOf } from './candidates.ts'
import { featuresOf } from './features.ts'
import { candidatesFor, type Surroundings, surroundingsOf } from './finding.ts'
import { pack, unpack } from './packing.ts'
import { isCopy, type Picked, pick } from './pick.ts'
import { weigh } from './rarity.ts'
import { type Ground, groundOf, reasonsOf } from './reasons.ts'
import { type Scored, type ScorerName, scoreOf } from './score.ts'
import type { Subject } from './scorers/scorer.ts'
import { countsOf, type StoryRead, surfacesOf } from './stories.ts'

/** A story that is like another one. */
export interface Suggestion {
  id: string
  publishedAt: Date
  /** 0 to 1. */
  score: number
  match: number
  /** For readers, strongest first. */
  reasons: string[]
  /** Copies of it that gave way. */
  copies: string[]
}

export interface Found {
  story: StoryRead
  surroundings: Surroundings
  /** Its own list, the best first. */
  list: Suggestion[]
  /** Others on whose lists it may come; the reasons are the same both ways. */
  neighbours: Suggestion[]
  /** Stories that are copies of it, edited a little: of it and them only the newest is on a list. */
  copies: string[]
}

/** Others of whose lists a new story may become a part. */
const maxNeighbours = 40

/** What is like a story, out of all live ones of its language; `without`: scorers that are left out, to measure what they bring. */
export async function suggestionsFor(
  ctx: Pick<Ctx, 'site'>,
  tx: Transaction | Ctx['db'],
  story: StoryRead,
  tagIds?: string[],
  without: readonly ScorerName[] = [],
): Promise<Found> {
  const features = featuresOf(story)
  const terms = [...features.words, ...features.names].map(({ term }) => term)
  const { storiesWith, all } = await countsOf(tx, story.language, terms)
  const weighted = weigh(features, storiesWith, all)
  const surroundings = await surroundingsOf(tx, story.id, tagIds)
  const candidates = await candidatesFor(
    tx,
    story,
    probesOf(weighted, storiesWith),
    surroundings,
    ctx.site.relatedExcludedTags ?? [],
  )
  const subject: Subject = { story: weighted, ...surroundings, publishedAt: story.publishedAt, all }
  const scored = candidates.map((candidate) => scoreOf(subject, candidate, without))
  const own = unpack(pack({ ...features, ...weighted }))
  const list = own ? pick(own, scored) : []
  const neighbours = neighboursOf(scored, list)
  const reasons = await reasonsFor(tx, subject, story, [...list, ...neighbours])
  const toSuggestion = (each: Scored & Partial<Pick<Picked, 'copies'>>): Suggestion => {
    const { candidate, score, match, copies = [] } = each
    return {
      id: candidate.id,
      publishedAt: candidate.publishedAt,
      score,
      match,
      copies,
      reasons: reasons.get(candidate.id) ?? [],
    }
  }
  const copies = own ? candidates.filter(({ packed }) => isCopy(own, packed)).map(({ id }) => id) : []
  return { story, surroundings, list: list.map(toSuggestion), neighbours: neighbours.map(toSuggestion), copies }
}

/** Those on the list, and copies that gave way on it: these have lists of their own. */
function neighboursOf(scored: Scored[], list: Picked[]): Scored[] {
  const ids = new Set(list.flatMap(({ candidate, copies }) => [candidate.id, ...copies]))
  return scored
    .filter(({ candidate }) => ids.has(candidate.id))
    .sort((one, other) => other.score - one.score)
    .slice(0, maxNeighbours)
}

async function reasonsFor(
  tx: Transaction | Ctx['db'],
  subject: Subject,
  story: StoryRead,
  scored: Scored[],
): Promise<Map<string, string[]>> {
  const grounds = new Map<string, Ground>(scored.map((each) => [each.candidate.id, groundOf(subject, each)]))
  const surfaces = await surfacesOf(tx, story, new Set([...grounds.values()].flatMap(({ words }) => words)))
  return new Map([...grounds].map(([id, ground]) => [id, reasonsOf(ground, (word) => surfaces.get(word))]))
}
