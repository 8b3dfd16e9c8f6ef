import { type Static, Type } from 'typebox'
import { InstantInput, optional, strict } from '../core/shapes.ts'
import { ArticlePatch } from './article.ts'
import { CorrectionType } from './correction.ts'

// What each verb of the workflow may be told.

/** A few sentences, on one line or on several. */
const words = (description: string) =>
  Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S', description: `must have words: ${description}` })

const note = optional(words('why, for colleagues; never shown to readers.'))
const revision = (which: string) => optional(Type.Integer({ minimum: 1, description: `Number of ${which}` }))

export const SubmitInput = strict(
  { note },
  { $id: 'SubmitInput', examples: [{ note: 'Quotes checked with the ministry' }] },
)

export const ApproveInput = strict(
  { revision: revision('the revision that may go live; the newest when left out.'), note },
  { $id: 'ApproveInput', examples: [{ note: 'Good to go' }] },
)

export const RejectInput = strict(
  { note: words('what is missing; for its authors.') },
  { $id: 'RejectInput', examples: [{ note: 'Needs a second source for the figure' }] },
)

export const PublishInput = strict(
  {
    revision: revision('the revision to show; the newest when left out.'),
    significant: optional(
      Type.Boolean({
        description:
          'Whether readers are told of an update: moves `updatedAt` of a live story. Left out: when its headline, standfirst or text change.',
      }),
    ),
    note,
  },
  { $id: 'PublishInput', examples: [{ significant: true }] },
)

export const CorrectInput = strict(
  {
    type: CorrectionType,
    text: words('what was wrong and what is right, for readers.'),
    patch: optional(
      strict(ArticlePatch.properties, {
        description: 'The change; makes a new revision and shows it. A story in its live form takes it.',
      }),
    ),
    revision: revision('the revision that puts it right, instead of `patch`; without either the text stays as it is.'),
    note,
  },
  {
    $id: 'CorrectInput',
    examples: [
      {
        type: 'CORRECTION',
        text: 'An earlier version said that prices rose on Tuesday. They rose on Monday.',
        patch: { standfirst: 'The third rise in a year came on Monday.' },
      },
    ],
  },
)

export type CorrectInput = Static<typeof CorrectInput>

export const WithdrawInput = strict(
  { reason: optional(words('why, for readers.')), note },
  { $id: 'WithdrawInput', examples: [{ reason: 'We are checking a complaint about this story.' }] },
)

export const KillInput = strict(
  { reason: words('why, for readers.'), note },
  { $id: 'KillInput', examples: [{ reason: 'Removed for legal reasons.', note: 'Court order of 8 January' }] },
)

export type KillInput = Static<typeof KillInput>

export const RestoreInput = strict({ note }, { $id: 'RestoreInput', examples: [{ note: 'The order was lifted' }] })

export const EmbargoInput = strict(
  {
    until: optional({
      ...InstantInput,
      description: 'must be an instant to come; left out or null, until it is lifted.',
    }),
    note,
  },
  { $id: 'EmbargoInput', examples: [{ until: '2026-01-09T06:00:00Z', note: 'Agreed with the ministry' }] },
)

/** For the list of shapes of the API reference. */
export const verbShapes = [
  SubmitInput,
  ApproveInput,
  RejectInput,
  PublishInput,
  CorrectInput,
  WithdrawInput,
  KillInput,
  RestoreInput,
  EmbargoInput,
]
