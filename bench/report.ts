import type { ServerName } from './load/children.ts'
import type { Figures } from './load/measure.ts'
import type { Measure, MeasureName } from './measures.ts'

/** The figures of one measure, of every server. */
export type Result = Pick<Measure, 'name' | 'title'> & { figures: Figures[] }

/** What the tables call each server. */
export const titles: Record<ServerName, string> = {
  dateline: 'Dateline',
  uncached: 'without cache',
  sql: 'SQL by hand',
  buffer: 'bare Fastify',
}

/** A table of one measure. Ratios are of requests a second to that server's; above 1 is faster. */
export function describeResult({ name, title, figures }: Result): string {
  const head = ['', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs', 'database µs', 'RSS MB', 'to SQL', 'to bare']
  const rows = figures.map((own) => [
    titles[own.server],
    own.perSecond.toFixed(0),
    own.p50.toFixed(2),
    own.p99.toFixed(2),
    own.cpu.toFixed(0),
    own.databaseCpu?.toFixed(0) ?? '–',
    own.rssMegabytes.toFixed(0),
    ratioTo(figures, own, 'sql'),
    ratioTo(figures, own, 'buffer'),
  ])
  const failed = figures
    .filter((own) => own.failed > 0)
    .map((own) => `  ${titles[own.server]}: ${own.failed} requests failed`)
  return [`\n${name}  ${title}`, ...tableOf([head, ...rows]), ...failed].join('\n')
}

function ratioTo(figures: Figures[], own: Figures, name: ServerName): string {
  const other = figures.find(({ server }) => server === name)
  return other ? (own.perSecond / other.perSecond).toFixed(2) : '–'
}

/** Lines of a table: the first column to the left, numbers to the right. */
export function tableOf(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  )
}

/**
 * What Dateline is to reach: with kept answers, as a share of the requests a second of bare Fastify; without, of SQL by hand, which
 * answers over REST in any case. PostGraphile reached 0.18 and 0.26 of it on this archive; twice that is the aim.
 */
const bars: Record<'dateline' | 'uncached', { of: ServerName; atLeast: Partial<Record<MeasureName, number>> }> = {
  dateline: { of: 'buffer', atLeast: { R1: 0.7, R2: 0.7, R3: 0.7, G1: 0.5, G2: 0.5, P1: 0.7, P2: 0.7 } },
  uncached: { of: 'sql', atLeast: { R1: 0.7, R2: 0.7, R3: 0.7, G1: 0.36, G2: 0.52 } },
}

/** Which bars are met, a line each. */
export function describeBars(results: Result[]): string[] {
  return (['dateline', 'uncached'] as const).flatMap((server) => results.flatMap((result) => barOf(server, result)))
}

function barOf(server: 'dateline' | 'uncached', { name, figures }: Result): string[] {
  const { of, atLeast } = bars[server]
  const speedOf = (wanted: ServerName) => figures.find((own) => own.server === wanted)?.perSecond ?? Number.NaN
  const [ratio, least] = [speedOf(server) / speedOf(of), atLeast[name]]
  if (least === undefined || Number.isNaN(ratio)) return []
  const verdict = ratio >= least ? 'met    ' : 'NOT met'
  return [`  ${verdict} ${titles[server]}, ${name}: ${ratio.toFixed(2)} of ${titles[of]}, to be at least ${least}`]
}
