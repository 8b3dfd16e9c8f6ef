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

/** What a printed byline begins with. */
const byWords = /^(?:by|von|par|por|av|door|от|автор|text|words|文|記者)[\s:：]+/i
const separators = /\s*(?:[,;|、，،؛]|\band\b|\bund\b|\bet\b|&)\s*/i
/** `and` in Spanish, Italian, Portuguese, Polish, Czech, Russian, Ukrainian, Swedish, Danish, Finnish, Dutch, Turkish; names have some of them inside. */
const conjunctions = /\s+(?:y|e|i|a|и|та|і|och|og|ja|en|ve)\s+/

/**
 * The names in a printed byline: `By Ann Lee and Bo Wu` are two, with `By` left out. `Ana Paz y Luis Gil` are two, `José Ortega y Gasset` is
 * one, for a single word is no name; so is `Lee, Ann`. An agency behind a stroke (`Eva Berg/TT`) is none.
 */
export function namesIn(byline: string | null): string[] {
  const words = oneLine(byline)?.replace(byWords, '') ?? ''
  const isTurned = /^[\p{L}'’-]+, [\p{L}'’-]+$/u.test(words)
  const names = (isTurned ? [words] : words.split(separators)).flatMap(namesJoined)
  return names.filter((name) => name !== '' && name.length <= 100 && !/^https?:/.test(name))
}

function namesJoined(words: string): string[] {
  const parts = words.trim().split(conjunctions)
  const areNames = parts.length > 1 && parts.every((part) => part.includes(' '))
  return (areNames ? parts : [words.trim()]).map((name) => name.replace(/\s?\/\s?\p{Lu}{2,6}$/u, ''))
}

/** Names in a list, in a text with commas, or of things in a list that have some. */
export function namesListed(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s*,\s*/) : value ? [value] : []
  return list.flatMap((each) => stringOf(each) ?? stringOf(objectOf(each).name) ?? stringOf(objectOf(each).title) ?? [])
}
