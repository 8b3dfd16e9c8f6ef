import type { Random } from '../../bench/archive/random.ts'
import type { Newsroom } from '../newsroom.ts'
import { chooseVerb } from './verbs.ts'
import type { World } from './world.ts'

/** What a client says: that it will ask, and what it was told. A request is known by its address, which the journal keeps. */
export interface Word {
  address: string
  verb: string
  /** See `Verb`. */
  event: string
  /** Null: it is asked now. Else the HTTP status, 0 for none. */
  status: number | null
  /** The beginning of what was answered to a request that should not fail. */
  text?: string
}

/** Waits until the clients may go on; false when they are to end. */
export type Gate = () => Promise<boolean>

interface Client {
  newsroom: Newsroom
  world: World
  random: Random
  /** Makes its addresses different from those of every other client. */
  number: number
  gate: Gate
  say(word: Word): void
}

/** Does random things, one after the other, until the gate says that it is enough. */
export async function runClient({ newsroom, world, random, number, gate, say }: Client): Promise<void> {
  for (let n = 1; await gate(); n++) {
    const verb = chooseVerb(random)
    const asked = verb.ask(world, random)
    if (!asked) continue
    const { name, event } = verb
    const address = `fd00::${number.toString(16)}:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}`
    say({ address, verb: name, event, status: null })
    const answer = await newsroom.app
      .inject({
        ...{ method: asked.method, url: `/v1/editorial/${asked.path}`, remoteAddress: address },
        headers: { authorization: `Bearer ${newsroom.key}`, ...(asked.body && { 'content-type': 'application/json' }) },
        ...(asked.body && { payload: JSON.stringify(asked.body) }),
      })
      .catch(() => null)
    const status = answer?.statusCode ?? 0
    if (answer && status < 300) verb.learn(world, asked, status === 204 ? {} : answer.json())
    // The belief about a story was wrong; it will be right the next time.
    if (answer && [404, 409].includes(status) && asked.id && world.stories.has(asked.id))
      await lookAgain(newsroom, world, asked.id)
    say({ address, verb: name, event, status, ...(status === 400 && { text: answer?.body.slice(0, 300) ?? '' }) })
  }
}

async function lookAgain({ database }: Newsroom, world: World, id: string): Promise<void> {
  const where = { id }
  const row = await database.prisma.article.findUnique({ where, select: { status: true } }).catch(() => null)
  if (row) world.stories.set(id, row.status)
}
