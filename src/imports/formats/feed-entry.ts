import { type Converted, convertHtml } from '../html/convert.ts'
import type { Found, ImportAuthor, ImportTag } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { firstInstant } from '../text/dates.ts'
import { Notes } from '../text/notes.ts'
import { plainWords } from '../text/words.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  innerHtml,
  localName,
  rawText,
  textOf,
  wordsOf,
  type XmlElement,
} from '../text/xml.ts'
import { mediaOfEntry } from './feed-media.ts'
import { finishItem } from './finish.ts'
import { bareAuthor, bareTag, namesIn, textHtml, withLead } from './parts.ts'

/** What a feed says of itself. */
export interface Channel {
  name: string | null
  locale: string | null
  base: string | null
  /** Of an entry of Atom that names none. Source: RFC 4287, section 4.2.1. */
  authors: ImportAuthor[]
}

/** An item of RSS or an entry of Atom as a story. */
export function storyOfEntry(entry: XmlElement, info: { index: number; notes: string[] }, channel: Channel): Found {
  const notes = new Notes()
  for (const note of info.notes) notes.add(note)
  const own = within(attributeOf(entry, 'xml:base'), channel.base)
  const url = addressOf(entry, own ?? channel.base)
  const { html, summary, base } = contentOf(entry)
  const converted = convertHtml(html, { base: within(base, own ?? channel.base) ?? own ?? url ?? channel.base })
  for (const note of converted.notes) notes.add(note)
  const elsewhere = attributeOf(childOf(entry, 'content'), 'src')
  if (html.trim() === '' && elsewhere)
    notes.add(`its text is at ${elsewhere.slice(0, 200)}, which is not read, and not in the file`)
  const id = wordsOf(entry, 'guid') ?? wordsOf(entry, 'id') ?? attributeOf(entry, 'rdf:about') ?? url ?? ''
  const date = (...names: string[]) =>
    firstInstant(
      names.map((name) => [name, textOf(entry, name)]),
      notes,
    )
  const changed = date('updated', 'dcterms:modified', 'modified')
  return finishItem(
    {
      ...{ place: { item: info.index, line: entry.line }, externalId: id, headline: wordsOf(entry, 'title') ?? '' },
      ...{ status: wordsOf(entry, 'control', 'draft') === 'yes' ? 'DRAFT' : 'LIVE' },
      locale: attributeOf(entry, 'xml:lang') ?? wordsOf(entry, 'dc:language') ?? channel.locale,
      standfirst: summary,
      bylines: authorsOf(entry, channel),
      tags: tagsOf(entry),
      ...shown(converted, mediaOfEntry(entry, own ?? url ?? channel.base, notes)),
      source: sourceOf(entry, { name: channel.name, url, externalId: id }),
      canonicalUrl: url,
      publishedAt: date('pubDate', 'published', 'dc:date', 'dcterms:created', 'issued', 'date') ?? changed,
      updatedAt: changed,
    },
    notes,
  )
}

/** Whose story it is: the feed that it was taken over from, when the entry says so, else the feed itself. */
function sourceOf(entry: XmlElement, own: { name: string | null; url: string | null; externalId: string }) {
  const from =
    wordsOf(entry, 'source', 'title') ?? (attributeOf(childOf(entry, 'source'), 'url') && wordsOf(entry, 'source'))
  const name = from ?? own.name ?? hostOf(own.url)
  return name ? { ...own, name } : null
}

function hostOf(url: string | null): string {
  return url ? new URL(url).hostname : ''
}

/** The base that an `xml:base` makes below another one; null when there is none. */
function within(base: string | null, outer: string | null): string | null {
  return base === null ? null : webAddress(base, outer)
}

/** The page of the entry: its link, else a guid that is an address. */
function addressOf(entry: XmlElement, base: string | null): string | null {
  const links = childrenOf(entry, 'link')
  const pages = links.filter((link) => /^(?:alternate|)$/.test(attributeOf(link, 'rel') ?? ''))
  const page = pages.find((link) => /html/.test(attributeOf(link, 'type') ?? 'html')) ?? pages[0] ?? links[0]
  const written = page ? rawText(page).trim() || attributeOf(page, 'href') : null
  const guid = childOf(entry, 'guid')
  const isAddress = guid && attributeOf(guid, 'isPermaLink') !== 'false'
  return webAddress(written, base) ?? (isAddress ? webAddress(rawText(guid), null) : null)
}

/** The text of an entry, the fullest there is; the shorter one beside it introduces it. */
function contentOf(entry: XmlElement): { html: string; summary: string | null; base: string | null } {
  const full =
    childOf(entry, 'content:encoded') ?? childrenOf(entry, 'content').find(({ name }) => !name.startsWith('media:'))
  const short =
    childOf(entry, 'description') ?? childOf(entry, 'summary') ?? childOf(entry, 'media:group', 'media:description')
  const [fullHtml, shortHtml] = [full ? htmlOf(full) : '', short ? htmlOf(short) : '']
  if (fullHtml.trim() === '') return { html: shortHtml, summary: null, base: attributeOf(short, 'xml:base') }
  const summary = plainWords(shortHtml)
  const start = plainWords(fullHtml)?.slice(0, 100) ?? ''
  const isRepeated = !summary || summary.slice(0, 100) === start.slice(0, summary.length) || summary.length > 1_000
  return { html: fullHtml, summary: isRepeated ? null : summary, base: attributeOf(full, 'xml:base') }
}

/** Text constructs of Atom: `text` has no tags, `xhtml` has elements, all else is HTML that was escaped. */
function htmlOf(element: XmlElement): string {
  const type = attributeOf(element, 'type') ?? ''
  if (type === 'xhtml' || element.children.some((child) => typeof child !== 'string')) return innerHtml(element)
  return /^text(?:\/plain)?$/.test(type) ? textHtml(rawText(element)) : rawText(element)
}

function authorsOf(entry: XmlElement, channel: Channel): ImportAuthor[] {
  const own = childrenOf(entry, 'author').flatMap((author) => personOf(author))
  const named = own.length > 0 ? own : channel.authors
  const creators = [...childrenOf(entry, 'dc:creator'), ...childrenOf(entry, 'creator')].flatMap((each) =>
    namesIn(plainWords(rawText(each))),
  )
  const all = creators.length > 0 ? creators.map((name) => bareAuthor(name)) : named
  return all.filter(({ name }, i) => all.findIndex((each) => each.name === name) === i)
}

/** `<author>` of Atom has parts; that of RSS is an address with the name in brackets, or just a name. */
export function personOf(author: XmlElement): ImportAuthor[] {
  const name = wordsOf(author, 'name')
  if (name) return [bareAuthor(name, { email: wordsOf(author, 'email') })]
  const words = plainWords(rawText(author)) ?? ''
  const [, email, inBrackets] = /^([^\s()@]+@[^\s()@]+)(?:\s+\(([^)]+)\))?$/.exec(words) ?? []
  if (email) return [bareAuthor(inBrackets ?? email, { email })]
  return namesIn(words).map((each) => bareAuthor(each))
}

function tagsOf(entry: XmlElement): ImportTag[] {
  const categories = [...childrenOf(entry, 'category'), ...childrenOf(entry, 'dc:subject')].filter(
    ({ name }) => localName(name) !== 'itunes',
  )
  return categories.flatMap((category) => {
    const name = attributeOf(category, 'label') ?? plainWords(rawText(category)) ?? attributeOf(category, 'term')
    return name && !/^https?:/.test(name) ? [bareTag(name)] : []
  })
}

/** The body with the files of the entry: a picture leads, a film is recommended, a sound stands at the end. */
function shown(converted: Converted, { picture, film, sound }: ReturnType<typeof mediaOfEntry>) {
  const led = withLead(converted, picture)
  const media = [...led.media]
  const placeOf = (file: (typeof media)[number]) => {
    const known = media.findIndex(({ url }) => url === file.url)
    return known >= 0 ? known : media.push(file) - 1
  }
  const recommendedVideo = film ? placeOf(film) : null
  const player = sound ? [{ _type: 'video' as const, _key: 'sound', mediaIndex: placeOf(sound) }] : []
  return { ...led, media, recommendedVideo, body: [...led.body, ...player] }
}
