import type { BodyMedia, PublicBlock, PublicBody, PublicGalleryBlock, PublicGalleryImage } from './public-types.ts'
import type { Block, Body, GalleryBlock, MediaWords } from './types.ts'

/**
 * Puts the assets into a body: each image, gallery image and video gets `media`, with the words of its place instead of
 * the asset's own where it has any. `mediaId` is that of the asset, which may stand for one that was merged. What cannot be shown is left out: a missing asset, an asset of another kind (an
 * image must be an IMAGE, a video a VIDEO or AUDIO), a gallery without images. Keys of the map are lower-case UUIDs.
 */
export function fillMedia(body: Body, mediaById: ReadonlyMap<string, BodyMedia>): PublicBody {
  return body.flatMap((block) => fillBlock(block, mediaById))
}

function fillBlock(block: Block, mediaById: ReadonlyMap<string, BodyMedia>): PublicBlock | [] {
  switch (block._type) {
    case 'image':
      return withMedia(block, mediaById, ['IMAGE'])
    case 'video':
      return withMedia(block, mediaById, ['VIDEO', 'AUDIO'])
    case 'gallery':
      return fillGallery(block, mediaById)
    default:
      return block
  }
}

function fillGallery(gallery: GalleryBlock, mediaById: ReadonlyMap<string, BodyMedia>): PublicGalleryBlock | [] {
  const images = gallery.images.flatMap((image): PublicGalleryImage | [] => withMedia(image, mediaById, ['IMAGE']))
  return images.length > 0 ? { ...gallery, images } : []
}

/** A body with each asset as `view` shows it; one without media comes back as it is. Nothing is changed in place. */
export function viewMedia(body: PublicBody, view: (media: BodyMedia) => BodyMedia): PublicBody {
  return body.some(({ _type }) => _type === 'image' || _type === 'video' || _type === 'gallery')
    ? body.map((block) => viewBlock(block, view))
    : body
}

function viewBlock(block: PublicBlock, view: (media: BodyMedia) => BodyMedia): PublicBlock {
  if (block._type === 'image' || block._type === 'video') return { ...block, media: view(block.media) }
  if (block._type !== 'gallery') return block
  return { ...block, images: block.images.map((image) => ({ ...image, media: view(image.media) })) }
}

function withMedia<T extends MediaWords & { mediaId: string }>(
  place: T,
  mediaById: ReadonlyMap<string, BodyMedia>,
  kinds: readonly BodyMedia['type'][],
): (T & { media: BodyMedia }) | [] {
  const asset = mediaById.get(place.mediaId)
  if (!asset || !kinds.includes(asset.type)) return []
  const { alt = asset.alt, caption = asset.caption, credit = asset.credit } = place
  return { ...place, mediaId: asset.id, media: { ...asset, alt, caption, credit } }
}
