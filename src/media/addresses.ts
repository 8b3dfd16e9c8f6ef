import type { Site } from '../core/ctx.ts'

// Where files that are kept here can be had. Rows and rendered HTML hold marks, for the base of the addresses may change, and an address for
// who may see what readers may not has a ticket; marks are filled in when an answer is made.

/** The path of a file or one of its renditions; with an edition it never stands for anything else. */
export function mediaPath(id: string, rendition: string, edition: string | null = null): string {
  return `/media/${id}/${rendition}${edition ? `-${edition}` : ''}`
}

/** The same as an absolute address. */
export function mediaUrl(site: Site, id: string, rendition: string, edition: string): string {
  const ticket = site.ticketFor ? `?ticket=${site.ticketFor(id)}` : ''
  return `${site.mediaUrl ?? site.publicUrl}${mediaPath(id, rendition, edition)}${ticket}`
}

/** What stands for an address in rendered HTML. */
export function mediaMark(id: string, rendition: string, edition: string): string {
  return `dateline:media/${id}/${rendition}-${edition}`
}

// What renderHtml writes: people cannot type it, for a URL of theirs begins with http, and a quotation mark comes out as an entity.
const attribute = / (src|srcset|href)="(dateline:media\/[^"]*)"/g
const mark = /dateline:media\/([0-9a-f-]{36})\/([a-z]+)-([0-9a-f]{16})/g

/** Fills the marks of rendered HTML with addresses. HTML without marks comes back as it is. */
export function fillHtmlMedia(html: string, site: Site): string {
  if (!html.includes('"dateline:media/')) return html
  return html.replace(attribute, (_, name: string, value: string) => {
    const filled = value.replace(mark, (__, id: string, rendition: string, edition: string) =>
      mediaUrl(site, id, rendition, edition),
    )
    return ` ${name}="${filled}"`
  })
}
