import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { batchesOf } from '../../src/imports/batches.ts'
import { readImport } from '../../src/imports/read.ts'
import { hostileFiles, writeHostile } from './hostile-files.ts'
import type { Tell } from './read-file.ts'

/** How one file was taken. */
interface Taken {
  /** What came of it: counts, or why it was refused as a whole. */
  told: string
  seconds: number
  /** Longest time in ms that nothing else could run. */
  blockedMs: number
  rssMb: number
}

/**
 * `npm run bench -- imports-hostile`: files that are made to harm, each read as the service reads imports, in a process of its own. `--only WORD`: those
 * whose name has the word.
 */
export async function benchHostile(args: string[], tell: Tell): Promise<void> {
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : ''
  const folder = mkdtempSync(join(tmpdir(), 'dateline-hostile-'))
  try {
    for (const { name } of hostileFiles.filter((file) => file.name.includes(only))) {
      const { told, seconds, blockedMs, rssMb } = await takenInChild(name, folder)
      tell(`${name}: ${seconds.toFixed(2)} s, loop blocked ${Math.round(blockedMs)} ms, ${rssMb} MB; ${told}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takenInChild(name: string, folder: string): Promise<Taken> {
  const path = join(folder, name)
  await writeHostile(name, path)
  const child = fork(fileURLToPath(import.meta.url), [path], { execArgv: ['--import', 'tsx'] })
  const ending = setTimeout(() => child.kill('SIGKILL'), 120_000)
  const exit = once(child, 'exit').then(([code, signal]) => ({
    ...{ told: `ENDED with ${signal ?? code}`, seconds: 120, blockedMs: 120_000, rssMb: 0 },
  }))
  const taken = (await Promise.race([once(child, 'message').then(([message]) => message), exit])) as Taken
  clearTimeout(ending)
  await exit
  rmSync(path)
  return taken
}

async function take(path: string): Promise<Taken> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  // What is compiled at the first use is no fault of the file.
  for await (const _ of readImport(pieceOf('<p>Warm'), 'html', { ...unknown, fileName: 'a.html' }));
  delay.enable()
  const begun = performance.now()
  const told = await readAll(path).catch((error: Error) => `refused: ${error.message.slice(0, 160)}`)
  const seconds = (performance.now() - begun) / 1_000
  // A last turn, so that what blocked to the end is seen.
  await new Promise((resolve) => setTimeout(resolve, 5))
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  return { told, seconds, blockedMs: delay.max / 1e6, rssMb }
}

const unknown = { locale: null, baseUrl: null, charset: null }

async function readAll(path: string): Promise<string> {
  let [stories, refused, others] = [0, 0, 0]
  let first = ''
  const found = readImport(createReadStream(path), null, { ...unknown, fileName: basename(path) })
  for await (const batch of batchesOf(found, 0, 'en'))
    for (const entry of batch) {
      if (entry.kind === 'story') stories += 1
      else if (entry.kind === 'refused') refused += 1
      else others += 1
      if (entry.kind === 'refused') first ||= `: ${entry.reason.slice(0, 120)}`
    }
  return `${stories} stories, ${others} others, ${refused} refused${first}`
}

async function* pieceOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const [, , own] = process.argv
if (process.send && own) {
  process.send(await take(own))
  process.disconnect()
}
