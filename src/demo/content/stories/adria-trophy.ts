import { body, p, pullquote, quote, table, video } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** The Adria Trophy of women’s handball, in the order of events. */
export const adriaTrophy: DemoStory[] = [
  {
    key: 'adria-trophy-draw-barkovlje-ljubljanica',
    state: 'live',
    section: 'sport',
    kicker: 'Handball',
    headline: 'Barkovlje drawn against everyone they would rather not meet',
    standfirst:
      'Eight clubs, two groups, one cup of eleven kilos: the draw for the Adria Trophy puts the part-timers from the waterfront with the holders.',
    bylines: [{ author: 'luka-benedetic' }],
    tags: ['adria-trophy-season', 'adria-trophy-2025', 'handball', 'rk-barkovlje', 'zrk-ljubljanica'],
    publishedAt: '2025-11-10T18:00:00.000Z',
    body: body(
      p(
        'The balls came out of a fishing net, as they have since 1979, and the third of them did not please Trieste. RK Barkovlje, whose squad includes two dentists, a tram driver and a professor of Old Church Slavonic, will play in group A of the Adria Trophy with the holders ŽRK Ljubljanica, with Split’s Rivijera and with the Hungarian champions from Szeged.',
      ),
      p(
        '“I would have drawn it just like this,” said Tomás Ruelas, the coach, who was born in Mar del Plata and speaks of fate with respect. “If you are going to be small, be small among giants. Nobody looks down.”',
      ),
      p('The captain, Bjanka Šorli, was on shift and learned of the draw from a passenger. She drives line 6.'),
      p('The groups are played in one weekend each. The first two go to the semi-finals in Ljubljana on 6 December.'),
    ),
  },
  {
    key: 'adria-trophy-semi-final-barkovlje-win',
    state: 'live',
    section: 'sport',
    kicker: 'Handball',
    headline: 'Seven metres, no time left, tram driver shoots: Barkovlje are in the final',
    standfirst:
      'Bjanka Šorli beats the clock and Szeged, 27–26, in the second semi-final. Her substitute on line 6 had the radio on.',
    bylines: [{ author: 'luka-benedetic', role: 'In Ljubljana' }],
    tags: ['adria-trophy-season', 'adria-trophy-2025', 'bjanka-sorli', 'rk-barkovlje', 'handball', 'ljubljana'],
    related: [{ story: 'adria-trophy-draw-barkovlje-ljubljanica' }],
    publishedAt: '2025-12-06T21:20:00.000Z',
    body: body(
      p(
        'LJUBLJANA — When the clock shows nothing but zeros there is one thing left in handball, and it is very simple. You stand seven metres from the goal, you may not move your foot, and everyone you know is watching. Bjanka Šorli bounced the ball three times, looked at the left corner, looked at the left corner again, and threw it into the right.',
      ),
      p(
        '27–26. Barkovlje, who had [been drawn among the giants](story:adria-trophy-draw-barkovlje-ljubljanica) and come second in their group by a single goal, are in the final of the Adria Trophy for the first time.',
      ),
      p(
        'For forty minutes there had been no sign of it. Szeged led 15–10 at the break and by six soon after. Then Ruelas took off his goalkeeper, put on a seventh player and told his team to pass until somebody yawned. Between the 41st and the 53rd minute Szeged did not score.',
      ),
      quote(
        '“We were not better,” Šorli said. “We were more patient. In my job you wait at lights with ninety people who hate the light. You learn.”',
      ),
      p('Ljubljanica await on the fourteenth. They won the other semi-final by eleven.'),
    ),
  },
  {
    key: 'adria-trophy-final-barkovlje-champions',
    state: 'live',
    section: 'sport',
    kicker: 'Handball',
    headline: 'The cup goes home by tram: Barkovlje win the Adria Trophy',
    standfirst:
      'Down by four, down to five players, 30–29 after extra time. The smallest club in the draw beat the holders in their own hall.',
    bylines: [
      { author: 'luka-benedetic', role: 'In Ljubljana' },
      { author: 'halyard-press', role: 'Figures' },
    ],
    tags: [
      'adria-trophy-season',
      'adria-trophy-2025',
      'rk-barkovlje',
      'zrk-ljubljanica',
      'bjanka-sorli',
      'tomas-ruelas',
      'handball',
    ],
    leadMedia: { media: 'adria-trophy-final' },
    recommendedVideo: 'video-adria-last-minute',
    related: [
      { story: 'adria-trophy-semi-final-barkovlje-win' },
      { url: 'https://halyard.example.org/adria/final', headline: 'Every goal of the final, minute by minute' },
    ],
    publishedAt: '2025-12-14T20:45:00.000Z',
    body: body(
      p(
        'LJUBLJANA — Nobody at RK Barkovlje had thought about how to transport the cup. It weighs eleven kilos, has the shape of an anchor and fits in no locker. On Sunday night it travelled to Trieste on the knees of the goalkeeper, Marta Kocjan, who is a dentist and had made 19 saves.',
      ),
      p(
        'The final was level nine times. Ljubljanica led by four with eleven minutes to go, and it seemed that the evening would turn out as everyone had expected. Then came two steals, two counter-attacks and a goal from behind the back by the 19-year-old Sara Pahor, about which her coach said that it was forbidden and very beautiful. 25–25.',
      ),
      p(
        'In extra time two Barkovlje players sat on the penalty bench at once. Five against six, for 74 seconds, they did what they had practised on a car park in August: they ran in a circle. It makes no sense. It worked.',
      ),
      table(
        'Final: ŽRK Ljubljanica 29, RK Barkovlje 30 (after extra time)',
        'Period | Ljubljanica | Barkovlje',
        'First half | 14 | 12',
        'Second half | 11 | 13',
        'Extra time, first | 2 | 2',
        'Extra time, second | 2 | 3',
        'Total | 29 | 30',
      ),
      table(
        'Adria Trophy 2025: all results of the knock-out round',
        'Match | Home | Away | Score',
        'Semi-final 1 | ŽRK Ljubljanica | Rivijera Split | 34–23',
        'Semi-final 2 | Tisza Szeged | RK Barkovlje | 26–27',
        'Third place | Rivijera Split | Tisza Szeged | 25–28',
        'Final | ŽRK Ljubljanica | RK Barkovlje | 29–30',
      ),
      video('video-adria-last-minute'),
      p('“In Argentina we would now say something about destiny,” said Tomás Ruelas. “But it was the car park.”'),
      p(
        'On Monday at 5.12 a.m. line 6 left the depot on time. Its driver had slept for two hours. On the dashboard, held by a seat belt, stood an anchor. 🏆',
      ),
    ),
  },
  {
    key: 'adria-trophy-coach-ruelas-leaves-barkovlje',
    state: 'live',
    section: 'sport',
    kicker: 'Handball',
    headline: '“You do not need me to run in a circle”: Ruelas leaves the champions',
    standfirst:
      'The coach of RK Barkovlje goes back to Mar del Plata after five years. His assistant, a professor, takes over.',
    bylines: [{ author: 'luka-benedetic' }],
    tags: ['adria-trophy-season', 'tomas-ruelas', 'rk-barkovlje', 'handball'],
    related: [{ story: 'adria-trophy-final-barkovlje-champions' }],
    publishedAt: '2026-01-08T14:00:00.000Z',
    body: body(
      p(
        'Tomás Ruelas told his team in the car park, where he tells them everything. Twenty-five days after [the night in Ljubljana](story:adria-trophy-final-barkovlje-champions), the coach of the Adria Trophy winners is leaving. His mother is 90, he said, and has begun to lose to him at cards on purpose.',
      ),
      p(
        'Ruelas came to Trieste in 2021, when Barkovlje had eleven players and nine jerseys. He trained with no hall for two winters and kept a list of every door in the city that is exactly three metres wide, the width of a goal.',
      ),
      p(
        'His successor is Neva Križman, who has been his assistant and teaches Old Church Slavonic at the university. “It is a language with no living speakers,” she said. “It is good preparation for a time-out.”',
      ),
      pullquote('If you are going to be small, be small among giants.', 'Tomás Ruelas, in November'),
      p('He will be in the stands once more, against Split on Saturday. Line 6 will make an extra stop.'),
    ),
  },
]
