import type { Ctx } from '../core/ctx.ts'
import { rankings, rankKey } from '../core/popularity.ts'
import { boardName } from './ranking.ts'

/** Stories that have a rank: the hundred most read of a day. */
const mostWithRank = 100

/** The newest rankings, as far as every story shows them. */
export interface Boards {
  rankOf(articleId: string): number | null
  /** Reads them anew; when they are newer, drops the answers that show them, and those of stories whose rank is another. */
  refresh(): Promise<void>
}

/** `drop` takes kept answers away, in this process. */
export function makeBoards(db: Ctx['db'], drop: (keys: Iterable<string>) => void): Boards {
  let ranks = new Map<string, number>()
  let asOf = 0
  return {
    rankOf: (articleId) => ranks.get(articleId) ?? null,
    refresh: async () => {
      const [row] = await db.$queryRaw<{ asOf: Date; ids: string[] }[]>`
        SELECT (SELECT max("asOf") FROM popular_board) AS "asOf", ids[1:${mostWithRank}]::text[] AS ids FROM popular_board WHERE name = ${boardName('DAY', 'VIEWS')}`
      if (!row || row.asOf.getTime() === asOf) return
      const before = ranks
      ranks = new Map(row.ids.map((id, index) => [id, index + 1]))
      asOf = row.asOf.getTime()
      const changed = [...new Set([...before.keys(), ...ranks.keys()])].filter((id) => before.get(id) !== ranks.get(id))
      drop([rankings, ...changed.map(rankKey)])
    },
  }
}
