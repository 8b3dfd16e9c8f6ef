import type { Decorator, ListKind } from '../../articles/body/types.ts'
import { shorten } from '../../core/errors.ts'
import { webAddress } from '../text/addresses.ts'
import { cutText, oneLine } from '../text/words.ts'
import { embedOfMarkup, embedOfWords } from './embeds.ts'
import { audioCard, figure, gallery, isGallery, pullquote, video } from './figures.ts'
import { frame, script } from './frames.ts'
import { isPixel, pictureOf } from './pictures.ts'
import { table } from './tables.ts'
import { attribute, elementsIn, findAll, type HtmlElement, hasClass, textIn } from './tree.ts'
import { type Handler, type State, titleOf, type Walk } from './walk.ts'

/** What each element of HTML becomes. Names that are not here are unknown: what is in them is kept as text. */
export const handlers: Record<string, Handler> = {
  ...each(
    'span font label time abbr acronym small big bdi bdo ruby rb rt rp data output mark center wbr nobr noscript picture slot',
    inline,
  ),
  ...each('b strong', mark('strong')),
  ...each('i em cite dfn var address', mark('em')),
  ...each('u ins', mark('underline')),
  ...each('s strike del', mark('strike-through')),
  ...each('code kbd samp tt', mark('code')),
  q: (walk, element, state) => {
    // Readers see quotation marks there, which are not in the text.
    walk.text('“', state)
    walk.children(element, state)
    walk.text('”', state)
  },
  sub: mark('sub')['*'],
  sup: mark('sup')['*'],
  ...each(
    'html body main article section header footer hgroup nav details fieldset dl dd caption figcaption tbody thead tfoot tr td th form center li',
    block,
  ),
  p: paragraphLike,
  div: paragraphLike,
  aside: paragraphLike,
  ...each('h1 h2', (walk, element, state) => walk.block(element, withoutStrong(state), 'h2')),
  h3: (walk, element, state) => walk.block(element, withoutStrong(state), 'h3'),
  ...each('h4 h5 h6', (walk, element, state) => walk.block(element, withoutStrong(state), 'h4')),
  ...each('dt summary legend', (walk, element, state) => walk.block(element, marked(state, 'strong'))),
  ul: (walk, element, state) => list(walk, element, state, 'bullet'),
  menu: (walk, element, state) => list(walk, element, state, 'bullet'),
  ol: (walk, element, state) => list(walk, element, state, 'number'),
  blockquote,
  pre,
  table,
  figure,
  a,
  img,
  br,
  hr: (walk, _element, state) => {
    walk.builder.add((_key) => ({ _type: 'divider', _key }))
    walk.open(state)
  },
  iframe: frame('src'),
  embed: frame('src'),
  object: frame('data'),
  video,
  audio: video,
  script,
  ...each(
    'style head title meta link base template source track param col colgroup area optgroup option datalist',
    () => undefined,
  ),
  ...each('svg math canvas map button input select textarea progress meter dialog frameset frame applet', dropped),
}

type HandlerOf = Handler | Record<'*', Handler>

function each(names: string, handler: HandlerOf): Record<string, Handler> {
  const handle = typeof handler === 'function' ? handler : handler['*']
  return Object.fromEntries(names.split(' ').map((name) => [name, handle]))
}

function inline(walk: Walk, element: HtmlElement, state: State) {
  walk.children(element, styled(element, state))
}

function block(walk: Walk, element: HtmlElement, state: State) {
  walk.block(element, state)
}

function mark(decorator: Decorator): { '*': Handler } {
  return { '*': (walk, element, state) => walk.children(element, marked(state, decorator)) }
}

function marked(state: State, decorator: Decorator): State {
  return state.marks.includes(decorator) ? state : { ...state, marks: [...state.marks, decorator] }
}

/** What word processors write for bold and italics. */
function styled(element: HtmlElement, state: State): State {
  const style = attribute(element, 'style') ?? ''
  const bold = /font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? marked(state, 'strong') : state
  return /font-style:\s*italic/i.test(style) ? marked(bold, 'em') : bold
}

function withoutStrong(state: State): State {
  return { ...state, marks: state.marks.filter((name) => name !== 'strong') }
}

/** What players and files of Ghost show beside themselves: times, speeds, the size of the file. */
const controls = /\bkg-(?:audio-player|video-player-container|file-card-metadata)(?!\S)/

/** A paragraph or division; some are more than that. */
function paragraphLike(walk: Walk, element: HtmlElement, state: State) {
  const page = embedOfMarkup(element) ?? (walk.options.addressesEmbed ? embedOfWords(element) : null)
  if (page) return walk.embed(page, null)
  if (hasClass(element, controls)) return
  if (hasClass(element, /\bkg-audio-card\b/)) return audioCard(walk, element, state)
  if (hasClass(element, /\bpull-?quote\b/) && textIn(element).length < 2_000) return pullquote(walk, element, state)
  if (isGallery(element)) return gallery(walk, element, state)
  const words = attribute(element, 'class') ?? ''
  const isSubtitle = element.tagName === 'p' && /\bhas-(?:x-)?large-font-size\b/.test(words)
  walk.block(element, isSubtitle ? state : styled(element, state))
}

function list(walk: Walk, element: HtmlElement, state: State, kind: ListKind) {
  if (isGallery(element)) return gallery(walk, element, state)
  const level = Math.min(state.level + 1, 5)
  if (state.level >= 5) walk.note('a list of more than five levels was made flatter')
  const item = { style: 'normal' as const, listItem: kind, level }
  for (const child of elementsIn(element)) {
    walk.builder.begin(item)
    if (child.tagName === 'li') walk.children(child, { ...state, item, level: state.level + 1 })
    else walk.node(child, { ...state, item, level: state.level + 1 })
  }
  if (state.item) walk.builder.begin(state.item)
  else walk.open(state)
}

function blockquote(walk: Walk, element: HtmlElement, state: State) {
  const page = embedOfMarkup(element)
  if (page) return walk.embed(page, null)
  if (hasClass(element, /\bpull-?quote\b/)) return pullquote(walk, element, state)
  walk.block(element, { ...state, isQuote: true, item: null })
}

function pre(walk: Walk, element: HtmlElement, state: State) {
  const isVerse = hasClass(element, /\bwp-block-verse\b/)
  walk.block(element, { ...(isVerse ? state : marked(state, 'code')), isPre: true })
}

function a(walk: Walk, element: HtmlElement, state: State) {
  const href = attribute(element, 'href')
  const bookmark = hasClass(element, /\bkg-bookmark-container\b/) ? bookmarkOf(element) : null
  if (bookmark) {
    const { url, headline } = bookmark
    return walk.builder.add((_key) => ({ _type: 'relatedLinks', _key, items: [{ _key: 'l1', url, headline }] }))
  }
  if (hasClass(element, /\bwp-block-file__button\b/)) walk.text(' ', state)
  const link = href ? walk.linkOf(href) : null
  walk.children(element, link ? { ...state, link: { href: link, title: titleOf(element) } } : state)
}

function bookmarkOf(element: HtmlElement): { url: string; headline: string } | null {
  const [title] = findAll(element, (each) => hasClass(each, /\bkg-bookmark-title\b/))
  const [url, headline] = [webAddress(attribute(element, 'href'), null), title ? oneLine(textIn(title)) : null]
  return url && headline ? { url, headline: cutText(headline, 1_000) } : null
}

/** A picture; one that stands for a smiley is its text. */
function img(walk: Walk, element: HtmlElement, state: State) {
  const alt = attribute(element, 'alt')
  if (alt && (hasClass(element, /\b(?:emoji|wp-smiley|latex)\b/) || /^\p{Extended_Pictographic}/u.test(alt)))
    return walk.text(alt, state)
  const picture = pictureOf(element, walk.options.base)
  if (picture) return walk.media(picture, {})
  if (isPixel(element)) return walk.note('a picture of one pixel, which counts readers, was left out')
  const address = attribute(element, 'src') ?? 'none'
  if (!/^data:image\/(?:gif|svg)|^none$/.test(address))
    walk.note(`a picture without a usable address (${shorten(address, 40)}) was left out`)
}

/** A line break; two of them divide paragraphs, as people meant who had no other way. */
function br(walk: Walk, _element: HtmlElement, state: State) {
  if (walk.builder.endsInBreak && !state.item && !state.isPre) walk.builder.divide()
  else if (walk.builder.isOpen) walk.builder.text('\n', state.marks, state.link)
}

function dropped(walk: Walk, element: HtmlElement, state: State) {
  const words = oneLine(textIn(element))
  if (element.tagName === 'svg' || !words) return
  walk.note(`<${element.tagName}> has no counterpart; its words were kept`)
  walk.text(words, state)
}
