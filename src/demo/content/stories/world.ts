import { body, divider, h2, p, pullquote, quote, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Reports from elsewhere. */
export const world: DemoStory[] = [
  {
    key: 'hoi-an-flood-markers-brief',
    state: 'live',
    section: 'world',
    headline: 'Hội An paints its floods on the walls',
    standfirst: 'Blue tiles at the height of each high water, with the year, now mark 140 houses of the old town.',
    bylines: [{ author: 'agence-cardinale', role: 'Wire agency' }],
    tags: ['hoi-an', 'vietnam', 'water', 'cities'],
    source: { name: 'Agence Cardinale', externalId: 'AC-20251125-0112' },
    publishedAt: '2025-11-25T03:30:00.000Z',
    body: body(
      p(
        'HỘI AN (AC) — Residents of the old town of Hội An have begun to fix blue tiles to their houses, one for each flood since 1964, at the height which the water reached. The idea came from a primary school. The highest tile so far, at 3.2 metres, is in the hall of a tailor, who uses it to measure customers. “Nobody has reached it,” he said.',
      ),
    ),
  },
  {
    key: 'alexandria-old-tram-returns',
    state: 'live',
    section: 'world',
    kicker: 'Egypt',
    headline: 'Alexandria’s oldest tram line runs again, and argues again',
    standfirst:
      'After four years of works the double-deckers are back along the sea front. Everyone agrees that they are slower, and almost everyone that they should be.',
    bylines: [{ author: 'femi-ajasinde', role: 'In Alexandria' }],
    tags: ['alexandria', 'egypt', 'public-transport', 'cities', 'nour-el-sayyad'],
    related: [{ story: 'the-conductor-of-line-two-review' }],
    publishedAt: '2025-12-03T07:45:00.000Z',
    body: body(
      p(
        'ALEXANDRIA — The first quarrel broke out at twenty past six on Tuesday, on the upper deck, between the third and the fourth stop. It was about a window. People downstairs smiled. “Now it is open,” a woman with a bag of lemons said of the line. “Until they fight about a window, it is only a test.”',
      ),
      p(
        'The eastern tram had not run since 2021, when its rails were taken up, with a promise of eighteen months. It took fifty. The new cars have air conditioning, a ramp and a voice that announces the stops; the old upper decks were kept on twelve of them after a petition with 90,000 names.',
      ),
      p(
        'They are not fast. From one end to the other the journey takes 52 minutes, four more than in the timetable of 1934, a copy of which hangs at the terminus. Buses do it in thirty.',
      ),
      quote(
        '“The bus takes you from a place to a place,” said Hany Abdelmessih, who is 63 and had waited since four in the morning to be first. “The tram takes you through the people in between.”',
      ),
      p(
        'Among the guests was the novelist Nour El-Sayyad, who sold tickets on the line for nine years before she wrote about it. She refused a seat. A conductor, she said, stands.',
      ),
      p(
        'The fare is five pounds. On the first day it could also be paid with a story, which two listeners with notebooks took down at the rear door. They had filled eleven books by noon.',
      ),
    ),
  },
  {
    key: 'ibadan-radio-school-on-the-roof',
    state: 'live',
    section: 'world',
    kicker: 'Nigeria',
    headline: 'The radio school on the roof of Ìbàdàn',
    standfirst:
      'When the transmitter of a closed station was about to be sold for scrap, three teachers asked for one hour a day. They now have nine, and 200,000 pupils.',
    bylines: [{ author: 'femi-ajasinde', role: 'In Ìbàdàn' }],
    tags: ['ibadan', 'nigeria', 'education'],
    publishedAt: '2025-12-28T08:00:00.000Z',
    body: body(
      p(
        'ÌBÀDÀN — Mathematics is at seven, because that is when the traffic is worst. “In a bus nobody can leave the classroom,” says Rónkẹ́ Adébímpé, and brings the red slider up. She asks Nigeria what is a third of ninety-six. Then she waits. For six whole seconds there is no sound on the frequency but rain on a tin roof.',
      ),
      p(
        'The silence was the hardest thing to get permission for. The engineer who came with the transmitter, a veteran of forty years in broadcasting, put his hand on the switch the first time. But the silence is the school. All over the city, in danfos and kitchens, at petrol stations, people say the answer aloud.',
      ),
      p(
        'The Rooftop began in 2022 with three teachers, a transmitter that somebody was about to sell for its copper, and a room on top of a dry cleaner’s that was rented by the hour. It teaches in Yoruba and English. There are no films, no app and no homework. The examination board’s figures do not say who listened; they do say that in the eleven districts with good reception, a fifth more pupils passed in mathematics than two years ago.',
      ),
      h2('Questions by horn'),
      p(
        'There is a telephone line, but the pupils have found their own. When a bus driver on the Mókọ́lá bridge blew his horn twice, to tell the teacher that she was going too fast, she heard it through the window and slowed down. Now two short means “again, please” and one long means “yes, yes, go on”.',
      ),
      p(
        'The ministry has offered to take over the station. The three have asked for time to think, and meanwhile for diesel. “We like our ministry,” says Ms Adébímpé. “But will it wait for six seconds?”',
      ),
    ),
  },
  {
    key: 'izmir-ferry-cat-gets-a-timetable',
    state: 'live',
    section: 'world',
    headline: 'Cat that commutes on İzmir ferry is given a line in the timetable',
    standfirst: 'The 8.10 to Karşıyaka now carries a footnote: “Waits for Müdür, weather permitting.”',
    bylines: [{ author: 'halyard-press', role: 'Wire agency' }],
    tags: ['izmir', 'turkiye', 'animals', 'public-transport'],
    publishedAt: '2026-01-02T09:10:00.000Z',
    body: body(
      p(
        'İZMİR (HPA) — A grey tomcat who has crossed the bay of İzmir by ferry almost daily since 2022 has entered the official winter timetable. The operator’s footnote allows the 8.10 to wait for up to two minutes. “He is late less often than the engineers,” its director said. Müdür, “the manager”, returns at 17.40, on the upper deck, facing forward. 🐈',
      ),
    ),
  },
  {
    key: 'mongolian-herders-test-satellite-collars',
    state: 'live',
    section: 'world',
    kicker: 'Mongolia',
    headline: 'The goat on the screen is not the goat: herders try satellite collars, and keep the bells',
    standfirst:
      'In the southern Gobi 300 families can watch their animals by telephone. Most have found a use for it. It is seldom the one intended.',
    bylines: [{ author: 'aigerim-saparova', role: 'In Ömnögovi' }],
    tags: ['mongolia', 'animals', 'farming', 'enkhtuyaa-ganbold'],
    related: [{ story: 'long-steppe-race-enkhtuyaa-ganbold' }],
    publishedAt: '2026-01-09T06:20:00.000Z',
    body: body(
      p(
        'The goat is a green dot, and the green dot has been in the middle of a lake since Tuesday. Tsend Batbold turns the telephone so that I can see. “There is no lake,” he says. “And she is behind you.”',
      ),
      p(
        'For a year now, three hundred families in the south of Mongolia have had solar collars for one animal in twenty. The project, paid for by an insurers’ foundation in Zürich, was meant to settle claims after the terrible winters that are called *dzud*: if the dots stop, the money starts. It was also meant to save riding.',
      ),
      p(
        'It has not saved any. Herders ride out as they did, says Batbold, because a dot cannot tell you that a goat is *thinking* of leaving. But the collars have changed the evenings. Families call each other to compare dots. Marriages are said to be in preparation between flocks that graze close together.',
      ),
      quote(
        '“My mother cannot see the hills any more,” says Enkhtuyaa Ganbold, who herds with her parents when she is not running. “Now she holds the telephone near her face and scolds the goats by name. She is well again.”',
      ),
      p(
        'The insurers are content too, if puzzled. Claims are paid in nine days instead of ninety. The dots, however, turn up in strange places: on a train to Ulaanbaatar, in a chest of drawers, once in the stomach of a wolf, from which it sent reliable data for a fortnight.',
      ),
      p(
        'All the animals still wear bells. I asked why. Batbold thought I was joking, and then saw that I was not. “So that they know where *we* are,” he said.',
      ),
    ),
  },
  {
    key: 'lisbon-asks-visitors-to-take-the-stairs',
    state: 'live',
    section: 'world',
    kicker: 'Portugal',
    headline:
      'Lisbon asks visitors, very politely and in eleven languages, to please leave the little yellow trams to the people who live at the top of the hill and have shopping with them',
    standfirst:
      'No ban, no fine, only a poster with a grandmother on it. In the first week, queues at the lower stop fell by a third.',
    bylines: [{ author: 'femi-ajasinde' }],
    tags: ['lisbon', 'portugal', 'public-transport', 'cities'],
    publishedAt: '2026-01-18T09:00:00.000Z',
    body: body(
      p(
        'The grandmother on the poster is called Dona Ermelinda, she is 84, and she is real. She stands at the foot of a long stair with a bag of cabbages, looks straight at you, and says, in Portuguese and in smaller print in ten other languages: “You have young legs. I would be so glad of your seat.”',
      ),
      p(
        'Lisbon has tried for years to get its residents back onto the hill trams, which they were built for and which they can no longer board. There were passes, separate doors and a barrier, and each was outwitted in a day. The poster was proposed by a lift engineer at a public meeting, as a joke.',
      ),
      p(
        'In the first seven days the queue at the lower stop was shorter by a third, the transport company says. At the top, a café has begun to give a glass of water to everyone who arrives out of breath, and records them in chalk. On Saturday the board read: *1,914 on foot, 3 in love, 1 turned back.*',
      ),
      p(
        'Dona Ermelinda has been asked for many photographs. She charges one cabbage’s worth of carrying, as far as the blue door.',
      ),
    ),
  },
  {
    key: 'sao-paulo-swimmers-test-the-river',
    state: 'live',
    section: 'world',
    kicker: 'Brazil',
    headline:
      'Eleven people went swimming in São Paulo’s river on Sunday. For the first time in 79 years it was allowed',
    standfirst:
      'The clean-up of one bend of the Tietê has reached the point where lawyers, biologists and one grandmother were ready to sign.',
    bylines: [{ author: 'joao-brandt-leitao', role: 'In São Paulo' }],
    tags: ['sao-paulo', 'brazil', 'water', 'cities', 'environment'],
    related: [
      { story: 'museum-returns-canoe-to-the-river' },
      { url: 'https://rivers.example.org/tiete/daily', headline: 'Today’s water: the public readings' },
    ],
    publishedAt: '2026-01-26T01:15:00.000Z',
    body: body(
      p(
        'SÃO PAULO — The eldest went first. Dalva Nogueira da Luz, 88, came second in a race here in 1946, on this bend, off this landing stage, and on Sunday morning she walked down the new wooden steps in a yellow cap, put in one foot and said a word that cannot be printed. Then she said: “Warm.”',
      ),
      p(
        'Ten others followed, among them a biologist, a rower, a judge and the engineer who has spent eleven years diverting 214 sewers. They stayed for twenty minutes inside a line of orange floats. About nine thousand people watched from the expressway bridge, which had been closed for the purpose; some wept; a brass band played something slow.',
      ),
      p(
        'It was one bend of a river of more than a thousand kilometres. Upstream and downstream the Tietê is still brown and in places without oxygen. The trick of the place, two kilometres long, is a wall of reeds that was built across a dead arm, through which the water is led for three days before it may come out.',
      ),
      h2('Readings on the wall'),
      p(
        'What convinced the judge, she said, was the board. Since March the water’s figures have been painted up every morning on the wall of the boathouse by pupils of a school across the road, in numbers a metre high. For 61 days in a row they were green.',
      ),
      ul(
        'Swimming is allowed on Sundays from 8 to 11, after a dry week.',
        'Places are drawn by lot, forty at a time.',
        'Nobody under twelve may go in before 2027.',
      ),
      p(
        '“My grandson asked me what the river was for, before,” said Ms Nogueira da Luz, in a towel. “I told him, this. He thought that I was telling a story.”',
      ),
      divider(),
      p('*The times of the race of 1946 could not be found. The winner’s name, she says, was Odete, and she pushed.*'),
    ),
  },
  {
    key: 'almaty-apple-seed-vault-opens',
    state: 'live',
    section: 'world',
    kicker: 'Kazakhstan',
    headline: 'In the hills above Almaty, a library where the books are apples',
    standfirst: 'A refuge for wild fruit opens with 312 trees and one strict rule: borrowers must bring back a branch.',
    bylines: [{ author: 'aigerim-saparova' }],
    tags: ['almaty', 'kazakhstan', 'farming', 'environment'],
    publishedAt: '2025-11-29T05:50:00.000Z',
    body: body(
      p(
        'ALMATY — The catalogue of the apple library has drawers, and in the drawers are cards, and on the cards it says things like: *small, yellow, bitter until March, then like honey. Found by a shepherd. Do not shake.*',
      ),
      p(
        'There are 312 cards. Each stands for a tree, planted in the last six years on a slope at 1,400 metres, and each tree comes from a wild one somewhere in these mountains, where the ancestors of the world’s apples grew and where, as the city climbs uphill, fewer do each year. The library opened to growers on Saturday.',
      ),
      p(
        'It lends in February, when the wood sleeps. Anyone with a garden may borrow a cutting, on two conditions. They must write down what became of it, even if it is embarrassing. And within ten years they must return a branch. “A gene bank is a freezer,” says the founder, the botanist Aliya Zhusipbek. “I wanted something that would be ashamed if it lost a book.”',
      ),
      p(
        'The first borrower was a pensioner from the old tobacco quarter, who remembers a tree in the yard of her school that was felled for a garage in 1978. She had found her apple on card 207. She would know it anywhere, she said: it tastes of being late.',
      ),
      pullquote('I wanted something that would be ashamed if it lost a book.', 'Aliya Zhusipbek'),
    ),
  },
]
