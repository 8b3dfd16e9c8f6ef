import type { Body } from '../../articles/body/types.ts'

/** Kinds of tag, as the public contract names them. */
export type DemoTagType = 'PERSON' | 'ORGANISATION' | 'PLACE' | 'EVENT' | 'TOPIC' | 'SECTION' | 'SERIES' | 'STORYLINE'

/** A tag; `key` is its slug, `parent` the key of a tag of the same type. */
export interface DemoTag {
  key: string
  type: DemoTagType
  name: string
  description?: string
  parent?: string
  aliases?: string[]
  /** Ids in other catalogues by catalogue name, e.g. `{ wikidata: 'Q36' }`. */
  externalIds?: Record<string, string>
}

/** A person of the staff or a news agency; `key` is the slug. */
export interface DemoAuthor {
  key: string
  kind: 'PERSON' | 'ORGANISATION'
  name: string
  bio?: string
  jobTitle?: string
  email?: string
  links?: { label: string; url: string }[]
  /** Key of a media asset. */
  avatar?: string
}

/** An asset; sizes in pixels, `focalPoint` as fractions of width and height from the top left corner. */
export interface DemoMedia {
  key: string
  type: 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE'
  url: string
  mimeType?: string
  width?: number
  height?: number
  durationSeconds?: number
  alt?: string
  caption?: string
  credit?: string
  focalPoint?: { x: number; y: number }
}

/** Who wrote or made a story; `author` is the key of an author, `displayName` replaces the name in this byline. */
export interface DemoByline {
  author: string
  role?: string
  displayName?: string
}

/** A hand-picked related story: one of ours by key, or a page elsewhere. */
export type DemoRelated = { story: string; headline?: string } | { url: string; headline: string }

/**
 * A story; `key` is also its slug. Other things are named by their keys, and inside the body an `articleId` reads
 * `story:KEY` and a `mediaId` `media:KEY`: whoever loads the story replaces both by ids.
 */
export interface DemoStory {
  key: string
  /**
   * `live` stays published; `withdrawn` and `killed` are published and then taken down; `review` waits for an editor;
   * `scheduled` comes out tomorrow morning; `draft` is never published.
   */
  state: 'live' | 'withdrawn' | 'killed' | 'review' | 'scheduled' | 'draft'
  /** What readers were told afterwards: a correction of a live story, or why one was taken down. */
  correction?: { type: 'CORRECTION' | 'CLARIFICATION' | 'UPDATE'; text: string }
  takenDownFor?: string
  /** Language tag; the newsroom's default when absent. */
  locale?: string
  /** Key of the story that this one translates. */
  translationOf?: string
  /** Key of the earlier story whose place this one takes. */
  replaces?: string
  section: string
  kicker?: string
  headline: string
  standfirst: string
  bylines: DemoByline[]
  /** Keys of tags, the most telling first; the section is not repeated here. */
  tags: string[]
  leadMedia?: { media: string; caption?: string; alt?: string; credit?: string }
  recommendedVideo?: string
  related?: DemoRelated[]
  source?: { name: string; url?: string; externalId?: string }
  /** ISO instant in UTC. For a draft: when it was last worked on. */
  publishedAt: string
  /** Of a live blog: its coverage and posts, oldest first. */
  liveBlog?: { startsAt: string; endsAt: string; posts: DemoPost[] }
  body: Body
}

/** A post of a live blog; `author` is the key of an author, `at` the instant at which it was made, published and is displayed. */
export interface DemoPost {
  at: string
  title?: string
  isKeyEvent?: boolean
  isPinned?: boolean
  author?: string
  body: Body
}

/** A running story: its tag and its parts in the order in which they happened. */
export interface DemoStoryline {
  tag: string
  stories: string[]
}

/** What editors say of a running story; `lead` is the key of the story to begin with, the newest when absent. */
export interface DemoStorylineWords {
  tag: string
  status: 'DEVELOPING' | 'DORMANT' | 'CONCLUDED'
  summary: string
  lead?: string
}

/** A page that editors put together; `key` is its slug. A place without a story is filled by the backfill, which names slugs. */
export interface DemoFront {
  key: string
  name: string
  locale: string
  size: number
  backfill: { sections?: { any: string[] }[] }
  slots: { story?: string; headline?: string; kicker?: string; isSticky?: boolean }[]
}
