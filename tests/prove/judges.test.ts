import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainFaults } from '../../prove/crash/chain.ts'
import { newLedger } from '../../prove/crash/ledger.ts'
import { type Firing, judge } from '../../prove/schedules/firings.ts'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { testNewsroom } from '../helpers/app.ts'

// A proof that cannot fail proves nothing: what each judge has to find is planted here.

let news: Awaited<ReturnType<typeof testNewsroom>>
let database: Database
beforeAll(async () => {
  news = await testNewsroom()
  const [{ host = '', name = '' } = {}] = await news.db.$queryRaw<{ host: string; name: string }[]>`
    SELECT current_setting('unix_socket_directories') AS host, current_database() AS name`
  database = connectDatabase(`postgresql://postgres@/${name}?host=${encodeURIComponent(host)}`, {
    applicationName: 'test',
  })
  for (const name of ['One', 'Two', 'Three']) await news.make.tag({ name })
})
afterAll(async () => {
  await database.close()
  await news.close()
})

describe('the judge of the journal', () => {
  it('has nothing to say of an honest one', async () => {
    expect((await chainFaults(database.pool)).faults).toEqual([])
  })

  it.each([
    [
      'another actor',
      `UPDATE journal_entry SET actor = 'somebody' WHERE number = 2`,
      'journal entry 2 has a wrong hash',
    ],
    ['a missing entry', 'DELETE FROM journal_entry WHERE number = 2', 'journal entry 3 leaves a gap'],
    [
      'a missing tail',
      'DELETE FROM journal_entry WHERE number = (SELECT number FROM journal_head)',
      'the head of the journal says',
    ],
  ])('finds %s', async (_, change, fault) => {
    const client = await database.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query(change)
      const pool = client as unknown as pg.Pool
      expect((await chainFaults(pool)).faults.join()).toContain(fault)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})

describe('the judge of what was acknowledged', () => {
  const journalOf = (types: string[], address = 'fd00::1') =>
    ({
      query: async () => ({ rows: types.map((type, n) => ({ number: `${n + 1}`, address, type })) }),
    }) as unknown as pg.Pool
  const faultsOf = async (status: number, pool: pg.Pool) => {
    const ledger = newLedger()
    ledger.write({ address: 'fd00::1', verb: 'publish', event: 'article.published', status })
    return ledger.compare(pool)
  }

  it.each([
    ['acknowledged, and there once', 200, ['article.published'], 0],
    ['acknowledged, and lost', 200, [], 1],
    ['acknowledged, and done twice', 200, ['article.published', 'article.published'], 1],
    ['refused, and not there', 409, [], 0],
    ['refused, and done all the same', 409, ['article.published'], 1],
    ['unanswered, and done', 0, ['article.published'], 0],
    ['unanswered, and not done', 500, [], 0],
    ['unanswered, and done twice', 0, ['article.published', 'article.published'], 1],
  ])('what was %s', async (_, status, types, faults) => {
    expect(await faultsOf(status, journalOf(types))).toHaveLength(faults)
  })

  it('finds an entry that nobody asked for', async () => {
    expect(await newLedger().compare(journalOf(['tag.created'], 'fd00::2'))).toHaveLength(1)
  })
})

describe('the judge of schedules', () => {
  const fired: Firing = {
    ...{ articleId: 'a', action: 'PUBLISH', status: 'DONE', type: 'article.published', lateMs: 5, firedAt: 1 },
    ...{ claimsEarly: false, rightRevision: true },
  }

  it('has nothing to say of what fired in time', () => expect(judge([fired])).toEqual([]))
  it.each([
    ['twice', { action: null, status: null }],
    ['never', { type: null, status: 'PENDING' }],
    ['early, by the note of the server', { lateMs: -1 }],
    ['early, by its own account', { claimsEarly: true }],
    ['with another verb', { type: 'article.withdrawn' }],
    ['with another revision', { rightRevision: false }],
  ])('finds what fired %s', (_, wrong) => expect(judge([{ ...fired, ...wrong }])).toHaveLength(1))
})
