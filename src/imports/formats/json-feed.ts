import { shorten } from '../../core/errors.ts'
import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { instantOf } from '../text/dates.ts'
import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { Notes } from '../text/notes.ts'
import { finishItem } from './finish.ts'
import { mediaTypeOf, mimeTypeOf } from './media-types.ts'
import { bareAuthor, bareTag, namesListed, textHtml, withLead } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'

/** Largest file, in characters: a feed of 10,000 long stories. */
const mostCharacters = 64_000_000

/** Source: https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: Format = {
  name: 'json-feed',
  title: 'JSON Feed',
  detects: (head) => /^\s*\{/.test(head) && /"version"\s*:\s*"https:(?:\\?\/){2}jsonfeed\.org/.test(head),
  open: (options) => wholeReader(options, mostCharacters, (text) => readFeed(text, options)),
}

type Values = Record<string, unknown>

function* readFeed(text: string, options: ReadOptions): Generator<Found> {
  const parsed = parseJson(text)
  if ('reason' in parsed) return yield refusal(1, parsed.line, parsed.reason)
  const feed = objectOf(parsed.value)
  if (!Array.isArray(feed.items)) return yield refusal(1, 1, 'there is no list of items in the feed')
  for (const [i, item] of feed.items.entries()) yield storyOf(objectOf(item), i + 1, feed, options)
}

function storyOf(item: Values, index: number, feed: Values, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  const base = baseUrl ?? stringOf(feed.home_page_url)
  const url = webAddress(stringOf(item.url) ?? stringOf(item.external_url), base)
  const text = stringOf(item.content_text)
  const html = stringOf(item.content_html) ?? textHtml(text ?? '')
  const converted = convertHtml(html, { base: url ?? base })
  for (const note of converted.notes) notes.add(note)
  const image = webAddress(stringOf(item.image) ?? stringOf(item.banner_image), url ?? base)
  const led = withLead(converted, image ? bareMedia('IMAGE', image) : null)
  const files = attachments(item, url ?? base, notes)
  const sounds = files.map((_file, i) => ({
    _type: 'video' as const,
    _key: `file${i}`,
    mediaIndex: led.media.length + i,
  }))
  const id = stringOf(item.id) ?? url ?? ''
  const name = stringOf(feed.title)
  return finishItem(
    {
      ...{ place: { item: index, line: null }, externalId: id, headline: stringOf(item.title) ?? '' },
      ...{
        standfirst: stringOf(item.summary),
        canonicalUrl: url,
        locale: stringOf(item.language) ?? stringOf(feed.language) ?? locale,
      },
      ...{ ...led, media: [...led.media, ...files], body: [...led.body, ...sounds] },
      bylines: authors(item, feed),
      // A text with commas, and tags that are objects, are against the format, and common.
      tags: namesListed(item.tags).map((tag) => bareTag(tag)),
      source: name ? { name, url, externalId: id } : null,
      ...{
        publishedAt: instantOf('date_published', item.date_published, notes),
        updatedAt: instantOf('date_modified', item.date_modified, notes),
      },
    },
    notes,
  )
}

/** Those of the item, else those of the feed; version 1.0 had one. */
function authors(item: Values, feed: Values) {
  const lists = [item.authors, item.author, feed.authors, feed.author].map((given) =>
    Array.isArray(given) ? given : [given],
  )
  const found = lists.map((list) =>
    list.flatMap((given) => {
      const author = objectOf(given)
      // The name alone is against the format, and common.
      const name = stringOf(given) ?? stringOf(author.name)
      return name ? [bareAuthor(name, { avatarUrl: webAddress(stringOf(author.avatar), null) })] : []
    }),
  )
  return found.find((list) => list.length > 0) ?? []
}

/** Sounds and films; other files are not for a body, and told of. */
function attachments(item: Values, base: string | null, notes: Notes) {
  return listOf(item.attachments)
    .map(objectOf)
    .flatMap((file) => {
      const url = webAddress(stringOf(file.url), base)
      const mimeType = mimeTypeOf(stringOf(file.mime_type))
      const type = url ? mediaTypeOf(mimeType, url) : 'FILE'
      if (!url || (type !== 'AUDIO' && type !== 'VIDEO')) {
        notes.add(
          `the attachment ${shorten(stringOf(file.url) ?? '', 200)} is neither a sound nor a film and was left out`,
        )
        return []
      }
      const seconds = file.duration_in_seconds
      return [
        {
          ...bareMedia(type, url),
          mimeType,
          durationSeconds: typeof seconds === 'number' && seconds >= 0 && seconds <= 1e6 ? seconds : null,
        },
      ]
    })
}
