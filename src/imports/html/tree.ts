import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** What a page may have. Pages of the web stay far below; what is above is made to cost time. */
const limits = { depth: 400, nodes: 100_000, characters: 10_000_000 }

/** HTML that is too large or nested too deep to be read as a tree. */
export class HtmlTooLarge extends Error {}

/** A whole page as browsers read it. Nothing in it runs or is fetched. @throws HtmlTooLarge */
export function parsePage(html: string): HtmlParent {
  return parse(bounded(html), { treeAdapter: boundedAdapter(), scriptingEnabled: false })
}

/** A piece of HTML, such as the content of a feed's item. @throws HtmlTooLarge */
export function parsePiece(html: string): HtmlParent {
  return parseFragment(bounded(html), { treeAdapter: boundedAdapter(), scriptingEnabled: false })
}

function bounded(html: string): string {
  if (html.length > limits.characters) throw new HtmlTooLarge(`has more than ${limits.characters} characters of HTML`)
  return html
}

/** Counts while the tree grows, so that the parser stops at the limit and not after it. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let nodes = 0
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(...parts) {
      nodes += 1
      if (nodes > limits.nodes) throw new HtmlTooLarge(`has more than ${limits.nodes} elements`)
      return defaultTreeAdapter.createElement(...parts)
    },
    onItemPush() {
      depth += 1
      if (depth > limits.depth) throw new HtmlTooLarge(`is nested more than ${limits.depth} deep`)
    },
    onItemPop() {
      depth -= 1
    },
  }
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node
}

/** The elements in an element, one level down. */
export function elementsIn(parent: HtmlParent): HtmlElement[] {
  return parent.childNodes.filter(isElement)
}

/** An attribute; null when it is not there or blank. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value.trim() || null
}

/** Whether an element has a class, or one that the pattern finds. */
export function hasClass(element: HtmlElement, wanted: RegExp): boolean {
  return wanted.test(attribute(element, 'class') ?? '')
}

const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'title'])

/** The text in a node as it is written, without that of scripts and styles. */
export function textIn(node: HtmlNode | HtmlParent): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (!('childNodes' in node) || silent.has(node.nodeName)) return node.nodeName === 'br' ? '\n' : ''
  let text = ''
  for (const child of node.childNodes) text += textIn(child)
  return text + (node.nodeName === 'br' ? '\n' : '')
}

/** All elements below a node for which the question is answered with yes, in order; it is not asked of what is below those. */
export function findAll(parent: HtmlParent, wanted: (element: HtmlElement) => boolean): HtmlElement[] {
  return elementsIn(parent).flatMap((element) => (wanted(element) ? [element] : findAll(element, wanted)))
}

/** The first of them. */
export function findFirst(parent: HtmlParent, wanted: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of elementsIn(parent)) {
    if (wanted(element)) return element
    const below = findFirst(element, wanted)
    if (below) return below
  }
  return null
}

/** A test for the name of an element. */
export function named(...names: string[]): (element: HtmlElement) => boolean {
  const wanted = new Set(names)
  return (element) => wanted.has(element.tagName)
}
