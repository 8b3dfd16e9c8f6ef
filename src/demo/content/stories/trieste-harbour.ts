import { body, h2, keyPoints, p, pullquote, quote, table, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** The vote on the old harbour of Trieste, in the order of events. */
export const triesteHarbour: DemoStory[] = [
  {
    key: 'trieste-calls-vote-on-old-harbour',
    state: 'live',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'One kilometre of empty quay, one question: Trieste will vote on its old harbour',
    standfirst:
      'After three rejected plans and a fire, the mayor hands the decision to the city. The question on the ballot has 31 words and took nine weeks.',
    bylines: [{ author: 'nesrin-cakir' }],
    tags: ['trieste-old-harbour', 'old-harbour-referendum', 'trieste', 'elisa-pertot', 'elections', 'cities'],
    leadMedia: { media: 'trieste-old-harbour' },
    publishedAt: '2025-11-03T17:30:00.000Z',
    body: body(
      p(
        'The people of Trieste will be asked on 30 November whether the old harbour should be closed to cars and opened to swimmers, or opened to ferries and closed to almost everyone else. Mayor Elisa Pertot announced the consultative vote on Monday in front of Warehouse 19, which has had no roof since the spring.',
      ),
      p(
        '“I have been given three plans, and I was told each time that the city was in love with it,” she said. “I would now like to hear that from the city.”',
      ),
      p(
        'The two sides had been waiting. Porto Aperto, a campaign of architects, rowing clubs and the owners of two ice-cream parlours, wants a tram, trees and steps down into the water. Molo Quarto, backed by the chamber of commerce and the dockers’ union, wants a terminal for ferries to Istria and the smaller kind of cruise ship. It promises 640 jobs.',
      ),
      p(
        'They agree on one thing: the vote does not bind the council. Ms Pertot said she would follow it if four in ten voters came. In the last such poll, about parking, fewer than two did.',
      ),
      p('Polling stations open at seven. The question will be printed in Italian and Slovene.'),
    ),
  },
  {
    key: 'trieste-harbour-vote-on-a-knife-edge',
    state: 'live',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'Swimmers lead dockers by a towel’s width in the last poll before the harbour vote',
    standfirst:
      'A survey for this paper finds the car-free plan ahead by two points, and one voter in seven undecided. Almost nobody likes the cranes; almost nobody wants them removed.',
    bylines: [{ author: 'nesrin-cakir' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: [
      'trieste-old-harbour',
      'old-harbour-referendum',
      'trieste',
      'davide-furlanic',
      'porto-aperto',
      'molo-quarto',
      'elections',
    ],
    publishedAt: '2025-11-20T06:00:00.000Z',
    body: body(
      p(
        'Ten days before Trieste votes on its old harbour, the plan for a car-free waterfront is two points ahead of the plan for a ferry terminal: 44 per cent to 42, with 14 still to decide. With 1,022 people asked, the margin of error is three points either way. In other words: nobody knows.',
      ),
      p(
        'Age explains less than the campaigns believe. Those under thirty favour swimming by six points, those over seventy by five. It is the people between, who drive children to school, who lean to the terminal, because its plan comes with an underground car park.',
      ),
      h2('What people agree on'),
      ul(
        '83 per cent want the hydraulic power station kept as a museum.',
        '79 per cent want the four old cranes to stay, though only 22 per cent call them beautiful.',
        '91 per cent think that nothing will happen before 2030.',
      ),
      p(
        '“The last figure is my opponent,” said Davide Furlanič, the spokesman of Porto Aperto. At Molo Quarto they see it the same way. The two campaigns have agreed to hand out water and chestnuts together outside polling stations, “so that at least somebody comes”.',
      ),
      p(
        'Interviews were held by telephone and in person between 10 and 17 November, in Italian and in Slovene. Full tables are on [our data page](https://code.example.org/parallel-data/harbour-poll).',
      ),
    ),
  },
  {
    key: 'trieste-votes-for-open-harbour',
    state: 'live',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'By 411 votes, Trieste chooses to swim',
    standfirst:
      'The car-free plan for the old harbour wins with 50.3 per cent on a turnout nobody had predicted. The terminal’s supporters want every paper counted again.',
    bylines: [{ author: 'nesrin-cakir' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: [
      'trieste-old-harbour',
      'old-harbour-referendum',
      'trieste',
      'elisa-pertot',
      'porto-aperto',
      'molo-quarto',
      'elections',
    ],
    leadMedia: { media: 'trieste-count' },
    related: [
      { story: 'trieste-harbour-vote-on-a-knife-edge' },
      { url: 'https://code.example.org/parallel-data/harbour-results', headline: 'Results street by street' },
    ],
    publishedAt: '2025-12-01T00:40:00.000Z',
    body: body(
      keyPoints(
        'The night in three lines',
        'Open harbour 50.3 per cent, terminal 49.7.',
        'Turnout 51.8 per cent; the mayor’s bar was 40.',
        'Molo Quarto will ask for a recount on Monday.',
      ),
      p(
        'The last box came from Opicina, on the plateau, by tram, because the car that should have brought it would not start. It was opened at eleven minutes past midnight, and when it was empty the plan to open the old harbour to walkers, trams and swimmers had won by 411 votes out of 77,000.',
      ),
      table(
        'Consultative vote on the old harbour, by district',
        'District | Open harbour | Terminal | Turnout',
        'Centre | 9,871 | 8,402 | 55.1%',
        'Roiano and Gretta | 7,340 | 5,118 | 58.7%',
        'San Giacomo | 8,015 | 9,366 | 49.9%',
        'Servola and Valmaura | 5,560 | 8,127 | 47.2%',
        'Barcola | 4,428 | 3,090 | 61.0%',
        'Plateau | 3,497 | 4,197 | 44.3%',
        'Total | 38,711 | 38,300 | 51.8%',
      ),
      p(
        'Mayor Elisa Pertot, who had refused to say how she would vote and still does, called it “a narrow result and a large crowd”. She will put the open plan to the council before Christmas, she said, as she had promised if four in ten came.',
      ),
      p(
        'The map of the night shows a city that votes with its windows. Districts that see the quay wanted to walk on it; those that used to work there wanted work. In Servola, where the steelworks closed its furnace, the terminal won by more than 2,500.',
      ),
      quote(
        '“They will have a nice place to lie down,” said Renato Sardoč, a crane driver for 34 years, at the dockers’ club. “I hope they bring something to eat, because there will be nobody left to sell it.”',
      ),
      p(
        'Outside Warehouse 19 someone had put up a ladder into the water. At one in the morning, at nine degrees, it was in use.',
      ),
    ),
  },
  {
    key: 'trieste-harbour-recount-confirms-result',
    state: 'live',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'Recount changes 38 votes and no minds',
    standfirst:
      'The lead of the open-harbour plan grows to 419. Molo Quarto drops its challenge and asks for a seat at the table instead.',
    bylines: [{ author: 'nesrin-cakir' }],
    tags: ['trieste-old-harbour', 'old-harbour-referendum', 'trieste', 'davide-furlanic', 'molo-quarto'],
    replaces: 'trieste-votes-for-open-harbour',
    publishedAt: '2025-12-11T15:15:00.000Z',
    body: body(
      p(
        'It took forty volunteers four days in a school gym to count 77,011 papers again, and at the end of it [the result of the harbour vote](story:trieste-votes-for-open-harbour) stood almost where it had been. The open plan gained 23 votes and the terminal 15, nearly all from ballots on which a cross had been drawn, in the electoral office’s words, “with feeling”.',
      ),
      p('Nine voters had written in a plan of their own. One proposed a vineyard.'),
      p(
        'Molo Quarto accepted the figure within the hour. “A lead of eight more is not what we were looking for,” its chairman, Livio Zetto, said. The group will not go to the administrative court. It asks instead that the dockers’ union be given two seats on the board that is to plan the quay, and that one berth, the northernmost, be kept for the ferry to Piran.',
      ),
      p(
        'Davide Furlanič of Porto Aperto said he saw no reason against it. “Half the city voted for ships. It would be strange to build a harbour without any.”',
      ),
    ),
  },
  {
    key: 'trieste-council-approves-harbour-plan',
    state: 'live',
    section: 'politics',
    kicker: 'Trieste',
    headline: 'Trees, a tram and one ferry: council passes harbour plan at ten to two in the morning',
    standfirst:
      'The compromise keeps a berth for the Piran boat, four cranes and a promise of 210 jobs. Swimming begins in June if the water is clean.',
    bylines: [{ author: 'nesrin-cakir' }],
    tags: [
      'trieste-old-harbour',
      'trieste',
      'elisa-pertot',
      'porto-aperto',
      'molo-quarto',
      'cities',
      'public-transport',
    ],
    leadMedia: { media: 'trieste-old-harbour', caption: 'Warehouse 19, left, will get its roof back first.' },
    related: [{ story: 'trieste-votes-for-open-harbour' }, { story: 'trieste-harbour-recount-confirms-result' }],
    publishedAt: '2026-01-23T07:20:00.000Z',
    body: body(
      p(
        'After eleven hours, 204 amendments and a delivery of pizza that was itself put to a vote, the council of Trieste approved a plan for the old harbour early on Friday by 27 votes to eleven.',
      ),
      p(
        'What passed is the plan that [won the November vote](story:trieste-votes-for-open-harbour), with a boat in it. The northern berth is kept for a ferry to Piran. A tram will run the length of the quay; behind it come 600 lime trees and three flights of steps into the sea. Two dockers sit on the nine-member board.',
      ),
      pullquote(
        'I have been shouted at by swimmers and by crane drivers. I take it that I am standing in the right place.',
        'Elisa Pertot, mayor',
      ),
      p(
        'The first money, €31 million, goes to roofs. Warehouse 19, which burned last spring, is to become a covered market with workshops above; the dockers’ union has asked to run the canteen. The plan’s own estimate is of 210 jobs by 2029, a third of what the terminal’s supporters had promised.',
      ),
      p(
        'Before anyone swims, the harbour floor has to be tested. Samples taken in December showed lead near the power station and nothing worse than old bicycles elsewhere. If the second round agrees, the ladders go in on 1 June.',
      ),
      p('“The bicycles,” Ms Pertot said on her way out, “we return to their owners.”'),
    ),
  },
]
