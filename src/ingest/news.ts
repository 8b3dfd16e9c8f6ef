import type { Ctx } from '../core/ctx.ts'
import type { IngestSource } from '../db/generated/client.ts'
import { claimImport } from '../imports/claims.ts'
import { entryOf } from '../imports/entries.ts'
import { executeImport, type Input } from '../imports/execute.ts'
import { detectFormat } from '../imports/formats.ts'
import { identitiesOf } from '../imports/identities.ts'
import type { ImportSettings } from '../imports/import.ts'
import { readImport } from '../imports/read.ts'
import { decodeHead } from '../imports/text/decode.ts'

/** What a poll brought. */
export interface News {
  created: number
  updated: number
  refused: number
  /** The import of it; null when there was nothing new, for which none is made. */
  importId: string | null
}

/**
 * Imports what a file of a source has to say, when that is anything new. @throws invalid_input for a file in no known format
 */
export async function importNews(
  ctx: Ctx,
  source: IngestSource,
  name: string,
  input: Input,
  signal: AbortSignal,
): Promise<News> {
  const parts: Uint8Array[] = []
  for await (const piece of input.bytes) parts.push(piece)
  const body = Buffer.concat(parts)
  const again = () => ({ ...input, bytes: only(body) })
  const format = source.format ?? detectFormat(decodeHead(body.subarray(0, 65_536), input.charset), input.fileName).name
  if (!(await isNews(ctx, source, format, again()))) return { created: 0, updated: 0, refused: 0, importId: null }
  const { id } = await ctx.db.importJob.create({
    data: {
      ...{
        id: ctx.newId(),
        source: source.name,
        origin: 'INGEST',
        name: name.slice(0, 2_000),
        format,
        state: 'QUEUED',
      },
      ...{ isPublished: source.isPublished, settings: { ...(source.settings as object), near: source.nearDuplicates } },
      ...{ bytesTotal: body.length, createdAt: ctx.now, changedAt: ctx.now },
      ...{ createdBy: source.createdBy, createdById: source.createdById },
    },
    select: { id: true },
  })
  const job = await claimImport(ctx, id)
  if (job) await executeImport(ctx, job, async () => again(), { signal, whenEnded: 'STOPPED' })
  const { created, updated, refused } = await ctx.db.importJob.findUniqueOrThrow({ where: { id } })
  return { created, updated, refused, importId: id }
}

/** Whether any story of the file says something that it had not said before. */
async function isNews(ctx: Ctx, source: IngestSource, format: string, { bytes, ...known }: Input): Promise<boolean> {
  const { locale = null } = source.settings as ImportSettings
  let number = 0
  for await (const found of readImport(bytes, format, { locale, ...known })) {
    const entry = entryOf(found, ++number, locale ?? ctx.site.defaultLocale)
    if (entry.kind !== 'story') continue
    const identities = await identitiesOf(ctx.db, source.name, [entry])
    if (identities.get(entry.item.externalId)?.hash !== entry.hash) return true
  }
  return false
}

async function* only(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body
}
