import { body, embed, h2, p, pullquote, table, ul } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Companies, work and prices. */
export const business: DemoStory[] = [
  {
    key: 'lumen-cells-to-build-battery-works-in-lodz',
    state: 'live',
    section: 'business',
    kicker: 'Energy',
    headline: 'Salt instead of lithium: Lumen Cells to build battery works in a Łódź cotton mill',
    standfirst:
      'The plant is to make sodium batteries for 300,000 homes a year from 2028. The walls, 1.2 metres thick, were one reason for the choice.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['lumen-cells', 'lodz', 'poland', 'energy', 'work'],
    publishedAt: '2025-11-15T07:30:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — Cotton needs steady damp and batteries need steady dryness, but both, it turns out, like a thick wall. Lumen Cells, a maker of sodium batteries, will build its first large works inside the shell of a mill in Widzew that has stood empty since 1992, the company and the city said on Friday. The cost is put at €680 million; some 900 people are to work there.',
      ),
      p(
        'Sodium cells are heavier than lithium ones and store about a third less for their size. For a car that is a fault. For a cellar it hardly matters, and salt, as the company’s chief engineer, Oksana Demchyna, pointed out while holding up a packet of it, “is not a thing over which anyone has gone to war for some time”.',
      ),
      p(
        'The city gives no money but a lease of 60 years at one zloty, on condition that the façade, the clock and the four chestnut trees stay. The clock has shown twenty to five since the last shift. It will be started again, Ms Demchyna said, on the day of the first cell.',
      ),
      p('Former spinners who had come to look asked mainly one thing: whether there would be a canteen. There will.'),
    ),
  },
  {
    key: 'zurich-watch-repairers-cannot-be-found',
    state: 'live',
    section: 'business',
    kicker: 'Work',
    headline: 'Everyone wants the old watch mended, and the last appointment in Zürich is in August',
    standfirst:
      'Sales of new watches fall; repairs have doubled in three years. There are 61 people in the canton who can do them, and eleven are over seventy.',
    bylines: [{ author: 'nesrin-cakir' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: ['zurich', 'switzerland', 'work', 'economy'],
    publishedAt: '2025-12-05T06:45:00.000Z',
    body: body(
      p(
        'ZÜRICH — In the workshop of Beat Aeschbühler the waiting list is a shelf. Watches lie on it in matchboxes, each with a number, and the number that came in this morning is 412. He mends two a day. “I am now,” he says without looking up, “in August.”',
      ),
      p(
        'It is the same wherever one asks. Fewer new watches are sold, and what was in drawers comes out: confirmation presents, divers’ watches, the thing with the broken glass that was grandfather’s. The trade’s own figures show twice as many repairs as in 2022.',
      ),
      table(
        'Watch repairs in the canton of Zürich',
        'Year | Repairs | Repairers',
        '2019 | 14,200 | 88',
        '2022 | 16,900 | 71',
        '2025 | 33,500 | 61',
      ),
      p(
        'What is missing is hands. The training takes four years and there are places for nine a year. The school in the Jura has begun to take career changers, on one condition: they must be able to thread a needle without cursing. Among those who passed are a dental nurse, a bomb disposal officer and two harpists.',
      ),
      pullquote('A watch that does not go is right twice a day. A customer is never.', 'Beat Aeschbühler, watchmaker'),
      p(
        'Prices have gone up by a third. Aeschbühler has kept his, since he feels that someone who waits until August has already paid.',
      ),
    ),
  },
  {
    key: 'sao-paulo-bakeries-try-four-day-week',
    state: 'live',
    section: 'business',
    kicker: 'Work',
    headline: 'Forty bakeries in São Paulo tried a four-day week. The bread was asked too',
    standfirst:
      'After six months, turnover is level, sick days have halved and 37 of 40 want to go on. The other three had trouble with the croissants.',
    bylines: [{ author: 'joao-brandt-leitao' }],
    tags: ['sao-paulo', 'brazil', 'work', 'food', 'sleep'],
    publishedAt: '2025-12-18T09:20:00.000Z',
    body: body(
      p(
        'SÃO PAULO — A baker’s week has had six nights since there have been bakers, and Valdir Quintanilha, who owns two shops in Mooca, thought until June that this was a law of nature, like yeast. Then he went to four. “I lay awake the first Tuesday,” he says. “I did not know what the dark was for.”',
      ),
      p(
        'He was one of forty owners who took part in a trial run by their guild and a university. Pay stayed the same and nights became longer by an hour and a half. To make the numbers work, doughs were moved to long, cold rising, which wants less watching, and each shop dropped a quarter of its range.',
      ),
      ul(
        'Turnover: minus 0.4 per cent.',
        'Sick days: down by 52 per cent.',
        'Staff who left: three, against 41 in the half-year before.',
        'Blind tasting by 600 customers: the slow bread won in seven cases of ten.',
      ),
      h2('The croissant problem'),
      p(
        'Three shops gave up. All three live by croissants, which need a person at two in the morning, every morning, and cannot be persuaded otherwise. The guild is looking for a solution “with respect”, its president says, “and with butter”.',
      ),
      p(
        'The researchers are careful: six months is short and bakers who volunteer may be unusual bakers. They plan a second round with a hundred shops. Quintanilha has already decided. On Tuesdays he now takes his daughter to school, and for the first time has met her teacher, who turned out to be a customer.',
      ),
    ),
  },
  {
    key: 'coffee-price-falls-barista-does-not-notice',
    state: 'live',
    section: 'business',
    headline: 'Coffee falls for a ninth week; your cup does not',
    standfirst: 'Beans are a fifth cheaper than in October. Cafés say it takes half a year to reach the counter.',
    bylines: [{ author: 'halyard-press', role: 'Wire agency' }],
    tags: ['economy', 'food', 'farming'],
    source: {
      name: 'Halyard Press Agency',
      url: 'https://halyard.example.org/20260107/coffee',
      externalId: 'HPA-260107-04',
    },
    publishedAt: '2026-01-07T10:05:00.000Z',
    body: body(
      p(
        'BERGEN (HPA) — The price of green coffee fell again on Wednesday, the ninth week in a row, after good rain on the growers’ side of the world. A kilo costs a fifth less than in October. A cup costs the same. Roasters buy half a year ahead, cafés point to rent and milk, and a survey found that three drinkers in four do not know what they pay.',
      ),
    ),
  },
  {
    key: 'lumen-cells-takeover-talks-report',
    state: 'withdrawn',
    takenDownFor: 'The report turned out to be wrong. We are sorry.',
    section: 'business',
    kicker: 'Energy',
    headline: 'Lumen Cells in talks over sale to furniture group',
    standfirst:
      'The battery maker is said to be close to selling a majority to a maker of flat-pack kitchens, two people familiar with the matter say.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['lumen-cells', 'energy', 'economy'],
    related: [{ story: 'lumen-cells-to-build-battery-works-in-lodz' }],
    publishedAt: '2026-01-12T18:50:00.000Z',
    body: body(
      p(
        'ŁÓDŹ — Lumen Cells, which is building [a battery works in an old cotton mill](story:lumen-cells-to-build-battery-works-in-lodz), is in talks about the sale of a majority to a Nordic furniture group, two people familiar with the matter said on Monday.',
      ),
      p(
        'The buyer would put sodium cells into kitchen units, where they could store power from the roof below the worktop. The price under discussion is said to be about €1.1 billion. A signature could come before the end of the month, one of the two said.',
      ),
      p(
        'Lumen Cells did not reply to questions sent on Monday afternoon. The furniture group said it did not comment on kitchens.',
      ),
    ),
  },
  {
    key: 'water-meter-inspector-accused',
    state: 'killed',
    takenDownFor: 'The man in this story was mistaken for somebody else. It was removed for legal reasons.',
    section: 'business',
    kicker: 'Consumers',
    headline: 'Inspector of water meters read 4,000 meters from his kitchen, utility says',
    standfirst: 'The figures were so good that nobody asked. Then it turned out that 60 of the houses had no water.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['economy', 'work'],
    publishedAt: '2026-01-19T13:25:00.000Z',
    body: body(
      p(
        'GDAŃSK — An inspector of water meters is said to have read some 4,000 of them without leaving his kitchen, by adding a little to the year before. The utility noticed when the figures of 60 houses rose that had been cut off in the autumn.',
      ),
    ),
  },
  {
    key: 'crane-maker-results-template',
    state: 'draft',
    section: 'business',
    kicker: 'Results',
    headline: 'Harbour crane maker Gruzal reports [up/down] quarter',
    standfirst: 'PREPARED, figures to come at 7.00. Orders for small cranes are the number to look for.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['economy', 'work'],
    publishedAt: '2026-01-31T05:30:00.000Z',
    body: body(
      p(
        'Gruzal, which makes cranes for harbours and very large libraries, is to publish the figures of its fourth quarter this morning. Analysts asked by this paper expect sales of about €212 million and a small profit after two losses.',
      ),
      p(
        '*If orders above 40: “returns to growth”. If below 25: call the works council, number in the address book under G. Do not use the word “lifted” in the headline.*',
      ),
      embed('datawrapper', 'https://datawrapper.dwcdn.net/demo0/1/', {
        title: 'Orders by quarter',
        caption: 'Chart fills itself at 7.00.',
      }),
    ),
  },
]
