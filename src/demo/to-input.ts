import type { ArticlePatch } from '../articles/article.ts'
import type { DemoStory } from './content/types.ts'

/** The ids that the demo's keys stand for. */
export interface Ids {
  media: Map<string, string>
  tags: Map<string, string>
  authors: Map<string, string>
  stories: Map<string, string>
}

/** A demo story as the editorial side takes it: every key replaced by the id that it stands for. */
export function toArticlePatch(story: DemoStory, ids: Ids): ArticlePatch {
  const {
    kicker = null,
    standfirst,
    section,
    tags,
    leadMedia,
    recommendedVideo,
    related = [],
    source,
    translationOf,
    replaces,
  } = story
  return {
    kicker,
    standfirst,
    sectionId: idOf(ids.tags, section),
    tagIds: tags.map((key) => idOf(ids.tags, key)),
    bylines: story.bylines.map(({ author, ...byline }) => ({ ...byline, authorId: idOf(ids.authors, author) })),
    leadMedia: leadMedia ? withId(leadMedia, ids) : null,
    recommendedVideoId: recommendedVideo ? idOf(ids.media, recommendedVideo) : null,
    related: related.map((link) =>
      'story' in link ? { articleId: idOf(ids.stories, link.story), headline: link.headline } : link,
    ),
    source: source ?? null,
    liveBlog: story.liveBlog ? { startsAt: story.liveBlog.startsAt, endsAt: story.liveBlog.endsAt } : null,
    translationOf: translationOf ? idOf(ids.stories, translationOf) : null,
    replacesId: replaces ? idOf(ids.stories, replaces) : null,
    publishedAt: isOut(story) ? story.publishedAt : null,
    body: withIds(story.body, ids) as unknown[],
  }
}

function withId({ media, ...words }: NonNullable<DemoStory['leadMedia']>, ids: Ids) {
  return { ...words, mediaId: idOf(ids.media, media) }
}

/** The same value with `story:KEY` and `media:KEY` replaced wherever an id belongs. */
export function withIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      isReference(name, item) ? idOfReference(item, ids) : withIds(item, ids),
    ]),
  )
}

function isReference(name: string, value: unknown): value is string {
  return (name === 'articleId' || name === 'mediaId') && typeof value === 'string'
}

function idOfReference(reference: string, ids: Ids): string {
  const [kind, key = ''] = reference.split(':')
  return idOf(kind === 'story' ? ids.stories : ids.media, key)
}

function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the demo refers to '${key}', which it does not have`)
  return id
}

/** Whether readers have ever seen it. */
export function isOut({ state }: DemoStory): boolean {
  return state === 'live' || state === 'withdrawn' || state === 'killed'
}

/** Keys of the stories that a story refers to: in its text, by hand, as its original, as the one before it. */
export function storiesNamedBy({ body, related = [], translationOf, replaces }: DemoStory): string[] {
  const inText = [...JSON.stringify(body).matchAll(/"articleId":"story:([^"]+)"/g)].map(([, key]) => key ?? '')
  const byHand = related.flatMap((link) => ('story' in link ? [link.story] : []))
  return [...inText, ...byHand, ...(translationOf ? [translationOf] : []), ...(replaces ? [replaces] : [])]
}
