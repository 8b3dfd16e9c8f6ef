import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

/** Linux counts processor time in ticks of 10 ms: sysconf(_SC_CLK_TCK) is 100 on every architecture that Node runs on. */
const microsecondsPerTick = 10_000

/**
 * Gives a reading of the processor time in µs that a PostgreSQL server has used with all its processes, ended ones too;
 * null where they cannot be seen: another machine, or not Linux.
 */
export async function postgresReader(url: string): Promise<() => Promise<number | null>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid, inet_server_addr() AS address')
  const postmaster = rows[0].address === null ? (await statOf(rows[0].pid))?.parent : undefined
  await client.end()
  if (postmaster === undefined) return async () => null
  return async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
    const stats = await Promise.all(pids.map(statOf))
    const own = stats.flatMap((stat) =>
      stat?.pid === postmaster ? stat.ticks + stat.endedTicks : stat?.parent === postmaster ? stat.ticks : [],
    )
    return own.reduce((sum, ticks) => sum + ticks, 0) * microsecondsPerTick
  }
}

/** Fields of /proc/PID/stat; see proc_pid_stat(5). The name in parentheses may hold spaces. */
async function statOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return undefined
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [
    fields[1],
    fields[11],
    fields[12],
    fields[13],
    fields[14],
  ]
  return { pid, parent, ticks: user + system, endedTicks: endedUser + endedSystem }
}
