import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { killChild } from '../processes.ts'
import { programOf } from '../program.ts'

/** The service in a process of its own, as those who attack it see it, and as it sees itself. */
export interface Attacked {
  /** Host and port. */
  host: string
  /** Forgets what was before. */
  watch(): Promise<void>
  /** The longest time that its loop stood still since, in ms, and its memory in bytes. */
  told(): Promise<Told>
  /** Whether it is still there. */
  isAlive(): boolean
}

export interface Told {
  stoodMs: number
  rss: number
}

/** Does something with the service on a database, and ends it in any case. */
export async function withAttacked<T>(url: string, work: (attacked: Attacked) => Promise<T>): Promise<T> {
  const child = fork(programOf('prove/attacks/attacked-process.ts'), [url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    const { port } = await answerOf<{ port: number }>(child)
    const ask = async (word: string) => {
      const answer = answerOf<Told>(child)
      child.send(word)
      return answer
    }
    return await work({
      host: `127.0.0.1:${port}`,
      watch: async () => void (await ask('watch')),
      told: () => ask('told'),
      isAlive: () => child.exitCode === null && child.signalCode === null,
    })
  } finally {
    await killChild(child)
  }
}

/** The next message of a child. @throws when it ends instead */
async function answerOf<T>(child: ChildProcess): Promise<T> {
  const ending = new AbortController()
  const ended = once(child, 'exit', { signal: ending.signal }).then(([code, signal]) => {
    throw new Error(`the attacked process ended with ${code ?? signal}`)
  })
  // Whichever comes second is nobody's.
  ended.catch(() => undefined)
  const [message] = await Promise.race([once(child, 'message', { signal: ending.signal }), ended]).finally(() =>
    ending.abort(),
  )
  return message as T
}
