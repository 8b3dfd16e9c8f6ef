import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import type { Found, ImportTag } from '../item.ts'
import { firstInstant, instantOf } from '../text/dates.ts'
import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { Notes } from '../text/notes.ts'
import { plainWords } from '../text/words.ts'
import { finishItem } from './finish.ts'
import { bodyOf } from './ninjs-body.ts'
import { atLine, type JsonLine, linesOfJson } from './ninjs-lines.ts'
import { lowered, mediaOfNinjs, partsOf, type Values } from './ninjs-parts.ts'
import { noteSecondHeadline } from './nitf.ts'
import { bareAuthor, namesIn } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'
import { underEmbargo, wireCorrection, wireStatus, wireTag, withDateline } from './wire-status.ts'

/** Largest file, in characters. */
const mostCharacters = 64_000_000

const telling =
  /"(?:versioncreated|pubstatus|body_html|body_text|body_xhtml|body_main|headlines|bodies|standard|renditions|uri)"\s*:/i

/** ninjs 1.x to 3.x of the IPTC, alone or in a list, and JSON of agencies that have its names (AP, Superdesk). */
export const ninjs: Format = {
  name: 'ninjs',
  title: 'ninjs 1.0 to 3.1',
  detects: (head) =>
    /^\s*[{[]/.test(head) && telling.test(head) && !/"\$schema"\s*:\s*"https?:\/\/json-schema\.org/.test(head),
  open: (options) => wholeReader(options, mostCharacters, (text) => readFile(text, options)),
}

function* readFile(text: string, options: ReadOptions): Generator<Found> {
  const parsed = parseJson(text)
  if ('reason' in parsed) {
    const lines = linesOfJson(text)
    if (!lines) return yield refusal(1, parsed.line, parsed.reason)
    const read = readLine(options)
    for (const [i, each] of lines.entries()) yield read(each, i)
    return
  }
  for (const [i, item] of itemsIn(parsed.value).entries()) yield readItem(lowered(item), i + 1, options)
}

/** An item that stands in a line of its own, as `dateline export --as ninjs` writes them. */
function readLine(options: ReadOptions): (each: JsonLine, i: number) => Found {
  return ({ parsed, line }, i) => {
    if ('reason' in parsed) return refusal(i + 1, line, parsed.reason)
    return atLine(readItem(lowered(objectOf(parsed.value)), i + 1, options), line)
  }
}

/** One item, a list of them, or a list inside the answer of an interface. */
function itemsIn(value: unknown): Values[] {
  if (Array.isArray(value)) return value.map(objectOf)
  const object = objectOf(value)
  const data = objectOf(object.data)
  const list = [object.items, object._items, data.items].find(Array.isArray)
  const one = data.item ? objectOf(data.item) : object
  return list ? list.map((item) => objectOf(objectOf(item).item ?? item)) : [one]
}

function readItem(item: Values, index: number, options: ReadOptions): Found {
  const place = { item: index, line: null }
  const id = idOf(item)
  const type = stringOf(item.type) ?? 'text'
  if (/^(?:picture|graphic|image|video|audio)$/.test(type)) {
    const media = mediaOfNinjs(item)
    return media ? { media, place } : refusal(index, null, `the ${type} has no rendition with an address`, id)
  }
  if (!/^(?:text|composite|article|package)$/.test(type))
    return refusal(index, null, `it is of the type '${type.slice(0, 40)}', which is no story`, id)
  return storyOf(item, id, index, options)
}

function idOf(item: Values): string | null {
  const altIds = objectOf(item.altids)
  return stringOf(item.guid) ?? stringOf(altIds.itemid) ?? stringOf(item.uri) ?? stringOf(item._id)
}

function storyOf(item: Values, id: string | null, index: number, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  const converted = convertHtml(withDateline(bodyOf(item, notes), stringOf(item.dateline)), { base: baseUrl })
  for (const note of converted.notes) notes.add(note)
  const status = wireStatus(stringOf(item.pubstatus), (message) => notes.add(message))
  const embargoEnd = instantOf('embargoed', item.embargoed === false ? null : item.embargoed, notes)
  const edNote = stringOf(item.ednote) ?? stringOf(item.editorialnote)
  const signals = [...listOf(item.signals), ...listOf(item.signal)].map(
    (signal) => stringOf(signal) ?? stringOf(objectOf(signal).code) ?? '',
  )
  const { media, body, leadMedia, recommendedVideo, related } = partsOf(item, converted)
  const holder =
    stringOf(objectOf(listOf(item.infosources ?? item.infosource)[0]).name) ??
    stringOf(item.source) ??
    stringOf(item.copyrightholder) ??
    stringOf(item.provider)
  return finishItem(
    {
      ...{ place: { item: index, line: null }, externalId: id ?? '', version: stringOf(item.version) },
      ...underEmbargo(
        { status, isEmbargoed: item.embargoed != null && item.embargoed !== false, end: embargoEnd },
        notes,
      ),
      headline:
        plainWords(
          valueByRole(item.headlines, ['main']) ??
            stringOf(item.headline) ??
            stringOf(item.headline_main) ??
            stringOf(item.title),
        ) ?? '',
      standfirst: standfirstOf(item, notes),
      ...{ locale: stringOf(item.language) ?? locale, body, media, leadMedia, recommendedVideo, related },
      ...{
        bylines: bylinesOf(item),
        section: sectionOf(item),
        tags: tagsOf(item),
        correction: wireCorrection(status, signals, edNote),
      },
      source: holder ? { name: holder, url: null, externalId: id } : null,
      publishedAt: firstInstant(
        ['firstcreated', 'contentcreated', 'versioncreated'].map((name) => [name, item[name]]),
        notes,
      ),
      updatedAt: instantOf('versioncreated', item.versioncreated, notes),
    },
    notes,
  )
}

/** Its introduction, else its second headline, which is told of when it has both. */
function standfirstOf(item: Values, notes: Notes): string | null {
  const words = plainWords(
    stringOf(item.description_summary) ??
      stringOf(item.description_text) ??
      valueByRole(item.descriptions, ['summary']) ??
      stringOf(item.description_html) ??
      stringOf(item.abstract),
  )
  const lines = listOf(item.headlines).map((each) => lowered(objectOf(each)))
  const below = plainWords(stringOf(lines.find(({ role }) => /sub/i.test(stringOf(role) ?? ''))?.value))
  if (words && below) noteSecondHeadline(below, notes)
  return words ?? below
}

/** The value of a list by role, or the first. */
function valueByRole(list: unknown, roles: string[]): string | null {
  const values = listOf(list).map((each) => lowered(objectOf(each)))
  const chosen = values.find(({ role }) => roles.includes(stringOf(role) ?? '')) ?? values[0]
  return chosen ? stringOf(chosen.value) : null
}

function bylinesOf(item: Values) {
  const authors = listOf(item.authors).map((author) => lowered(objectOf(author)))
  const named = authors.flatMap(({ name, role, biography }) =>
    stringOf(name) ? [bareAuthor(stringOf(name) ?? '', { role: stringOf(role), bio: stringOf(biography) })] : [],
  )
  if (named.length > 0) return named
  return namesIn(plainWords(stringOf(item.byline) ?? stringOf(item.by))).map((name) => bareAuthor(name))
}

const kinds = [
  'person',
  'people',
  'organisation',
  'organisations',
  'organization',
  'place',
  'places',
  'subject',
  'subjects',
  'event',
  'events',
  'object',
  'objects',
]

/** The subject that says by `rel` that it is the section, as our own items do. */
function sectionOf({ subjects }: Values): ImportTag | null {
  const found = listOf(subjects)
    .map((each) => lowered(objectOf(each)))
    .find(({ rel }) => rel === 'section')
  const [tag] = found ? wireTag(plainWords(stringOf(found.name)), 'subjects', stringOf(found.uri)) : []
  return tag ? { ...tag, type: 'SECTION' } : null
}

/** What a story is about: whoever has `rel` "author" wrote it. */
function tagsOf(item: Values) {
  const named = kinds.flatMap((kind) =>
    listOf(item[kind])
      .map((each) => lowered(objectOf(each)))
      .filter(({ rel }) => rel !== 'author')
      .flatMap((thing) => wireTag(plainWords(stringOf(thing.name)), kind, stringOf(thing.code) ?? stringOf(thing.uri))),
  )
  const keywords = listOf(item.keywords).flatMap((word) => wireTag(stringOf(word), null, null))
  return [...named, ...keywords]
}
