import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../bench/archive/random.ts'
import { killChild } from './processes.ts'
import { programOf } from './program.ts'

/** A process of the service, as `dateline start` runs it, that does the background work and answers no requests. */
export interface Worker {
  /** Kills it as a lack of memory would, and starts another in its place. */
  killAndReplace(): Promise<void>
  /** From when to when it was not there, in ms since 1970. */
  readonly downtimes: { from: number; to: number }[]
  end(): Promise<void>
}

interface WorkerOptions {
  url: string
  /** Ms by which its clock is wrong. */
  skewMs?: number
  settings?: Record<string, string>
}

const skewedClock = new URL('skewed-clock.mjs', import.meta.url).href

/** Starts a worker on a database and waits until it says that it runs. */
export async function startWorker({ url, skewMs = 0, settings = {} }: WorkerOptions): Promise<Worker> {
  const program = programOf('src/cli.ts')
  const start = async () => {
    const skew = skewMs === 0 ? [] : ['--import', skewedClock]
    const child = spawn(process.execPath, [...skew, program, 'start'], {
      env: {
        ...{ PATH: process.env.PATH, NODE_ENV: 'production', SKEW_MS: String(skewMs), DATABASE_URL: url },
        ...{ RUN: 'worker', PORT: '0', LOG_LEVEL: 'error', ...settings },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await firstLine(child)
    return child
  }
  let child = await start()
  const downtimes: Worker['downtimes'] = []
  return {
    downtimes,
    killAndReplace: async () => {
      const from = Date.now()
      await killChild(child)
      child = await start()
      downtimes.push({ from, to: Date.now() })
    },
    end: () => killChild(child),
  }
}

/** Kills workers by chance, so often, spread over so many ms. */
export async function killByChance(workers: Worker[], kills: number, overMs: number, random: Random): Promise<void> {
  const instants = Array.from({ length: kills }, () => random.fraction() * overMs).sort((a, b) => a - b)
  const begun = performance.now()
  for (const instant of instants) {
    await wait(Math.max(0, instant - (performance.now() - begun)))
    await random.pick(workers).killAndReplace()
  }
}

async function firstLine(child: ChildProcess): Promise<void> {
  if (!child.stdout) return
  const lines = createInterface({ input: child.stdout })
  await new Promise<void>((resolve, reject) => {
    lines.once('line', () => resolve())
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it ran`)))
  })
}
