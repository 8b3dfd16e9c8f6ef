import type pg from 'pg'
import type { Prisma } from './generated/client.ts'

/** What stands under a Prisma client: its pool, and the names of prepared statements. */
interface Below {
  pool: pg.Pool
  nameStatement(sql: string): string
}

const belowClients = new WeakMap<object, Below>()

/** Lets `readText` find what is under this client. */
export function letReadPast(client: object, below: Below): void {
  belowClients.set(client, below)
}

/**
 * The only column of the only row of a statement, a text; null when it is that, or there is no row. It goes past Prisma, as a prepared
 * statement on the pool: see docs/decisions/0019-texts-past-prisma.md. In: the client that `connectDatabase` gave; with any other, such
 * as that of a transaction, Prisma reads.
 */
export async function readText(db: Prisma.TransactionClient, statement: Prisma.Sql): Promise<string | null> {
  const below = belowClients.get(db)
  if (!below) {
    const [row] = await db.$queryRaw<Record<string, string | null>[]>(statement)
    return row ? (Object.values(row)[0] ?? null) : null
  }
  const text = statement.text
  const { rows } = await below.pool.query<[string | null]>({
    ...{ name: below.nameStatement(text), text, values: statement.values, rowMode: 'array' },
  })
  return rows[0]?.[0] ?? null
}

/** `readText` of this client, for who may not know which it is. */
export const textReader =
  (db: Prisma.TransactionClient) =>
  (statement: Prisma.Sql): Promise<string | null> =>
    readText(db, statement)
