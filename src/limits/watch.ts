import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isOverloaded } from './pressure.ts'

/** The connections of this process to the database. */
export interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
  readonly options: { max?: number }
}

/** Watches how much this process is behind. */
export interface PressureWatch {
  /** Whether readers are to be turned away now. Costs next to nothing. */
  isOverloaded(): boolean
  stop(): void
}

/** Ms over which the delay of the event loop is averaged. */
const periodMs = 1_000

/** Ms between two looks at the event loop: a delay is what a look is late. */
const resolution = 20

/** Watches the event loop of this process and what waits for its connections to the database. */
export function watchPressure(pool: PoolCounts): PressureWatch {
  const loop = monitorEventLoopDelay({ resolution })
  loop.enable()
  let before = 0
  let delayMs = 0
  let was = false
  const timer = setInterval(() => {
    // The histogram has the time between two looks; NaN when there was none.
    const lately = Math.max(0, (loop.mean || 0) / 1e6 - resolution)
    // One long task, such as the start, is no crowd: it must last for two periods.
    delayMs = Math.min(before, lately)
    before = lately
    loop.reset()
  }, periodMs).unref()
  return {
    isOverloaded: () => {
      const waitingEach = pool.waitingCount / (pool.options.max ?? 10)
      was = isOverloaded(was, { delayMs, waitingEach })
      return was
    },
    stop: () => {
      clearInterval(timer)
      loop.disable()
    },
  }
}
