import { escapeHtml } from '../../articles/body/escape.ts'
import { shorten } from '../../core/errors.ts'
import type { ImportMedia } from '../item.ts'

/** Pictures that WordPress knows by number. */
export type Attachments = ReadonlyMap<string, ImportMedia>

const shortcode =
  /\[(\[?)([a-z][\w-]{1,40})((?:[\s=](?:"[^"]*"|'[^']*'|[^\]"'])*)?)\/?\](?:([^[]{0,20000}(?:\[(?!\/\2\])[^[]{0,20000}){0,50})\[\/\2\])?(\]?)/g

/**
 * Shortcodes of WordPress as the HTML that they stand for: captions, galleries, films, sounds, pages of services. Others stay as they
 * are written, and are noted.
 */
export function expandShortcodes(html: string, attachments: Attachments, note: (message: string) => void): string {
  if (!html.includes('[')) return html
  return html.replace(
    shortcode,
    (whole, open: string, name: string, written: string, content: string | undefined, close: string) => {
      if (open && close) return whole.slice(1, -1)
      const attributes = attributesOf(written)
      const made = expand(name, attributes, content ?? '', attachments)
      if (made !== null) return made
      const isShortcode = content !== undefined || Object.keys(attributes).length > 0
      if (isShortcode) note(`the shortcode [${shorten(name, 40)}] is not known and was kept as text`)
      return whole
    },
  )
}

type Values = Record<string, string>

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
      return null
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
  const address = names.map((each) => values[each]).find((each) => each)
  return address ? `<${name} src="${escapeHtml(address)}"></${name}>` : null
}

/** The page of a service, in a paragraph of its own, as WordPress takes it. */
function page(name: string, values: Values, content: string): string | null {
  const given = content.trim() || values.url || values.src || values.id || values[''] || ''
  if (/^https?:\/\/[^\s"<>]+$/.test(given)) return `\n\n<p>${given}</p>\n\n`
  if (name === 'youtube' && /^[\w-]{11}$/.test(given)) return `\n\n<p>https://www.youtube.com/watch?v=${given}</p>\n\n`
  return name === 'vimeo' && /^\d+$/.test(given) ? `\n\n<p>https://vimeo.com/${given}</p>\n\n` : null
}

function attributesOf(written: string): Values {
  const values: Values = {}
  const found = written.matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=\]]+))/g)
  for (const [, name = '', double, single, bare] of found) values[name.toLowerCase()] ??= double ?? single ?? bare ?? ''
  return values
}
