import { AuthorLink } from '../authors/author.ts'
import type { Asked } from '../core/asked.ts'
import { TagLink } from '../tags/tag.ts'
import { ArticleLink } from './article-link.ts'

/** How much of the things in a list is read: no list, what a link to each shows, or all. */
export type Depth = 'none' | 'links' | 'whole'

/** What is read of stories for GraphQL besides their own columns, in the same statement. */
export interface Wanted {
  text: boolean
  versions: boolean
  bylines: Depth
  tags: Depth
  related: Depth
}

/** What the fields need that are asked of stories. JSON-LD names authors and tags. */
export function wantedOf(asked: Asked): Wanted {
  const depthOf = (list: Asked | undefined, link: { properties: object }): Depth => {
    if (!list) return asked.has('jsonLd') ? 'links' : 'none'
    return [...list.keys()].every((name) => name in link.properties || name === '__typename') ? 'links' : 'whole'
  }
  const related = asked.get('related')
  return {
    text: ['body', 'blocks', 'bodyHtml', 'bodyText'].some((name) => asked.has(name)),
    versions: asked.has('translations'),
    bylines: depthOf(asked.get('bylines')?.get('author') ?? (asked.has('bylines') ? new Map() : undefined), AuthorLink),
    tags: depthOf(asked.get('tags'), TagLink),
    related: related ? depthOf(related.get('article') ?? new Map(), ArticleLink) : 'none',
  }
}
