import { attribute, elementsIn, type HtmlElement, type HtmlNode, type HtmlParent, isElement } from './tree.ts'

/** What a part of a page has in it, by which stories are told from menus. Lengths are in characters, white space collapsed. */
export interface Measures {
  length: number
  linkLength: number
  commas: number
}

/** Commas of the scripts of the world. */
const commas = /[\u002c\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c\u3001]/g
const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'iframe',
  'svg',
  'textarea',
  'select',
])

/** Measures of all elements of a page, without the parts that were removed; each is computed once. */
export class PageMeasures {
  readonly removed: ReadonlySet<HtmlNode>
  private readonly known = new Map<HtmlNode | HtmlParent, Measures>()

  constructor(removed: ReadonlySet<HtmlNode>) {
    this.removed = removed
  }

  of(node: HtmlNode | HtmlParent): Measures {
    const known = this.known.get(node)
    if (known) return known
    const measures = this.measure(node)
    this.known.set(node, measures)
    return measures
  }

  /** The share of text that is links, 0 to 1; links within the page count less. */
  linkDensity(node: HtmlNode | HtmlParent): number {
    const { length, linkLength } = this.of(node)
    return length === 0 ? 0 : linkLength / length
  }

  private measure(node: HtmlNode | HtmlParent): Measures {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/\s+/g, ' ')
      return { length: text === ' ' ? 0 : text.length, linkLength: 0, commas: text.match(commas)?.length ?? 0 }
    }
    if (!('childNodes' in node) || silent.has(node.nodeName) || this.removed.has(node as HtmlNode))
      return { length: 0, linkLength: 0, commas: 0 }
    const sum = { length: 0, linkLength: 0, commas: 0 }
    for (const child of node.childNodes) {
      const part = this.of(child)
      sum.length += part.length
      sum.linkLength += part.linkLength
      sum.commas += part.commas
    }
    return node.nodeName === 'a' && isElement(node) ? { ...sum, linkLength: sum.length * linkWeight(node) } : sum
  }
}

function linkWeight(link: HtmlElement): number {
  return (attribute(link, 'href') ?? '').startsWith('#') ? 0.3 : 1
}

/** All elements below a node that stay, in the order of the page. */
export function* kept(parent: HtmlParent, removed: ReadonlySet<HtmlNode>): Generator<HtmlElement> {
  for (const element of elementsIn(parent)) {
    if (removed.has(element)) continue
    yield element
    yield* kept(element, removed)
  }
}

/** The elements that an element is in, from the nearest. */
export function ancestorsOf(element: HtmlElement, most: number): HtmlElement[] {
  const found: HtmlElement[] = []
  for (let parent = element.parentNode; parent && isElement(parent) && found.length < most; parent = parent.parentNode)
    found.push(parent)
  return found
}

/** Class and id, in which the makers of pages say what a part is. */
export function label(element: HtmlElement): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
}
