import { join } from 'node:path'
import type { Files } from '../core/files.ts'
import { putFilesBack } from './copy-files.ts'
import { fillDatabase } from './fill.ts'
import { filesFolder, type Manifest } from './manifest.ts'
import { type Reading, readFiles, readManifest, readTable, requireThere, verifyBackup } from './read-backup.ts'

export interface RestoreOptions extends Reading {
  /** The target, as it can be shown. */
  shown: string
  /** Whether what is there already may go. */
  replaces: boolean
  /** Where the files of media go; null: they stay in the backup. */
  files: Files | null
}

/**
 * Makes a database what a backup holds, and before that puts its files of media where they were. All files are compared with the manifest first, then
 * every row with what came out of the database again; so everything is read twice.
 * @throws invalid_input for a backup that is not whole; conflict as `fillDatabase`; unavailable when files cannot be stored
 */
export async function restoreBackup(url: string, folder: string, options: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await verifyBackup(folder, manifest)
  const { shown, replaces, onRows } = options
  await fillDatabase(url, manifest, {
    ...{ shown, replaces },
    // The file first and its row last, as when it came in.
    prepare: () => restoreFiles(folder, manifest, options),
    fill: async ({ name }, into) => {
      const table = manifest.tables.find((each) => each.name === name)
      if (!table) throw new Error(`no table ${name} in the manifest`)
      await readTable(folder, table, into, onRows)
      return table
    },
  })
  return manifest
}

async function restoreFiles(
  folder: string,
  { files: part }: Manifest,
  { files, onFile }: RestoreOptions,
): Promise<void> {
  if (!part || !files) return
  await readFiles(folder, part, async (kept) => {
    for await (const [file, loss] of putFilesBack(files, join(folder, filesFolder), kept))
      requireThere(folder, file, loss, onFile)
  })
}
