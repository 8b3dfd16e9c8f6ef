import { randomUUID } from 'node:crypto'
import { startKeeping } from '../../src/cache/keeping.ts'
import { followJournal } from '../../src/db/journal-follower.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'

/** Two processes' worth of services that keep answers, and one that keeps none, over one database. */
export interface Newsrooms {
  keeping: [Newsroom, Newsroom]
  plain: Newsroom
}

/** Does something with three services on one database, and closes them in any case. */
export async function withNewsrooms<T>(url: string, work: (newsrooms: Newsrooms) => Promise<T>): Promise<T> {
  return withNewsroom(url, (plain) =>
    withNewsroom(url, (first) => withNewsroom(url, (second) => work({ plain, keeping: [first, second] }), keep), keep),
  )
}

const keep: NonNullable<Parameters<typeof withNewsroom>[2]> = ({ prisma: db, pool }) =>
  startKeeping({
    ...{ db, id: randomUUID(), maxBytes: 16 * 2 ** 20 },
    follow: (following) => followJournal({ ...following, pool }),
  })
