import { type Static, Type } from 'typebox'
import { ArticleLink } from '../articles/article-link.ts'
import type { RelatedRow } from '../articles/rows.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { named, nullable, oneOf, optional, strict } from '../core/shapes.ts'
import { RelatedGround, reasonOf } from './ground.ts'

const kinds = ['CURATED', 'SUGGESTED'] as const
export type RelatedKind = (typeof kinds)[number]

/** In which order suggestions come, and which of them make the list. */
export const modes = ['BACKGROUND', 'LATEST', 'BOTH'] as const
export type RelatedMode = (typeof modes)[number]

/** Of which languages suggestions are: that of the story, or any. */
export const languageChoices = ['SAME', 'ANY'] as const

/** Something to read next: a live story, or a page elsewhere. */
export const RelatedStory = Type.Object(
  {
    kind: oneOf(kinds, 'CURATED: picked by an editor. SUGGESTED: found by the engine.'),
    position: Type.Integer({ description: '1 is first.' }),
    headline: Type.String(),
    url: Type.String({ description: 'The canonical URL of the story, or a page elsewhere.' }),
    article: nullable(named(ArticleLink)),
    score: nullable(Type.Number({ description: '0 to 1; null when picked by hand.' })),
    reasons: Type.Array(Type.String(), {
      description: 'Why it was suggested, in words for readers, in English, strongest first.',
    }),
    grounds: Type.Array(named(RelatedGround), {
      description:
        'The same as data, one for each of `reasons`, for front ends that say it in a language of their own.',
    }),
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
        grounds: [],
      },
    ],
  },
)
export type RelatedStory = Static<typeof RelatedStory>

/** A related story whose article is shown as `A`. */
export type RelatedStoryOf<A> = Omit<RelatedStory, 'article'> & { article: A | null }

/** Related stories of one list at most. */
const maxRelated = 30

/** Places that suggestions fill in a story itself, and in a list that was asked for alone: with what was picked by hand. */
export const inStory = 6
const alone = 10

/** What may be asked of the list of a story. */
export const RelatedQuery = strict({
  first: optional(
    Type.Integer({
      description: `Related stories: 1 to ${maxRelated}. Left out, all that were picked by hand, and suggestions until there are ${alone}.`,
    }),
  ),
  mode: optional(
    oneOf(
      modes,
      'Of suggestions. BACKGROUND: the best matches of any age. LATEST: what is new before what matches better. BOTH: matches, those of the same days first; when left out.',
    ),
  ),
  languages: optional(
    oneOf(
      languageChoices,
      'Of suggestions. SAME: those in the language of the story; when left out. ANY: those in others among them, found by the names and tags that both have.',
    ),
  ),
  kinds: optional(
    Type.Array(oneOf(kinds), {
      minItems: 1,
      maxItems: 2,
      description: 'Only these: CURATED, SUGGESTED. Left out, both.',
    }),
  ),
})

/** A request that was read: at most `size`; with `isFilled`, never fewer than were picked by hand. */
export interface RelatedRequest {
  size: number
  isFilled: boolean
  mode: RelatedMode
  isAnyLanguage: boolean
  kinds: readonly RelatedKind[]
}

/** Whether nothing is asked but the list that a story shows by itself. */
export function isPlain({ first, mode, languages, kinds: wanted }: Partial<Record<keyof Asked, unknown>>): boolean {
  return first == null && wanted == null && (mode ?? 'BOTH') === 'BOTH' && (languages ?? 'SAME') === 'SAME'
}

type Asked = Static<typeof RelatedQuery>

/** `size` is that of a list nobody asked a length of. @throws limit_exceeded, invalid_input */
export function readRelatedRequest(input: unknown, size = alone): RelatedRequest {
  const { first, mode, languages, kinds: wanted } = parse(RelatedQuery, input)
  const isAnyLanguage = languages === 'ANY'
  return { ...readSize(first, size), mode: mode ?? 'BOTH', isAnyLanguage, kinds: wanted ?? kinds }
}

function readSize(first: number | null | undefined, size: number): Pick<RelatedRequest, 'size' | 'isFilled'> {
  if (first == null) return { size, isFilled: true }
  if (first > maxRelated)
    throw new Refusal('limit_exceeded', `first: ${first} is over the maximum of ${maxRelated} related stories`, {
      faults: [{ path: 'first', message: `the maximum is ${maxRelated}` }],
    })
  if (first < 1) throw invalidInput([{ path: 'first', message: `must be a whole number from 1 to ${maxRelated}` }])
  return { size: first, isFilled: false }
}

/** What is read of suggestions at most: some may be picked by hand too, or have left a moment ago. */
export const suggestionsRead = ({ size }: Pick<RelatedRequest, 'size'>): number => size + 4

/**
 * The list for readers: what was picked by hand first. Stories that are not live are left out, and suggestions that are among the
 * picked; the rest is numbered from 1.
 */
export function toRelatedStories<L, A extends Pick<ArticleLink, 'headline' | 'canonicalUrl'>>(
  rows: RelatedRow<L>[],
  view: (live: L) => A,
  { size, isFilled, kinds: wanted }: Pick<RelatedRequest, 'size' | 'isFilled' | 'kinds'> = {
    size: inStory,
    isFilled: true,
    kinds,
  },
): RelatedStoryOf<A>[] {
  const picked = new Set(rows.flatMap(({ kind, targetId }) => (kind === 'CURATED' && targetId ? [targetId] : [])))
  const shown = rows
    .filter(({ kind, targetId }) => kind === 'CURATED' || !targetId || !picked.has(targetId))
    .filter(({ kind }) => wanted.includes(kind))
    .flatMap((row) => toRelatedStory(row, view))
  const curated = shown.filter(({ kind }) => kind === 'CURATED').length
  return shown
    .slice(0, isFilled ? Math.max(size, curated) : size)
    .map((story, index) => ({ position: index + 1, ...story }))
}

function toRelatedStory<L, A extends Pick<ArticleLink, 'headline' | 'canonicalUrl'>>(
  { kind, url, headline, score, grounds, live }: RelatedRow<L>,
  view: (live: L) => A,
): Omit<RelatedStoryOf<A>, 'position'>[] {
  const why = { score, reasons: grounds.map(reasonOf), grounds }
  if (url && headline) return [{ kind, headline, url, article: null, ...why }]
  if (!live) return []
  const article = view(live)
  return [{ kind, headline: headline ?? article.headline, url: article.canonicalUrl, article, ...why }]
}
