import { systemCaller } from '../../src/core/caller.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { databaseClock } from '../../src/db/clock.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { makeCtx } from '../../src/make-ctx.ts'

const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }

/** The house without its faces, with the real clock. */
export function crashCtx(db: PrismaClient): Ctx {
  return makeCtx(db, site, databaseClock, systemCaller('crash'))
}
