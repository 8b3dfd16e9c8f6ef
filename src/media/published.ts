import type { Prisma } from '../db/generated/client.ts'
import type { FocalPoint, MediaRecord, PublicMedia } from './media.ts'

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
} satisfies Prisma.MediaAssetSelect

type PublicMediaRow = Omit<PublicMedia, 'focalPoint'> & { focalPoint: unknown }

/** The view for readers of a row with `publicMediaColumns`; what is not known is null. */
export function toPublicMedia(row: PublicMediaRow): PublicMedia {
  const { id, type, url, mimeType, width, height, durationSeconds, alt, caption, credit } = row
  const focalPoint = (row.focalPoint ?? null) as FocalPoint | null
  return { id, type, url, mimeType, width, height, durationSeconds, alt, caption, credit, focalPoint }
}

/** Words that a story has for an asset, each instead of the asset's own; null: none. */
export type MediaWords = Pick<PublicMedia, 'alt' | 'caption' | 'credit'>

/** The view for readers of an asset in a story: the story's own words stand for the asset's where it has any. */
export function toStoryMedia(row: PublicMediaRow, words: Partial<MediaWords> | null): PublicMedia {
  const media = toPublicMedia(row)
  const { alt, caption, credit } = words ?? {}
  return { ...media, alt: alt ?? media.alt, caption: caption ?? media.caption, credit: credit ?? media.credit }
}

/** The view for staff. */
export function toMediaRecord(
  row: PublicMediaRow & Pick<MediaRecord, 'mergedIntoId' | 'version' | 'createdAt' | 'changedAt'>,
): MediaRecord {
  const { mergedIntoId, version, createdAt, changedAt } = row
  return { ...toPublicMedia(row), mergedIntoId, version, createdAt, changedAt }
}
