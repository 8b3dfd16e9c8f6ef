import type { Transaction } from '../core/ctx.ts'
import type { ArticleContent } from './article.ts'
import { allTagIdsOf, authorIdsOf, loadReferences, mediaIdsOf } from './references.ts'

/**
 * Keeps which authors, tags and media the newest revision of a story refers to, by the ids that its content has. Holds
 * each of them until the transaction ends, so that none is deleted meanwhile: whoever deletes one waits, and then finds
 * that it is in use.
 * @throws missing_reference when one was deleted since the references were loaded.
 */
export async function recordReferences(tx: Transaction, articleId: string, content: ArticleContent): Promise<void> {
  const [authors, tags, media] = [authorIdsOf(content), allTagIdsOf(content), mediaIdsOf(content)]
  const [counted] = await tx.$queryRaw<{ held: number }[]>`
    WITH held AS (
      SELECT * FROM (SELECT 'AUTHOR'::"ReferenceNoun" AS noun, id FROM author WHERE id = ANY(${authors}::uuid[]) FOR KEY SHARE) a
      UNION ALL
      SELECT * FROM (SELECT 'TAG'::"ReferenceNoun", id FROM tag WHERE id = ANY(${tags}::uuid[]) FOR KEY SHARE) t
      UNION ALL
      SELECT * FROM (SELECT 'MEDIA'::"ReferenceNoun", id FROM media_asset WHERE id = ANY(${media}::uuid[]) FOR KEY SHARE) m
    ), gone AS (
      DELETE FROM article_reference r WHERE r."articleId" = ${articleId}::uuid
        AND NOT EXISTS (SELECT FROM held WHERE held.noun = r.noun AND held.id = r."targetId")
    ), added AS (
      INSERT INTO article_reference ("articleId", noun, "targetId") SELECT ${articleId}::uuid, noun, id FROM held
      ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS held FROM held`
  if (counted?.held !== authors.length + tags.length + media.length) await loadReferences(tx, content)
}
