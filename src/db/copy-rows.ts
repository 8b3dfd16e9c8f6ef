import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Rows } from '../lib/rows.ts'
import { connectionUnder } from './connection-under.ts'
import type { Prisma } from './generated/client.ts'

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
