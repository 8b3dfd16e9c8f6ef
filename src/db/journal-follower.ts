import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** An entry as followers get it: see `FeedEntry` in src/core/feed.ts, which the database cannot import. */
export interface JournalRow {
  id: string
  number: bigint
  type: string
  subjectId: string
  sequence: number
  version: number
  data: unknown
  keys: string[]
  isPublic: boolean
  occurredAt: Date
}

interface Following {
  pool: pg.Pool
  /** A UUID of this process. */
  id: string
  /** Called with entries in the order of commits, as soon as this process knows of them. */
  apply(entries: JournalRow[]): void
  /** Called with the same entries, when no process is behind them any more. */
  release(entries: JournalRow[]): void
  /** Called when entries may have been missed: at the start, and whenever the connection is made anew. */
  begin(): void
  onLost?: ((error: Error) => void) | undefined
}

export interface Follower {
  /** Whether everything that was acknowledged before this instant has been applied: what is kept may be used. */
  isCurrent(): boolean
  stop(): Promise<void>
}

/** Ms between two renewals when nothing happens. */
const renewEveryMs = 500
/** Ms that a lease is used, counted from before it was asked for; the database gives 2,000, so that the user ends first. */
const leaseMs = 1_900
/** Ms that any statement of the follower may take: a connection that is silently cut is noticed by it. */
const statementMs = 1_000
const retryMs = 200
const batch = 500

/**
 * Follows the journal on a connection of its own, by notifications and at least twice a second, and holds a lease for what this
 * process keeps. Without a lease `isCurrent` is false. Every clock but the database's is monotonic, so that a process that was
 * frozen knows on waking that its lease has ended.
 */
export async function followJournal(following: Following): Promise<Follower> {
  const follower = new JournalFollower(following)
  await follower.connect()
  void follower.run()
  return follower
}

class JournalFollower implements Follower {
  readonly #following: Following
  #client: pg.Client | null = null
  #applied: bigint | null = null
  #unreleased: JournalRow[] = []
  #leaseUntil = 0
  #isEnding = false
  /** Told of an entry since the last turn began. */
  #isTold = false
  #wake: () => void = () => undefined
  #ended: Promise<void> = Promise.resolve()

  constructor(following: Following) {
    this.#following = following
  }

  isCurrent(): boolean {
    return performance.now() < this.#leaseUntil
  }

  /** Listens first, then reads where the journal ends, then forgets what was kept, and only then takes the lease. */
  async connect(): Promise<void> {
    const { pool, begin } = this.#following
    const client = new pg.Client({
      ...pool.options,
      application_name: `${pool.options.application_name ?? 'dateline'} journal`,
      query_timeout: statementMs,
      connectionTimeoutMillis: statementMs * 5,
    })
    client.on('error', (error) => this.#lose(client, error))
    client.on('end', () => this.#lose(client, null))
    client.on('notification', () => {
      this.#isTold = true
      this.#wake()
    })
    try {
      await client.connect()
      await client.query('LISTEN dateline_journal')
      const { rows } = await client.query<{ number: string }>('SELECT number FROM journal_head')
      this.#applied ??= BigInt(rows[0]?.number ?? 0)
    } catch (error) {
      void client.end().catch(() => undefined)
      throw error
    }
    this.#client = client
    begin()
    await this.#catchUp(client)
    await this.#renew(client)
  }

  async run(): Promise<void> {
    let end = () => {}
    this.#ended = new Promise((resolve) => {
      end = resolve
    })
    while (!this.#isEnding) {
      try {
        if (!this.#client) await this.connect()
        await this.#nextTurn()
        const client = this.#client
        if (!client || this.#isEnding) continue
        await this.#catchUp(client)
        await this.#renew(client)
      } catch (error) {
        this.#lose(this.#client, error as Error)
        await wait(retryMs)
      }
    }
    end()
  }

  async stop(): Promise<void> {
    this.#isEnding = true
    this.#wake()
    await this.#ended
    this.#leaseUntil = 0
    const client = this.#client
    this.#client = null
    await client?.query('DELETE FROM cache_lease WHERE id = $1', [this.#following.id]).catch(() => undefined)
    await client?.end().catch(() => undefined)
  }

  /** Until a notification, or half a second; at once again while entries wait for other processes. */
  #nextTurn(): Promise<void> {
    const ms = this.#unreleased.length > 0 ? 5 : renewEveryMs
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.#isEnding || this.#isTold) this.#wake()
      this.#isTold = false
    })
  }

  async #catchUp(client: pg.Client): Promise<void> {
    for (;;) {
      const { rows } = await client.query({ ...entriesBehind, values: [this.#applied?.toString() ?? '0', batch] })
      const entries = rows.map((row) => ({ ...row, number: BigInt(row.number) })) as JournalRow[]
      const last = entries.at(-1)
      if (!last) return
      this.#following.apply(entries)
      this.#applied = last.number
      this.#unreleased.push(...entries)
      if (entries.length < batch) return
    }
  }

  async #renew(client: pg.Client): Promise<void> {
    const before = performance.now()
    const seen = this.#applied?.toString() ?? '0'
    const { rows } = await client.query<{ others: string | null }>({ ...renewal, values: [this.#following.id, seen] })
    // Without a lease nobody waited for this process: what was committed meanwhile is followed before anything kept is used again.
    const wasAway = performance.now() >= this.#leaseUntil
    if (wasAway) await this.#catchUp(client)
    this.#leaseUntil = before + leaseMs
    if (wasAway) return this.#renew(client)
    const others = rows[0]?.others
    this.#release(others == null ? (this.#applied ?? 0n) : BigInt(others))
  }

  #release(upTo: bigint): void {
    const released = this.#unreleased.filter(({ number }) => number <= upTo)
    if (released.length === 0) return
    this.#unreleased = this.#unreleased.slice(released.length)
    this.#following.release(released)
  }

  #lose(client: pg.Client | null, error: Error | null): void {
    if (client !== this.#client) return
    this.#client = null
    this.#leaseUntil = 0
    void client?.end().catch(() => undefined)
    if (error && !this.#isEnding) this.#following.onLost?.(error)
    this.#wake()
  }
}

const entriesBehind = {
  name: 'journal_entries_behind',
  text: `SELECT id, number, type, "subjectId", sequence, version, data, keys, "isPublic", "occurredAt" FROM journal_entry
    WHERE number > $1 ORDER BY number LIMIT $2`,
}

/** Renews the lease, forgets those that ended long ago, and says how far the others have come; null: there are none. */
const renewal = {
  name: 'journal_lease_renewal',
  text: `WITH own AS (
      INSERT INTO cache_lease (id, seen, until) VALUES ($1, $2, clock_timestamp() + interval '2 seconds')
      ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, until = excluded.until
    ), old AS (DELETE FROM cache_lease WHERE until < clock_timestamp() - interval '1 minute' AND id <> $1)
    SELECT min(seen) AS others FROM cache_lease WHERE id <> $1 AND until > clock_timestamp()`,
}
