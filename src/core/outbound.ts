import type { Readable } from 'node:stream'

/** The only way out of the house. Whatever is asked for by an address that somebody typed in goes through it. */
export interface Outbound {
  /**
   * One request and its answer; redirects are not followed, a 3xx is the answer.
   * @throws OutboundError
   */
  request(url: string, options?: OutboundRequest): Promise<OutboundAnswer>
  /**
   * The same for an answer that is too long to be held: its head, and the body as it comes. Whoever asks reads the body to its end, or
   * destroys it, in `timeoutMs`: an error of the body is an OutboundError, and so is more than `maxBytes` (`too_large`).
   * @throws OutboundError
   */
  open(url: string, options?: OutboundRequest): Promise<OutboundStream>
  /**
   * What is wrong with a URL as it stands, without asking the network, in words that complete "url …"; null when nothing is.
   * A name that leads to a private address is found out only by `request`.
   */
  faultOf(url: string): string | null
}

export interface OutboundRequest {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** Ms for all of it: name, connection, request and answer. 15 s when left out. */
  timeoutMs?: number
  /** Bytes of the answer's body that are read at most; the rest is dropped with the connection. 64 kB when left out. */
  maxBytes?: number
  /** Ends the request; what is thrown is the signal's own reason. */
  signal?: AbortSignal
}

export interface OutboundAnswer {
  status: number
  /** By name in lower case; of a repeated header all values, joined by commas. */
  headers: Record<string, string>
  body: Buffer
  /** Whether `body` is all that came, and not cut at `maxBytes`. */
  isWhole: boolean
}

export interface OutboundStream extends Pick<OutboundAnswer, 'status' | 'headers'> {
  body: Readable
}

/**
 * Why there is no answer. `blocked`: the address is not one that the house calls. `dns`: the name cannot be resolved.
 * `timeout`: it took too long. `reset`: no connection, or it broke. `too_large`: the head of the answer has no end, or its body is longer than was asked for.
 */
export type OutboundCode = 'blocked' | 'dns' | 'timeout' | 'reset' | 'too_large'

/** A request that came to no answer. The message never names an address that was found, so that it cannot map a private network. */
export class OutboundError extends Error {
  override name = 'OutboundError'
  readonly code: OutboundCode

  constructor(code: OutboundCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
