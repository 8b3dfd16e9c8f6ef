import type { Database } from '../../src/db/connect.ts'
import { disagreements } from './agreement.ts'
import { chainFaults } from './chain.ts'
import type { Ledger } from './ledger.ts'

/**
 * Looks after each kill at what was written since the last: the ledger against the journal, the chain of the journal, every
 * story that was touched, every other thing that was. Nobody may be writing.
 */
export function newCheck(ledger: Ledger) {
  let last = 0
  return async ({ prisma, pool }: Database): Promise<string[]> => {
    const touched = await pool.query<{ id: string }>(
      `SELECT DISTINCT "subjectId" AS id FROM journal_entry JOIN article ON article.id = "subjectId" WHERE number > $1`,
      [last],
    )
    const things = await thingFaults({ prisma, pool } as Database, last)
    const chain = await chainFaults(pool, last)
    last = chain.last
    const stories: string[] = []
    for (const { id } of touched.rows) stories.push(...(await disagreements(prisma, id)).faults)
    return [...(await ledger.compare(pool)), ...chain.faults, ...stories, ...things]
  }
}

/** Every story, the whole chain. */
export async function checkAll({ prisma, pool }: Database): Promise<string[]> {
  const { faults } = await chainFaults(pool)
  const stories = await prisma.article.findMany({ select: { id: true } })
  for (const { id } of stories) faults.push(...(await disagreements(prisma, id)).faults)
  return [...faults, ...(await thingFaults({ prisma, pool } as Database, 0))]
}

/** Rows of other nouns that are older than the journal says, or not there at all. */
async function thingFaults({ pool }: Database, after: number): Promise<string[]> {
  const { rows } = await pool.query<{ type: string; id: string; told: number; version: number | null }>(
    `SELECT entry.type, entry."subjectId" AS id, entry.version AS told, coalesce(tag.version, author.version, media.version) AS version
     FROM (SELECT DISTINCT ON ("subjectId") * FROM journal_entry WHERE number > $1 AND type ~ '^(tag|author|media)[.]'
       ORDER BY "subjectId", sequence DESC) AS entry
     LEFT JOIN tag ON tag.id = entry."subjectId" LEFT JOIN author ON author.id = entry."subjectId"
     LEFT JOIN media_asset AS media ON media.id = entry."subjectId"
     WHERE (coalesce(tag.version, author.version, media.version, 0) < entry.version) <> (entry.type LIKE '%.deleted')`,
    [after],
  )
  return rows.map(
    ({ type, id, told, version }) => `${id} is at version ${version}, but the journal has ${type} of version ${told}`,
  )
}
