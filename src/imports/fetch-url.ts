import type { Ctx } from '../core/ctx.ts'
import { invalidInput, type Refusal } from '../core/errors.ts'
import { OutboundError, type OutboundStream } from '../core/outbound.ts'

/** Redirects that are followed; each leads through the guarded client like the first address. */
const mostRedirects = 5

/** How an address is to be asked. */
export interface Asking {
  headers?: Record<string, string>
  /** Ms for all of it. */
  timeoutMs: number
  maxBytes: number
  signal: AbortSignal
}

/** What an address answered: its file, or, asked with a condition, that it is the same as before (304). */
export interface Fetched extends OutboundStream {
  /** Where the redirects led. */
  url: string
}

/**
 * Opens a file at an address, by the guarded client. Whoever asks reads the body to its end or destroys it.
 * @throws invalid_input when there is none
 */
export async function openUrl(ctx: Ctx, url: string, asking: Asking, redirects = mostRedirects): Promise<Fetched> {
  const answer = await ctx.outbound.open(url, asking).catch((error: unknown) => {
    throw error instanceof OutboundError ? noFile(`cannot be fetched: ${error.message}`, error) : error
  })
  if (answer.status === 200 || (answer.status === 304 && asking.headers)) return { ...answer, url }
  answer.body.destroy()
  const target = redirectOf(answer, url)
  if (!target) throw noFile(`answers with status ${answer.status}, not with a file`)
  if (redirects === 0) throw noFile(`redirects more than ${mostRedirects} times`)
  return openUrl(ctx, target, asking, redirects - 1)
}

function redirectOf({ status, headers }: OutboundStream, base: string): string | null {
  const { location } = headers
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  return isRedirect && location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : null
}

/** The pieces of a body. @throws invalid_input when it breaks off or is too long */
export async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw error instanceof OutboundError ? noFile(`did not come whole: ${error.message}`, error) : error
  }
}

/** The encoding that HTTP named; null for none. */
export function charsetOf(headers: Record<string, string>): string | null {
  return /;\s*charset="?([\w-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1] ?? null
}

function noFile(words: string, cause?: unknown): Refusal {
  const refusal = invalidInput([{ path: 'url', message: words }])
  if (cause !== undefined) refusal.cause = cause
  return refusal
}
