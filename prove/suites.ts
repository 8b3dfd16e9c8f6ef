import { noQueryStops } from './attacks/no-query-stops.ts'
import { embeddedKills } from './crash/embedded-kills.ts'
import { serverKills } from './crash/server-kills.ts'
import { noDraftLeaves } from './hostile/no-draft-leaves.ts'
import { importKills } from './imports/import-kills.ts'
import { backupKills } from './out/backup-kills.ts'
import { uploadKills } from './out/upload-kills.ts'
import type { Proof } from './proof.ts'
import { retries } from './retries/retries.ts'
import { schedules } from './schedules/schedules.ts'
import { noStale } from './stale/stale.ts'
import { stalled } from './stalled/stalled.ts'
import { lostUpdates } from './updates/lost-updates.ts'
import { webhooks } from './webhooks/webhooks.ts'

/** The proofs of each side of the house. */
export const suites: Record<string, Proof[]> = {
  editorial: [serverKills, embeddedKills, schedules, webhooks, lostUpdates, retries],
  import: [importKills],
  out: [backupKills, uploadKills],
  delivery: [noStale, noDraftLeaves, noQueryStops, stalled],
}
