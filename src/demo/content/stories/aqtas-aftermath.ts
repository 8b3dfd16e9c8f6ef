import { body, h2, image, ol, p, pullquote, quote, table, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** What came of it: the inquiry, the villagers, the law. In the order of events. */
export const aqtasAftermath: DemoStory[] = [
  {
    key: 'aqtas-inquiry-inspection-never-happened',
    state: 'live',
    section: 'politics',
    kicker: 'Aqtas inquiry',
    headline: 'Judge asks 16 officials who inspected the dam. Sixteen say: somebody else',
    standfirst:
      'The first day of hearings in Almaty traced a safety form through nine offices without finding anyone who had seen the wall it described.',
    bylines: [{ author: 'aigerim-saparova', role: 'In Almaty' }],
    tags: [
      'aqtas-dam',
      'raushan-imangaliyeva',
      'yerlan-tasbolatov',
      'southern-reservoirs-authority',
      'courts',
      'almaty',
    ],
    related: [{ story: 'former-reservoir-chief-detained-over-aqtas-dam' }],
    publishedAt: '2025-12-09T16:20:00.000Z',
    body: body(
      p(
        'ALMATY — Judge Raushan Imangaliyeva had one question on Tuesday and asked it sixteen times. “Did you, yourself, stand on the Aqtas dam in September?” By four in the afternoon she had a full page of names and not one yes.',
      ),
      p(
        'The inquiry, opened two weeks after [the former head of the Southern Reservoirs Authority was detained](story:former-reservoir-chief-detained-over-aqtas-dam), is meant to establish how a dam with five dead gauges and a visible leak came to be certified as sound. It cannot convict anyone; it can send its file to those who do.',
      ),
      p(
        'What emerged was the biography of a form. It was filled in at a regional office from last year’s copy, stamped at a second, summarised at a third, and entered at headquarters as a green square in a spreadsheet of 41 squares. All 41 were green.',
      ),
      quote(
        '“What would have had to happen for a square to be red?” the judge asked. “There was no red in the menu,” the witness replied.',
      ),
      p(
        'The engineer whose name was typed on the form, still on crutches, said he had reported the broken gauges in 2021, 2022 and 2023. He brought copies. In 2024 he had stopped, he said, “because the form no longer had a box for it”.',
      ),
      p(
        'Lawyers for Yerlan Tasbolatov, who denies falsifying records, said the testimony showed “a system of habit, not a crime”. The hearings continue on Thursday with the gauge reader, Sapar Dildabek. He has asked whether the dog may come.',
      ),
    ),
  },
  {
    key: 'aqtas-winter-in-the-gymnasium',
    state: 'live',
    section: 'world',
    kicker: 'The long read',
    headline: 'Forty-six families, two basketball hoops and one rule: nobody says “when we go home” before breakfast',
    standfirst:
      'A month after the Aqtas dam failed, most of the village of Zhuaqazy lives in the gymnasium of School No. 3. Our correspondent spent a week there and learned where to put a piano.',
    bylines: [{ author: 'aigerim-saparova', role: 'Words and pictures' }],
    tags: ['aqtas-dam', 'aqtas-flood', 'aqtas', 'kazakhstan', 'housing', 'education'],
    leadMedia: { media: 'aqtas-gymnasium' },
    related: [
      { story: 'aqtas-dam-spillway-gives-way', headline: 'The night the valley emptied' },
      { story: 'aqtas-inquiry-inspection-never-happened' },
      { url: 'https://relief.example.org/aqtas', headline: 'How to help: a list kept by the villagers' },
    ],
    publishedAt: '2025-12-20T07:00:00.000Z',
    body: body(
      p(
        'The day begins with the hoops. At half past six Gulmira Otepova, who until November taught chemistry and now teaches chemistry, mathematics and patience, takes a broom handle and unhooks the blankets that hang from the basketball rings. The two largest families in the hall sleep behind them. When the blankets are down it is morning, and until then it is night, whatever anybody’s telephone says.',
      ),
      p(
        'There are forty-six families on the floor of School No. 3, in a district town thirty-one kilometres from the village they come from. There were fifty-two. Six have found relatives with a spare room. Nobody has gone back, because there is nothing to go back to that a person could heat.',
      ),
      p(
        'The second rule is about words. It was made in the first week by the children, after one of the small ones had cried, and it is written on the blackboard that is wheeled in for lessons: *Nobody says “when we go home” before breakfast.* After breakfast it is allowed. People can stand it better with bread inside them.',
      ),
      h2('The map on the floor'),
      p(
        'Seen from the gallery, the hall is a map. It took me two days to notice. Families did not lie down where there was room; they lay down where they lived. The Dildabeks are next to the fire door, because at home they were the last house before the dam. The imam’s bed is in the middle, near the centre circle. A strip of bare parquet, which everybody steps over and nobody sleeps on, is the river.',
      ),
      p(
        '“We did not plan it,” says Orazbek Sultanmurat, the beekeeper, who is 71 and has a bed under the scoreboard. “On the first night my neighbour asked: where are you? And I said: where would I be? To your left.”',
      ),
      p(
        'It has its uses. When the tea arrives, it is given out by street. When somebody snores, everybody knows the address.',
      ),
      p(
        'The map also shows who is not there. Between the beds of two families from the lower lane there is a gap as wide as a mattress, and on it stands a crate of apples with a cloth over it. It belongs to the two brothers who had stayed behind that Sunday to drive out the co-operative’s tractors. One of them was found. The crate is replaced each Friday with fresh fruit, and the old apples go into the compote.',
      ),
      pullquote('Families did not lie down where there was room. They lay down where they lived.'),
      h2('Where to put a piano'),
      p(
        'The piano came up the valley on the last lorry, at one in the morning, against all advice. It belongs to nobody in particular. It had stood in the house of culture since 1962 and the men who carried it out say that they do not remember deciding to. “We had gone in for the projector,” one of them told me. “The projector was too heavy.”',
      ),
      p(
        'In the gymnasium it was at first in the way of everything. Beside the door it blocked the stretcher route, under the hoop it was hit by balls, and in front of the radiators it went so far out of tune that the music teacher left the hall. In the third week it was given a place on the river, the one strip where nobody slept. It is the only thing that stands there. A girl called Inzhu, nine years old, practises on it from four to half past four, and for this half hour the whole of Zhuaqazy lies on its beds and listens to the same eleven bars.',
      ),
      p(
        'I asked whether it drove them mad. “In the first week it was terrible,” said her mother. “Now if she stops early, somebody comes to ask if she is ill.”',
      ),
      h2('The office under the stairs'),
      p(
        'Below the gallery, in a cupboard for gym mats, is what people call the ministry. It has a table, a socket and a bench, and from nine to five it has Saule Kenzhe, who kept the books of the orchard co-operative and now keeps everything else. She has opened a file for each house. There are 212 of them, in apple boxes, and each one has the same first page: a drawing of the house, made by whoever lived in it, with each room and what stood there.',
      ),
      p(
        'The drawings were her idea. The claims form of the emergency fund asks for “documents that prove the extent of the loss”, and the documents are in the mud. “So we prove it with ourselves,” she says. “If four neighbours sign that the stove was there, then it was there.” The fund’s lawyer, sent from the capital to explain why this was not possible, looked through thirty boxes, sat on the bench for a time, and then telephoned his office to say that it was.',
      ),
      p(
        'So far 88 families have been paid a first sum, enough for a stove and the winter’s coal if they had somewhere to put them. The plan for new houses exists as two drawings: one on higher ground near the railway, favoured by the region, and one a few hundred metres above the old village, favoured by everyone in the hall over the age of forty. The young are for the railway. The arguments are held on the river, standing, and end when the tea comes.',
      ),
      p(
        'Of the dam itself little is said. People follow [the inquiry in Almaty](story:aqtas-inquiry-inspection-never-happened) on one telephone that is leaned against a water bottle, and when an official says that he does not remember, someone in the second row says what he had for lunch that day. They laugh, and then the picture freezes, and Mr Sultanmurat gets up to see to his hives. He saved nine of thirty. They stand in the bicycle shed in quilts.',
      ),
      h2('What the children are building'),
      p(
        'On my last day the chemistry lesson was about clay. Ms Otepova had brought a bucket of it from the valley, and a sieve, and the older pupils spent an hour finding out how much water a handful will hold before it begins to move. Then they made a dam across a baking tray. The first one leaked at the side and was gone in a minute. For the second they put in a layer of gravel. The third had a drain made from a drinking straw, and it held until the bell.',
      ),
      p('“Look at the straw,” she told them. “What comes out of it?” Water, they said. “What colour?”'),
      p('Clear, they said, all together, in the voice of people who had learned the word before they needed it.'),
      p(
        'In the evening the hoops were hung with blankets again. Inzhu played her eleven bars, and went on, for the first time, into the twelfth. There was a silence along the whole of the map. Then from somewhere near the fire door, the last house before the dam, a man’s voice said: “And now the rest of it, please.”',
      ),
    ),
  },
  {
    key: 'kazakhstan-dam-safety-bill-passes',
    state: 'live',
    section: 'politics',
    kicker: 'Kazakhstan',
    headline: 'The red square becomes law: dam inspectors must sign on the dam',
    standfirst:
      'Two months after Aqtas, deputies passed a bill that puts gauge data online and lets villages call an inspection themselves.',
    bylines: [{ author: 'aigerim-saparova' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: ['aqtas-dam', 'kazakhstan', 'dams', 'southern-reservoirs-authority', 'raushan-imangaliyeva'],
    related: [{ story: 'aqtas-winter-in-the-gymnasium' }, { story: 'aqtas-inquiry-inspection-never-happened' }],
    publishedAt: '2026-01-15T13:05:00.000Z',
    body: body(
      p(
        'ALMATY — A dam inspection in Kazakhstan will from July be valid only if the inspector signs it within two hundred metres of the wall, on a device that records the place. The rule, which deputies nicknamed “the knee clause” after an engineer who was in hospital on the day he was said to have inspected Aqtas, was passed on Thursday with 71 votes to nine.',
      ),
      p(
        'The bill follows most of the interim advice of Judge Raushan Imangaliyeva’s inquiry. It also does what one witness said his office could not: it puts red in the menu.',
      ),
      ul(
        '**Gauges:** readings from all 41 southern dams go online each hour. A dead gauge counts as an alarm.',
        '**Villages:** two hundred signatures from below a dam are enough to call an independent inspection within ten days.',
        '**Money:** repairs after a red mark are paid first and argued over later.',
      ),
      table(
        'Southern dams by age and state of their gauges, January 2026',
        'Built | Dams | Gauges | Not working',
        'Before 1970 | 9 | 88 | 51',
        '1970–1989 | 21 | 240 | 97',
        '1990 and later | 11 | 164 | 12',
      ),
      p(
        'Critics said the fund of 14 billion tenge was enough for a third of the work. “A law does not stop water,” said Ermek Qasen, one of the nine who voted against it. “Gravel does.”',
      ),
      p(
        'In the gallery sat Sapar Dildabek, the gauge reader of Aqtas, who has been offered the post of adviser and is thinking it over. His dog waited in the cloakroom.',
      ),
      image('aqtas-embankment', {
        caption: 'The Aqtas embankment two weeks before it failed. Gauges will now report each hour.',
      }),
      h2('What happens next'),
      ol(
        'The president has thirty days to sign.',
        'First readings go online on 1 July.',
        'The inquiry’s final report is due in September.',
      ),
    ),
  },
]
