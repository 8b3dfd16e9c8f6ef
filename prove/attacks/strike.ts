import { Agent, request } from 'undici'
import { WebSocket } from 'ws'
import type { Attack } from './corpus.ts'

/** What came back: the code of the first error, null without one. `fault`: what must never be answered. */
export interface Struck {
  code: string | null
  fault: string | null
}

/** Sends an attack to the service at `host`, over one of the transports. */
export type Strike = (host: string, attack: Attack) => Promise<Struck>

const dispatcher = new Agent({ pipelining: 1 })

/** By POST. */
export const strikeByPost: Strike = async (host, { body }) => {
  const answer = await request(`http://${host}/graphql`, {
    ...{ method: 'POST', dispatcher },
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await answer.body.text()
  return {
    code: codeIn(text),
    fault: answer.statusCode >= 500 ? `answered ${answer.statusCode}: ${text.slice(0, 200)}` : null,
  }
}

/** Closing codes that a client is to blame for: of the protocol, and a message that is too large or is not text. */
const blamed = (code: number) => (code >= 4400 && code < 4500) || [1000, 1002, 1003, 1007, 1008, 1009].includes(code)
/** Ms for an answer. */
const patienceMs = 20_000

/** Over a websocket of its own; a message that is too large ends it. */
export const strikeBySocket: Strike = (host, { body }) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${host}/graphql`, 'graphql-transport-ws')
    const late = setTimeout(() => end({ code: null, fault: `no answer in ${patienceMs} ms` }), patienceMs)
    const end = (struck: Struck) => {
      clearTimeout(late)
      socket.removeAllListeners('close')
      socket.terminate()
      resolve(struck)
    }
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) =>
      end({ code: null, fault: blamed(code) ? null : `closed with ${code} ${reason}` }),
    )
    socket.on('open', () => socket.send('{"type":"connection_init"}'))
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data))
      // A subscription that was let in says nothing until something happens.
      if (type === 'connection_ack')
        socket.send(`{"id":"1","type":"subscribe","payload":${typeof body === 'string' ? body : JSON.stringify(body)}}`)
      else if (type !== 'ping')
        end({ code: codeIn(String(data)), fault: /"code":"internal"/.test(String(data)) ? 'answered internal' : null })
    })
  })

function codeIn(text: string): string | null {
  return /"code":"(\w+)"/.exec(text)?.[1] ?? null
}
