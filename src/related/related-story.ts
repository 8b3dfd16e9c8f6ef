import { type Static, Type } from 'typebox'
import { ArticleLink } from '../articles/article-link.ts'
import type { RelatedRow } from '../articles/rows.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { named, nullable, oneOf } from '../core/shapes.ts'

/** Something to read next: a live story, or a page elsewhere. */
export const RelatedStory = Type.Object(
  {
    kind: oneOf(['CURATED', 'SUGGESTED'], 'CURATED: picked by an editor. SUGGESTED: found by the engine.'),
    position: Type.Integer({ description: '1 is first.' }),
    headline: Type.String(),
    url: Type.String({ description: 'The canonical URL of the story, or a page elsewhere.' }),
    article: nullable(named(ArticleLink)),
    score: nullable(Type.Number({ description: '0 to 1; null when picked by hand.' })),
    reasons: Type.Array(Type.String()),
  },
  {
    $id: 'RelatedStory',
    examples: [
      {
        kind: 'CURATED',
        position: 1,
        headline: 'How the gas market works',
        url: 'https://example.org/how-the-gas-market-works',
        article: null,
        score: null,
        reasons: [],
      },
    ],
  },
)
export type RelatedStory = Static<typeof RelatedStory>

/** A related story whose article is shown as `A`. */
export type RelatedStoryOf<A> = Omit<RelatedStory, 'article'> & { article: A | null }

/** The list for readers: stories that are not live are left out, and the rest is numbered from 1. */
export function toRelatedStories<L, A extends Pick<ArticleLink, 'headline' | 'canonicalUrl'>>(
  rows: RelatedRow<L>[],
  view: (live: L) => A,
): RelatedStoryOf<A>[] {
  return rows.flatMap((row) => toRelatedStory(row, view)).map((story, index) => ({ ...story, position: index + 1 }))
}

function toRelatedStory<L, A extends Pick<ArticleLink, 'headline' | 'canonicalUrl'>>(
  { kind, url, headline, score, reasons, live }: RelatedRow<L>,
  view: (live: L) => A,
): Omit<RelatedStoryOf<A>, 'position'>[] {
  if (url && headline) return [{ kind, headline, url, article: null, score, reasons }]
  if (!live) return []
  const article = view(live)
  return [{ kind, headline: headline ?? article.headline, url: article.canonicalUrl, article, score, reasons }]
}

/** Related stories of one story at most. */
const maxRelated = 30

/** How many related stories are asked for: 1 to 30, all when left out. @throws limit_exceeded, invalid_input */
export function readRelatedSize(first: number | null | undefined): number {
  if (first == null) return maxRelated
  if (first > maxRelated)
    throw new Refusal('limit_exceeded', `first: ${first} is over the maximum of ${maxRelated} related stories`, {
      faults: [{ path: 'first', message: `the maximum is ${maxRelated}` }],
    })
  if (first < 1) throw invalidInput([{ path: 'first', message: `must be a whole number from 1 to ${maxRelated}` }])
  return first
}
