import { type Static, Type } from 'typebox'
import { oneOf } from '../core/shapes.ts'

// Why a story was suggested: as data, and as a sentence. Pure.

export const groundKinds = ['STORYLINE', 'ABOUT', 'WORDS', 'SAME_DAYS'] as const

/** One reason as data, for front ends that say it in a language of their own. */
export const RelatedGround = Type.Object(
  {
    kind: oneOf(
      groundKinds,
      'STORYLINE: both are parts of this running story. ABOUT: both speak of these people, places, organisations or topics. WORDS: both have these rare words. SAME_DAYS: published within three days of each other.',
    ),
    values: Type.Array(Type.String(), {
      description: 'Names or words as the stories write them, strongest first; none for SAME_DAYS.',
    }),
  },
  { $id: 'RelatedGround', examples: [{ kind: 'ABOUT', values: ['Aqtas', 'Akhmetov'] }] },
)
export type RelatedGround = Static<typeof RelatedGround>

const sentences: Record<RelatedGround['kind'], (values: string[]) => string> = {
  STORYLINE: (values) => `Same running story: ${listed(values)}`,
  ABOUT: (values) => `Also about ${listed(values)}`,
  WORDS: (values) => `Shares the word${values.length > 1 ? 's' : ''} ${listed(values.map((word) => `“${word}”`))}`,
  SAME_DAYS: () => 'From the same days',
}

/** The same for readers, in English. */
export function reasonOf({ kind, values }: RelatedGround): string {
  return sentences[kind](values)
}

function listed(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
