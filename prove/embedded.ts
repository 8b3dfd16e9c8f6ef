import { join } from 'node:path'
import { type EmbeddedServer, startEmbedded } from '../src/db/embedded.ts'
import { readPidFile } from '../src/db/embedded-postmaster.ts'
import { newFolder, removeFolder } from './cluster.ts'
import { familyOf, killFamily } from './processes.ts'

const log = { info: () => undefined, warn: () => undefined }

/** Does something with a folder for an embedded database, which is removed in any case, with whatever runs in it. */
export async function withDataDir<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await newFolder()
  try {
    return await work(dataDir)
  } finally {
    await killFamily(await serverProcesses(dataDir))
    await removeFolder(dataDir)
  }
}

/** Does something with an embedded database of its own, as the service starts it. */
export function withEmbedded<T>(work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  return withDataDir((dataDir) => withServer(dataDir, work))
}

/** Opens the embedded database of a folder as the next start of the service does, and gives it up again. */
export async function withServer<T>(dataDir: string, work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir, log })
  return work(server).finally(server.stop)
}

/** The processes of the server that runs in a folder; none when it does not. */
export async function serverProcesses(dataDir: string): Promise<number[]> {
  return familyOf((await readPidFile(join(dataDir, 'postgres')))?.pid)
}
