import { body, p, quote, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** A day of storm in Trieste, told as it happened. */
export const boraLive: DemoStory[] = [
  {
    key: 'bora-over-trieste-as-it-happened',
    state: 'live',
    section: 'science',
    kicker: 'Live',
    headline: 'Bora over Trieste: the day of the wind, as it happened',
    standfirst: 'Gusts of 168 kilometres an hour, a tram that stayed in bed and a hat that reached Venice.',
    bylines: [{ author: 'luka-benedetic' }, { author: 'nesrin-cakir', role: 'On the Karst' }],
    tags: ['trieste', 'natural-hazards', 'public-transport'],
    publishedAt: '2026-01-17T05:40:00.000Z',
    liveBlog: {
      startsAt: '2026-01-17T05:30:00.000Z',
      endsAt: '2026-01-17T19:00:00.000Z',
      posts: [
        {
          at: '2026-01-17T05:45:00.000Z',
          title: 'Good morning, hold on to something',
          isKeyEvent: true,
          body: body(
            p(
              'The harbour office measured 121 kilometres an hour at five. Ropes have been put up along three streets, as in the old photographs.',
            ),
          ),
        },
        {
          at: '2026-01-17T06:20:00.000Z',
          author: 'luka-benedetic',
          body: body(
            p(
              'Line 6 is not running. Its best known driver says that she is at home and that the cup is tied to the radiator; how it came there we told [in December](story:adria-trophy-final-barkovlje-champions).',
            ),
          ),
        },
        {
          at: '2026-01-17T07:05:00.000Z',
          title: 'Schools stay closed',
          isKeyEvent: true,
          isPinned: true,
          body: body(
            p('The mayor has closed all schools and parks until tomorrow. What else is shut today:'),
            ul(
              'the tram and lines 6, 36 and 44',
              'the market on the square',
              'the diving platforms, which need no notice',
            ),
          ),
        },
        {
          at: '2026-01-17T08:10:00.000Z',
          author: 'nesrin-cakir',
          body: body(
            p(
              'Up on the Karst the wind has combed the grass flat towards the sea. A shepherd has parked his van across the lane as a door.',
            ),
          ),
        },
        {
          at: '2026-01-17T09:00:00.000Z',
          title: 'A hundred and forty',
          body: body(
            p(
              '142 kilometres an hour on the pier. Two colleagues went out to read the instrument and came back as one coat.',
            ),
          ),
        },
        {
          at: '2026-01-17T10:15:00.000Z',
          title: '168 kilometres an hour: the strongest gust in eleven years',
          isKeyEvent: true,
          body: body(
            p(
              'It came at 10.09 and lasted three seconds. The instrument at the lighthouse, which goes to 170, has been thanked.',
            ),
            quote('“It was not weather any more,” said the keeper. “It was traffic.”'),
          ),
        },
        {
          at: '2026-01-17T11:30:00.000Z',
          body: body(
            p(
              'Four people have been treated for bruises, none of them badly hurt. All four had gone out to take pictures.',
            ),
          ),
        },
        {
          at: '2026-01-17T12:40:00.000Z',
          title: 'Where the hat is',
          body: body(
            p(
              'A reader on the Lido of Venice has found a grey felt hat with a label from a shop in our Via San Nicolò. The owner may write to us; we will not ask why he wore it.',
            ),
          ),
        },
        {
          at: '2026-01-17T14:05:00.000Z',
          author: 'luka-benedetic',
          title: 'The pilots go out again',
          isKeyEvent: true,
          body: body(
            p('Two ships have waited since midnight in the lee of Istria. The harbour has let the first of them in.'),
          ),
        },
        {
          at: '2026-01-17T15:50:00.000Z',
          body: body(
            p('Below a hundred for the first time since dawn. People are walking upright, a little embarrassed.'),
          ),
        },
        {
          at: '2026-01-17T17:20:00.000Z',
          title: 'The tram is awake',
          isKeyEvent: true,
          body: body(p('Line 6 left the depot at 17.12 with eleven passengers and a broom.')),
        },
        {
          at: '2026-01-17T18:55:00.000Z',
          title: 'That was the wind',
          body: body(
            p(
              'Nine trees, some two hundred tiles, one sign of a bank that stood too proud. Schools open tomorrow. Good night.',
            ),
          ),
        },
      ],
    },
    body: body(
      p(
        'The bora falls from the Karst when cold air has piled up behind it and finds the gap above Trieste. It had been forecast for Saturday, and it came on time. From half past five in the morning we wrote down what it did.',
      ),
      p('The newest entry stands on top; all times are those of our clock, which lost its long hand.'),
    ),
  },
]
