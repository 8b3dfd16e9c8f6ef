import { type TProperties, type TSchema, Type } from 'typebox'
import { nullable, oneOf, strict } from '../../core/shapes.ts'
import { maxLine, maxPassage } from './fields.ts'
import { decorators, embedProviders, listKinds, textStyles } from './types.ts'

// The stored form is also what a client may send: keys and defaults that the check fills in are optional there.
type Form = 'stored' | 'public'

const line = Type.String({ maxLength: maxLine })
const passage = Type.String({ maxLength: maxPassage })
const uuid = Type.String({ format: 'uuid' })
const key = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'unique in its list' })
const mark = Type.String({
  maxLength: 64,
  description: `${decorators.join(', ')} or the _key of a markDef of the block`,
})
const href = Type.String({ maxLength: 4096, pattern: '^(?:[Hh][Tt][Tt][Pp][Ss]?://|[A-Za-z]{3,6}:|/(?!/)|#)' })
const webUrl = Type.String({ maxLength: 4096, pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/]' })
const httpsUrl = Type.String({
  maxLength: 4096,
  pattern: '^[Hh][Tt][Tt][Pp][Ss]://[^/]',
  description: "the provider's",
})
const words = { alt: Type.Optional(passage), caption: Type.Optional(passage), credit: Type.Optional(line) }

const media = shape('BodyMedia', {
  id: uuid,
  type: oneOf(['IMAGE', 'VIDEO', 'AUDIO', 'FILE']),
  url: Type.String(),
  mimeType: Type.String(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  durationSeconds: nullable(Type.Number()),
  alt: nullable(Type.String()),
  caption: nullable(Type.String()),
  credit: nullable(Type.String()),
  focalPoint: nullable(Type.Object({ x: Type.Number(), y: Type.Number() })),
})

/** JSON Schema of a body as a revision keeps it and as a client sends it: what `checkBody` accepts validates. */
export const bodySchema = bodySchemaOf('stored')

/** JSON Schema of a body as the public reads it, with media and paths filled in. */
export const publicBodySchema = bodySchemaOf('public')

function bodySchemaOf(form: Form): TSchema {
  const blocks = [textBlock(form), ...mediaBlocks(form), ...linkBlocks(form), ...wordBlocks(form)]
  return Type.Array(Type.Union(blocks), { maxItems: 2000, description: 'Portable Text' })
}

function textBlock(form: Form): TSchema {
  return block(form, 'TextBlock', 'block', {
    style: filledIn(form, oneOf(textStyles, 'normal when omitted')),
    listItem: Type.Optional(oneOf(listKinds)),
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, description: 'only with listItem' })),
    children: Type.Array(span(form), { maxItems: 500 }),
    markDefs: Type.Optional(Type.Array(Type.Union(markDefs(form)), { maxItems: 200 })),
  })
}

function span(form: Form): TSchema {
  const text = Type.String({ maxLength: 100_000 })
  return block(form, 'Span', 'span', { text, marks: Type.Optional(Type.Array(mark, { maxItems: 10 })) })
}

function markDefs(form: Form): TSchema[] {
  const title = Type.Optional(line)
  const rel = Type.Optional(Type.String({ maxLength: 100, description: 'nofollow, sponsored, ugc, noopener' }))
  const path = onlyPublic(form, { path: Type.String() })
  return [
    shape('LinkMark', { _type: Type.Literal('link'), _key: key, href, title, rel }),
    shape('ArticleRefMark', { _type: Type.Literal('articleRef'), _key: key, articleId: uuid, ...path }),
  ]
}

function mediaBlocks(form: Form): TSchema[] {
  const shown = { mediaId: uuid, ...onlyPublic(form, { media }) }
  const galleryImage = shape('GalleryImage', { _key: filledIn(form, key), ...shown, ...words })
  const { caption, credit } = words
  return [
    block(form, 'ImageBlock', 'image', { ...shown, ...words }),
    block(form, 'GalleryBlock', 'gallery', { title: Type.Optional(line), images: list(galleryImage, 100) }),
    block(form, 'VideoBlock', 'video', { ...shown, caption, credit }),
  ]
}

function linkBlocks(form: Form): TSchema[] {
  const provider = oneOf(embedProviders)
  const caption = Type.Optional(passage)
  const title = Type.Optional(line)
  const _key = filledIn(form, key)
  const headline = form === 'public' ? line : Type.Optional(line)
  const story = shape('StoryLink', { _key, articleId: uuid, headline, ...onlyPublic(form, { path: Type.String() }) })
  const page = shape('PageLink', { _key, url: webUrl, headline: Type.String({ minLength: 1, maxLength: maxLine }) })
  return [
    block(form, 'EmbedBlock', 'embed', { provider, url: httpsUrl, title, caption }),
    block(form, 'RelatedLinksBlock', 'relatedLinks', { title, items: list(Type.Union([story, page]), 20) }),
  ]
}

function wordBlocks(form: Form): TSchema[] {
  const said = Type.String({ minLength: 1, maxLength: maxPassage })
  const headerRows = filledIn(form, Type.Integer({ minimum: 0, maximum: 5, default: 1 }))
  const row = shape('TableRow', { _key: filledIn(form, key), cells: list(passage, 30) })
  return [
    block(form, 'PullquoteBlock', 'pullquote', { text: said, attribution: Type.Optional(line) }),
    block(form, 'TableBlock', 'table', { caption: Type.Optional(passage), headerRows, rows: list(row, 200) }),
    block(form, 'KeyPointsBlock', 'keyPoints', { title: Type.Optional(line), points: list(said, 20) }),
    block(form, 'DividerBlock', 'divider', {}),
  ]
}

function block(form: Form, title: string, type: string, properties: TProperties): TSchema {
  return shape(title, { _type: Type.Literal(type), _key: filledIn(form, key), ...properties })
}

function shape(title: string, properties: TProperties): TSchema {
  return strict(properties, { title })
}

function filledIn(form: Form, schema: TSchema): TSchema {
  return form === 'stored' ? Type.Optional(schema) : schema
}

function onlyPublic(form: Form, properties: TProperties): TProperties {
  return form === 'public' ? properties : {}
}

function list(item: TSchema, maxItems: number): TSchema {
  return Type.Array(item, { minItems: 1, maxItems })
}
