import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { callerByKey, createKey } from '../accounts/keys.ts'
import type { PrismaClient } from '../db/generated/client.ts'

/** The editor key of the demo: the one that an earlier run left in the data directory while it is valid, or a new one. */
export async function demoKey(db: PrismaClient, dataDir: string): Promise<string> {
  const file = join(dataDir, 'demo-key')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known && (await callerByKey(db, known.trim()))) return known.trim()
  const { key } = await createKey(db, 'demo', 'editor')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  return key
}
