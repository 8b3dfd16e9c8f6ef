// A newsroom on the embedded server whose clients do random things until it is killed. It says what it is about to ask and
// what was answered, each in a line that is written before the next thing happens.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { seededRandom } from '../../bench/archive/random.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { withNewsroom } from '../newsroom.ts'
import { runClient } from './clients.ts'
import { loadWorld } from './world.ts'

const { dataDir, seed, clients, first } = JSON.parse(process.argv[2] ?? '{}')
const tell = (fact: object) => writeSync(1, `${JSON.stringify(fact)}\n`)
const log = { info: () => undefined, warn: () => undefined }

tell({ isLoaded: true })
await once(process.stdin, 'data')
const server = await startEmbedded({ dataDir, log })
await withNewsroom(server.url, async (newsroom) => {
  const world = await loadWorld(newsroom.database.pool)
  tell({ isReady: true })
  const gate = async () => true
  const random = seededRandom(seed)
  await Promise.all(
    Array.from({ length: clients }, (_, n) =>
      runClient({ newsroom, world, random, number: first + n, gate, say: tell }),
    ),
  )
})
