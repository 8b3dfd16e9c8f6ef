import type { Ctx } from '../core/ctx.ts'
import type { PublicRelatedLink, PublicTextBlock } from './body/public-types.ts'
import { plainText } from './body/text.ts'
import { blockTypeNames } from './body/types.ts'
import { urlOf } from './paths.ts'

type MarkDef = NonNullable<PublicTextBlock['markDefs']>[number]

/** The typed view of a body: Portable Text with keys instead of underscored names, and every link as a URL. */
export const blockResolvers = {
  Block: { resolveType: (block: { _type: keyof typeof blockTypeNames }) => blockTypeNames[block._type] },
  TextBlock: {
    key: keyOf,
    text: (block: PublicTextBlock) => plainText(block),
    spans: (block: PublicTextBlock) => block.children,
    links: (block: PublicTextBlock) => block.markDefs ?? [],
  },
  Span: { marks: ({ marks }: { marks?: string[] }) => marks ?? [] },
  LinkMark: {
    key: keyOf,
    href: (mark: MarkDef, _: unknown, { ctx }: { ctx: Ctx }) =>
      mark._type === 'link' ? mark.href : urlOf(mark.path ?? '', ctx.site),
  },
  RelatedLink: {
    url: ({ url, path }: PublicRelatedLink, _: unknown, { ctx }: { ctx: Ctx }) => url ?? urlOf(path ?? '', ctx.site),
  },
  TableBlock: { key: keyOf, rows: ({ rows }: { rows: { cells: string[] }[] }) => rows.map(({ cells }) => cells) },
  GalleryBlock: {
    key: keyOf,
    images: ({ images }: { images: { media: object }[] }) => images.map(({ media }) => media),
  },
  ImageBlock: { key: keyOf },
  VideoBlock: { key: keyOf },
  EmbedBlock: { key: keyOf },
  PullquoteBlock: { key: keyOf },
  RelatedLinksBlock: { key: keyOf },
  KeyPointsBlock: { key: keyOf },
  DividerBlock: { key: keyOf },
}

function keyOf({ _key }: { _key: string }): string {
  return _key
}
