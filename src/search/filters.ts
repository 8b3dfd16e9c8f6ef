import type { ArticleFilter, ResolvedFilter } from '../articles/filter.ts'
import { anyOf, quoted } from './conditions.ts'

// Filters as text search queries. Pure.

/** Conditions of a filter that the index tells; null when no story can meet them. `merged`: ids that each id stands for. */
export function filterQueries(filter: ResolvedFilter, merged: Map<string, string[]>): string[] | null {
  const marks = {
    tag: (id: string) => (merged.get(id) ?? [id]).map((each) => `#${hexOf(each)}`),
    author: (id: string) => (merged.get(id) ?? [id]).map((each) => `#${hexOf(each)}`),
    section: (id: string) => (merged.get(id) ?? [id]).map((each) => `@s${hexOf(each)}`),
    locale: (locale: string) => [`@l:${locale}`],
  }
  const queries: string[] = []
  for (const noun of ['tag', 'author', 'section', 'locale'] as const) {
    for (const { isNot, ids } of filter[noun]) {
      const query = anyOf(ids.flatMap(marks[noun]).map(quoted))
      if (!query && !isNot) return null
      if (query) queries.push(isNot ? `!(${query})` : query)
    }
  }
  return queries
}

/** Locales that alone can be found, when the filter names them. */
export function localesOf({ locale }: ArticleFilter): string[] | null {
  return locale.find(({ isNot }) => !isNot)?.keys ?? null
}

const hexOf = (id: string) => id.replaceAll('-', '')
