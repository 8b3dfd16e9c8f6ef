import type { Site } from '../core/ctx.ts'
import type { Prisma } from '../db/generated/client.ts'
import { mediaUrl } from './addresses.ts'
import type { FocalPoint, MediaCopy, MediaRecord, PublicMedia, Rendition } from './media.ts'
import { type PresetName, planRendition, presets, shownPresets, wholePresets } from './renditions.ts'

export const publicMediaColumns = {
  id: true,
  type: true,
  url: true,
  mimeType: true,
  width: true,
  height: true,
  durationSeconds: true,
  alt: true,
  caption: true,
  credit: true,
  focalPoint: true,
  edition: true,
  placeholder: true,
  thumbhash: true,
  dominantColor: true,
} satisfies Prisma.MediaAssetSelect

/** A row with `publicMediaColumns`, as Prisma or as PostgreSQL's JSON gives it. */
export type MediaRow = Omit<MediaCopy, 'focalPoint'> & { focalPoint: unknown }

/** Of a row, what live stories hold a copy of. */
export function toMediaCopy(row: MediaRow): MediaCopy {
  const { id, type, url, mimeType, width, height, durationSeconds, alt, caption, credit } = row
  const { edition = null, placeholder = null, thumbhash = null, dominantColor = null } = row
  const focalPoint = (row.focalPoint ?? null) as FocalPoint | null
  return {
    ...{ id, type, url, mimeType, width, height, durationSeconds, alt, caption, credit, focalPoint },
    ...(edition && { edition, placeholder, thumbhash, dominantColor }),
  }
}

/** Words that a story has for an asset, each instead of the asset's own; null: none. */
export type MediaWords = Pick<PublicMedia, 'alt' | 'caption' | 'credit'>

/** The copy of an asset in a story: the story's own words stand for the asset's where it has any. */
export function toStoryMedia(row: MediaRow, words: Partial<MediaWords> | null): MediaCopy {
  const media = toMediaCopy(row)
  const { alt, caption, credit } = words ?? {}
  return { ...media, alt: alt ?? media.alt, caption: caption ?? media.caption, credit: credit ?? media.credit }
}

/** The view for readers of a row or a copy; what is not known is null. A view comes back as it is. */
export function toPublicMedia(row: MediaRow | PublicMedia, site: Site): PublicMedia {
  if ('renditions' in row) return row
  const edition = row.edition ?? null
  const focalPoint = (row.focalPoint ?? null) as FocalPoint | null
  const { renditions, srcset } = renditionsOf(row, { edition, focalPoint }, site)
  return {
    id: row.id,
    type: row.type,
    url: edition ? mediaUrl(site, row.id, 'original', edition) : row.url,
    mimeType: row.mimeType,
    width: row.width,
    height: row.height,
    durationSeconds: row.durationSeconds,
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    focalPoint,
    renditions,
    srcset,
    placeholder: (edition && row.placeholder) ?? null,
    thumbhash: (edition && row.thumbhash) ?? null,
    dominantColor: (edition && row.dominantColor) ?? null,
  }
}

type Shown = Pick<PublicMedia, 'renditions' | 'srcset'>

function renditionsOf(
  { id, type, width, height }: MediaRow,
  { edition, focalPoint }: { edition: string | null; focalPoint: FocalPoint | null },
  site: Site,
): Shown {
  if (type !== 'IMAGE' || !edition || !width || !height) return { renditions: [], srcset: null }
  const show = (name: PresetName): Rendition => {
    const size = planRendition({ width, height }, presets[name], focalPoint)
    return { name, url: mediaUrl(site, id, name, edition), width: size.width, height: size.height, format: 'AUTO' }
  }
  const whole = wholePresets(width).map(show)
  return {
    renditions: shownPresets(width).map(show),
    srcset: whole.map((each) => `${each.url} ${each.width}w`).join(', '),
  }
}

/** The view for staff; `site` is theirs: see `siteForStaff`. */
export function toMediaRecord(
  row: MediaRow & Pick<MediaRecord, 'bytes' | 'hash' | 'mergedIntoId' | 'version' | 'createdAt' | 'changedAt'>,
  site: Site,
): MediaRecord {
  const { bytes, hash, mergedIntoId, version, createdAt, changedAt } = row
  return { ...toPublicMedia(row, site), bytes, hash, mergedIntoId, version, createdAt, changedAt }
}
