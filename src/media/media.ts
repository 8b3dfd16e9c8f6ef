import { type Static, Type } from 'typebox'
import { Id, Instant, line, named, nullable, oneOf, optional, pageFields, strict, WebUrl } from '../core/shapes.ts'

export const mediaTypes = ['IMAGE', 'VIDEO', 'AUDIO', 'FILE'] as const
export const MediaType = oneOf(mediaTypes, 'What kind of file it is.')
export type MediaType = Static<typeof MediaType>

/** From the left or top edge to the other. */
const Fraction = Type.Number({ minimum: 0, maximum: 1 })
const point = { x: Fraction, y: Fraction }

/** The point that a crop keeps, as fractions of width and height from the top left. */
export const FocalPoint = Type.Object(point, { $id: 'FocalPoint', examples: [{ x: 0.5, y: 0.3 }] })
export type FocalPoint = Static<typeof FocalPoint>

/** RFC 6838, section 4.2: type and subtype, without parameters. */
const MimeType = Type.String({
  maxLength: 127,
  pattern: '^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$',
  description: "must be a media type such as 'image/jpeg'",
})
/** Larger than any picture or screen there is, small enough to catch a number in the wrong field. */
const Pixels = Type.Integer({ minimum: 1, maximum: 100_000 })
/** At most 1,000,000 seconds: eleven and a half days. */
const Seconds = Type.Number({ minimum: 0, maximum: 1_000_000 })

const fields = {
  type: MediaType,
  url: WebUrl,
  mimeType: nullable(MimeType),
  width: nullable(Pixels),
  height: nullable(Pixels),
  durationSeconds: nullable(Seconds),
  alt: nullable(line(1_000)),
  caption: nullable(Type.String({ minLength: 1, maxLength: 2_000 })),
  credit: nullable(line(300)),
  focalPoint: nullable(strict(point)),
}

const words = {
  alt: 'A steppe road in snow.',
  caption: 'The road to Astana on Thursday.',
  credit: 'Aigerim Serik / The Meridian',
}
const example = {
  type: 'IMAGE',
  url: 'https://media.example.org/steppe.jpg',
  mimeType: 'image/jpeg',
  width: 3000,
  height: 2000,
  ...words,
}

/** What an asset does not have whose file is not kept here. */
const elsewhere = { renditions: [], srcset: null, placeholder: null, thumbhash: null, dominantColor: null }

/** A new asset; the file itself is elsewhere, under its URL. */
export const MediaInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, type: fields.type, url: fields.url },
  { $id: 'MediaInput', examples: [{ ...example, focalPoint: { x: 0.5, y: 0.3 } }] },
)
export type MediaInput = Static<typeof MediaInput>

const { alt, caption, credit, focalPoint, durationSeconds } = fields
const wordFields = Type.Partial(Type.Object({ alt, caption, credit, focalPoint, durationSeconds })).properties

/** What goes with a file that comes in; what is left out is taken from the file, where it says so itself. */
export const FileWords = strict(wordFields, {
  $id: 'FileWords',
  examples: [{ ...words, focalPoint: { x: 0.5, y: 0.3 } }],
})
export type FileWords = Static<typeof FileWords>

/** A file to be fetched and kept here. */
export const MediaFetch = strict(
  { url: fields.url, ...wordFields },
  { $id: 'MediaFetch', examples: [{ url: 'https://agency.example/pictures/steppe.jpg', credit: words.credit }] },
)
export type MediaFetch = Static<typeof MediaFetch>

/** A change of an asset: what is left out stays, null empties. */
export const MediaPatch = strict(Type.Partial(Type.Object(fields)).properties, {
  $id: 'MediaPatch',
  examples: [{ credit: 'The Meridian / Archive' }],
})
export type MediaPatch = Static<typeof MediaPatch>

export const MediaMerge = strict(
  { intoId: Type.String({ format: 'uuid', description: 'The asset that stays.' }) },
  { $id: 'MediaMerge', examples: [{ intoId: '0192a1b0-0000-7000-8000-000000000011' }] },
)

export const renditionFormats = ['AUTO', 'AVIF', 'WEBP', 'JPEG', 'PNG'] as const

/** A picture in one size, made from its file. */
export const Rendition = Type.Object(
  {
    name: Type.String({ description: 'Which preset it is, such as `card`; of a free size that size.' }),
    url: Type.String({ description: 'Never another picture: a change of the asset makes another address.' }),
    width: Type.Integer(),
    height: Type.Integer(),
    format: oneOf(
      renditionFormats,
      'AUTO: AVIF, WebP or JPEG, whichever the client takes; `.webp` behind the address asks for one.',
    ),
  },
  {
    $id: 'Rendition',
    examples: [
      {
        name: 'card',
        url: 'https://news.example/media/0192a1b0-0000-7000-8000-000000000011/card-9f86d081884c7d65',
        width: 640,
        height: 360,
        format: 'AUTO',
      },
    ],
  },
)
export type Rendition = Static<typeof Rendition>

/** An asset as readers see it, with the words for the place where it stands. */
export const PublicMedia = Type.Object(
  {
    id: Id,
    type: MediaType,
    url: Type.String(),
    mimeType: nullable(Type.String()),
    width: nullable(Type.Integer()),
    height: nullable(Type.Integer()),
    durationSeconds: nullable(Type.Number()),
    alt: nullable(Type.String()),
    caption: nullable(Type.String()),
    credit: nullable(Type.String()),
    focalPoint: nullable(named(FocalPoint)),
    renditions: Type.Array(named(Rendition), { description: 'Of a picture that is kept here; none of any other.' }),
    srcset: nullable(Type.String({ description: 'The whole picture in several widths, for `srcset` of an `img`.' })),
    placeholder: nullable(
      Type.String({ description: 'A few pixels as a data URI, to be shown until the picture is there.' }),
    ),
    thumbhash: nullable(Type.String({ description: 'The same as a ThumbHash, in base64.' })),
    dominantColor: nullable(Type.String({ description: 'Such as `#3a5f0b`.' })),
  },
  {
    $id: 'Media',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000011',
        ...example,
        ...{ durationSeconds: null, focalPoint: { x: 0.5, y: 0.3 } },
        ...elsewhere,
      },
    ],
  },
)
export type PublicMedia = Static<typeof PublicMedia>

/** An asset as rows of live stories hold it: what its view is made of. Rows that are older than files of our own lack the last four. */
export interface MediaCopy
  extends Omit<PublicMedia, 'renditions' | 'srcset' | 'placeholder' | 'thumbhash' | 'dominantColor'> {
  edition?: string | null
  placeholder?: string | null
  thumbhash?: string | null
  dominantColor?: string | null
}

/** An asset as staff see it. */
export const MediaRecord = Type.Object(
  {
    ...PublicMedia.properties,
    bytes: nullable(Type.Integer({ description: 'Of the file that is kept here.' })),
    hash: nullable(Type.String({ description: 'SHA-256 of the file that is kept here, in hex.' })),
    mergedIntoId: nullable(Id),
    version: Type.Integer(),
    createdAt: Instant,
    changedAt: Instant,
  },
  {
    $id: 'MediaRecord',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000011',
        ...example,
        durationSeconds: null,
        focalPoint: null,
        ...elsewhere,
        bytes: null,
        hash: null,
        mergedIntoId: null,
        version: 1,
        createdAt: '2026-01-01T12:00:00.000Z',
        changedAt: '2026-01-01T12:00:00.000Z',
      },
    ],
  },
)
export type MediaRecord = Static<typeof MediaRecord>

/** What may be asked of the list of assets. */
export const MediaQuery = strict({
  type: optional(MediaType),
  ...pageFields,
})
export type MediaQuery = Static<typeof MediaQuery>
