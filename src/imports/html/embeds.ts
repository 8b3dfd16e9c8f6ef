import { escapeHtml } from '../../articles/body/escape.ts'
import { embedUrlFault } from '../../articles/body/providers.ts'
import { type EmbedProvider, embedProviders } from '../../articles/body/types.ts'
import { parseUrl } from '../../lib/url.ts'
import { decodeReferences } from '../text/words.ts'
import { attribute, findAll, type HtmlElement, named, textIn } from './tree.ts'

/** A page of a service that a body can embed. */
export interface EmbedPage {
  provider: EmbedProvider
  url: string
}

/** The page that an address, a player's among them, belongs to; null when no service is known that it is of. */
export function embedOf(address: string | null): EmbedPage | null {
  const url = address ? parseUrl(address.startsWith('//') ? `https:${address}` : address) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const page = pageOfPlayer(url)
  page.protocol = 'https:'
  const provider = embedProviders.find((name) => embedUrlFault(page.href, name) === undefined)
  return provider && isContent(provider, page) ? { provider, url: page.href } : null
}

/** A page to look at for the address of its player: players come and go, pages stay. */
function pageOfPlayer(url: URL): URL {
  const { hostname, pathname, searchParams } = url
  const youtube = /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(hostname) && /^\/(?:embed|v)\/([\w-]{11})/.exec(pathname)
  if (youtube) return new URL(`https://www.youtube.com/watch?v=${youtube[1]}`)
  const vimeo = hostname === 'player.vimeo.com' && /^\/video\/(\d+)/.exec(pathname)
  if (vimeo) return new URL(`https://vimeo.com/${vimeo[1]}${searchParams.get('h') ? `/${searchParams.get('h')}` : ''}`)
  const carried = /^\/plugins\/|^\/player/.test(pathname) ? (searchParams.get('href') ?? searchParams.get('url')) : null
  const spotify = hostname === 'open.spotify.com' && /^\/embed(?:-podcast)?(\/.+)/.exec(pathname)
  if (spotify) return new URL(`https://open.spotify.com${spotify[1]}`)
  const tiktok = /(?:^|\.)tiktok\.com$/.test(hostname) && /^\/embed(?:\/v\d)?\/(\d+)/.exec(pathname)
  if (tiktok) return new URL(`https://www.tiktok.com/@/video/${tiktok[1]}`)
  return (carried && parseUrl(carried)) || new URL(url)
}

/** The front page, a profile or a share button is no content to embed. */
function isContent(provider: EmbedProvider, { pathname, searchParams, hostname }: URL): boolean {
  if (provider === 'youtube')
    return (
      searchParams.has('v') ||
      searchParams.has('list') ||
      /youtu\.be$/.test(hostname) ||
      /^\/(shorts|live)\//.test(pathname)
    )
  if (provider === 'x') return /\/status(?:es)?\/\d+/.test(pathname)
  if (provider === 'facebook')
    return /video|posts|photo|permalink|watch|story|reel/.test(pathname) || hostname === 'fb.watch'
  if (provider === 'instagram') return /^\/(?:[\w.]+\/)?(?:p|reel|tv)\//.test(pathname)
  if (provider === 'telegram') return /^\/(?:s\/)?\w+\/\d+/.test(pathname)
  return pathname.length > 1
}

/** The page that markup for a service's own script stands for, such as `<blockquote class="twitter-tweet">`. */
export function embedOfMarkup(element: HtmlElement): EmbedPage | null {
  const classes = attribute(element, 'class') ?? ''
  const given = ['data-instgrm-permalink', 'cite', 'data-href', 'data-url', 'data-video-url']
  if (/\btwitter-(?:tweet|video)\b/.test(classes)) return linkedPage(element)
  if (/\b(?:instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed)\b/.test(classes))
    return embedOf(given.map((name) => attribute(element, name)).find((value) => value) ?? null) ?? linkedPage(element)
  const post = element.tagName === 'script' ? attribute(element, 'data-telegram-post') : null
  return post && /^[\w]+\/\d+$/.test(post) ? { provider: 'telegram', url: `https://t.me/${post}` } : null
}

/** The last link of a quoted post is the post itself. */
function linkedPage(element: HtmlElement): EmbedPage | null {
  const pages = findAll(element, named('a')).map((link) => embedOf(attribute(link, 'href')))
  return pages.findLast((page) => page !== null) ?? null
}

/** The address that a text consists of, when it is one of a service: how WordPress and people write embeds. */
export function embedOfWords(element: HtmlElement): EmbedPage | null {
  const words = textIn(element).trim()
  return /^https?:\/\/\S+$/.test(words) && words.length < 2_000 ? embedOf(words) : null
}

/** Tags, so that what is in them is passed over, and addresses that have a line for themselves. */
const tagOrAddressLine = /<[^<>]*>|^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim

/** Such lines of one text that are looked at: a body has no more blocks. */
const mostAddressLines = 2_000

/**
 * Addresses that have a line for themselves, as WordPress takes them: that of a service's page as a paragraph of its own, which embeds
 * it, any other as a link where it stands. Source: WP_Embed::autoembed in wp-includes/class-wp-embed.php.
 */
export function withAddressLines(html: string): string {
  let count = 0
  return html.replace(tagOrAddressLine, (whole: string, address?: string) => {
    if (address !== undefined) count += 1
    if (address === undefined || count > mostAddressLines) return whole
    const url = decodeReferences(address)
    const words = escapeHtml(url)
    return embedOf(url) ? `\n\n<p>${words}</p>\n\n` : `<a href="${words}">${words}</a>`
  })
}
