import { body, h2, p, pullquote, quote, table, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Sport beside the handball season. */
export const sport: DemoStory[] = [
  {
    key: 'long-steppe-race-enkhtuyaa-ganbold',
    state: 'live',
    section: 'sport',
    kicker: 'Running',
    headline: 'She stopped to turn back a flock and still won: Enkhtuyaa Ganbold takes the Long Steppe Race',
    standfirst:
      '126 kilometres, minus eleven degrees, one dog. The Mongolian herder finished 19 minutes ahead of a field that had the same wind but fewer sheep.',
    bylines: [{ author: 'halyard-press', role: 'Wire agency' }, { author: 'luka-benedetic' }],
    tags: ['long-steppe-race', 'enkhtuyaa-ganbold', 'running', 'kazakhstan', 'mongolia'],
    leadMedia: { media: 'long-steppe-race' },
    publishedAt: '2025-11-09T14:30:00.000Z',
    body: body(
      p(
        'At kilometre 71 the leader of the Long Steppe Race left the course. On the tracking map her dot moved at a right angle, stood still, drew a small circle, and after four minutes and a half came back. The jury asked at the finish what had happened. “They were going to the road,” said Enkhtuyaa Ganbold. It was not her flock.',
      ),
      p(
        'She won regardless, in ten hours, 58 minutes and two seconds, in the fourth edition of the race over 126 kilometres of gravel and frozen grass in the east of Kazakhstan. Behind her came Véronique Casteldaccia of France and the winner of last year, Botagoz Zhaqsy.',
      ),
      table(
        'Long Steppe Race, women, 126 km',
        'Place | Runner | Country | Time',
        '1 | Enkhtuyaa Ganbold | Mongolia | 10:58:02',
        '2 | Véronique Casteldaccia | France | 11:17:31',
        '3 | Botagoz Zhaqsy | Kazakhstan | 11:20:09',
        '4 | Sunniva Aasland | Norway | 11:44:50',
        '5 | Ewa Trzebiatowska | Poland | 11:46:13',
      ),
      p(
        'From kilometre 20 to 50 the winner had been accompanied by a yellow dog, which at the third drinking station accepted a sausage and retired. Ganbold, 29, trains by going after animals. She has no coach and no watch. Asked how she judged her pace, she thought about it and said: “I arrive.”',
      ),
      p('The men’s race went to Ruslan Tölegen in 10:02:44. He reported having seen no sheep.'),
    ),
  },
  {
    key: 'zhao-meilin-blindfold-chess-record',
    state: 'live',
    section: 'sport',
    kicker: 'Chess',
    headline:
      'Grandmaster Zhao Meilin plays twenty-seven games at once without seeing a single board, wins nineteen, draws eight, loses none and then cannot find her hotel',
    standfirst:
      'For eleven hours in Zürich she kept 864 pieces in her head. She says that the hard part is to forget them.',
    bylines: [{ author: 'luka-benedetic', role: 'In Zürich' }],
    tags: ['zhao-meilin', 'chess', 'zurich'],
    publishedAt: '2025-11-23T22:00:00.000Z',
    body: body(
      p(
        'ZÜRICH — She sat with her back to them in an armchair, in socks, with a jug of warm water, and looked for eleven hours at a curtain. Behind her, at 27 boards in a horseshoe, were a judge, two classes of a grammar school, the head of a bank and a boy aged eight who had been allowed to stay up. An arbiter called out each move. Zhao Meilin answered, on average, in nine seconds.',
      ),
      p(
        'The curtain, she explained later, was important. It was beige. “Every board has its own place in a town that I know,” said the grandmaster, who is 26 and comes from Yangzhou. “Board one is the bakery. Board fourteen is the bridge. I walk round. On beige I can see the town.”',
      ),
      p(
        'The end came well after midnight: nineteen wins and eight draws. It is the best result that anybody has had against this many. The draw that pleased her most was the boy’s. In the sixth hour he had offered her a knight. She stopped, for the only time that day for a full three minutes, and declined. “It was a very good trap,” she said. “It was in the fish market. One could smell it.”',
      ),
      h2('赵美琳 does not remember'),
      p(
        'Forgetting, she says, takes until the morning. She walks through the town again and closes the shutters. At one o’clock on Sunday, with all her pieces still standing about in her head, she left the building, turned left instead of right, and was found half an hour later by the bank’s head, by the lake. He gave her a lift. He had lost in 22 moves, at the hairdresser’s.',
      ),
    ),
  },
  {
    key: 'street-football-league-has-no-referee',
    state: 'live',
    section: 'sport',
    kicker: 'Football',
    headline: 'The league without a referee ends its tenth season with one disputed goal, settled by the goalkeeper',
    standfirst: 'In the east of São Paulo, 48 teams play by a rule book of one page. The whistle hangs on a nail.',
    bylines: [{ author: 'joao-brandt-leitao' }],
    tags: ['football', 'sao-paulo', 'brazil'],
    publishedAt: '2025-12-07T23:30:00.000Z',
    body: body(
      p(
        'SÃO PAULO — Was it in? The ball had struck the underside of the bar, the line, and a dog. Two hundred people had seen it and had at least three opinions. In the league of Cidade Tiradentes there is nobody to ask, so everyone looked to the one person who had been nearest and had most to lose.',
      ),
      p(
        '“In,” said Jefferson Arruda, the goalkeeper of Unidos da Ladeira, and threw the ball back to the centre circle. That made it 2–1, in the 88th minute of the final. There it stayed.',
      ),
      p(
        'For ten years the Liga da Palavra, the League of the Word, has played without referees. Its founder, a bus inspector named Cidinha Prates, had seen three of them chased into the canal. Her rules fit on one page:',
      ),
      ul(
        'The one who fouled says so.',
        'The one who was fouled helps the other up.',
        'If two say different things, the older one decides for this time and the younger one the next.',
        'Who lies, washes the shirts. All of them. For a year.',
      ),
      p(
        'In 4,100 matches there have been nine laundry sentences. The last was served in 2022 by a striker who now plays in the second division and telephones home, they say, whenever he has dived.',
      ),
      quote('“People imagine that we are saints,” said Ms Prates. “We simply hate ironing.”'),
      p('Arruda was carried from the field on shoulders. Those of the other team.'),
    ),
  },
  {
    key: 'ice-mile-record-brief',
    state: 'live',
    section: 'sport',
    headline: 'Teacher, 57, swims a mile at two degrees',
    standfirst: 'Reykjavík’s Hallgerður Snæland sets a national best for her age, and marks homework the same night.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['reykjavik', 'iceland', 'winter-sports'],
    publishedAt: '2025-12-27T17:00:00.000Z',
    body: body(
      p(
        'REYKJAVÍK — Hallgerður Snæland, a teacher of geography aged 57, on Saturday swam a mile in the harbour of Reykjavík in 31 minutes and eight seconds. The water had 2.1 degrees, the air minus four. No Icelander over 55 has been faster. “You must not think about the cold,” she said in a blanket. “I recite the rivers of Asia.” She had got to the Yenisei.',
      ),
    ),
  },
  {
    key: 'natural-ice-rink-above-almaty',
    state: 'live',
    section: 'sport',
    kicker: 'Winter sports',
    headline: 'The fastest ice is made at night, with a watering can',
    standfirst:
      'Above Almaty, eleven volunteers have built a skating track of natural ice that is 400 metres long and four centimetres thick. World-class skaters come to borrow it.',
    bylines: [{ author: 'aigerim-saparova' }],
    tags: ['winter-sports', 'almaty', 'kazakhstan', 'water'],
    publishedAt: '2026-01-16T04:30:00.000Z',
    body: body(
      p(
        'ALMATY — Ice remembers, says Bolat Seisen. If you pour it in a hurry, it stays hurried. So from November to January he comes up here every night at two, when the wind drops, and with ten others walks four hundred metres in a curve, in felt boots, backwards, with a watering can.',
      ),
      p(
        'Each layer is as thick as a sheet of paper. There have been 380 this winter. The water comes from a spring and is boiled twice, so that no air remains in it. What results is black and clear like a window at night, and at 2,100 metres above the sea, where the air is thin, it is perhaps the fastest natural ice there is.',
      ),
      p(
        'They began in 2019 for the children of the valley, who had no way of getting to the hall in the city. In the second year a minibus came with skaters from Heerenveen. In the third a Norwegian woman ran 1,500 metres faster than at any event of the season, alone, on a Tuesday, timed by the school caretaker. It counts nowhere.',
      ),
      pullquote('If you pour it in a hurry, it stays hurried.', 'Bolat Seisen, ice master'),
      p(
        'A federation offered a roof. The eleven discussed it, in the dark, walking backwards. A roof, they found, would keep off the snow, and the stars also. They asked for boots instead.',
      ),
    ),
  },
  {
    key: 'blind-climbers-set-routes-in-lodz',
    state: 'live',
    section: 'sport',
    kicker: 'Climbing',
    headline: 'In this hall in Łódź the blind screw in the holds, and the sighted fall off',
    standfirst:
      'Routes set by climbers who cannot see are changing how others move. “They look,” says Marek Dziubałka, “and that is their mistake.”',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['lodz', 'poland', 'health'],
    publishedAt: '2026-01-29T16:30:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — The route is called Thursday. It starts with a hold behind your left knee, and I spent a quarter of an hour in front of the wall, reading it as I had been taught to, without finding that one. Marek Dziubałka, who had screwed it in, stood behind me and listened to me not finding it. “You are breathing upwards,” he said. “Breathe about.”',
      ),
      p(
        'Dziubałka is 33 and has been blind since he was nineteen. For twelve years he climbed what sighted people had set. It was always, he says, like reading somebody else’s shopping list. In 2024 he asked the owner of a hall in a former dye works for a ladder, a drill and one wall. Today he and five others set all of them.',
      ),
      p(
        'The grades are as elsewhere; the falls are not. Strong young men with strong young necks look up, see a line, set off, and come off at the fourth move, where the obvious hold turns away from the hand like a cat. Those who close their eyes get further. The regulars have begun to wear scarves.',
      ),
      quote('“With eyes you plan,” Dziubałka said. “With hands you ask.”'),
      p(
        'In March the hall holds its first open competition. Everyone will climb in the dark, except for the judges, who will be blind.',
      ),
    ),
  },
]
