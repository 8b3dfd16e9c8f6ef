import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../core/ctx.ts'

/** Work that no request asks for. Several processes may run the same job at once: it claims what it does in the database. */
export interface Job {
  name: string
  /** Ms to wait after a run that found nothing more to do. */
  everyMs: number
  /**
   * One run. True: there may be more to do at once. It should stop soon when the signal says so. An error that it throws ends
   * the run and makes the next one wait; `tell` is for one that concerns a single thing among many.
   */
  run(ctx: Ctx, signal: AbortSignal, tell?: (error: unknown) => void): Promise<boolean>
}

interface WorkerOptions {
  jobs: Job[]
  /** A new context for each run, with the name of the job as its caller. */
  contextOf(name: string): Ctx
  /** Ms before the first runs: 0 when left out. */
  afterMs?: number
  /** Told of what went wrong; the job runs again all the same. */
  onError(name: string, error: unknown): void
}

/** Ms to wait after a run that failed, so that a database that is away is not hammered. */
const afterFailureMs = 1_000

/** Runs every job in a loop of its own. `stop` ends with the runs that are under way. */
export function startWorker({ jobs, contextOf, afterMs = 0, onError }: WorkerOptions): { stop(): Promise<void> } {
  const ending = new AbortController()
  // One for each loop that waits, and what is under way in it.
  setMaxListeners(0, ending.signal)
  const pauseFor = (ms: number) => wait(ms, undefined, { signal: ending.signal }).catch(() => undefined)
  const loops = jobs.map(async ({ name, everyMs, run }) => {
    if (afterMs > 0) await pauseFor(afterMs)
    while (!ending.signal.aborted) {
      const tell = (error: unknown) => onError(name, error)
      const pause = await run(contextOf(name), ending.signal, tell).then(
        (isMore) => (isMore ? 0 : everyMs),
        (error: unknown) => {
          tell(error)
          return afterFailureMs
        },
      )
      if (pause > 0) await pauseFor(pause)
    }
  })
  return {
    stop: async () => {
      ending.abort()
      await Promise.all(loops)
    },
  }
}
