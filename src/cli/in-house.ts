import { type Config, readConfig } from '../config.ts'
import { systemCaller } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { databaseClock } from '../db/clock.ts'
import { filesOf, openHouse, siteOf } from '../house.ts'
import { makeCtx } from '../make-ctx.ts'
import { makeOutbound } from '../outbound/client.ts'
import { log } from './log.ts'

interface Options {
  /** The settings; those of the process when left out. */
  config?: Config
}

/** Does what a command asks as the house itself, which may do everything; the journal has it under `cli`. */
export async function inHouse(work: (ctx: Ctx) => Promise<void>, { config = readConfig() }: Options = {}) {
  const house = await openHouse(config, log)
  const site = siteOf(config, `http://localhost:${config.PORT}`)
  const outbound = makeOutbound({ allowedHosts: config.OUTBOUND_ALLOW_HOSTS })
  const caller = systemCaller('cli')
  const ctx = makeCtx(house.db, site, databaseClock, caller, outbound, undefined, filesOf(config))
  await work(ctx).finally(house.close)
}
