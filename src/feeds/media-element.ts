import { textElement, xmlElement } from '../lib/xml.ts'
import type { FeedStory } from './feed.ts'

const mediums = { IMAGE: 'image', VIDEO: 'video', AUDIO: 'audio', FILE: 'document' } as const

/** The lead media of a story for RSS and Atom: https://www.rssboard.org/media-rss. Nothing when it has none. */
export function mediaElement({ leadMedia }: FeedStory): string {
  if (!leadMedia) return ''
  const { type, url, mimeType, width, height, durationSeconds, alt, caption, credit } = leadMedia
  const duration = durationSeconds === null ? null : Math.round(durationSeconds)
  return xmlElement(
    'media:content',
    [
      textElement('media:description', caption ?? alt, { type: 'plain' }),
      textElement('media:credit', credit, { scheme: 'urn:ebu' }),
    ],
    { url, type: mimeType, medium: mediums[type], width, height, duration },
  )
}
