import type { Ctx } from '../core/ctx.ts'
import { invalidInput, type Refusal } from '../core/errors.ts'
import type { ReceivedFile } from '../core/files.ts'
import { OutboundError, type OutboundStream } from '../core/outbound.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { MediaFetch } from './media.ts'
import { toMediaRecord } from './published.ts'
import { receiveFile, tooLarge } from './receive.ts'
import { type StoredMedia, storeReceived } from './store-media.ts'
import { siteForStaff } from './tickets.ts'

/** Ms for the whole file, and for the head of each redirect. */
const timeoutMs = 60_000
/** Redirects that are followed; each leads through the guarded client like the first address. */
const mostRedirects = 5

/**
 * Fetches a file and keeps it, as `storeMedia` does. `input`: `MediaFetch`.
 * @throws invalid_input for an address that gives no file, and what `storeMedia` throws.
 */
export async function fetchMedia(ctx: Ctx, input: unknown): Promise<StoredMedia> {
  allow(ctx.caller, 'media', 'create')
  const { url, ...words } = parse(MediaFetch, input)
  return storeReceived(ctx, await fetchFile(ctx, url), words, url)
}

/**
 * The same for who brings many stories in: a file that was fetched from this address before is not fetched again, but is what it was then.
 * `words`: `FileWords`. Not to be called inside a transaction.
 */
export async function storeMediaFromUrl(ctx: Ctx, url: string, words: object = {}): Promise<StoredMedia> {
  allow(ctx.caller, 'media', 'create')
  const known = await ctx.db.mediaAsset.findFirst({
    where: { sourceUrl: url },
    orderBy: { id: 'asc' },
    include: { mergedInto: true },
  })
  if (known) return { media: toMediaRecord(known.mergedInto ?? known, await siteForStaff(ctx)), isNew: false }
  return fetchMedia(ctx, { ...words, url })
}

async function fetchFile(ctx: Ctx, url: string): Promise<ReceivedFile> {
  try {
    const { body } = await openFile(ctx, url, mostRedirects)
    return await receiveFile(ctx, body)
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    if (error.code === 'too_large') throw tooLarge(ctx.files.limits.bytes)
    throw noFile(`cannot be fetched: ${error.message}`)
  }
}

async function openFile(ctx: Ctx, url: string, redirects: number): Promise<OutboundStream> {
  // One byte more than the most, so that what is too long is found out by whoever counts.
  const answer = await ctx.outbound.open(url, { timeoutMs, maxBytes: ctx.files.limits.bytes + 1 })
  const { status, headers, body } = answer
  if (status === 200) return answer
  body.destroy()
  const target = [301, 302, 303, 307, 308].includes(status) ? targetOf(headers.location, url) : null
  if (!target) throw noFile(`answers with status ${status}, not with a file`)
  if (redirects === 0) throw noFile(`redirects more than ${mostRedirects} times`)
  return openFile(ctx, target, redirects - 1)
}

function targetOf(location: string | undefined, base: string): string | null {
  return location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : null
}

function noFile(words: string): Refusal {
  return invalidInput([{ path: 'url', message: words }])
}
