import { SingleBar } from 'cli-progress'
import type { Import } from '../imports/import.ts'
import type { Outcome } from '../imports/outcomes.ts'

interface Progress {
  /** Bytes of the file; 0 while nobody knows. */
  total: number
  /** Things that were done before. */
  done: number
  /** How the import stands. */
  job(): Promise<Pick<Import, 'bytesRead' | 'done' | 'counts'>>
}

/** Ms between two lines where no bar can be drawn. */
const lineEveryMs = 5_000

/** A bar with rate, remaining time and counts in a terminal, a line every few seconds elsewhere. */
export function showProgress(progress: Progress): { tell(outcomes: Outcome[]): void; end(): Promise<void> } {
  return process.stderr.isTTY && progress.total > 0 ? showBar(progress) : showLines(progress)
}

const counted = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const

function showBar({ total, done, job }: Progress) {
  const format = ' {bar} {percentage} % | {things} things, {rate}/s | {left} left | {counts}'
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr, barsize: 24 })
  const startedAt = performance.now()
  let isAsking = false
  bar.start(total, 0, { things: done, rate: 0, left: '?', counts: '' })
  const draw = async () => {
    const { bytesRead, done: now, counts } = await job()
    const seconds = (performance.now() - startedAt) / 1_000
    const left = bytesRead > 0 ? `${Math.round((seconds * (total - bytesRead)) / bytesRead)} s` : '?'
    const shown = counted.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`)
    bar.update(bytesRead, { things: now, rate: Math.round((now - done) / seconds), left, counts: shown.join(', ') })
  }
  const tell = () => {
    if (isAsking) return
    isAsking = true
    void draw().finally(() => {
      isAsking = false
    })
  }
  const end = async () => {
    await draw()
    bar.stop()
  }
  return { tell, end }
}

function showLines({ done: before, job }: Progress) {
  const startedAt = performance.now()
  let saidAt = startedAt
  let done = before
  const tell = (outcomes: Outcome[]) => {
    done += outcomes.length
    if (performance.now() - saidAt < lineEveryMs) return
    saidAt = performance.now()
    console.error(`${done} things, ${Math.round((done - before) / ((saidAt - startedAt) / 1_000))} a second`)
  }
  const end = async () => {
    await job()
  }
  return { tell, end }
}
