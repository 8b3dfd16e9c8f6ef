import type { Packed } from './packing.ts'
import { rarityOf } from './rarity.ts'
import { acrossLanguages, type Scored } from './score.ts'
import { product, type Weights } from './weights.ts'

// How far what matches is like what matches best. Pure.

/** Best matches that speak for others: with more of them it is the subject at large that speaks, not the event. */
const speakers = 4
/** What came up by company speaks in the second round. A third changes nothing more. */
const rounds = 2
/** Matches that are weighed anew. */
const weighedAnew = 40
/** Company lifts a match by this part of what is missing to 1, as tags and storylines do. */
const companyWeight = 0.2
/** Of names beside words. */
const namesWeight = 0.3

/** A story among those found, its words and names weighed by how rare they are among these. */
interface Told {
  /** With its company, as far as it was found. */
  scored: Scored
  words: Vector
  names: Vector
  /** How like the speakers so far it is, each found once. Null: a copy of it. */
  likeTo: Map<Told, number | null>
}

interface Vector extends Weights {
  norm: number
}

/** By a term. */
type Rarity = (term: number) => number

/**
 * The same, each lifted by how alike it and the best matches are: stories about one event are like each other too, and what only shares
 * the subject with them is less so. What another language says little of comes up with what is known by its names. `scored` is sorted,
 * the best first, and so is what comes out. Copies say nothing of each other: `areCopies`.
 * Sources: what is relevant is alike, van Rijsbergen 1979, chapter 3; scores smoothed over what was found, Diaz 2005,
 * doi:10.1145/1099554.1099722; words that most of what was found has say little, Tombros, Villa, van Rijsbergen 2002,
 * doi:10.1016/S0306-4573(01)00048-6.
 */
export function withCompany(scored: Scored[], areCopies: (one: Packed, other: Packed) => boolean): Scored[] {
  const found = scored.slice(0, weighedAnew)
  const rarity = rarityAmong(found)
  const told = found.map((each): Told => {
    const { words, names } = each.candidate.packed
    return { scored: each, words: vectorOf(words, rarity), names: vectorOf(names, rarity), likeTo: new Map() }
  })
  const compare = (own: Told, other: Told) =>
    areCopies(own.scored.candidate.packed, other.scored.candidate.packed) ? null : likeness(own, other)
  for (let round = 0; round < rounds; round++) liftAll(told, compare)
  return [...told.map((each) => each.scored), ...scored.slice(weighedAnew)].sort(bestFirst)
}

const bestFirst = (one: Scored, other: Scored) => other.score - one.score

/** Lifts each by its likeness to the best as they stand now. */
function liftAll(told: Told[], compare: (own: Told, other: Told) => number | null): void {
  const best = [...told].sort((one, other) => bestFirst(one.scored, other.scored)).slice(0, speakers)
  const worth = new Map(best.map((each) => [each, each.scored.score]))
  for (const own of told) {
    let [sum, weights] = [0, 0]
    for (const [other, score] of worth) {
      if (!own.likeTo.has(other)) own.likeTo.set(other, other === own ? 1 : compare(own, other))
      const like = own.likeTo.get(other) ?? null
      if (like === null) continue
      sum += score * like
      weights += score
    }
    own.scored = lift(own.scored, weights === 0 ? 0 : sum / weights)
  }
}

function lift(scored: Scored, company: number): Scored {
  const match = scored.match + (1 - scored.match) * companyWeight * company
  return { ...scored, match, score: scored.match === 0 ? scored.score : (scored.score * match) / scored.match }
}

function rarityAmong(found: Scored[]): Rarity {
  const stories = new Map<number, number>()
  for (const { candidate } of found)
    for (const terms of [candidate.packed.words, candidate.packed.names])
      for (const term of terms.terms) stories.set(term, (stories.get(term) ?? 0) + 1)
  const byStories = Array.from({ length: found.length + 1 }, (_, count) => rarityOf(count, found.length, found.length))
  return (term) => byStories[stories.get(term) ?? 0] ?? 0
}

function vectorOf({ terms, values }: Weights, rarity: Rarity): Vector {
  const weighed = values.map((value, at) => value * rarity(terms[at] as number))
  return { terms, values: weighed, norm: Math.sqrt(weighed.reduce((sum, value) => sum + value ** 2, 0)) }
}

/** 0 to 1. Between two languages by names alone, which count as they do when stories are scored. */
function likeness(one: Told, other: Told): number {
  const names = cosine(one.names, other.names)
  if (one.scored.candidate.isForeign !== other.scored.candidate.isForeign) return (names ?? 0) * acrossLanguages
  const words = cosine(one.words, other.words) ?? 0
  return names === null ? words : (words + namesWeight * names) / (1 + namesWeight)
}

function cosine(one: Vector, other: Vector): number | null {
  const norms = one.norm * other.norm
  return norms === 0 ? null : product(one, other) / norms
}
