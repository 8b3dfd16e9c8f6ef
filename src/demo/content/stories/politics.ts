import { body, h2, keyPoints, ol, p, quote, table } from '../blocks.ts'
import type { DemoStory } from '../types.ts'

/** Votes, councils and laws. */
export const politics: DemoStory[] = [
  {
    key: 'brazil-school-lunch-bill-local-cooks',
    state: 'live',
    section: 'politics',
    kicker: 'Brazil',
    headline: 'A law that begins with beans: Brazil’s deputies put the cook back into the school kitchen',
    standfirst:
      'The bill would end frozen lunches in towns of under 50,000 people and give head cooks a seat on the school board.',
    bylines: [{ author: 'joao-brandt-leitao' }],
    tags: ['brazil', 'education', 'food', 'work'],
    publishedAt: '2025-11-11T19:30:00.000Z',
    body: body(
      p(
        'The debate lasted six hours, and for four of them it was about salt. In the end the chamber voted by 301 to 118 for a bill that obliges every school in a town of fewer than 50,000 people to cook its own lunch, on its own stove, with at least half of the ingredients from within a hundred kilometres.',
      ),
      p(
        'Supporters call it the bean law, after its first article, which defines a meal as “something that was a plant or an animal in living memory”. Cooks, of whom there are some 190,000, would for the first time be classed as teaching staff, and the head cook would sit on the school board.',
      ),
      quote(
        '“I know which child is hungry, which one is sad and which one is pretending,” said Neusa Aparecida Toledo, who has cooked for the same school in Minas Gerais since 1997 and was a guest in the gallery. “Nobody ever asked me for the minutes.”',
      ),
      p(
        'The industry that supplies frozen lunches warned that costs would rise by a fifth. The bill’s author, Deputy Ivone Sarmento, replied that this was in her view what a fifth was for.',
      ),
      p(
        'The Senate takes it up in February. An amendment that would have fixed the amount of salt was referred to the committee for public works, by mistake, and is expected back in the spring.',
      ),
    ),
  },
  {
    key: 'zurich-votes-on-rent-ceiling',
    state: 'live',
    section: 'politics',
    kicker: 'Switzerland',
    headline: 'Zürich puts a ceiling on rents after renovation, by the width of a tram stop',
    standfirst:
      'Landlords may no longer raise the rent by more than a tenth after improving a flat. The measure passed with 51.2 per cent; the lift lobby is furious.',
    bylines: [{ author: 'nesrin-cakir' }, { author: 'bui-thuc-quyen', role: 'Data' }],
    tags: ['zurich', 'switzerland', 'housing', 'elections', 'mieterbund-limmat'],
    publishedAt: '2025-11-30T16:10:00.000Z',
    body: body(
      keyPoints(
        'The vote',
        'Yes 51.2 per cent, no 48.8.',
        'In force from 1 July 2026 for ten years.',
        'Lifts, insulation and kitchens all count as improvements.',
      ),
      p(
        'ZÜRICH — You will still be able to give a flat a marble bathroom in Zürich. You will not be able to double its rent. Voters in the city on Sunday narrowly accepted an initiative of the Mieterbund Limmat that limits increases after a renovation to ten per cent, to be reached over three years.',
      ),
      p(
        'The campaign had one picture: a key that no longer fits. It showed the key of Rosmarie Hürlimann, 79, a retired proofreader, whose rent went from 1,240 to 2,890 francs after she was given, unasked, a rain shower. She moved to her sister’s. She did not enjoy the rain either, she told a meeting.',
      ),
      table(
        'Result by group of districts',
        'Districts | Yes | No',
        '3, 4 and 5 | 63.9% | 36.1%',
        '9, 11 and 12 | 54.4% | 45.6%',
        '1, 2 and 8 | 43.0% | 57.0%',
        '6, 7 and 10 | 47.7% | 52.3%',
        'City | 51.2% | 48.8%',
      ),
      p(
        'The owners’ association expects that less will be built and spoke of an appeal. Makers of lifts, who had spent more on posters than anyone, said that people would now be carrying their shopping up four floors “in the name of solidarity”.',
      ),
      p('At the Mieterbund’s party, on a fourth floor, nobody mentioned it.'),
    ),
  },
  {
    key: 'reykjavik-council-vote-undone-by-accent',
    state: 'live',
    section: 'politics',
    headline: 'A missing accent annuls a vote in Reykjavík',
    standfirst: 'The council must decide again on a cycle path, because the minutes approved a different street.',
    bylines: [{ author: 'kristin-halfdanardottir' }],
    tags: ['reykjavik', 'iceland', 'cities'],
    publishedAt: '2026-01-05T11:00:00.000Z',
    body: body(
      p(
        'REYKJAVÍK — The city council has to repeat a vote on a cycle path because someone left out an accent. The path was meant for *Sólgata*, Sun Street. The minutes of December say *Solgata*, a lane of one house, whose owner read them, was delighted, and objected when the diggers did not come. The vote is on Thursday. A reader aloud has been appointed.',
      ),
    ),
  },
  {
    key: 'slovenia-citizens-assembly-on-silence',
    state: 'live',
    section: 'politics',
    kicker: 'Slovenia',
    headline: 'Ninety-nine citizens were asked how loud a country may be. They began by taking off their shoes',
    standfirst:
      'A citizens’ assembly in Ljubljana has written the first draft of a noise law that no ministry wanted to write.',
    bylines: [{ author: 'nesrin-cakir', role: 'In Ljubljana' }],
    tags: ['ljubljana', 'slovenia', 'cities', 'health'],
    publishedAt: '2025-12-19T08:40:00.000Z',
    body: body(
      p(
        'LJUBLJANA — On the first morning somebody’s heels were so loud on the parquet of the old customs house that the members of the assembly looked at each other and, without a motion or a vote, took off their shoes. It stayed like that for five weekends. The minutes call it “the first decision”.',
      ),
      p(
        'Slovenia’s government had failed four times to agree on a law on noise. The interests, it said, could not be reconciled: bars and sleepers, bells and babies, leaf blowers and the rest of mankind. So it drew ninety-nine names by lot, from 16 to 86 years, gave them a hall, experts and soup, and promised to bring what they wrote before parliament unchanged.',
      ),
      h2('What they wrote'),
      ol(
        'Every district gets two hours of quiet a day and chooses which.',
        'A machine must be as quiet as the quietest of its kind that is sold, within five years.',
        'Bells may ring. Recorded bells may not.',
        'Children are not noise.',
      ),
      p(
        'The fourth article, which was proposed by a retired judge and has four words, was the only one to be adopted by acclamation. A night-club owner from Maribor wept. The longest dispute, two whole days, was about leaf blowers, and it ended when a street cleaner named Alojz, who had not spoken before, said that in thirty years he had never met a leaf that could not be swept.',
      ),
      p(
        'The draft goes to parliament in February. The shoes went on at six on Sunday evening, all together. “One noticed it,” says the chairwoman. “It was like applause.”',
      ),
    ),
  },
  {
    key: 'interview-with-the-mayor-of-a-city-of-bridges',
    state: 'review',
    section: 'politics',
    kicker: 'Interview',
    headline: 'Interview: “A bridge is a promise to somebody you have not met”',
    standfirst:
      'WORKING COPY, not cleared. The head of the bridge office in Łódź on 87 small structures, 14 of them closed.',
    bylines: [{ author: 'zofia-wrobel' }],
    tags: ['lodz', 'poland', 'cities'],
    publishedAt: '2026-01-30T17:00:00.000Z',
    body: body(
      p(
        '*Quotations to be read back to the interviewee before Tuesday. Check the number of bridges with the city: she says 87, the map says 91.*',
      ),
      p(
        'Danuta Przybył keeps a stone on her desk. It comes from the parapet of a bridge over the Jasień which is eleven metres long and which nobody, she says, had noticed before it was shut. “Then I received four hundred letters. From people who cross it each day. They did not know that it was a bridge. They thought it was the street.”',
      ),
      p(
        'She has the budget for five repairs a year and a list of fourteen. The list is ordered by a formula. At the top of it stands, since Monday, a bridge to an allotment garden, because the formula counts wheelbarrows.',
      ),
    ),
  },
]
