import { afterAll, expect, it } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import type { Prisma } from '../../src/db/generated/client.ts'
import { runTransaction } from '../../src/db/transaction.ts'
import { testDatabase } from '../helpers/database.ts'

const clone = await testDatabase()
const { prisma, close } = connectDatabase(clone.url, { applicationName: 'test' })
afterAll(() => close().then(clone.drop))

const tagRow = (slug: string) => ({
  id: crypto.randomUUID(),
  type: 'TOPIC' as const,
  name: slug,
  nameFolded: slug,
  slug,
  changedAt: new Date(),
})

/** Two transactions that take two things in opposite order, each sure to have its first before it asks for its second. */
async function crossed(take: (tx: Prisma.TransactionClient, what: 'one' | 'other') => Promise<unknown>) {
  const arrived: Record<string, () => void> = {}
  const meeting = {
    one: new Promise<void>((done) => (arrived.one = done)),
    other: new Promise<void>((done) => (arrived.other = done)),
  }
  const tries = { one: 0, other: 0 }
  const run = (first: 'one' | 'other', second: 'one' | 'other') =>
    runTransaction(prisma, async (tx) => {
      tries[first]++
      await take(tx, first)
      arrived[first]?.()
      await meeting[second]
      await take(tx, second)
      return first
    })
  const ends = await Promise.all([run('one', 'other'), run('other', 'one')])
  return { ends, tries: tries.one + tries.other }
}

it('a deadlock over rows makes one of the two run again, and both come to their end', async () => {
  await prisma.tag.createMany({ data: [tagRow('one'), tagRow('other')] })
  const { ends, tries } = await crossed((tx, slug) =>
    tx.tag.update({ where: { slug }, data: { version: { increment: 1 } } }),
  )
  expect([ends, tries]).toEqual([['one', 'other'], 3])
  expect((await prisma.tag.findMany({ select: { version: true } })).map(({ version }) => version)).toEqual([3, 3])
})

it('so does a deadlock over locks, which are taken by SQL', async () => {
  const { ends, tries } = await crossed(
    (tx, name) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  )
  expect([ends, tries]).toEqual([['one', 'other'], 3])
})

it('another error ends the transaction at once, and nothing of it stays', async () => {
  let tries = 0
  const work = runTransaction(prisma, async (tx) => {
    tries++
    await tx.tag.create({ data: tagRow('lost') })
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect([tries, await prisma.tag.count({ where: { slug: 'lost' } })]).toEqual([1, 0])
})
