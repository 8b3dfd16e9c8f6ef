import { homedir } from 'node:os'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Canaries, readable } from './canaries.ts'
import type { Read } from './doors.ts'

/** What came back, as much of it as a reader gets. */
export interface Given {
  status: number
  headers: Record<string, unknown>
  body: string
}

const stack = /^\s*at .{1,300}:\d+:\d+\)?$|\bat \S+ \(.{1,300}:\d+:\d+\)|\\n\s+at .{1,300}:\d+/m
const sql =
  /\bSELECT\b.{1,400}\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.{1,200}\bSET\b|\bDELETE FROM\b|SQLSTATE|PrismaClient|prisma\./s
const places = [process.cwd(), `${homedir()}/`, '/node_modules/', 'file://'].filter((each) => each.length > 2)

/** In bytes over a connection the headers are a part of the text. */
const cacheKeys = /^(surrogate-key|cache-tag): .*$/gim

/** What is wrong with an answer, in words; empty when nothing is. `askedAt`: by `performance.now()`. */
export function faultsOf(canaries: Canaries, read: Read, { status, headers, body }: Given, askedAt: number): string[] {
  const asked = `${read.url}\n${Object.values(read.headers).join('\n')}\n${read.payload ?? ''}`
  const text = `${status}\n${Object.entries(headers)
    .map((each) => each.join(': '))
    .join('\n')}\n${body}`
  const isPage = read.url.startsWith('/docs') || read.url.startsWith('/graphiql')
  return [
    // It is there to say that the database is slow, which it is when a machine does too much else.
    ...(status >= 500 && !(status === 503 && read.url === '/health/ready') ? [`answered ${status}`] : []),
    ...canaries.leaksIn(text, askedAt, asked).map((where) => `shows ${where}`),
    // What an answer depends on is named in headers for caches: ids of what it leads to, there or not.
    ...canaries.idsIn(body.replace(cacheKeys, ''), asked).map((where) => `shows the id of ${where}`),
    ...(!isPage && stack.test(text) ? ['shows a stack trace'] : []),
    ...(!isPage && sql.test(text) ? ['shows SQL'] : []),
    ...places
      .filter((place) => !isPage && text.includes(place) && !readable(asked).includes(place.toLowerCase()))
      .map((place) => `shows the path ${place}`),
  ].map(
    (fault) =>
      `${fault}: ${read.method} ${read.url.slice(0, 600)} ${read.payload?.slice(0, 600) ?? ''}\n    ${excerpt(text, fault)}`,
  )
}

function excerpt(text: string, fault: string): string {
  if (fault.startsWith('answered')) return text.slice(-300)
  const at = text.search(fault.includes('SQL') ? sql : fault.includes('stack') ? stack : /zx[a-z]{8}/)
  return text.slice(Math.max(0, at - 100), at + 200)
}

/** The bytes of a body as text, as they were before they were compressed. */
export function unpacked(bytes: Buffer, encoding: unknown): string {
  if (bytes.length === 0) return ''
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  return encoding === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString()
}
