import { parseUrl } from '../../lib/url.ts'

const spaceOrControl = /[\s\p{Cc}]/u
const maxUrl = 4_096

/**
 * What is wrong with a link's address, or undefined when it is safe to follow.
 * Safe: http, https, mailto, tel, a path of this site (one leading slash), a fragment (#…).
 */
export function linkFault(href: string): string | undefined {
  const disguise = disguiseFault(href)
  if (disguise) return disguise
  if (href.startsWith('//')) return 'is protocol-relative; write https:// before the host'
  if (href.startsWith('/') || href.startsWith('#')) return undefined
  if (/^(mailto|tel):./i.test(href)) return undefined
  if (/^https?:/i.test(href)) return webUrlFault(href)
  return 'must start with http://, https://, mailto:, tel:, / or #'
}

/** What is wrong with the address of a page on the web (http or https), or undefined. */
export function webUrlFault(address: string): string | undefined {
  const disguise = disguiseFault(address)
  if (disguise) return disguise
  if (!/^https?:\/\/[^/]/i.test(address)) return 'must start with http:// or https:// and a host'
  if (!parseUrl(address)) return 'is not a valid URL; check its host and port'
  return /^[a-z]+:\/\/[^/?#]*@/i.test(address) ? 'carries a user name or password; remove it' : undefined
}

// Browsers drop tabs and newlines inside a scheme and read a backslash as a slash: none of these is let through.
function disguiseFault(address: string): string | undefined {
  if (address.length > maxUrl) return `has ${address.length} characters; shorten it to ${maxUrl}`
  if (spaceOrControl.test(address)) return 'has a space or control character; write a space as %20'
  return address.includes('\\') ? 'has a backslash; use / or write it as %5C' : undefined
}
