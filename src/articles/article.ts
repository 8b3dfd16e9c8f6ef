import { type Static, Type } from 'typebox'
import { Id, InstantInput, Locale, line, nullable, optional, Slug, strict, WebUrl } from '../core/shapes.ts'
import type { Body } from './body/types.ts'

/** Who wrote a story and in what part: an author, a role and, if it differs, the name as printed. */
export const BylineInput = strict({
  authorId: Id,
  role: Type.Optional(line(60, "What they did, such as 'Reporting' or 'Wire'; 'Author' when left out.")),
  displayName: optional(line(200, 'The name as printed over this story, when it is not the author’s own.')),
})

const LeadMediaInput = strict({
  mediaId: Id,
  alt: optional(line(1_000)),
  caption: optional(Type.String({ maxLength: 2_000 })),
  credit: optional(line(300)),
})

/** A story to read next, by id or by URL. */
const RelatedInput = strict({
  articleId: optional(Id),
  url: optional(WebUrl),
  headline: optional(line(300, 'Shown instead of the story’s own headline; required with a URL.')),
})

const SourceInput = strict({
  name: line(200, 'Who first published it, such as a wire agency.'),
  url: optional(WebUrl),
  externalId: optional(line(300)),
})

/** Makes a story a live blog: its posts are shown under its body, which introduces them. */
const LiveBlogInput = strict({
  startsAt: { ...InstantInput, description: 'When coverage begins.' },
  endsAt: optional({ ...InstantInput, description: 'When coverage ended or is to end; null while nobody knows.' }),
})

/** Tags of one story at most. */
export const maxTags = 100

const fields = {
  headline: line(300),
  slug: Slug,
  locale: Locale,
  kicker: nullable(line(120)),
  standfirst: nullable(Type.String({ minLength: 1, maxLength: 2_000 })),
  body: Type.Array(Type.Unknown(), { description: 'Portable Text.' }),
  bylines: Type.Array(BylineInput, { maxItems: 30 }),
  sectionId: nullable(Id),
  tagIds: Type.Array(Id, { maxItems: maxTags, uniqueItems: true }),
  leadMedia: nullable(LeadMediaInput),
  recommendedVideoId: nullable(Id),
  related: Type.Array(RelatedInput, { maxItems: 30 }),
  translationOf: nullable(Id),
  replacesId: nullable(Id),
  source: nullable(SourceInput),
  liveBlog: nullable(LiveBlogInput),
  canonicalUrl: nullable(WebUrl),
  publishedAt: nullable(InstantInput),
}

const bodyExample = [
  {
    _type: 'block',
    _key: 'b0',
    style: 'normal',
    markDefs: [],
    children: [{ _type: 'span', _key: 's0', text: 'Prices rose on Monday.', marks: [] }],
  },
]

const note = Type.Optional(line(500, 'Why this revision was made; for colleagues, never shown to readers.'))

const autosave = Type.Optional(
  Type.Boolean({
    description: 'Saved by the editing program of its own accord; takes the place of an autosave just before it.',
  }),
)

/** What a new story may say. Only the headline is required; the rest can come later. */
export const ArticleInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, headline: fields.headline, note },
  {
    $id: 'ArticleInput',
    examples: [
      {
        headline: 'Gas prices rise again',
        standfirst: 'The third rise in a year.',
        body: bodyExample,
        note: 'First draft',
      },
    ],
  },
)
export type ArticleInput = Static<typeof ArticleInput>

/** A change: fields that are left out stay as they are, null empties those that may be empty. */
export const ArticlePatch = strict(
  { ...Type.Partial(Type.Object(fields)).properties, note, autosave },
  {
    $id: 'ArticlePatch',
    examples: [{ headline: 'Gas prices rise for the third time', note: 'Sharper headline' }],
  },
)
export type ArticlePatch = Static<typeof ArticlePatch>

const text = nullable(Type.String())

/** Everything editable in a story, complete: what one revision holds. References are ids. */
export const ArticleContent = Type.Object(
  {
    headline: Type.String(),
    slug: Type.String(),
    locale: Type.String(),
    kicker: text,
    standfirst: text,
    body: Type.Unsafe<Body>({ description: 'Portable Text.' }),
    bylines: Type.Array(Type.Object({ authorId: Id, role: Type.String(), displayName: text })),
    sectionId: nullable(Id),
    tagIds: Type.Array(Id),
    leadMedia: nullable(Type.Object({ mediaId: Id, alt: text, caption: text, credit: text })),
    recommendedVideoId: nullable(Id),
    related: Type.Array(Type.Object({ articleId: nullable(Id), url: text, headline: text })),
    /** The original of which this is a translation. */
    translationOf: nullable(Id),
    /** The story whose place this one takes in the news; missing in revisions from before there was such a field. */
    replacesId: Type.Optional(nullable(Id)),
    source: nullable(Type.Object({ name: Type.String(), url: text, externalId: text })),
    /** The coverage of a live blog, as RFC 3339; missing in revisions from before there were live blogs. */
    liveBlog: Type.Optional(nullable(Type.Object({ startsAt: Type.String(), endsAt: text }))),
    /** Set only when the canonical page is elsewhere. */
    canonicalUrl: text,
    /** The displayed date as RFC 3339, when it is not that of the first publication. */
    publishedAt: text,
  },
  { $id: 'ArticleContent', examples: [contentExample()] },
)
export type ArticleContent = Static<typeof ArticleContent>

export function contentExample() {
  return {
    headline: 'Gas prices rise again',
    slug: 'gas-prices-rise-again',
    locale: 'en',
    kicker: null,
    standfirst: 'The third rise in a year.',
    body: bodyExample,
    bylines: [],
    sectionId: null,
    tagIds: [],
    leadMedia: null,
    recommendedVideoId: null,
    related: [],
    translationOf: null,
    replacesId: null,
    source: null,
    liveBlog: null,
    canonicalUrl: null,
    publishedAt: null,
  }
}
