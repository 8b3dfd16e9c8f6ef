import { parseUrl, pathToLookUp } from '../lib/url.ts'

/** Pages of the site itself: the front page, and those of tags and authors. */
const ownPages = /^\/(?:$|(?:tags|authors)(?:\/|$))/

/** Longest path that is kept: what `resolve` is asked with. */
const maxLength = 2_000

/** A path as `resolve` looks it up. Null: none that a story can have. */
export function readFormerPath(given: string): string | null {
  const path = pathToLookUp(given)
  const isPath = path.startsWith('/') && !path.startsWith('//') && path.length <= maxLength
  return isPath && !ownPages.test(path) ? path : null
}

/**
 * What gives the path that an address has on an old site; null for other sites, and for what no story can have. `oldSite`: an address
 * of that site; null: there is none.
 */
export function oldPathReader(oldSite: string | null): (href: string) => string | null {
  const own = oldSite ? parseUrl(oldSite) : null
  if (!own) return () => null
  return (href) => {
    const url = parseUrl(href)
    return url && hostOf(url) === hostOf(own) ? readFormerPath(url.pathname + url.search) : null
  }
}

const hostOf = ({ host }: URL) => host.replace(/^www\./, '')
