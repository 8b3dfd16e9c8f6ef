import { urlOf } from '../articles/paths.ts'
import type { Site } from '../core/ctx.ts'
import { textElement, xmlDeclaration, xmlElement } from '../lib/xml.ts'
import { toAscii } from './feed.ts'

/**
 * Addresses in one file. The protocol allows 50,000 and 50 MB (https://www.sitemaps.org/protocol.html): with ten languages of each
 * story, 10,000 keep well below the second, and are made in little memory.
 */
export const maxUrls = 10_000

/** Stories in the file for Google News. Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const maxNews = 1_000
export const newsHours = 48

/** A file that the index names; the newest change in it, where that is known. */
export interface SitemapFile {
  name: string
  changedAt: Date | null
}

/** A page of the site. */
export interface SitemapPage {
  url: string
  changedAt: Date | null
  /** Every language of a story with its page, the story's own among them; empty when there is no other. */
  versions: { locale: string; url: string }[]
  /** For Google News. */
  news: { title: string; locale: string; publishedAt: Date } | null
}

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const alternates = { 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }
const newsNames = { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }

/** The index of all files. */
export function toSitemapIndex(files: SitemapFile[], site: Site): string {
  const content = files.map(({ name, changedAt }) =>
    xmlElement('sitemap', [
      textElement('loc', toAscii(urlOf(`/sitemaps/${name}.xml`, site))),
      textElement('lastmod', changedAt?.toISOString()),
    ]),
  )
  return `${xmlDeclaration}${xmlElement('sitemapindex', content, { xmlns: sitemaps })}\n`
}

/** A file of pages; `isNews` for that of Google News. */
export function toSitemap(pages: SitemapPage[], site: Site, { isNews = false } = {}): string {
  const content = pages.map(({ url, changedAt, versions, news }) =>
    xmlElement('url', [
      textElement('loc', url),
      textElement('lastmod', changedAt?.toISOString()),
      news ? newsElement(news, site) : '',
      ...versions.map((each) =>
        xmlElement('xhtml:link', [], { rel: 'alternate', hreflang: each.locale, href: each.url }),
      ),
    ]),
  )
  const names = { xmlns: sitemaps, ...alternates, ...(isNews && newsNames) }
  return `${xmlDeclaration}${xmlElement('urlset', content, names)}\n`
}

function newsElement({ title, locale, publishedAt }: NonNullable<SitemapPage['news']>, site: Site): string {
  const publication = [textElement('news:name', site.name), textElement('news:language', newsLanguage(locale))]
  return xmlElement('news:news', [
    xmlElement('news:publication', publication),
    textElement('news:publication_date', publishedAt.toISOString()),
    textElement('news:title', title),
  ])
}

/** ISO 639 alone, but for Chinese: zh-cn or zh-tw. Source: as `maxNews`. */
function newsLanguage(locale: string): string {
  const language = locale.split('-')[0] ?? locale
  if (language !== 'zh') return language
  return /-(Hant|TW|HK|MO)\b/.test(locale) ? 'zh-tw' : 'zh-cn'
}

/** What is read of a story for sitemaps. */
export interface StoryPageRow {
  path: string
  canonicalUrl: string | null
  modifiedAt: string
  versions: { locale: string; path: string; canonicalUrl: string | null }[] | null
}

/** The page of a story; null when its true page is on another site, whose sitemap it belongs to. */
export function toStoryPage(row: StoryPageRow, site: Site): SitemapPage | null {
  const url = ownUrl(row, site)
  if (!url) return null
  const versions = (row.versions ?? []).flatMap((version) => {
    const own = ownUrl(version, site)
    return own ? { locale: version.locale, url: own } : []
  })
  return { url, changedAt: new Date(row.modifiedAt), versions: versions.length > 1 ? versions : [], news: null }
}

function ownUrl({ path, canonicalUrl }: { path: string; canonicalUrl: string | null }, site: Site): string | null {
  if (canonicalUrl && !canonicalUrl.startsWith(`${site.publicUrl}/`)) return null
  return toAscii(canonicalUrl ?? urlOf(path, site))
}
