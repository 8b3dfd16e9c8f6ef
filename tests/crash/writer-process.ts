// A newsroom that revises and publishes one story for ever, until it is killed. It says what it is about to do and what was
// acknowledged, each in a line that is written before the next statement is sent.
import { writeSync } from 'node:fs'
import { type Facts, takeOf } from '../../prove/crash/take.ts'
import { reviseArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { crashCtx } from './ctx.ts'

const [dataDir = '', facts = '{}', from = '1'] = process.argv.slice(2)
const story = JSON.parse(facts) as Facts
const log = { info: () => undefined, warn: () => undefined }
const server = await startEmbedded({ dataDir, log, settings: { fsync: 'off' } })
const { prisma } = connectDatabase(server.url, { applicationName: 'crash-writer', max: 2 })

for (let n = Number(from); ; n++) {
  const { version } = await reviseArticle(crashCtx(prisma), story.id, takeOf(n, story))
  writeSync(1, `publishing ${version}\n`)
  await publishArticle(crashCtx(prisma), story.id, {})
  writeSync(1, `published ${version}\n`)
}
