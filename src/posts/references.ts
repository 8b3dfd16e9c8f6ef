import { mediaIdsIn } from '../articles/body/references.ts'
import { authorIdsOf, loadReferences, type References } from '../articles/references.ts'
import type { Transaction } from '../core/ctx.ts'
import type { PostContent } from './post.ts'

type Referring = Pick<PostContent, 'body' | 'bylines'>

const nothingElse = {
  ...{ sectionId: null, tagIds: [], leadMedia: null, recommendedVideoId: null },
  ...{ related: [], translationOf: null, replacesId: null },
}

/**
 * Looks up what a post refers to, as it is today.
 * @throws missing_reference with every id that leads nowhere, or to something that cannot stand there.
 */
export async function loadPostReferences(tx: Transaction, { body, bylines }: Referring): Promise<References> {
  return loadReferences(tx, { ...nothingElse, body, bylines })
}

/**
 * Keeps which authors and media these revisions of a post refer to: the newest and the live one. Holds each of them until the
 * transaction ends, so that none is deleted meanwhile: see `recordReferences` in src/articles/record-references.ts.
 * @throws missing_reference when one was deleted since the references were loaded.
 */
export async function recordPostReferences(tx: Transaction, postId: string, contents: Referring[]): Promise<void> {
  const authors = [...new Set(contents.flatMap(authorIdsOf))]
  const media = [...new Set(contents.flatMap(({ body }) => mediaIdsIn(body)))]
  const [counted] = await tx.$queryRaw<{ held: number }[]>`
    WITH held AS (
      SELECT * FROM (SELECT 'AUTHOR'::"ReferenceNoun" AS noun, id FROM author WHERE id = ANY(${authors}::uuid[]) FOR KEY SHARE) a
      UNION ALL
      SELECT * FROM (SELECT 'MEDIA'::"ReferenceNoun", id FROM media_asset WHERE id = ANY(${media}::uuid[]) FOR KEY SHARE) m
    ), gone AS (
      DELETE FROM post_reference r WHERE r."postId" = ${postId}::uuid
        AND NOT EXISTS (SELECT FROM held WHERE held.noun = r.noun AND held.id = r."targetId")
    ), added AS (
      INSERT INTO post_reference ("postId", noun, "targetId") SELECT ${postId}::uuid, noun, id FROM held
      ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS held FROM held`
  if (counted?.held === authors.length + media.length) return
  for (const content of contents) await loadPostReferences(tx, content)
}
