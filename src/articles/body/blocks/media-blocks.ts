import { type Fields, maxLine, maxPassage, openFields, withoutAbsent } from '../fields.ts'
import { fillKeys } from '../keys.ts'
import type { GalleryBlock, GalleryImage, ImageBlock, MediaWords, VideoBlock } from '../types.ts'

/** The fields of image, gallery and video blocks. */
export const imageFields = ['_type', '_key', 'mediaId', 'alt', 'caption', 'credit']
export const galleryFields = ['_type', '_key', 'title', 'images']
export const videoFields = ['_type', '_key', 'mediaId', 'caption', 'credit']

const galleryImageFields = ['_key', 'mediaId', 'alt', 'caption', 'credit']

/** Reads an image. */
export function checkImage(fields: Fields, _key: string): ImageBlock {
  return withoutAbsent<ImageBlock>({ _type: 'image', _key, mediaId: fields.uuid('mediaId'), ...readWords(fields) })
}

/** Reads a gallery of 1 to 100 images. */
export function checkGallery(fields: Fields, _key: string): GalleryBlock {
  const title = fields.optionalText('title', maxLine)
  return withoutAbsent<GalleryBlock>({ _type: 'gallery', _key, title, images: checkImages(fields) })
}

/** Reads a video. */
export function checkVideo(fields: Fields, _key: string): VideoBlock {
  return withoutAbsent<VideoBlock>({
    _type: 'video',
    _key,
    mediaId: fields.uuid('mediaId'),
    caption: fields.optionalText('caption', maxPassage),
    credit: fields.optionalText('credit', maxLine),
  })
}

function checkImages(gallery: Fields): GalleryImage[] {
  const items = gallery.list('images', { min: 1, max: 100 })
  const path = `${gallery.path}.images`
  const keys = fillKeys(items, 'i', path, gallery.checking)
  return items.flatMap((item, index) => {
    const fields = openFields(item, `${path}[${index}]`, galleryImageFields, gallery.checking)
    if (!fields) return []
    const mediaId = fields.uuid('mediaId')
    return withoutAbsent<GalleryImage>({ _key: keys[index] ?? '', mediaId, ...readWords(fields) })
  })
}

function readWords(fields: Fields): MediaWords {
  return {
    alt: fields.optionalText('alt', maxPassage),
    caption: fields.optionalText('caption', maxPassage),
    credit: fields.optionalText('credit', maxLine),
  }
}
