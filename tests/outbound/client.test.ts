import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import type { OutboundRequest } from '../../src/core/outbound.ts'
import { makeOutbound, publicOutbound } from '../../src/outbound/client.ts'
import { outboundFetch } from '../../src/outbound/fetch.ts'

const servers: Server[] = []
const sockets = new Set<Socket>()
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A web server on this machine, and what it was asked. */
async function receiver(answer: (request: IncomingMessage, reply: ServerResponse) => void) {
  const asked: string[] = []
  const port = await listen(
    createServer((request, reply) => {
      asked.push(`${request.method} ${request.url}`)
      answer(request, reply)
    }),
  )
  return { port, url: `http://127.0.0.1:${port}`, asked }
}

/** A server that speaks no HTTP of its own accord. */
async function rawReceiver(onConnection: (socket: Socket) => void) {
  const port = await listen(createRawServer(onConnection))
  return `http://127.0.0.1:${port}`
}

const { request } = makeOutbound({ allowedHosts: [{ host: '127.0.0.1', port: '*' }] })
const codeOf = (url: string, options: OutboundRequest = {}) =>
  request(url, options).then(
    ({ status }) => status,
    ({ code }) => code,
  )

it('a request arrives whole and its answer comes back', async () => {
  let told = ''
  const { url } = await receiver((asked, reply) => {
    asked.on('data', (chunk) => {
      told += chunk
    })
    asked.on('end', () => reply.writeHead(201, { 'x-kind': ['a', 'b'] }).end(`${asked.headers['x-one']}!`))
  })
  const answer = await request(`${url}/hook?x=1`, { method: 'POST', body: 'Өзен', headers: { 'x-one': '1' } })
  expect(told).toBe('Өзен')
  expect(answer).toMatchObject({ status: 201, isWhole: true, headers: { 'x-kind': 'a, b', connection: 'close' } })
  expect(answer.body.toString()).toBe('1!')
})

it('a redirect is the answer and is not followed', async () => {
  const inside = await receiver((_, reply) => reply.end('secret'))
  const { url } = await receiver((_, reply) => reply.writeHead(302, { location: `${inside.url}/secret` }).end())
  const { status, headers } = await request(url)
  expect([status, headers.location]).toEqual([302, `${inside.url}/secret`])
  expect(inside.asked).toEqual([])
})

it('without a setting a private receiver is never connected to', async () => {
  const { url, asked } = await receiver((_, reply) => reply.end())
  await expect(publicOutbound.request(url)).rejects.toMatchObject({ code: 'blocked' })
  expect(asked).toEqual([])
})

it('an answer that takes too long is a timeout: no head, no end of the body, no end of the head', async () => {
  const slow = { timeoutMs: 150 }
  const mute = await receiver(() => undefined)
  const endless = await receiver((_, reply) => void reply.writeHead(200).write('x'))
  const drip = await rawReceiver((socket) => void socket.write('HTTP/1.1 200 OK\r\nx-'))
  expect(await Promise.all([mute.url, endless.url, drip].map((url) => codeOf(url, slow)))).toEqual(
    Array(3).fill('timeout'),
  )
})

it('a name that takes too long is a timeout', async () => {
  const outbound = makeOutbound({ lookup: () => new Promise(() => undefined) })
  await expect(outbound.request('http://slow.example/', { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timeout' })
})

it('a body without end is cut and its connection ended', async () => {
  const ended = new Promise<void>((resolve) => {
    void receiver((_, reply) => {
      const timer = setInterval(() => reply.write('x'.repeat(65_536)), 1)
      reply.on('close', () => {
        clearInterval(timer)
        resolve()
      })
    }).then(async ({ url }) => {
      const { body, isWhole } = await request(url, { maxBytes: 100_000 })
      expect([body.length, isWhole]).toEqual([100_000, false])
    })
  })
  await ended
})

it('a head without end is refused', async () => {
  const url = await rawReceiver((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket.write(`x-${'y'.repeat(4_000)}: z\r\n`), 1)
    socket.on('close', () => clearInterval(timer))
  })
  expect(await codeOf(url)).toBe('too_large')
})

it('a connection that breaks, or speaks no HTTP, is a reset', async () => {
  const breaking = await rawReceiver((socket) => socket.resetAndDestroy())
  const half = await rawReceiver((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'))
  const babble = await rawReceiver((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
  const nobody = await receiver(() => undefined)
  servers.at(-1)?.close()
  expect(await Promise.all([breaking, half, babble, nobody.url].map((url) => codeOf(url)))).toEqual(
    Array(4).fill('reset'),
  )
})

it('whoever asked can end it, with a reason of their own', async () => {
  const { url } = await receiver(() => undefined)
  const ending = new AbortController()
  const asked = request(url, { signal: ending.signal })
  setTimeout(() => ending.abort(new Error('stopped')), 20)
  await expect(asked).rejects.toThrow('stopped')
})

it('a name with one private address among public ones is refused', async () => {
  const outbound = makeOutbound({
    lookup: async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
  })
  const refused = outbound.request('http://mixed.example/')
  await expect(refused).rejects.toMatchObject({ code: 'blocked' })
  await expect(refused).rejects.not.toThrow('10.0.0.1')
})

it.each(['::ffff:127.0.0.1', '64:ff9b::7f00:1', '::1', '169.254.169.254', 'fe80::1%eth0'])(
  'a name that leads to %s is refused',
  async (address) => {
    const outbound = makeOutbound({ lookup: async () => [{ address, family: 6 }] })
    await expect(outbound.request('http://sly.example/')).rejects.toMatchObject({ code: 'blocked' })
  },
)

it('a name that answers otherwise the second time is asked once for each request, and refused then', async () => {
  const ending = new AbortController()
  let asked = 0
  const outbound = makeOutbound({
    lookup: async () => {
      // The public address is nobody's business: the request ends before it is called.
      if (++asked === 1) setImmediate(() => ending.abort(new Error('far enough')))
      return [{ address: asked === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }]
    },
  })
  const first = outbound.request('http://rebinding.example/', { signal: ending.signal })
  await expect(first).rejects.toThrow('far enough')
  expect(asked).toBe(1)
  await expect(outbound.request('http://rebinding.example/')).rejects.toMatchObject({ code: 'blocked' })
})

it('the connection goes to the address that was checked, whatever the name answers later', async () => {
  const { port, asked } = await receiver((_, reply) => reply.end('checked'))
  let lookups = 0
  const outbound = makeOutbound({
    allowedHosts: [{ host: 'moving.example', port }],
    lookup: async () => [{ address: ++lookups === 1 ? '127.0.0.1' : '127.0.0.9', family: 4 }],
  })
  expect((await outbound.request(`http://moving.example:${port}/`)).body.toString()).toBe('checked')
  expect([lookups, asked.length]).toEqual([1, 1])
})

it('an allowed name is called at the address that it was found at', async () => {
  const { port, asked } = await receiver((request, reply) => reply.end(request.headers.host))
  const outbound = makeOutbound({
    allowedHosts: [{ host: 'intranet.example', port }],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  const { body } = await outbound.request(`http://intranet.example:${port}/x`)
  expect([body.toString(), asked]).toEqual([`intranet.example:${port}`, ['GET /x']])
})

it('a name that cannot be resolved, or has no address, says so', async () => {
  const failing = makeOutbound({ lookup: () => Promise.reject(new Error('ENOTFOUND')) })
  const empty = makeOutbound({ lookup: async () => [] })
  for (const outbound of [failing, empty])
    await expect(outbound.request('http://nowhere.example/')).rejects.toMatchObject({ code: 'dns' })
})

it('libraries get a fetch', async () => {
  const { url } = await receiver(({ url, headers }, reply) => {
    if (url === '/long') reply.end('x'.repeat(1_100_000))
    else
      reply
        .writeHead(url === '/none' ? 204 : 200, { 'content-type': 'application/json' })
        .end(`{"as":"${headers.accept}"}`)
  })
  const fetch = outboundFetch({ request, open: () => Promise.reject(new Error('not asked')), faultOf: () => null })
  const answer = await fetch(new URL(url), { headers: new Headers({ accept: 'json' }) })
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
    200,
    'application/json',
    { as: 'json' },
  ])
  expect((await fetch(`${url}/none`)).status).toBe(204)
  await expect(fetch(`${url}/long`)).rejects.toMatchObject({ code: 'too_large' })
  await expect(fetch(url, { method: 'POST' })).rejects.toThrow('GET only')
})
