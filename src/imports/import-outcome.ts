import { type Static, Type } from 'typebox'
import { Id, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

export const ImportResult = oneOf(
  ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'REFUSED'] as const,
  'What became of it. UNCHANGED: it was here and says nothing new. SKIPPED: left out on purpose, see `remarks`. REFUSED: it does not fit, see `remarks`.',
)
const nouns = [
  ...(['ARTICLE', 'AUTHOR', 'TAG', 'MEDIA'] as const),
  ...(['USER', 'STORYLINE', 'SUGGESTION_EXCLUSION', 'POST', 'FRONT', 'WEBHOOK', 'INGEST_SOURCE'] as const),
]
export const ImportNoun = oneOf(
  nouns,
  'What kind of thing it is. Files of others have stories, authors, tags and assets; an export of Dateline has all of them.',
)
export type ImportNoun = Static<typeof ImportNoun>

/** What became of one thing of a file. */
export const ImportOutcome = Type.Object(
  {
    number: Type.Integer({ description: 'The how-manieth thing of the file, from 1.' }),
    result: ImportResult,
    noun: ImportNoun,
    externalId: nullable(Type.String({ description: 'What its source calls it.' })),
    line: nullable(Type.Integer({ description: 'The line of the file that it begins on.' })),
    title: nullable(Type.String({ description: 'Headline or name.' })),
    isRepaired: Type.Boolean({ description: 'Whether it had to be put right.' }),
    remarks: Type.Array(Type.String(), {
      description: 'What was put right, left out or decided, and why it was skipped or refused.',
    }),
    targetId: nullable({ ...Id, description: 'The story, author, tag or asset here.' }),
  },
  {
    $id: 'ImportOutcome',
    examples: [
      {
        ...{
          number: 17,
          result: 'CREATED',
          noun: 'ARTICLE',
          externalId: 'https://old.example.org/?p=4711',
          line: 5120,
        },
        ...{ title: 'Gas prices rise again', isRepaired: true, remarks: ['the shortcode [poll] is kept as text'] },
        targetId: '0192a1b0-0000-7000-8000-000000000020',
      },
    ],
  },
)
export type ImportOutcome = Static<typeof ImportOutcome>

/** What staff may ask of a report. */
export const OutcomeQuery = strict({
  result: optional(ImportResult),
  repaired: optional(Type.Boolean({ description: 'Only those that had to be put right, or only the others.' })),
  ...pageFields,
})
