// Dateline as `npm start` runs it: compiled, with the settings of production, its log at 'warn'. `cacheMb` 0: it keeps no answers.
import { randomUUID } from 'node:crypto'
import { buildApp } from '../../dist/app.js'
import { startKeeping } from '../../dist/cache/keeping.js'
import { keepHeapSmall } from '../../dist/cli/heap.js'
import { connectDatabase } from '../../dist/db/connect.js'
import { followJournal } from '../../dist/db/journal-follower.js'
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
