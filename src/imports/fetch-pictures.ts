import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import { storeMediaFromUrl } from '../media/fetch-media.ts'
import { FileWords } from '../media/media.ts'
import type { Entry } from './entries.ts'
import type { ImportMedia } from './item.ts'
import { pictureAt } from './meet.ts'

/** What came of an address: the id of the asset that is kept here, and whether it was not before, or why there is none. */
export type Fetched = Map<string, FetchedOne>
type FetchedOne = { id: string; isNew: boolean } | { fault: string }

/** Pictures that are fetched at once: a few, for they are decoded and made anew. */
const atOnce = 3

/** Failures in a row after which a host is asked for no more pictures: an archive may name thousands of one that is gone. */
const mostFailures = 5

/** How often in a row each host of a run did not give a picture. */
export type Failures = Map<string, number>

/**
 * Fetches the pictures of a batch and keeps them here, by the guarded client and under the bounds of every file that is fetched.
 * Nothing is thrown for a picture: it is linked, and the report says why. Not to be called inside a transaction.
 */
export async function fetchPictures(
  ctx: Ctx,
  entries: Entry[],
  failures: Failures,
  signal: AbortSignal,
): Promise<Fetched> {
  const fetched: Fetched = new Map()
  const wanted = [...new Map(picturesOf(entries).map((media) => [media.url, media])).values()]
  const next = async (): Promise<void> => {
    for (let media = wanted.shift(); media && !signal.aborted; media = wanted.shift())
      fetched.set(media.url, await fetchOne(ctx, media, failures))
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return fetched
}

function picturesOf(entries: Entry[]): ImportMedia[] {
  return entries
    .flatMap((entry) => {
      if (entry.kind === 'media') return [entry.media]
      if (entry.kind === 'author') return entry.author.avatarUrl ? [pictureAt(entry.author.avatarUrl)] : []
      return entry.kind === 'story' && 'content' in entry.prepared ? entry.item.media : []
    })
    .filter(({ type }) => type === 'IMAGE')
}

async function fetchOne(ctx: Ctx, media: ImportMedia, failures: Failures): Promise<FetchedOne> {
  const { hostname } = new URL(media.url)
  if ((failures.get(hostname) ?? 0) >= mostFailures)
    return { fault: `${hostname} gave none of the last ${mostFailures} pictures, and is asked for no more` }
  try {
    const { media: kept, isNew } = await storeMediaFromUrl(ctx, media.url, wordsOf(media))
    failures.delete(hostname)
    return { id: kept.id, isNew }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    failures.set(hostname, (failures.get(hostname) ?? 0) + 1)
    return { fault: error.faults.map(({ message }) => message).join('; ') || error.message }
  }
}

/** What the file says of it, as far as it fits. */
function wordsOf({ alt, caption, credit }: ImportMedia): FileWords {
  const words = Object.fromEntries(Object.entries({ alt, caption, credit }).filter(([, value]) => value !== null))
  const wrong = new Set(faultsOf(FileWords, words).map(({ path }) => path))
  return Object.fromEntries(Object.entries(words).filter(([name]) => !wrong.has(name)))
}
