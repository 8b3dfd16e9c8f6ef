import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import type { OpenFile } from '../core/files.ts'
import { uuidPattern } from '../core/page.ts'
import { may } from '../core/policy.ts'
import { forgetRendition, makeRendition } from './make-rendition.ts'
import type { FocalPoint, MediaType } from './media.ts'
import {
  chooseFormat,
  type Format,
  isTransparent,
  planRendition,
  presets,
  type RenditionName,
  readRenditionName,
  sizeName,
} from './renditions.ts'
import { isShown } from './shown.ts'
import { isGoodTicket, isSignedSize } from './tickets.ts'

/** What a request for a file says. */
export interface FileRequest {
  id: string
  /** The last part of the address: see `readRenditionName`. */
  rendition: string
  /** Opens an asset that readers may not see. */
  ticket: string | undefined
  /** The header of that name. */
  accept: string | undefined
}

/** A file to be sent, out of the store. */
export interface FileAnswer {
  key: string
  mimeType: string
  /** Of the file; null for a rendition, whose size the store knows. */
  bytes: number | null
  /** Stands for this content alone. */
  etag: string
  /** Whether the address never stands for another file. */
  isImmutable: boolean
  /** Whether anybody may have it: then caches may keep it. */
  isPublic: boolean
  /** Whether what was sent depends on the header `Accept`. */
  isNegotiated: boolean
  type: MediaType
  /** Makes a rendition again; null for the file itself. */
  remake: (() => Promise<void>) | null
}

/** Where the file stands now, from its own address. */
export interface ElsewhereAnswer {
  movedTo: string
}

interface Asset {
  id: string
  type: MediaType
  mimeType: string
  width: number
  height: number
  focalPoint: FocalPoint | null
  storedAs: string
  bytes: number
  edition: string
  thumbhash: string | null
}

/**
 * A file or one of its renditions, which is made when it is first asked for. Readers see those of assets that something public shows;
 * staff and whoever has a ticket all. An address from before a change leads to that of today.
 * @throws not_found also for what may not be seen, unavailable when too much is being made.
 */
export async function mediaFile(ctx: Ctx, request: FileRequest): Promise<FileAnswer | ElsewhereAnswer> {
  const name = readRenditionName(request.rendition)
  const row = uuidPattern.test(request.id) && name ? await assetOf(ctx, request.id) : null
  if (!row || !name) throw nothingHere(request)
  const isPublic = await isShown(ctx.db, row.mergedIntoId ?? row.id)
  if (!isPublic && !(await mayOpen(ctx, request))) throw nothingHere(request)
  if (row.mergedIntoId) return { movedTo: `../${row.mergedIntoId}/${withEdition(request.rendition, null)}` }
  if (!row.storedAs || !row.edition) throw nothingHere(request)
  const asset = row as unknown as Asset
  if (name.edition !== null && name.edition !== asset.edition)
    return { movedTo: withEdition(request.rendition, asset.edition) }
  const found = name.of === 'original' ? original(asset) : await rendition(ctx, asset, name, request)
  return { ...found, isPublic, isImmutable: name.edition !== null, type: asset.type }
}

function assetOf({ db }: Ctx, id: string) {
  return db.mediaAsset.findUnique({
    where: { id },
    select: {
      ...{ id: true, type: true, mimeType: true, width: true, height: true, focalPoint: true },
      ...{ storedAs: true, bytes: true, edition: true, thumbhash: true, mergedIntoId: true },
    },
  })
}

async function mayOpen(ctx: Ctx, { id, ticket }: FileRequest): Promise<boolean> {
  if (may(ctx.caller, 'media', 'read')) return true
  return ticket !== undefined && isGoodTicket(ctx, id, ticket)
}

function nothingHere({ id, rendition }: FileRequest) {
  return notFound('file of media', `${id}/${rendition}`)
}

/** The same name with another edition, or without one. */
function withEdition(name: string, edition: string | null): string {
  return name.replace(/-[0-9a-f]{16}(?=\.|$)/, edition ? `-${edition}` : '')
}

type Found = Pick<FileAnswer, 'key' | 'mimeType' | 'bytes' | 'etag' | 'isNegotiated' | 'remake'>

function original({ storedAs, mimeType, bytes, edition }: Asset): Found {
  return { key: storedAs, mimeType, bytes, etag: `"${edition}"`, isNegotiated: false, remake: null }
}

const mimeTypes: Record<Format, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

async function rendition(ctx: Ctx, asset: Asset, name: RenditionName, request: FileRequest): Promise<Found> {
  const wanted = await wantedSize(ctx, asset, name)
  if (!wanted) throw nothingHere(request)
  const format = name.format ?? chooseFormat(request.accept, isTransparent(asset.thumbhash))
  const plan = planRendition(asset, wanted.size, asset.focalPoint)
  const key = `renditions/${asset.id.slice(-2)}/${asset.id}/${asset.edition}/${wanted.name}.${format}`
  const make = () => makeRendition(ctx.files, { key, from: asset.storedAs, plan, format, mimeType: mimeTypes[format] })
  await make()
  const etag = `"${asset.edition}-${wanted.name}-${format}"`
  return { key, mimeType: mimeTypes[format], bytes: null, etag, isNegotiated: name.format === null, remake: make }
}

/** Null for what has no renditions, and for a free size that was not handed out. */
async function wantedSize(ctx: Ctx, { id, type, width, height }: Asset, { of }: RenditionName) {
  if (type !== 'IMAGE' || !width || !height || of === 'original') return null
  if ('preset' in of) return { name: of.preset, size: presets[of.preset] }
  const name = sizeName(of.size)
  return (await isSignedSize(ctx, id, name, of.signature)) ? { name, size: of.size } : null
}

/** The bytes of a file, or a part of them. @throws not_found for one that was removed a moment ago. */
export async function openMediaFile(
  { files }: Pick<Ctx, 'files'>,
  { key, remake }: Pick<FileAnswer, 'key' | 'remake'>,
  range: { start: number; end: number } | null,
): Promise<OpenFile> {
  const file = await files.store.open(key, range ?? undefined)
  if (file) return file
  if (!remake) throw new Error(`the file ${key} is not in the store, though its row is there: restore it from a backup`)
  // It was there once, and was removed since by another process.
  forgetRendition(key)
  await remake()
  const made = await files.store.open(key)
  if (made) return made
  throw new Error(`the rendition ${key} was made and is not there`)
}
