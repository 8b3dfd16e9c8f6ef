import type pg from 'pg'
import { connectionUnder } from './connection-under.ts'
import type { Prisma } from './generated/client.ts'

/** What stands under a Prisma client or a transaction of it: who is asked, and the names of prepared statements. */
interface Below {
  asked: Pick<pg.Pool | pg.PoolClient, 'query'>
  nameStatement(sql: string): string
}

const belowClients = new WeakMap<object, Below>()

/** Lets `readText` and `readTexts` find what is under this client, and under its transactions. */
export function letReadPast(client: object, pool: pg.Pool, nameStatement: Below['nameStatement']): void {
  belowClients.set(client, { asked: pool, nameStatement })
  pool.on('connect', (connection) => belowClients.set(connection, { asked: connection, nameStatement }))
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
  const [row] = await ask<[string | null]>(below, statement)
  return row?.[0] ?? null
}

/**
 * Rows whose columns are all texts, past Prisma, in a transaction too, in which nothing else may be asked meanwhile: what is read by the
 * hundred. In: a client that `connectDatabase` gave, or a transaction of one.
 */
export async function readTexts<Row extends (string | null)[]>(
  db: Prisma.TransactionClient,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const below = belowClients.get(db) ?? belowClients.get(await connectionUnder(db))
  if (!below) throw new Error('texts are read only where connectDatabase made the client')
  return ask(below, statement)
}

async function ask<Row extends (string | null)[]>(
  { asked, nameStatement }: Below,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  const { rows } = await asked.query<Row>({ name: nameStatement(text), text, values, rowMode: 'array' })
  return rows
}

/** `readText` of this client, for who may not know which it is. */
export const textReader =
  (db: Prisma.TransactionClient) =>
  (statement: Prisma.Sql): Promise<string | null> =>
    readText(db, statement)
