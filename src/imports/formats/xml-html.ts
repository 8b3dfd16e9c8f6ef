import { attributeOf, childrenOf, descendantsOf, innerHtml, localName, rawText, type XmlElement } from '../text/xml.ts'

/** Elements of NITF and their like in HTML. Source: https://www.iptc.org/std/NITF/3.6/documentation/ */
const names: Record<string, string> = {
  ...{
    hl2: 'h2',
    hl1: 'h2',
    bq: 'blockquote',
    block: 'div',
    lang: 'span',
    'body.content': 'div',
    'body.end': 'div',
    tagline: 'p',
  },
  ...{
    chron: 'span',
    classifier: 'span',
    copyrite: 'p',
    event: 'span',
    function: 'span',
    location: 'span',
    money: 'span',
    num: 'span',
  },
  ...{
    'object.title': 'em',
    org: 'span',
    person: 'span',
    postaddr: 'p',
    virtloc: 'span',
    'name.given': 'span',
    'name.family': 'span',
  },
  ...{
    city: 'span',
    state: 'span',
    country: 'span',
    region: 'span',
    sublocation: 'span',
    'org.name': 'span',
    'doc-title': 'em',
  },
  ...{
    ednote: 'p',
    'nitf-table': 'div',
    pronounce: 'span',
    company: 'span',
    datasource: 'p',
    credit: 'cite',
    frac: 'span',
    sub: 'sub',
    sup: 'sup',
  },
  ...{ inlinexml: 'div', datacontent: 'div', content: 'div', body: 'div', headline: 'h2', byline: 'p', series: 'p' },
}

const left = new Set(['block.data', 'fn', 'note', 'distributor', 'body.head', 'body.end', 'head'])

/** What is in an element of NITF or XHTML, as HTML. Media become figures. */
export function newsHtml(element: XmlElement | null | undefined): string {
  return element ? innerHtml(asHtml(element)) : ''
}

function asHtml(element: XmlElement): XmlElement {
  const name = localName(element.name).toLowerCase()
  if (name === 'media') return figureOf(element)
  const children = element.children.flatMap((child) =>
    typeof child === 'string' ? child : left.has(localName(child.name).toLowerCase()) ? [] : asHtml(child),
  )
  return { ...element, name: names[name] ?? name, children }
}

function figureOf(media: XmlElement): XmlElement {
  const { line } = media
  const reference = childrenOf(media, 'media-reference').find((each) => attributeOf(each, 'source'))
  const words = childrenOf(media, 'media-caption')
    .map((caption) => rawText(caption).trim())
    .join(' ')
  const credit = descendantsOf(media, 'media-producer')
    .map((producer) => rawText(producer).trim())
    .join(' ')
  const img: XmlElement = {
    name: 'img',
    attributes: { src: attributeOf(reference, 'source') ?? '' },
    children: [],
    line,
  }
  const small: XmlElement = { name: 'span', attributes: { class: 'credit' }, children: [credit], line }
  const caption: XmlElement = {
    name: 'figcaption',
    attributes: {},
    children: credit ? [`${words} `, small] : [words],
    line,
  }
  return { name: 'figure', attributes: {}, children: [img, caption], line }
}
