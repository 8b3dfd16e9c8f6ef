import type { Server, ServerName, startClient, Usage } from './children.ts'
import type { Asked, Order, Outcome } from './client.ts'

/** The figures of one server under one kind of load. Times in ms, processor time in µs for each request. */
export interface Figures {
  server: ServerName
  perSecond: number
  p50: number
  p99: number
  cpu: number
  /** Of PostgreSQL; null where it cannot be seen or the server has none. */
  databaseCpu: number | null
  rssMegabytes: number
  requests: number
  failed: number
}

/** What it takes to measure. */
export interface Bench {
  servers: Server[]
  client: ReturnType<typeof startClient>
  databaseCpu: () => Promise<number | null>
  connections: number
  seconds: number
}

/** Warm-up before each slice, in s; code needs it to be compiled, a document too, a statement to be prepared on every connection. */
const warmUpSeconds = 2

/**
 * Puts the same load on each server alone, in two slices each, there and back again (A B C C B A), so that a machine that
 * slows down in between slows all alike. A server that has nothing to be asked (null) is left out.
 */
export async function measureServers(bench: Bench, askedOf: (server: Server) => Asked[] | null): Promise<Figures[]> {
  const orders = bench.servers.flatMap((server) => {
    const asked = askedOf(server)
    return asked ? [{ server, asked, slices: [] as Slice[] }] : []
  })
  for (const { server, asked, slices } of [...orders, ...[...orders].reverse()])
    slices.push(await measureSlice(bench, server, asked))
  return orders.map(({ server, slices }) => toFigures(server.name, slices))
}

interface Slice extends Outcome {
  cpu: number
  databaseCpu: number | null
  rss: number
}

async function measureSlice(
  { client, connections, seconds, databaseCpu }: Bench,
  server: Server,
  asked: Asked[],
): Promise<Slice> {
  const order: Order = { port: server.port, asked, connections, seconds: warmUpSeconds }
  // What keeps answers is measured with all of them: a slow machine would not come round within the warm-up.
  if (server.name === 'dateline') await client.putLoad({ ...order, seconds: 'once' })
  await client.putLoad(order)
  const [before, databaseBefore] = [await server.usage(), await databaseCpu()]
  const outcome = await client.putLoad({ ...order, seconds: seconds / 2 })
  const [after, databaseAfter] = [await server.usage(), await databaseCpu()]
  const used =
    databaseBefore === null || databaseAfter === null || server.name === 'buffer'
      ? null
      : databaseAfter - databaseBefore
  return { ...outcome, cpu: total(after) - total(before), databaseCpu: used, rss: after.rss }
}

function total({ user, system }: Usage): number {
  return user + system
}

function toFigures(server: ServerName, slices: Slice[]): Figures {
  const times = Float64Array.from(slices.flatMap((slice) => [...slice.times])).sort()
  const sum = (of: (slice: Slice) => number) => slices.reduce((all, slice) => all + of(slice), 0)
  const seesDatabase = slices.every((slice) => slice.databaseCpu !== null)
  return {
    server,
    perSecond: times.length / sum((slice) => slice.seconds),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: sum((slice) => slice.cpu) / times.length,
    databaseCpu: seesDatabase ? sum((slice) => slice.databaseCpu ?? 0) / times.length : null,
    rssMegabytes: Math.max(...slices.map((slice) => slice.rss)) / 2 ** 20,
    requests: times.length,
    failed: sum((slice) => slice.failed),
  }
}

/** The nearest rank of a sorted list; NaN for an empty one: what was never answered meets no bar. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
