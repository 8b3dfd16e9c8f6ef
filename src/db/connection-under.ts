import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Prisma } from './generated/client.ts'

// The driver's connection on which a transaction of Prisma runs, for what goes past Prisma.

/** Connections that wait to be found: by the word that is asked on them. */
const wanted = new Map<string, (client: pg.PoolClient) => void>()

/** How many transactions have ended on a connection. */
const endings = new WeakMap<pg.PoolClient, number>()

/** Lets `connectionUnder` find the connections of this pool under the transactions of Prisma. */
export function letFindConnections(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    client.query = ((...given: unknown[]) => {
      note(client, given[0])
      // Asked for anew each time: tests and tracing put their own there.
      const { query } = Object.getPrototypeOf(client) as { query(...given: unknown[]): unknown }
      return query.apply(client, given)
    }) as typeof client.query
  })
}

function note(client: pg.PoolClient, given: unknown): void {
  const { text, values } = (typeof given === 'string' ? { text: given } : given) as {
    text?: string
    values?: unknown[]
  }
  if (text === 'COMMIT' || text === 'ROLLBACK') endings.set(client, endingsOn(client) + 1)
  if (wanted.size > 0 && typeof values?.[0] === 'string') wanted.get(values[0])?.(client)
}

const endingsOn = (client: pg.PoolClient): number => endings.get(client) ?? 0

interface Under {
  client: pg.PoolClient
  /** `endingsOn` it while the transaction lasts. */
  ended: number
}

const connections = new WeakMap<Prisma.TransactionClient, Under>()

/**
 * The connection under a transaction of a client that `connectDatabase` gave, while the transaction lasts.
 * @throws P2028 as Prisma does when it has ended: what is sent now would be done by itself
 */
export async function connectionUnder(tx: Prisma.TransactionClient): Promise<pg.PoolClient> {
  const { client, ended } = await connectionOf(tx)
  if (endingsOn(client) !== ended) throw transactionEnded()
  return client
}

/** The connection on which a transaction asks a word that nobody else does. */
async function connectionOf(tx: Prisma.TransactionClient): Promise<Under> {
  const known = connections.get(tx)
  if (known) return known
  const word = randomUUID()
  let found: Under | null = null
  wanted.set(word, (client) => {
    found = { client, ended: endingsOn(client) }
  })
  await tx.$executeRaw`SELECT ${word}::text`.finally(() => wanted.delete(word))
  if (!found) throw new Error('connections are found only where connectDatabase made the client')
  connections.set(tx, found)
  return found
}

function transactionEnded(): Error {
  const clientVersion = Prisma.prismaVersion.client
  return new Prisma.PrismaClientKnownRequestError('the transaction has ended', { code: 'P2028', clientVersion })
}
