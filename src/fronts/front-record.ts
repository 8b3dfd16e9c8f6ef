import { type Static, type TString, Type } from 'typebox'
import {
  Id,
  Instant,
  InstantInput,
  Locale,
  line,
  nullable,
  optional,
  pageFields,
  Slug,
  strict,
} from '../core/shapes.ts'
import type { FrontContent } from './front.ts'

/** Places of one front at most, and when nobody says. */
const maxSize = 100
const usualSize = 20

/** Values of one noun in a backfill at most, as in the filter of stories. */
const maxTerms = 20

const keysOf = (key: TString) => (what: string) =>
  optional(Type.Array(key, { minItems: 1, maxItems: maxTerms, description: what }))
const termsOf = (keys: ReturnType<typeof keysOf>) =>
  strict({ any: keys('Any of these.'), all: keys('All of these.'), none: keys('None of these.') })
const TermsInput = termsOf(keysOf(Type.String({ minLength: 1, maxLength: 200 })))
const termsInput = (what: string) =>
  optional(Type.Array(TermsInput, { maxItems: maxTerms, description: `Ids or slugs of ${what}.` }))

/** Which stories fill places: the newest that meet all of it. */
const BackfillInput = strict({
  tags: termsInput('tags'),
  sections: termsInput('sections'),
  authors: termsInput('authors'),
  locales: optional(Type.Array(termsOf(keysOf(Locale)), { maxItems: maxTerms, description: 'Language tags.' })),
})
export type BackfillInput = Static<typeof BackfillInput>

const SlotInput = strict({
  articleId: optional(Id),
  headline: optional(line(300)),
  kicker: optional(line(120)),
  image: optional(strict({ mediaId: Id, alt: optional(line(1_000)) })),
  isSticky: Type.Optional(Type.Boolean({ description: 'Keeps its number while others move; false when left out.' })),
  until: optional(InstantInput),
})
export type SlotInput = Static<typeof SlotInput>

const fields = {
  name: line(200),
  slug: Slug,
  locale: nullable(Locale),
  size: Type.Integer({
    minimum: 1,
    maximum: maxSize,
    description: `Places that readers see; ${usualSize} when left out.`,
  }),
  backfill: nullable(BackfillInput),
  slots: Type.Array(SlotInput, { maxItems: maxSize }),
}

const example = {
  name: 'Home',
  slug: 'home',
  locale: 'en',
  size: 12,
  backfill: { sections: [{ none: ['sport'] }] },
  slots: [{ articleId: '0192a1b0-0000-7000-8000-000000000020', headline: 'Gas prices: what it means', isSticky: true }],
}

/** A new front; the slug is made from the name when left out. */
export const FrontInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, name: fields.name },
  { $id: 'FrontInput', examples: [example] },
)
export type FrontInput = Static<typeof FrontInput>

/** A change of what is being worked on: what is left out stays, null empties; `slots` replaces the whole list. */
export const FrontPatch = strict(Type.Partial(Type.Object(fields)).properties, {
  $id: 'FrontPatch',
  examples: [{ size: 10 }],
})
export type FrontPatch = Static<typeof FrontPatch>

/** Why it is done. */
export const FrontNote = strict(
  { note: optional(line(500, 'For colleagues, never shown to readers.')) },
  { $id: 'FrontNote', examples: [{ note: 'Election night' }] },
)

const texts = nullable(Type.Array(Type.String()))
const Terms = Type.Object({ any: texts, all: texts, none: texts })
const Backfill = Type.Object({
  tags: Type.Array(Terms),
  sections: Type.Array(Terms),
  authors: Type.Array(Terms),
  locales: Type.Array(Terms),
})
const text = nullable(Type.String())
const SlotContent = Type.Object({
  articleId: nullable(Id),
  headline: text,
  kicker: text,
  image: nullable(Type.Object({ mediaId: Id, alt: text })),
  isSticky: Type.Boolean(),
  until: nullable(Type.String({ format: 'date-time' })),
})

const content = {
  name: Type.String(),
  locale: text,
  size: Type.Integer(),
  backfill: nullable(Backfill),
  slots: Type.Array(SlotContent),
}
const contentExample = { ...example, backfill: null, slots: [] }

/** A front as staff see it: what is being worked on. */
export const FrontRecord = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    ...content,
    liveNumber: nullable(Type.Integer({ description: 'Number of the revision that readers see.' })),
    hasChanges: Type.Boolean({ description: 'Whether this differs from what readers see.' }),
    version: Type.Integer(),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
  },
  {
    $id: 'FrontRecord',
    examples: [
      {
        ...{
          id: '0192a1b0-0000-7000-8000-000000000090',
          ...contentExample,
          liveNumber: 12,
          hasChanges: true,
          version: 31,
        },
        createdAt: '2026-01-01T12:00:00.000Z',
        createdBy: 'user:Ada Lovelace',
        changedAt: '2026-01-08T09:30:00.000Z',
      },
    ],
  },
)
export type FrontRecord = Static<typeof FrontRecord>

/** A front as it was published once. */
export const FrontRevision = Type.Object(
  {
    number: Type.Integer(),
    ...content,
    isLive: Type.Boolean({ description: 'Whether readers see it now.' }),
    previousNumber: nullable(Type.Integer({ description: 'What readers saw before; undoing goes back to it.' })),
    note: text,
    createdAt: Instant,
    createdBy: Type.String(),
  },
  {
    $id: 'FrontRevision',
    examples: [
      {
        ...{ number: 12, ...contentExample, isLive: true, previousNumber: 11, note: 'Election night' },
        createdAt: '2026-01-08T09:30:00.000Z',
        createdBy: 'user:Ada Lovelace',
      },
    ],
  },
)
export type FrontRevision = Static<typeof FrontRevision>

export const FrontRecordQuery = strict(pageFields)
export const FrontRevisionQuery = strict(pageFields)

/** What a new front has that nobody has filled in yet. */
export const emptyFront = { locale: null, size: usualSize, backfill: null, slots: [] } satisfies Omit<
  FrontContent,
  'name'
>
