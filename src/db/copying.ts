import { createHash, type Hash } from 'node:crypto'
import { type Readable, Transform, type Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

// Whole tables, by COPY: what backups and moves are made of.

/** A table as it is copied: its columns in their order, and those by which its rows are told apart. */
export interface CopiedTable {
  name: string
  columns: string[]
  /** The columns of its primary key, as they are sorted by. */
  order: string[]
}

/** What a copy of a table came to: SHA-256 of its rows as COPY writes them, in the order of the primary key. */
export interface CopiedRows {
  rows: number
  bytes: number
  sha256: string
}

/** How values are written must not depend on the server or on who asks: hashes are of their text. */
const settings = `SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET xmloption = 'content'; SET statement_timeout = 0;
  SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET search_path = public; SET client_min_messages = warning`

/** The name of our sessions, by which others know that they may go on: see `othersAtWork`. */
export const copyingName = 'dateline copying'

/** A session for copying. `end` it. */
export async function openCopying(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: copyingName, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(settings)
  return client
}

/** Holds the database as it is now, for all that this session reads until it ends, while others go on writing. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
}

/** Where migrations are noted; a database has its own. */
const migrationsTable = '_prisma_migrations'

/** The tables with data, those before that others refer to. A table may refer to itself: COPY looks at that at its end. */
export async function tablesToCopy(client: pg.Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { refersTo: string[] }>(
    `SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
      ARRAY(SELECT CASE WHEN a.attcollation <> 0 THEN quote_ident(a.attname) || ' COLLATE "C"' ELSE quote_ident(a.attname) END
        FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS "order",
      ARRAY(SELECT DISTINCT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS "refersTo"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> $1 ORDER BY c.relname COLLATE "C"`,
    [migrationsTable],
  )
  return inOrderOfReference(rows)
}

function inOrderOfReference(tables: (CopiedTable & { refersTo: string[] })[]): CopiedTable[] {
  const ordered: CopiedTable[] = []
  const names = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ refersTo }) => refersTo.every((name) => names.has(name)))
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    for (const { name, columns, order } of ready) {
      ordered.push({ name, columns, order })
      names.add(name)
    }
    waiting = waiting.filter(({ name }) => !names.has(name))
  }
  return ordered
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The rows of a table as text, a line each, in the order of its primary key. */
export function rowsOut(client: pg.Client, { name, columns, order }: CopiedTable): Readable {
  const list = columns.map(quoted).join(', ')
  const by = order.length > 0 ? order.join(', ') : list
  return client.query(copyTo(`COPY (SELECT ${list} FROM public.${quoted(name)} ORDER BY ${by}) TO STDOUT`))
}

/**
 * What rows say of the files of media that are kept here, as lines of JSON with `key`, `bytes`, `sha256` and `mimeType`, in the order of their
 * hashes. COPY alters only backslashes and control characters, of which there are none in these.
 */
export function keptFilesOut(client: pg.Client): Readable {
  return client.query(
    copyTo(`COPY (SELECT json_build_object('key', "storedAs", 'bytes', bytes, 'sha256', hash, 'mimeType', "mimeType")
      FROM public.media_asset WHERE "storedAs" IS NOT NULL ORDER BY hash COLLATE "C") TO STDOUT`),
  )
}

/** Takes rows as `rowsOut` gives them. */
export function rowsIn(client: pg.Client, { name, columns }: CopiedTable): Writable {
  return client.query(copyFrom(`COPY public.${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`))
}

/** Passes rows on, and counts and hashes them: `sum` has what came through. */
export function countRows(onRows: (count: number) => void = () => {}): { through: Transform; sum(): CopiedRows } {
  const hash: Hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      const found = linesIn(chunk)
      rows += found
      onRows(found)
      done(null, chunk)
    },
  })
  return { through, sum: () => ({ rows, bytes, sha256: hash.copy().digest('hex') }) }
}

/** COPY writes a line feed behind each row, and none within one. */
function linesIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++
  return count
}

/** How far each sequence has come. */
export async function sequencesOf(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Sets sequences as they were. */
export async function setSequences(client: pg.Client, sequences: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(sequences))
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, value])
}

/** Empties these tables, all at once. */
export async function emptyTables(client: pg.Client, tables: CopiedTable[]): Promise<void> {
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`)
}
