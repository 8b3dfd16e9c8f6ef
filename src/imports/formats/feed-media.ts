import { bareMedia } from '../html/pictures.ts'
import type { ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import type { Notes } from '../text/notes.ts'
import { cutText } from '../text/words.ts'
import { attributeOf, childrenOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { mediaTypeOf, mimeTypeOf } from './media-types.ts'

/** The files that go with an entry: the largest picture (the first of those), the first film, the first sound. */
export function mediaOfEntry(entry: XmlElement, base: string | null, notes: Notes) {
  const files = [
    ...mediaElements(entry).flatMap(([element, around]) => mediaOf(element, around, base)),
    ...childrenOf(entry, 'enclosure').flatMap((element) => fileOf(element, 'url', base)),
    ...childrenOf(entry, 'link')
      .filter((link) => attributeOf(link, 'rel') === 'enclosure')
      .flatMap((link) => fileOf(link, 'href', base)),
  ]
  const pictures = files.filter(({ type, url }) => type === 'IMAGE' && !ofPeople.test(url))
  const largest = pictures.reduce<ImportMedia | null>(
    (best, each) => (!best || (each.width ?? 0) > (best.width ?? 0) ? each : best),
    null,
  )
  noteOthers(pictures, largest, notes)
  const sound = files.find(({ type }) => type === 'AUDIO') ?? null
  return {
    picture: largest ?? smallOf(entry, base),
    film: files.find(({ type }) => type === 'VIDEO') ?? null,
    sound: sound && {
      ...sound,
      durationSeconds: sound.durationSeconds ?? secondsOf(wordsOf(entry, 'itunes:duration')),
    },
  }
}

/** Where the faces of authors are, which WordPress puts among the pictures of a story. */
const ofPeople = /^https?:\/\/(?:[\w-]+\.)?gravatar\.com\//i

/** Pictures of different widths are one in several sizes; others are not shown, which is told. */
function noteOthers(pictures: ImportMedia[], lead: ImportMedia | null, notes: Notes) {
  const urls = new Set(pictures.flatMap(({ url, width }) => (width === lead?.width ? url : [])))
  if (urls.size > 1) notes.add(`of ${urls.size} pictures beside its text the first leads; the others are left out`)
}

function smallOf(entry: XmlElement, base: string | null): ImportMedia | null {
  const all = [entry, ...childrenOf(entry, 'media:group')].flatMap((parent) => childrenOf(parent, 'media:thumbnail'))
  const urls = [...all, ...childrenOf(entry, 'itunes:image')].flatMap(
    (element) => webAddress(attributeOf(element, 'url') ?? attributeOf(element, 'href'), base) ?? [],
  )
  return urls[0] === undefined ? null : bareMedia('IMAGE', urls[0])
}

interface Words {
  caption: string | null
  credit: string | null
}

function wordsIn(element: XmlElement): Words {
  return { caption: wordsOf(element, 'media:description'), credit: wordsOf(element, 'media:credit') }
}

/**
 * Files, each with the words around it, the nearest first, which hold for it too. A group is the same thing in several sizes.
 * Source: https://www.rssboard.org/media-rss
 */
function mediaElements(entry: XmlElement): [XmlElement, Words][] {
  const around = wordsIn(entry)
  const inside = (parent: XmlElement, { caption, credit }: Words) =>
    childrenOf(parent, 'media:content').map((element): [XmlElement, Words] => [
      element,
      { caption: caption ?? around.caption, credit: credit ?? around.credit },
    ])
  const groups = childrenOf(entry, 'media:group')
  return [...inside(entry, around), ...groups.flatMap((group) => inside(group, wordsIn(group)))]
}

function mediaOf(element: XmlElement, around: Words, base: string | null): ImportMedia[] {
  const [file] = fileOf(element, 'url', base)
  if (!file) return []
  const medium = attributeOf(element, 'medium')?.toUpperCase()
  const known = (['IMAGE', 'VIDEO', 'AUDIO'] as const).find((type) => type === medium)
  const isUnsaid = file.type === 'FILE' && medium === undefined && file.mimeType === null
  const type = known ?? (isUnsaid ? 'IMAGE' : file.type)
  // What stands around a film is about the entry: its text.
  const [own, other] = [wordsIn(element), type === 'IMAGE' ? around : null]
  const [caption, credit] = [own.caption ?? other?.caption, own.credit ?? other?.credit]
  const alt = wordsOf(element, 'media:title')
  return [
    {
      ...file,
      type,
      ...{ width: sizeOf(element, 'width'), height: sizeOf(element, 'height') },
      durationSeconds: secondsOf(attributeOf(element, 'duration')),
      caption: caption ? cutText(caption, 2_000) : null,
      credit: credit ? cutText(credit, 300) : null,
      alt: alt && cutText(alt, 1_000),
    },
  ]
}

/** `3723`, `62:03` and `1:02:03`. */
function secondsOf(duration: string | null): number | null {
  if (!duration || !/^\d{1,6}(?::\d{1,2}){0,2}(?:\.\d+)?$/.test(duration)) return null
  return Math.round(duration.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)) || null
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
