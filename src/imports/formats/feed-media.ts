import { bareMedia } from '../html/pictures.ts'
import type { ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { cutText } from '../text/words.ts'
import { attributeOf, childrenOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { mediaTypeOf, mimeTypeOf } from './media-types.ts'

/** The files that go with an entry: the largest picture, the first film, the first sound. */
export function mediaOfEntry(entry: XmlElement, base: string | null) {
  const files = [
    ...mediaElements(entry).flatMap((element) => mediaOf(element, base)),
    ...childrenOf(entry, 'enclosure').flatMap((element) => fileOf(element, 'url', base)),
    ...childrenOf(entry, 'link')
      .filter((link) => attributeOf(link, 'rel') === 'enclosure')
      .flatMap((link) => fileOf(link, 'href', base)),
  ]
  const small = [...childrenOf(entry, 'media:thumbnail'), ...childrenOf(entry, 'itunes:image')].flatMap((element) => {
    const url = webAddress(attributeOf(element, 'url') ?? attributeOf(element, 'href'), base)
    return url ? [bareMedia('IMAGE', url)] : []
  })
  const pictures = files.filter(({ type }) => type === 'IMAGE')
  const largest = pictures.reduce<ImportMedia | null>(
    (best, each) => ((each.width ?? 0) > (best?.width ?? -1) ? each : best),
    null,
  )
  return {
    picture: largest ?? small[0] ?? null,
    film: files.find(({ type }) => type === 'VIDEO') ?? null,
    sound: files.find(({ type }) => type === 'AUDIO') ?? null,
  }
}

/** Source: https://www.rssboard.org/media-rss; a group is the same thing in several sizes. */
function mediaElements(entry: XmlElement): XmlElement[] {
  return [entry, ...childrenOf(entry, 'media:group')].flatMap((parent) => childrenOf(parent, 'media:content'))
}

function mediaOf(element: XmlElement, base: string | null): ImportMedia[] {
  const [file] = fileOf(element, 'url', base)
  if (!file) return []
  const medium = attributeOf(element, 'medium')?.toUpperCase()
  const known = (['IMAGE', 'VIDEO', 'AUDIO'] as const).find((type) => type === medium)
  const [caption, credit] = [wordsOf(element, 'media:description'), wordsOf(element, 'media:credit')]
  const alt = wordsOf(element, 'media:title')
  return [
    {
      ...file,
      type: known ?? (file.type === 'FILE' && medium === undefined ? 'IMAGE' : file.type),
      ...{ width: sizeOf(element, 'width'), height: sizeOf(element, 'height') },
      caption: caption && cutText(caption, 2_000),
      credit: credit && cutText(credit, 300),
      alt: alt && cutText(alt, 1_000),
    },
  ]
}

function fileOf(element: XmlElement, name: string, base: string | null): ImportMedia[] {
  const url = webAddress(attributeOf(element, name), base)
  if (!url) return []
  const mimeType = mimeTypeOf(attributeOf(element, 'type'))
  return [{ ...bareMedia(mediaTypeOf(mimeType, url), url), mimeType }]
}

function sizeOf(element: XmlElement, name: string): number | null {
  const size = Number(attributeOf(element, name) ?? Number.NaN)
  return Number.isInteger(size) && size >= 1 && size <= 100_000 ? size : null
}
