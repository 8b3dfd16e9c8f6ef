import type { Converted } from '../html/convert.ts'
import type { ImportAuthor, ImportItem, ImportMedia, ImportTag } from '../item.ts'

/** An author of nothing but a name. */
export function bareAuthor(name: string, more: Partial<ImportAuthor> = {}): ImportAuthor {
  return {
    ...{ name, kind: 'PERSON', role: null, slug: null, email: null },
    ...{ externalId: null, bio: null, jobTitle: null, avatarUrl: null },
    ...more,
  }
}

/** A tag of nothing but a name. */
export function bareTag(name: string, type: ImportTag['type'] = 'TOPIC', more: Partial<ImportTag> = {}): ImportTag {
  return { type, name, slug: null, externalId: null, description: null, parentSlug: null, ...more }
}

/** A picture that stands outside the body leads it; one that the body shows is not kept twice. */
export function withLead(
  { media, body }: Pick<Converted, 'media' | 'body'>,
  lead: ImportMedia | null,
): Pick<ImportItem, 'media' | 'leadMedia' | 'body'> {
  if (!lead) return { media, body, leadMedia: null }
  const known = media.findIndex(({ url }) => url === lead.url)
  return known >= 0 ? { media, body, leadMedia: known } : { media: [...media, lead], body, leadMedia: media.length }
}
