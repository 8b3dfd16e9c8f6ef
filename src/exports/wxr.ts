import type { PublicArticle } from '../articles/public-article.ts'
import type { Site } from '../core/ctx.ts'
import { withAbsoluteUrls } from '../feeds/feed.ts'
import { textElement, xmlCdata, xmlDeclaration, xmlElement } from '../lib/xml.ts'
import type { PublicMedia } from '../media/media.ts'
import { htmlOfStory } from './ninjs.ts'

// WordPress eXtended RSS 1.2, as the importer of WordPress reads it.
// Source: wp-admin/includes/export.php of WordPress 6, and the parsers of its importer.

const namespaces = {
  'xmlns:excerpt': 'http://wordpress.org/export/1.2/excerpt/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:wp': 'http://wordpress.org/export/1.2/',
}

/** Who or what a story is filed under, with the number that it has in the file. */
export interface Term {
  number: number
  slug: string
  name: string
  description: string | null
  parentSlug: string | null
}

/** The beginning of a file: the site. */
export function wxrHead(site: Site, at: Date): string {
  const attributes = Object.entries(namespaces).map(([name, url]) => ` ${name}="${url}"`)
  const channel = [
    textElement('title', site.name),
    textElement('link', site.publicUrl),
    '<description></description>',
    textElement('pubDate', at.toUTCString().replace('GMT', '+0000')),
    textElement('language', site.defaultLocale),
    textElement('wp:wxr_version', '1.2'),
    textElement('wp:base_site_url', site.publicUrl),
    textElement('wp:base_blog_url', site.publicUrl),
  ]
  return `${xmlDeclaration}<rss version="2.0"${attributes.join('')}>\n<channel>\n${channel.join('\n')}\n`
}

/** The end of a file. */
export const wxrEnd = '</channel>\n</rss>\n'

export function wxrAuthor(
  { number, slug, name }: Pick<Term, 'number' | 'slug' | 'name'>,
  email: string | null,
): string {
  return record('wp:author', [
    textElement('wp:author_id', String(number)),
    cdata('wp:author_login', slug),
    cdata('wp:author_email', email ?? ''),
    cdata('wp:author_display_name', name),
    cdata('wp:author_first_name', ''),
    cdata('wp:author_last_name', ''),
  ])
}

/** A section. */
export function wxrCategory({ number, slug, name, description, parentSlug }: Term): string {
  return record('wp:category', [
    textElement('wp:term_id', String(number)),
    cdata('wp:category_nicename', slug),
    cdata('wp:category_parent', parentSlug ?? ''),
    cdata('wp:cat_name', name),
    ...(description ? [cdata('wp:category_description', description)] : []),
  ])
}

/** Any other tag: those of WordPress know no types and no tree. */
export function wxrTag({ number, slug, name, description }: Term): string {
  return record('wp:tag', [
    textElement('wp:term_id', String(number)),
    cdata('wp:tag_slug', slug),
    cdata('wp:tag_name', name),
    ...(description ? [cdata('wp:tag_description', description)] : []),
  ])
}

/** Where a story stands in its life, in the words of WordPress: https://wordpress.org/documentation/article/post-status/ */
const statuses: Record<string, string> = {
  ...{ LIVE: 'publish', SCHEDULED: 'future', IN_REVIEW: 'pending', APPROVED: 'pending' },
  ...{ DRAFT: 'draft', WITHDRAWN: 'draft', KILLED: 'trash' },
}

/** A story with its number in the file and those of what it shows. */
export interface WxrStory {
  number: number
  article: PublicArticle
  status: string
  /** When it is to go live; null when nobody has said. */
  plannedAt: Date | null
  leadNumber: number | null
}

export function wxrItem({ number, article, status, plannedAt, leadNumber }: WxrStory, site: Site): string {
  const { bylines, section, tags, headline, standfirst, kicker, canonicalUrl } = article
  const [first] = bylines
  const html = withAbsoluteUrls(htmlOfStory(article), canonicalUrl, site)
  return item({
    ...{
      number,
      title: headline,
      link: canonicalUrl,
      creator: first?.author.slug ?? '',
      guid: `urn:uuid:${article.id}`,
    },
    ...{ html, excerpt: standfirst ?? '', slug: article.slug, type: 'post', parent: 0 },
    ...{ status: statuses[status] ?? 'draft', at: plannedAt ?? article.publishedAt, modifiedAt: article.modifiedAt },
    more: [
      ...(section ? [filed('category', section)] : []),
      ...tags.map((tag) => filed('post_tag', tag)),
      ...(leadNumber ? [meta('_thumbnail_id', String(leadNumber))] : []),
      ...(bylines.length > 0 ? [meta('byline', bylines.map(({ displayName }) => displayName).join(', '))] : []),
      ...(kicker ? [meta('kicker', kicker)] : []),
    ],
  })
}

/** The file of an asset, which WordPress fetches from where it is. */
export function wxrAttachment(number: number, media: PublicMedia, at: Date): string {
  const { url, alt, caption, credit, id } = media
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
  return item({
    ...{ number, title: name || id, link: url, creator: '', guid: `urn:uuid:${id}`, html: '', excerpt: caption ?? '' },
    ...{ slug: id, type: 'attachment', parent: 0, status: 'inherit', at, modifiedAt: at },
    more: [
      cdata('wp:attachment_url', url),
      ...(alt ? [meta('_wp_attachment_image_alt', alt)] : []),
      ...(credit ? [meta('credit', credit)] : []),
    ],
  })
}

interface Item {
  number: number
  title: string
  link: string
  creator: string
  guid: string
  html: string
  excerpt: string
  slug: string
  type: string
  parent: number
  status: string
  at: Date
  modifiedAt: Date
  more: string[]
}

function item(given: Item): string {
  const { number, title, link, creator, guid, html, excerpt, slug, type, parent, status, at, modifiedAt, more } = given
  return record('item', [
    cdata('title', title),
    textElement('link', link),
    textElement('pubDate', new Date(at).toUTCString().replace('GMT', '+0000')),
    cdata('dc:creator', creator),
    textElement('guid', guid, { isPermaLink: 'false' }),
    '<description></description>',
    cdata('content:encoded', html),
    cdata('excerpt:encoded', excerpt),
    textElement('wp:post_id', String(number)),
    ...dates('wp:post_date', at),
    ...dates('wp:post_modified', modifiedAt),
    cdata('wp:comment_status', 'closed'),
    cdata('wp:ping_status', 'closed'),
    cdata('wp:post_name', slug),
    cdata('wp:status', status),
    textElement('wp:post_parent', String(parent)),
    textElement('wp:menu_order', '0'),
    cdata('wp:post_type', type),
    cdata('wp:post_password', ''),
    textElement('wp:is_sticky', '0'),
    ...more,
  ])
}

/** The local time is UTC too, for the file knows no zone. */
function dates(name: string, at: Date): string[] {
  const written = new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  return [cdata(name, written), cdata(`${name}_gmt`, written)]
}

function filed(domain: string, { slug, name }: { slug: string; name: string }): string {
  return xmlElement('category', [xmlCdata(name)], { domain, nicename: slug })
}

function meta(key: string, value: string): string {
  return xmlElement('wp:postmeta', [cdata('wp:meta_key', key), cdata('wp:meta_value', value)])
}

function cdata(name: string, text: string): string {
  return `<${name}>${xmlCdata(text)}</${name}>`
}

/** An element, each of its children on a line. */
function record(name: string, children: string[]): string {
  return `<${name}>\n${children.join('\n')}\n</${name}>\n`
}
