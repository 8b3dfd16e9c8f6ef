import type { Site } from '../core/ctx.ts'
import { textElement, xmlCdata, xmlDeclaration, xmlElement } from '../lib/xml.ts'
import { type Feed, type FeedStory, feedUrl, newestOf } from './feed.ts'
import { mediaElement } from './media-element.ts'

const namespaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': 'http://search.yahoo.com/mrss/' }

/** A feed as Atom: RFC 4287. */
export function toAtom(feed: Feed, site: Site): string {
  const { title, description, homeUrl, locale, hubUrl, stories } = feed
  const self = feedUrl(feed, 'atom', site)
  const content = [
    textElement('id', feed.id ?? self),
    textElement('title', title),
    textElement('subtitle', description),
    textElement('updated', newestOf(feed, 'updatedAt').toISOString()),
    // Of stories that have no author of their own (section 4.1.1).
    xmlElement('author', [textElement('name', feed.publisher), textElement('uri', site.publicUrl)]),
    textElement('generator', 'Dateline'),
    xmlElement('link', [], { rel: 'self', href: self, type: 'application/atom+xml' }),
    xmlElement('link', [], { rel: 'alternate', href: homeUrl, type: 'text/html' }),
    hubUrl ? xmlElement('link', [], { rel: 'hub', href: hubUrl }) : '',
    ...stories.map((story) => `\n${entry(story, locale)}`),
  ]
  return `${xmlDeclaration}${xmlElement('feed', content, { ...namespaces, 'xml:lang': locale })}\n`
}

function entry(story: FeedStory, locale: string): string {
  const { leadMedia } = story
  const content = [
    textElement('id', `urn:uuid:${story.id}`),
    textElement('title', story.title),
    xmlElement('link', [], { rel: 'alternate', href: story.url, type: 'text/html' }),
    textElement('published', story.publishedAt.toISOString()),
    textElement('updated', story.updatedAt.toISOString()),
    ...story.authors.map(({ name, url }) => xmlElement('author', [textElement('name', name), textElement('uri', url)])),
    ...story.topics.map(({ name, url }) => xmlElement('category', [], { term: name, scheme: schemeOf(url) })),
    leadMedia ? xmlElement('link', [], { rel: 'enclosure', href: leadMedia.url, type: leadMedia.mimeType }) : '',
    mediaElement(story),
    textElement('summary', story.standfirst),
    xmlElement('content', [xmlCdata(story.html)], { type: 'html' }),
  ]
  return xmlElement('entry', content, { 'xml:lang': story.locale === locale ? null : story.locale })
}

/** The page of a topic without its own name: what all topics of its kind share. */
function schemeOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1)
}
