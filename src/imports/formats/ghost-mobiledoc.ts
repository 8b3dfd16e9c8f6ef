import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { cardHtml } from './ghost-cards.ts'

type Values = Record<string, unknown>
type Note = (message: string) => void

const markupTags = new Set(['a', 'b', 'strong', 'em', 'i', 'u', 's', 'sub', 'sup', 'code', 'del', 'mark'])
const blockTags = /^(?:p|h[1-6]|blockquote|aside|pull-quote|li)$/

/** A post that was written in Ghost's editor before version 5, as HTML. Source: Mobiledoc 0.3.2, MOBILEDOC.md */
export function mobiledocHtml(source: string, note: Note): string {
  const parsed = parseJson(source)
  if ('reason' in parsed) {
    note('the body (Mobiledoc) is not JSON and was left out')
    return ''
  }
  const document = objectOf(parsed.value)
  return listOf(document.sections)
    .map((section) => sectionHtml(listOf(section), document, note))
    .join('')
}

/** Kinds of sections: 1 markup, 2 image, 3 list, 10 card. */
function sectionHtml([kind, first, second]: unknown[], document: Values, note: Note): string {
  if (kind === 2) return `<img src="${escapeHtml(stringOf(first) ?? '')}">`
  if (kind === 10) {
    const [name, payload] = listOf(listOf(document.cards)[Number(first)])
    return cardHtml(stringOf(name) ?? '', objectOf(payload), note)
  }
  if (kind === 3) {
    const tag = first === 'ol' ? 'ol' : 'ul'
    return `<${tag}>${listOf(second)
      .map((item) => `<li>${markers(listOf(item), document)}</li>`)
      .join('')}</${tag}>`
  }
  if (kind !== 1) return ''
  const tag = blockTags.test(String(first)) ? String(first).replace(/^(?:aside|pull-quote)$/, 'blockquote') : 'p'
  return `<${tag}>${markers(listOf(second), document)}</${tag}>`
}

/** Each marker opens markups, closes some of those that are open, and has a text between. */
function markers(list: unknown[], document: Values): string {
  const open: string[] = []
  let html = ''
  for (const marker of list) {
    const [kind, opens, closes, value] = listOf(marker)
    for (const index of listOf(opens)) {
      const [tag = '', attributes] = listOf(listOf(document.markups)[Number(index)])
      const name = markupTags.has(String(tag)) ? String(tag) : 'span'
      const pairs = listOf(attributes)
      const href = name === 'a' ? pairs[pairs.indexOf('href') + 1] : undefined
      html += href === undefined ? `<${name}>` : `<a href="${escapeHtml(String(href))}">`
      open.push(name)
    }
    html +=
      kind === 1
        ? atomHtml(listOf(listOf(document.atoms)[Number(value)]))
        : escapeHtml(typeof value === 'string' ? value : '')
    for (let count = Math.min(Number(closes) || 0, open.length); count > 0; count -= 1) html += `</${open.pop()}>`
  }
  return (
    html +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  )
}

/** Ghost has one: the soft return. */
function atomHtml([name, text]: unknown[]): string {
  return name === 'soft-return' ? '<br>' : escapeHtml(typeof text === 'string' ? text : '')
}
