import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { makeReaders } from '../../src/streams/readers.ts'
import { testNewsroom } from '../helpers/app.ts'
import { readEvents } from './event-reader.ts'
import { openRaw, rawSocket } from './socket-client.ts'

it('when the service stops, streams and sockets end at once, and it waits for none of them', async () => {
  const news = await testNewsroom()
  const http = await news.app.listen({ port: 0, host: '127.0.0.1' })
  const [stream, socket] = [
    await readEvents(`${http}/v1/stream`),
    await openRaw(`${http.replace('http', 'ws')}/graphql`),
  ]
  const silent = await openRaw(`${http.replace('http', 'ws')}/graphql`)
  silent.socket.pause()
  await news.close()
  expect((await socket.closed).code).toBe(1012)
  await stream.ended
})

it('streams and sockets of one address are counted together; one that ends makes room; beyond, 429', async () => {
  const news = await testNewsroom({ readers: { perAddress: 2 } })
  const http = await news.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `${http.replace('http', 'ws')}/graphql`
  const [stream, socket] = [await readEvents(`${http}/v1/stream`), await openRaw(url)]
  const third = await readEvents(`${http}/v1/stream`)
  expect([third.status, third.problem?.code, third.headers.get('retry-after')]).toEqual([
    429,
    'too_many_requests',
    '30',
  ])
  const refused = rawSocket(url)
  const status = await new Promise((resolve) =>
    refused.socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
  )
  expect(status).toBe(429)
  socket.socket.terminate()
  await expect.poll(() => news.app.readers.count()).toBe(1)
  const next = await readEvents(`${http}/v1/stream`)
  expect(next.status).toBe(200)
  for (const { close } of [stream, next]) close()
  await expect.poll(() => news.app.readers.count()).toBe(0)
  await news.close()
})

it('a process that is full answers 503, with when to come again', async () => {
  const news = await testNewsroom({ readers: { inAll: 1 } })
  const http = await news.app.listen({ port: 0, host: '127.0.0.1' })
  const stream = await readEvents(`${http}/v1/stream`)
  const { status, problem, headers } = await readEvents(`${http}/v1/stream`)
  expect([status, problem?.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
  stream.close()
  await news.close()
})

it('a connection that breaks off while it begins is counted no more', async () => {
  const news = await testNewsroom()
  const http = await news.app.listen({ port: 0, host: '127.0.0.1' })
  const sockets = Array.from({ length: 20 }, () => rawSocket(`${http.replace('http', 'ws')}/graphql`))
  await wait(5)
  for (const { socket } of sockets) socket.terminate()
  await expect.poll(() => news.app.readers.count(), { timeout: 5_000 }).toBe(0)
  await news.close()
})

it('one who leaves before the answer begins is never counted, alone or behind another answer', async () => {
  const news = await testNewsroom()
  const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
  const app = await buildApp({ db: news.db, site, version: '0.0.0' })
  let [isHeld, isCut] = [false, false]
  // As if reading what they ask for took until they had left.
  app.addHook('preHandler', async ({ raw, url }) => {
    if (!url.startsWith('/v1/stream') && !url.startsWith('/graphql')) return
    const closed = new Promise((resolve) => raw.socket.once('close', resolve))
    isHeld = true
    // Of a connection that waits to be a socket nothing is read, not even its end.
    if (raw.headers.upgrade) raw.socket.destroy()
    await closed
    await wait(20)
    isCut = true
  })
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const head = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n'
  const joined = vi.spyOn(app.readers, 'join')
  for (const text of [head('/v1/stream'), head('/v1/stream').repeat(2), head('/graphql', upgrade)]) {
    isHeld = false
    isCut = false
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
    await expect.poll(() => isHeld, { timeout: 10_000 }).toBe(true)
    socket.destroy()
    await expect.poll(() => isCut, { timeout: 10_000 }).toBe(true)
    await wait(100)
    expect([text, app.readers.count()]).toEqual([text, 0])
  }
  expect(joined).not.toHaveBeenCalled()
  await app.close()
  await news.close()
})

it('one who leaves while their stream waits behind another answer of their connection is counted no more', async () => {
  const news = await testNewsroom()
  const { port } = new URL(await news.app.listen({ port: 0, host: '127.0.0.1' }))
  const ask = 'GET /v1/stream HTTP/1.1\r\nHost: x\r\n\r\n'
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(ask + ask))
  await expect.poll(() => news.app.readers.count()).toBe(2)
  socket.destroy()
  await expect.poll(() => news.app.readers.count()).toBe(0)
  await news.close()
})

it('when too much waits for all together, those go for whom most waits', () => {
  const dropped: number[] = []
  const readers = makeReaders({ inAll: 10, perAddress: 10, bytes: 1_000, bytesInAll: 800 })
  const connections = [0, 300, 400, 350, 10].map((size, n) => ({
    ...{ address: '192.0.2.1', waiting: () => size, end: () => undefined, drop: () => void dropped.push(n) },
  }))
  for (const connection of connections) readers.join(connection)
  for (const connection of connections) readers.check(connection, 50)
  expect(dropped).toEqual([2])
})

it('one for whom too much waits is dropped alone', () => {
  const dropped: string[] = []
  const readers = makeReaders({ inAll: 10, perAddress: 10, bytes: 1_000, bytesInAll: 100_000 })
  const of = (name: string, size: number) => ({
    ...{ address: '192.0.2.1', waiting: () => size, end: () => undefined, drop: () => void dropped.push(name) },
  })
  const [small, large] = [of('small', 1_000), of('large', 1_001)]
  for (const connection of [small, large]) {
    readers.join(connection)
    readers.check(connection, 10)
  }
  expect(dropped).toEqual(['large'])
})
