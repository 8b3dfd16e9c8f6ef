import type { Converted } from '../html/convert.ts'
import { convertHtml } from '../html/convert.ts'
import { expandShortcodes } from '../html/shortcodes.ts'
import type { Found, ImportMedia, ImportStatus } from '../item.ts'
import { pathOf } from '../text/addresses.ts'
import { firstInstant } from '../text/dates.ts'
import { Notes } from '../text/notes.ts'
import { plainWords } from '../text/words.ts'
import { attributeOf, childrenOf, textOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { finishItem, slugOf } from './finish.ts'
import { withLead } from './parts.ts'
import { metaOf, metasOf } from './wxr-attachments.ts'
import { bylinesOf, type People } from './wxr-people.ts'
import { termsOf } from './wxr-terms.ts'

/** What the file has said so far that its posts refer to. */
export interface Site {
  address: string | null
  locale: string | null
  people: People
  /** Nicenames of categories by their numbers. */
  categories: Map<string, string>
  attachments: Map<string, ImportMedia>
}

/** Source: https://wordpress.org/documentation/article/post-status/ */
const statuses: Record<string, ImportStatus> = {
  ...{ publish: 'LIVE', draft: 'DRAFT', pending: 'DRAFT', 'auto-draft': 'DRAFT' },
  ...{ private: 'DRAFT', future: 'DRAFT', inherit: 'DRAFT', trash: 'WITHDRAWN' },
}

interface PostInfo {
  index: number
  notes: string[]
  externalId: string
}

/** A post or page as a story. */
export function storyOf(element: XmlElement, info: PostInfo, site: Site): Found[] {
  const notes = new Notes()
  for (const note of info.notes) notes.add(note)
  const converted = bodyOf(element, site, notes)
  const featured = featuredOf(element, site, notes)
  const written = textOf(element, 'wp:status') ?? 'publish'
  if (written === 'private') notes.add('it was private and becomes a draft')
  const status = statuses[written] ?? 'DRAFT'
  if (!statuses[written]) notes.add(`its status '${written.slice(0, 40)}' is not known; it becomes a draft`)
  const translationSet = translationSetOf(element)
  const password = textOf(element, 'wp:post_password')
  if (password) notes.add('it was behind a password and becomes a draft')
  const at = dateOf(element, ['wp:post_date_gmt', 'wp:post_date', 'pubDate'], notes)
  const item = finishItem(
    {
      ...{ place: { item: info.index, line: element.line }, externalId: info.externalId },
      status: password && status === 'LIVE' ? 'DRAFT' : status,
      headline: wordsOf(element, 'title') ?? '',
      slug: slugOf(textOf(element, 'wp:post_name')),
      locale: languageOf(element) ?? site.locale,
      ...(translationSet && { translationSet }),
      standfirst: plainWords(textOf(element, 'excerpt:encoded')),
      ...withLead(converted, featured),
      ...termsOf(element, site.categories),
      bylines: bylinesOf(element, site.people, notes),
      ...{ oldSite: site.address, formerPaths: pathsOf(element) },
      publishedAt: written === 'future' ? null : at,
      scheduledAt: written === 'future' ? at : null,
      updatedAt: dateOf(element, ['wp:post_modified_gmt', 'wp:post_modified'], notes),
    },
    notes,
  )
  return [item]
}

/** Posts of the block editor have their paragraphs marked; those of the classic one in blank lines. */
function bodyOf(element: XmlElement, site: Site, notes: Notes): Converted {
  const content = textOf(element, 'content:encoded') ?? ''
  const html = expandShortcodes(content, site.attachments, (message) => notes.add(message))
  const linesCount = !/<!-- wp:/.test(content)
  const converted = convertHtml(html, {
    base: textOf(element, 'link') ?? site.address,
    linesCount,
    addressesEmbed: true,
  })
  for (const note of converted.notes) notes.add(note)
  return { ...converted, media: converted.media.map((media) => completed(media, site)) }
}

/** What the library knows of a picture that a post shows. */
function completed(media: ImportMedia, { attachments }: Site): ImportMedia {
  const known = media.externalId ? attachments.get(media.externalId) : undefined
  if (!known) return media
  return { ...media, alt: media.alt ?? known.alt, caption: media.caption ?? known.caption }
}

function featuredOf(element: XmlElement, { attachments }: Site, notes: Notes): ImportMedia | null {
  const id = metaOf(element, '_thumbnail_id')
  if (!id) return null
  const media = attachments.get(id) ?? null
  if (!media) notes.add(`its featured picture, the attachment ${id.slice(0, 40)}, is not in the file`)
  return media
}

/** A date of a post: that in UTC, unless WordPress has not set it (`0000-00-00`), then the local one. */
function dateOf(element: XmlElement, names: string[], notes: Notes): Date | null {
  return firstInstant(
    names.map((name) => [name, textOf(element, name)]),
    notes,
  )
}

/** The language of a post, where Polylang keeps one for each (its nicename is a tag such as `fr` or `pt-br`), or WPML wrote it beside. */
function languageOf(element: XmlElement): string | null {
  const language = termOf(element, 'language')
  return (language && attributeOf(language, 'nicename')) ?? metaOf(element, '_wpml_import_language_code')
}

/** What posts that translate each other have in common: a term of Polylang, or what the export of WPML writes beside them. */
function translationSetOf(element: XmlElement): string | null {
  const term = termOf(element, 'post_translations')
  const name = (term && attributeOf(term, 'nicename')) ?? metaOf(element, '_wpml_import_translation_group')
  return name && `translations:${name.slice(0, 280)}`
}

function termOf(element: XmlElement, domain: string): XmlElement | undefined {
  return childrenOf(element, 'category').find((term) => attributeOf(term, 'domain') === domain)
}

/** Where the post was: its address, the one by number that WordPress always answers, and its address with the slugs that it had before. */
function pathsOf(element: XmlElement): string[] {
  const id = textOf(element, 'wp:post_id')
  const kind = textOf(element, 'wp:post_type') === 'page' ? 'page_id' : 'p'
  const own = pathOf(textOf(element, 'link'))
  const slug = textOf(element, 'wp:post_name')
  const former = own && slug ? metasOf(element, '_wp_old_slug').flatMap((old) => withSlug(own, slug, old) ?? []) : []
  return [...(own ? [own] : []), ...(id && /^\d+$/.test(id) ? [`/?${kind}=${id}`] : []), ...former]
}

/** A path with another slug; null when the slug is no part of it, as in `/archives/7`. */
function withSlug(path: string, slug: string, other: string): string | null {
  const parts = path.split('/')
  const at = parts.findLastIndex((part) => part === slug || part.startsWith(`${slug}.`))
  if (at < 0 || !/^[^/?#\s]+$/.test(other)) return null
  return parts.map((part, i) => (i === at ? other + part.slice(slug.length) : part)).join('/')
}
