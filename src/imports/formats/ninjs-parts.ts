import type { Converted } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { ImportLink, ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { listOf, numberOf, objectOf, stringOf } from '../text/json.ts'
import { cutText, plainWords } from '../text/words.ts'
import { mediaTypeOf, mimeTypeOf } from './media-types.ts'
import { withLead } from './parts.ts'

export type Values = Record<string, unknown>

/** The same with names in lower case: versions of ninjs differ in little else. */
export function lowered(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
}

/** Things by name in version 1, a list of them since version 2. */
function entries(value: unknown): Values[] {
  const list = Array.isArray(value) ? value : Object.values(objectOf(value))
  return list.map((each) => lowered(objectOf(each)))
}

/** A picture, film or sound: its largest rendition. */
export function mediaOfNinjs(item: Values): ImportMedia | null {
  const renditions = entries(item.renditions).flatMap((rendition) => {
    const url = webAddress(stringOf(rendition.href), null)
    return url ? [{ rendition, url }] : []
  })
  const size = ({ rendition }: { rendition: Values }) => numberOf(rendition.width) ?? 0
  const largest = renditions.reduce<(typeof renditions)[number] | null>(
    (best, each) => (!best || size(each) > size(best) ? each : best),
    null,
  )
  if (!largest) return null
  const mimeType = mimeTypeOf(stringOf(largest.rendition.mimetype) ?? stringOf(largest.rendition.contenttype))
  const named = { picture: 'IMAGE', graphic: 'IMAGE', image: 'IMAGE', video: 'VIDEO', audio: 'AUDIO' } as const
  const type = named[stringOf(item.type) as keyof typeof named] ?? mediaTypeOf(mimeType, largest.url)
  const caption = plainWords(
    stringOf(item.description_text) ??
      stringOf(item.description_caption) ??
      stringOf(lowered(objectOf(listOf(item.descriptions)[0])).value),
  )
  const credit = plainWords(stringOf(item.byline) ?? stringOf(item.by) ?? stringOf(item.copyrightholder))
  const alt = plainWords(stringOf(item.body_text) ?? stringOf(item.headline))
  return {
    ...{ ...bareMedia(type, largest.url), externalId: stringOf(item.guid) ?? stringOf(item.uri), mimeType },
    ...{ width: numberOf(largest.rendition.width), height: numberOf(largest.rendition.height) },
    ...{
      caption: caption && cutText(caption, 2_000),
      credit: credit && cutText(credit, 300),
      alt: alt && cutText(alt, 1_000),
    },
  }
}

/** The body with what goes with it: the first picture leads, other pictures follow the text, a film is recommended, stories are related. */
export function partsOf(item: Values, converted: Converted) {
  const things = entries(item.associations)
  const files = things.flatMap((thing) => (isStory(thing) ? [] : (mediaOfNinjs(thing) ?? [])))
  const [lead, ...others] = files.filter(({ type }) => type === 'IMAGE')
  const film = files.find(({ type }) => type === 'VIDEO')
  const led = withLead(converted, lead ?? null)
  const media = [...led.media, ...others, ...(film ? [film] : [])]
  const pictures = others.map((_picture, i) => ({
    _type: 'image' as const,
    _key: `assoc${i}`,
    mediaIndex: led.media.length + i,
  }))
  return {
    ...{ media, leadMedia: led.leadMedia, body: [...led.body, ...pictures] },
    ...{ recommendedVideo: film ? media.length - 1 : null, related: things.filter(isStory).flatMap(linkTo) },
  }
}

function isStory({ type }: Values): boolean {
  return type === 'text' || type === 'composite'
}

function linkTo(thing: Values): ImportLink[] {
  const [headline, url] = [
    plainWords(stringOf(thing.headline) ?? stringOf(thing.title)),
    webAddress(stringOf(thing.uri), null),
  ]
  return headline && url ? [{ headline, url }] : []
}
