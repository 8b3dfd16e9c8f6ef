import { connect } from 'node:net'
import { WebSocket } from 'ws'

/** Who follows what happens. */
export interface Client {
  /** Places in the journal of what came, as they came; nothing of one that stopped reading. */
  numbers: number[]
  close(): void
}

/** Asks for server-sent events, and reads them or stops at once. */
export function openStream(url: string, localAddress: string, isStalled: boolean): Promise<Client> {
  const { hostname, port, host } = new URL(url)
  const numbers: number[] = []
  const socket = connect({ host: hostname, port: Number(port), localAddress })
  socket.on('error', () => undefined)
  socket.write(`GET /v1/stream HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  return new Promise((resolve) => {
    let text = ''
    socket.on('data', (chunk) => {
      if (isStalled) socket.pause()
      else {
        text += chunk
        for (let end = text.indexOf('\ndata:'); end >= 0; end = text.indexOf('\ndata:')) {
          numbers.push(numberOf(/id: (\S+)\nevent[^\n]*$/.exec(text.slice(0, end))?.[1]))
          text = text.slice(end + 6)
        }
      }
      resolve({ numbers, close: () => socket.destroy() })
    })
  })
}

/** Subscribes to what happens to a story, and reads it or stops at once. */
export function openSocket(url: string, localAddress: string, id: string, isStalled: boolean): Promise<Client> {
  const numbers: number[] = []
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { localAddress })
  socket.on('error', () => undefined)
  socket.once('open', () => socket.send('{"type":"connection_init"}'))
  const query = `subscription { articleUpdated(id: "${id}") { headline } }`
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data))
      if (type === 'next') return numbers.push(numberOf(payload.extensions.cursor))
      socket.send(JSON.stringify({ id: 'one', type: 'subscribe', payload: { query } }), () => {
        // What it says goes out first.
        if (isStalled) setTimeout(() => socket.pause(), 50)
        resolve({ numbers, close: () => socket.terminate() })
      })
    })
  })
}

function numberOf(cursor: string | undefined): number {
  const [, number] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
  return Number(number)
}
