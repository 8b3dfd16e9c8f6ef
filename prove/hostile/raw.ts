import { connect } from 'node:net'
import type { Random } from '../../bench/archive/random.ts'
import type { Bait } from './bait.ts'
import type { Read } from './doors.ts'
import type { Given } from './judge.ts'

/** Ms after which nothing more is expected of an answer. */
const patienceMs = 300

/** A generator of bytes that are hardly HTTP. */
export function rawDoors(random: Random, bait: Bait): () => string {
  const path = () =>
    `/v1/${random.pick(['articles', 'tags', 'preview', 'fronts', 'search?q=', 'editorial/articles'])}/${bait.slug()}`
  const ways: (() => string)[] = [
    () => `GET ${path()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    () => `GET http://evil.example${path()} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    () => `GET ${path()} HTTP/1.0\r\n\r\n`,
    () => `get ${path()} HTTP/1.1\r\nHost: x\r\n\r\n`,
    () => `BREW ${path()} HTTP/1.1\r\nHost: x\r\n\r\n`,
    () => `GET ${path()}\xff\xfe%00\x01 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    () => `GET ${path()} HTTP/9.9\r\nHost: x\r\n\r\n`,
    () => `GET ${path()} HTTP/1.1\r\nHost: x\r\nX-Long: ${bait.slug().repeat(2_000)}\r\n\r\n`,
    () => `GET ${path()} HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n`,
    () =>
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET ${path()} HTTP/1.1\r\n\r\n`,
    () =>
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n`,
    () => `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n`,
    () => `GET ${path()} HTTP/1.1\r\nHost: x\r\n\r\nGET ${path()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    () =>
      `GET /v1/stream?tag=${bait.slug()} HTTP/1.1\r\nHost: x\r\nLast-Event-ID: ${bait.slug()}\r\nConnection: close\r\n\r\n`,
    () =>
      `GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 1\r\n\r\n`,
    () => `GET ${path()} HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n`,
    () => `HEAD ${path()} HTTP/1.1\r\nHost: ${bait.slug()}\r\nRange: bytes=0-0\r\nConnection: close\r\n\r\n`,
    () => `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03${bait.slug()}\r\n\r\n`,
    () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
  ]
  return () =>
    random
      .pick(ways)()
      .replace(/[\u0100-\uffff]/g, '?')
}

/** Sends bytes over a connection of their own, and gives what came back until it ended or fell silent. */
export function sendRaw(url: string, bytes: string): Promise<{ read: Read; given: Given }> {
  const { hostname, port } = new URL(url)
  const read = { door: 'raw', method: 'raw', url: bytes, headers: {} }
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) })
    let text = ''
    const end = () => {
      socket.destroy()
      resolve({ read, given: { status: Number(/^HTTP\/1\.\d (\d+)/.exec(text)?.[1] ?? 0), headers: {}, body: text } })
    }
    socket.setTimeout(patienceMs, end)
    socket.on('error', end)
    socket.on('close', end)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}
