import type { Packed } from './packing.ts'
import { rarityOf } from './rarity.ts'
import { acrossLanguages, type Scored } from './score.ts'

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

/** A story among those found, and the lengths of its two vectors by how rare words and names are among these. */
interface Told {
  /** With its company, as far as it was found. */
  scored: Scored
  wordsNorm: number
  namesNorm: number
  /** How like the speakers so far it is, each found once. Null: a copy of it. */
  likeTo: Map<Told, number | null>
}

type Terms = Map<number, number>

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
    const norms = { wordsNorm: normOf(words, rarity), namesNorm: normOf(names, rarity) }
    return { scored: each, ...norms, likeTo: new Map() }
  })
  const compare = (own: Told, other: Told) =>
    areCopies(own.scored.candidate.packed, other.scored.candidate.packed) ? null : likeness(own, other, rarity)
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
      for (const term of terms.keys()) stories.set(term, (stories.get(term) ?? 0) + 1)
  const byStories = Array.from({ length: found.length + 1 }, (_, count) => rarityOf(count, found.length, found.length))
  return (term) => byStories[stories.get(term) ?? 0] ?? 0
}

function normOf(terms: Terms, rarity: Rarity): number {
  let sum = 0
  for (const [term, weight] of terms) sum += (weight * rarity(term)) ** 2
  return Math.sqrt(sum)
}

/** 0 to 1. Between two languages by names alone, which count as they do when stories are scored. */
function likeness(one: Told, other: Told, rarity: Rarity): number {
  const [own, their] = [one.scored.candidate, other.scored.candidate]
  const names = cosine(own.packed.names, their.packed.names, rarity, one.namesNorm * other.namesNorm)
  if (own.isForeign !== their.isForeign) return (names ?? 0) * acrossLanguages
  const words = cosine(own.packed.words, their.packed.words, rarity, one.wordsNorm * other.wordsNorm) ?? 0
  return names === null ? words : (words + namesWeight * names) / (1 + namesWeight)
}

function cosine(one: Terms, other: Terms, rarity: Rarity, norms: number): number | null {
  if (norms === 0) return null
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let product = 0
  for (const [term, weight] of few) {
    const theirs = many.get(term)
    if (theirs !== undefined) product += weight * theirs * rarity(term) ** 2
  }
  return product / norms
}
