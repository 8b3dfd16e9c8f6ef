import { describe, expect, it } from 'vitest'
import { featuresOf, type StoryWords } from '../../src/related/features.ts'
import { pack, unpack } from '../../src/related/packing.ts'
import { weigh } from '../../src/related/rarity.ts'
import { scoreOf } from '../../src/related/score.ts'
import type { Candidate, Subject } from '../../src/related/scorers/scorer.ts'
import { countShared, inOrder, product, weightsOf, worthOf } from '../../src/related/weights.ts'

const now = new Date('2026-01-08T09:30:00Z')

function weighed(text: string) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const places = new Map<string, number[]>()
  for (const [index, word] of words.entries()) places.set(word, [...(places.get(word) ?? []), index + 1])
  const story: StoryWords = { words: [...places], headline: [], text: text.toLowerCase() }
  return weigh(featuresOf(story), () => 1, 100)
}

const bytesOf = (text: string) => {
  const story = weighed(text)
  return pack({ ...story, ...story.features })
}

function wordsSaid(own: string, other: string): number | null {
  const subject: Subject = {
    story: weighed(own),
    language: 'en',
    tags: [],
    publishedAt: now,
    storiesOfTag: new Map(),
    all: 100,
  }
  const packed = unpack(bytesOf(other))
  if (!packed) throw new Error('is packed in a format of today')
  const candidate: Candidate = { id: 'b', originalId: 'b', isForeign: false, packed, tags: [], publishedAt: now }
  return scoreOf(subject, candidate).said.words
}

describe('words side by side', () => {
  const one = weightsOf([
    [7, 2],
    [-3, 0.5],
    [12, 1],
  ])
  const other = weightsOf([
    [12, 3],
    [-3, 4],
    [9, 1],
  ])

  it('are ascending, in whatever order they come', () => {
    expect([...one.terms]).toEqual([-3, 7, 12])
    expect([...one.values]).toEqual([0.5, 2, 1])
    expect(inOrder({ terms: Int32Array.of(5, 2), values: Float32Array.of(1, 3) })).toEqual(
      weightsOf([
        [2, 3],
        [5, 1],
      ]),
    )
  })

  it('are multiplied and counted where both have them', () => {
    expect(product(one, other)).toBe(0.5 * 4 + 1 * 3)
    expect(countShared(one.terms, other.terms)).toBe(2)
    expect(countShared(one.terms, other.terms, 1)).toBe(1)
    expect([7, 8, -3, 99].map((term) => worthOf(one, term))).toEqual([2, undefined, 0.5, undefined])
    expect(product(one, weightsOf([]))).toBe(0)
  })

  it('that were packed strongest first, as they once were, are read as those of today', () => {
    const bytes = bytesOf('the dam leaks above the town and the town waits')
    const read = unpack(bytes)
    const [first, second] = [bytes.slice(18, 23), bytes.slice(23, 28)]
    bytes.set(second, 18)
    bytes.set(first, 23)
    expect(unpack(bytes)).toEqual(read)
  })
})

it('a notice is like a long report of the same, more than the cosine says', () => {
  const notice = 'divers close the leak in the dam'
  const report = `${notice} while crowds on both banks wait for news of turbines spillways pumps and sandbags until late`
  const [own, other] = [weighed(notice), unpack(bytesOf(report))]
  const cosine = other ? product(own.words, other.words) / (own.wordsNorm * other.wordsNorm) : 0
  expect(wordsSaid(notice, report)).toBeGreaterThan(cosine * 1.05)
  expect(wordsSaid(report, notice)).toBeCloseTo(wordsSaid(notice, report) ?? 0, 2)
  expect(wordsSaid(notice, notice)).toBeCloseTo(1, 2)
})
