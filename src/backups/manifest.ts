import { createHash } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { strict } from '../core/shapes.ts'

/** Version of the layout of backups. Version 1, which had no place for files of media, was in no release. */
export const backupFormat = 2

/** The file that makes a folder a backup: it is written last. */
export const manifestName = 'manifest.json'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Count = Type.Integer({ minimum: 0 })
const Name = Type.String({ pattern: '^[A-Za-z0-9_]{1,63}$' })

/** One table: its rows are in `tables/<name>.copy.gz`, as COPY writes them; bytes and hash are those of the unpacked text. */
const TablePart = strict({
  name: Name,
  columns: Type.Array(Type.String()),
  order: Type.Array(Type.String()),
  rows: Count,
  bytes: Count,
  sha256: Sha256,
})
export type TablePart = Static<typeof TablePart>

/** The files of media: `files.ndjson.gz` names each (`KeptFile`), and each is in `files` by its content. */
const FilesPart = strict({
  count: Count,
  bytes: Type.Integer({ minimum: 0, description: 'Of all of them.' }),
  lost: Type.Integer({ minimum: 0, description: 'Those that the store did not have, or not as they were.' }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the unpacked list.' }),
})
export type FilesPart = Static<typeof FilesPart>

/** What is in a backup. */
export const Manifest = strict({
  format: Type.Integer(),
  version: Type.String({ description: 'Of the service that made it.' }),
  madeAt: Type.String({ format: 'date-time' }),
  postgres: Type.String(),
  migrations: Type.Array(strict({ name: Type.String(), checksum: Sha256 })),
  tables: Type.Array(TablePart),
  sequences: Type.Record(Type.String(), Type.String()),
  files: Type.Optional(FilesPart),
})
export type Manifest = Static<typeof Manifest>

/** Where the rows of a table are, below the folder of the backup. */
export function tableFile(name: string): string {
  return `tables/${name}.copy.gz`
}

/** Where the list of files of media is, and the files by content: see `placeOf`. */
export const [listName, filesFolder] = ['files.ndjson.gz', 'files']

/** SHA-256 in hex. */
export function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
