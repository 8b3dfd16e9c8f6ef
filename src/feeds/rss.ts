import type { Site } from '../core/ctx.ts'
import { textElement, xmlCdata, xmlDeclaration, xmlElement } from '../lib/xml.ts'
import { type Feed, type FeedStory, feedUrl, newestOf } from './feed.ts'
import { mediaElement } from './media-element.ts'

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** A feed as RSS 2.0: https://www.rssboard.org/rss-specification, with the advice of https://www.rssboard.org/rss-profile. */
export function toRss(feed: Feed, site: Site): string {
  const { title, description, homeUrl, locale, hubUrl, stories } = feed
  const channel = [
    textElement('title', title),
    textElement('link', homeUrl),
    textElement('description', htmlOf(description)),
    textElement('language', locale),
    textElement('lastBuildDate', newestOf(feed, 'modifiedAt').toUTCString()),
    textElement('generator', 'Dateline'),
    xmlElement('atom:link', [], { rel: 'self', href: feedUrl(feed, 'rss', site), type: 'application/rss+xml' }),
    hubUrl ? xmlElement('atom:link', [], { rel: 'hub', href: hubUrl }) : '',
    ...stories.map((story) => `\n${item(story, locale)}`),
  ]
  return `${xmlDeclaration}${xmlElement('rss', [xmlElement('channel', channel)], namespaces)}\n`
}

function item(story: FeedStory, locale: string): string {
  return xmlElement('item', [
    textElement('title', story.title),
    textElement('link', story.url),
    textElement('guid', story.id, { isPermaLink: 'false' }),
    textElement('pubDate', story.publishedAt.toUTCString()),
    textElement('atom:updated', story.updatedAt.toISOString()),
    textElement('description', story.standfirst && htmlOf(story.standfirst)),
    ...story.authors.map(({ name }) => textElement('dc:creator', name)),
    ...story.topics.map(({ name }) => textElement('category', name)),
    story.locale === locale ? '' : textElement('dc:language', story.locale),
    mediaElement(story),
    xmlElement('content:encoded', [xmlCdata(story.html)]),
  ])
}

/** A description is HTML, a title is not: text that looks like a tag has to stay text. Quotation marks are no danger here. */
function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
