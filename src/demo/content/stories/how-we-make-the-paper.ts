import {
  body,
  divider,
  embed,
  gallery,
  h2,
  h3,
  h4,
  image,
  keyPoints,
  ol,
  p,
  pullquote,
  quote,
  relatedLinks,
  table,
  ul,
  video,
} from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** The paper on itself. `how-we-make-a-story` holds every type of block, style, list and mark that a body can have. */
export const howWeMakeThePaper: DemoStory[] = [
  {
    key: 'how-a-rumour-about-batteries-fooled-us',
    state: 'live',
    section: 'business',
    kicker: 'How we make the paper',
    headline: 'How two “people familiar with the matter” turned out to be one, and we took a story down',
    standfirst:
      'On Monday we reported that Lumen Cells was for sale. It was not. This is what we did wrong and what we have changed.',
    bylines: [{ author: 'zofia-wrobel' }, { author: 'nesrin-cakir', role: 'Editor' }],
    tags: ['how-we-make-the-paper', 'journalism', 'lumen-cells'],
    publishedAt: '2026-01-14T06:00:00.000Z',
    body: body(
      p(
        'For fourteen hours this week our site carried [a report about the sale of Lumen Cells](story:lumen-cells-takeover-talks-report). There is no sale. We have withdrawn the report, apologised to the company, and would like to tell you how it came about, because it was not bad luck.',
      ),
      p(
        'Our reporter had spoken to two people who did not know each other. Both had seen the same presentation, with a price on page nine. What we did not ask is where they had it from. Both had it from a design student in Malmö, who had drawn a kitchen with a battery in it for her diploma, made up a merger to go with it, and given it, in good faith, the layout of a real bank.',
      ),
      quote('“I got a good mark,” she told us. “I am terribly sorry.”'),
      h2('What changes'),
      ul(
        'Two sources count as two only when each knows it for themselves.',
        'A document is shown to somebody who makes such documents before it is quoted.',
        'A company has until the next morning to answer, unless lives depend on it.',
      ),
      p('The diploma, incidentally, is very good. Lumen Cells has invited her to lunch.'),
    ),
  },
  {
    key: 'how-we-make-a-story',
    state: 'live',
    section: 'culture',
    kicker: 'How we make the paper',
    headline: 'How we make a story, shown on this one',
    standfirst:
      'From the first telephone call to the last comma: everything that a page of The Morning Parallel can contain, what it is for, and who gets cross when it is used wrongly.',
    bylines: [
      { author: 'bui-thuc-quyen', role: 'Words and tables' },
      { author: 'nesrin-cakir', role: 'Red pencil' },
    ],
    tags: ['how-we-make-the-paper', 'journalism', 'trieste'],
    leadMedia: {
      media: 'trieste-old-harbour',
      caption: 'The view from the newsroom, and the reason why the desks face the other way.',
    },
    recommendedVideo: 'video-aqtas-from-the-air',
    related: [
      { story: 'how-a-rumour-about-batteries-fooled-us' },
      {
        url: 'https://media.example.org/files/morning-parallel-house-style.pdf',
        headline: 'Our house style, 14 pages (PDF)',
      },
    ],
    publishedAt: '2026-01-30T06:00:00.000Z',
    body: body(
      keyPoints(
        'If you have one minute',
        'A story is a set of decisions. Each should be visible.',
        'Ornament that carries nothing is taken out.',
        'If something is wrong, say so here: mistakes@parallel.example.',
      ),
      p(
        'A reader in Łódź asked why our stories look the way they do. It is a good question, and the honest answer is: by quarrelling. This page contains every part that we allow ourselves, so that you can see the quarrel.',
      ),
      h2('Words that stand out'),
      p(
        '**Bold** is for the one thing you must not miss. *Italics* are for titles, foreign words and tone of voice. __Underlining__ we keep for words that are discussed as words. ~~Crossing out~~ shows what we had first. `Typewriter` is for what a machine has to read, such as `slug: how-we-make-a-story`. Chemists get CO~2~ and builders m^2^; nobody else does. __**Two at once**__ need a signature.',
      ),
      p(
        'A link leads [out of the paper](https://journalism.example.org/linking "On linking, an essay") only where that helps you check us. A link inside leads to [the story it follows from](story:aqtas-dam-wet-patch-warning), and if that story is one day taken down, the words stay and the link goes. You can also [write to us](mailto:mistakes@parallel.example), [ring us](tel:+390400000000), or jump to [the front page](/).',
      ),
      h3('Quotation'),
      quote(
        '“A sentence in quotation marks was said by a person, in this order, with these words. If it was tidied, it loses its marks.” — *house style, page 3*',
      ),
      h4('And the large kind'),
      pullquote('If it is only pretty, it is in the wrong place.', 'Nesrin Çakır, with the red pencil'),
      h2('Lists, and why so few'),
      p('A list with dots says that order does not matter:'),
      ul(
        'Who was there?',
        'Who was not, and was asked?',
        '> Asked how often, and by what means?',
        'What would make this story untrue?',
      ),
      p('A list with numbers says that it does:'),
      ol(
        'Somebody calls.',
        'Somebody doubts.',
        '> The doubter must not be the one who answered the telephone.',
        'Somebody goes and looks.',
        'Somebody writes, somebody cuts, and both of them sign.',
      ),
      divider(),
      h2('Pictures'),
      image('aqtas-embankment', {
        caption: 'One picture: it proves something. Here, that the stain was visible on 4 November.',
      }),
      gallery('Several pictures: they compare something. Here, four kinds of light', [
        { media: 'lodz-light-mill', caption: 'Kitchens.' },
        { media: 'skuggafell-fissure', caption: 'Rock.' },
        { media: 'night-train-lodz', caption: 'A conductor, reading.' },
        { media: 'museum-of-fog', alt: 'Jars on a windowsill in thick fog', caption: 'None.', credit: 'Fẹ́mi Àjàsíndé' },
      ]),
      video('video-aqtas-from-the-air', {
        caption: 'Film is for what happens too slowly, or too fast, for sentences.',
        credit: 'Agence Cardinale',
      }),
      embed('youtube', 'https://www.youtube.com/watch?v=dateline000', {
        title: 'A minute in the newsroom',
        caption: 'What others host is shown with a curtain before it. You decide whether to draw it.',
      }),
      h2('Tables'),
      p('A table is a promise that each figure can be compared with the one above.'),
      table(
        'The parts of a page, and how often they were used in January',
        'Part | Is for | Uses',
        'Paragraph | Nearly everything | 9,418',
        'Crosshead | Taking breath | 702',
        'Pull quote | Being caught by | 61',
        'Table | Comparing | 48',
        'Exclamation mark | Emergencies | 0',
      ),
      relatedLinks('Three stories that show their workings', [
        {
          story: 'trieste-harbour-vote-on-a-knife-edge',
          headline: 'A poll with its margin of error in the second paragraph',
        },
        { story: 'how-a-rumour-about-batteries-fooled-us' },
        { url: 'https://code.example.org/parallel-data', headline: 'All our data, including what we did not use' },
      ]),
    ),
  },
]
