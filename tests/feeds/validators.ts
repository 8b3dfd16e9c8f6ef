import { createRequire } from 'node:module'

/** A parser that refuses what is not well-formed, of another house than our writer: the one that rss-parser brings. */
const requireFromParser = createRequire(createRequire(import.meta.url).resolve('rss-parser'))
const { Parser } = requireFromParser('xml2js') as {
  Parser: new (options: object) => { parseStringPromise(xml: string): Promise<Record<string, unknown>> }
}

/** An element of a parsed file: attributes under `$`, text under `_`, children by name, each a list. */
export type Node = { $: Record<string, string>; _?: string } & Record<string, Node[]>

/** A file as elements. @throws when it is no well-formed XML. */
export async function parseXml(xml: string): Promise<Record<string, Node>> {
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('has no XML declaration')
  const parser = new Parser({
    strict: true,
    explicitCharkey: true,
    attrkey: '$',
    charkey: '_',
    explicitArray: true,
    emptyTag: () => ({ $: {}, _: '' }),
  })
  return (await parser.parseStringPromise(xml)) as Record<string, Node>
}

export const textsOf = (node: Node, name: string): string[] => (node[name] ?? []).map((each) => each._ ?? '')
const attributesOf = (node: Node, name: string) => (node[name] ?? []).map((each) => each.$ ?? {})

/** What a check found: nothing, when all is well. */
type Faults = string[]
const must = (holds: boolean, fault: string): Faults => (holds ? [] : [fault])

const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const language = /^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const isUrl = (url: string | undefined): boolean =>
  url !== undefined && /^https?:\/\/[!-~]+$/.test(url) && URL.canParse(url)

function mustBeOne(node: Node, names: string[], where: string): Faults {
  return names.flatMap((name) => must((node[name]?.length ?? 0) === 1, `${where}: ${name} is not there once`))
}
function mustBeAtMostOne(node: Node, names: string[], where: string): Faults {
  return names.flatMap((name) => must((node[name]?.length ?? 0) <= 1, `${where}: ${name} is there twice`))
}
function mustBeUnique(values: string[], what: string): Faults {
  return must(new Set(values).size === values.length, `${what} are not unique`)
}

/** No address in HTML that needs a base. */
function relativeUrls(html: string): string[] {
  return [...html.matchAll(/ (?:href|src|poster)="([^"]*)"/g)]
    .map(([, url = '']) => url)
    .filter((url) => !/^(https?:\/\/|mailto:|tel:)/.test(url))
}

/** RSS 2.0: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile. */
export async function rssFaults(xml: string): Promise<Faults> {
  const { rss } = await parseXml(xml)
  const channel = rss?.channel?.[0]
  if (!rss || !channel) return ['there is no channel']
  const items = channel.item ?? []
  return [
    ...must(rss.$.version === '2.0', 'the version is not 2.0'),
    ...mustBeOne(channel, ['title', 'link', 'description', 'language', 'lastBuildDate'], 'channel'),
    ...must(isUrl(textsOf(channel, 'link')[0]), 'channel: link is no URL'),
    ...must(language.test(textsOf(channel, 'language')[0] ?? ''), 'channel: language'),
    ...must(rfc822.test(textsOf(channel, 'lastBuildDate')[0] ?? ''), 'channel: lastBuildDate'),
    ...must(
      attributesOf(channel, 'atom:link').some(
        (it) => it.rel === 'self' && isUrl(it.href) && it.type === 'application/rss+xml',
      ),
      'channel: no link to itself',
    ),
    ...mustBeUnique(
      items.flatMap((item) => textsOf(item, 'guid')),
      'guids',
    ),
    ...items.flatMap((item, i) => [
      ...mustBeOne(item, ['title', 'link', 'guid', 'pubDate', 'content:encoded'], `item ${i}`),
      ...mustBeAtMostOne(item, ['description', 'dc:language', 'enclosure'], `item ${i}`),
      ...must(isUrl(textsOf(item, 'link')[0]), `item ${i}: link is no URL`),
      ...must(rfc822.test(textsOf(item, 'pubDate')[0] ?? ''), `item ${i}: pubDate`),
      ...must(attributesOf(item, 'guid')[0]?.isPermaLink === 'false', `item ${i}: guid says that it is a link`),
      ...relativeUrls(textsOf(item, 'content:encoded')[0] ?? '').map((url) => `item ${i}: ${url} is relative`),
      ...attributesOf(item, 'media:content').flatMap((it) => must(isUrl(it.url), `item ${i}: media`)),
    ]),
  ]
}

/** Atom: RFC 4287. */
export async function atomFaults(xml: string): Promise<Faults> {
  const { feed } = await parseXml(xml)
  if (!feed) return ['there is no feed']
  const entries = feed.entry ?? []
  const common = (node: Node, where: string): Faults => [
    ...mustBeOne(node, ['id', 'title', 'updated'], where),
    ...must(/^(urn:uuid:[0-9a-f-]{36}|https?:\/\/\S+)$/.test(textsOf(node, 'id')[0] ?? ''), `${where}: id is no IRI`),
    ...must(rfc3339.test(textsOf(node, 'updated')[0] ?? ''), `${where}: updated`),
    ...attributesOf(node, 'link').flatMap((it) => must(isUrl(it.href), `${where}: link ${it.href}`)),
    ...mustBeUnique(
      attributesOf(node, 'link')
        .filter((it) => it.rel === 'alternate')
        .map((it) => `${it.type} ${it.hreflang}`),
      `${where}: alternate links`,
    ),
    ...(node.author ?? []).flatMap((author) => mustBeOne(author, ['name'], `${where}: author`)),
  ]
  return [
    ...must(feed.$.xmlns === 'http://www.w3.org/2005/Atom', 'the namespace is not that of Atom'),
    ...must(language.test(feed.$['xml:lang'] ?? ''), 'feed: xml:lang'),
    ...common(feed, 'feed'),
    ...must(
      attributesOf(feed, 'link').some((it) => it.rel === 'self'),
      'feed: no link to itself',
    ),
    ...must((feed.author?.length ?? 0) > 0, 'feed: no author, which entries without one need'),
    ...mustBeUnique([...textsOf(feed, 'id'), ...entries.flatMap((entry) => textsOf(entry, 'id'))], 'ids'),
    ...entries.flatMap((entry, i) => [
      ...common(entry, `entry ${i}`),
      ...mustBeAtMostOne(entry, ['published', 'summary', 'content'], `entry ${i}`),
      ...must(rfc3339.test(textsOf(entry, 'published')[0] ?? ''), `entry ${i}: published`),
      ...attributesOf(entry, 'category').flatMap((it) => must(Boolean(it.term), `entry ${i}: category without a term`)),
      ...must(attributesOf(entry, 'content')[0]?.type === 'html', `entry ${i}: content is no HTML`),
      ...relativeUrls(textsOf(entry, 'content')[0] ?? '').map((url) => `entry ${i}: ${url} is relative`),
    ]),
  ]
}

interface JsonFeed {
  version: string
  title: string
  home_page_url: string
  feed_url: string
  language: string
  hubs?: { type: string; url: string }[]
  items: JsonItem[]
}

export interface JsonItem {
  id: string
  url: string
  title: string
  summary?: string
  content_html: string
  image?: string
  date_published: string
  date_modified: string
  authors?: { name: string; url: string }[]
  tags?: string[]
  language?: string
  attachments?: { url: string; mime_type: string }[]
}

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. */
export function jsonFeedFaults(text: string): Faults {
  const feed = JSON.parse(text) as JsonFeed
  return [
    ...must(feed.version === 'https://jsonfeed.org/version/1.1', 'the version is not 1.1'),
    ...must(typeof feed.title === 'string' && feed.title !== '', 'no title'),
    ...must(isUrl(feed.home_page_url) && isUrl(feed.feed_url), 'addresses of the feed'),
    ...must(language.test(feed.language), 'language'),
    ...must(Array.isArray(feed.items), 'no items'),
    ...mustBeUnique(
      feed.items.map(({ id }) => id),
      'ids',
    ),
    ...feed.items.flatMap((item, i) => [
      ...must(typeof item.id === 'string' && item.id !== '', `item ${i}: id`),
      ...must(isUrl(item.url), `item ${i}: url`),
      ...must(typeof item.content_html === 'string', `item ${i}: neither HTML nor text`),
      ...must(rfc3339.test(item.date_published) && rfc3339.test(item.date_modified), `item ${i}: dates`),
      ...must(
        Object.values(item).every((value) => value !== null),
        `item ${i}: has a null`,
      ),
      ...mustBeUnique(item.tags ?? [], `item ${i}: tags`),
      ...must(
        (item.authors ?? []).every((author) => author.name && isUrl(author.url)),
        `item ${i}: authors`,
      ),
      ...must(
        (item.attachments ?? []).every((it) => isUrl(it.url) && it.mime_type),
        `item ${i}: attachments`,
      ),
      ...relativeUrls(item.content_html).map((url) => `item ${i}: ${url} is relative`),
    ]),
  ]
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A sitemap or an index: https://www.sitemaps.org/protocol.html. `site`: the only site that it may name. */
export async function sitemapFaults(xml: string, site: string): Promise<Faults> {
  const { urlset, sitemapindex } = await parseXml(xml)
  const root = urlset ?? sitemapindex
  if (!root) return ['there is neither an urlset nor an index']
  const places = root[urlset ? 'url' : 'sitemap'] ?? []
  return [
    ...must(root.$.xmlns === namespace, 'the namespace'),
    ...must(places.length <= 50_000 && Buffer.byteLength(xml) <= 52_428_800, 'too large'),
    ...mustBeUnique(
      places.flatMap((place) => textsOf(place, 'loc')),
      'places',
    ),
    ...places.flatMap((place, i) => [
      ...mustBeOne(place, ['loc'], `place ${i}`),
      ...must(isUrl(textsOf(place, 'loc')[0]) && (textsOf(place, 'loc')[0] ?? '').length < 2_048, `place ${i}: loc`),
      ...must((textsOf(place, 'loc')[0] ?? '').startsWith(`${site}/`), `place ${i}: is on another site`),
      ...textsOf(place, 'lastmod').flatMap((at) => must(rfc3339.test(at), `place ${i}: lastmod`)),
      ...attributesOf(place, 'xhtml:link').flatMap((it) =>
        must(it.rel === 'alternate' && isUrl(it.href) && language.test(it.hreflang ?? ''), `place ${i}: alternate`),
      ),
    ]),
  ]
}

/** Google News: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap. */
export async function newsFaults(xml: string): Promise<Faults> {
  const { urlset } = await parseXml(xml)
  const places = urlset?.url ?? []
  return [
    ...must(urlset?.$['xmlns:news'] === 'http://www.google.com/schemas/sitemap-news/0.9', 'the namespace of news'),
    ...must(places.length <= 1_000, 'more than 1,000'),
    ...places.flatMap((place, i) => {
      const news = place['news:news']?.[0]
      const publication = news?.['news:publication']?.[0]
      if (!news || !publication) return [`place ${i}: no news`]
      return [
        ...mustBeOne(news, ['news:publication_date', 'news:title'], `place ${i}`),
        ...mustBeOne(publication, ['news:name', 'news:language'], `place ${i}`),
        ...must(rfc3339.test(textsOf(news, 'news:publication_date')[0] ?? ''), `place ${i}: date`),
        ...must(
          /^([a-z]{2,3}|zh-cn|zh-tw)$/.test(textsOf(publication, 'news:language')[0] ?? ''),
          `place ${i}: language`,
        ),
      ]
    }),
  ]
}
