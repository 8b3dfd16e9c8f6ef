import pg from 'pg'
import { vi } from 'vitest'

/** How many statements are sent to the server while this runs, by pool, client or Prisma; but for what follows the journal, twice a second. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return sent.mock.calls.filter(([what]) => !/^journal_/.test((what as { name?: string }).name ?? '')).length
  } finally {
    sent.mockRestore()
  }
}
