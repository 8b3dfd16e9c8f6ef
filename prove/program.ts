import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

let isBuilt = false

/**
 * The compiled form of a program of this repository, such as 'tests/db/owner-process.ts', to start as a process of its own: with
 * tsx it takes twice the processor time to start. Built when anything changed, once a process that asks for it.
 */
export function programOf(path: string): string {
  if (!isBuilt) execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--programs'])
  isBuilt = true
  return join(root, 'node_modules/.cache/programs', path.replace(/[.](ts|mjs)$/, '.js'))
}
