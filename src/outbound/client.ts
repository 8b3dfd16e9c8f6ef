import { promises as dns, type LookupAddress } from 'node:dns'
import { Readable } from 'node:stream'
import type { Client } from 'undici'
import {
  type Outbound,
  type OutboundAnswer,
  OutboundError,
  type OutboundRequest,
  type OutboundStream,
} from '../core/outbound.ts'
import { isPublicAddress } from './address.ts'
import { type AllowedHost, readTarget, type Target } from './target.ts'

export interface OutboundOptions {
  /** Hosts that may be private, and the ports that they may have: OUTBOUND_ALLOW_HOSTS. */
  allowedHosts?: readonly AllowedHost[]
  /** All addresses of a name; the system's resolver when left out. */
  lookup?: (host: string) => Promise<LookupAddress[]>
}

/** Bytes of the head of an answer at most: what Node's own server takes of a request. */
const maxHeaderBytes = 16_384

/**
 * The guarded client. A name is resolved once, every address of it is checked, and the connection goes to one of those that were
 * checked, so that a name which answers otherwise the next time gains nothing. Each request has a connection of its own.
 */
export function makeOutbound({ allowedHosts = [], lookup = systemLookup }: OutboundOptions = {}): Outbound {
  return {
    request: (url, options = {}) => requestOf(() => readTarget(url, allowedHosts), lookup, options, exchange),
    open: (url, options = {}) => requestOf(() => readTarget(url, allowedHosts), lookup, options, openStream),
    faultOf: (url) => {
      try {
        readTarget(url, allowedHosts)
        return null
      } catch (error) {
        if (error instanceof OutboundError) return error.message
        throw error
      }
    },
  }
}

/** Calls nothing but the public Internet. */
export const publicOutbound: Outbound = makeOutbound()

function systemLookup(host: string): Promise<LookupAddress[]> {
  return dns.lookup(host, { all: true })
}

type Lookup = NonNullable<OutboundOptions['lookup']>

/** One request over a connection of its own, to one of these addresses. */
type Exchange<T> = (
  to: Target,
  addresses: LookupAddress[] | null,
  options: OutboundRequest,
  ending: AbortSignal,
  toFailure: (error: unknown) => unknown,
) => Promise<T>

async function requestOf<T>(
  target: () => Target,
  lookup: Lookup,
  options: OutboundRequest,
  run: Exchange<T>,
): Promise<T> {
  const { timeoutMs = 15_000, signal } = options
  const deadline = AbortSignal.timeout(timeoutMs)
  const ending = signal ? AbortSignal.any([deadline, signal]) : deadline
  const toFailure = (error: unknown) => {
    if (error instanceof OutboundError) return error
    if (signal?.aborted) return signal.reason
    if (deadline.aborted) return new OutboundError('timeout', `no whole answer within ${timeoutMs} ms`, error)
    return failureOf(error)
  }
  try {
    const to = target()
    return await run(to, await addressesOf(to, lookup, ending), options, ending, toFailure)
  } catch (error) {
    throw toFailure(error)
  }
}

/** The addresses to connect to; null when the host is an address itself, which was checked with the URL. */
async function addressesOf(to: Target, lookup: Lookup, ending: AbortSignal): Promise<LookupAddress[] | null> {
  if (to.isLiteral) return null
  const found = await beforeEnd(lookup(to.host), ending).catch((error: unknown) => {
    ending.throwIfAborted()
    throw new OutboundError('dns', `the name ${to.host} cannot be resolved`, error)
  })
  if (found.length === 0) throw new OutboundError('dns', `the name ${to.host} has no address`)
  if (!to.isAllowed && !found.every(({ address }) => isPublicAddress(address)))
    throw new OutboundError('blocked', 'leads to an address that is not public')
  return found
}

function beforeEnd<T>(work: Promise<T>, ending: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(ending.reason)
    if (ending.aborted) return end()
    ending.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => ending.removeEventListener('abort', end))
  })
}

async function exchange(
  to: Target,
  addresses: LookupAddress[] | null,
  options: OutboundRequest,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const client = await clientTo(to, addresses)
  try {
    const answer = await ask(client, to, options, signal)
    return {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
      ...(await beginningOf(answer.body, options.maxBytes ?? 65_536)),
    }
  } finally {
    void client.destroy().catch(() => undefined)
  }
}

async function openStream(
  to: Target,
  addresses: LookupAddress[] | null,
  options: OutboundRequest,
  signal: AbortSignal,
  toFailure: (error: unknown) => unknown,
): Promise<OutboundStream> {
  const client = await clientTo(to, addresses)
  const close = () => void client.destroy().catch(() => undefined)
  try {
    const answer = await ask(client, to, options, signal)
    // Of a body that nobody began to read nobody is told that it ended.
    answer.body.on('error', () => undefined)
    const chunks = limited(answer.body, options.maxBytes ?? 65_536, toFailure)
    const body = Readable.from(chunks, { objectMode: false }).once('close', close)
    return { status: answer.statusCode, headers: plainHeaders(answer.headers), body }
  } catch (error) {
    close()
    throw error
  }
}

async function clientTo({ url }: Target, addresses: LookupAddress[] | null): Promise<Client> {
  // With the first request that goes out: a start is quicker without.
  const { Client } = await import('undici')
  return new Client(url.origin, {
    // One request for a connection, and none kept: 'connection: close'.
    pipelining: 0,
    maxHeaderSize: maxHeaderBytes,
    // The signal is the only clock.
    ...{ headersTimeout: 0, bodyTimeout: 0 },
    connect: { ...(addresses && { lookup: lookupGiving(addresses) }), autoSelectFamily: true, timeout: 0 },
  })
}

function ask(
  client: Client,
  { url }: Target,
  { method = 'GET', headers = {}, body }: OutboundRequest,
  signal: AbortSignal,
) {
  const path = `${url.pathname}${url.search}`
  const sent = { 'user-agent': 'Dateline', ...headers }
  return client.request({ method, path, headers: sent, body: body ?? null, signal })
}

async function* limited(
  chunks: AsyncIterable<Buffer>,
  most: number,
  toFailure: (error: unknown) => unknown,
): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > most) throw new OutboundError('too_large', `the answer is longer than ${most} bytes`)
      yield chunk
    }
  } catch (error) {
    throw toFailure(error)
  }
}

type LookupCallback = (error: null, address: string | LookupAddress[], family?: number) => void

/** A lookup for `net.connect` that answers what was checked and nothing else. */
function lookupGiving(addresses: LookupAddress[]) {
  return (_host: string, options: { all?: boolean }, answer: LookupCallback): void => {
    const [first] = addresses
    queueMicrotask(() => (options.all ? answer(null, addresses) : answer(null, first?.address ?? '', first?.family)))
  }
}

async function beginningOf(chunks: AsyncIterable<Buffer>, most: number): Promise<{ body: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    size += chunk.length
    if (size > most) return { body: Buffer.concat(parts).subarray(0, most), isWhole: false }
  }
  return { body: Buffer.concat(parts), isWhole: true }
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]))
}

function failureOf(error: unknown): OutboundError {
  if ((error as { code?: unknown }).code === 'UND_ERR_HEADERS_OVERFLOW')
    return new OutboundError('too_large', `the head of the answer is longer than ${maxHeaderBytes} bytes`, error)
  return new OutboundError('reset', `the connection failed: ${reasonOf(error)}`, error)
}

/** The code of an error of Node or undici; its words may name the address, which is not for everybody. */
function reasonOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : String(name)
}
