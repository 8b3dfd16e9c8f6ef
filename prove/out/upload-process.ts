// A newsroom that several clients upload files to, until it is killed. It says what was answered.
import { once } from 'node:events'
import { seededRandom } from '../../bench/archive/random.ts'
import { withNewsroom } from '../newsroom.ts'
import { filesOf, someFile, upload } from './media.ts'

const { url, media, clients, seed } = JSON.parse(process.argv[2] ?? '{}')
await withNewsroom(
  url,
  async (newsroom) => {
    const begun = once(process, 'message')
    process.send?.('loaded')
    await begun
    const random = seededRandom(seed)
    // Of four files one is brought by two at once.
    const shared = Array.from({ length: 50 }, () => someFile(random))
    const work = async (client: number) => {
      for (let n = 0; ; n++) {
        const bytes = await (n % 4 === 0 ? (shared[n % shared.length] ?? someFile(random)) : someFile(random))
        const { status, media: made } = await upload(newsroom, bytes)
        if (status < 300) process.send?.(made)
        else if (status !== 503) process.send?.({ fault: `client ${client} was answered with ${status}` })
      }
    }
    await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
  },
  undefined,
  filesOf(media),
)
