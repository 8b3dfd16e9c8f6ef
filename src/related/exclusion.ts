import { type Static, Type } from 'typebox'
import { Id, optional, strict } from '../core/shapes.ts'

// What editors say of suggestions.

/** What is kept from being suggested. */
export const SuggestionExclusions = Type.Object(
  {
    isExcluded: Type.Boolean({ description: 'Whether the story is suggested nowhere.' }),
    besideIds: Type.Array(Id, {
      description: 'Stories that are not suggested beside this one, nor it beside them.',
    }),
  },
  {
    $id: 'SuggestionExclusions',
    examples: [{ isExcluded: false, besideIds: ['0192a1b0-0000-7000-8000-000000000021'] }],
  },
)
export type SuggestionExclusions = Static<typeof SuggestionExclusions>

export const ExclusionInput = strict(
  {
    besideId: optional(
      Type.String({ format: 'uuid', description: 'The other story of the pair; all others when left out.' }),
    ),
    note: optional(
      Type.String({
        minLength: 1,
        maxLength: 2_000,
        pattern: '\\S',
        description: 'must have words: why, for colleagues.',
      }),
    ),
  },
  { $id: 'ExclusionInput', examples: [{ besideId: '0192a1b0-0000-7000-8000-000000000021', note: 'Another dam' }] },
)

export const AcceptInput = strict(
  {
    articleIds: Type.Array(Id, {
      minItems: 1,
      maxItems: 30,
      description: 'Stories to add to those picked by hand, in order.',
    }),
  },
  { $id: 'AcceptInput', examples: [{ articleIds: ['0192a1b0-0000-7000-8000-000000000021'] }] },
)
