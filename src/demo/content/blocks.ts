import type {
  Block,
  Body,
  EmbedProvider,
  ListKind,
  MediaWords,
  RelatedLink,
  TextStyle,
} from '../../articles/body/types.ts'
import { inlineText } from './inline.ts'

/** A block that waits for its `_key`, which depends on its place in the body. */
type Part = (key: string) => Block

/** Puts parts, in order, into a body with the keys `b0`, `b1` … */
export function body(...parts: (Part | Part[])[]): Body {
  return parts.flat().map((part, index) => part(`b${index}`))
}

function textBlock(text: string, style: TextStyle, list?: { listItem: ListKind; level: number }): Part {
  return (key) => {
    const { children, markDefs } = inlineText(text, key)
    return { _type: 'block', _key: key, style, ...list, children, ...(markDefs.length > 0 && { markDefs }) }
  }
}

/** A paragraph in the notation of `inlineText`; so are all texts of headings, quotations and list items. */
export const p = (text: string): Part => textBlock(text, 'normal')
/** A crosshead. */
export const h2 = (text: string): Part => textBlock(text, 'h2')
/** A heading below a crosshead. */
export const h3 = (text: string): Part => textBlock(text, 'h3')
/** A heading below an `h3`. */
export const h4 = (text: string): Part => textBlock(text, 'h4')
/** A quotation set as a paragraph of its own. */
export const quote = (text: string): Part => textBlock(text, 'blockquote')

/** A bulleted list; an item that starts with `> ` stands one level deeper. */
export function ul(...items: string[]): Part[] {
  return items.map((item) => listItem(item, 'bullet'))
}

/** A numbered list; an item that starts with `> ` stands one level deeper. */
export function ol(...items: string[]): Part[] {
  return items.map((item) => listItem(item, 'number'))
}

function listItem(item: string, kind: ListKind): Part {
  const isDeeper = item.startsWith('> ')
  return textBlock(isDeeper ? item.slice(2) : item, 'normal', { listItem: kind, level: isDeeper ? 2 : 1 })
}

/** A picture by media key; `words` replace those of the asset. */
export function image(media: string, words: MediaWords = {}): Part {
  return (_key) => ({ _type: 'image', _key, mediaId: `media:${media}`, ...words })
}

/** A set of pictures by media key. */
export function gallery(title: string, images: ({ media: string } & MediaWords)[]): Part {
  return (_key) => ({
    _type: 'gallery',
    _key,
    title,
    images: images.map(({ media, ...words }, index) => ({
      _key: `${_key}i${index}`,
      mediaId: `media:${media}`,
      ...words,
    })),
  })
}

/** A film by media key. */
export function video(media: string, words: { caption?: string; credit?: string } = {}): Part {
  return (_key) => ({ _type: 'video', _key, mediaId: `media:${media}`, ...words })
}

/** Something shown by another service. */
export function embed(provider: EmbedProvider, url: string, words: { title?: string; caption?: string } = {}): Part {
  return (_key) => ({ _type: 'embed', _key, provider, url, ...words })
}

/** A sentence of the story set large. */
export function pullquote(text: string, attribution?: string): Part {
  return (_key) => ({ _type: 'pullquote', _key, text, ...(attribution && { attribution }) })
}

/** Links to our stories (`story`, with or without another headline) and to pages elsewhere (`url`). */
export function relatedLinks(
  title: string,
  items: ({ story: string; headline?: string } | { url: string; headline: string })[],
): Part {
  return (_key) => ({
    _type: 'relatedLinks',
    _key,
    title,
    items: items.map((item, index): RelatedLink => {
      const key = { _key: `${_key}i${index}` }
      if ('url' in item) return { ...key, url: item.url, headline: item.headline }
      return { ...key, articleId: `story:${item.story}`, ...(item.headline && { headline: item.headline }) }
    }),
  })
}

/** A table; cells are separated by ` | ` and the first row holds the headings. */
export function table(caption: string, ...rows: string[]): Part {
  return (_key) => ({
    _type: 'table',
    _key,
    caption,
    headerRows: 1,
    rows: rows.map((row, index) => ({ _key: `${_key}r${index}`, cells: row.split(' | ') })),
  })
}

/** What to know, in a few lines. */
export function keyPoints(title: string, ...points: string[]): Part {
  return (_key) => ({ _type: 'keyPoints', _key, title, points })
}

/** A line between two parts of a story. */
export function divider(): Part {
  return (_key) => ({ _type: 'divider', _key })
}
