import { numberedSlug, toSlug } from '../../src/lib/slug.ts'
import { authors, foundedAt, media, sections, tags } from './newsroom.ts'
import { makeId, type Random, randomFor, zipfRanks } from './random.ts'
import { firstNames, lastNames, makeHeadline, makeStandfirst, places } from './words.ts'

/** What one story of the archive is; all of it follows from its number and the size of the archive. */
export interface Story {
  id: string
  revisionId: string
  slug: string
  locale: string
  headline: string
  standfirst: string
  kicker: string | null
  originalId: string
  sectionIndex: number | null
  mediaId: string | null
  publishedAt: Date
  updatedAt: Date
  pattern: number
  place: string
  person: string
  number: string
  authorIds: string[]
  tagIds: string[]
  relatedIds: string[]
  linkIds: string[]
}

/** Bodies that are rendered; stories take them in turn with words of their own. */
export const patternCount = 300

/** The newest story is just older than this; the oldest stands ten years before. */
const newestAt = Date.parse('2026-01-01T00:00:00Z')
const spanMs = newestAt - foundedAt - 365 * 86_400_000

const rankOf = zipfRanks(tags.length)

/** The story at this index of an archive of `size`, from 0, oldest first. */
export function makeStory(index: number, size: number): Story {
  const random = randomFor(1, index)
  const headline = makeHeadline(random)
  const { id, at } = identityOf(index, size)
  const original = originalOf(index)
  const relatedIds = pickOthers(random, index, size, 5)
  const [first = '', second = '', third = ''] = pickOthers(random, index, size, 3)
  return {
    id,
    revisionId: makeId(at, randomFor(2, index)),
    slug: numberedSlug(toSlug(headline), index + 2),
    locale: original === null ? 'en' : 'es',
    headline,
    standfirst: makeStandfirst(random),
    kicker: random.chance(0.3) ? random.pick(places) : null,
    originalId: original === null ? id : identityOf(original, size).id,
    sectionIndex: random.chance(0.9) ? random.below(sections.length) : null,
    mediaId: random.chance(0.7) ? random.pick(media).id : null,
    publishedAt: new Date(at),
    updatedAt: new Date(random.chance(0.1) ? at + 3_600_000 : at),
    pattern: random.below(patternCount),
    place: random.pick(places),
    person: `${random.pick(firstNames)}-${random.pick(lastNames)}`,
    number: String(10_000 + random.below(80_000)),
    authorIds: pickSome(1 + random.below(3), () => random.pick(authors).id),
    tagIds: pickSome(3 + random.below(6), () => tags[rankOf(random)]?.id ?? ''),
    relatedIds,
    linkIds: [first, second, third],
  }
}

/** The index of the story of which this one is a translation: each thirtieth translates the one before it. */
function originalOf(index: number): number | null {
  return index % 30 === 29 ? index - 1 : null
}

function identityOf(index: number, size: number) {
  const at = foundedAt + 365 * 86_400_000 + Math.floor((index * spanMs) / size)
  return { at, id: makeId(at, randomFor(7, index)) }
}

function pickOthers(random: Random, index: number, size: number, count: number): string[] {
  const chosen = pickSome(count, () => {
    const other = random.below(size - 1)
    return other < index ? other : other + 1
  })
  return chosen.map((other) => identityOf(other, size).id)
}

/** That many different values. */
function pickSome<T>(count: number, draw: () => T): T[] {
  const chosen = new Set<T>()
  while (chosen.size < count) chosen.add(draw())
  return [...chosen]
}
