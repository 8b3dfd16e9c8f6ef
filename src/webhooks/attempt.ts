import type { Ctx } from '../core/ctx.ts'
import { OutboundError } from '../core/outbound.ts'
import type { Claimed } from './claim.ts'
import { signatureHeaders } from './signature.ts'

/** What came of one try. */
export interface Attempted {
  durationMs: number
  /** The HTTP status; null when there was no answer. */
  status: number | null
  answer: string | null
  error: string | null
}

/** Bytes of an answer that are kept in the log, and that are read at most. */
const keptBytes = 4_000
const readBytes = 65_536

/**
 * Sends one delivery, signed with the secrets that hold now. Whatever the receiver does is an outcome, no error; only the end of
 * the signal is thrown, as the signal's own reason.
 */
export async function attemptDelivery(
  ctx: Ctx,
  delivery: Claimed,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Attempted> {
  const { url, eventId, body, at } = delivery
  const began = performance.now()
  const came = (outcome: Omit<Attempted, 'durationMs'>) => ({
    durationMs: Math.round(performance.now() - began),
    ...outcome,
  })
  try {
    const headers = { 'content-type': 'application/json', ...signatureHeaders(eventId, at, body, secretsOf(delivery)) }
    const request = { method: 'POST', headers, body, timeoutMs, maxBytes: readBytes, signal } as const
    const answer = await ctx.outbound.request(url, request)
    return came({ status: answer.status, answer: textOf(answer.body), error: null })
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return came({ status: null, answer: null, error: `${error.code}: ${error.message}` })
  }
}

function secretsOf({ secret, previousSecret, previousUntil, at }: Claimed): string[] {
  return previousSecret && previousUntil && previousUntil > at ? [secret, previousSecret] : [secret]
}

/** PostgreSQL has no NUL in a text. */
function textOf(body: Buffer): string {
  return body.subarray(0, keptBytes).toString().replaceAll('\0', '\ufffd')
}
