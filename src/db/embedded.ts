import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { clusterVersion, ensureCluster } from './embedded-cluster.ts'
import { DatabaseStartError, OWN_SERVER, programRefusal } from './embedded-error.ts'
import { findHome, type Home, SYSTEM_FOLDER } from './embedded-home.ts'
import {
  clearStaleLocks,
  isServerOf,
  type Postmaster,
  readPidFile,
  spawnPostmaster,
  stopPostmaster,
} from './embedded-postmaster.ts'
import { DATABASE, joinServer, type Presence } from './embedded-presence.ts'
import { databaseUrl } from './embedded-socket.ts'

export type StartLog = { info: (message: string) => void; warn: (message: string) => void }

export type StartOptions = {
  dataDir: string
  log: StartLog
  /** Settings of PostgreSQL that replace ours when this call is the one that starts the server; tests turn fsync off. */
  settings?: Record<string, string>
  /** How long to wait for a server that starts or recovers, in ms; two minutes when missing. */
  timeoutMs?: number
}

export type EmbeddedServer = {
  /** The database `dateline`, for node-postgres, Prisma and psql. */
  url: string
  /** Where the data really is, for the banner. */
  location: string
  /** Whether the server was running already. */
  adopted: boolean
  /** Gives the server up; the last process that does so stops it. May be called twice. */
  stop: () => Promise<void>
}

type House = { home: Home; binaries: Binaries; options: StartOptions }
type Joined = { presence: Presence; adopted: boolean }

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that runs there already.
 * When the server dies under us it is started again. The connection we keep does not hold the process alive.
 * @throws DatabaseStartError with the cause and the way out.
 */
export async function startEmbedded(options: StartOptions): Promise<EmbeddedServer> {
  const home = await findHome(options.dataDir)
  const binaries = await findBinaries(home.runAs, copyFolders(home))
  await ensureCluster(home, binaries, options.settings?.fsync !== 'off')
  const house = { home, binaries, options }
  const watch = watchPresence(house)
  const { presence, adopted } = await watch.join()
  options.log.info(`embedded PostgreSQL ${binaries.version} ${adopted ? 'joined' : 'started'} in ${home.cluster}`)
  return { url: databaseUrl(presence.address, DATABASE), location: home.cluster, adopted, stop: watch.stop }
}

/** Root's copy has to be where every user can reach it; anybody else's is kept with the data. */
function copyFolders(home: Home): string[] {
  return home.runAs ? [SYSTEM_FOLDER, join(home.cluster, '..', '..')] : [home.dataDir]
}

/** Keeps one claim on the server, renews it when the connection is lost, and gives it up once. */
function watchPresence(house: House) {
  let presence: Presence | undefined
  let stopping: Promise<void> | undefined
  const join = async () => {
    const joined = await joinOrStart(house, () => void renew())
    presence = joined.presence
    return joined
  }
  const renew = async () => {
    presence = undefined
    if (stopping !== undefined) return
    house.options.log.warn('the connection to the embedded PostgreSQL was lost; joining it again')
    try {
      // A data directory that was removed under us is gone for good: never make an empty one in its place.
      if ((await clusterVersion(house.home.cluster)) !== undefined) await join()
    } catch (error) {
      house.options.log.warn(`the embedded PostgreSQL did not come back: ${(error as Error).message}`)
    }
    // Whoever asked to stop in the meantime saw no claim to give up.
    if (stopping !== undefined) await leaveServer(house, presence)
  }
  const stop = () => (stopping ??= leaveServer(house, presence))
  return { join, stop }
}

async function leaveServer({ home, binaries, options }: House, presence: Presence | undefined): Promise<void> {
  if (!presence) return
  const isLast = await presence.leave().catch(() => false)
  if (isLast && !(await stopPostmaster(home, binaries))) {
    options.log.warn(`the embedded PostgreSQL in ${home.cluster} did not stop; it is left running`)
  }
  await presence.end()
  // A short folder that was made for the socket goes with it; rmdir refuses when somebody has begun to use it again.
  if (isLast && presence.address.host !== home.cluster) await rmdir(presence.address.host).catch(() => undefined)
}

/** Joins the running server; when there is none, starts one. Of several processes that do so at once PostgreSQL lets one win. */
async function joinOrStart(house: House, onLost: () => void): Promise<Joined> {
  const { home, options } = house
  const deadline = Date.now() + (options.timeoutMs ?? 120_000)
  let ours: Postmaster | undefined
  for (let pauseMs = 5; Date.now() < deadline; pauseMs = Math.min(pauseMs * 1.3, 100)) {
    const presence = await joinServer(home, onLost)
    if (presence) return { presence, adopted: presence.pid !== ours?.pid }
    if (ours?.hasEnded()) {
      await refuseUnlessTaken(home, await ours.output())
      ours = undefined
    }
    ours ??= await startUnlessRunning(house)
    await sleep(pauseMs)
  }
  throw new DatabaseStartError(
    `the embedded PostgreSQL in ${home.cluster} does not answer; look at ${home.logFile}, or ${OWN_SERVER}`,
  )
}

async function startUnlessRunning({ home, binaries, options }: House): Promise<Postmaster | undefined> {
  const file = await readPidFile(home.cluster)
  if (file && (await isServerOf(file.pid, home.cluster))) return undefined
  await clearStaleLocks(home)
  return spawnPostmaster(home, binaries, options.settings ?? {})
}

/** A server that ended because another one has the cluster, or its orphans still do, is no failure: wait and look again. */
async function refuseUnlessTaken(home: Home, output: string): Promise<void> {
  if (
    /lock file ".*" already exists|pre-existing shared memory block|bogus data in lock file|lock file ".*" is empty/.test(
      output,
    )
  )
    return
  throw programRefusal('PostgreSQL', output, `${home.cluster} (see ${home.logFile})`)
}
