import type { Format, ReadOptions } from '../format.ts'
import { renameAmp } from '../html/amp.ts'
import { convertTree } from '../html/convert.ts'
import { type FoundArticle, findArticle } from '../html/find-article.ts'
import { factsOf, type PageFacts } from '../html/page-facts.ts'
import { bareMedia } from '../html/pictures.ts'
import { linksIn } from '../html/story-links.ts'
import { type HtmlNode, type HtmlParent, HtmlTooLarge, parsePage } from '../html/tree.ts'
import type { Found } from '../item.ts'
import { pathOf, webAddress } from '../text/addresses.ts'
import { Notes } from '../text/notes.ts'
import { finishItem } from './finish.ts'
import { bareAuthor, bareTag, namesIn, withLead } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'

/** Largest page, in characters. */
const mostCharacters = 10_000_000

/** A page of the web as it was saved: its readable story, with what the page says of it. */
export const page: Format = {
  name: 'html',
  title: 'saved web page',
  detects: (head, fileName) =>
    !/^\s*\{/.test(head) &&
    (/<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head) || /\.x?html?$/i.test(fileName ?? '')),
  open: (options) => wholeReader(options, mostCharacters, (text) => readPage(text, options)),
}

function readPage(text: string, options: ReadOptions): Found[] {
  try {
    const tree = parsePage(text)
    renameAmp(tree)
    return [storyOf(tree, options)]
  } catch (error) {
    if (error instanceof HtmlTooLarge) return [refusal(1, 1, `the page ${error.message}`)]
    throw error
  }
}

function storyOf(tree: HtmlParent, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  const facts = factsOf(tree, notes)
  const article = findArticle(tree)
  const place = { item: 1, line: 1 }
  if (!article) return refusal(1, 1, 'no readable story was found in the page', facts.canonicalUrl)
  const own = webAddress(facts.canonicalUrl, baseUrl)
  const base = webAddress(facts.base, baseUrl ?? own) ?? baseUrl ?? own
  const converted = convertTree(detached(article), { base })
  for (const note of converted.notes) notes.add(note)
  if (facts.isPaid) notes.add('the page says that not everybody may read all of it; what was saved may be a part')
  const image = webAddress(facts.image, base)
  const body = withoutHeadline(converted.body, facts.title)
  return finishItem(
    {
      ...{ place, externalId: own ?? baseUrl ?? '', headline: facts.title ?? '', locale: facts.language ?? locale },
      ...{ standfirst: facts.excerpt, ...peopleOf(facts, article), ...termsOf(facts) },
      ...withLead({ ...converted, body }, image ? bareMedia('IMAGE', image) : null),
      related: linksIn(body, own ?? baseUrl),
      source: facts.siteName ? { name: facts.siteName, url: own ?? baseUrl, externalId: null } : null,
      ...{
        canonicalUrl: own,
        oldSite: own ?? baseUrl,
        formerPaths: [pathOf(own ?? baseUrl)].filter((path) => path !== null),
      },
      ...{ publishedAt: facts.publishedAt, updatedAt: facts.updatedAt },
    },
    notes,
  )
}

/** The parts of the story as one tree, without what is none of it. */
function detached({ parts, removed }: FoundArticle): HtmlParent {
  for (const node of removed) cut(node)
  return { nodeName: '#document-fragment', childNodes: parts } as unknown as HtmlParent
}

function cut(node: HtmlNode) {
  const parent = node.parentNode
  if (parent) parent.childNodes = parent.childNodes.filter((each: HtmlNode) => each !== node)
}

function withoutHeadline<B extends { _type: string }>(body: B[], title: string | null): B[] {
  const [first, ...rest] = body
  const words =
    first && 'children' in first && 'style' in first && first.style !== 'normal'
      ? (first.children as { text: string }[]).map(({ text }) => text).join('')
      : null
  return words !== null && title !== null && words.trim().toLowerCase() === title.trim().toLowerCase() ? rest : body
}

function peopleOf(facts: PageFacts, { byline }: FoundArticle) {
  const printed = facts.byline ?? byline
  return { bylines: namesIn(printed).map((name) => bareAuthor(name)) }
}

function termsOf({ section, keywords }: PageFacts) {
  return { section: section ? bareTag(section, 'SECTION') : null, tags: keywords.map((word) => bareTag(word)) }
}
