import { body, h2, keyPoints, p, pullquote, quote, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Research, nature and health. */
export const science: DemoStory[] = [
  {
    key: 'the-second-night-sleep-study',
    state: 'live',
    section: 'science',
    kicker: 'Sleep',
    headline: 'The first night in a strange bed is bad. A study of 1,300 hotel guests shows who has a good second one',
    standfirst:
      'Half of the brain keeps watch when we sleep away from home. Regular travellers can train it to go off duty, and so, it seems, can a familiar sound.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['sleep', 'health', 'night-trains'],
    publishedAt: '2025-11-28T09:15:00.000Z',
    body: body(
      p(
        'Everyone knows the first night: the wrong pillow, the lift, the light on the smoke alarm. A group in Zürich and Reykjavík has now followed 1,300 volunteers through four nights in hotels, with a band on the forehead, to learn why for some people the second night is perfectly normal and for others it is the first night again.',
      ),
      p(
        'On night one, nearly all of them slept with one half of the brain a little lighter than the other. That was known. It is thought to be an old guard duty, of the kind that ducks perform at the edge of a flock. On night two, the guard had gone off duty in 58 per cent.',
      ),
      p(
        'What set these people apart was not age, nor how often they travelled, nor what they drank. It was sound. Those who brought a steady noise from home, a fan, a recording of their own refrigerator, in one case a husband, were twice as likely to sleep on both halves.',
      ),
      h2('And on the train?'),
      p(
        'A side group of 84 slept in night trains. They were expected to do badly and did not. Although they woke more often, the difference between the halves was almost gone. “Our guess is that a train is so plainly not home that the brain does not even try to guard it,” said the first author, Dr Salome Rüegg. “Or that it trusts the conductor.”',
      ),
      p('The team advises against drawing conclusions from ducks.'),
    ),
  },
  {
    key: 'moss-tells-the-hour-brief',
    state: 'live',
    correction: {
      type: 'CORRECTION',
      text: 'An earlier version of this brief said that the moss is 40 metres from the sea. It is 40 kilometres.',
    },
    section: 'science',
    headline: 'A moss that tells the time, twice',
    standfirst: 'Botanists find a plant with two inner clocks, one of which is always wrong.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['environment', 'iceland'],
    publishedAt: '2025-12-08T12:00:00.000Z',
    body: body(
      p(
        'REYKJAVÍK — A moss that grows on Icelandic lava keeps two inner clocks, botanists report. One follows the sun. The other runs 50 minutes late each day, like the tides, 40 kilometres from the nearest sea. Kept in the dark for a year, it was still on time. The team has no explanation and has named the second clock after a colleague.',
      ),
    ),
  },
  {
    key: 'bats-move-into-sao-paulo-metro',
    state: 'live',
    section: 'science',
    kicker: 'Animals',
    headline: 'The bats of line 3 know when the last train has gone',
    standfirst:
      'A colony of 4,000 has moved into a disused platform in São Paulo. It lives by the timetable, including on public holidays.',
    bylines: [{ author: 'joao-brandt-leitao' }],
    tags: ['sao-paulo', 'brazil', 'animals', 'public-transport'],
    publishedAt: '2025-12-30T10:40:00.000Z',
    body: body(
      p(
        'At 0.38 the last train to the east leaves, and at 0.41 the first bats come out of the wall. It is like this from Sunday to Friday. On Saturdays, when the metro runs an hour longer, the bats come an hour later. On the eve of a public holiday, when it runs all night, they do not come at all.',
      ),
      p(
        '“We looked for the signal for a year,” says the zoologist Priscila Yamashiro, who has counted the animals on the dead platform below Belém since 2023. It is not the light, which never goes out, or the noise, which the repair trains also make. In the end her group put sensors for everything along the tunnel. What changes three minutes before the bats is the air: when the big fans drop to their night speed, the pressure falls by a little less than that of a breath.',
      ),
      p(
        'But how do they know *beforehand*? On the eve of holidays they sleep through; their temperature falls in the afternoon. Yamashiro has an idea and calls it embarrassing. On such days the shops above shut early, and the escalators, which run on sensors, stand still more often. “I believe they hear that nobody is coming home from work.”',
      ),
      pullquote('I believe they hear that nobody is coming home from work.', 'Priscila Yamashiro, zoologist'),
      p(
        'The metro company has put off the conversion of the platform to a storeroom. Drivers have been asked not to whistle.',
      ),
    ),
  },
  {
    key: 'moon-bricks-need-a-pinch-of-hair',
    state: 'live',
    section: 'science',
    kicker: 'Space',
    headline: 'The best brick for the Moon contains a pinch of human hair',
    standfirst:
      'Engineers in Ljubljana baked dust like that of the Moon with forty kitchen ingredients. The astronauts will have to visit a barber.',
    bylines: [{ author: 'kristin-halfdanardottir', role: 'In Ljubljana' }],
    tags: ['space', 'slovenia', 'ljubljana', 'architecture'],
    related: [
      {
        url: 'https://papers.example.org/keratin-regolith',
        headline: 'The paper: “Keratin fibre as a binder in sintered regolith”',
      },
    ],
    publishedAt: '2026-01-13T08:30:00.000Z',
    body: body(
      p(
        'LJUBLJANA — The bricks stand in rows on a windowsill of the Institute for Far Building and look like failed shortbread. Number 17 contains sugar. Number 23 contains basalt, egg white and hope. Number 31 is the one that Dr Jernej Potrč lets me stand on.',
      ),
      p(
        'Whoever wants to live on the Moon has to build with what lies about there, a grey dust as sharp as broken glass. It can be baked. But bricks of pure dust crack like biscuits when they cool, and on the Moon it cools by 280 degrees at nightfall. They need a fibre. Every kilogram of it that has to be flown from Earth costs as much as a house.',
      ),
      p(
        '“So we asked what will be there anyway,” says Potrč. “People will be there. People grow.” A human head gives about 150 grams of hair in a year. Two grams, cut short and charred in the oven without air, are enough for a brick, and triple the load that it can bear.',
      ),
      h2('The control group was a poodle'),
      p(
        'Forty additives were tested, from dried tea to the dust of a vacuum cleaner. Hair came first, ahead of cotton. Nails were disappointing. There was, for scientific balance, a poodle.',
      ),
      ul(
        'Load before breaking, pure dust: 4.1 megapascals.',
        'With hair: 12.6.',
        'After a hundred simulated lunar nights: 11.9.',
      ),
      p(
        'A crew of six could with what falls to the barber’s floor in a year make 450 bricks: a wall, Potrč says, behind which one may at least take off one’s shoes.',
      ),
    ),
  },
  {
    key: 'bronze-age-toothache-mongolia',
    state: 'live',
    section: 'science',
    kicker: 'Archaeology',
    headline: 'A woman had toothache 3,100 years ago, and somebody helped her',
    standfirst:
      'A molar from a grave in western Mongolia was drilled, cleaned and filled with resin. The patient lived for at least ten more years and chewed on it.',
    bylines: [{ author: 'aigerim-saparova' }],
    tags: ['archaeology', 'mongolia', 'ulaanbaatar', 'health'],
    publishedAt: '2026-01-28T07:00:00.000Z',
    body: body(
      keyPoints(
        'In short',
        'A lower molar, drilled from above, three millimetres wide.',
        'Filled with larch resin and the ash of wormwood.',
        'Wear shows at least a decade of use afterwards.',
      ),
      p(
        'ULAANBAATAR — It must have hurt for weeks. The hole goes down to the nerve, and on the jaw below one can feel with a fingertip where the bone gave way. And then it stopped, because 3,100 years ago in a valley of the Altai someone took the head of this woman between the knees and began to turn a stone point.',
      ),
      p(
        'The tooth was found in 2022, by a student, who believed that it contained a pebble. It is a filling. Under the microscope the walls of the cavity show the fine rings of a drill. At the bottom lies a grey layer, ash of wormwood, which numbs; above it comes resin of the larch, pressed in warm. There is the print of a fingertip in it.',
      ),
      quote(
        '“I looked at the print for a very long time,” said Oyuun Tserendorj of the National Institute of Archaeology, who led the study. “We know nothing about this person except that she, or he, was careful.”',
      ),
      p(
        'The woman was about 35 when she was treated and not younger than 45 when she died, of something else. She had favoured neither side of her mouth. She was buried with a bronze needle, a whetstone and the skull of a hare.',
      ),
      p(
        'There is older dentistry, but most of it was done on the dead or ended badly. This one held. Dr Tserendorj showed the scans to her own dentist, who examined them and asked for the name of the colleague.',
      ),
    ),
  },
]
