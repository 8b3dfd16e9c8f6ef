import type { DemoFront, DemoStorylineWords } from './types.ts'

/** What the editors of the demo say of its running stories. */
export const demoStorylineWords: DemoStorylineWords[] = [
  {
    tag: 'aqtas-dam',
    status: 'DEVELOPING',
    summary:
      'An earth dam in southern Kazakhstan gave way in November after a warning that nobody passed on. Four thousand people were moved. Its former chief is in custody, a judge has heard the inspectors, and the law they failed to keep has been written anew. The trial has no date yet.',
    lead: 'former-reservoir-chief-detained-over-aqtas-dam',
  },
  {
    tag: 'skuggafell-eruption',
    status: 'CONCLUDED',
    summary:
      'The mountain opened on 14 November and fell silent after 39 days. Nobody was hurt; a road and two barns are gone.',
  },
]

/** The pages that the editors of the demo put together. */
export const demoFronts: DemoFront[] = [
  {
    key: 'home',
    name: 'Home',
    locale: 'en',
    size: 12,
    backfill: {},
    slots: [
      {
        story: 'former-reservoir-chief-detained-over-aqtas-dam',
        headline: 'The man who kept the water: Aqtas chief in custody',
        kicker: 'Aqtas dam',
        isSticky: true,
      },
      { story: 'trieste-council-approves-harbour-plan', kicker: 'Trieste' },
      {},
      { story: 'last-night-on-car-4471', headline: 'One last night in the lower berth' },
      { story: 'adria-trophy-final-barkovlje-champions', isSticky: true },
    ],
  },
  {
    key: 'world-page',
    name: 'World',
    locale: 'en',
    size: 8,
    backfill: { sections: [{ any: ['world'] }] },
    slots: [{ story: 'kazakhstan-dam-safety-bill-passes' }, {}, {}],
  },
]
