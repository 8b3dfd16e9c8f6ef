import { oneLine } from '../text/words.ts'
import { attribute, findAll, findFirst, type HtmlParent, named, textIn } from './tree.ts'

const separators = /\s[|\-–—\\/>»]\s/

/**
 * The headline of a page; that of its linked data when it has one, else what it marks as one (microdata), else what is left of `<title>`
 * without the name of the site.
 */
export function titleOfPage(page: HtmlParent, headline: string | null, name: string | null): string | null {
  const element = findFirst(page, named('title'))
  const written = element ? oneLine(rawTitle(element)) : null
  const own = written ? withoutSite(written, page) : null
  if (headline && name && own) return likeness(name, own) > likeness(headline, own) ? name : headline
  return headline ?? name ?? markedTitle(page) ?? own
}

/** The only element that is called a headline: of several one may be of another story. */
function markedTitle(page: HtmlParent): string | null {
  const marked = findAll(page, (each) => each.tagName !== 'meta' && attribute(each, 'itemprop') === 'headline')
  return marked.length === 1 && marked[0] ? oneLine(textIn(marked[0])) : null
}

function rawTitle(element: HtmlParent): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : textIn(node))).join('')
}

function withoutSite(title: string, page: HtmlParent): string {
  const short = shortened(title, page)
  const words = countWords(short)
  const isHierarchy = /\s[\\/>»]\s/.test(title)
  const isTooShort = words <= 4 && (!isHierarchy || words !== countWords(title.replace(/\s[|\-–—\\/>»]\s/g, ' ')) - 1)
  return isTooShort ? title : short
}

function shortened(title: string, page: HtmlParent): string {
  if (separators.test(title)) {
    const all = [...title.matchAll(/\s[|\-–—\\/>»]\s/g)]
    const last = all.at(-1)
    const before = last ? title.slice(0, last.index) : title
    return countWords(before) < 3 ? title.slice((all[0]?.index ?? 0) + 3) : before
  }
  if (title.includes(': ')) return afterColon(title, page)
  if (title.length > 150 || title.length < 15) {
    const headings = findAll(page, named('h1'))
    return (headings.length === 1 && headings[0] && oneLine(textIn(headings[0]))) || title
  }
  return title
}

/** `Site: Headline` is the headline, unless the page has the whole as a heading. */
function afterColon(title: string, page: HtmlParent): string {
  if (findAll(page, named('h1', 'h2')).some((heading) => oneLine(textIn(heading)) === title)) return title
  const last = title.slice(title.lastIndexOf(':') + 1)
  if (countWords(last) < 3) return title.slice(title.indexOf(':') + 1).trim()
  return countWords(title.slice(0, title.indexOf(':'))) > 5 ? title : last.trim()
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** The share of the words of the second that the first has too, 0 to 1. */
function likeness(a: string, b: string): number {
  const words = (text: string) => text.toLowerCase().split(/\W+/).filter(Boolean)
  const [own, others] = [new Set(words(a)), words(b)]
  const missing = others.filter((word) => !own.has(word)).join(' ').length
  return 1 - missing / Math.max(1, others.join(' ').length)
}
