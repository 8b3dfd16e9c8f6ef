import { parseUrl } from '../../lib/url.ts'
import type { ImportBody, ImportLink } from '../item.ts'
import { oneLine } from '../text/words.ts'

/** Words that a link has when it is the headline of another story, and not just a name. */
const headlineWords = 4

/** Links of a body to other stories of the same site, with words that could be their headlines. */
export function linksIn(body: ImportBody, own: string | null): ImportLink[] {
  const host = own ? parseUrl(own)?.host : undefined
  if (!host) return []
  return body.flatMap((block) => {
    if (block._type !== 'block') return []
    return (block.markDefs ?? []).flatMap((mark) => {
      if (mark._type !== 'link') return []
      const url = parseUrl(mark.href)
      const words =
        oneLine(
          block.children
            .filter(({ marks }) => marks?.includes(mark._key))
            .map(({ text }) => text)
            .join(''),
        ) ?? ''
      const isStory = url?.host === host && url.pathname.length > 10 && mark.href.split('#')[0] !== own
      return isStory && words.split(' ').length >= headlineWords ? [{ headline: words, url: mark.href }] : []
    })
  })
}
