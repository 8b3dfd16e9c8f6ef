import type { MeasureName } from './measures.ts'
import { type Result, tableOf } from './report.ts'

const measured: readonly MeasureName[] = ['R1', 'R2', 'R3']

/** How many times slower the larger archive may be. */
const atMost = 2

/** The p99 of Dateline on archives of two or more sizes, each against the first. */
export async function compareSizes(
  sizes: number[],
  run: (size: number, only: readonly MeasureName[]) => Promise<Result[]>,
): Promise<string> {
  const runs: Result[][] = []
  for (const size of sizes) runs.push(await run(size, measured))
  const p99 = (results: Result[] | undefined, name: MeasureName) =>
    results?.find((result) => result.name === name)?.figures[0]?.p99 ?? Number.NaN
  const head = ['p99 ms', ...sizes.map((size) => size.toLocaleString('en')), 'times', `at most ${atMost}`]
  const rows = measured.map((name) => {
    const times = p99(runs.at(-1), name) / p99(runs[0], name)
    return [
      name,
      ...runs.map((results) => p99(results, name).toFixed(2)),
      times.toFixed(2),
      times <= atMost ? 'met' : 'NOT met',
    ]
  })
  return ['', ...tableOf([head, ...rows])].join('\n')
}
