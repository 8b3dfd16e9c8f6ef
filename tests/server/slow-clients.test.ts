import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { testNewsroom } from '../helpers/app.ts'

/** Less than holds in service, and enough for a machine that is busy. */
const timeouts = { headersMs: 1_500, requestMs: 2_000, checkMs: 50, unreadMs: 2_000 }

const news = await testNewsroom()
const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
const app = await buildApp({ db: news.db, site, version: '0.0.0', timeouts })
let port: number

beforeAll(async () => {
  // More than the buffers of two kernels take: loopback sockets hold a few MB.
  app.get('/big', async () => Buffer.alloc(32 * 1_048_576, 'x'))
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  port = Number(new URL(address).port)
})
afterAll(async () => {
  await app.close()
  await news.close()
})

interface Client {
  socket: Socket
  received: string
  closedAfterMs: number | null
}

function open(drive: (socket: Socket) => void): Client {
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  const client: Client = { socket, received: '', closedAfterMs: null }
  socket.on('error', () => undefined)
  socket.on('close', () => {
    client.closedAfterMs = performance.now() - began
  })
  socket.on('connect', () => drive(socket))
  return client
}

/** Sends these words, then one letter of the rest every 100 ms, for ever. */
const dripping = (head: string, letter: string) => (socket: Socket) => {
  socket.on('data', () => undefined)
  socket.write(head)
  const timer = setInterval(() => socket.write(letter), 100)
  socket.on('close', () => clearInterval(timer))
}

const ways: Record<string, (socket: Socket) => void> = {
  'say nothing': (socket) => void socket.on('data', () => undefined),
  'send their head letter by letter': dripping('GET /v1/tags HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'a'),
  'send their body letter by letter': dripping(
    'POST /v1/auth/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    ' ',
  ),
  'do not take their answer': (socket) => {
    socket.pause()
    socket.write('GET /big HTTP/1.1\r\nHost: x\r\n\r\n')
  },
}

it('clients that say nothing, send slowly or do not read are all closed, and others are served meanwhile', async () => {
  const clients = Object.entries(ways).flatMap(([way, drive]) =>
    Array.from({ length: 5 }, () => ({ way, client: open(drive) })),
  )
  await wait(200)
  expect((await fetch(`http://127.0.0.1:${port}/v1/tags`)).status).toBe(200)
  // A paused socket learns of its end only when it reads on.
  await wait(3_500)
  for (const { client } of clients) client.socket.resume()
  for (let tried = 0; tried < 100 && clients.some(({ client }) => client.closedAfterMs === null); tried++)
    await wait(100)
  const left = clients.filter(({ client }) => client.closedAfterMs === null).map(({ way }) => way)
  expect(left).toEqual([])
  expect(clients.filter(({ client }) => (client.closedAfterMs ?? 0) < 1_400).map(({ way }) => way)).toEqual([])
  for (const { client } of clients) client.socket.destroy()
}, 20_000)

it('a client that reads slowly but steadily gets all of it', async () => {
  let size = 0
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('GET /v1/tags HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
  )
  socket.on('data', (chunk) => {
    size += chunk.length
  })
  await new Promise((resolve) => socket.on('close', resolve))
  expect(size).toBeGreaterThan(100)
})

it('a client that takes a large answer for longer than it may stand still gets all of it', async () => {
  let size = 0
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
  )
  // A MB each 100 ms.
  let taken = 0
  socket.on('data', (chunk) => {
    size += chunk.length
    taken += chunk.length
    if (taken < 1_048_576) return
    taken = 0
    socket.pause()
    setTimeout(() => socket.resume(), 100)
  })
  socket.on('error', () => undefined)
  const began = performance.now()
  await new Promise((resolve) => socket.on('close', resolve))
  expect(size).toBeGreaterThan(32 * 1_048_576)
  expect(performance.now() - began).toBeGreaterThan(timeouts.unreadMs)
}, 20_000)

it('a connection that offers another protocol with each request is looked after once', async () => {
  const connections: Socket[] = []
  const keep = (socket: Socket) => void connections.push(socket)
  app.server.on('connection', keep)
  const socket = connect(port, '127.0.0.1')
  const listeners = []
  for (let asked = 0; asked < 15; asked++) {
    const answer = new Promise((resolve) => socket.once('data', resolve))
    socket.write('GET /v1/tags HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n')
    await answer
    await wait(20)
    listeners.push(
      connections[0]?.eventNames().reduce((sum, name) => sum + (connections[0]?.listenerCount(name) ?? 0), 0),
    )
  }
  app.server.off('connection', keep)
  expect(connections.length).toBe(15 + 1)
  expect(new Set(connections).size).toBe(1)
  expect(new Set(listeners.slice(1)).size).toBe(1)
  socket.destroy()
})

it('a connection may wait for its next request longer than proxies do', () => {
  expect(app.server.keepAliveTimeout).toBeGreaterThan(60_000)
  expect(app.server.maxConnections).toBeGreaterThan(1_000)
})
