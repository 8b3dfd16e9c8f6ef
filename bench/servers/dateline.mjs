// Dateline as `npm start` runs it: compiled, with the settings of production, its log at 'warn'.
import { buildApp } from '../../dist/app.js'
import { connectDatabase } from '../../dist/db/connect.js'
import { serveParent } from './process.mjs'

const { url, site, connections } = JSON.parse(process.argv[2])
const { prisma: db } = connectDatabase(url, { applicationName: 'dateline', max: connections })
const app = await buildApp({ db, site, version: 'bench', logger: { level: 'warn' } })
await app.listen({ host: '127.0.0.1', port: 0 })
serveParent(app.server.address().port)
