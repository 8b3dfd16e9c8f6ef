import type { ImportItem, ImportTag } from '../item.ts'
import { attributeOf, childrenOf, textOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { slugOf } from './finish.ts'
import { bareTag } from './parts.ts'
import { metaOf } from './wxr-attachments.ts'

/**
 * Taxonomies that say nothing of what a post is about: looks, menus, people, and how plugins keep languages (Polylang, WPML) and the words
 * that they counted (Yoast).
 */
const otherTerms = new Set([
  ...['post_format', 'nav_menu', 'link_category', 'wp_theme', 'author'],
  ...['language', 'post_translations', 'term_language', 'term_translations', 'translation_priority'],
  'yst_prominent_words',
])

/** Where plugins keep which of its categories a post stands in, by number: Yoast, Rank Math, SEOPress. */
const primaryKeys = ['_yoast_wpseo_primary_category', 'rank_math_primary_category', '_seopress_robots_primary_cat']

/** A category or tag of the site. */
export function tagOf(element: XmlElement): ImportTag | null {
  const isCategory = element.name === 'wp:category'
  const [slug, name] = isCategory
    ? [wordsOf(element, 'wp:category_nicename'), wordsOf(element, 'wp:cat_name')]
    : [wordsOf(element, 'wp:tag_slug'), wordsOf(element, 'wp:tag_name')]
  if (!name && !slug) return null
  const description = wordsOf(element, isCategory ? 'wp:category_description' : 'wp:tag_description')
  const parentSlug = slugOf(wordsOf(element, 'wp:category_parent'))
  const more = { slug: slugOf(slug), externalId: slug, description: description?.slice(0, 2_000), parentSlug }
  return bareTag(name ?? slug ?? '', isCategory ? 'SECTION' : 'TOPIC', more)
}

/**
 * The category that a plugin says is the main one is the section, else the first, unless it is the one that WordPress gives to posts without
 * one; the others are topics. `categories`: nicenames by number.
 */
export function termsOf(
  element: XmlElement,
  categories: ReadonlyMap<string, string>,
): Pick<ImportItem, 'section' | 'tags'> {
  const terms = childrenOf(element, 'category').flatMap((term) => {
    const [domain, nicename, name] = [
      attributeOf(term, 'domain'),
      attributeOf(term, 'nicename'),
      wordsOf({ ...term, children: [{ ...term, name: 'x' }] }, 'x'),
    ]
    if (!name || otherTerms.has(domain ?? '') || nicename === 'uncategorized') return []
    const isSection = domain === 'category' || domain === null
    return bareTag(name, isSection ? 'SECTION' : 'TOPIC', { slug: slugOf(nicename), externalId: nicename })
  })
  const sections = terms.filter(({ type }) => type === 'SECTION')
  const primary = primaryKeys.map((key) => categories.get(metaOf(element, key) ?? '')).find((nicename) => nicename)
  const section = sections.find(({ externalId }) => externalId === (primary ?? null)) ?? sections[0] ?? null
  const others = terms.filter((term) => term !== section)
  return { section, tags: others.map((term) => ({ ...term, type: 'TOPIC' })) }
}

/** What a category is numbered, and called in addresses. */
export function categoryNumber(element: XmlElement): [string, string] | null {
  const [number, nicename] = [textOf(element, 'wp:term_id'), wordsOf(element, 'wp:category_nicename')]
  return number && nicename ? [number, nicename] : null
}
