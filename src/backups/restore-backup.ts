import { fillDatabase } from './fill.ts'
import type { Manifest } from './manifest.ts'
import { readManifest, readTable, verifyBackup } from './read-backup.ts'

export interface RestoreOptions {
  /** The target, as it can be shown. */
  shown: string
  /** Whether what is there already may go. */
  replaces: boolean
  onRows?: (count: number) => void
}

/**
 * Makes a database what a backup holds. All files are compared with the manifest first, then every row with what came out of the
 * database again; so everything is read twice.
 * @throws invalid_input for a backup that is not whole; conflict as `fillDatabase`
 */
export async function restoreBackup(url: string, folder: string, options: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await verifyBackup(folder, manifest)
  const { onRows } = options
  await fillDatabase(url, manifest, {
    ...{ shown: options.shown, replaces: options.replaces },
    fill: async ({ name }, into) => {
      const table = manifest.tables.find((each) => each.name === name)
      if (!table) throw new Error(`no table ${name} in the manifest`)
      await readTable(folder, table, into, onRows)
      return table
    },
  })
  return manifest
}
