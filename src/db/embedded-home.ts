import { createHash, randomBytes } from 'node:crypto'
import {
  access,
  chown,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DatabaseStartError, fileRefusal, OWN_SERVER } from './embedded-error.ts'

/** The user that runs PostgreSQL when we are root, which PostgreSQL refuses to run as. */
export type RunAs = { uid: number; gid: number }

/** Where one embedded database lives: `cluster` and `dataDir` are real paths; `runAs` is undefined when we run it as ourselves. */
export type Home = { dataDir: string; cluster: string; logFile: string; runAs: RunAs | undefined }

/** The number of `nobody` on Linux, which also exists where no name is given to it. */
const NOBODY: RunAs = { uid: 65534, gid: 65534 }

/** Where root keeps a cluster whose DATA_DIR `nobody` cannot enter. Durable by the Filesystem Hierarchy Standard 3.0, 5.8. */
export const SYSTEM_FOLDER = '/var/lib/dateline'

const POINTER = 'postgres.location'

/**
 * Finds (not yet creates) the cluster of a data directory and who runs it. Creates the data directory itself.
 * As root the cluster belongs to `nobody`, or to whoever owns it already; where `nobody` cannot enter the data directory,
 * the cluster is kept in a folder of /var/lib/dateline that the file `postgres.location` names.
 * @throws DatabaseStartError when the directory cannot be written, or the cluster belongs to another user.
 */
export async function findHome(dataDir: string): Promise<Home> {
  const real = await createDataDir(dataDir)
  const elsewhere = await readPointer(real)
  const cluster = elsewhere ?? join(real, 'postgres')
  const home = { dataDir: real, logFile: join(real, 'postgres.log') }
  if (process.getuid?.() === 0) return { ...home, ...(await homeForRoot(real, cluster, elsewhere !== undefined)) }
  await refuseForeignCluster(cluster)
  return { ...home, cluster, runAs: undefined }
}

async function createDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK | constants.X_OK)
    return await realpath(dataDir)
  } catch (cause) {
    throw fileRefusal('write the data directory', dataDir, cause)
  }
}

async function readPointer(dataDir: string): Promise<string | undefined> {
  const text = await readFile(join(dataDir, POINTER), 'utf8').catch(() => '')
  return text.trim() || undefined
}

async function homeForRoot(dataDir: string, cluster: string, isElsewhere: boolean) {
  const owner = await clusterOwner(cluster)
  const runAs = owner ?? NOBODY
  if (await canEnter(dirname(cluster), runAs)) return { cluster, runAs }
  if (owner || isElsewhere) {
    throw new DatabaseStartError(
      `the database in ${cluster} belongs to user ${runAs.uid}, who cannot enter ${dirname(cluster)}; ` +
        `allow it (chmod o+x on each folder of the path) or ${OWN_SERVER}`,
    )
  }
  return { cluster: await moveAway(dataDir), runAs }
}

/** The owner of a cluster with something in it; one that root owns is given to nobody, since PostgreSQL would refuse it. */
async function clusterOwner(cluster: string): Promise<RunAs | undefined> {
  const found = await stat(cluster).catch(() => undefined)
  if (!found || (await readdir(cluster)).length === 0) return undefined
  if (found.uid !== 0) return { uid: found.uid, gid: found.gid }
  await giveTo(cluster, NOBODY)
  return NOBODY
}

/** Gives a folder and all in it to a user. In: path, new owner. Needs root. */
export async function giveTo(path: string, owner: RunAs): Promise<void> {
  await chown(path, owner.uid, owner.gid)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) await giveTo(child, owner)
    else if (!entry.isSymbolicLink()) await chown(child, owner.uid, owner.gid)
  }
}

/**
 * Whether a user can pass through a folder and all folders above it, by their mode bits.
 * Access lists are not looked at: a folder they open is then not used, which is safe.
 */
export async function canEnter(folder: string, user: RunAs): Promise<boolean> {
  const found = await stat(folder)
  const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001
  if (!(found.mode & bit)) return false
  return dirname(folder) === folder || canEnter(dirname(folder), user)
}

/** Chooses a folder under /var/lib for the cluster of an unreachable data directory; the first of two racing processes decides. */
async function moveAway(dataDir: string): Promise<string> {
  const mark = createHash('sha256').update(dataDir).update(randomBytes(16)).digest('hex').slice(0, 12)
  const place = join(SYSTEM_FOLDER, `${basename(dataDir) || 'data'}-${mark}`, 'postgres')
  try {
    await mkdir(dirname(place), { recursive: true, mode: 0o755 })
    await publishPointer(dataDir, place)
    return place
  } catch (cause) {
    const theirs = (cause as NodeJS.ErrnoException).code === 'EEXIST' && (await readPointer(dataDir))
    if (theirs) return theirs
    throw fileRefusal(`keep the database of ${dataDir} (which user nobody cannot enter) in`, place, cause)
  }
}

/** A link appears whole or fails with EEXIST, so no process ever reads half a pointer. */
async function publishPointer(dataDir: string, place: string): Promise<void> {
  const aside = join(dataDir, `${POINTER}.${randomBytes(4).toString('hex')}`)
  await writeFile(aside, `${place}\n`)
  await link(aside, join(dataDir, POINTER)).finally(() => unlink(aside))
}

/** An ordinary user cannot open the cluster that root gave to nobody, nor the reverse. */
async function refuseForeignCluster(cluster: string): Promise<void> {
  const found = await stat(cluster).catch(() => undefined)
  const me = process.getuid?.()
  if (!found || me === undefined || found.uid === me) return
  throw new DatabaseStartError(
    `the database in ${cluster} belongs to user ${found.uid}, not to you (${me}): it was made by root or somebody else; ` +
      `start as that user or as root, take it over (sudo chown -R ${me} ${cluster}), or choose another DATA_DIR`,
  )
}
