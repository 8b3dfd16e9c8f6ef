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

/** What is in an element of NITF or XHTML, as HTML. Media become figures, footnotes the last paragraphs. */
export function newsHtml(element: XmlElement | null | undefined): string {
  if (!element) return ''
  const notes = descendantsOf(element, 'fn').map((note) => innerHtml(asHtml(note)))
  return `${innerHtml(asHtml(element))}${notes.map((note) => `<p>${note}</p>`).join('')}`
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
  const reference = bestReference(media)
  const words = childrenOf(media, 'media-caption')
    .map((caption) => rawText(caption).trim())
    .join(' ')
  const credit = descendantsOf(media, 'media-producer')
    .map((producer) => rawText(producer).trim())
    .join(' ')
  const kind = /^(?:video|audio)/.exec(
    attributeOf(media, 'media-type') ?? attributeOf(reference, 'mime-type') ?? '',
  )?.[0]
  const alt = attributeOf(reference, 'alternate-text')
  const img: XmlElement = {
    name: kind ?? 'img',
    attributes: { src: attributeOf(reference, 'source') ?? '', ...(alt && { alt }) },
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

/** The largest with an address of the web, else the first that has any: files of an agency's own are often named beside it. */
function bestReference(media: XmlElement): XmlElement | null {
  const all = childrenOf(media, 'media-reference').filter((each) => attributeOf(each, 'source'))
  const width = (each: XmlElement) => Number(attributeOf(each, 'width') ?? 0) || 0
  const ofWeb = all.filter((each) => /^(?:https?:)?\/\//i.test(attributeOf(each, 'source') ?? ''))
  return ofWeb.sort((a, b) => width(b) - width(a))[0] ?? all[0] ?? null
}
