import { body, h2, image, ol, p, pullquote, relatedLinks, table } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** The merger of two sleeper companies, in the order of events. */
export const nightTrains: DemoStory[] = [
  {
    key: 'nocturne-rail-bids-for-baltica-sleepers',
    state: 'live',
    section: 'business',
    kicker: 'Night trains',
    headline: 'Nocturne Rail bids €410 million for Baltica and the beds of half a continent',
    standfirst:
      'The Łódź company would run two sleeper trains in three between Tallinn and Trieste. Its founder promises hot breakfast; its rival’s chairman promises a fight.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['night-train-merger', 'nocturne-rail', 'baltica-sleepers', 'magda-ostrowska', 'night-trains', 'lodz'],
    leadMedia: { media: 'night-train-lodz' },
    publishedAt: '2025-11-06T08:15:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — Nocturne Rail, which began in 2014 with four second-hand sleeping cars and a borrowed engine, on Thursday offered €410 million in cash and shares for its larger competitor, Baltica Sleepers. Together they would run 58 trains a night in 17 countries and own some 900 cars, many of them older than the passengers.',
      ),
      p(
        '“There are two half-empty trains leaving Warsaw for Vienna within forty minutes of each other,” Magda Ostrowska, Nocturne’s founder, told reporters in a dining car parked at Łódź Fabryczna. “I would like there to be one full one, and I would like it to have a shower.”',
      ),
      p(
        'The offer is 32 per cent above Baltica’s closing price on Wednesday. Its shares rose at once to just below it, a sign that traders think a deal likely. Nocturne’s fell by six per cent, a sign that they wonder who pays.',
      ),
      p(
        'Most of the money would come from two pension funds, which are to hold a third of the new company. Ms Ostrowska said no route would close before 2028. She did not say the same about jobs: the companies have two head offices, two workshops and two telephone centres, one of which, at Tartu, has a reputation for waking passengers by singing.',
      ),
      p(
        'Henrik Valdsoo, the chairman of Baltica, said in a statement of one line that the board would “read the letter, sleep on it, and reply”.',
      ),
    ),
  },
  {
    key: 'baltica-board-rejects-nocturne-bid',
    state: 'live',
    section: 'business',
    kicker: 'Night trains',
    headline: 'Baltica sleeps on it and says no',
    standfirst:
      'The board calls the €410 million offer “a pillow without a bed”. Two large shareholders would still like to lie down.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['night-train-merger', 'baltica-sleepers', 'nocturne-rail', 'henrik-valdsoo', 'night-trains'],
    publishedAt: '2025-11-13T09:40:00.000Z',
    body: body(
      p(
        'The board of Baltica Sleepers has turned down [the offer of its rival Nocturne Rail](story:nocturne-rail-bids-for-baltica-sleepers) without a vote against, Henrik Valdsoo, its chairman, said on Thursday. The price left out 60 new cars that Baltica has ordered and mostly paid for, he argued, and the plan for a single workshop was “written by someone who has never looked for a spare axle in February”.',
      ),
      p(
        'Not all owners agree. Two funds which together hold 19 per cent asked the board to at least open the books. One manager, who did not want to be quoted against a company in which he has just taken a berth, pointed out that Baltica has made money in two of the last nine years.',
      ),
      p(
        'Nocturne has until 12 December to raise its bid, withdraw it, or go past the board to the shareholders. People close to the company say that the third is being prepared and that the second has not been mentioned.',
      ),
      p(
        'On the 22.10 from Riga to Berlin, news of the decision was announced over the loudspeaker between the times of breakfast and the state of the heating. There was, a passenger reported, “polite interest”.',
      ),
    ),
  },
  {
    key: 'sleeper-train-crews-strike',
    state: 'live',
    section: 'business',
    kicker: 'Night trains',
    headline:
      'Night crews of both companies walk out together, with lanterns, and the continent’s sleepers stand still',
    standfirst:
      'Conductors want a promise on jobs before any merger. On the first night 53 of 58 trains did not leave; on the others, the conductors’ sisters made the beds.',
    bylines: [
      { author: 'zofia-wrobel', role: 'In Łódź' },
      { author: 'halyard-press', role: 'Wire agency' },
    ],
    tags: [
      'night-train-merger',
      'sleeping-car-union',
      'nocturne-rail',
      'baltica-sleepers',
      'work',
      'night-trains',
      'lodz',
    ],
    leadMedia: { media: 'sleeper-strike' },
    related: [{ story: 'baltica-board-rejects-nocturne-bid' }, { story: 'nocturne-rail-bids-for-baltica-sleepers' }],
    publishedAt: '2025-11-27T21:30:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — They came in uniform, because it is the warmest thing they own, and each carried a paper lantern with the number of a carriage. At ten minutes to ten on Thursday night, when the Nocturne service to Trieste should have left platform 3, about two hundred conductors, cooks and linen workers blew the lanterns out.',
      ),
      p(
        'The strike is the first that the night staff of two competing companies have called together. The Union of Sleeping Car Staff wants a written promise that nobody will lose a job within three years of a merger, and that the longer rest rule, Baltica’s eleven hours rather than Nocturne’s nine, will hold for all.',
      ),
      p(
        '“They have told the pension funds what they will get,” said Teresa Mazurczak, who has worked on the Adriatic line since it began. “We are the ones who know where the blankets are.”',
      ),
      p(
        'Of 58 departures 53 were cancelled. Both companies offered refunds or, in Łódź, a bed in a standing train, which 140 people took. Talks are to begin on Friday in Vienna, a city chosen because neither side can get there overnight.',
      ),
      p(
        'Nocturne said it “heard the concern” and had never planned dismissals. Baltica, which rejected the merger a fortnight ago, said that it agreed with its staff and would be grateful if they came to work.',
      ),
    ),
  },
  {
    key: 'regulator-sets-terms-for-night-train-merger',
    state: 'live',
    section: 'business',
    kicker: 'Night trains',
    headline: 'Yes, but leave the window open: regulator sets six terms for night train merger',
    standfirst:
      'The European Night Rail Board would allow a raised bid if 40 sleeping cars go to newcomers and the cheapest berth stays below €49.',
    bylines: [{ author: 'zofia-wrobel' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: ['night-train-merger', 'night-rail-board', 'nocturne-rail', 'baltica-sleepers', 'night-trains'],
    publishedAt: '2025-12-16T10:30:00.000Z',
    body: body(
      p(
        'The raised offer that Nocturne Rail put to the shareholders of Baltica Sleepers last week, €447 million, would not harm travellers if six conditions are met, the European Night Rail Board decided on Tuesday. Its chair called the ruling “a yes with the window open”.',
      ),
      ol(
        'Forty sleeping cars are sold or rented to new companies within two years.',
        'The cheapest berth on each shared route stays below €49 until 2029.',
        'Timetables and prices are given to all ticket sellers on the same day.',
        'Both workshops stay open until the last car built before 1985 is retired.',
        'The rest of night staff is at least eleven hours.',
        'One route a year must be tried that neither company has run before.',
      ),
      table(
        'Sleeper departures each night, winter timetable',
        'Company | Trains | Berths | Share of berths',
        'Nocturne Rail | 31 | 7,100 | 38%',
        'Baltica Sleepers | 27 | 6,200 | 33%',
        'National railways | 29 | 4,000 | 21%',
        'Others | 8 | 1,400 | 8%',
      ),
      p(
        'The fifth condition takes up the main demand of [last month’s strike](story:sleeper-train-crews-strike), which ended after three nights. The sixth was added by a member of the board who, according to its minutes, “recalled a journey”.',
      ),
      p(
        'Shareholders holding 61 per cent of Baltica have accepted the new price. Mr Valdsoo said he would recommend it “with one eye open”.',
      ),
    ),
  },
  {
    key: 'nocturne-and-baltica-complete-merger',
    state: 'live',
    section: 'business',
    kicker: 'Night trains',
    headline: 'One timetable, two pillows: Nocturne and Baltica become one company',
    standfirst:
      'The merger closed on Tuesday. The first joint train leaves Tallinn for Trieste on 6 March, a route that neither had dared alone.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: [
      'night-train-merger',
      'nocturne-rail',
      'baltica-sleepers',
      'magda-ostrowska',
      'henrik-valdsoo',
      'night-trains',
    ],
    leadMedia: { media: 'night-train-lodz', caption: 'Cars of both companies will keep their colours, for now.' },
    related: [{ story: 'regulator-sets-terms-for-night-train-merger' }, { story: 'sleeper-train-crews-strike' }],
    publishedAt: '2026-01-20T12:00:00.000Z',
    body: body(
      p(
        'At noon on Tuesday Baltica Sleepers ceased to be listed, and Nocturne Rail became the largest landlord of beds on wheels in the world. Nothing else changed, at least not visibly: both liveries stay, and so, after a survey of 11,000 passengers, do both pillows. The soft one was preferred by those who sleep on their sides.',
      ),
      p(
        'Magda Ostrowska runs the company; Henrik Valdsoo, who opposed the first bid, chairs its board. “He reads every page,” she said of him. “She has already written the next one,” he said of her.',
      ),
      p(
        'The terms of [the regulator](story:regulator-sets-terms-for-night-train-merger) oblige the company to try one new line a year. The first is the longest in its history: Tallinn to Trieste in 33 hours, two nights and the day between, on Fridays from 6 March.',
      ),
      p(
        'The union, whose three-year job guarantee is now in the articles of association, welcomed the news and asked who will wash the linen on the second morning.',
      ),
    ),
  },
  {
    key: 'last-night-on-car-4471',
    state: 'live',
    section: 'culture',
    kicker: 'The long read',
    headline:
      'Car 4471 has carried spies, brides and a cello with its own ticket. On Friday it made its last trip, and nobody wanted to get off at the terminus',
    standfirst:
      'The oldest sleeping car in regular service is to become a café. Our reporter, who has a weakness for lower berths, rode it from Łódź to Trieste one more time.',
    bylines: [{ author: 'zofia-wrobel', role: 'Words and sound' }],
    tags: ['night-train-merger', 'night-trains', 'nocturne-rail', 'lodz', 'trieste', 'sleep'],
    leadMedia: { media: 'night-train-lodz', caption: 'Car 4471 at platform 3, ten minutes before its last departure.' },
    related: [
      { story: 'nocturne-and-baltica-complete-merger' },
      {
        story: 'the-second-night-sleep-study',
        headline: 'Why we sleep badly in a new bed, and better in a moving one',
      },
      {
        url: 'https://letters.example.org/lower-berth',
        headline: 'The Lower Berth: a newsletter for people who travel lying down',
      },
    ],
    publishedAt: '2026-01-25T08:00:00.000Z',
    body: body(
      p(
        'The conductor has a hammer. It is no longer in the regulations, but it came with the car, and before each departure Teresa Mazurczak walks along the platform and taps the wheels. A sound wheel rings. A cracked one says *tock*. In twenty-six years she has heard a *tock* once, outside Katowice, in the middle of a conversation about plums, and she stopped the train.',
      ),
      p(
        'On Friday evening at Łódź Fabryczna all eight wheels of car 4471 rang. A few dozen people who had come to look applauded. It was snowing in the way it snows in films about railways, and the car stood at platform 3 with one window lit, looking exactly as if it had not been told.',
      ),
      p(
        'It has been in service since the spring of 1961. It is eleven compartments of three berths, one corridor, one samovar, and a lavatory with a frosted window on which some traveller has scratched a small and very accurate map of the Danube. It has gone some nine million kilometres, most of them in the dark. After tonight it will be put on forty metres of track in front of a former mill and serve flat whites.',
      ),
      h2('Compartment one: the cello'),
      p(
        'The last passenger list has thirty-three names, drawn by lot from four thousand. In compartment one is Dr Halina Szymkowiak, an ear specialist of 80, who first took this car in 1968 with her sister and her sister’s cello. The inspector at the border had refused to accept the instrument as luggage. They bought it a ticket. In the column for the name they wrote *Violetta Cello*, and in the column for the sex the inspector, after some thought, put a dash.',
      ),
      p(
        '“She was given the middle berth,” says Dr Szymkowiak. “In the morning the steward asked whether the young lady would take tea.”',
      ),
      p(
        'The sister played for thirty years in an orchestra in Graz. The ticket is framed. Dr Szymkowiak has it with her tonight, wrapped in a scarf, to be photographed on the middle berth where its owner lay.',
      ),
      h2('Compartment four: the eleven hours'),
      p(
        'When I first wrote about this company it was [a bid and a price](story:nocturne-rail-bids-for-baltica-sleepers). When I wrote about it in November there were [two hundred lanterns on this platform](story:sleeper-train-crews-strike). What you do not see from a platform is how the work is made of minutes. Between Wrocław and the border Ms Mazurczak makes up thirty-three beds, for which she needs a hundred and fifteen seconds each. She fills the samovar twice. She tells a couple from Ostrava that the window does not open, and later how to open it.',
      ),
      p(
        'She has a bench of her own, sixty centimetres wide, and she is allowed to lie down on it from two until a quarter to five. She does not sleep. “I listen,” she says. “If you sleep, you hear nothing. If you are awake, you hear too much. There is something in between, and I get paid for it.”',
      ),
      p(
        'The new rule of eleven hours’ rest between trips, which the crews struck for and got, means that she will see her own kitchen by daylight three times a week. She has bought a plant.',
      ),
      pullquote('A sound wheel rings. A cracked one says tock.'),
      h2('Compartment seven: what the walls know'),
      p(
        'No one has written a history of car 4471, but plenty has been left in it. When its panels were taken off in 2003, the workshop found a wedding ring, sixteen kinds of banknote, a love letter in shorthand, a set of false papers in the name of a Swedish dentist, and a child’s tooth with a note asking the fairy to kindly forward the money to an address in Brno. All of it is now in a drawer in the company’s archive, except the tooth. The company forwarded the money.',
      ),
      p(
        'The dentist did not exist. The archivist, Bożena Rafalska, has spent some of her evenings on him. Someone used the name eleven times in 1972, always in compartment seven, always to Vienna and never back. “Either he was a spy,” she says, “or a man who very much wanted to have been one. Both need a sleeping car.”',
      ),
      p(
        'It is easy to be sentimental about this and I intend to be, but it should be said that compartment seven is cold. It has been cold since 1961. There is a draught from below that no workshop ever found; conductors give out a second blanket unasked. The new cars have heating one can control from a telephone. People sleep better in them. I have looked at the figures and I cannot argue.',
      ),
      h2('The corridor'),
      p(
        'Towards one in the morning, south of Brno, hardly anyone was in bed. They stood in the corridor in socks, as people have always stood in that corridor, with their foreheads on the glass. The thing about a train at night is that you see into kitchens. A man in a vest drinks milk. A woman irons. A boy at a table is still doing sums, and looks up, and for a second you are the light in *his* window.',
      ),
      p(
        'A retired signalman named Jiří, who was in compartment nine with three grandsons, explained to them that each of these people lives beside the line because somebody once decided that this was where the line should be. “So the train made the house,” said the smallest. “And the house made the boy,” said Jiří. They thought about that as far as Břeclav.',
      ),
      p(
        'Someone had brought a bottle. Dr Szymkowiak unwrapped the ticket. A student with a guitar was asked not to. At two Ms Mazurczak came along the carpet, touched each of us on the elbow, and said the sentence that she says each night and which is printed nowhere: “It is only dark outside.” And we went to bed, all thirty-three, like children.',
      ),
      h2('The terminus'),
      p(
        'You come down to Trieste from the plateau in wide, slow curves, and there is one place, a little after the last tunnel, where the sea is suddenly on the wrong side: above you, it seems, and standing up like a wall. It was pink. There was tea. At 8.52, four minutes early, car 4471 stopped at the buffers and its brakes let out their air.',
      ),
      p(
        'Nobody moved. It was not arranged. In the whole car no door was opened and no suitcase taken down. One heard the samovar, and the station announcing other trains to other people. It went on for what I believed was ten minutes, and the recording says was three.',
      ),
      p(
        'Then there was a tap on metal, outside, low down. Then another. Ms Mazurczak was going along the platform with her hammer, in the wrong order, from the front to the back, after the journey and not before. We listened. Eight wheels, one after the other, all the way to the end of the train, and every one of them rang.',
      ),
      image('night-train-lodz', { caption: 'The lit window belongs to the conductor.', credit: 'Zofia Wróbel' }),
      relatedLinks('Listen and read on', [
        {
          url: 'https://media.example.org/audio/old-sleeper.mp3',
          headline: 'Five minutes of car 4471, from the samovar to the brakes',
        },
        { story: 'sleeper-train-crews-strike' },
      ]),
    ),
  },
]
