import { type Static, Type } from 'typebox'
import { nullable, oneOf, optional, strict } from '../core/shapes.ts'

/** Which two revisions to compare. */
export const DiffQuery = strict({
  from: optional(
    Type.Integer({
      minimum: 1,
      description: 'Number of the revision before; when left out the live one, or else the one before `to`.',
    }),
  ),
  to: optional(Type.Integer({ minimum: 1, description: 'Number of the revision after; the newest when left out.' })),
})
export type DiffQuery = Static<typeof DiffQuery>

const changes = ['ADDED', 'REMOVED', 'CHANGED', 'MOVED'] as const
const operations = ['SAME', 'ADDED', 'REMOVED'] as const

/** A field of the content that differs; lists and objects whole. */
const FieldChange = Type.Object({
  field: Type.String({ description: 'Its name in the content, such as `headline`.' }),
  before: nullable(Type.Unknown()),
  after: nullable(Type.Unknown()),
})
export type FieldChange = Static<typeof FieldChange>

/** A run of words of a changed paragraph: SAME and REMOVED together are the text before, SAME and ADDED the text after. */
const TextPiece = Type.Object({ op: oneOf(operations), text: Type.String() })
export type TextPiece = Static<typeof TextPiece>

/** A block of the body that differs. Blocks are the same when their `_key` is. */
const BlockChange = Type.Object({
  change: oneOf(changes, 'CHANGED says nothing about the place: see `isMoved`. MOVED: the place alone is different.'),
  key: Type.String({ description: 'Its `_key`.' }),
  isMoved: Type.Boolean({ description: 'Whether it stands in another order among the blocks that were there before.' }),
  fromIndex: nullable(Type.Integer({ description: 'Its place before, from 0; null when it was added.' })),
  toIndex: nullable(Type.Integer({ description: 'Its place after, from 0; null when it was removed.' })),
  before: nullable(Type.Unknown({ description: 'The block before.' })),
  after: nullable(Type.Unknown({ description: 'The block after.' })),
  text: nullable(
    Type.Array(TextPiece, { description: 'Of a changed paragraph, heading or quotation: its words, in order.' }),
  ),
})
export type BlockChange = Static<typeof BlockChange>

/** What a story says differently in a later revision. */
export const ArticleDiff = Type.Object(
  {
    from: Type.Integer(),
    to: Type.Integer(),
    fields: Type.Array(FieldChange),
    blocks: Type.Array(BlockChange),
  },
  { $id: 'ArticleDiff', examples: [diffExample()] },
)
export type ArticleDiff = Static<typeof ArticleDiff>

function diffExample() {
  const block = (text: string) => ({
    ...{ _type: 'block', _key: 'b0', style: 'normal' },
    children: [{ _type: 'span', _key: 's0', text }],
  })
  return {
    from: 2,
    to: 3,
    fields: [{ field: 'headline', before: 'Gas prices rise', after: 'Gas prices rise again' }],
    blocks: [
      {
        ...{ change: 'CHANGED', key: 'b0', isMoved: false, fromIndex: 0, toIndex: 0 },
        before: block('Prices rose on Monday.'),
        after: block('Prices rose on Sunday.'),
        text: [
          { op: 'SAME', text: 'Prices rose on ' },
          { op: 'REMOVED', text: 'Monday' },
          { op: 'ADDED', text: 'Sunday' },
          { op: 'SAME', text: '.' },
        ],
      },
    ],
  }
}
