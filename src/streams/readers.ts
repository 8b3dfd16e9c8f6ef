import { networkOf } from '../accounts/throttle.ts'
import { Refusal } from '../core/errors.ts'

/** How many readers one process holds at once, and how much is kept for those who do not read. */
export interface ReaderLimits {
  /** Streams and sockets of this process. */
  inAll: number
  /** Of one address; of IPv6 a network of 64 bits. */
  perAddress: number
  /** Bytes that wait for one reader. */
  bytes: number
  /** Bytes that wait for all of them. */
  bytesInAll: number
}

/** A reader whose connection is open. */
export interface Connection {
  address: string
  /** Bytes that were written and that they have not taken. */
  waiting(): number
  /** Ends it in good order: the service stops. */
  end(): void
  /** Cuts it: they do not read. */
  drop(): void
}

/** The open streams and sockets of a process. */
export interface Readers {
  /** @throws too_many_requests, unavailable; nothing else is done then. Gives what takes the connection out. */
  join(connection: Connection): () => void
  /** To be told how many bytes were just written to a connection: drops who does not read. */
  check(connection: Connection, written: number): void
  count(): number
  /** Ends all; nobody joins any more. */
  endAll(): void
}

/**
 * Counts readers, and drops those for whom too much waits. What waits for all together is looked at whenever an eighth of it has
 * been written anew: then those go for whom most does, so that thousands who stall at once cannot fill the memory of those who read.
 */
export function makeReaders({ inAll, perAddress, bytes, bytesInAll }: ReaderLimits): Readers {
  const connections = new Set<Connection>()
  const ofAddress = new Map<string, number>()
  let isClosing = false
  let writtenSinceLook = 0
  const look = () => {
    writtenSinceLook = 0
    const waiting = [...connections].map((connection) => ({ connection, size: connection.waiting() }))
    let total = waiting.reduce((sum, { size }) => sum + size, 0)
    if (total <= bytesInAll) return
    for (const { connection, size } of waiting.sort((a, b) => b.size - a.size)) {
      if (total <= bytesInAll) return
      connection.drop()
      total -= size
    }
  }
  return {
    join: (connection) => {
      const block = networkOf(connection.address)
      const count = ofAddress.get(block) ?? 0
      if (isClosing || connections.size >= inAll) throw full(isClosing)
      if (count >= perAddress) throw tooMany(perAddress)
      ofAddress.set(block, count + 1)
      connections.add(connection)
      return () => {
        if (!connections.delete(connection)) return
        const left = (ofAddress.get(block) ?? 1) - 1
        if (left > 0) ofAddress.set(block, left)
        else ofAddress.delete(block)
      }
    },
    check: (connection, written) => {
      if (connection.waiting() > bytes) connection.drop()
      writtenSinceLook += written
      if (writtenSinceLook > bytesInAll / 8) look()
    },
    count: () => connections.size,
    endAll: () => {
      isClosing = true
      for (const connection of [...connections]) connection.end()
    },
  }
}

function full(isClosing: boolean): Refusal {
  const why = isClosing ? 'this process is about to stop' : 'this process holds as many streams and sockets as it can'
  return new Refusal('unavailable', `${why}; come again in some seconds`, { details: { retryAfterSeconds: 5 } })
}

function tooMany(perAddress: number): Refusal {
  return new Refusal(
    'too_many_requests',
    `your address has ${perAddress} streams and sockets open, which is the most; close one`,
    { details: { retryAfterSeconds: 30 } },
  )
}
