import type { Ctx } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import type { IngestSource } from '../db/generated/client.ts'
import { claimImport } from '../imports/claims.ts'
import { entryOf } from '../imports/entries.ts'
import { executeImport, type Input } from '../imports/execute.ts'
import { detectFormat } from '../imports/formats.ts'
import { identitiesOf } from '../imports/identities.ts'
import type { ImportSettings } from '../imports/import.ts'
import { readImport } from '../imports/read.ts'
import { decodeHead } from '../imports/text/decode.ts'
import { isToldOf, type Refused } from './told-of.ts'

/** What a poll brought. */
export interface News {
  created: number
  updated: number
  refused: number
  /** The import of it; null when there was nothing new, for which none is made. */
  importId: string | null
  /** Whether all of it was read: not when the process stops meanwhile. */
  isWhole: boolean
}

const nothing: News = { created: 0, updated: 0, refused: 0, importId: null, isWhole: true }

/**
 * Imports what a file of a source has to say, when that is anything new. A file of a folder that cannot be read is an import that failed.
 * @throws invalid_input for a feed that cannot be read
 */
export async function importNews(
  ctx: Ctx,
  source: IngestSource,
  name: string,
  input: Input,
  signal: AbortSignal,
): Promise<News> {
  const known = { name, format: source.format, bytesTotal: null as number | null }
  try {
    const parts: Uint8Array[] = []
    for await (const piece of input.bytes) parts.push(piece)
    const body = Buffer.concat(parts)
    const again = () => ({ ...input, bytes: only(body) })
    known.bytesTotal = body.length
    known.format ??= formatOf(source, body, input)
    if (!(await isNews(ctx, source, known.format, again()))) return nothing
    return await runImport(ctx, source, known, async () => again(), signal)
  } catch (error) {
    if (source.kind === 'FEED' || !(error instanceof Refusal)) throw error
    const failing = () => Promise.reject(error)
    return { ...(await runImport(ctx, source, known, failing, signal)), refused: 1 }
  }
}

/** What a server says in the place of its feed, while it is being repaired or asks who is there, is in one of these formats. */
const formatsOfNotices: Record<string, string> = { html: 'a web page', text: 'a plain text' }

/** @throws invalid_input also for a feed that gives a page or a plain text: a notice would be taken for a story */
function formatOf({ kind }: IngestSource, body: Buffer, { charset, fileName }: Input): string {
  const { name } = detectFormat(decodeHead(body.subarray(0, 65_536), charset), fileName)
  const notice = kind === 'FEED' ? formatsOfNotices[name] : undefined
  if (notice === undefined) return name
  const message = `answers with ${notice}, not with a feed; set format to '${name}' when that is a story`
  throw invalidInput([{ path: 'url', message }])
}

/** Makes the import, and does it. */
async function runImport(
  ctx: Ctx,
  source: IngestSource,
  { name, format, bytesTotal }: { name: string; format: string | null; bytesTotal: number | null },
  input: () => Promise<Input>,
  signal: AbortSignal,
): Promise<News> {
  const { id } = await ctx.db.importJob.create({
    data: {
      ...{ id: ctx.newId(), source: source.name, origin: 'INGEST', name: name.slice(0, 2_000), format },
      ...{ state: 'QUEUED', bytesTotal, createdAt: ctx.now, changedAt: ctx.now },
      ...{ isPublished: source.isPublished, settings: { ...(source.settings as object), near: source.nearDuplicates } },
      ...{ createdBy: source.createdBy, createdById: source.createdById },
    },
    select: { id: true },
  })
  const job = await claimImport(ctx, id)
  if (job) await executeImport(ctx, job, input, { signal, whenEnded: 'STOPPED' })
  const { created, updated, refused, state } = await ctx.db.importJob.findUniqueOrThrow({ where: { id } })
  // One that an editor stopped is not begun again.
  const isWhole = state === 'DONE' || state === 'FAILED' || (state === 'STOPPED' && !signal.aborted)
  return { created, updated, refused, importId: id, isWhole }
}

/**
 * Whether the file says anything that it had not said before: a story, or something that does not fit and was not told of.
 * @throws invalid_input for a feed that has no story, and something that cannot be read
 */
async function isNews(ctx: Ctx, source: IngestSource, format: string, { bytes, ...known }: Input): Promise<boolean> {
  const { locale = null } = source.settings as ImportSettings
  const refused: Refused[] = []
  let [number, stories] = [0, 0]
  for await (const found of readImport(bytes, format, { locale, ...known })) {
    const entry = entryOf(found, ++number, locale ?? ctx.site.defaultLocale)
    if (entry.kind === 'refused') refused.push(entry)
    if (entry.kind !== 'story') continue
    stories += 1
    const identities = await identitiesOf(ctx.db, source.name, [entry])
    if (identities.get(entry.item.externalId)?.hash !== entry.hash) return true
  }
  const [first] = refused
  if (first && stories === 0 && source.kind === 'FEED')
    throw invalidInput([{ path: '', message: `no story in it can be read: ${first.reason}` }])
  return !(await isToldOf(ctx, source, refused))
}

async function* only(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body
}
