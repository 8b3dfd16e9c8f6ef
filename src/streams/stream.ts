import { type Static, Type } from 'typebox'
import { type ArticleFilter, readArticleFilter } from '../articles/filter.ts'
import { articleFilterFields, type TermNoun, termNouns } from '../articles/query.ts'
import type { Change } from '../changes/change.ts'
import { invalidInput, shorten } from '../core/errors.ts'
import { optional, strict } from '../core/shapes.ts'

/** Everything that a stream tells of: what readers could see happen, as in the change feed. */
const types = [
  ...['article.published', 'article.corrected', 'article.withdrawn', 'article.killed', 'article.restored'],
  ...['post.published', 'post.withdrawn'],
  ...['tag.created', 'tag.updated', 'tag.merged', 'tag.deleted'],
  ...['author.updated', 'author.merged', 'author.deleted'],
  ...['media.updated', 'media.merged'],
  ...['front.published', 'front.updated', 'front.withdrawn', 'front.deleted'],
]
const nouns = [...new Set(types.map((type) => `${type.split('.')[0]}.*`))]

const { tag, section, author, locale } = articleFilterFields

/** What may be asked of a stream: the filters of stories that hold for a tombstone too, and what kinds of changes. */
export const StreamQuery = strict({
  ...{ tag, section, author, locale },
  types: optional(
    Type.String({
      maxLength: 1_000,
      description: `Types of changes, with commas between them: ${types.join(', ')}, or all of a noun: 'article.*'. All when left out.`,
    }),
  ),
  since: optional(
    Type.String({
      description: "A cursor of the change feed, or the last 'id' that arrived; from now on when left out.",
    }),
  ),
})
export type StreamQuery = Static<typeof StreamQuery>

/**
 * What a change is about, for filters: every id and slug, former ones too, by which its tags, sections and authors are known
 * today, and its language. Null where the journal does not say.
 */
export type About = Record<TermNoun, ReadonlySet<string> | null>

/** What a reader of a stream wants, read. */
export interface Wish {
  filter: ArticleFilter
  /** Types of changes, or all of a noun; null: all. */
  types: ReadonlySet<string> | null
}

/** @throws invalid_input for types that are not told of, and as `readArticleFilter`. */
export function readWish({ types: given, ...filter }: Omit<StreamQuery, 'since'>): Wish {
  const wanted = given?.split(',').map((type) => type.trim()) ?? null
  const unknown = wanted?.find((type) => !types.includes(type) && !nouns.includes(type))
  if (unknown !== undefined)
    throw invalidInput([
      {
        path: 'types',
        message: `has '${shorten(unknown)}', of which nothing tells; known are ${[...nouns, ...types].join(', ')}`,
      },
    ])
  return { filter: readArticleFilter(filter), types: wanted && new Set(wanted) }
}

/**
 * Whether a change is told to whoever wishes this. A story that no longer meets the filter is told of once more, so that a list
 * can let go of it.
 */
export function isWanted({ filter, types }: Wish, { change, about, before }: Telling): boolean {
  const { type } = change
  if (types && !types.has(type) && !types.has(`${type.split('.')[0]}.*`)) return false
  return meets(filter, about) || (before !== null && meets(filter, before))
}

/** Whether what is known of a change meets the terms of a filter, of which the journal knows everything but the dates. */
export function meets(filter: ArticleFilter, about: About): boolean {
  return termNouns.every((noun) => {
    const names = about[noun]
    return filter[noun].every(({ isNot, keys }) => names === null || keys.some((key) => names.has(key)) !== isNot)
  })
}

/** A change as streams tell of it, made once for all of them. */
export interface Telling {
  number: bigint
  /** Its place: `id` of the server-sent event, `since` of the change feed. */
  cursor: string
  change: Change
  about: About
  /** Of a story, as the change before it was told; null when there was none. */
  before: About | null
  /** The server-sent event. */
  text: Buffer
}

/** What a stream begins with: ms after which a reader who lost it asks again. */
export const greeting = 'retry: 2000\n\n'

/** A comment, which says no more than that the connection is there. */
export const heartbeat = ':\n\n'

/** Moves the place at which a reader resumes, and tells nothing. Source: WHATWG HTML, 9.2.6, an event without data. */
export function placeEvent(cursor: string): string {
  return `id: ${cursor}\n\n`
}

/** A change as a server-sent event. JSON has no line breaks, so that it is one line of data. */
export function changeEvent(cursor: string, change: Change): Buffer {
  return Buffer.from(`id: ${cursor}\nevent: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`)
}
