import { claimImport, endRun, runOf } from '../../src/imports/claims.ts'
import type { ImportSettings } from '../../src/imports/import.ts'
import type { Found, ImportItem } from '../../src/imports/item.ts'
import type { Outcome } from '../../src/imports/outcomes.ts'
import { processImport } from '../../src/imports/process.ts'
import type { Newsroom } from '../helpers/app.ts'
import { fileOf } from './stories.ts'

interface Told {
  source?: string
  publish?: boolean
  dryRun?: boolean
  settings?: ImportSettings
}

/** Imports things as if a file had them. Gives what became of each. */
export async function importThings(
  newsroom: Newsroom,
  things: (Found | ImportItem)[],
  { source = 'old.example', publish = false, dryRun = false, settings = {} }: Told = {},
): Promise<Outcome[]> {
  const ctx = newsroom.ctx()
  const { id } = await ctx.db.importJob.create({
    data: {
      ...{
        id: ctx.newId(),
        source,
        origin: 'FILE',
        name: 'things.xml',
        state: 'QUEUED',
        isPublished: publish,
        isDryRun: dryRun,
      },
      ...{ settings, createdAt: ctx.now, createdBy: 'test', changedAt: ctx.now },
    },
  })
  const job = await claimImport(ctx, id)
  if (!job) throw new Error('nobody else claims here')
  const outcomes: Outcome[] = []
  const reading = { found: fileOf(...things), skip: job.done, bytesRead: () => 1 }
  const tell = (batch: Outcome[]) => outcomes.push(...batch)
  await processImport(ctx, runOf(job), reading, { signal: new AbortController().signal, tell })
  await endRun(ctx, runOf(job), 'DONE')
  return outcomes
}
