import { escapeHtml } from '../../articles/body/escape.ts'
import { shorten } from '../../core/errors.ts'
import type { ImportMedia } from '../item.ts'
import { builderHtml, isLayout, layoutEnd } from './page-builders.ts'

/** Pictures that WordPress knows by number. */
export type Attachments = ReadonlyMap<string, ImportMedia>

/** Shortcodes of one story that are read; who has more is up to no good. */
const mostShortcodes = 5_000
/** How far away the end of a shortcode, and what closes it, may be. */
const most = { tag: 2_000, content: 20_000 }

const opening = /\[(\[?)([a-z][\w-]{1,40})(?=[\s=\]/])/g

/**
 * Shortcodes of WordPress as the HTML that they stand for: captions, galleries, films, sounds, pages of services. The layout of page builders
 * goes. Others stay as they are written, and are noted; those inside them are read.
 */
export function expandShortcodes(html: string, attachments: Attachments, note: (message: string) => void): string {
  let [out, from, count] = ['', 0, 0]
  for (const match of html.matchAll(opening)) {
    if (match.index < from) continue
    count += 1
    if (count > mostShortcodes) {
      note(`it has more than ${mostShortcodes} shortcodes; the rest was kept as text`)
      break
    }
    const found = shortcodeAt(html, match)
    if (!found) continue
    const made = found.isEscaped ? found.whole.slice(1, -1) : htmlOf(found, attachments, note)
    out += html.slice(from, match.index) + (made ?? found.tag)
    from = match.index + (made === null || isLayout(found.name) ? found.tag : found.whole).length
  }
  const all = out + html.slice(from)
  return all.includes('[/') ? all.replace(layoutEnd, '\n\n') : all
}

interface Shortcode {
  name: string
  written: string
  /** What is between it and what closes it; null when nothing does. */
  content: string | null
  /** Without what it holds and what closes it. */
  tag: string
  whole: string
  /** `[[gallery]]` is how people write about shortcodes. */
  isEscaped: boolean
}

function shortcodeAt(html: string, { 0: start, 1: bracket, 2: name = '', index }: RegExpExecArray): Shortcode | null {
  const end = endOfTag(html, index + start.length)
  if (end === null) return null
  const written = html.slice(index + start.length, end - 1)
  const isEscaped = bracket === '[' && html[end] === ']'
  const tag = html.slice(index, end)
  if (isEscaped) return { name, written, content: null, tag, whole: html.slice(index, end + 1), isEscaped }
  const closing = `[/${name}]`
  const length = html.slice(end, end + most.content).indexOf(closing)
  if (length < 0) return { name, written, content: null, tag, whole: tag, isEscaped }
  return {
    ...{ name, written, tag },
    content: html.slice(end, end + length),
    whole: html.slice(index, end + length + closing.length),
    isEscaped,
  }
}

/** The place behind the `]` that is in no quotation marks. */
function endOfTag(html: string, from: number): number | null {
  let quote = ''
  for (let at = from; at < Math.min(html.length, from + most.tag); at += 1) {
    const character = html[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === ']') return at + 1
    else if (character === '[') return null
  }
  return null
}

/** Null for one that is not known. */
function htmlOf(
  { name, written, content }: Shortcode,
  attachments: Attachments,
  note: (message: string) => void,
): string | null {
  if (isLayout(name)) {
    note('the layout of a page builder was left out; what is in it was kept')
    return '\n\n'
  }
  const attributes = attributesOf(written)
  const html = expand(name, attributes, content ?? '', attachments)
  if (html !== null) return html
  if (content !== null || Object.keys(attributes).length > 0)
    note(`the shortcode [${shorten(name, 40)}] is not known and was kept as text`)
  return null
}

/** Attributes of a shortcode. */
export type Values = Record<string, string>

function expand(name: string, values: Values, content: string, attachments: Attachments): string | null {
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return caption(values, content)
    case 'gallery':
    case 'playlist':
      return gallery(values, attachments)
    case 'video':
    case 'audio':
      return file(name, values)
    case 'embed':
    case 'youtube':
    case 'vimeo':
    case 'tweet':
    case 'instagram':
    case 'soundcloud':
    case 'facebook':
    case 'spotify':
    case 'tiktok':
      return page(name, values, content)
    default:
      return builderHtml(name, values, attachments)
  }
}

/** `[caption]<img> words[/caption]`, or the words in an attribute, as before WordPress 3.4. */
function caption(values: Values, content: string): string {
  const [, picture = '', words = ''] =
    /^\s*((?:<a\s[^>]*>)?\s*<img\s[^>]*>\s*(?:<\/a>)?)([\s\S]*)$/i.exec(content) ?? []
  if (picture === '') return content
  return `<figure>${picture}<figcaption>${values.caption ?? words}</figcaption></figure>`
}

function gallery({ ids = '', include = '' }: Values, attachments: Attachments): string | null {
  const pictures = (ids || include).split(/[\s,]+/).flatMap((id) => attachments.get(id) ?? [])
  if (pictures.length === 0) return null
  const figures = pictures.map(
    ({ url, alt, caption: words }) =>
      `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt ?? '')}"><figcaption>${escapeHtml(words ?? '')}</figcaption></figure>`,
  )
  return `<figure class="wp-block-gallery">${figures.join('')}</figure>`
}

function file(name: string, values: Values): string | null {
  const names = ['src', 'mp4', 'webm', 'm4v', 'ogv', 'mp3', 'm4a', 'ogg', 'wav', 'flac']
  const bare = /^https?:\/\/\S+$/.exec(values[''] ?? '')?.[0]
  const address = names.map((each) => values[each]).find((each) => each) ?? bare
  return address ? `<${name} src="${escapeHtml(address)}"></${name}>` : null
}

/** The page of a service, in a paragraph of its own, as WordPress takes it. */
function page(name: string, values: Values, content: string): string | null {
  const given = content.trim()
  const address = pageOf(name, given ? { url: given } : values)
  return address ? `\n\n<p>${address}</p>\n\n` : null
}

/** The address of a page of a service, by the address itself or by what the service calls it; null when it is neither. */
export function pageOf(name: string, values: Values): string | null {
  const given = values.url || values.src || values.id || values[''] || ''
  if (/^https?:\/\/[^\s"<>]+$/.test(given)) return given
  if (!/^[\w-]+$/.test(given)) return null
  if (name === 'youtube') return given.length === 11 ? `https://www.youtube.com/watch?v=${given}` : null
  if (name === 'vimeo') return /^\d+$/.test(given) ? `https://vimeo.com/${given}` : null
  if (name === 'instagram') return `https://www.instagram.com/p/${given}/`
  const isPost = (name === 'x' || name === 'tweet') && /^\w+$/.test(values.user ?? '') && /^\d+$/.test(given)
  return isPost ? `https://x.com/${values.user}/status/${given}` : null
}

/** Attributes by name; the first value without one is under ''. `[youtube=ADDRESS]` is `[youtube ADDRESS]`, and an address may have a `=`. */
export function attributesOf(written: string): Values {
  const values: Values = {}
  const found = written
    .replace(/^\s*=\s*/, '')
    .matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=\]][^\s"'\]]*))/g)
  for (const [, name = '', double, single, bare] of found) values[name.toLowerCase()] ??= double ?? single ?? bare ?? ''
  return values
}
