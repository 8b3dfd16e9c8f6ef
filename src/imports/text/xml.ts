import { plainWords } from './words.ts'

/** An element of XML: prefixes are the usual ones of their namespaces (`dc:creator`), whatever the file calls them. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
  line: number
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The children of that name: with a prefix exactly, without one whatever the prefix is. */
export function childrenOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  if (!element) return []
  const isExact = name.includes(':')
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (isExact ? child.name : localName(child.name)) === name,
  )
}

/** The first element at the end of a path of names. */
export function childOf(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let here = element ?? null
  for (const name of path) here = childrenOf(here, name)[0] ?? null
  return here
}

/** All elements of that name in an element, at any depth, in order. */
export function descendantsOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const rest = element ? [element] : []
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next !== element && localName(next.name) === name) found.push(next)
    for (let i = next.children.length - 1; i >= 0; i -= 1) {
      const child = next.children[i]
      if (child && typeof child !== 'string') rest.push(child)
    }
  }
  return found
}

/** All text in an element, as it is written. */
export function rawText(element: XmlElement | null | undefined): string {
  if (!element) return ''
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : rawText(child)
  return text
}

/** The words at the end of a path of names, on one line and without tags; null when there are none. */
export function wordsOf(element: XmlElement | null | undefined, ...path: string[]): string | null {
  return plainWords(rawText(childOf(element, ...path)))
}

/** The text at the end of a path, trimmed, with its references and tags as they are; null when empty. */
export function textOf(element: XmlElement | null | undefined, ...path: string[]): string | null {
  return rawText(childOf(element, ...path)).trim() || null
}

/** An attribute, trimmed; null when there is none or it is empty. */
export function attributeOf(element: XmlElement | null | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null
}

const voidElements = new Set(['br', 'hr', 'img', 'embed', 'source', 'input', 'wbr', 'col', 'area'])

/** What is inside an element as HTML, for the converter: names without prefixes, text escaped. */
export function innerHtml(element: XmlElement | null | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? escapeXml(child) : outerHtml(child)))
    .join('')
}

function outerHtml(element: XmlElement): string {
  const name = localName(element.name)
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => /^[\w-]+$/.test(key))
    .map(([key, value]) => ` ${key}="${escapeXml(value).replaceAll('"', '&quot;')}"`)
  const open = `<${name}${attributes.join('')}>`
  return voidElements.has(name) ? open : `${open}${innerHtml(element)}</${name}>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
