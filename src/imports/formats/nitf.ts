import { shorten } from '../../core/errors.ts'
import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import type { Found, ImportTag } from '../item.ts'
import { firstInstant, instantOf } from '../text/dates.ts'
import { Notes } from '../text/notes.ts'
import { oneLine, plainWords } from '../text/words.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  localName,
  rawText,
  wordsOf,
  type XmlElement,
} from '../text/xml.ts'
import { finishItem } from './finish.ts'
import { bareAuthor, bareTag, namesIn, withLead } from './parts.ts'
import { isXml, refusal, xmlReader } from './readers.ts'
import { underEmbargo, wireCorrection, wireStatus, wireTag, withDateline } from './wire-status.ts'
import { newsHtml } from './xml-html.ts'

/** News Industry Text Format 3.x of the IPTC: one story a file, or several inside another element. */
export const nitf: Format = {
  name: 'nitf',
  title: 'NITF',
  detects: (head) =>
    isXml(head) && /<nitf[\s>]/.test(head) && !/<(?:\w+:)?(?:newsItem|newsMessage|NewsML)[\s>]/.test(head),
  open: (options) =>
    xmlReader(
      options,
      () => 0,
      () => ({ record: (element, info) => readFile(element, info.notes, options) }),
    ),
}

function readFile(root: XmlElement, notes: string[], options: ReadOptions): Found[] {
  const stories = localName(root.name) === 'nitf' ? [root] : descendantsOf(root, 'nitf')
  if (stories.length === 0) return [refusal(1, root.line, 'there is no <nitf> in the file')]
  return stories.map((story, i) => storyOfNitf(story, { index: i + 1, notes: i === 0 ? notes : [] }, options))
}

/** One `<nitf>` as a story. */
export function storyOfNitf(
  story: XmlElement,
  info: { index: number; notes: string[] },
  { locale, baseUrl }: ReadOptions,
): Found {
  const notes = new Notes()
  for (const note of info.notes) notes.add(note)
  const [data, head, content] = [
    childOf(story, 'head', 'docdata'),
    childOf(story, 'body', 'body.head'),
    childOf(story, 'body', 'body.content'),
  ]
  const about = headOfNitf(head, notes)
  const converted = convertHtml(withDateline(newsHtml(content), about.dateline), { base: baseUrl })
  for (const note of converted.notes) notes.add(note)
  noteTagline(story, notes)
  const status = wireStatus(attributeOf(data, 'management-status'), (message) => notes.add(message))
  const edNote =
    [
      wordsOf(data, 'ed-msg'),
      attributeOf(childOf(data, 'ed-msg'), 'info'),
      attributeOf(childOf(data, 'correction'), 'info'),
    ].find((text) => text) ?? null
  const id = attributeOf(childOf(data, 'doc-id'), 'id-string')
  const release = instantOf('date.release', attributeOf(childOf(data, 'date.release'), 'norm'), notes)
  const issued = firstInstant(
    [
      ['date.issue', attributeOf(childOf(data, 'date.issue'), 'norm')],
      ['date.publication', attributeOf(childOf(story, 'head', 'pubdata'), 'date.publication')],
    ],
    notes,
  )
  const source =
    wordsOf(head, 'distributor') ??
    attributeOf(childOf(data, 'doc-id'), 'regsrc') ??
    attributeOf(childOf(data, 'doc.copyright'), 'holder') ??
    wordsOf(head, 'rights', 'rights.owner')
  return finishItem(
    {
      ...{ place: { item: info.index, line: story.line }, externalId: id ?? '' },
      ...underEmbargo(
        { status, isEmbargoed: attributeOf(data, 'management-status') === 'embargoed', end: release },
        notes,
      ),
      ...{
        version: attributeOf(childOf(data, 'du-key'), 'version'),
        correction: wireCorrection(status, childOf(data, 'correction') ? ['correction'] : [], edNote),
      },
      headline: about.headline ?? wordsOf(story, 'head', 'title') ?? '',
      standfirst: about.standfirst,
      locale: attributeOf(story, 'baselang') ?? attributeOf(story, 'xml:lang') ?? locale,
      ...{
        bylines: about.bylines,
        tags: tagsOf(data, story),
        ...withLead(converted, null),
        leadMedia: leadOf(converted),
      },
      source: source ? { name: source, url: null, externalId: id } : null,
      publishedAt: issued ?? release,
    },
    notes,
  )
}

/** The first picture of the text leads the story. */
function leadOf({ media }: { media: { type: string }[] }): number | null {
  const first = media.findIndex(({ type }) => type === 'IMAGE')
  return first < 0 ? null : first
}

/** What `body.head` of NITF says; of two introductions the longer one is kept, and the other told of. */
export function headOfNitf(head: XmlElement | null, notes: Notes) {
  const [abstract, second] = [wordsOf(head, 'abstract'), wordsOf(head, 'hedline', 'hl2')]
  if (abstract && second) noteSecondHeadline(second, notes)
  return {
    ...{ headline: wordsOf(head, 'hedline', 'hl1'), standfirst: abstract ?? second },
    ...{ bylines: bylinesOf(head), dateline: datelineOf(head) },
  }
}

/** There is one line below a headline here. */
export function noteSecondHeadline(words: string, notes: Notes) {
  notes.add(`its second headline '${shorten(words, 200)}' was left out, for it has an introduction`)
}

/** The line at the end: initials of those who sent it, or who else has written. */
export function noteTagline(story: XmlElement, notes: Notes) {
  for (const line of descendantsOf(story, 'tagline')) {
    const words = plainWords(rawText(line))
    if (words) notes.add(`its last line '${shorten(words, 200)}' was left out`)
  }
}

function datelineOf(head: XmlElement | null): string | null {
  const line = childOf(head, 'dateline')
  return line
    ? oneLine(
        rawText({
          ...line,
          children: line.children.filter((child) => typeof child === 'string' || localName(child.name) === 'location'),
        }),
      )
    : null
}

function bylinesOf(head: XmlElement | null) {
  return childrenOf(head, 'byline').flatMap((line) => {
    const people = childrenOf(line, 'person').flatMap((person) => plainWords(rawText(person)) ?? [])
    const names =
      people.length > 0
        ? people
        : namesIn(
            plainWords(
              rawText({
                ...line,
                children: line.children.filter(
                  (child) => typeof child === 'string' || localName(child.name) !== 'byttl',
                ),
              }),
            ),
          )
    const jobTitle = wordsOf(line, 'byttl')
    return names.map((name) => bareAuthor(name, { jobTitle }))
  })
}

function tagsOf(data: XmlElement | null, story: XmlElement): ImportTag[] {
  const subjects = childrenOf(childOf(story, 'head', 'tobject'), 'tobject.subject').flatMap((subject) => {
    const name = ['detail', 'matter', 'type']
      .map((part) => attributeOf(subject, `tobject.subject.${part}`))
      .find((value) => value)
    return name ? [bareTag(name, 'TOPIC', { externalId: attributeOf(subject, 'tobject.subject.refnum') })] : []
  })
  const keywords = childrenOf(childOf(data, 'key-list'), 'keyword').flatMap((word) =>
    wireTag(attributeOf(word, 'key'), null, null),
  )
  const places = childrenOf(data, 'evloc').flatMap((place) =>
    wireTag(attributeOf(place, 'city'), 'place', attributeOf(place, 'iso-cc')),
  )
  const content = childOf(data, 'identified-content')
  const things = ['person', 'org', 'location', 'event'].flatMap((kind) =>
    childrenOf(content, kind).flatMap((thing) =>
      wireTag(plainWords(rawText(thing)), kind === 'org' ? 'organisation' : kind, null),
    ),
  )
  return [...subjects, ...keywords, ...places, ...things]
}
