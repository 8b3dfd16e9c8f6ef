import { escapeHtml } from '../../articles/body/escape.ts'
import type { Converted } from '../html/convert.ts'
import type { ImportAuthor, ImportItem, ImportMedia, ImportTag } from '../item.ts'
import { objectOf, stringOf } from '../text/json.ts'
import { oneLine } from '../text/words.ts'

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

/** Plain text as HTML: a blank line divides paragraphs, what stands in one keeps its lines. */
export function textHtml(text: string): string {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n\s*/)
  return parts.map((part) => `<pre class="wp-block-verse">${escapeHtml(part.trim())}</pre>`).join('')
}

/** The names in a printed byline: `By Ann Lee and Bo Wu` are two, with `By` left out. */
export function namesIn(byline: string | null): string[] {
  const words = oneLine(byline)?.replace(/^(?:by|von|par|por|av|door|от|автор|text|words)[\s:]+/i, '') ?? ''
  const names = words.split(/\s*(?:,|;|\||\band\b|\bund\b|\bet\b|&)\s*/i).map((name) => name.trim())
  return names.filter((name) => name !== '' && name.length <= 100 && !/^https?:/.test(name))
}

/** Names in a list, in a text with commas, or of things in a list that have some. */
export function namesListed(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*,\s*/) : value ? [value] : []
  return list.flatMap((each) => stringOf(each) ?? stringOf(objectOf(each).name) ?? stringOf(objectOf(each).title) ?? [])
}
