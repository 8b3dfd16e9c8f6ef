import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Ctx } from '../../src/core/ctx.ts'
import { type Job, startWorker } from '../../src/jobs/worker.ts'

const contextOf = (name: string) => ({ caller: { kind: 'system', name, role: 'admin' } }) as Ctx

/** Runs a job for a moment; gives what was told of errors. */
async function runFor(ms: number, ...jobs: Job[]): Promise<[string, unknown][]> {
  const told: [string, unknown][] = []
  const worker = startWorker({ jobs, contextOf, onError: (name, error) => told.push([name, error]) })
  await wait(ms)
  await worker.stop()
  return told
}

it('a job runs at once, under its own name, and again after its pause', async () => {
  const callers: unknown[] = []
  const run = async ({ caller }: Ctx) => {
    callers.push(caller)
    return false
  }
  await runFor(70, { name: 'clerk', everyMs: 50, run })
  expect(callers).toHaveLength(2)
  expect(callers[0]).toMatchObject({ kind: 'system', name: 'clerk' })
})

it('the first runs wait as long as they are told to, and a stop does not wait for them', async () => {
  let runs = 0
  const job = { name: 'clerk', everyMs: 10_000, run: async () => ++runs < 0 }
  const onError = () => undefined
  const late = startWorker({ jobs: [job], contextOf, afterMs: 60_000, onError })
  await wait(20)
  await late.stop()
  expect(runs).toBe(0)
  const soon = startWorker({ jobs: [job], contextOf, afterMs: 10, onError })
  await vi.waitUntil(() => runs === 1)
  await soon.stop()
})

it('a job that has more to do goes on without a pause', async () => {
  let left = 5
  await runFor(20, { name: 'clerk', everyMs: 10_000, run: async () => --left > 0 })
  expect(left).toBe(0)
})

it('a run that fails is told, waits a second, and holds up no other job', async () => {
  let [failed, done] = [0, 0]
  const failing = { name: 'failing', everyMs: 1, run: async () => Promise.reject(new Error(`${++failed}`)) }
  const other = { name: 'other', everyMs: 5, run: async () => ++done < 0 }
  expect(await runFor(100, failing, other)).toEqual([['failing', new Error('1')]])
  expect(done).toBeGreaterThan(3)
})

it('an error that concerns a single thing is told, and the run goes on', async () => {
  const run: Job['run'] = async (_ctx, _signal, tell) => {
    tell?.(new Error('one of many'))
    return false
  }
  expect(await runFor(10, { name: 'clerk', everyMs: 1_000, run })).toEqual([['clerk', new Error('one of many')]])
})

it('stopping waits for the runs under way, tells them to end, and starts no other', async () => {
  let [started, ended] = [0, 0]
  const run: Job['run'] = async (_ctx, signal) => {
    started++
    while (!signal.aborted) await wait(5)
    await wait(30)
    ended++
    return true
  }
  await runFor(20, { name: 'clerk', everyMs: 1, run })
  expect([started, ended]).toEqual([1, 1])
})

it('stopping does not wait for a pause to end', async () => {
  const before = performance.now()
  await runFor(10, { name: 'clerk', everyMs: 60_000, run: async () => false })
  expect(performance.now() - before).toBeLessThan(1_000)
})
