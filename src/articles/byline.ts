import { Type } from 'typebox'
import { AuthorLink } from '../authors/author.ts'
import { named } from '../core/shapes.ts'
import type { BylineRow } from './rows.ts'

/** A name over a story or a post, for readers. */
export const Byline = Type.Object({
  role: Type.String(),
  position: Type.Integer({ description: '1 is first.' }),
  displayName: Type.String({ description: 'The name as printed.' }),
  author: named(AuthorLink),
})

/** Bylines in order; the author's own name stands where no other is to be printed. */
export function toBylines<A extends { name: string }>(rows: BylineRow<A>[]) {
  return rows.map(({ role, displayName, author }, index) => ({
    role,
    position: index + 1,
    displayName: displayName ?? author.name,
    author,
  }))
}
