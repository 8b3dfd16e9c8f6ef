import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { authenticate } from '../accounts/authenticate.ts'
import { createApiKey } from '../accounts/keys.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'

/** The editor key of the demo: the one that an earlier run left in the data directory while it is valid, or a new one. */
export async function demoKey(ctx: Ctx, dataDir: string): Promise<string> {
  const file = join(dataDir, 'demo-key')
  const known = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (known && (await isValid(ctx, known))) return known
  const { key } = await createApiKey(ctx, { name: 'demo', role: 'editor' })
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  return key
}

async function isValid(ctx: Ctx, key: string): Promise<boolean> {
  const doors = { identity: null, asRead: (instant: Date) => instant }
  return authenticate(ctx, `Bearer ${key}`, doors).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'unauthenticated') return false
      throw error
    },
  )
}
