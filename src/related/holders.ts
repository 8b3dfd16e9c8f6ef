import type { Transaction } from '../core/ctx.ts'
import type { Listed } from './list.ts'
import { unpack } from './packing.ts'
import { isRelated } from './pick.ts'
import { commonOf, groundsOf } from './reasons.ts'
import { type Scored, scoreOf } from './score.ts'
import type { Candidate } from './scorers/scorer.ts'
import { surfacesOf } from './stories.ts'
import type { Found } from './suggesting.ts'

// Stories on whose lists a story stands as it was before it was changed.

/** What company on a list lifts a score by at most: with less between the two, the score of the list stays. */
const liftedBy = 0.2

/** What is said of the story on the list of another one now. Null: they are not alike any more. */
type Told = Pick<Listed, 'score' | 'match' | 'grounds'> | null

type Row = Pick<Candidate, 'id' | 'originalId' | 'publishedAt'> & {
  tagIds: string[]
  language: string
  packed: Uint8Array
  /** Whether it was in another language than the story. */
  wasForeign: boolean
  score: number
  match: number
}

/**
 * What is said of a story on lists that its turn does not reach, for it is no neighbour of theirs now: by the id of whose list it is.
 * Stories that wait to be weighed are not among them: their turn comes.
 */
export async function toldByHolders(tx: Transaction, found: Found): Promise<Map<string, Told>> {
  const { story, subject, neighbours } = found
  const rows = await holdersOf(tx, story.id, {
    reached: neighbours.map(({ id }) => id),
    tagIds: subject.tags.map(({ id }) => id),
  })
  const related = rows.map((row) => ({ row, now: relatedNow(found, row) }))
  const common = new Map(related.flatMap(({ row, now }) => (now ? [[row.id, commonOf(subject, now)]] : [])))
  const surfaces = await surfacesOf(
    tx,
    story,
    new Set([...common.values()].flatMap(({ words, others }) => [...words, ...others])),
  )
  return new Map(
    related.map(({ row, now }) => {
      const one = common.get(row.id)
      return [
        row.id,
        now && one
          ? { ...scoreBeside(row, now), grounds: groundsOf(one, (word) => surfaces.get(word), story.text) }
          : null,
      ]
    }),
  )
}

/** As both are now; null when they are not related any more. */
function relatedNow({ story, subject, own }: Found, { tagIds, language, packed: bytes, ...row }: Row): Scored | null {
  const packed = unpack(bytes)
  const isForeign = language !== story.language
  if (!own || !packed || row.originalId === story.originalId || isForeign !== row.wasForeign) return null
  const tags = subject.tags.filter(({ id }) => tagIds.includes(id))
  const now = scoreOf(subject, { ...row, packed, tags, isForeign })
  return isRelated(own, now) ? now : null
}

function scoreBeside(before: Pick<Row, 'score' | 'match'>, { score, match }: Scored) {
  const isLike = Math.abs(before.match - match) <= liftedBy
  return isLike ? { score: before.score, match: before.match } : { score, match }
}

async function holdersOf(
  tx: Transaction,
  id: string,
  { reached, tagIds }: { reached: string[]; tagIds: string[] },
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT a.id::text, a."originalId"::text AS "originalId", a."publishedAt", f.language, f.packed,
      r."isForeign" AS "wasForeign", coalesce(r.score, 0) AS score, coalesce(r.match, r.score, 0) AS match,
      ARRAY(SELECT p."tagId"::text FROM published_tag p WHERE p."articleId" = a.id AND p."tagId" = ANY(${tagIds}::uuid[])) AS "tagIds"
    FROM related_story r JOIN published_article a ON a.id = r."articleId"
    JOIN related_features f ON f."articleId" = a.id AND f."weighedAt" > 0
    WHERE r."targetId" = ${id}::uuid AND r.kind = 'SUGGESTED' AND a.id <> ALL(${reached}::uuid[])`
}
