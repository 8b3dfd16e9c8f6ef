import type { Format } from '../format.ts'
import type { Found } from '../item.ts'
import { childrenOf, textOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { isXml, xmlReader } from './readers.ts'
import { attachmentOf, Waiting } from './wxr-attachments.ts'
import { PostIds } from './wxr-ids.ts'
import { OtherPosts } from './wxr-others.ts'
import { authorOf, guestOf, guestsNeeded } from './wxr-people.ts'
import { type Site, storyOf } from './wxr-story.ts'
import { categoryNumber, tagOf } from './wxr-terms.ts'

/** The export of WordPress: authors, categories, tags, attachments, posts and pages; other kinds of posts are counted and left out. */
export const wxr: Format = {
  name: 'wxr',
  title: 'WordPress export (WXR)',
  detects: (head) =>
    isXml(head) &&
    /<rss[\s>]/.test(head) &&
    /wordpress\.org\/export\/|<wp:(?:wxr_version|author|post_id)|<notachanneltag/.test(head),
  open: (options) => {
    const site: Site = {
      ...{ address: options.baseUrl, locale: options.locale },
      ...{ people: new Map(), categories: new Map(), attachments: new Map() },
    }
    const waiting = new Waiting()
    const others = new OtherPosts()
    const ids = new PostIds()
    return xmlReader(
      options,
      () => 2,
      () => ({
        record: (element, info) => readRecord(element, info, { site, waiting, others, ids }),
        end: () => [...waiting.all(), ...others.all()],
        nameOf: (element) => textOf(element, 'wp:post_id'),
      }),
    )
  },
}

type Info = { index: number; notes: string[] }
type Reading = { site: Site; waiting: Waiting; others: OtherPosts; ids: PostIds }

function readRecord(element: XmlElement, info: Info, reading: Reading): Found[] {
  const { site } = reading
  const place = { item: info.index, line: element.line }
  switch (element.name) {
    case 'item':
      return readPost(element, info, reading)
    case 'wp:author': {
      const author = authorOf(element)
      if (author?.externalId) site.people.set(author.externalId, author)
      return author ? [{ author, place }] : []
    }
    case 'wp:category':
    case 'wp:tag': {
      const [tag, number] = [tagOf(element), categoryNumber(element)]
      if (number) site.categories.set(...number)
      return tag ? [{ tag, place }] : []
    }
    default:
      readSite(element, site)
      return []
  }
}

function readSite(element: XmlElement, site: Site) {
  const words = wordsOf({ ...element, name: '', children: [element] }, element.name)
  if (element.name === 'wp:base_blog_url' && words) site.address = words
  if (element.name === 'link' && words) site.address ??= words
  if (element.name === 'language' && words) site.locale = words
}

function readPost(element: XmlElement, info: Info, { site, waiting, others, ids }: Reading): Found[] {
  const place = { item: info.index, line: element.line }
  const type = textOf(element, 'wp:post_type') ?? 'post'
  const externalId = textOf(element, 'wp:post_id')
  if (type === 'attachment') {
    const media = attachmentOf(element)
    if (!media) return [{ refused: { place, reason: 'the attachment has no address', externalId } }]
    site.attachments.set(externalId ?? media.url, media)
    return [{ media, place }, ...waiting.arrived(externalId)]
  }
  if (type === 'guest-author') {
    const author = guestOf(element)
    if (!author) return [{ refused: { place, reason: 'the author has no name', externalId } }]
    const login = author.externalId ?? ''
    if (!site.people.has(login)) site.people.set(login, author)
    return [{ author, place }, ...waiting.arrived(guestKey(login))]
  }
  if (type !== 'post' && type !== 'page') {
    others.add(type.slice(0, 60), place)
    return []
  }
  const content = textOf(element, 'content:encoded') ?? ''
  const { externalId: name, notes } = ids.nameOf(element)
  const told = { ...info, notes: [...info.notes, ...notes], externalId: name }
  const needs = [
    ...neededBy(element, content).filter((id) => !site.attachments.has(id)),
    ...guestsNeeded(element, site.people).map(guestKey),
  ]
  return waiting.add(needs, content.length, () => storyOf(element, told, site))
}

/** What a story waits for, when it is no attachment. */
function guestKey(login: string): string {
  return `author ${login}`
}

/** Characters of a text in which galleries are looked for: no story has more. */
const mostSearched = 1_000_000

/** Numbers of attachments that a post shows without naming their address. */
function neededBy(element: XmlElement, content: string): string[] {
  const galleries = [
    ...content
      .slice(0, mostSearched)
      .matchAll(/\[(?:gallery|playlist)[^[\]]{0,500}?\b(?:ids|include)=["']?([\d,\s]+)/g),
  ]
  const thumbnail = childrenOf(element, 'wp:postmeta').find((meta) => textOf(meta, 'wp:meta_key') === '_thumbnail_id')
  const featured = thumbnail ? textOf(thumbnail, 'wp:meta_value') : null
  return [...galleries.flatMap(([, ids = '']) => ids.split(/[\s,]+/)), featured ?? ''].filter((id) => /^\d+$/.test(id))
}
