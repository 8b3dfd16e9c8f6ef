import { describe, expect, it } from 'vitest'
import { withCompany } from '../../src/related/company.ts'
import { featuresOf, type StoryWords } from '../../src/related/features.ts'
import { isSameList, type Listed, withNewcomer } from '../../src/related/list.ts'
import { namesIn } from '../../src/related/names.ts'
import { pack, unpack } from '../../src/related/packing.ts'
import { isCopy, pick, resemblance } from '../../src/related/pick.ts'
import { rarityOf, weigh } from '../../src/related/rarity.ts'
import { enoughShared, type Scored, scoreOf } from '../../src/related/score.ts'
import type { Candidate, Subject, TagSeen } from '../../src/related/scorers/scorer.ts'

/** Words as the database gives them, without stemming. */
function story(headline: string, body: string): StoryWords {
  const places = new Map<string, number[]>()
  const words = `${headline} ${body}`.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const [index, word] of words.entries()) places.set(word, [...(places.get(word) ?? []), index + 1])
  return { words: [...places], headline: headline.toLowerCase().match(/\p{L}+/gu) ?? [], text: `${headline}\n${body}` }
}

const now = new Date('2026-01-08T09:30:00Z')
const day = 86_400_000
const none = () => 1

function subject(words: StoryWords, tags: TagSeen[] = []): Subject {
  return {
    story: weigh(featuresOf(words), none, 100),
    language: 'en',
    tags,
    publishedAt: now,
    storiesOfTag: new Map(),
    all: 100,
  }
}

function candidate(id: string, words: StoryWords, more: Partial<Candidate> = {}): Candidate {
  const weighed = weigh(featuresOf(words), none, 100)
  const packed = unpack(pack({ ...weighed, ...weighed.features }))
  if (!packed) throw new Error('is packed in a format of today')
  return { id, originalId: id, isForeign: false, packed, tags: [], publishedAt: now, ...more }
}

const dam = story('Dam leaks', 'The dam above Burabay leaks, said Askar Akhmetov, and divers looked at its wall.')
const divers = story('Divers at the dam', 'Divers looked at the wall of the dam above Burabay, where Akhmetov waited.')
const match = story('Late goals', 'Kairat beat Tobol with two late goals in the rain.')

describe('scores', () => {
  it('a story is wholly like itself, in part like one about the same, and not at all like another', () => {
    const self = scoreOf(subject(dam), candidate('a', dam))
    expect(self.said).toMatchObject({
      words: expect.closeTo(1, 1),
      names: expect.closeTo(1, 1),
      phrases: 1,
      time: 1,
    })
    expect(self.score).toBeCloseTo(1, 1)
    const near = scoreOf(subject(dam), candidate('b', divers))
    expect(near.match).toBeGreaterThan(0.2)
    expect(near.match).toBeLessThan(0.9)
    expect(scoreOf(subject(dam), candidate('c', match)).match).toBeLessThan(0.1)
  })

  it('words of headlines count; a headline that is the same word for word says nothing', () => {
    const briefing = story('The morning briefing', 'Divers looked at the wall of the dam above Burabay.')
    const other = story('The morning briefing', 'Kairat beat Tobol with two late goals in the rain.')
    expect(scoreOf(subject(dam), candidate('b', divers)).said.headline).toBeGreaterThan(0.2)
    const same = scoreOf(subject(briefing), candidate('c', other))
    expect(same.said.headline).toBeNull()
    const longer = scoreOf(
      subject(briefing),
      candidate('d', { ...other, headline: ['the', 'morning', 'briefing', 'on'] }),
    )
    expect(longer.said.headline).toBeGreaterThan(0.5)
  })

  it('what a story opens with counts more than the same words at its end', () => {
    const filler = 'One of many other things that were said here and there on that long day without an end'
    const leads = story('', `Burabay spillway ${filler}. ${filler}`)
    const ends = story('', `${filler}. ${filler} Burabay spillway`)
    const weightOf = (words: StoryWords) => featuresOf(words).words.find(({ said }) => said === 'spillway')?.weight ?? 0
    expect(weightOf(leads)).toBeGreaterThan(weightOf(ends) * 1.1)
  })

  it('across languages two names are enough, or a name and a tag; one of them is not', () => {
    const tag = { id: 't', type: 'PLACE', name: 'Burabay' }
    const inSpanish = story('Fugas', 'La presa de Burabay tiene fugas, dijo Askar Akhmetov.')
    const placed = story('Fugas', 'La presa de Burabay tiene fugas, dijeron.')
    const sharedOf = (words: StoryWords, tags: TagSeen[]) =>
      scoreOf(subject(dam, [tag]), candidate('b', words, { isForeign: true, tags })).shared >= enoughShared
    expect(sharedOf(inSpanish, [])).toBe(true)
    expect(sharedOf(placed, [tag])).toBe(true)
    expect([sharedOf(placed, []), sharedOf(story('', 'nada'), [tag])]).toEqual([false, false])
  })

  it('a shared tag and a shared storyline lift, what is far in time scores less, and its match is the same', () => {
    const tag = { id: 't', type: 'PLACE', name: 'Burabay' }
    const line = { id: 's', type: 'STORYLINE', name: 'The dam' }
    const plain = scoreOf(subject(dam), candidate('b', divers))
    const tagged = scoreOf(subject(dam, [tag]), candidate('b', divers, { tags: [tag] }))
    const inLine = scoreOf(subject(dam, [line]), candidate('b', divers, { tags: [line] }))
    const old = scoreOf(subject(dam), candidate('b', divers, { publishedAt: new Date(now.getTime() - 60 * day) }))
    expect(plain.match).toBeLessThan(tagged.match)
    expect(tagged.match).toBeLessThan(inLine.match)
    expect(inLine.score).toBeLessThanOrEqual(1)
    expect(old.score).toBeLessThan(plain.score)
    expect(old.match).toBe(plain.match)
  })

  it('a scorer that is left out says nothing', () => {
    expect(scoreOf(subject(dam), candidate('b', divers), ['names']).said.names).toBeNull()
  })

  it.each([
    ['', 0],
    ['dam', 0],
    ['dam dam dam dam dam', 0],
    ['😀 😀 😀', 0],
  ])('a text of %j is compared without fault', (text, least) => {
    const odd = story('', text)
    for (const scored of [scoreOf(subject(odd), candidate('b', dam)), scoreOf(subject(dam), candidate('b', odd))]) {
      expect(scored.score).toBeGreaterThanOrEqual(least)
      expect(scored.score).toBeLessThanOrEqual(1)
    }
  })

  it('what is everywhere is worth nothing, what is rare much; a small archive is taken for a larger one', () => {
    expect(rarityOf(1_000, 1_000)).toBeLessThan(0.001)
    expect(rarityOf(1, 100_000)).toBeCloseTo(11.1, 1)
    expect(rarityOf(2, 2)).toBeGreaterThan(5)
  })
})

describe('lists', () => {
  const scored = (id: string, words: StoryWords, more: Partial<Candidate> = {}) =>
    scoreOf(subject(dam), candidate(id, words, more))
  const own = candidate('own', dam).packed

  it('of copies the newest stays, and the story itself is not on its list', () => {
    const older = scored('older', divers, { publishedAt: new Date(now.getTime() - day) })
    const list = pick(own, [scored('self', dam), older, scored('newer', divers)])
    expect(list.map(({ candidate: { id }, copies }) => [id, copies])).toEqual([['newer', ['older']]])
  })

  it('what has too little in common is on none', () => {
    expect(pick(own, [scored('other', match)])).toEqual([])
  })

  it('texts resemble each other by what they share of both', () => {
    expect(resemblance(own, own)).toBe(1)
    expect(resemblance(own, candidate('c', match).packed)).toBe(0)
  })

  it.each([150, 300])(
    'what cannot be a copy any more is seen soon, and copies of %i phrases are found to the last one',
    (phrases) => {
      const numbered = (from: number) => ({
        ...own,
        phrases: Int32Array.from({ length: phrases }, (_, at) => 2 * at + from),
      })
      for (let differ = 0; differ <= phrases; differ++) {
        const [one, other] = [numbered(0), numbered(0)]
        // Here and there, in both: a phrase of one that the other has not, and the other way round.
        for (let at = 0; at < differ; at++) other.phrases[(at * 7) % phrases] = 2 * ((at * 7) % phrases) + 1
        const whole = resemblance(one, other)
        expect([isCopy(one, other), resemblance(one, other, 0.8) >= 0.8]).toEqual([whole >= 0.6, whole >= 0.8])
      }
    },
  )

  it('of two that match alike the one that is like the best match comes first, and none is lowered', () => {
    const best = scored('best', divers)
    const match = 0.2
    const alike = (id: string, words: StoryWords): Scored => ({ ...scored(id, words), match, score: match })
    const list = [
      { ...best, match: 0.5, score: 0.5 },
      alike('rain', story('Rain in Burabay', 'Rain fell above Burabay, and Askar Akhmetov waited at the station.')),
      alike(
        'wall',
        story('A wall looked at', 'The divers, where they waited, looked at the wall by the dam for hours.'),
      ),
    ]
    const after = withCompany(list, isCopy)
    expect(after.map(({ candidate: { id } }) => id)).toEqual(['best', 'wall', 'rain'])
    for (const each of after) {
      const before = list.find(({ candidate }) => candidate === each.candidate)
      expect(each.match).toBeGreaterThanOrEqual(before?.match ?? 1)
      expect(each.score).toBeLessThanOrEqual(1)
    }
  })

  it('what came up by company speaks for others in its turn', () => {
    const told = (id: string, score: number, body: string): Scored => {
      return { ...scored(id, story('', body)), match: score, score }
    }
    const dive = 'Divers looked at the wall of a dam'
    const list = [
      told('first', 0.5, dive),
      told('second', 0.45, dive),
      told('third', 0.4, dive),
      told('strange', 0.352, 'Late goals in rain'),
      told('bridge', 0.35, `${dive}; turbines`),
      told('behind', 0.2, 'Turbines'),
    ]
    const after = new Map(withCompany(list, () => false).map(({ candidate: { id }, score }) => [id, score]))
    expect(after.get('bridge')).toBeGreaterThan(after.get('strange') ?? 1)
    // It is like none of the first four.
    expect(after.get('behind')).toBeGreaterThan(0.2)
  })

  it('a copy of the best match does not come up by it, and nothing has the company of nothing', () => {
    const twin = { ...scored('twin', divers), match: 0.2, score: 0.2 }
    const other = { ...scored('other', match), match: 0.1, score: 0.1 }
    const [, second, third] = withCompany([{ ...scored('best', divers), match: 0.5, score: 0.5 }, twin, other], isCopy)
    expect(second?.candidate.id).toBe('twin')
    expect(second?.match).toBeLessThan(0.45)
    expect(third?.candidate.id).toBe('other')
    expect(withCompany([], isCopy)).toEqual([])
  })

  it('a copy that was edited a little is not on the list of the story; a longer report is', () => {
    const text = Array.from(
      { length: 60 },
      (_, n) => `word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
    )
    const whole = story('Dam leaks', text.join(' '))
    const packed = candidate('own', whole).packed
    const of = (id: string, words: StoryWords) => scoreOf(subject(whole), candidate(id, words))
    const edited = of('edited', story('Dam leaks', text.slice(4).join(' ')))
    const longer = of('longer', story('Dam leaks', `${text.join(' ')} ${text.map((word) => `${word}x`).join(' ')}`))
    expect(pick(packed, [edited, longer]).map(({ candidate: { id } }) => id)).toEqual(['longer'])
  })

  const listed = (id: string, score: number, publishedAt = now): Listed => {
    return { id, originalId: id, isForeign: false, score, match: score, publishedAt, grounds: [] }
  }
  it('a newcomer takes its place by score, once, and an older copy gives way', () => {
    const list = [listed('a', 0.5), listed('b', 0.2, new Date(now.getTime() - day))]
    expect(withNewcomer(list, listed('c', 0.3), []).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(withNewcomer(list, listed('b', 0.6), []).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(withNewcomer(list, listed('c', 0.3), ['b']).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(withNewcomer([listed('b', 0.2)], listed('a', 0.3, new Date(0)), ['b']).map(({ id }) => id)).toEqual(['b'])
    expect(isSameList(list, [...list])).toBe(true)
    expect(isSameList(list, list.slice(1))).toBe(false)
  })

  it('in another language only names and tags are compared; one of a set of translations is listed, the own language before others', () => {
    const foreign = { isForeign: true, originalId: 'o' }
    const abroad = scored('abroad', divers, foreign)
    expect(abroad.said).toMatchObject({ words: null, phrases: null, headline: null, names: expect.any(Number) })
    expect(abroad.match).toBeLessThan(scored('same', divers).said.names ?? 0)
    const both = pick(own, [abroad, scored('version', dam, foreign), scored('home', divers)])
    expect(both.map(({ candidate }) => candidate.id)).toEqual(['home', 'version'])
    expect(pick(own, [abroad, scored('home', divers, { originalId: 'o' })]).map((each) => each.candidate.id)).toEqual([
      'home',
    ])
    const home = listed('home', 0.1)
    const version: Listed = { ...listed('version', 0.4), ...foreign }
    const better: Listed = { ...listed('better', 0.6), ...foreign }
    expect(withNewcomer([home, version], better, []).map(({ id }) => id)).toEqual(['home', 'better'])
    expect(withNewcomer([home, better], version, []).map(({ id }) => id)).toEqual(['home', 'better'])
    expect(withNewcomer([better], { ...home, originalId: 'o' }, []).map(({ id }) => id)).toEqual(['home'])
  })

  it('a list keeps 26 at most, with the best matches and the latest among them', () => {
    let list: Listed[] = []
    for (let n = 0; n < 100; n++) list = withNewcomer(list, listed(`s${n}`, 0.5 - n / 1_000), [])
    list = withNewcomer(list, { ...listed('background', 0.1), match: 0.9 }, [])
    list = withNewcomer(list, listed('latest', 0.1, new Date(now.getTime() + 400 * day)), [])
    expect(list.length).toBeLessThanOrEqual(26)
    expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining(['s0', 'background', 'latest']))
  })
})

describe('names', () => {
  it.each([
    ['They met Askar Akhmetov. Later Akhmetov left.', ['akhmetov', 'askar', 'askar akhmetov']],
    ["It was Kazakhstan's own. Nobody in Kazakhstan knew.", ['kazakhstan']],
    ['The shop of Marks & Spencer closed.', ['marks', 'marks & spencer', 'spencer']],
    ['Harrow & Sons closed.', ['harrow', 'harrow & sons', 'sons']],
    ['Banks of England closed.', ['england']],
    ['Rain fell. Snow fell.', []],
    ['He came on Friday. The Black Friday sale began.', ['black', 'black friday']],
    ['Er kam am Dienstag nach Wien.', ['wien']],
    ['It fell in October, said Theresa May.', ['theresa', 'theresa may']],
    ['Then came Luiz Inácio Lula da Silva.', ['inacio', 'luiz', 'luiz inacio lula da silva', 'lula', 'silva']],
    ['ارتفع منسوب المياه', []],
    ['大坝再次漏水', []],
    ['', []],
  ])('of %j are %j', (text, names) => {
    expect([...namesIn(text).keys()].sort()).toEqual(names)
  })
})

it('what was packed otherwise is not compared', () => {
  expect(unpack(new Uint8Array(40))).toBeNull()
  expect(unpack(new Uint8Array(0))).toBeNull()
})
