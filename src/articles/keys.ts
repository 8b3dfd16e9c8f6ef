import type { Transaction } from '../core/ctx.ts'
import { listOf } from '../core/sources.ts'
import type { Projection } from './projection.ts'

// What answers depend on that a story stands in: see `Sources` in src/core/sources.ts.

/** What stands on a path. */
export const pathKey = (path: string): string => `path:${path}`

/** Where a story stands. */
interface Place {
  id: string
  originalId: string
  replacesId: string | null
  slug: string
  path: string
  sectionId: string | null
  tagIds: string[]
  authorIds: string[]
}

/** The keys of a live story as readers have it now; none when it is not live. */
export async function storyKeys(tx: Transaction, id: string): Promise<string[]> {
  return storiesKeys(tx, [id])
}

/** The same for many stories, in one statement. */
export async function storiesKeys(tx: Transaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const places = await tx.$queryRaw<Place[]>`
    SELECT a.id::text, a."originalId"::text, a."replacesId"::text, a.slug, a.path, a."sectionId"::text,
      ARRAY(SELECT p."tagId"::text FROM published_tag p WHERE p."articleId" = a.id) AS "tagIds",
      ARRAY(SELECT b."authorId"::text FROM published_byline b WHERE b."articleId" = a.id) AS "authorIds"
    FROM published_article a WHERE a.id = ANY(${ids}::uuid[])`
  return [...new Set(places.flatMap(keysOfPlace))]
}

/** The keys of a story as readers will have it. */
export function projectedKeys(id: string, { article, tags, bylines }: Projection): string[] {
  const { originalId, replacesId = null, slug, path, sectionId = null } = article
  const [tagIds, authorIds] = [tags.map(({ tagId }) => tagId), bylines.map(({ authorId }) => authorId)]
  return keysOfPlace({ id, originalId, replacesId, slug, path, sectionId, tagIds, authorIds })
}

function keysOfPlace({ id, originalId, replacesId, slug, path, sectionId, tagIds, authorIds }: Place): string[] {
  const lists = [...tagIds, ...authorIds, ...(sectionId ? [sectionId] : [])].map(listOf)
  return [id, originalId, ...(replacesId ? [replacesId] : []), 'list:articles', `slug:${slug}`, pathKey(path), ...lists]
}
