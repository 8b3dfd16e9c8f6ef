import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { cutText } from '../text/words.ts'
import { childrenOf, textOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { mediaTypeOf } from './media-types.ts'

/** Stories that may wait at once for what stands further down in the file, and characters of them; the oldest goes without when there are more. */
const mostWaiting = 1_000
const mostCharacters = 8_000_000

/** The file of an attachment, with its caption and the words for who cannot see it. */
export function attachmentOf(element: XmlElement): ImportMedia | null {
  const url = webAddress(textOf(element, 'wp:attachment_url') ?? textOf(element, 'guid'), null)
  if (!url) return null
  const caption = wordsOf(element, 'excerpt:encoded')
  const alt = metaOf(element, '_wp_attachment_image_alt')
  const type = mediaTypeOf(null, url)
  return {
    ...{ ...bareMedia(type, url), externalId: textOf(element, 'wp:post_id') },
    ...{ alt: alt && cutText(alt, 1_000), caption: caption && cutText(caption, 2_000) },
  }
}

/** A value that WordPress keeps beside a post. */
export function metaOf(element: XmlElement, key: string): string | null {
  return metasOf(element, key)[0] ?? null
}

/** All values that it keeps under one name. */
export function metasOf(element: XmlElement, key: string): string[] {
  const found = childrenOf(element, 'wp:postmeta').filter((meta) => textOf(meta, 'wp:meta_key') === key)
  return found.flatMap((meta) => textOf(meta, 'wp:meta_value') ?? [])
}

interface Story {
  needs: Set<string>
  /** Characters of its text. */
  size: number
  make: () => Found[]
}

/** Stories that wait until the attachments and guests they name have come: exports have them in any order. */
export class Waiting {
  private readonly stories = new Set<Story>()
  private size = 0

  /** What can be given now: this story when nothing is missing, or the one that has waited longest. */
  add(missing: string[], size: number, make: () => Found[]): Found[] {
    if (missing.length === 0) return make()
    this.stories.add({ needs: new Set(missing), size, make })
    this.size += size
    const given: Found[] = []
    for (const oldest of this.stories) {
      if (this.stories.size <= mostWaiting && this.size <= mostCharacters) break
      given.push(...this.take(oldest))
    }
    return given
  }

  /** The stories that waited for nothing else. */
  arrived(id: string | null): Found[] {
    const ready = [...this.stories].filter((story) => id !== null && story.needs.delete(id) && story.needs.size === 0)
    return ready.flatMap((story) => this.take(story))
  }

  /** Those that wait in vain. */
  all(): Found[] {
    return [...this.stories].flatMap((story) => this.take(story))
  }

  private take(story: Story): Found[] {
    this.stories.delete(story)
    this.size -= story.size
    return story.make()
  }
}
