import { parseArgs } from 'node:util'
import { type MeasureName, measureNames } from './measures.ts'

/** What a run is told on its command line. */
export interface Options {
  articles: number
  /** Of measuring, for each server and measure. */
  seconds: number
  connections: number
  only: readonly MeasureName[]
  database: string | null
  json: string | null
  compare: number[] | null
  /** Folder for a CPU profile of Dateline. */
  profile: string | null
}

const usage = `npm run bench -- publish, memory, views or boot, or: npm run bench -- [options]
  --articles N       stories in the archive (5000)
  --seconds S        of measuring for each server and measure, after 2 s of warm-up (5)
  --connections C    at once (32)
  --only R1,G1       some of ${measureNames.join(', ')}
  --database URL     a PostgreSQL server on which archives may be made, instead of an embedded one in bench/.data
  --json FILE        also writes the figures there
  --compare N,M      only p99 of R1, R2, R3, S1, F1 on archives of two sizes
  --profile FOLDER   writes a CPU profile of Dateline there; figures are lower then`

/** Reads the command line. @throws with the usage when it cannot be read. */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      articles: text,
      seconds: text,
      connections: text,
      only: text,
      database: text,
      json: text,
      compare: text,
      profile: text,
    },
  })
  return {
    articles: number(values.articles ?? '5000'),
    seconds: number(values.seconds ?? '5'),
    connections: number(values.connections ?? '32'),
    only: values.only ? values.only.split(',').map(measure) : measureNames,
    database: values.database ?? null,
    json: values.json ?? null,
    compare: values.compare ? values.compare.split(',').map(number) : null,
    profile: values.profile ?? null,
  }
}

function number(given: string): number {
  const value = Number(given)
  if (!(value > 0)) throw new Error(`'${given}' is not a number above 0\n${usage}`)
  return value
}

function measure(given: string): MeasureName {
  const found = measureNames.find((name) => name === given.trim().toUpperCase())
  if (!found) throw new Error(`'${given}' is not a measure\n${usage}`)
  return found
}
