import { body, h2, keyPoints, p, quote, relatedLinks } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** How the Aqtas dam failed and who is asked why, in the order of events. */
export const aqtasDam: DemoStory[] = [
  {
    key: 'aqtas-dam-wet-patch-warning',
    state: 'live',
    section: 'world',
    kicker: 'Kazakhstan',
    headline: 'A wet patch the size of a tennis court worries the villages below Aqtas dam',
    standfirst:
      'The authority that runs the 51-year-old embankment says the damp slope is rain. The man who has read its gauges since 1989 says it has not rained for three weeks.',
    bylines: [{ author: 'aigerim-saparova' }],
    tags: ['aqtas-dam', 'aqtas', 'kazakhstan', 'dams', 'southern-reservoirs-authority'],
    leadMedia: { media: 'aqtas-embankment' },
    publishedAt: '2025-11-04T06:30:00.000Z',
    body: body(
      p(
        'AQTAS — Sapar Dildabek walks the crest of the dam each morning with a notebook, a thermos and a dog called Inspector. On 19 October the dog lay down on a part of the slope where he had never lain before, because it was cool. Mr Dildabek put his hand on the grass and it came back wet.',
      ),
      p(
        'Since then the patch has grown from the size of a tablecloth to about that of a tennis court. It lies two thirds of the way down the outer face of the embankment, eleven metres below the level of the reservoir, and it has a small trickle at its foot that runs clear.',
      ),
      p('“Clear is good,” Mr Dildabek said. “Clear is water. Brown would be the dam.”'),
      p(
        'The Southern Reservoirs Authority, which operates Aqtas and forty other dams, said in a written reply that the damp area was “consistent with seasonal precipitation” and that the structure had passed its yearly inspection in September. It did not answer a question about who had carried out that inspection.',
      ),
      p(
        'No rain has fallen in the valley since 14 October, according to the station at the orchard co-operative. Of the nine pressure gauges inside the embankment, five have not worked since 2021, Mr Dildabek’s notebooks show.',
      ),
      p(
        'About 6,000 people live in the five villages below. The co-operative has begun to move its apple crates to the upper road, its chairwoman said, “not because we are afraid, but because crates are expensive”.',
      ),
    ),
  },
  {
    key: 'aqtas-dam-spillway-gives-way',
    state: 'live',
    section: 'world',
    kicker: 'Kazakhstan',
    headline: 'Thousands flee in the night as part of Aqtas dam gives way',
    standfirst:
      'A breach beside the spillway sent water through five villages before dawn. A phone chain begun by the gauge reader emptied most houses in time.',
    bylines: [
      { author: 'aigerim-saparova', role: 'In Aqtas' },
      { author: 'agence-cardinale', role: 'Wire agency' },
    ],
    tags: ['aqtas-dam', 'aqtas-flood', 'aqtas', 'kazakhstan', 'dams', 'natural-hazards'],
    leadMedia: { media: 'aqtas-flooded-orchard' },
    recommendedVideo: 'video-aqtas-from-the-air',
    related: [{ story: 'aqtas-dam-wet-patch-warning', headline: 'Two weeks ago: the wet patch on the slope' }],
    publishedAt: '2025-11-17T05:10:00.000Z',
    body: body(
      keyPoints(
        'What we know at 11 a.m. local time',
        'A section 40 metres wide beside the spillway collapsed at 3.52 a.m. on Monday.',
        'Four people are missing, two are in hospital. No deaths have been confirmed.',
        'About 6,200 people have left five villages. The railway below the valley is closed.',
      ),
      p(
        'AQTAS — The trickle turned brown on Sunday at dusk. Sapar Dildabek, who reads the gauges of the Aqtas dam, telephoned the duty officer of the Southern Reservoirs Authority, was told to call again in office hours, and telephoned his cousin instead.',
      ),
      p(
        'The cousin rang the school, the school rang the parents, and by midnight most of Zhuaqazy and the four villages below it were standing on the upper road in their coats, with goats, refrigerators and at least one piano. At eight minutes to four the embankment opened.',
      ),
      p(
        '“It did not roar. It sighed,” said Gulmira Otepova, who teaches chemistry and had taken charge of a bus. “Then the lights went out along the valley, one village after the other, as if somebody was walking down and switching them off.”',
      ),
      p(
        'By sunrise the water stood at the lowest branches of the orchards. Rescue crews in rubber boats were checking roofs; a helicopter lifted an elderly couple from the mosque at Tomengi Aqtas. The regional governor declared an emergency and asked people not to drive into the valley to look.',
      ),
      p(
        'The authority had said two weeks ago that [a wet area on the slope](story:aqtas-dam-wet-patch-warning) was rain. On Monday its telephone was not answered.',
      ),
    ),
  },
  {
    key: 'aqtas-dam-your-questions-answered',
    state: 'live',
    section: 'science',
    kicker: 'Readers ask',
    headline:
      'Live: your questions on the Aqtas dam, answered by our correspondent, who used to measure rivers for a living',
    standfirst:
      'How does an earth dam fail? Is the water safe? Why was nobody told? Newest answers first; this page closes at 6 p.m. in Almaty.',
    bylines: [
      { author: 'aigerim-saparova', role: 'Answers' },
      { author: 'bui-thuc-quyen', role: 'Questions chosen by' },
    ],
    tags: ['aqtas-dam', 'readers-ask', 'aqtas-flood', 'dams', 'water'],
    publishedAt: '2025-11-19T09:00:00.000Z',
    body: body(
      h2('17:48 · Is it over?'),
      quote('Two of the five villages are above the water again. Can people go back? — *Marit, Bergen*'),
      p(
        'Not yet. The breach is still eating backwards into the embankment, slowly, and the army is laying stone in it. The gauge reader’s rule is the one I trust: nobody sleeps below the dam until the trickle has run clear for seven days. Today is day one.',
      ),
      h2('15:20 · Can I drink from the well?'),
      quote('My parents in Zhuaqazy have a well twelve metres deep. — *name kept back at the reader’s request*'),
      p(
        'Please tell them no. Flooded wells take up whatever was in the sheds: fuel, fertiliser, farmyard. Boiling deals with germs but not with the rest. Water lorries stand at the upper road from 7 a.m.',
      ),
      h2('12:05 · How does a hill of earth fail?'),
      quote('It stood for 51 years. Why now? — *Tobias, Zürich*'),
      p(
        'All earth dams leak a little. The danger is when the leak begins to carry grains with it. Each grain makes the path wider, the wider path carries bigger grains, and a pipe grows backwards from the dry side to the wet. Engineers call it piping. From outside you see almost nothing until the last hour, except the colour of the seepage.',
      ),
      h2('10:31 · Who should have seen it?'),
      quote('Don’t dams have instruments? — *Chidinma, Lagos*'),
      p(
        'This one has nine pressure gauges, of which [five had been dead since 2021](story:aqtas-dam-wet-patch-warning). A working gauge near the spillway would probably have shown the pressure rising in October. Whether someone decided not to repair them is now a question for a judge.',
      ),
      h2('09:00 · Good morning'),
      p(
        'I have dry socks, a charged battery and a good line from the school roof. Send your questions to questions@parallel.example and say if you do not want your name shown.',
      ),
    ),
  },
  {
    key: 'former-reservoir-chief-detained-over-aqtas-dam',
    state: 'live',
    section: 'world',
    kicker: 'Kazakhstan',
    headline: 'Former reservoir chief detained in Kazakhstan over failed dam',
    standfirst:
      'Yerlan Tasbolatov, who until Thursday ran the country’s southern dams, was detained on suspicion of falsifying safety records, prosecutors said on Saturday, five days after an embankment at Aqtas gave way above five villages.',
    bylines: [
      { author: 'agence-cardinale', role: 'Wire agency', displayName: 'Agence Cardinale in Aqtas' },
      { author: 'aigerim-saparova', role: 'Additional reporting' },
    ],
    tags: [
      'yerlan-tasbolatov',
      'aqtas-dam',
      'kazakhstan',
      'aqtas',
      'southern-reservoirs-authority',
      'aqtas-flood',
      'courts',
      'almaty',
    ],
    leadMedia: {
      media: 'aqtas-courthouse',
      caption: 'Yerlan Tasbolatov, left, is led into the district court on Saturday morning.',
      credit: 'Agence Cardinale / R. Momyshev',
    },
    recommendedVideo: 'video-aqtas-from-the-air',
    related: [
      { story: 'aqtas-dam-spillway-gives-way' },
      { story: 'aqtas-dam-wet-patch-warning' },
      {
        story: 'aqtas-dam-your-questions-answered',
        headline: 'How an earth dam fails, and other questions from readers',
      },
      { url: 'https://cardinale.example.org/pictures/aqtas', headline: 'In pictures: a valley under water' },
      { story: 'aqtas-inquiry-inspection-never-happened' },
    ],
    source: {
      name: 'Agence Cardinale',
      url: 'https://cardinale.example.org/wire/AC-20251122-0731',
      externalId: 'AC-20251122-0731',
    },
    publishedAt: '2025-11-22T11:45:00.000Z',
    body: body(
      relatedLinks('The story so far', [
        {
          story: 'aqtas-dam-wet-patch-warning',
          headline: 'The gauge reader, the dog and the wet patch: how it was first noticed',
        },
        { story: 'aqtas-dam-spillway-gives-way' },
        { url: 'https://maps.example.org/aqtas', headline: 'Interactive map: which roads and wells are open' },
      ]),
      p(
        'Mr Tasbolatov, 58, was stopped at a toll station on the road to Almaty late on Friday with his driver and two boxes of files, the regional prosecutor’s office said. A court in the district town ordered him held for two months while the case is prepared.',
      ),
      p(
        'It is the first arrest since the collapse, which drowned two farm workers, left two others missing and emptied a valley of orchards known for the country’s late apples.',
      ),
      p(
        'His lawyer, Zhannat Berdiyar, rejected the accusation and said the boxes contained “his own papers, which he was bringing to the investigators of his own free will”. She asked the public “not to look for one man to stand where an institution should”.',
      ),
      p(
        'The government removed Mr Tasbolatov from the Southern Reservoirs Authority on Thursday after nine years at its head. His deputy has been suspended. The authority runs 41 dams, eleven of them older than the one that failed.',
      ),
      p('Relatives of the missing waited outside the court in falling snow. Some held apples.'),
      h2('Unsigned pages'),
      p(
        'According to the prosecutors, the yearly inspection that Aqtas was said to have passed in September exists as a form of fourteen pages, each stamped and none signed.',
      ),
      p(
        '“We have a document which states that an engineer stood on this dam on 11 September,” the office said in its statement. “The engineer named in it was on that day in hospital, where he was having a knee replaced.”',
      ),
      p(
        'Investigators are looking at 23 other forms from the last four years, it added, and have asked for help from dam engineers abroad.',
      ),
      p(
        '“The stamp was in a drawer,” said a former employee of the authority who asked for his name to be kept back. “Whoever needed it opened the drawer.”',
      ),
      h2('6,200 people from home'),
      p(
        'The interior ministry said 6,200 people from five villages were still in schools, sports halls and with relatives. Of 1,140 houses reached by the water, some 300 cannot be repaired.',
      ),
      p(
        'The army has closed two thirds of the breach with stone. The reservoir, which held 38 million cubic metres a week ago, is almost empty, and the railway in the lower valley should open on Tuesday, officials said.',
      ),
      p(
        'A correspondent of Agence Cardinale in the valley on Saturday saw families carry stoves and carpets up to the road on a cable that normally lifts fruit.',
      ),
      p(
        '“I want to know one thing,” said Orazbek Sultanmurat, 71, a beekeeper, scraping mud from a hive. “When they wrote that it was safe, did they think of us at all, or only of the page?”',
      ),
    ),
  },
]
