import { type Static, Type } from 'typebox'
import { ArticleSummary } from '../articles/public-article.ts'
import { Id, Instant, named, nullable, pageFields, strict } from '../core/shapes.ts'
import { PublicMedia } from '../media/media.ts'

const text = nullable(Type.String())

/** One place of a front as readers see it. */
export const FrontSlot = Type.Object(
  {
    position: Type.Integer({ description: '1 is first; without gaps.' }),
    article: named(ArticleSummary),
    headline: Type.String({ description: 'For this place: the editor’s own, or that of the story.' }),
    kicker: text,
    image: nullable(named(PublicMedia)),
    isSticky: Type.Boolean({ description: 'Whether it keeps its number while others move.' }),
    isBackfill: Type.Boolean({ description: 'Whether the query of the front filled it, not an editor.' }),
  },
  {
    $id: 'FrontSlot',
    examples: [
      {
        position: 1,
        article: (ArticleSummary as unknown as { examples: unknown[] }).examples[0],
        headline: 'Gas prices: what it means for you',
        kicker: 'Energy',
        image: null,
        isSticky: true,
        isBackfill: false,
      },
    ],
  },
)
export type FrontSlot = Static<typeof FrontSlot>

const example = {
  id: '0192a1b0-0000-7000-8000-000000000090',
  slug: 'home',
  name: 'Home',
  locale: 'en',
  version: 12,
  publishedAt: '2026-01-08T09:30:00.000Z',
}

/** A front where it is mentioned. */
export const FrontLink = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    name: Type.String(),
    locale: text,
    version: Type.Integer({ description: 'Number of the revision on show.' }),
    publishedAt: Instant,
  },
  { $id: 'FrontLink', examples: [example] },
)
export type FrontLink = Static<typeof FrontLink>

/** A front as readers see it: never a hole, and only live stories. */
export const Front = Type.Object(
  { ...FrontLink.properties, slots: Type.Array(named(FrontSlot)) },
  { $id: 'Front', examples: [{ ...example, slots: [] }] },
)
export type Front = Static<typeof Front>

/** What may be asked of the list of fronts. */
export const FrontQuery = strict(pageFields)

/** A place that shows a story as `A`. */
export type FrontSlotOf<A> = Omit<FrontSlot, 'article'> & { article: A }

/** A front whose stories are shown as `A`. */
export type FrontOf<A> = Omit<Front, 'slots'> & { slots: FrontSlotOf<A>[] }

/** Keys of tags, sections or authors, or language tags: any of these, all of these, none of these. */
export interface Terms {
  any: string[] | null
  all: string[] | null
  none: string[] | null
}

/** Which stories fill places; a story must meet all of it. */
export interface Backfill {
  tags: Terms[]
  sections: Terms[]
  authors: Terms[]
  locales: Terms[]
}

/** A place as editors made it. */
export interface SlotContent {
  /** Null: the newest story that the backfill has stands there. */
  articleId: string | null
  headline: string | null
  kicker: string | null
  image: { mediaId: string; alt: string | null } | null
  isSticky: boolean
  /** RFC 3339; from then on the place is as if it were not there. */
  until: string | null
}

/** Everything editable in a front, but its slug: what one revision holds. */
export interface FrontContent {
  name: string
  locale: string | null
  /** Places that readers see at most. */
  size: number
  backfill: Backfill | null
  slots: SlotContent[]
}
