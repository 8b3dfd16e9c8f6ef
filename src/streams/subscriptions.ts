import { type ArticleFilter, everyStory, isMatch, readArticleFilter } from '../articles/filter.ts'
import { articleNodesById } from '../articles/loaders.ts'
import type { ArticleNode } from '../articles/published.ts'
import { type ArticleFilterInput, articleFilterInput } from '../articles/query.ts'
import type { Place } from '../changes/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { strict } from '../core/shapes.ts'
import { placeOf } from './delivery.ts'
import { meets, type Telling } from './stream.ts'

/** What a subscription was opened for. */
export interface Subscription {
  /** Its reader has seen everything up to here. */
  place: Place
  /** Whether a change may be one of its own; cheap, and asked for each. */
  concerns(telling: Telling): boolean
  /** Whether what it is told is the story as it is now: null in its place, when it is gone, is nothing to tell. */
  isFor(article: ArticleNode | null): boolean
}

const FilterInput = strict(articleFilterInput)

export interface PublishedInput {
  filter?: ArticleFilterInput | null
  since?: string | null
}

/** Each story that goes live, or shows another revision, and meets the filter. @throws as `readArticleFilter` and `placeOf` */
export async function subscribeToPublished(ctx: Ctx, { filter: asked, since }: PublishedInput): Promise<Subscription> {
  const filter = readArticleFilter(parse(FilterInput, asked ?? {}))
  return {
    place: await placeOf(ctx, since),
    concerns: ({ change, about }) => change.type === 'article.published' && meets(filter, about),
    isFor: (article) => article !== null && isInDates(filter, article),
  }
}

/** Whatever readers see happen to one story; null in its place when it is gone. @throws invalid_input, and as `placeOf` */
export async function subscribeToUpdates(ctx: Ctx, { id, since }: UpdatedInput): Promise<Subscription> {
  if (!uuidPattern.test(id)) throw invalidInput([{ path: 'id', message: 'must be the id of a story' }])
  const subjectId = id.toLowerCase()
  return {
    place: await placeOf(ctx, since),
    concerns: ({ change }) => change.kind === 'ARTICLE' && change.subjectId === subjectId,
    isFor: () => true,
  }
}

export interface UpdatedInput {
  id: string
  since?: string | null
}

function isInDates({ dates }: ArticleFilter, article: ArticleNode): boolean {
  const { publishedAt, firstPublishedAt, updatedAt, modifiedAt, locale } = article
  const facts = {
    publishedAt,
    firstPublishedAt,
    updatedAt,
    modifiedAt,
    locale,
    tagIds: [],
    sectionId: null,
    authorIds: [],
  }
  return isMatch({ ...noTerms, dates }, facts)
}

const noTerms = { ...everyStory, tag: [], section: [], author: [], locale: [] }

const stories = new WeakMap<Telling, Promise<ArticleNode | null>>()

/** The live story that a change tells of, as it is now: looked up once, however many subscriptions are told of it. Null when gone. */
export function storyOf(ctx: Ctx, telling: Telling): Promise<ArticleNode | null> {
  const { subjectId, isGone } = telling.change
  if (isGone) return Promise.resolve(null)
  const known = stories.get(telling)
  const found = known ?? articleNodesById(ctx, [subjectId]).then((nodes) => nodes.get(subjectId) ?? null)
  stories.set(telling, found)
  return found
}
