import pc from 'picocolors'
import { makeCtx } from '../app.ts'
import { readConfig } from '../config.ts'
import { systemCaller } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { databaseClock } from '../db/clock.ts'
import { runTransaction } from '../db/transaction.ts'
import { filesOf, openHouse, siteOf } from '../house.ts'

const log = { info: () => {}, warn: (message: string) => console.error(`${pc.yellow('warning:')} ${message}`) }

/**
 * Does what a command asks as the house itself, which may do everything; the journal has it under `cli`. `run` is how its transactions
 * run: again after conflicts when left out.
 */
export async function inHouse(work: (ctx: Ctx) => Promise<void>, run = runTransaction): Promise<void> {
  const config = readConfig()
  const house = await openHouse(config, log)
  const site = siteOf(config, `http://localhost:${config.PORT}`)
  const caller = systemCaller('cli')
  const ctx = makeCtx(house.db, site, databaseClock, caller, undefined, undefined, run, filesOf(config))
  await work(ctx).finally(house.close)
}
