import { SingleBar } from 'cli-progress'

/** Ms between two plain lines where there is no terminal. */
const everyMs = 10_000

/** Tells how far a long command has come, on standard error: a bar in a terminal, a line every ten seconds elsewhere. */
export interface Progress {
  /** So much more is done. */
  add(count?: number): void
  /** Ends it; the last state stays. */
  stop(): void
}

/** `total` is how much there is to do; null when nobody knows. `unit` is what is counted: 'lines'. */
export function startProgress(unit: string, total: number | null): Progress {
  return process.stderr.isTTY ? drawnProgress(unit, total) : plainProgress(unit, total)
}

function drawnProgress(unit: string, total: number | null): Progress {
  const format =
    total === null
      ? ` {value} ${unit}, {duration_formatted}`
      : ` {bar} {value} of {total} ${unit}, {eta_formatted} left`
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
    etaBuffer: 100,
  })
  bar.start(total ?? 0, 0)
  return { add: (count = 1) => bar.increment(count), stop: () => bar.stop() }
}

function plainProgress(unit: string, total: number | null): Progress {
  const begun = Date.now()
  let done = 0
  let told = begun
  const tell = () => {
    told = Date.now()
    const rate = Math.round((done * 1_000) / Math.max(told - begun, 1))
    console.error(`${done}${total === null ? '' : ` of ${total}`} ${unit}, ${rate} a second`)
  }
  return {
    add: (count = 1) => {
      done += count
      if (Date.now() - told >= everyMs) tell()
    },
    stop: () => {
      if (told > begun) tell()
    },
  }
}
