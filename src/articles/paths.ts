import type { Site } from '../core/ctx.ts'

/**
 * Where a story stands on the site: `/section/slug`, with the language in front when it is not the site's own:
 * `/kk/world/slug`. Fixed when the story is published: a section that is renamed later moves no story.
 */
export function pathOf(
  { slug, locale }: { slug: string; locale: string },
  sectionSlug: string | null,
  site: Site,
): string {
  const language = locale === site.defaultLocale ? [] : [locale.toLowerCase()]
  return `/${[...language, ...(sectionSlug ? [sectionSlug] : []), slug].join('/')}`
}

/** The absolute URL of a path of the site. */
export function urlOf(path: string, site: Site): string {
  return `${site.publicUrl}${path}`
}
