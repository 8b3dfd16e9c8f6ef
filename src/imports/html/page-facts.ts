import { firstInstant } from '../text/dates.ts'
import type { Notes } from '../text/notes.ts'
import { oneLine, plainWords } from '../text/words.ts'
import { jsonLdOf, type LinkedData } from './json-ld.ts'
import { timeIn } from './page-dates.ts'
import { titleOfPage } from './page-title.ts'
import { attribute, findAll, findFirst, type HtmlElement, type HtmlParent, named, textIn } from './tree.ts'

/** What a page says of its story, outside the text. */
export interface PageFacts {
  title: string | null
  /** As it is printed: `By Ann Lee`. */
  byline: string | null
  excerpt: string | null
  siteName: string | null
  language: string | null
  publishedAt: Date | null
  updatedAt: Date | null
  canonicalUrl: string | null
  image: string | null
  section: string | null
  keywords: string[]
  /** Of `<base>`, for relative links. */
  base: string | null
  /** Whether the page says that only who pays may read all of it. */
  isPaid: boolean
}

type Meta = Map<string, string>

/** Names under which pages give a fact, the best first. Dublin Core, Open Graph, Weibo, Twitter, Parse.ly, Sailthru. */
const names = {
  title: [
    'dc:title',
    'dcterm:title',
    'dcterms:title',
    'og:title',
    'weibo:article:title',
    'weibo:webpage:title',
    'title',
    'twitter:title',
    'parsely-title',
  ],
  byline: [
    'dc:creator',
    'dcterm:creator',
    'dcterms:creator',
    'author',
    'parsely-author',
    'article:author',
    'sailthru.author',
  ],
  excerpt: [
    'dc:description',
    'dcterm:description',
    'dcterms:description',
    'og:description',
    'weibo:article:description',
    'weibo:webpage:description',
    'description',
    'twitter:description',
  ],
  published: [
    'article:published_time',
    'parsely-pub-date',
    'dc:date',
    'dcterms:created',
    'dc.date.issued',
    'date',
    'pubdate',
    'sailthru.date',
    'publish-date',
    'og:published_time',
  ],
  updated: ['article:modified_time', 'og:updated_time', 'dcterms:modified', 'last-modified'],
}

/** Reads what a page says of itself: JSON-LD first, then its meta elements, then what it shows. Dates that cannot be read are noted. */
export function factsOf(page: HtmlParent, notes: Notes): PageFacts {
  const meta = metaOf(page)
  const data = jsonLdOf(page)
  const first = (keys: string[]) => keys.map((key) => meta.get(key)).find((value) => value) ?? null
  const given = (keys: string[]): [string, unknown][] => keys.map((key) => [key, meta.get(key)])
  const title = titleOfPage(page, null, null)
  const siteName = data.publisher ?? meta.get('og:site_name') ?? null
  return {
    title: bestTitle(page, data, first(names.title)) ?? withoutName(title, siteName),
    byline:
      data.byline ?? names.byline.map((key) => meta.get(key)).find((value) => value && !/^https?:/.test(value)) ?? null,
    excerpt: data.description ?? first(names.excerpt),
    siteName,
    language: languageOf(page, meta, data),
    publishedAt:
      firstInstant([['datePublished', data.datePublished], ...given(names.published)], notes) ?? timeIn(page, notes),
    updatedAt: firstInstant([['dateModified', data.dateModified], ...given(names.updated)], notes),
    canonicalUrl: linkOf(page, 'canonical') ?? meta.get('og:url') ?? data.url,
    image: data.image ?? meta.get('og:image') ?? meta.get('twitter:image') ?? null,
    section: data.section ?? meta.get('article:section') ?? null,
    keywords: keywordsOf(page, meta, data),
    base: baseOf(page),
    isPaid: data.isPaid || meta.get('article:content_tier') === 'locked',
  }
}

function bestTitle(page: HtmlParent, data: LinkedData, given: string | null): string | null {
  return data.headline || data.name ? titleOfPage(page, data.headline, data.name) : given
}

/** The `<title>` of a page without the name that the site gives itself, before or behind it. */
function withoutName(title: string | null, siteName: string | null): string | null {
  const [name, all] = [siteName?.toLowerCase() ?? '', title?.toLowerCase() ?? '']
  if (!title || name === '' || title.length <= name.length) return title
  const behind = all.endsWith(name) && /^(.*\S)\s+[|–—»·-]\s+$/.exec(title.slice(0, -name.length))?.[1]
  const before = all.startsWith(name) && /^\s+[|–—»·-]\s+(\S.*)$/.exec(title.slice(name.length))?.[1]
  return behind || before || title
}

/** `content` by name, property or itemprop, in lower case; the first of a name counts. */
function metaOf(page: HtmlParent): Meta {
  const meta: Meta = new Map()
  for (const element of findAll(page, named('meta'))) {
    const content = plainWords(attribute(element, 'content'))
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((name) =>
      (attribute(element, name) ?? '').toLowerCase().split(/\s+/),
    )
    for (const key of keys) {
      const clean = key.replace(/^(dc|dcterms?|weibo|twitter)\./, '$1:')
      if (content && clean !== '' && !meta.has(clean)) meta.set(clean, content)
    }
  }
  return meta
}

function languageOf(page: HtmlParent, meta: Meta, data: LinkedData): string | null {
  const html = findFirst(page, named('html'))
  const own = html && (attribute(html, 'lang') ?? attribute(html, 'xml:lang'))
  return (
    own ??
    meta.get('content-language')?.split(',')[0] ??
    meta.get('dc:language') ??
    data.language ??
    meta.get('og:locale') ??
    null
  )
}

function linkOf(page: HtmlParent, rel: string): string | null {
  const link = findFirst(page, (each: HtmlElement) => each.tagName === 'link' && attribute(each, 'rel') === rel)
  return link && attribute(link, 'href')
}

function baseOf(page: HtmlParent): string | null {
  const base = findFirst(page, (each) => each.tagName === 'base' && attribute(each, 'href') !== null)
  return base && attribute(base, 'href')
}

function keywordsOf(page: HtmlParent, meta: Meta, data: LinkedData): string[] {
  const tags = findAll(page, (each) => each.tagName === 'meta' && attribute(each, 'property') === 'article:tag')
  const own = tags.flatMap((tag) => plainWords(attribute(tag, 'content')) ?? [])
  const listed = (meta.get('news_keywords') ?? meta.get('keywords') ?? '').split(/\s*[,;]\s*/)
  const rel = findAll(page, (each) => each.tagName === 'a' && attribute(each, 'rel') === 'tag').flatMap(
    (each) => oneLine(textIn(each)) ?? [],
  )
  const found = [data.keywords, own, rel, listed].find((list) => list.some((word) => word !== '')) ?? []
  return found.filter((word) => word !== '' && word.length <= 80).slice(0, 30)
}
