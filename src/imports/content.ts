import { createHash } from 'node:crypto'
import { ArticleInput } from '../articles/article.ts'
import { mediaIdsIn } from '../articles/body/references.ts'
import type { Body } from '../articles/body/types.ts'
import { newContent, type UnnamedContent } from '../articles/content.ts'
import { checkBoundary } from '../core/boundary.ts'
import { type Fault, Refusal } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import type { ImportBlock, ImportItem } from './item.ts'
import { blocksOf, type StoryBody, storyBodyOf, withBlocks } from './story-body.ts'

/** Where a story has the id of something that may not be there yet: a name of its item, by its place in a list of it. */
type Kind = 'author' | 'tag' | 'media'

const marks: Record<Kind, string> = { author: 'a', tag: '7', media: 'e' }

/** Stands for an id until the thing is found or made; of the form of one, so that the checks of every story take it. */
function placeFor(kind: Kind, index: number): string {
  return `00000000-0000-7000-8${marks[kind].repeat(3)}-${index.toString(16).padStart(12, '0')}`
}

const anyPlace = /^00000000-0000-7000-8(a{3}|7{3}|e{3})-([0-9a-f]{12})$/

/** The ids of an item's names, by their places: bylines; section and tags (`tagsOf`); media. Null: there is none. */
export interface Ids {
  authors: (string | null)[]
  tags: (string | null)[]
  media: (string | null)[]
}

/** A story of a file, checked as any input is, with places in the stead of ids. */
export type Prepared = { content: PreparedContent } | { faults: Fault[] }

export interface PreparedContent extends Omit<UnnamedContent, 'body'> {
  body: StoryBody
}

/** The tags of an item in one list: its section, when it has one, is the first. */
export function tagsOf({ section, tags }: Pick<ImportItem, 'section' | 'tags'>) {
  return section ? [section, ...tags] : tags
}

/** Checks an item as the input of a new story. It says every fault, and never throws for what an item is. */
export function prepare(item: ImportItem, locale: string): Prepared {
  try {
    checkBoundary(item)
    const input = inputOf(item)
    const faults = faultsOf(ArticleInput, input)
    if (faults.length > 0) return { faults }
    const content = newContent(input as ArticleInput, locale)
    return { content: { ...content, body: storyBodyOf(content.body, item.oldSite) } }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid_input') {
      const { faults, message } = error
      return { faults: faults.length > 0 ? faults : [{ path: '', message }] }
    }
    throw error
  }
}

function inputOf(item: ImportItem) {
  const { headline, locale, kicker, standfirst, source, canonicalUrl, publishedAt, bylines, section } = item
  const { leadMedia, recommendedVideo } = item
  const tags = tagsOf(item).map((_, i) => placeFor('tag', i))
  return {
    ...{ headline, kicker, standfirst, source, canonicalUrl },
    ...(locale && { locale }),
    body: item.body.map(withPlaces),
    bylines: bylines.map(({ role }, i) => ({ authorId: placeFor('author', i), ...(role && { role }) })),
    sectionId: section ? placeFor('tag', 0) : null,
    tagIds: section ? tags.slice(1) : tags,
    leadMedia: leadMedia === null ? null : { mediaId: placeFor('media', leadMedia) },
    recommendedVideoId: recommendedVideo === null ? null : placeFor('media', recommendedVideo),
    related: item.related.map(({ headline, url }) => ({ headline, url })),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

function withPlaces(block: ImportBlock) {
  if (block._type === 'gallery') {
    const images = block.images.map(({ mediaIndex, ...image }) => ({
      ...image,
      mediaId: placeFor('media', mediaIndex),
    }))
    return { ...block, images }
  }
  if (!('mediaIndex' in block)) return block
  const { mediaIndex, ...words } = block
  return { ...words, mediaId: placeFor('media', mediaIndex) }
}

/** The content with the ids that the places stand for. What has no id is left out. */
export function withIds(content: PreparedContent, ids: Ids): PreparedContent {
  const { body, leadMedia, recommendedVideoId, sectionId } = content
  const lead = leadMedia && idAt(leadMedia.mediaId, ids)
  return {
    ...content,
    body: body.showsMedia ? bodyWithIds(body, ids) : body,
    bylines: bylinesWithIds(content.bylines, ids),
    sectionId: sectionId && idAt(sectionId, ids),
    tagIds: [...new Set(content.tagIds.flatMap((place) => idAt(place, ids) ?? []))],
    leadMedia: leadMedia && lead ? { ...leadMedia, mediaId: lead } : null,
    recommendedVideoId: recommendedVideoId && idAt(recommendedVideoId, ids),
  }
}

function idAt(place: string, ids: Ids): string | null {
  const [, mark = '', index = '0'] = anyPlace.exec(place) ?? []
  const list = mark.startsWith('a') ? ids.authors : mark.startsWith('7') ? ids.tags : ids.media
  return list[Number.parseInt(index, 16)] ?? null
}

/** Two names of one author are one byline, with both roles. */
function bylinesWithIds(bylines: UnnamedContent['bylines'], ids: Ids): UnnamedContent['bylines'] {
  const byAuthor = new Map<string, UnnamedContent['bylines'][number]>()
  for (const byline of bylines) {
    const authorId = idAt(byline.authorId, ids)
    if (!authorId) continue
    const first = byAuthor.get(authorId)
    const role = first && first.role !== byline.role ? `${first.role}, ${byline.role}`.slice(0, 60) : byline.role
    byAuthor.set(authorId, { ...byline, authorId, role })
  }
  return [...byAuthor.values()]
}

function bodyWithIds(body: StoryBody, ids: Ids): StoryBody {
  const blocks = blocksOf(body).flatMap((block) => blockWithIds(block, ids))
  return { ...withBlocks(body, blocks), showsMedia: mediaIdsIn(blocks).length > 0 }
}

function blockWithIds(block: Body[number], ids: Ids): Body {
  if (block._type === 'image' || block._type === 'video') {
    const mediaId = idAt(block.mediaId, ids)
    return mediaId ? [{ ...block, mediaId }] : []
  }
  if (block._type !== 'gallery') return [block]
  const images = block.images.flatMap((image) => {
    const mediaId = idAt(image.mediaId, ids)
    return mediaId ? [{ ...image, mediaId }] : []
  })
  return images.length > 0 ? [{ ...block, images }] : []
}

/** What a source says of a story, in 43 characters: another when anything that readers could see is another. */
export function hashOf({ place: _place, repairs: _repairs, ...said }: ImportItem): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}
