import type { Site } from '../core/ctx.ts'
import { type Feed, type FeedStory, feedUrl } from './feed.ts'

/** A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/. What is not known is left out, as it asks. */
export function toJsonFeed(feed: Feed, site: Site): string {
  const { title, description, homeUrl, locale, hubUrl, publisher, stories } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl(feed, 'json', site),
    description,
    language: locale,
    authors: [{ name: publisher, url: site.publicUrl }],
    ...(hubUrl && { hubs: [{ type: 'WebSub', url: hubUrl }] }),
    items: stories.map((story) => item(story, locale)),
  })
}

function item(story: FeedStory, locale: string) {
  const { leadMedia: media } = story
  return {
    id: story.id,
    url: story.url,
    title: story.title,
    ...(story.standfirst && { summary: story.standfirst }),
    content_html: story.html,
    ...(media?.type === 'IMAGE' && { image: media.url }),
    date_published: story.publishedAt.toISOString(),
    date_modified: story.updatedAt.toISOString(),
    ...(story.authors.length > 0 && { authors: story.authors }),
    ...(story.topics.length > 0 && { tags: [...new Set(story.topics.map(({ name }) => name))] }),
    ...(story.locale !== locale && { language: story.locale }),
    ...(media && media.type !== 'IMAGE' && media.mimeType && { attachments: [attachment(media)] }),
  }
}

function attachment({ url, mimeType, durationSeconds }: NonNullable<FeedStory['leadMedia']>) {
  return { url, mime_type: mimeType, ...(durationSeconds !== null && { duration_in_seconds: durationSeconds }) }
}
