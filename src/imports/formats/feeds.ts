import type { Format, ReadOptions } from '../format.ts'
import type { Found } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { attributeOf, childrenOf, localName, wordsOf, type XmlElement } from '../text/xml.ts'
import { type Channel, personOf, storyOfEntry } from './feed-entry.ts'
import { isXml, refusal, xmlReader } from './readers.ts'

/** RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom, with the modules that news sites use. */
export const feeds: Format = {
  name: 'feed',
  title: 'RSS or Atom',
  detects: (head) => isXml(head) && /<(?:rss|rdf:RDF|(?:[\w-]+:)?feed)[\s>]/.test(head),
  open: (options) =>
    xmlReader(options, depthOf, (root) => {
      const channel: Channel = { name: null, locale: options.locale, base: options.baseUrl, authors: [] }
      return { record: (element, info) => readRecord(element, info, { root: root(), channel, options }) }
    }),
}

/** Entries stand below the root in Atom and RSS 1.0, below its channel in the others. */
function depthOf({ name }: XmlElement): number {
  if (name === 'rss') return 2
  return /^(?:feed|RDF)$/.test(localName(name)) ? 1 : 0
}

interface About {
  root: XmlElement | null
  channel: Channel
  options: ReadOptions
}

function readRecord(element: XmlElement, info: { index: number; notes: string[] }, about: About): Found[] {
  const name = localName(element.name)
  if (name === 'item' || name === 'entry') return [storyOfEntry(element, info, about.channel)]
  if (element === about.root || name === localName(about.root?.name ?? ''))
    return [refusal(info.index, element.line, `<${element.name}> is the root of no feed`)]
  readChannel(element, about)
  return []
}

/** What the feed says of itself comes before its entries. */
function readChannel(element: XmlElement, { root, channel, options }: About) {
  const parts = localName(element.name) === 'channel' ? childrenOf(element, '*').concat(elements(element)) : [element]
  channel.locale ??= root ? attributeOf(root, 'xml:lang') : null
  // What the file says goes before where it was found.
  const base = root && webAddress(attributeOf(root, 'xml:base'), options.baseUrl)
  if (base) channel.base = base
  for (const part of parts) {
    const words = wordsOf({ ...part, name: '', children: [part] }, localName(part.name))
    if (part.name === 'title' || part.name === 'atom:title') channel.name ??= words
    if (/^(?:language|dc:language)$/.test(part.name) && words) channel.locale = words
    if (root && localName(root.name) === 'feed' && localName(part.name) === 'author')
      channel.authors.push(...personOf(part))
    if (localName(part.name) === 'link') channel.base ??= attributeOf(part, 'href') ?? words
  }
}

function elements({ children }: XmlElement): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string')
}
