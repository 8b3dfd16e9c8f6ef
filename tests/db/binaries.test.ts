import { execFileSync } from 'node:child_process'
import { chmod, lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareBinaries, shippedBinaries } from '../../src/db/embedded-binaries.ts'
import { copyFolder, newDataDir, removeDataDirs } from './owner.ts'

removeDataDirs()

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

async function withoutLinks(folder: string) {
  const shipped = await shippedBinaries()
  const copy = join(folder, 'native')
  copyFolder(shipped.folder, copy)
  for (const name of await readdir(join(copy, 'lib'))) {
    const path = join(copy, 'lib', name)
    if ((await lstat(path)).isSymbolicLink()) await rm(path)
  }
  return { ...shipped, folder: copy }
}

test('links of the libraries that an install without scripts left out are restored in place', async () => {
  const shipped = await withoutLinks(await newDataDir())
  const initdb = join(shipped.folder, 'bin', 'initdb')
  expect(() => execFileSync(initdb, ['--version'], { env: {}, stdio: 'pipe' })).toThrow()
  const ready = await prepareBinaries(shipped, undefined, [])
  expect(ready.folder).toBe(shipped.folder)
  expect(execFileSync(initdb, ['--version'], { env: {} }).toString()).toContain('PostgreSQL')
})

test.runIf(isRoot)(
  'programs in a folder that nobody can enter are copied once, also by two processes at a time',
  async () => {
    const [locked, open] = [await newDataDir(), await newDataDir()]
    const shipped = await withoutLinks(locked)
    await chmod(locked, 0o700)
    const ready = await Promise.all([1, 2].map(() => prepareBinaries(shipped, nobody, [open])))
    const target = join(open, `programs-${shipped.version}`, 'native')
    expect(ready.map(({ folder }) => folder)).toEqual([target, target])
    expect(await readdir(open)).toEqual([`programs-${shipped.version}`])
    const initdb = join(target, 'bin', 'initdb')
    expect(execFileSync(initdb, ['--version'], { ...nobody, env: {} }).toString()).toContain('PostgreSQL')
    expect(await prepareBinaries(shipped, nobody, [open])).toMatchObject({ folder: target })
  },
)
