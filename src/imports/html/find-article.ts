import { type ArticleParts, choosePart } from './choose-part.ts'
import { cleanedAway } from './clean-article.ts'
import { ancestorsOf, kept, label, PageMeasures } from './reading-order.ts'
import { attribute, type HtmlElement, type HtmlNode, type HtmlParent, textIn } from './tree.ts'

/** How strict a search is. The first that finds enough text ends it. */
export interface Strictness {
  /** Leave out parts whose class or id says that they are no story. */
  skipsUnlikely: boolean
  /** Let class and id count when parts are compared. */
  weighsLabels: boolean
  /** Leave out lists, tables and divisions inside the story that look like menus. */
  cleans: boolean
}

const searches: Strictness[] = [
  { skipsUnlikely: true, weighsLabels: true, cleans: true },
  { skipsUnlikely: false, weighsLabels: true, cleans: true },
  { skipsUnlikely: false, weighsLabels: false, cleans: true },
  { skipsUnlikely: false, weighsLabels: false, cleans: false },
]

/** Characters that a story has at least; with fewer a less strict search may find more. */
const enough = 500

/** The parts of a page that are its story, in order, and who wrote it, if that stands beside it. */
export interface FoundArticle {
  parts: HtmlElement[]
  /** What is in the parts and is no story. */
  removed: Set<HtmlNode>
  byline: string | null
}

/**
 * Finds the readable story in a page: text with many words and commas and few links lifts what it stands in, and the part that is lifted
 * most is the story, with those beside it that are like it. The idea is that of Arc90's Readability (2009).
 */
export function findArticle(page: HtmlParent): FoundArticle | null {
  let best: (FoundArticle & { length: number }) | null = null
  for (const search of searches) {
    const found = searchPage(page, search)
    if (found && (!best || found.length > best.length)) best = found
    if (best && best.length >= enough) return best
  }
  return best && best.length > 0 ? best : null
}

function searchPage(page: HtmlParent, search: Strictness): (FoundArticle & { length: number }) | null {
  const { removed, byline } = withoutUnlikely(page, search)
  const parts: ArticleParts = choosePart(page, new PageMeasures(removed), search)
  const all = cleanedAway(parts, removed, search)
  const measures = new PageMeasures(all)
  const length = parts.reduce((sum, part) => sum + measures.of(part).length, 0)
  return parts.length > 0 ? { parts, removed: all, byline, length } : null
}

const unlikely =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i
const maybe = /and|article|body|column|content|main|mathjax|shadow/i
const unlikelyRoles = /^(?:menu|menubar|complementary|navigation|alert|alertdialog|dialog)$/
const bylineLabel = /byline|author|dateline|writtenby|p-author/i

function withoutUnlikely(page: HtmlParent, { skipsUnlikely }: Strictness) {
  const removed = new Set<HtmlNode>()
  let byline: string | null = null
  const visit = (parent: HtmlParent) => {
    for (const element of kept1(parent)) {
      if (isHidden(element) || isEmptyBox(element) || (skipsUnlikely && isUnlikely(element))) removed.add(element)
      else if (isByline(element)) {
        if (byline === null) {
          byline = bylineWords(element)
          removed.add(element)
        } else visit(element)
      } else visit(element)
    }
  }
  visit(page)
  return { removed, byline: byline as string | null }
}

function kept1(parent: HtmlParent): HtmlElement[] {
  return parent.childNodes.filter((node): node is HtmlElement => 'tagName' in node && !noStory.has(node.tagName))
}

const noStory = new Set(['head', 'script', 'style', 'template', 'link', 'meta'])

function isHidden(element: HtmlElement): boolean {
  const style = attribute(element, 'style') ?? ''
  if (/display:\s*none|visibility:\s*hidden/i.test(style)) return true
  if (element.attrs.some(({ name }) => name === 'hidden')) return true
  if (attribute(element, 'aria-modal') === 'true' && attribute(element, 'role') === 'dialog') return true
  return attribute(element, 'aria-hidden') === 'true' && !/fallback-image/.test(label(element))
}

const boxes = new Set(['div', 'section', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function isEmptyBox(element: HtmlElement): boolean {
  return (
    boxes.has(element.tagName) &&
    element.childNodes.every((node) =>
      'tagName' in node
        ? /^(?:br|hr)$/.test(node.tagName)
        : node.nodeName !== '#text' || ('value' in node && node.value.trim() === ''),
    )
  )
}

function isUnlikely(element: HtmlElement): boolean {
  const words = label(element)
  if (unlikelyRoles.test(attribute(element, 'role') ?? '')) return true
  if (!unlikely.test(words) || maybe.test(words) || /^(?:body|a|html)$/.test(element.tagName)) return false
  return !ancestorsOf(element, 3).some(({ tagName }) => tagName === 'table' || tagName === 'code')
}

function isByline(element: HtmlElement): boolean {
  const isNamed =
    attribute(element, 'rel') === 'author' ||
    /author/.test(attribute(element, 'itemprop') ?? '') ||
    bylineLabel.test(label(element))
  if (!isNamed) return false
  const words = textIn(element).trim()
  return words.length > 0 && words.length < 100
}

/** The name itself, when the page marks it inside the line. */
function bylineWords(element: HtmlElement): string {
  for (const inner of kept(element, new Set())) {
    if (/name/.test(attribute(inner, 'itemprop') ?? '')) return textIn(inner).trim()
  }
  return textIn(element).trim()
}
