import { webUrlFault } from '../../articles/body/urls.ts'
import { parseUrl } from '../../lib/url.ts'

/** Longest address of a field; one in a body may be longer. */
const maxFieldUrl = 2_000

/**
 * An address of the web as a file has it, made absolute and clean: spaces escaped, `//host` with https, relative ones by `base`.
 * Null for everything that is not http or https, has a user name, or has no base to be read by.
 */
export function webAddress(text: string | null | undefined, base: string | null): string | null {
  const words = text?.trim()
  if (!words || words.length > maxFieldUrl) return null
  const url = parseUrl(words.startsWith('//') ? `https:${words}` : words) ?? (base ? relativeTo(words, base) : null)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const address = url.href.replaceAll('\\', '%5C')
  return address.length > maxFieldUrl || webUrlFault(address) ? null : address
}

/** The path of an address on its site, with its query when it has one: what a redirect is asked by. Null for the front page. */
export function pathOf(address: string | null | undefined): string | null {
  const url = address ? parseUrl(address) : null
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const path = url.pathname + url.search
  return path === '/' || path.length > 1_000 ? null : path
}

function relativeTo(words: string, base: string): URL | null {
  try {
    return new URL(words, base)
  } catch {
    return null
  }
}
