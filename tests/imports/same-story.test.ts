import { describe, expect, test } from 'vitest'
import { sameStory, sketchOf, type Telling, tellingOf } from '../../src/imports/same-story.ts'
import { itemOf, textOf } from './stories.ts'

const tellingIn = (headline: string, ...texts: string[]): Telling => {
  const telling = tellingOf(itemOf({ externalId: '1', headline, body: textOf(...texts) }))
  if (!telling) throw new Error('the text is too short for this test')
  return telling
}

const headline = 'Ferry to Skarholm stops after fire in engine room'
const story = [
  'The ferry Halvard lay without power for two hours off Skarholm on Tuesday after a fire in its engine room. None of the 214 passengers was hurt, the coast guard said.',
  'A tug of the harbour of Brenvik took the ship in tow at about 9.40 and brought it to the northern quay, where doctors were waiting. Four members of the crew were treated for smoke.',
  'The fire broke out in the auxiliary engine shortly after the ship had left the island, said captain Ingrid Solheim. The crew put it out with the gas that is kept for it before the fire brigade came on board.',
  'It is the third time this year that the Halvard has failed. The county of Nordvik had the contract for the line renewed in March for another eight years, against the votes of the opposition.',
  'The company Fjordlinjen said that a replacement would sail from Thursday on. Until then buses take the road by the bridge of Ostre Sund, which takes an hour longer.',
]
const before = tellingIn(headline, ...story)

describe('a take of the same story', () => {
  const changed = (text: string, ...changes: [string, string][]) => {
    for (const [word] of changes) expect(text).toContain(word)
    return changes.reduce((said, [word, other]) => said.replace(word, other), text)
  }
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = story
  test.each<[string, string, string[]]>([
    ['one word is another', headline, [changed(first, ['hurt', 'injured']), second, third, fourth, fifth]],
    ['the headline is another', 'Passengers of burning ferry brought to Brenvik', story],
    [
      'figures are corrected',
      headline,
      [
        changed(first, ['214', '241'], ['two hours', 'three hours']),
        changed(second, ['9.40', '8.55']),
        third,
        fourth,
        fifth,
      ],
    ],
    [
      'a sentence is gone',
      headline,
      [
        first,
        second,
        third,
        changed(fourth, ['It is the third time this year that the Halvard has failed. ', '']),
        fifth,
      ],
    ],
    [
      'paragraphs are added, and another opening',
      'Ferry company faces inquiry after fire',
      [
        'The public prosecutor in Nordvik has opened an inquiry after the fire on a ferry with more than two hundred people on board.',
        second,
        third,
        'Experts from the authority for shipping will go on board on Wednesday, said its director. They had asked for the log of the engines. It was too early to speak of a cause, he said, but nobody thought that it had been laid.',
        fourth,
        fifth,
      ],
    ],
    ['it is cut to its first half', headline, [first, second, third]],
    [
      'it has grown to twice its length',
      headline,
      [...story, ...story.map((text) => text.split(' ').reverse().join(' '))],
    ],
    ['case and accents are others', headline.toUpperCase(), story.map((text) => text.replaceAll('o', 'ó'))],
    [
      'words are others all over the text',
      headline,
      story.map((text) =>
        text
          .split(' ')
          .map((word, at) => (at % 12 === 11 ? 'meanwhile' : word))
          .join(' '),
      ),
    ],
  ])('is found where %s', (_, other, texts) => {
    const after = tellingIn(other, ...texts)
    expect(sameStory(before, after)).toBeGreaterThanOrEqual(0.5)
    expect(sameStory(after, before)).toBe(sameStory(before, after))
    expect(sketchOf(after).filter((shingle) => sketchOf(before).includes(shingle)).length).toBeGreaterThan(0)
  })
})

describe('another story', () => {
  test('of the same event, with the same quotation and names, is none', () => {
    const other = tellingIn(
      'County wants new ships for Skarholm',
      'After the fire on the Halvard the county of Nordvik wants to buy two ferries of its own. The head of its transport committee, Jonas Aune, said on Tuesday that the contract with Fjordlinjen could be ended for good cause.',
      '"The fire broke out in the auxiliary engine shortly after the ship had left the island," captain Ingrid Solheim had said. Aune called it a miracle that nobody had died.',
      'Two ferries would cost about 60 million, by an estimate from last year. The opposition, which had voted against the contract in March, promised its support. Fjordlinjen did not want to comment on that.',
    )
    expect(sameStory(before, other)).toBeNull()
  })

  test('with the same notice of the agency at its end is none', () => {
    const notice =
      'This report was written with the help of the bureaus of the agency in the region. Subscribers may use it in print and online for thirty days, with its source named. Questions are answered by the desk around the clock. Pictures and a map are in the archive.'
    const one = tellingIn(
      'Snow closes pass',
      'The pass over the Tindefjell was closed on Sunday after half a metre of snow had fallen overnight. Several lorries were stuck, and a bus with skiers had to turn round. The road office hopes to open it on Monday.',
      notice,
    )
    const other = tellingIn(
      'Choir wins prize',
      'The youth choir of Brenvik has won the prize of the festival in Lunde. It sang works of three centuries under Marit Holm, who leads it for the last time this summer. The jury praised how clearly it could be understood.',
      notice,
    )
    expect(sameStory(one, other)).toBeNull()
  })

  const match = (
    home: string,
    away: string,
    score: string,
    [first, second, third]: string[],
    coach: string,
    crowd: string,
  ) =>
    tellingIn(
      `${home} ${score} ${away}`,
      `${home} beat ${away} ${score} at home on Saturday to move up to third place in the league. ${first} put the hosts ahead with a low shot from the edge of the area after good work by ${second} on the left. ${third} made it two shortly before half time, heading in a corner from ${second}.`,
      `The visitors had more of the ball after the break, but ${first} restored the lead from the penalty spot. Coach ${coach} said he was pleased with the performance of his team. "We played well and deserved the three points," he said. The attendance was ${crowd}.`,
    )
  test('in the same words, with other names and figures, is none', () => {
    const one = match('Alden', 'Brightwater', '3-1', ['Ahmed', 'Castell', 'Duarte'], 'Eriksen', '12,407')
    const other = match('Corvale', 'Dunmere', '2-0', ['Hoffmann', 'Ivanova', 'Jensen'], 'Kowal', '9,833')
    expect(sameStory(one, one)).toBe(1)
    expect(sameStory(one, other)).toBeNull()
  })

  test('of a round-up that has it whole is none', () => {
    const text = (from: number) => Array.from({ length: 60 }, (_, at) => `word${from + at}`).join(' ')
    expect(sameStory(tellingIn('A', text(0)), tellingIn('News', text(0), text(100), text(200)))).toBeNull()
    expect(sameStory(tellingIn('A', text(0)), tellingIn('News', text(0), text(100)))).toBeGreaterThan(0.9)
  })
})

test('a text of less than 40 words is not told by them', () => {
  const of = (count: number) =>
    tellingOf(itemOf({ externalId: '1', headline: 'A', body: textOf('word '.repeat(count)) }))
  expect(of(38)).toBeNull()
  expect(of(39)).toMatchObject({ length: 40 })
})

test('each character of a script without spaces is a word', () => {
  const text = '周二上午一艘渡轮在斯卡霍尔姆岛附近因机舱起火失去动力两小时海岸警卫队表示船上二百一十四名乘客无人受伤'
  expect(sameStory(tellingIn('渡轮起火', text), tellingIn('火灾', text.replace('两', '三')))).toBeGreaterThan(0.7)
})
