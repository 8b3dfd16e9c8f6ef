import type { MediaCopy } from '../../media/media.ts'
import type {
  ArticleRefMark,
  DividerBlock,
  EmbedBlock,
  GalleryBlock,
  GalleryImage,
  ImageBlock,
  KeyPointsBlock,
  LinkMark,
  PullquoteBlock,
  RelatedLink,
  RelatedLinksBlock,
  TableBlock,
  TextBlock,
  VideoBlock,
} from './types.ts'

/**
 * An asset in a body. `alt`, `caption`, `credit` are the words for this place. As live stories hold it; as the public sees it once `viewMedia` has
 * run.
 */
export type BodyMedia = MediaCopy

/** Where a live story is: its path on the site, its headline, its absolute address. */
export interface LinkTarget {
  path: string
  headline: string
  url: string
}

/** `path` is there once `fillBodyLinks` has run. */
export interface PublicArticleRefMark extends ArticleRefMark {
  path?: string
}

export type PublicMarkDef = LinkMark | PublicArticleRefMark

export interface PublicTextBlock extends Omit<TextBlock, 'markDefs'> {
  markDefs?: PublicMarkDef[]
}

export interface PublicImageBlock extends ImageBlock {
  media: BodyMedia
}

export interface PublicGalleryImage extends GalleryImage {
  media: BodyMedia
}

export interface PublicGalleryBlock extends Omit<GalleryBlock, 'images'> {
  images: PublicGalleryImage[]
}

export interface PublicVideoBlock extends VideoBlock {
  media: BodyMedia
}

/** An item that is a story has `path` and `headline` once `fillBodyLinks` has run. */
export interface PublicRelatedLink extends RelatedLink {
  path?: string
}

export interface PublicRelatedLinksBlock extends Omit<RelatedLinksBlock, 'items'> {
  items: PublicRelatedLink[]
}

export type PublicBlock =
  | PublicTextBlock
  | PublicImageBlock
  | PublicGalleryBlock
  | PublicVideoBlock
  | EmbedBlock
  | PullquoteBlock
  | PublicRelatedLinksBlock
  | TableBlock
  | KeyPointsBlock
  | DividerBlock

/** The body of a story as the public reads it. */
export type PublicBody = PublicBlock[]
