import { markdownToPortableText } from '@portabletext/markdown'
import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, stringOf } from '../text/json.ts'
import { asMeant, asWritten, withSigns, wordsHtml } from './markdown-signs.ts'

type Values = Record<string, unknown>

const elements: Record<string, string> = { strong: 'strong', em: 'em', code: 'code', 'strike-through': 's' }
const styles = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])

/** What a text is read by. */
interface Reading {
  text: string
  breaksCount: boolean
}

/**
 * Markdown (CommonMark with tables) as HTML, so that what holds for all HTML holds for it: addresses, bounds, notes. `breaksCount`: each end
 * of a line is a line break, as in Ghost.
 */
export function markdownHtml(text: string, breaksCount = false): string {
  const reading = { text, breaksCount }
  const blocks = markdownToPortableText(withSigns(text), { html: { inline: 'text' } }).map(objectOf)
  let html = ''
  let open: string[] = []
  for (const block of blocks) {
    const level = block._type === 'block' && block.listItem ? Math.min(Number(block.level ?? 1), 10) : 0
    while (open.length > level) html += `</li></${open.pop()}>`
    if (level > 0 && open.length === level) html += '</li><li>'
    while (open.length < level) {
      const list = block.listItem === 'number' ? 'ol' : 'ul'
      html += `<${list}><li>`
      open = [...open, list]
    }
    html += level > 0 ? spans(block, reading) : blockHtml(block, reading)
  }
  while (open.length > 0) html += `</li></${open.pop()}>`
  return html
}

function blockHtml(block: Values, reading: Reading): string {
  switch (block._type) {
    case 'block': {
      const style = stringOf(block.style) ?? ''
      const tag = styles.has(style) ? style : 'p'
      return `<${tag}>${spans(block, reading)}</${tag}>`
    }
    case 'code':
      return `<pre>${escapeHtml(asWritten(stringOf(block.code) ?? ''))}</pre>`
    case 'image':
      return image(block)
    case 'horizontal-rule':
      return '<hr>'
    case 'html':
      return asWritten(stringOf(block.html) ?? '')
    case 'table':
      return table(block, reading)
    default:
      return listOf(block.content ?? block.value ?? block.children)
        .map((each) => blockHtml(objectOf(each), reading))
        .join('')
  }
}

function spans({ children, markDefs }: Values, reading: Reading): string {
  const links = new Map(
    listOf(markDefs)
      .map(objectOf)
      .map((def) => [def._key, def]),
  )
  return listOf(children)
    .map(objectOf)
    .map((span) => {
      if (span._type === 'image') return image(span)
      const [marks, text] = [listOf(span.marks), typeof span.text === 'string' ? span.text : '']
      const words = marks.includes('code') ? escapeHtml(asWritten(text)) : wordsHtml(text, reading.breaksCount)
      return marks.reduce((html: string, mark) => {
        const link = links.get(mark)
        if (link) return isGuessed(link, text, reading) ? html : linked(html, link)
        const tag = elements[String(mark)]
        return tag ? `<${tag}>${html}</${tag}>` : html
      }, words)
    })
    .join('')
}

function linked(html: string, { href, title }: Values): string {
  const [address, words] = [href, title].map((value) => escapeHtml(asMeant(stringOf(value) ?? '')))
  return `<a href="${address}" title="${words}">${html}</a>`
}

/** The parser makes links of all that looks like a host, `Zeit.de` and `README.md` among it; no site generator does. */
function isGuessed({ href }: Values, words: string, { text }: Reading): boolean {
  return href === `http://${words}` && !/^www\./i.test(words) && !text.includes(String(href))
}

function image({ src, alt, title }: Values): string {
  const [address, words, caption] = [src, alt, title].map((value) => asMeant(stringOf(value) ?? ''))
  const img = `<img src="${escapeHtml(address ?? '')}" alt="${escapeHtml(words ?? '')}">`
  return caption ? `<figure>${img}<figcaption>${escapeHtml(caption)}</figcaption></figure>` : img
}

function table({ rows, headerRows }: Values, reading: Reading): string {
  const lines = listOf(rows)
    .map(objectOf)
    .map((row, i) => {
      const tag = i < Number(headerRows ?? 0) ? 'th' : 'td'
      return `<tr>${listOf(row.cells)
        .map(objectOf)
        .map(
          (cell) =>
            `<${tag}>${listOf(cell.value)
              .map((each) => spans(objectOf(each), reading))
              .join(' ')}</${tag}>`,
        )
        .join('')}</tr>`
    })
  return `<table>${lines.join('')}</table>`
}
