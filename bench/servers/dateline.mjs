// Dateline as `npm start` runs it: compiled, with the settings of production, its log at 'warn'. `cacheMb` 0: it keeps no answers.
import { randomUUID } from 'node:crypto'
import { buildApp } from '../../src/app.ts'
import { startKeeping } from '../../src/cache/keeping.ts'
import { keepHeapSmall } from '../../src/cli/heap.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { followJournal } from '../../src/db/journal-follower.ts'
import { serveParent } from './process.mjs'

keepHeapSmall()
const { url, site, connections, cacheMb } = JSON.parse(process.argv[2])
const { prisma: db, pool } = connectDatabase(url, { applicationName: 'dateline', max: connections })
const keeping = await startKeeping({
  ...{ db, id: randomUUID(), maxBytes: cacheMb * 2 ** 20 },
  follow: (following) => followJournal({ ...following, pool }),
})
const app = await buildApp({ db, site, keeping, version: 'bench', logger: { level: 'warn' } })
await app.listen({ host: '127.0.0.1', port: 0 })
serveParent(app.server.address().port)
