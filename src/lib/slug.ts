import { transliterate } from './transliterate.ts'

/** Characters of a slug that we make; one that is given may have 120. */
const maxMadeLength = 80

/**
 * A slug for a headline or name in any script: lower-case ASCII letters and digits joined by single hyphens, at most 80
 * characters, cut between words. Empty when the text has no letter or digit.
 */
export function toSlug(text: string, locale?: string): string {
  const slug = transliterate(text, locale)
    .replace(/['"`’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return cutBetweenWords(slug)
}

function cutBetweenWords(slug: string): string {
  if (slug.length <= maxMadeLength) return slug
  const cut = slug.slice(0, maxMadeLength + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : slug.slice(0, maxMadeLength)
}

/** The n-th choice for a slug that is taken: `name`, `name-2`, `name-3` … */
export function numberedSlug(slug: string, n: number): string {
  return n === 1 ? slug : `${slug.slice(0, maxMadeLength)}-${n}`
}
