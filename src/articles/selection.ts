import { Type } from 'typebox'
import { invalidInput, shorten } from '../core/errors.ts'
import { named } from '../core/shapes.ts'
import { ArticleSummary, PublicArticle } from './public-article.ts'

// Which fields of a story are shown over REST, and how much has to be read for them. Pure.

/** How much of a story is read: what lists have, all but the text, or all. */
export type Depth = 'summary' | 'textless' | 'text'

const textFields = ['body', 'bodyHtml', 'bodyText']

const summaryFields = Object.keys(ArticleSummary.properties)

/** The fields that lists leave out, which `include` adds. */
const extraFields = Object.keys(PublicArticle.properties).filter((name) => !summaryFields.includes(name))

const extraShapes = Object.entries(PublicArticle.properties).filter(([name]) => extraFields.includes(name))

/** What an item of a list can have: all that lists have, and what `include` adds. */
export const ListedArticle = Type.Intersect([
  named(ArticleSummary),
  Type.Partial(Type.Object(Object.fromEntries(extraShapes))),
])

/** What a list is to show. */
interface Shown {
  /** Names of fields, with dots; null for what every list shows. */
  names: string[] | null
  /** The fields that these are in. */
  shown: string[] | null
  isCounted: boolean
}

/**
 * Reads `fields` and `include` of a list of stories.
 * @throws invalid_input with each word that `include` does not know.
 */
export function readShown(fields: string[] | null, include: string[] | null): Shown {
  const words = include ?? []
  const faults = words
    .filter((word) => word !== 'totalCount' && !extraFields.includes(word))
    .map((word) => ({
      path: 'include',
      message: `'${shorten(word)}' cannot be included; known are totalCount, ${extraFields.join(', ')}`,
    }))
  if (faults.length > 0) throw invalidInput(faults)
  const extra = words.filter((word) => word !== 'totalCount')
  const names = fields || extra.length > 0 ? [...(fields ?? summaryFields), ...extra] : null
  return { names, shown: names && topOf(names), isCounted: words.includes('totalCount') }
}

/** The fields that names with dots go into. */
export function topOf(names: string[]): string[] {
  return [...new Set(names.map((name) => name.split('.')[0] ?? ''))]
}

/** How much to read for these fields; null stands for those of a list. */
export function depthOf(shown: string[] | null): Depth {
  if (!shown || shown.every((name) => !extraFields.includes(name))) return 'summary'
  return shown.some((name) => textFields.includes(name)) ? 'text' : 'textless'
}
