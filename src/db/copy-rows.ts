import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Rows } from '../lib/rows.ts'
import { Prisma } from './generated/client.ts'

/** Connections that wait to be found: by the word that is asked on them. */
const wanted = new Map<string, (client: pg.PoolClient) => void>()

/** How many transactions have ended on a connection. */
const endings = new WeakMap<pg.PoolClient, number>()

/** Lets `connectionUnder` find the connections of this pool under the transactions of Prisma. */
export function letCopy(pool: pg.Pool): void {
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

/**
 * Writes rows by COPY, past Prisma, in a transaction of a client that `connectDatabase` gave: see
 * docs/decisions/0035-many-rows-by-copy.md. Nothing else may be asked in the transaction meanwhile.
 * @throws an error of the driver; P2028 as Prisma does when the transaction has ended
 */
export async function copyRows(tx: Prisma.TransactionClient, { table, columns, rows }: Rows): Promise<void> {
  const client = await connectionUnder(tx)
  const list = columns.map(quoted).join(', ')
  await pipeline(Readable.from(pieces(rows)), client.query(copyFrom(`COPY ${quoted(table)} (${list}) FROM STDIN`)))
}

function transactionEnded(): Error {
  const clientVersion = Prisma.prismaVersion.client
  return new Prisma.PrismaClientKnownRequestError('the transaction has ended', { code: 'P2028', clientVersion })
}

const quoted = (name: string) => `"${name}"`

/** Bytes that are sent at once, unless one value has more. */
const pieceBytes = 65_536
const [tab, newLine] = [9, 10]

/** Written into memory as it comes: one long text of all values, to be turned into bytes, took forty times as long. */
function* pieces(rows: Rows['rows']): Generator<Buffer> {
  let [piece, at] = [Buffer.allocUnsafeSlow(pieceBytes), 0]
  for (const row of rows)
    for (const [index, value] of row.entries()) {
      const text = valueText(value)
      // In UTF-8 a unit of UTF-16 takes three bytes at most.
      const most = text.length * 3 + 1
      if (at + most > piece.length) {
        if (at > 0) yield piece.subarray(0, at)
        piece = Buffer.allocUnsafeSlow(Math.max(pieceBytes, most))
        at = 0
      }
      at += piece.write(text, at)
      piece[at++] = index === row.length - 1 ? newLine : tab
    }
  if (at > 0) yield piece.subarray(0, at)
}

/** A value in the text format of COPY. Source: the manual of PostgreSQL, COPY, File Formats. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value)
  return text.replace(/[\\\n\r\t]/g, (letter) => escapes[letter] ?? letter)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
