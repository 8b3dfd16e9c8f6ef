import type { EmbedProvider } from './types.ts'
import { webUrlFault } from './urls.ts'

// The providers' own domains and short-link domains; a subdomain (www, m, player) belongs to its domain.
const providerDomains: Record<EmbedProvider, readonly string[]> = {
  youtube: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  vimeo: ['vimeo.com'],
  x: ['x.com', 'twitter.com'],
  instagram: ['instagram.com'],
  facebook: ['facebook.com', 'fb.watch'],
  tiktok: ['tiktok.com'],
  telegram: ['t.me', 'telegram.me'],
  spotify: ['spotify.com', 'spotify.link'],
  soundcloud: ['soundcloud.com'],
  datawrapper: ['datawrapper.de', 'dwcdn.net'],
}

/** What is wrong with the address of an embed (https, on a host of its provider), or undefined. */
export function embedUrlFault(address: string, provider: EmbedProvider): string | undefined {
  const fault = webUrlFault(address)
  if (fault) return fault
  const { protocol, hostname, port } = new URL(address)
  const domains = providerDomains[provider]
  if (protocol === 'https:' && port === '' && domains.some((domain) => isWithin(hostname, domain))) return undefined
  return `is not an https address of ${provider}; use a page of ${domains.join(' or ')}`
}

/**
 * The address of the cookie-free player of a YouTube or Vimeo video, made anew from the id in its address;
 * undefined for other providers and for pages that are not a video.
 */
export function playerUrl(provider: EmbedProvider, address: string): string | undefined {
  if (provider === 'youtube') return youtubePlayer(new URL(address))
  return provider === 'vimeo' ? vimeoPlayer(new URL(address)) : undefined
}

function youtubePlayer(url: URL): string | undefined {
  const inPath = /^\/(?:(?:shorts|embed|live|v)\/)?([\w-]{11})\/?$/.exec(url.pathname)?.[1]
  const id = url.pathname === '/watch' ? url.searchParams.get('v') : inPath
  return id && /^[\w-]{11}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}` : undefined
}

// An unlisted video has a hash, as a second part of the path or as `h`; `dnt` asks the player not to track.
function vimeoPlayer(url: URL): string | undefined {
  const [, id, inPath] = /^\/(?:video\/)?(\d{1,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(url.pathname) ?? []
  if (!id) return undefined
  const hash = inPath ?? url.searchParams.get('h')
  const unlisted = hash && /^[0-9a-f]{6,20}$/.test(hash) ? `&h=${hash}` : ''
  return `https://player.vimeo.com/video/${id}?dnt=1${unlisted}`
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
