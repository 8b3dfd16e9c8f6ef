import { afterAll, expect, it } from 'vitest'
import { recordEvent } from '../../src/core/events.ts'
import { testNewsroom } from '../helpers/app.ts'
import { statementsOf } from '../helpers/statements.ts'

const news = await testNewsroom()
afterAll(news.close)

it('outbox, audit and change feed cost a verb one statement in all', async () => {
  const ctx = news.ctx()
  const statements = await ctx.tx(async (tx) => {
    await tx.$queryRaw`SELECT 1`
    return statementsOf(() => recordEvent(ctx, tx, { type: 'tag.created', subjectId: ctx.newId(), version: 1 }))
  })
  expect(statements).toBe(1)
})

it('a transaction that fails leaves neither entry nor number', async () => {
  const before = await news.db.journalHead.findFirstOrThrow()
  const ctx = news.ctx()
  const failing = ctx.tx(async (tx) => {
    await recordEvent(ctx, tx, { type: 'tag.created', subjectId: ctx.newId(), version: 1 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await news.db.journalHead.findFirstOrThrow()).toEqual(before)
})
