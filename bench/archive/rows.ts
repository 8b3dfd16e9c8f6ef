import { pathOf } from '../../src/articles/paths.ts'
import { toMediaCopy } from '../../src/media/published.ts'
import { authors, foundedAt, media, sections, type TagRow, tags } from './newsroom.ts'
import type { Story } from './stories.ts'

// Stories and the newsroom as rows of the tables, just as creating and publishing them one by one would leave them.

/** What a run of the bench says the site is; paths depend on it. */
export const site = { name: 'The Averholt Herald', publicUrl: 'https://herald.example', defaultLocale: 'en' }

const start = new Date(foundedAt).toISOString()
const times = { createdAt: start, changedAt: start, version: 1 }

const assetRow = (asset: (typeof media)[number]) => ({
  ...asset,
  type: 'IMAGE' as const,
  mimeType: 'image/jpeg',
  width: 3000,
  height: 2000,
  durationSeconds: null,
  focalPoint: { x: 0.5, y: 0.4 },
})

/** Rows of everything that stories refer to, by table, in an order that foreign keys allow. */
export function newsroomRows(): Record<string, object[]> {
  const allTags = [...sections, ...tags]
  return {
    media_asset: media.map((asset) => ({ ...assetRow(asset), ...times })),
    tag: allTags.map((tag: TagRow) => ({ ...tag, ...times, aliasFolded: '', externalIds: {}, publicAt: start })),
    tag_slug: allTags.map(({ slug, id }) => ({ slug, tagId: id })),
    author: authors.map(({ avatarIndex, ...author }) => ({
      ...author,
      ...times,
      emailPublic: false,
      avatarId: avatarIndex === null ? null : media[avatarIndex]?.id,
      links: [{ label: 'Profile', url: `https://people.example/${author.slug}` }],
      publicAt: start,
    })),
    author_slug: authors.map(({ slug, id }) => ({ slug, authorId: id })),
  }
}

/** Rows of stories that need no other story to be there but an original. */
export function identityRows(stories: Story[]): Record<string, object[]> {
  return {
    article: stories.map((story) => ({
      ...pickWords(story),
      id: story.id,
      status: 'LIVE',
      headNumber: 1,
      liveNumber: 1,
      sectionId: sectionOf(story)?.id ?? null,
      originalId: story.originalId === story.id ? null : story.originalId,
      firstPublishedAt: story.publishedAt,
      createdAt: story.publishedAt,
      createdBy: 'bench',
      changedAt: story.publishedAt,
    })),
    revision: stories.map((story) => ({
      id: story.revisionId,
      articleId: story.id,
      number: 1,
      content: {},
      createdAt: story.publishedAt,
      createdBy: 'bench',
    })),
    article_slug: stories.map(({ slug, id, publishedAt }) => ({ slug, articleId: id, liveSince: publishedAt })),
    article_path: stories.map((story) => ({
      path: pathOfStory(story),
      articleId: story.id,
      liveSince: story.publishedAt,
    })),
  }
}

/** The copy of its lead picture that a story has, with its own caption. */
function leadMediaOf({ mediaId, place }: Story): object | null {
  const asset = media.find(({ id }) => id === mediaId)
  return asset ? toMediaCopy({ ...assetRow(asset), caption: `${place}: the scene on the day.` }) : null
}

/** What readers see of stories, without bodies. */
export function publishedRows(stories: Story[]): object[] {
  return stories.map((story) => ({
    ...story,
    version: 1,
    path: pathOfStory(story),
    sectionId: sectionOf(story)?.id ?? null,
    leadMedia: leadMediaOf(story),
    corrections: [],
    ...datesOf(story),
  }))
}

/** Rows of what hangs on published stories. */
export function attachedRows(stories: Story[]): Record<string, object[]> {
  return {
    published_byline: stories.flatMap(({ id, authorIds, ...story }) =>
      authorIds.map((authorId, position) => ({
        articleId: id,
        position,
        authorId,
        role: 'Reporting',
        ...datesOf(story),
      })),
    ),
    published_tag: stories.flatMap(({ id, tagIds, ...story }) =>
      tagIds.map((tagId, position) => ({ articleId: id, position, tagId, ...datesOf(story) })),
    ),
    published_media: stories.flatMap(({ id, mediaId }) => (mediaId ? [{ articleId: id, mediaId }] : [])),
    published_link: stories.flatMap(({ id, linkIds }) => linkIds.map((targetId) => ({ articleId: id, targetId }))),
    related_story: stories.flatMap(({ id, relatedIds }) =>
      relatedIds.map((targetId, position) => ({ articleId: id, position, kind: 'CURATED', targetId, grounds: [] })),
    ),
  }
}

function datesOf({ publishedAt, updatedAt }: Pick<Story, 'publishedAt' | 'updatedAt'>) {
  return { publishedAt, firstPublishedAt: publishedAt, updatedAt, modifiedAt: updatedAt }
}

function pickWords({ slug, headline, locale }: Story) {
  return { slug, headline, locale }
}

function sectionOf({ sectionIndex }: Story): TagRow | null {
  return sectionIndex === null ? null : (sections[sectionIndex] ?? null)
}

function pathOfStory(story: Story): string {
  return pathOf(story, sectionOf(story)?.slug ?? null, site)
}
