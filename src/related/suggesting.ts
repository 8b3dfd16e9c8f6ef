import type { Ctx, Transaction } from '../core/ctx.ts'
import { maxCandidates, maxForeignCandidates, nameProbesOf, probesOf } from './candidates.ts'
import { featuresOf } from './features.ts'
import { candidatesFor, type Surroundings, surroundingsOf } from './finding.ts'
import type { RelatedGround } from './ground.ts'
import { type Packed, pack, unpack } from './packing.ts'
import { isCopy, type Picked, pick } from './pick.ts'
import { type Weighted, weigh } from './rarity.ts'
import { type Common, commonOf, groundsOf } from './reasons.ts'
import { type Scored, type ScorerName, scoreOf } from './score.ts'
import type { Candidate, Subject } from './scorers/scorer.ts'
import { countsOf, type StoryRead, surfacesOf } from './stories.ts'

/** A story that is like another one. */
export interface Suggestion {
  id: string
  publishedAt: Date
  /** 0 to 1. */
  score: number
  match: number
  originalId: string
  /** In another language than the story that it is like. */
  isForeign: boolean
  /** Why, strongest first. */
  grounds: RelatedGround[]
  /** Copies of it that gave way. */
  copies: string[]
}

export interface Found {
  story: StoryRead
  /** The same as it is compared, and as it is kept; null: it has no words. */
  subject: Subject
  own: Packed | null
  surroundings: Surroundings
  /** Its own list, the best first; those in other languages behind. */
  list: Suggestion[]
  /** Others on whose lists it may come; the reasons are the same both ways. */
  neighbours: Suggestion[]
  /** Stories that are copies of it, edited a little: of it and them only the newest is on a list. */
  copies: string[]
}

/** Others of whose lists a new story may become a part. */
const maxNeighbours = 40

interface Finding {
  /** Tags of a draft; those of the live story when left out. */
  tagIds?: string[]
  /** Scorers that are left out, to measure what they bring. */
  without?: readonly ScorerName[]
}

/** What is like a story, out of all live ones. */
export async function suggestionsFor(
  ctx: Pick<Ctx, 'site' | 'readTexts'>,
  tx: Transaction | Ctx['db'],
  story: StoryRead,
  { tagIds, without = [] }: Finding = {},
): Promise<Found> {
  const features = featuresOf(story)
  const terms = [...features.words, ...features.names].map(({ term }) => term)
  const { storiesWith, all } = await countsOf(tx, [story.language], terms)
  const weighted = weigh(features, storiesWith, all)
  const excludedTags = ctx.site.relatedExcludedTags ?? []
  const surroundings = await surroundingsOf(tx, story, excludedTags, tagIds)
  const near = await candidatesFor(ctx, tx, story, surroundings, {
    languages: [story.language],
    probes: probesOf(weighted, storiesWith),
    most: maxCandidates,
    tagIds: surroundings.tags.filter(({ type }) => type === 'STORYLINE').map(({ id }) => id),
    excludedTags,
  })
  const candidates = [...near, ...(await foreignCandidates(ctx, tx, story, weighted, surroundings, excludedTags))]
  const { language, publishedAt } = story
  const subject: Subject = { story: weighted, language, ...surroundings, publishedAt, all }
  const scored = candidates.map((candidate) => scoreOf(subject, candidate, without))
  const own = unpack(pack({ ...weighted, ...features }))
  const list = own ? pick(own, scored) : []
  const neighbours = neighboursOf(scored, list)
  const grounds = await groundsFor(tx, subject, story, [...list, ...neighbours])
  const toSuggestion = (each: Scored & Partial<Pick<Picked, 'copies'>>): Suggestion => {
    const { candidate, score, match, copies = [] } = each
    const { id, originalId, isForeign, publishedAt } = candidate
    return { id, originalId, isForeign, publishedAt, score, match, copies, grounds: grounds.get(id) ?? [] }
  }
  const copies = own ? near.filter(({ packed }) => isCopy(own, packed)).map(({ id }) => id) : []
  return {
    story,
    subject,
    own,
    surroundings,
    list: list.map(toSuggestion),
    neighbours: neighbours.map(toSuggestion),
    copies,
  }
}

/** Those on the list, and copies that gave way on it: these have lists of their own. */
function neighboursOf(scored: Scored[], list: Picked[]): Scored[] {
  const listed = new Map<string, Scored>(list.map((each) => [each.candidate.id, each]))
  const ids = new Set(list.flatMap(({ candidate, copies }) => [candidate.id, ...copies]))
  return scored
    .filter(({ candidate }) => ids.has(candidate.id))
    .map((each) => listed.get(each.candidate.id) ?? each)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxNeighbours)
}

/** In other languages a story is found by the names and tags that it has. */
async function foreignCandidates(
  ctx: Pick<Ctx, 'readTexts'>,
  tx: Transaction | Ctx['db'],
  story: StoryRead,
  weighted: Weighted,
  surroundings: Surroundings,
  excludedTags: string[],
): Promise<Candidate[]> {
  const languages = surroundings.otherLanguages
  if (languages.length === 0) return []
  const { storiesWith } = await countsOf(
    tx,
    languages,
    weighted.features.names.map(({ term }) => term),
  )
  const tagIds = surroundings.tags.filter(({ type }) => type !== 'SECTION').map(({ id }) => id)
  const probes = nameProbesOf(weighted, storiesWith)
  const most = maxForeignCandidates
  return candidatesFor(ctx, tx, story, surroundings, { languages, probes, most, tagIds, excludedTags })
}

async function groundsFor(
  tx: Transaction | Ctx['db'],
  subject: Subject,
  story: StoryRead,
  scored: Scored[],
): Promise<Map<string, RelatedGround[]>> {
  const each = new Map(scored.map((one) => [one.candidate.id, one]))
  const common = new Map<string, Common>([...each].map(([id, one]) => [id, commonOf(subject, one)]))
  const surfaces = await surfacesOf(
    tx,
    story,
    new Set([...common.values()].flatMap(({ words, others }) => [...words, ...others])),
  )
  return new Map([...common].map(([id, one]) => [id, groundsOf(one, (word) => surfaces.get(word), story.text)]))
}
