import type { Ctx } from '../core/ctx.ts'
import { rankings, rankKey } from '../core/popularity.ts'
import { Prisma } from '../db/generated/client.ts'
import { boardName } from './ranking.ts'

/** Stories that have a rank: the hundred most read of a day. */
const mostWithRank = 100

/** The newest rankings, as far as every story shows them. */
export interface Boards {
  rankOf(articleId: string): number | null
  /** Reads them anew; when they are newer, drops the answers that show them, and has those of stories dropped whose rank is another. */
  refresh(): Promise<void>
}

type Drop = (keys: Iterable<string>) => void

/** `drop` takes kept answers away, in this process; `dropRanks` those that show the rank of one story. */
export function makeBoards(readText: Ctx['readText'], drop: Drop, dropRanks: Drop): Boards {
  let ranks = new Map<string, number>()
  let asOf = ''
  return {
    rankOf: (articleId) => ranks.get(articleId) ?? null,
    refresh: async () => {
      const text = await readText(Prisma.sql`
        SELECT json_build_object('asOf', (SELECT max("asOf") FROM popular_board), 'ids', ids[1:${mostWithRank}])::text
        FROM popular_board WHERE name = ${boardName('DAY', 'VIEWS')}`)
      const newest = text === null ? null : (JSON.parse(text) as { asOf: string; ids: string[] })
      if (!newest || newest.asOf === asOf) return
      const before = ranks
      ranks = new Map(newest.ids.map((id, index) => [id, index + 1]))
      asOf = newest.asOf
      const changed = [...new Set([...before.keys(), ...ranks.keys()])].filter((id) => before.get(id) !== ranks.get(id))
      drop([rankings])
      dropRanks(changed.map(rankKey))
    },
  }
}
