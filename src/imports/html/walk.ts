import type { Decorator } from '../../articles/body/types.ts'
import { linkFault } from '../../articles/body/urls.ts'
import { shorten } from '../../core/errors.ts'
import { parseUrl } from '../../lib/url.ts'
import type { ImportMedia } from '../item.ts'
import { cutText, oneLine } from '../text/words.ts'
import { type BlockKind, BodyBuilder, type Link, paragraph } from './body-builder.ts'
import type { EmbedPage } from './embeds.ts'
import { attribute, type HtmlElement, type HtmlNode, type HtmlParent, isElement } from './tree.ts'

/** What is known of a piece of HTML. */
export interface HtmlOptions {
  /** Address of the page, for relative links; null when there is none. */
  base: string | null
  /** Blank lines are paragraphs and newlines line breaks, as in the classic editor of WordPress. */
  linesCount?: boolean
  /** A paragraph or line of nothing but the address of a service's page stands for that page. */
  addressesEmbed?: boolean
}

/** What holds for all that is below an element. */
export interface State {
  marks: Decorator[]
  link: Link | null
  isPre: boolean
  isQuote: boolean
  item: BlockKind | null
  level: number
}

export const topState: State = { marks: [], link: null, isPre: false, isQuote: false, item: null, level: 0 }

export interface MediaTexts {
  caption?: string | null
  credit?: string | null
}

/** What an element of a name becomes. */
export type Handler = (walk: Walk, element: HtmlElement, state: State) => void

/** White space that HTML shows as one space, unless it is one. */
const moreThanSpace = /[ \t\r\n\f]{2,}|[\t\r\n\f]/g

/** One way through a tree of HTML, which leaves a body behind. */
export class Walk {
  readonly builder = new BodyBuilder()
  readonly options: HtmlOptions
  private readonly handlers: Record<string, Handler>

  constructor(options: HtmlOptions, handlers: Record<string, Handler>) {
    this.options = options
    this.handlers = handlers
  }

  children(parent: HtmlParent, state: State) {
    for (const child of parent.childNodes) this.node(child, state)
  }

  node(node: HtmlNode, state: State) {
    if (node.nodeName === '#text' && 'value' in node) return this.text(node.value, state)
    if (node.nodeName === '#comment' && 'data' in node) return this.comment(node.data)
    if (!isElement(node)) return
    const handle = Object.hasOwn(this.handlers, node.tagName) ? this.handlers[node.tagName] : undefined
    if (handle) return handle(this, node, state)
    this.note(`<${shorten(node.tagName, 40)}> has no counterpart; what is in it was kept as text`)
    this.block(node, state)
  }

  /** Words, with white space as browsers show it. */
  text(value: string, state: State) {
    if (state.isPre) return this.builder.text(value.replace(/\r\n?/g, '\n'), state.marks, state.link)
    if (!this.options.linesCount || state.item) return this.line(value, state)
    const parts = value.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n\s*/)
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.open(state)
      for (const [n, words] of part.split('\n').entries()) {
        if (n > 0 && this.builder.isOpen && !this.builder.endsInBreak) this.builder.text('\n', state.marks, state.link)
        this.line(words, state)
      }
    }
  }

  private line(value: string, { marks, link }: State) {
    const words = value.replace(moreThanSpace, ' ')
    this.builder.text(this.builder.endsInSpace ? words.replace(/^ /, '') : words, marks, link)
  }

  /** Begins a text block; in an item of a list, a new line of the item. */
  open(state: State, style: BlockKind['style'] = 'normal') {
    if (!state.item)
      return this.builder.begin({ ...paragraph, style: state.isQuote && style === 'normal' ? 'blockquote' : style })
    if (this.builder.isOpen) this.builder.text('\n', state.marks, null)
    else this.builder.begin(state.item)
  }

  /** An element that stands by itself. */
  block(element: HtmlElement, state: State, style: BlockKind['style'] = 'normal') {
    this.open(state, style)
    this.children(element, state)
    if (!state.item) this.open(state)
  }

  note(message: string) {
    this.builder.notes.push(message)
  }

  embed({ provider, url }: EmbedPage, caption: string | null) {
    const words = caption ? { caption: cutText(caption, 10_000) } : {}
    this.builder.add((_key) => ({ _type: 'embed', _key, provider, url, ...words }))
  }

  /** A paragraph that is a link, for what cannot be shown here. */
  linkParagraph(address: string, words: string, state: State) {
    const link = this.linkOf(address)
    this.open(state)
    this.builder.text(words, state.marks, link ? { href: link, title: null } : null)
    this.open(state)
  }

  /** A picture, film or sound where it stands, with the words for this place. */
  media(media: ImportMedia, texts: MediaTexts) {
    const { words, own } = wordsHere(texts)
    const mediaIndex = this.builder.mediaIndex({ ...media, ...words })
    const _type = media.type === 'IMAGE' ? ('image' as const) : ('video' as const)
    this.builder.flush()
    const last = this.builder.blocks.at(-1)
    const isThere = last && 'mediaIndex' in last && last.mediaIndex === mediaIndex
    if (isThere && (!own.caption || own.caption === last.caption)) return
    this.builder.add((_key) => ({ _type, _key, mediaIndex, ...own }))
  }

  /** An address that may be followed, absolute when there is a base; null, and noted, for others. */
  linkOf(address: string): string | null {
    const words = address.replace(/[\t\n\r]/g, '').trim()
    const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(words) && !words.startsWith('#')
    const url = isRelative ? relative(words, this.options.base) : /^https?:/i.test(words) ? parseUrl(words) : null
    const href = (url?.href ?? words).replaceAll('\\', '%5C')
    const fault = linkFault(href)
    if (fault === undefined) return href
    this.note(`the link to ${shorten(words, 60)} was left out and its words kept: it ${fault}`)
    return null
  }

  private comment(data: string) {
    const [, name = ''] = /^\s*wp:([\w/-]+)\s[\s\S]*\/\s*$/.exec(data) ?? []
    if (name !== '' && !/^(?:spacer|separator|more|nextpage)$/.test(name))
      this.note(`the WordPress block ${shorten(name, 60)} makes its content on the site and was left out`)
  }
}

/** The words of a picture in its place: for a new asset, and for the block, as an asset that is here already has words of its own. */
export function wordsHere({ caption = null, credit = null }: MediaTexts) {
  const words = { caption: caption && cutText(caption, 2_000), credit: credit && cutText(credit, 300) }
  const own = { ...(words.caption && { caption: words.caption }), ...(words.credit && { credit: words.credit }) }
  return { words, own }
}

function relative(words: string, base: string | null): URL | null {
  if (words.startsWith('//')) return parseUrl(`https:${words}`)
  if (!base) return null
  try {
    return new URL(words, base)
  } catch {
    return null
  }
}

/** The title of an element, as a tooltip shows it. */
export function titleOf(element: HtmlElement): string | null {
  const title = oneLine(attribute(element, 'title'))
  return title && cutText(title, 1_000)
}
