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

/** A new asset; the file itself is elsewhere, under its URL. */
export const MediaInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, type: fields.type, url: fields.url },
  { $id: 'MediaInput', examples: [{ ...example, focalPoint: { x: 0.5, y: 0.3 } }] },
)
export type MediaInput = Static<typeof MediaInput>

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
  },
  {
    $id: 'Media',
    examples: [
      { id: '0192a1b0-0000-7000-8000-000000000011', ...example, durationSeconds: null, focalPoint: { x: 0.5, y: 0.3 } },
    ],
  },
)
export type PublicMedia = Static<typeof PublicMedia>

/** An asset as staff see it. */
export const MediaRecord = Type.Object(
  {
    ...PublicMedia.properties,
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
