import { systemCaller } from '../../src/core/caller.ts'
import { databaseClock } from '../../src/db/clock.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { claimImport, endRun, runOf } from '../../src/imports/claims.ts'
import { processImport } from '../../src/imports/process.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { storiesOf } from './stories.ts'

// Goes on with the import of the id in the second argument, in the database of the first, to its end or until it is killed.

const [, , url = '', id = '', size = '0'] = process.argv
const { prisma, close } = connectDatabase(url, { applicationName: 'import', max: 4 })
const site = { name: 'Proof', publicUrl: 'https://news.example', defaultLocale: 'en' }
const ctx = makeCtx(prisma, site, databaseClock, systemCaller('import'))
const job = await claimImport(ctx, id)
if (!job) throw new Error(`import ${id} is nobody's to claim`)
const reading = { found: storiesOf(Number(size)), skip: job.done, bytesRead: () => 0 }
process.send?.('begun')
await processImport(ctx, runOf(job), reading, { signal: new AbortController().signal })
await endRun(ctx, runOf(job), 'DONE')
await close()
process.disconnect?.()
