import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { firstInstant, instantOf } from '../text/dates.ts'
import { Notes } from '../text/notes.ts'
import { plainWords } from '../text/words.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  rawText,
  textOf,
  wordsOf,
  type XmlElement,
} from '../text/xml.ts'
import { finishItem } from './finish.ts'
import { bareAuthor, namesIn, withLead } from './parts.ts'
import { isXml, refusal, xmlReader } from './readers.ts'
import { underEmbargo, wireCorrection, wireStatus, wireTag, withDateline } from './wire-status.ts'
import { newsHtml } from './xml-html.ts'

/** NewsML 1.0 to 1.2 of the IPTC. */
export const newsml1: Format = {
  name: 'newsml',
  title: 'NewsML 1.2',
  detects: (head) => isXml(head) && /<NewsML[\s>]/.test(head),
  open: (options) =>
    xmlReader(
      options,
      () => 0,
      () => ({ record: (element, info) => readFile(element, info.notes, options) }),
    ),
}

function readFile(root: XmlElement, notes: string[], options: ReadOptions): Found[] {
  const items = descendantsOf(root, 'NewsItem')
  if (items.length === 0) return [refusal(1, root.line, 'there is no <NewsItem> in the file')]
  return items.map((item, i) => storyOf(item, { index: i + 1, notes: i === 0 ? notes : [] }, options))
}

function storyOf(item: XmlElement, info: { index: number; notes: string[] }, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  for (const note of info.notes) notes.add(note)
  const [id, management] = [childOf(item, 'Identification', 'NewsIdentifier'), childOf(item, 'NewsManagement')]
  const component =
    descendantsOf(item, 'NewsComponent').find((each) => childOf(each, 'NewsLines', 'HeadLine')) ??
    childOf(item, 'NewsComponent')
  const lines = childOf(component, 'NewsLines')
  const converted = convertHtml(withDateline(bodyOf(item), wordsOf(lines, 'DateLine')), { base: baseUrl })
  for (const note of converted.notes) notes.add(note)
  const word = attributeOf(childOf(management, 'Status'), 'FormalName')
  const status = wireStatus(word, (message) => notes.add(message))
  const change = textOf(childOf(management, 'StatusWillChange'), 'DateAndTime')
  const embargoEnd = instantOf('DateAndTime', change, notes)
  const signals = childrenOf(management, 'Instruction').map(
    (instruction) => attributeOf(instruction, 'FormalName') ?? '',
  )
  const externalId = [textOf(id, 'ProviderId'), textOf(id, 'NewsItemId')].filter(Boolean).join(':')
  const source =
    attributeOf(descendantsOf(component, 'Provider').flatMap((each) => childrenOf(each, 'Party'))[0], 'FormalName') ??
    textOf(id, 'ProviderId')
  const metadata = descendantsOf(item, 'DescriptiveMetadata')[0]
  return finishItem(
    {
      ...{ place: { item: info.index, line: item.line }, externalId, version: textOf(id, 'RevisionId') },
      ...underEmbargo(
        { status, isEmbargoed: change !== null || /^embargoed$/i.test(word ?? ''), end: embargoEnd },
        notes,
      ),
      ...{ headline: wordsOf(lines, 'HeadLine') ?? '', standfirst: wordsOf(lines, 'SubHeadLine') },
      locale: attributeOf(childOf(metadata, 'Language'), 'FormalName') ?? attributeOf(item, 'xml:lang') ?? locale,
      ...{ ...withLead(converted, pictureOf(item, baseUrl, notes)), tags: tagsOf(metadata, lines) },
      bylines: namesIn(wordsOf(lines, 'ByLine')).map((name) => bareAuthor(name)),
      correction: wireCorrection(status, signals, wordsOf(lines, 'NewsLine', 'NewsLineText')),
      source: source ? { name: source, url: null, externalId } : null,
      publishedAt: firstInstant(
        [
          ['FirstCreated', textOf(management, 'FirstCreated')],
          ['DateId', textOf(id, 'DateId')],
        ],
        notes,
      ),
      updatedAt: instantOf('ThisRevisionCreated', textOf(management, 'ThisRevisionCreated'), notes),
    },
    notes,
  )
}

/** The text: the longest data of the item that is no caption. */
function bodyOf(item: XmlElement): string {
  const contents = descendantsOf(item, 'DataContent').map((data) => {
    const marked = descendantsOf(data, 'body.content')[0] ?? descendantsOf(data, 'body')[0] ?? data
    if (marked.children.some((child) => typeof child !== 'string')) return newsHtml(marked)
    const text = rawText(marked)
    if (/<p[\s>]/i.test(text)) return text
    return text
      .split(/\n\s*\n/)
      .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
      .join('')
  })
  return contents.reduce((best, each) => (each.length > best.length ? each : best), '')
}

function pictureOf(item: XmlElement, base: string | null, notes: Notes): ImportMedia | null {
  const pictures = descendantsOf(item, 'ContentItem').filter((content) =>
    /photo|graphic|image/i.test(attributeOf(childOf(content, 'MediaType'), 'FormalName') ?? ''),
  )
  const addresses = pictures.flatMap((picture) => attributeOf(picture, 'Href') ?? [])
  const url = addresses.map((address) => webAddress(address, base)).find((address) => address)
  if (!url && addresses[0])
    notes.add(`its picture is the file '${addresses[0].slice(0, 60)}' beside this one, which is not read`)
  return url ? bareMedia('IMAGE', url) : null
}

function tagsOf(metadata: XmlElement | undefined, lines: XmlElement | null) {
  const properties = childrenOf(metadata, 'Property').filter(
    (property) => attributeOf(property, 'FormalName') === 'Keyword',
  )
  const keywords = properties.flatMap((property) => wireTag(attributeOf(property, 'Value'), null, null))
  const places = childrenOf(metadata, 'Location').flatMap((place) => {
    const city = childrenOf(place, 'Property').find((property) => attributeOf(property, 'FormalName') === 'City')
    return wireTag(attributeOf(city, 'Value'), 'place', null)
  })
  const printed = childrenOf(lines, 'KeywordLine').flatMap((line) => wireTag(plainWords(rawText(line)), null, null))
  return [...keywords, ...places, ...printed]
}
