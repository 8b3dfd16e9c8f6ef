import { uuidv7 } from 'uuidv7'
import { systemCaller } from '../../src/core/caller.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { databaseClock } from '../../src/db/clock.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { runTransaction } from '../../src/db/transaction.ts'

/** What a story of the crash test may refer to. */
export interface Facts {
  id: string
  authors: string[]
  tags: string[]
  others: string[]
}

const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }

/** The house without its faces, with the real clock. */
export function crashCtx(db: PrismaClient): Ctx {
  return {
    caller: systemCaller('crash'),
    now: new Date(),
    db,
    site,
    tx: (work) => runTransaction(db, work),
    newId: uuidv7,
    databaseNow: databaseClock.databaseNow,
  }
}

/** The n-th version of a story: every part of it is different from the one before, and says which it is. */
export function takeOf(n: number, { id, authors, tags, others }: Facts) {
  const turned = <T>(items: T[]) =>
    items.map((_, k) => items[(k + n) % items.length] as T).slice(0, 1 + (n % items.length))
  const links = turned(others).map((articleId, k) => ({
    _type: 'block',
    markDefs: [{ _type: 'articleRef', _key: `m${k}`, articleId }],
    children: [{ _type: 'span', text: `Take ${n}, link ${k}`, marks: [`m${k}`] }],
  }))
  return {
    headline: `Take ${n}`,
    standfirst: `Take ${n}.`,
    ...(n % 7 === 0 && { slug: `take-${n}-${id.slice(-12)}` }),
    body: [{ _type: 'block', children: [{ _type: 'span', text: `Take ${n} ${'word '.repeat(400)}` }] }, ...links],
    bylines: turned(authors).map((authorId) => ({ authorId, role: `Take ${n}` })),
    tagIds: turned(tags),
    related: turned(others).map((articleId) => ({ articleId, headline: `Take ${n}` })),
  }
}
