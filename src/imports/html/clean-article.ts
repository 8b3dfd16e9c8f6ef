import { labelWeight } from './choose-part.ts'
import { embedOf } from './embeds.ts'
import type { Strictness } from './find-article.ts'
import { ancestorsOf, kept, label, PageMeasures } from './reading-order.ts'
import { attribute, findAll, findFirst, type HtmlElement, type HtmlNode, named, textIn } from './tree.ts'

const share = /(?:\b|_)(?:share|sharedaddy)(?:\b|_)/i
const never = new Set([
  'object',
  'embed',
  'footer',
  'link',
  'aside',
  'form',
  'fieldset',
  'input',
  'textarea',
  'select',
  'button',
  'nav',
])
const doubtful = new Set(['table', 'ul', 'ol', 'div', 'section', 'dl'])

/** What is inside the story's parts and is none of it: the set of removed parts, grown. */
export function cleanedAway(parts: HtmlElement[], before: ReadonlySet<HtmlNode>, search: Strictness): Set<HtmlNode> {
  const removed = new Set(before)
  const measures = new PageMeasures(new Set(before))
  for (const part of parts) {
    for (const element of kept(part, removed)) {
      if (isNoStory(element, measures, search)) removed.add(element)
    }
  }
  return removed
}

function isNoStory(element: HtmlElement, measures: PageMeasures, search: Strictness): boolean {
  const { tagName } = element
  if (never.has(tagName)) return !(tagName === 'form' && measures.of(element).length > 1_000) && !isVideo(element)
  if (tagName === 'iframe') return !isVideo(element)
  if (share.test(label(element)) && measures.of(element).length < 500) return true
  if (/^h[12]$/.test(tagName) && search.weighsLabels && labelWeight(element) < 0) return true
  return search.cleans && doubtful.has(tagName) && looksLikeMenu(element, measures, search)
}

function isVideo(element: HtmlElement): boolean {
  return embedOf(attribute(element, 'src') ?? attribute(element, 'data')) !== null
}

/** A table that holds data and not the layout of the page. */
function isDataTable(table: HtmlElement): boolean {
  if (attribute(table, 'role') === 'presentation' || attribute(table, 'datatable') === '0') return false
  if (attribute(table, 'summary') || findFirst(table, named('caption', 'col', 'colgroup', 'tfoot', 'thead', 'th')))
    return true
  if (findFirst(table, named('table'))) return false
  const rows = findAll(table, named('tr'))
  const columns = Math.max(0, ...rows.map((row) => findAll(row, named('td')).length))
  return rows.length >= 10 || columns > 4 || rows.length * columns > 10
}

function looksLikeMenu(element: HtmlElement, measures: PageMeasures, search: Strictness): boolean {
  if (element.tagName === 'table' && isDataTable(element)) return false
  if (ancestorsOf(element, 50).some(({ tagName }) => tagName === 'code' || tagName === 'figure')) return false
  if (ancestorsOf(element, 50).some((each) => each.tagName === 'table' && isDataTable(each))) return false
  const weight = search.weighsLabels ? labelWeight(element) : 0
  if (weight < 0) return true
  if (measures.of(element).commas >= 10) return false
  return isOutOfProportion(element, measures, weight)
}

function isOutOfProportion(element: HtmlElement, measures: PageMeasures, weight: number): boolean {
  const count = (...names: string[]) => [...kept(element, measures.removed)].filter(named(...names)).length
  const [paragraphs, images, items, inputs] = [count('p'), count('img'), count('li') - 100, count('input')]
  const { length } = measures.of(element)
  const density = measures.linkDensity(element)
  const isList = /^[uo]l$/.test(element.tagName) || listShare(element, measures) > 0.9
  const frames = [...kept(element, measures.removed)].filter(named('iframe', 'object', 'embed'))
  if (frames.some(isVideo)) return false
  const inFigure = findFirst(element, named('figure')) !== null
  const headings = [...kept(element, measures.removed)].filter(({ tagName }) => /^h[1-6]$/.test(tagName))
  const headingShare =
    length === 0 ? 0 : headings.reduce((sum, heading) => sum + measures.of(heading).length, 0) / length
  if (isAdvertisement(element)) return true
  const faults = [
    !inFigure && images > 1 && paragraphs / images < 0.5,
    !isList && items > paragraphs,
    inputs > Math.floor(paragraphs / 3),
    !isList && !inFigure && headingShare < 0.9 && length < 25 && (images === 0 || images > 2) && density > 0,
    !isList && weight < 25 && density > 0.2,
    weight >= 25 && density > 0.5,
    frames.length > 1 || (frames.length === 1 && length < 75),
    images === 0 && length === 0,
  ]
  return faults.some(Boolean)
}

function listShare(element: HtmlElement, measures: PageMeasures): number {
  const { length } = measures.of(element)
  const lists = findAll(element, named('ul', 'ol')).filter((list) => !measures.removed.has(list))
  return length === 0 ? 0 : lists.reduce((sum, list) => sum + measures.of(list).length, 0) / length
}

const advertisement =
  /^(?:ad(?:vertising|vertisement)?|pub(?:licité)?|werb(?:ung)?|广告|реклама|anuncio|loading|加载中|загрузка|chargement|cargando)(?:…|\.\.\.)?$/i

function isAdvertisement(element: HtmlElement): boolean {
  return advertisement.test(textIn(element).trim().slice(0, 40))
}
