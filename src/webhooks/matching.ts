import { purgeEvent } from './webhook.ts'

/** What an endpoint wants. */
export interface Wanted {
  /** Types of events, or all of a noun: 'article.*'. Empty: all. */
  events: readonly string[]
  /** Empty: all. */
  tagIds: readonly string[]
}

/** What an event is about. `tagIds`: the tags and section of its story, or the tags that it happened to. */
export interface About {
  type: string
  tagIds: readonly string[]
}

/** Whether an endpoint is that of a cache, which is told what to drop and nothing else. */
export function isPurger({ events }: Pick<Wanted, 'events'>): boolean {
  return events.includes(purgeEvent)
}

/** Whether an event goes to an endpoint. `stands` gives the tag that a merged one stands for now, for both sides alike. */
export function isWanted({ events, tagIds }: Wanted, about: About, stands: (tagId: string) => string): boolean {
  return (
    isOfType(events, about.type) && (tagIds.length === 0 || sharesOne(tagIds.map(stands), about.tagIds.map(stands)))
  )
}

function isOfType(patterns: readonly string[], type: string): boolean {
  return patterns.length === 0 || patterns.includes(type) || patterns.includes(`${type.split('.')[0]}.*`)
}

function sharesOne(some: readonly string[], others: readonly string[]): boolean {
  return some.some((each) => others.includes(each))
}

/** The tags that an event names: those of the story, those that were merged. */
export function tagIdsOf({ type, subjectId, data }: { type: string; subjectId: string; data: unknown }): string[] {
  const { tagIds = [], sectionId, into } = (data ?? {}) as { tagIds?: string[]; sectionId?: string; into?: string }
  if (type.startsWith('tag.')) return [subjectId, ...(into ? [into] : [])]
  return [...tagIds, ...(sectionId ? [sectionId] : [])]
}

/** Whether an event of a story says nothing of its tags, so that they have to be looked up. */
export function lacksTags({ type, data }: { type: string; data: unknown }): boolean {
  return type.startsWith('article.') && !(data && typeof data === 'object' && 'tagIds' in data)
}

/** What takes a story from readers; sent also when it is under embargo by then. */
export const takedowns = ['article.withdrawn', 'article.killed']

export function isTakedown({ type }: { type: string }): boolean {
  return takedowns.includes(type)
}
