import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportAuthor, ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { firstInstant, instantOf } from '../text/dates.ts'
import { Notes } from '../text/notes.ts'
import { cutText, plainWords } from '../text/words.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  localName,
  rawText,
  textOf,
  wordsOf,
  type XmlElement,
} from '../text/xml.ts'
import { finishItem } from './finish.ts'
import { mimeTypeOf } from './media-types.ts'
import { tagsOf } from './newsml-g2-tags.ts'
import { headOfNitf, noteSecondHeadline, noteTagline } from './nitf.ts'
import { bareAuthor, namesIn, withLead } from './parts.ts'
import { isXml, refusal, xmlReader } from './readers.ts'
import { underEmbargo, wireCorrection, wireStatus, withDateline } from './wire-status.ts'
import { newsHtml } from './xml-html.ts'

/** NewsML-G2 of the IPTC: items alone, or in a message. */
export const newsmlG2: Format = {
  name: 'newsml-g2',
  title: 'NewsML-G2',
  detects: (head) => isXml(head) && /<(?:[\w-]+:)?(?:newsItem|newsMessage|packageItem)[\s>]/.test(head),
  open: (options) =>
    xmlReader(
      options,
      (root) => (localName(root.name) === 'newsMessage' ? 2 : 0),
      () => ({
        record: (element, info) => readRecord(element, info, options),
        nameOf: (element) => attributeOf(element, 'guid'),
      }),
    ),
}

type Info = { index: number; notes: string[] }

function readRecord(element: XmlElement, info: Info, options: ReadOptions): Found[] {
  const refused = (reason: string) => [refusal(info.index, element.line, reason, attributeOf(element, 'guid'))]
  switch (localName(element.name)) {
    case 'newsItem':
      return [readItem(element, info, options)]
    case 'packageItem':
      return refused('it is a package, which points to other items and holds no text')
    case 'conceptItem':
    case 'knowledgeItem':
    case 'planningItem':
    case 'catalogItem':
      return refused(`it is a ${localName(element.name)}, which holds no story`)
    default: {
      const items = descendantsOf(element, 'newsItem')
      return items.map((item) => readItem(item, info, options))
    }
  }
}

function readItem(item: XmlElement, info: Info, options: ReadOptions): Found {
  const kind = attributeOf(childOf(item, 'itemMeta', 'itemClass'), 'qcode')?.replace(/^.*:/, '') ?? 'text'
  if (!/^(?:picture|graphic|video|audio|animation|still)$/.test(kind)) return storyOf(item, info, options)
  const media = mediaOf(item, kind, options.baseUrl)
  const place = { item: info.index, line: item.line }
  return media
    ? { media, place }
    : refusal(info.index, item.line, `the ${kind} has no address of the web`, attributeOf(item, 'guid'))
}

function mediaOf(item: XmlElement, kind: string, base: string | null): ImportMedia | null {
  const files = childrenOf(childOf(item, 'contentSet'), 'remoteContent').flatMap((file) => {
    const url = webAddress(attributeOf(file, 'href'), base)
    return url
      ? [
          {
            url,
            mimeType: mimeTypeOf(attributeOf(file, 'contenttype')),
            width: sizeOf(file, 'width'),
            height: sizeOf(file, 'height'),
          },
        ]
      : []
  })
  const largest = files.sort((a, b) => (b.width ?? 0) - (a.width ?? 0))[0]
  if (!largest) return null
  const meta = childOf(item, 'contentMeta')
  const [caption, credit] = [wordsOf(meta, 'description'), wordsOf(meta, 'creditline') ?? wordsOf(meta, 'by')]
  const type = kind === 'video' || kind === 'audio' ? (kind.toUpperCase() as 'VIDEO' | 'AUDIO') : 'IMAGE'
  return {
    ...bareMedia(type, largest.url),
    ...largest,
    externalId: attributeOf(item, 'guid'),
    caption: caption && cutText(caption, 2_000),
    credit: credit && cutText(credit, 300),
  }
}

function sizeOf(file: XmlElement, name: string): number | null {
  const size = Number(attributeOf(file, name) ?? Number.NaN)
  return Number.isInteger(size) && size >= 1 && size <= 100_000 ? size : null
}

function storyOf(item: XmlElement, info: Info, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  for (const note of info.notes) notes.add(note)
  const [about, meta] = [childOf(item, 'itemMeta'), childOf(item, 'contentMeta')]
  // Agencies that send NITF in the item have some of it there alone.
  const inside = descendantsOf(childOf(item, 'contentSet', 'inlineXML'), 'body.head')[0] ?? null
  const nitf = headOfNitf(inside, notes)
  const dateline = wordsOf(meta, 'dateline') ?? nitf.dateline
  const converted = convertHtml(withDateline(bodyOf(item), dateline), { base: baseUrl })
  for (const note of converted.notes) notes.add(note)
  noteTagline(item, notes)
  const status = wireStatus(attributeOf(childOf(about, 'pubStatus'), 'qcode'), (message) => notes.add(message))
  const signals = childrenOf(about, 'signal').map((signal) => attributeOf(signal, 'qcode') ?? '')
  const provider = childOf(about, 'provider')
  const source =
    wordsOf(provider, 'name') ??
    attributeOf(provider, 'literal') ??
    attributeOf(provider, 'qcode')?.replace(/^.*:/, '') ??
    null
  const id = attributeOf(item, 'guid') ?? ''
  const language = attributeOf(childOf(meta, 'language'), 'tag') ?? attributeOf(item, 'xml:lang')
  const embargoEnd = instantOf('embargoed', textOf(about, 'embargoed'), notes)
  return finishItem(
    {
      ...{ place: { item: info.index, line: item.line }, externalId: id, version: attributeOf(item, 'version') },
      ...underEmbargo({ status, isEmbargoed: childOf(about, 'embargoed') !== null, end: embargoEnd }, notes),
      headline: headlineOf(meta) ?? nitf.headline ?? wordsOf(about, 'title') ?? '',
      standfirst: summaryOf(meta, notes) ?? nitf.standfirst,
      locale: language ?? locale,
      ...{ ...withLead(converted, null), bylines: bylinesOf(meta, nitf.bylines), tags: tagsOf(meta, language) },
      correction: wireCorrection(status, signals, wordsOf(about, 'edNote')),
      source: source ? { name: source, url: null, externalId: id } : null,
      publishedAt: firstInstant(
        [
          ['contentCreated', textOf(meta, 'contentCreated')],
          ['firstCreated', textOf(about, 'firstCreated')],
          ['versionCreated', textOf(about, 'versionCreated')],
        ],
        notes,
      ),
      updatedAt: instantOf('versionCreated', textOf(about, 'versionCreated'), notes),
    },
    notes,
  )
}

/** The text of an item, marked up in its own elements or escaped in one. */
function bodyOf(item: XmlElement): string {
  const set = childOf(item, 'contentSet')
  const [xml, data] = [childOf(set, 'inlineXML'), childOf(set, 'inlineData')]
  const body = descendantsOf(xml, 'body.content')[0] ?? descendantsOf(xml, 'body')[0] ?? xml
  if (body) return newsHtml(body)
  const text = rawText(data)
  if (/html/.test(attributeOf(data, 'contenttype') ?? '') || /<p[\s>]/.test(text)) return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split(/\n\s*\n/)
    .map((part) => `<p>${part}</p>`)
    .join('')
}

function headlineOf(meta: XmlElement | null): string | null {
  const lines = childrenOf(meta, 'headline')
  const main = lines.find((line) => /main|^$/.test(attributeOf(line, 'role') ?? '')) ?? lines[0]
  return main ? plainWords(rawText(main)) : null
}

function summaryOf(meta: XmlElement | null, notes: Notes): string | null {
  const all = childrenOf(meta, 'description')
  const summary = all.find((text) => /summary|intro|lead|teaser/.test(attributeOf(text, 'role') ?? '')) ?? all[0]
  const second = childrenOf(meta, 'headline').find((line) => /sub/i.test(attributeOf(line, 'role') ?? ''))
  const [words, below] = [summary, second].map((element) => element && plainWords(rawText(element)))
  if (words && below) noteSecondHeadline(below, notes)
  return words ?? below ?? null
}

/** As they are printed, else those that the text has, else who made it. */
function bylinesOf(meta: XmlElement | null, inText: ImportAuthor[]): ImportAuthor[] {
  const lines = childrenOf(meta, 'by').flatMap((line) => namesIn(plainWords(rawText(line))))
  const printed = lines.length > 0 ? lines.map((name) => bareAuthor(name)) : inText
  if (printed.length > 0) return printed
  return childrenOf(meta, 'creator').flatMap((creator) => {
    const name = wordsOf(creator, 'name') ?? attributeOf(creator, 'literal')
    return name ? [bareAuthor(name, { jobTitle: attributeOf(creator, 'jobtitle') })] : []
  })
}
