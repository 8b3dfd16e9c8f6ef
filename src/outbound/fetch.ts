import { type Outbound, OutboundError } from '../core/outbound.ts'

/** What a library gives to the `fetch` that it is handed; jose's `customFetch` is one. */
export interface FetchOptions {
  method?: string
  headers?: ConstructorParameters<typeof Headers>[0]
  signal?: AbortSignal | null
}

/**
 * A `fetch` for libraries, over the guarded client: GET only, redirects are not followed, 5 s, answers of 1 MB at most.
 * @throws OutboundError, `too_large` for a longer answer, for half of a document is none.
 */
export function outboundFetch(outbound: Outbound) {
  return async (url: string | URL, { method = 'GET', headers, signal }: FetchOptions = {}): Promise<Response> => {
    if (method !== 'GET') throw new TypeError(`this fetch knows GET only, not ${method}`)
    const answer = await outbound.request(String(url), {
      headers: Object.fromEntries(new Headers(headers)),
      timeoutMs: 5_000,
      maxBytes: 1_048_576,
      ...(signal && { signal }),
    })
    if (!answer.isWhole) throw new OutboundError('too_large', 'the answer is longer than 1 MB')
    // The constructor takes no body with these.
    const body = [204, 205, 304].includes(answer.status) ? null : new Uint8Array(answer.body)
    return new Response(body, { status: answer.status, headers: answer.headers })
  }
}
