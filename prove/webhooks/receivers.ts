import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'

/** A request as a receiver got it. */
export interface Receipt {
  /** Ms since 1970, when the request began to arrive. */
  at: number
  headers: Record<string, string>
  body: string
  /** What the package of the standard says against its signature, at once; null: nothing. */
  fault: string | null
}

/** Somebody who is sent events, on a port of this machine. */
export interface Receiver {
  url: string
  /** With which it verifies signatures; to be set as soon as it is known. */
  secret: string
  /** Everything that came, in the order of arrival. */
  receipts: Receipt[]
  /** How often somebody connected who should have had no reason to. */
  trapped(): number
  close(): Promise<void>
}

export const poisons = ['hang', 'reset', 'endless', 'redirect'] as const
export type Poison = (typeof poisons)[number]

/** A receiver that answers at once with 204, or one of those that make trouble. */
export async function newReceiver(poison: Poison | null): Promise<Receiver> {
  const receipts: Receipt[] = []
  const known = { secret: '' }
  let trapped = 0
  const listener: RequestListener = async (request, response) => {
    const at = Date.now()
    if (request.url === '/trap') trapped++
    if (poison === 'reset') return void request.socket.resetAndDestroy()
    const body = await textOf(request)
    if (!request.complete) return
    const headers = request.headers as Record<string, string>
    receipts.push({ at, headers, body, fault: faultOf(known.secret, body, headers) })
    if (poison === null) response.writeHead(204).end()
    if (poison === 'redirect') response.writeHead(302, { location: '/trap' }).end()
    if (poison === 'endless') {
      response.writeHead(200)
      for (; !response.destroyed; await wait(50)) response.write('and on '.repeat(1_000))
    }
  }
  const server = createServer(listener)
  // Connections that are cut are what this is about.
  server.on('clientError', (_, socket) => socket.destroy())
  const url = await listen(server)
  return Object.assign(known, { url: `${url}/hook`, receipts, trapped: () => trapped, close: () => close(server) })
}

function faultOf(secret: string, body: string, headers: Record<string, string>): string | null {
  try {
    new Webhook(secret).verify(body, headers)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  try {
    for await (const part of request) parts.push(part as Buffer)
  } catch {
    // The sender was killed: what came is not a whole request.
  }
  return Buffer.concat(parts).toString()
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    })
  })
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
