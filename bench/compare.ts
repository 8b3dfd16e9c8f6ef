import type { ServerName } from './load/children.ts'
import type { MeasureName } from './measures.ts'
import { type Result, tableOf, titles } from './report.ts'

/** How many times slower the larger archive may be. */
const atMost = { R1: 1.5, R2: 1.5, R3: 1.5, S1: 3, F1: 1.5 }
const measured = Object.keys(atMost) as (keyof typeof atMost)[]

const servers: readonly ServerName[] = ['uncached', 'dateline']

/**
 * The p99 of Dateline on archives of two or more sizes, each against the first: without kept answers, which is what a larger archive
 * can make dearer, and with them. Of the measures that are asked for, those which have a bar.
 */
export async function compareSizes(
  sizes: number[],
  only: readonly MeasureName[],
  run: (size: number, only: readonly MeasureName[]) => Promise<Result[]>,
): Promise<string> {
  const compared = measured.filter((name) => only.includes(name))
  const runs: Result[][] = []
  for (const size of sizes) runs.push(await run(size, compared))
  const head = ['p99 ms', ...sizes.map((size) => size.toLocaleString('en')), 'times', 'at most']
  const rows = servers.flatMap((server) => compared.map((name) => rowOf(runs, name, server)))
  return ['', ...tableOf([head, ...rows])].join('\n')
}

function rowOf(runs: Result[][], name: keyof typeof atMost, server: ServerName): string[] {
  const times = runs.map((results) => p99Of(results, name, server))
  const ratio = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN)
  const verdict = ratio <= atMost[name] ? 'met' : 'NOT met'
  return [
    `${name} ${titles[server]}`,
    ...times.map((time) => time.toFixed(2)),
    ratio.toFixed(2),
    `${atMost[name]} ${verdict}`,
  ]
}

function p99Of(results: Result[], name: MeasureName, server: ServerName): number {
  const figures = results.find((result) => result.name === name)?.figures
  return figures?.find((own) => own.server === server)?.p99 ?? Number.NaN
}
