import type { Strictness } from './find-article.ts'
import { ancestorsOf, kept, label, type PageMeasures } from './reading-order.ts'
import { elementsIn, findFirst, type HtmlElement, type HtmlParent, isElement, named } from './tree.ts'

export type ArticleParts = HtmlElement[]

const positive = /article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story/i
const negative =
  /-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i

/** What class and id say for and against a part. */
export function labelWeight(element: HtmlElement): number {
  const [className = '', id = ''] = [
    element.attrs.find(({ name }) => name === 'class')?.value,
    element.attrs.find(({ name }) => name === 'id')?.value,
  ]
  return [className, id].reduce(
    (sum, words) => sum + (words === '' ? 0 : (positive.test(words) ? 25 : 0) - (negative.test(words) ? 25 : 0)),
    0,
  )
}

const byTag: Record<string, number> = {
  ...{ div: 5, pre: 3, td: 3, blockquote: 3, address: -3, ol: -3, ul: -3, dl: -3, dd: -3, dt: -3, li: -3, form: -3 },
  ...{ h1: -5, h2: -5, h3: -5, h4: -5, h5: -5, h6: -5, th: -5 },
}

const scored = new Set(['section', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'pre'])
const blocks = named('blockquote', 'dl', 'div', 'img', 'ol', 'p', 'pre', 'table', 'ul')

type Scores = Map<HtmlElement, number>

/** The part of the page that is its story, with those beside it that belong to it. */
export function choosePart(page: HtmlParent, measures: PageMeasures, search: Strictness): ArticleParts {
  const scores: Scores = new Map()
  for (const element of kept(page, measures.removed)) scoreText(element, measures, scores, search)
  for (const [element, score] of scores) scores.set(element, score * (1 - measures.linkDensity(element)))
  const ranked = [...scores].sort((a, b) => b[1] - a[1]).slice(0, 5)
  const [first] = ranked
  const whole = first?.[0] && first[0].tagName !== 'body' ? first[0] : null
  if (!whole) return bodyOf(page)
  const top = lift(commonParent(ranked, whole), scores, search)
  return withSiblings(top, scores, measures)
}

function bodyOf(page: HtmlParent): HtmlElement[] {
  const body = findFirst(page, named('body'))
  return body ? [body] : elementsIn(page)
}

/** Gives the points of a paragraph to what it stands in: in full to the nearest, less to those further out. */
function scoreText(element: HtmlElement, measures: PageMeasures, scores: Scores, search: Strictness) {
  const isBox = element.tagName === 'div' && !findFirst(element, (each) => !measures.removed.has(each) && blocks(each))
  if (scored.has(element.tagName) || isBox)
    return award(measures.of(element), ancestorsOf(unwrapped(element, measures), 5), scores, search)
  if (element.tagName !== 'div') return
  for (const run of inlineRuns(element, measures)) award(run, [element, ...ancestorsOf(element, 4)], scores, search)
}

/** A paragraph alone in a division stands for it. */
function unwrapped(element: HtmlElement, measures: PageMeasures): HtmlElement {
  const parent = element.parentNode
  if (element.tagName !== 'p' || !parent || !isElement(parent) || parent.tagName !== 'div') return element
  const isAlone =
    elementsIn(parent).filter((each) => !measures.removed.has(each)).length === 1 &&
    measures.of(parent).length === measures.of(element).length
  return isAlone && measures.linkDensity(element) < 0.25 ? parent : element
}

/** Words that stand in a division without a paragraph around them. */
function inlineRuns(element: HtmlElement, measures: PageMeasures) {
  const runs: { length: number; commas: number }[] = []
  let run = { length: 0, commas: 0 }
  for (const child of element.childNodes) {
    const isBlock =
      isElement(child) && (blocks(child) || scored.has(child.tagName) || findFirst(child, blocks) !== null)
    if (isBlock) {
      runs.push(run)
      run = { length: 0, commas: 0 }
    } else {
      const { length, commas } = measures.of(child)
      run = { length: run.length + length, commas: run.commas + commas }
    }
  }
  return [...runs, run]
}

function award(
  { length, commas }: { length: number; commas: number },
  ancestors: HtmlElement[],
  scores: Scores,
  search: Strictness,
) {
  if (length < 25) return
  const points = 2 + commas + Math.min(Math.floor(length / 100), 3)
  for (const [level, ancestor] of ancestors.entries()) {
    if (ancestor.tagName === 'html') continue
    const before =
      scores.get(ancestor) ?? (byTag[ancestor.tagName] ?? 0) + (search.weighsLabels ? labelWeight(ancestor) : 0)
    scores.set(ancestor, before + points / (level === 0 ? 1 : level === 1 ? 2 : level * 3))
  }
}

/** When several parts are nearly as good, the story is what they all stand in. */
function commonParent(ranked: [HtmlElement, number][], top: HtmlElement): HtmlElement {
  const best = ranked[0]?.[1] ?? 0
  const others = ranked
    .slice(1)
    .filter(([, score]) => score / best >= 0.75)
    .map(([element]) => ancestorsOf(element, 1_000))
  if (others.length < 3) return top
  const parent = ancestorsOf(top, 1_000).find(
    (each) => each.tagName !== 'body' && others.filter((list) => list.includes(each)).length >= 3,
  )
  return parent ?? top
}

/** Goes outwards while that is not worse: a story in columns, or in a box of its own. */
function lift(from: HtmlElement, scores: Scores, search: Strictness): HtmlElement {
  let top = from
  const own = scores.get(top) ?? (search.weighsLabels ? labelWeight(top) : 0)
  let last = own
  for (const parent of ancestorsOf(from, 1_000)) {
    if (parent.tagName === 'body') break
    const score = scores.get(parent)
    if (score === undefined) continue
    if (score < own / 3) break
    if (score > last) {
      top = parent
      break
    }
    last = score
  }
  for (const parent of ancestorsOf(top, 1_000)) {
    if (parent.tagName === 'body' || elementsIn(parent).length !== 1) break
    top = parent
  }
  return top
}

/** What stands beside the story and is like it: its other pages, its first paragraph. */
function withSiblings(top: HtmlElement, scores: Scores, measures: PageMeasures): ArticleParts {
  const parent = top.parentNode
  if (!parent) return [top]
  const best = scores.get(top) ?? 0
  const threshold = Math.max(10, best * 0.2)
  const own = label(top).trim()
  return elementsIn(parent).filter((sibling) => {
    if (sibling === top) return true
    if (measures.removed.has(sibling)) return false
    const bonus = own !== '' && label(sibling).trim() === own ? best * 0.2 : 0
    const score = scores.get(sibling)
    if (score !== undefined && score + bonus >= threshold) return true
    if (sibling.tagName !== 'p') return false
    const { length } = measures.of(sibling)
    const density = measures.linkDensity(sibling)
    return length > 80 ? density < 0.25 : length > 0 && density === 0
  })
}
