import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildAside, removeAbandoned } from './embedded-aside.ts'
import type { Binaries } from './embedded-binaries.ts'
import { DatabaseStartError, fileRefusal, OWN_SERVER, programRefusal } from './embedded-error.ts'
import type { Home, RunAs } from './embedded-home.ts'

/**
 * Makes sure that there is a cluster of the right version: makes one when the folder is missing or empty.
 * A kill in the middle leaves an unfinished neighbour that the next start removes, never half a cluster.
 * In: the home, the programs, whether to wait until all of it is on the disk (tests do not).
 * @throws DatabaseStartError when the folder holds something else or another major version, or initdb fails.
 */
export async function ensureCluster(home: Home, binaries: Binaries, isDurable: boolean): Promise<void> {
  const made = await clusterVersion(home.cluster)
  if (made === undefined) return makeCluster(home, binaries, isDurable)
  await removeAbandoned(home.cluster)
  if (made !== binaries.major) {
    throw new DatabaseStartError(
      `the database in ${home.cluster} was made by PostgreSQL ${made}, and this version of Dateline carries ` +
        `PostgreSQL ${binaries.major}: dump it with the older version of Dateline and pg_dump, or ${OWN_SERVER}`,
    )
  }
}

/** The major version that made a cluster; undefined when the folder is missing or empty. */
export async function clusterVersion(cluster: string): Promise<number | undefined> {
  const names = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw fileRefusal('read the database in', cluster, error)
  })
  if (names.length === 0) return undefined
  const version = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => ''), 10)
  if (version) return version
  throw new DatabaseStartError(`${cluster} is not a PostgreSQL database; move it away or choose another DATA_DIR`)
}

async function makeCluster(home: Home, binaries: Binaries, isDurable: boolean): Promise<void> {
  await mkdir(dirname(home.cluster), { recursive: true })
  try {
    await buildAside(home.cluster, (aside) => runInitdb(aside, home, binaries, isDurable))
  } catch (cause) {
    if (cause instanceof DatabaseStartError) throw cause
    throw fileRefusal('make the database in', home.cluster, cause)
  }
}

async function runInitdb(folder: string, home: Home, binaries: Binaries, isDurable: boolean): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  const login = await loginOptions(home)
  // What initdb reads and writes has to belong to the user who runs it.
  if (home.runAs) await chown(folder, home.runAs.uid, home.runAs.gid)
  const options = ['-D', folder, '-U', 'postgres', '--encoding=UTF8', ...localeOptions(), ...login]
  if (!isDurable) options.push('--no-sync')
  const { code, output } = await run(join(binaries.folder, 'bin', 'initdb'), options, home.runAs)
  if (code !== 0) throw programRefusal('initdb', output, folder)
}

/**
 * Sorting and case come from PostgreSQL's own tables, so that an upgrade of the system never changes an index.
 * The character type is a UTF-8 locale, which pg_trgm and full-text search need to know a letter that is not ASCII.
 */
function localeOptions(): string[] {
  const characters: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'en-US' }
  const type = characters[process.platform] ?? 'C.UTF-8'
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${type}`]
}

/** A socket is guarded by its folder; a TCP port, the only way on Windows, by a password kept beside the cluster. */
async function loginOptions(home: Home): Promise<string[]> {
  if (process.platform !== 'win32') return ['-A', 'trust']
  const file = passwordFile(home)
  await writeFile(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(() => undefined)
  await chmod(file, 0o600)
  return ['-A', 'scram-sha-256', `--pwfile=${file}`]
}

/** The password of the server on Windows; undefined elsewhere. */
export async function readPassword(home: Home): Promise<string | undefined> {
  if (process.platform !== 'win32') return undefined
  return (await readFile(passwordFile(home), 'utf8')).trim()
}

function passwordFile(home: Home): string {
  return join(home.dataDir, 'postgres.password')
}

/** Runs a program to its end, as another user when told so; its environment is empty so that no PG* variable reaches it. */
function run(program: string, options: string[], runAs: RunAs | undefined): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, options, { ...runAs, env: { TZ: 'UTC' }, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ code: -1, output: `${output}\n${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? -1, output }))
  })
}
