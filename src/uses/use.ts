import { type Static, Type } from 'typebox'
import { ArticleStatus } from '../articles/article-draft.ts'
import { Id, nullable, oneOf } from '../core/shapes.ts'

const useKinds = ['ARTICLE', 'AUTHOR', 'TAG', 'MEDIA', 'FRONT'] as const
export const usePlaces = ['HEAD', 'LIVE', 'SCHEDULED', 'POST', 'AVATAR', 'CHILD', 'MERGED'] as const

/** Something that uses a tag, an author or an asset, and where. */
export const Use = Type.Object(
  {
    kind: oneOf(useKinds, 'What uses it.'),
    id: Id,
    name: Type.String({
      description: 'The newest headline of a story, the name of an author, tag or front, the URL of an asset.',
    }),
    status: nullable(ArticleStatus),
    where: Type.Array(
      oneOf(
        usePlaces,
        'HEAD: newest revision of a story, or what is being worked on in a front. LIVE: what readers see. SCHEDULED: a revision that waits to go live. POST: a post of it, live or not. AVATAR: picture of an author. CHILD: a narrower tag. MERGED: was merged into it.',
      ),
    ),
  },
  { $id: 'Use', examples: [exampleUse()] },
)
export type Use = Static<typeof Use>

/** All that uses one thing. */
export const Uses = Type.Object(
  {
    count: Type.Integer({ description: 'How many there are.' }),
    items: Type.Array(Type.Unsafe<Use>({ $ref: 'Use#' }), { description: 'The newest 100 of them.' }),
  },
  { $id: 'Uses', examples: [{ count: 1, items: [exampleUse()] }] },
)
export type Uses = Static<typeof Uses>

function exampleUse() {
  return {
    kind: 'ARTICLE',
    id: '0192a1b0-0000-7000-8000-000000000020',
    name: 'Gas prices rise again',
    status: 'LIVE',
    where: ['HEAD', 'LIVE'],
  }
}

/** For the list of shapes of the API reference. */
export const useShapes = [Use, Uses]
