import { type Static, Type } from 'typebox'
import { InstantInput, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

// What readers may ask of a list of stories: the words of the question. Pure. What they mean is in filter.ts.

/** The dates of a story by which lists are sorted and narrowed. */
export const dateFields = ['publishedAt', 'firstPublishedAt', 'updatedAt', 'modifiedAt'] as const
export type DateField = (typeof dateFields)[number]

export const sortWords = dateFields.flatMap((field) => [field, `${field}Asc`] as const)
/** Newest first by the date of that name, or with `Asc` oldest first; by id where dates are equal. */
export const ArticleSort = oneOf(
  sortWords,
  'The date to sort by, newest first; with Asc oldest first. publishedAt when left out.',
)
export type ArticleSort = (typeof sortWords)[number]

/** What can be combined with or, and, not. */
export const termNouns = ['tag', 'section', 'author', 'locale'] as const
export type TermNoun = (typeof termNouns)[number]

/** Values of one noun in one filter at most. */
export const maxTerms = 20

const value = Type.String({ minLength: 1, maxLength: 4_100 })
const values = (what: string) =>
  Type.Optional(
    Type.Union(
      [
        Type.Array(value, {
          minItems: 1,
          maxItems: maxTerms,
          description: `${what}. A comma means or, a repeated parameter and, a leading '-' none of these; at most ${maxTerms} values.`,
        }),
        value,
        Type.Null(),
      ],
      { description: what },
    ),
  )

const ranges = {
  publishedFrom: optional(InstantInput),
  publishedTo: optional(InstantInput),
  firstPublishedFrom: optional(InstantInput),
  firstPublishedTo: optional(InstantInput),
  updatedFrom: optional(InstantInput),
  updatedTo: optional(InstantInput),
  modifiedFrom: optional(InstantInput),
  modifiedTo: optional(InstantInput),
}

/** The filters of stories as REST has them: wherever stories are listed, searched or followed. A story must meet all that is given. */
export const articleFilterFields = {
  tag: values('Id or slug of a tag'),
  section: values('Id or slug of a section'),
  author: values('Id or slug of an author'),
  locale: values('Language tag, exactly as the stories have it'),
  ...ranges,
}

/** Names with commas between them, as one parameter or several. */
const names = (description: string) => {
  const text = Type.String({ maxLength: 4_000 })
  return Type.Optional(
    Type.Union([Type.Array(text, { maxItems: 50, description }), text, Type.Null()], { description }),
  )
}

/** Which live stories to list over REST. */
export const ArticleQuery = strict({
  ...articleFilterFields,
  sort: optional(ArticleSort),
  ...pageFields,
  fields: names(
    "The fields to answer with, such as 'headline,bylines.author.name'. All that lists have when left out.",
  ),
  include: names(
    "What to add: 'totalCount', and fields that lists leave out, such as 'body', for pages of 20 at most.",
  ),
})

/** The forms of one story over REST. */
export const storyFormats = ['json', 'ninjs'] as const

/** What one story is asked with over REST. */
export const StoryQuery = strict({
  fields: names("The fields to answer with, such as 'headline,bylines.author.name'. All when left out."),
  format: optional(
    oneOf(
      storyFormats,
      'json, when left out: as described here. ninjs: as a news item of IPTC ninjs 3.1, whole; see docs/export.md.',
    ),
  ),
})

const keys = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: maxTerms })
/** Values of one noun in the words of GraphQL: any of these, all of these, none of these. */
export const TermFilter = strict({ any: optional(keys), all: optional(keys), none: optional(keys) })
export type TermFilter = Static<typeof TermFilter>
const termLists = optional(Type.Array(TermFilter, { maxItems: maxTerms }))

/** What the sides read: the words of REST, and the `tags`, `sections`, `authors` and `locales` of GraphQL. */
export const articleFilterInput = {
  ...articleFilterFields,
  tags: termLists,
  sections: termLists,
  authors: termLists,
  locales: termLists,
}
const ArticleFilterInput = Type.Object(articleFilterInput)
export type ArticleFilterInput = Static<typeof ArticleFilterInput>

/** What a list of stories is asked with on either face. `shown` names the fields that are wanted; null for those of every list. */
export const ArticleListInput = strict({
  ...articleFilterInput,
  sort: optional(ArticleSort),
  ...pageFields,
  shown: optional(Type.Array(Type.String())),
})
