import { randomFor } from '../../bench/archive/random.ts'
import { firstNames, lastNames, makeHeadline, makeSentence, topics } from '../../bench/archive/words.ts'
import type { Found, ImportAuthor, ImportItem, ImportTag } from '../../src/imports/item.ts'

/** The stories of a file of this size, always the same: some say things twice, some share slugs, some cannot be taken. */
export async function* storiesOf(size: number): AsyncGenerator<Found> {
  for (let n = 1; n <= size; n++) yield foundAt(n)
}

function foundAt(n: number): Found {
  const place = { item: n, line: n }
  if (n % 97 === 0) return { refused: { place, reason: 'ends in the middle', externalId: `story-${n}` } }
  if (n % 53 === 0) return { tag: tagAt(n, 'SECTION'), place }
  // Every fortieth story is one from before that says something new.
  const of = n % 40 === 0 ? n - 13 : n
  return { item: storyAt(of, of === n ? 1 : 2, n) }
}

function storyAt(n: number, version: number, number: number): ImportItem {
  const random = randomFor(21, n)
  const headline = n % 31 === 0 ? ' ' : makeHeadline(random)
  return {
    ...{
      externalId: `story-${n}`,
      version: String(version),
      headline,
      slug: `story-${n % 400}`,
      locale: null,
      kicker: null,
    },
    status: n % 11 === 0 ? 'DRAFT' : n % 37 === 0 && version === 2 ? 'KILLED' : 'LIVE',
    standfirst: version === 2 ? 'It was told anew.' : null,
    body: [textOf(`${makeSentence(random)} ${makeSentence(random)}`), textOf(makeSentence(random))],
    ...{ bylines: [authorAt(n)], section: tagAt(n, 'SECTION'), tags: [tagAt(n, 'TOPIC'), tagAt(n + 7, 'TOPIC')] },
    media: n % 3 === 0 ? [pictureAt(n)] : [],
    ...{ leadMedia: n % 3 === 0 ? 0 : null, recommendedVideo: null, related: [], source: null, canonicalUrl: null },
    ...{ oldSite: null, formerPaths: [`/archive/${n}/`] },
    publishedAt: new Date(Date.UTC(2015, 0, 1) + n * 3_600_000),
    ...{ updatedAt: null, embargoUntil: null, scheduledAt: null, correction: null },
    ...{
      place: { item: number, line: number },
      repairs: n % 9 === 0 ? [{ place: { item: number, line: number }, message: 'a mark was closed' }] : [],
    },
  }
}

function textOf(text: string): ImportItem['body'][number] {
  const span = { _type: 'span', _key: 's0', text, marks: [] }
  return {
    _type: 'block',
    _key: `b${text.length}`,
    style: 'normal',
    markDefs: [],
    children: [span],
  } as ImportItem['body'][number]
}

function authorAt(n: number): ImportAuthor {
  const name = `${firstNames[n % firstNames.length]} ${lastNames[n % 3]}`
  const nothing = { role: null, slug: null, email: null, bio: null, jobTitle: null, avatarUrl: null }
  return { name, kind: 'PERSON', externalId: n % 2 === 0 ? name : null, ...nothing }
}

function tagAt(n: number, type: 'SECTION' | 'TOPIC'): ImportTag {
  const name = `${topics[n % topics.length]}${type === 'SECTION' ? ' news' : ` ${n % 30}`}`
  return { name, type, slug: null, externalId: null, description: null, parentSlug: null }
}

function pictureAt(n: number): ImportItem['media'][number] {
  const nothing = { externalId: null, alt: null, caption: null, credit: null, mimeType: null }
  return {
    type: 'IMAGE',
    url: `https://old.example/${n % 500}.jpg`,
    ...nothing,
    width: null,
    height: null,
    durationSeconds: null,
  }
}
