import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { programOf } from '../../prove/program.ts'
import type { Order, Outcome } from './client.ts'

/** Processor time in µs and memory in bytes of a process, as it sees itself. */
export interface Usage {
  user: number
  system: number
  rss: number
  heap: number
}

/** A server in a process of its own, listening on loopback. */
export interface Server {
  name: ServerName
  port: number
  usage(): Promise<Usage>
  /** Hands the server what it is to send. */
  prepare(buffer: string): Promise<void>
  stop(): Promise<void>
}

/** `dateline` keeps answers, `uncached` is the same without. */
export const serverNames = ['dateline', 'uncached', 'sql', 'buffer'] as const
export type ServerName = (typeof serverNames)[number]

const programs: Record<ServerName, string> = {
  dateline: 'dateline',
  uncached: 'dateline',
  sql: 'sql',
  buffer: 'buffer',
}

/** Starts one of bench/servers. `settings` reach it as JSON. */
export async function startServer(name: ServerName, settings: object, execArgv: string[] = []): Promise<Server> {
  const child = fork(programOf(`bench/servers/${programs[name]}.mjs`), [JSON.stringify(settings)], {
    execArgv,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const { port } = await answerOf<{ port: number }>(child)
  const ask = async <T>(message: object) => {
    child.send(message)
    return answerOf<T>(child)
  }
  return {
    name,
    port,
    usage: async () => (await ask<{ usage: Usage }>({ ask: 'usage' })).usage,
    prepare: async (buffer) => void (await ask({ buffer })),
    stop: async () => {
      // A server that died by itself is what the run failed with; stopping it must not hide that.
      if (!child.connected) return
      child.send({ ask: 'stop' }, () => undefined)
      await once(child, 'exit')
    },
  }
}

/** The process that puts load on servers, so that its own work is not theirs. */
export function startClient() {
  const child = fork(fileURLToPath(new URL('client.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  return {
    putLoad: async (order: Order): Promise<Outcome> => {
      child.send(order)
      return answerOf<Outcome>(child)
    },
    stop: () => child.connected && child.disconnect(),
  }
}

/** The next message of a child. @throws when it ends instead. */
async function answerOf<T>(child: ChildProcess): Promise<T> {
  const done = new AbortController()
  const ended = once(child, 'exit', { signal: done.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.slice(1).join(' ').slice(0, 200)} ended with code ${code} before it answered`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: done.signal }), ended])
    return message as T
  } finally {
    ended.catch(() => undefined)
    done.abort()
  }
}
