import type { MediaType } from '../../media/media.ts'
import { webAddress } from '../text/addresses.ts'
import { cutText, oneLine } from '../text/words.ts'
import { embedOf, embedOfMarkup, embedOfWords } from './embeds.ts'
import { bareMedia, pictureOf } from './pictures.ts'
import { table } from './tables.ts'
import { attribute, elementsIn, findAll, findFirst, type HtmlElement, hasClass, named, textIn } from './tree.ts'
import { type State, type Walk, wordsHere } from './walk.ts'

const galleryClass =
  /\b(?:wp-block-gallery|kg-gallery-card|blocks-gallery-grid|gallery-columns-\d|tiled-gallery|gallery-size-\w+)\b/

/** Whether an element is a row of pictures and nothing else. */
export function isGallery(element: HtmlElement): boolean {
  return hasClass(element, galleryClass) || (element.tagName === 'figure' && figuresIn(element).length > 1)
}

function figuresIn(element: HtmlElement): HtmlElement[] {
  return elementsIn(element).filter(named('figure'))
}

/** A figure: a picture, film, gallery, table, quotation or page of a service, with its caption. */
export function figure(walk: Walk, element: HtmlElement, state: State) {
  if (hasClass(element, /pull-?quote/)) return pullquote(walk, element, state)
  if (isGallery(element)) return gallery(walk, element, state)
  const { caption, credit } = captionOf(element)
  const page = pageIn(element)
  if (page) return walk.embed(page, caption)
  const inner = findFirst(element, named('table', 'video', 'audio', 'pre', 'blockquote', 'iframe', 'object', 'a'))
  if (inner?.tagName === 'table') return table(walk, inner, state, caption)
  if (inner?.tagName === 'video' || inner?.tagName === 'audio') return video(walk, inner, state, caption)
  const images = findAll(element, named('img'))
  const pictures = uniquePictures(walk, images)
  const [only] = pictures
  if (!only || (inner && /^(?:pre|blockquote|iframe|object)$/.test(inner.tagName)) || bookmark(element))
    return walk.block(element, state)
  if (pictures.length > 1)
    return addGallery(
      walk,
      pictures.map((media) => ({ media, caption: null, credit: null })),
      caption,
    )
  walk.media(only, { caption, credit })
  walk.open(state)
}

function bookmark(element: HtmlElement): boolean {
  return hasClass(element, /\bkg-bookmark-card\b/)
}

/** The page that a figure embeds, when it does. */
function pageIn(element: HtmlElement) {
  const frame = findFirst(element, named('iframe', 'embed', 'object'))
  const address = frame && (attribute(frame, 'src') ?? attribute(frame, 'data-src') ?? attribute(frame, 'data'))
  if (address) return embedOf(address)
  const quote = findFirst(element, (each) => embedOfMarkup(each) !== null)
  if (quote) return embedOfMarkup(quote)
  const wrapper = findFirst(element, (each) => hasClass(each, /wp-block-embed__wrapper/))
  return wrapper ? embedOfWords(wrapper) : null
}

/** Of lazy pictures and their `<noscript>` only one stays. */
function uniquePictures(walk: Walk, images: HtmlElement[]) {
  const pictures = images.flatMap((image) => pictureOf(image, walk.options.base) ?? [])
  return firstOfEach(pictures, ({ url }) => url)
}

function firstOfEach<T>(items: T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size)
}

/** One picture of a gallery with its caption. */
function isItem(element: HtmlElement): boolean {
  return (element.tagName === 'figure' && figuresIn(element).length === 0) || hasClass(element, /\bgallery-item\b/)
}

/** Pictures side by side: one gallery, in pieces of 100. */
export function gallery(walk: Walk, element: HtmlElement, state: State) {
  const words = new Map(
    findAll(element, isItem).flatMap((item) =>
      findAll(item, named('img')).map((image) => [image, captionOf(item)] as const),
    ),
  )
  const shown = findAll(element, named('img')).flatMap((image) => {
    const media = pictureOf(image, walk.options.base)
    return media ? [{ media, ...(words.get(image) ?? { caption: null, credit: null }) }] : []
  })
  // Lazy pictures have themselves beside them, with the same words.
  const all = firstOfEach(shown, ({ media, caption }) => `${media.url}\n${caption}`)
  const own = elementsIn(element).find(named('figcaption'))
  if (all.length === 0) return walk.block(element, state)
  addGallery(walk, all, own ? oneLine(textIn(own)) : null)
  walk.open(state)
}

type Shown = { media: ReturnType<typeof bareMedia>; caption: string | null; credit: string | null }

function addGallery(walk: Walk, shown: Shown[], title: string | null) {
  const { builder } = walk
  for (let at = 0; at < shown.length; at += 100) {
    const images = shown.slice(at, at + 100).map(({ media, caption, credit }) => {
      const { words, own } = wordsHere({ caption, credit })
      return { _key: builder.key('i'), mediaIndex: builder.mediaIndex({ ...media, ...words }), ...own }
    })
    builder.add((_key) => ({ _type: 'gallery', _key, ...(title && { title: cutText(title, 1_000) }), images }))
  }
}

/** The words under a figure; who made the picture stands apart when the page says so. */
export function captionOf(element: HtmlElement): { caption: string | null; credit: string | null } {
  const caption = findFirst(
    element,
    (each) => each.tagName === 'figcaption' || hasClass(each, /\b(?:wp-caption-text|caption-text)\b/),
  )
  if (!caption) return { caption: null, credit: null }
  const credits = findAll(caption, (each) =>
    hasClass(each, /\b(?:[\w-]*credit[\w-]*|copyright|photographer|rights)\b/i),
  )
  const credit = oneLine(credits.map(textIn).join(' '))
  const all = oneLine(textIn(caption))
  return credit && all?.endsWith(credit)
    ? { caption: oneLine(all.slice(0, -credit.length)), credit }
    : { caption: all, credit: null }
}

/** A quotation pulled out of the text, with who said it. */
export function pullquote(walk: Walk, element: HtmlElement, state: State) {
  const source = findFirst(element, named('cite', 'footer', 'figcaption'))
  const attribution = source && oneLine(textIn(source))
  const whole = oneLine(textIn(element)) ?? ''
  const text = attribution && whole.endsWith(attribution) ? whole.slice(0, -attribution.length).trim() : whole
  if (text === '' || text.length > 5_000) return walk.block(element, { ...state, isQuote: true })
  const said = attribution ? { attribution: cutText(attribution, 1_000) } : {}
  walk.builder.add((_key) => ({ _type: 'pullquote', _key, text, ...said }))
  walk.open(state)
}

/** A film or a sound with a file of its own. */
export function video(walk: Walk, element: HtmlElement, state: State, caption: string | null = null) {
  const sources = [element, ...findAll(element, named('source'))].map((each) => attribute(each, 'src'))
  const url = sources.map((address) => webAddress(address, walk.options.base)).find((address) => address)
  if (!url) return walk.note(`<${element.tagName}> has no usable address and was left out`)
  const type: MediaType = element.tagName === 'audio' ? 'AUDIO' : 'VIDEO'
  walk.media(bareMedia(type, url), { caption })
  walk.open(state)
}

/** A sound as Ghost shows it, with its title. */
export function audioCard(walk: Walk, element: HtmlElement, state: State) {
  const sound = findFirst(element, named('audio'))
  const title = findFirst(element, (each) => hasClass(each, /\bkg-audio-title\b/))
  if (sound) video(walk, sound, state, title && oneLine(textIn(title)))
  else walk.block(element, state)
}
