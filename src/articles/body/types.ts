/** The types a block of a body can have (`_type`), each with its name in the GraphQL union of blocks. */
export const blockTypeNames = {
  block: 'TextBlock',
  image: 'ImageBlock',
  gallery: 'GalleryBlock',
  video: 'VideoBlock',
  embed: 'EmbedBlock',
  pullquote: 'PullquoteBlock',
  relatedLinks: 'RelatedLinksBlock',
  table: 'TableBlock',
  keyPoints: 'KeyPointsBlock',
  divider: 'DividerBlock',
} as const

/** A `_type` of a block. */
export type BlockType = keyof typeof blockTypeNames

/** Styles of a text block. `h2` is a crosshead; `h1` is the headline's and not for bodies. */
export const textStyles = ['normal', 'h2', 'h3', 'h4', 'blockquote'] as const
export type TextStyle = (typeof textStyles)[number]

/** Kinds of list that a text block can be an item of. */
export const listKinds = ['bullet', 'number'] as const
export type ListKind = (typeof listKinds)[number]

/** Marks that need no definition. Any other mark of a span is the `_key` of a markDef of its block. */
export const decorators = ['strong', 'em', 'underline', 'strike-through', 'code', 'sub', 'sup'] as const
export type Decorator = (typeof decorators)[number]

/** Services whose pages can be embedded. */
export const embedProviders = [
  'youtube',
  'vimeo',
  'x',
  'instagram',
  'facebook',
  'tiktok',
  'telegram',
  'spotify',
  'soundcloud',
  'datawrapper',
] as const
export type EmbedProvider = (typeof embedProviders)[number]

/** A run of text with the same marks: decorators and keys of the block's markDefs, at most one of the latter. */
export interface Span {
  _type: 'span'
  _key: string
  text: string
  marks?: string[]
}

/** A link out of the story: http, https, mailto, tel, a path of this site (`/…`) or a fragment (`#…`). */
export interface LinkMark {
  _type: 'link'
  _key: string
  href: string
  title?: string
  rel?: string
}

/** A link to another story by id; its path is filled in when the body is read. */
export interface ArticleRefMark {
  _type: 'articleRef'
  _key: string
  articleId: string
}

export type MarkDef = LinkMark | ArticleRefMark

/** A paragraph, heading, quotation or list item. */
export interface TextBlock {
  _type: 'block'
  _key: string
  style: TextStyle
  listItem?: ListKind
  /** Depth in the list, 1 to 5; only with `listItem`. */
  level?: number
  children: Span[]
  markDefs?: MarkDef[]
}

/** Words that replace those of the asset in this place only. An empty string says "none here". */
export interface MediaWords {
  alt?: string
  caption?: string
  credit?: string
}

export interface ImageBlock extends MediaWords {
  _type: 'image'
  _key: string
  mediaId: string
}

export interface GalleryImage extends MediaWords {
  _key: string
  mediaId: string
}

export interface GalleryBlock {
  _type: 'gallery'
  _key: string
  title?: string
  images: GalleryImage[]
}

export interface VideoBlock {
  _type: 'video'
  _key: string
  mediaId: string
  caption?: string
  credit?: string
}

export interface EmbedBlock {
  _type: 'embed'
  _key: string
  provider: EmbedProvider
  url: string
  title?: string
  caption?: string
}

export interface PullquoteBlock {
  _type: 'pullquote'
  _key: string
  text: string
  attribution?: string
}

/** An item of a list of links: another story (`articleId`) or a page elsewhere (`url` with `headline`). */
export interface RelatedLink {
  _key: string
  articleId?: string
  url?: string
  headline?: string
}

export interface RelatedLinksBlock {
  _type: 'relatedLinks'
  _key: string
  title?: string
  items: RelatedLink[]
}

export interface TableRow {
  _key: string
  cells: string[]
}

export interface TableBlock {
  _type: 'table'
  _key: string
  caption?: string
  /** How many of the first rows are headings, 0 to 5. */
  headerRows: number
  rows: TableRow[]
}

export interface KeyPointsBlock {
  _type: 'keyPoints'
  _key: string
  title?: string
  points: string[]
}

export interface DividerBlock {
  _type: 'divider'
  _key: string
}

export type Block =
  | TextBlock
  | ImageBlock
  | GalleryBlock
  | VideoBlock
  | EmbedBlock
  | PullquoteBlock
  | RelatedLinksBlock
  | TableBlock
  | KeyPointsBlock
  | DividerBlock

/** The body of a story as a revision keeps it: Portable Text (https://github.com/portabletext). */
export type Body = Block[]
