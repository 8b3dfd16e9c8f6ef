import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import type { ReceivedFile } from '../core/files.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock } from '../core/writes.ts'
import type { MediaAsset } from '../db/generated/client.ts'
import { Prisma } from '../db/generated/client.ts'
import { mediaPath } from './addresses.ts'
import { mediaFilesLock } from './lock.ts'
import { type MadeFile, makeFile } from './make-file.ts'
import { FileWords, type MediaRecord } from './media.ts'
import { toMediaRecord } from './published.ts'
import { receiveFile } from './receive.ts'
import { editionOf } from './renditions.ts'
import { siteForStaff } from './tickets.ts'

/** An asset whose file is kept here, and whether it was made just now: the same file is kept once. */
export interface StoredMedia {
  media: MediaRecord
  isNew: boolean
}

/**
 * Keeps a file and makes an asset of it, or finds the asset that has the very same file; that one stays as it is, `words` are not for it.
 * `chunks`: the file as it comes, of any length; `words`: `FileWords`. Those that are left out are the ones that a picture brings along.
 * Not to be called inside a transaction.
 * @throws too_large, unsupported_media_type, invalid_input for a picture that cannot be read, unavailable when too much is being made.
 */
export async function storeMedia(ctx: Ctx, chunks: AsyncIterable<Buffer>, words: unknown = {}): Promise<StoredMedia> {
  allow(ctx.caller, 'media', 'create')
  const fields = parse(FileWords, words)
  return storeReceived(ctx, await receiveFile(ctx, chunks), fields)
}

/** The same for a file that came with a GraphQL request. @throws invalid_input also when none did. */
export async function storeUploaded(ctx: Ctx, upload: string, words: unknown): Promise<StoredMedia> {
  allow(ctx.caller, 'media', 'create')
  const file = ctx.uploads?.get(upload)
  if (!file)
    throw invalidInput([{ path: 'file', message: 'is not in the request; send it as a form, as docs/media.md says' }])
  return storeReceived(ctx, file, parse(FileWords, words ?? {}))
}

/** The same for a file that lies here already, which is gone afterwards. `sourceUrl`: where it was fetched. */
export async function storeReceived(
  ctx: Ctx,
  file: ReceivedFile,
  words: FileWords,
  sourceUrl: string | null = null,
): Promise<StoredMedia> {
  try {
    allow(ctx.caller, 'media', 'create')
    const site = await siteForStaff(ctx)
    // A transaction, so that a request that is sent again finds what it found the first time.
    const known = await ctx.tx((tx) => assetWithFile(tx, [file.hash]))
    if (known) return { media: toMediaRecord(known, site), isNew: false }
    const made = await makeFile(ctx, file)
    const { row, isNew } = await keepFile(ctx, made, { words, sourceHash: file.hash, sourceUrl }).finally(made.drop)
    return { media: toMediaRecord(row, site), isNew }
  } finally {
    await file.drop()
  }
}

/** The asset that has one of these files, by the hash of what is stored or of what came in; of a merged one that which stands for it. */
async function assetWithFile(tx: Transaction, hashes: string[]): Promise<MediaAsset | null> {
  const row = await tx.mediaAsset.findFirst({
    where: { OR: [{ hash: { in: hashes } }, { sourceHash: { in: hashes } }] },
    orderBy: { id: 'asc' },
    include: { mergedInto: true },
  })
  if (!row) return null
  const { mergedInto, ...own } = row
  return mergedInto ?? own
}

interface Origin {
  words: FileWords
  sourceHash: string
  sourceUrl: string | null
}

/**
 * The file first and its row last, so that no row is without its file, whoever is killed when. A file without a row, also of one who
 * was quicker with the same, is removed by `collectFiles`: here it is not known whether a commit that failed was one.
 */
async function keepFile(ctx: Ctx, made: MadeFile, origin: Origin): Promise<{ row: MediaAsset; isNew: boolean }> {
  const id = ctx.newId()
  const storedAs = fileKey(id, made)
  await ctx.files.store.put(storedAs, made.path, { bytes: made.bytes, mimeType: made.kind.mimeType })
  const kept = await ctx.tx(async (tx) => {
    await holdLock(tx, mediaFilesLock)
    const twin = await assetWithFile(tx, [made.hash, origin.sourceHash])
    if (twin) return { row: twin, isNew: false }
    const row = await tx.mediaAsset.create({ data: { id, storedAs, ...columnsOf(ctx, id, made, origin) } })
    await recordEvent(ctx, tx, { type: 'media.created', subjectId: id, version: row.version })
    return { row, isNew: true }
  })
  if (kept.row.id !== id) await ctx.files.store.remove(storedAs)
  return kept
}

/** Below its id, which nothing else ever has, spread over 256 folders. */
function fileKey(id: string, { hash, kind }: MadeFile): string {
  return `files/${id.slice(-2)}/${id}/${hash}.${kind.suffix}`
}

function columnsOf(ctx: Ctx, id: string, { kind, bytes, hash, facts, words: own }: MadeFile, origin: Origin) {
  const { alt = own.alt, caption = own.caption, credit = own.credit, focalPoint = null, durationSeconds } = origin.words
  const { sourceHash, sourceUrl } = origin
  return {
    ...{ type: kind.type, mimeType: kind.mimeType, bytes, hash, sourceHash, sourceUrl, ...facts },
    ...{ alt, caption, credit, focalPoint: focalPoint ?? Prisma.DbNull, durationSeconds: durationSeconds ?? null },
    ...{ url: mediaPath(id, 'original'), edition: editionOf(hash, focalPoint), createdAt: ctx.now, changedAt: ctx.now },
  }
}
