import type { Block, GalleryBlock, ImageBlock, MediaWords, VideoBlock } from '../articles/body/types.ts'
import type { AuthorKind } from '../authors/author.ts'
import type { MediaType } from '../media/media.ts'
import type { TagType } from '../tags/tag.ts'

/** Where in a file something stands: the how-manieth thing of the file, from 1, and the line that it begins on, from 1. */
export interface Place {
  item: number
  line: number | null
}

/** Something that a file said in a way that had to be put right, or that could not be kept whole. One sentence. */
export interface Repair {
  place: Place
  message: string
}

/** A picture, video, sound or file that a story shows; the file itself is under its address. */
export interface ImportMedia {
  type: MediaType
  /** http or https. */
  url: string
  externalId: string | null
  alt: string | null
  caption: string | null
  credit: string | null
  mimeType: string | null
  width: number | null
  height: number | null
  durationSeconds: number | null
}

/** What a story is about, or where it stands (`SECTION`). */
export interface ImportTag {
  type: TagType
  name: string
  /** As the old site wrote it, when it did and it is a slug here too. */
  slug: string | null
  externalId: string | null
  description: string | null
  /** Slug of the tag above this one. */
  parentSlug: string | null
}

/** Who wrote a story. */
export interface ImportAuthor {
  name: string
  kind: AuthorKind
  /** What they did, such as 'Reporting'; null for the usual. */
  role: string | null
  slug: string | null
  email: string | null
  externalId: string | null
  bio: string | null
  jobTitle: string | null
  avatarUrl: string | null
}

/** Blocks that show media name it by its place in `media` of their item, from 0, where those of a revision have `mediaId`. */
export interface ImportImageBlock extends Omit<ImageBlock, 'mediaId'> {
  mediaIndex: number
}

export interface ImportVideoBlock extends Omit<VideoBlock, 'mediaId'> {
  mediaIndex: number
}

export interface ImportGalleryImage extends MediaWords {
  _key: string
  mediaIndex: number
}

export interface ImportGalleryBlock extends Omit<GalleryBlock, 'images'> {
  images: ImportGalleryImage[]
}

export type ImportBlock =
  | Exclude<Block, ImageBlock | GalleryBlock | VideoBlock>
  | ImportImageBlock
  | ImportVideoBlock
  | ImportGalleryBlock

/** The body of a story: with the ids of media in place of `mediaIndex`, `checkBody` takes it. */
export type ImportBody = ImportBlock[]

/** What the source says of a story. KILLED: it asks all who have it to take it down. */
export const importStatuses = ['LIVE', 'DRAFT', 'WITHDRAWN', 'KILLED'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** A link to read next. */
export interface ImportLink {
  headline: string
  url: string
}

/** A story as a file has it. Lengths are within those of ArticleInput; null where the file says nothing. */
export interface ImportItem {
  /** Stable within its source: guid, post id, id of the news item; a hash of the content when there is none. */
  externalId: string
  /** The source's own number of this version, when it counts them. */
  version: string | null
  status: ImportStatus
  headline: string
  /** As the old site wrote it, when it did and it is a slug here too. */
  slug: string | null
  locale: string | null
  /** What stories that translate each other have in common; left out where the source does not say. */
  translationSet?: string
  kicker: string | null
  standfirst: string | null
  body: ImportBody
  bylines: ImportAuthor[]
  section: ImportTag | null
  tags: ImportTag[]
  media: ImportMedia[]
  /** Place in `media`, from 0. */
  leadMedia: number | null
  recommendedVideo: number | null
  related: ImportLink[]
  source: { name: string; url: string | null; externalId: string | null } | null
  canonicalUrl: string | null
  /** Address of the old site, when its paths are to lead here: links to it are links to our stories. */
  oldSite: string | null
  /** Paths of the old site (`/2019/05/gas-prices/`) that are to lead to the story. */
  formerPaths: string[]
  publishedAt: Date | null
  updatedAt: Date | null
  embargoUntil: Date | null
  /** When a story that is not live yet is to go live. */
  scheduledAt: Date | null
  /** What a correction or kill notice of a wire says of an item sent before. */
  correction: { type: 'CORRECTION' | 'CLARIFICATION' | 'UPDATE' | 'RETRACTION'; text: string } | null
  place: Place
  repairs: Repair[]
}

/** A story without its text, which stands checked beside it from the moment it is read. */
export type ImportStory = Omit<ImportItem, 'body'>

/** What could not be read, and why; the rest of the file is read all the same, if it can be. */
export interface Refused {
  place: Place
  reason: string
  externalId: string | null
}

/** What is passed over on purpose, once for all things of a kind: how many of what. */
export interface Skipped {
  place: Place
  kind: string
  reason: string
}

/** One thing found in a file: a story, something that stands beside stories, or what is refused or passed over. */
export type Found =
  | { item: ImportItem }
  | { author: ImportAuthor; place: Place }
  | { tag: ImportTag; place: Place }
  | { media: ImportMedia; place: Place }
  | { refused: Refused }
  | { skipped: Skipped }
