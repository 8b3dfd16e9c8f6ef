import { markdownToPortableText } from '@portabletext/markdown'
import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, stringOf } from '../text/json.ts'

type Values = Record<string, unknown>

const elements: Record<string, string> = { strong: 'strong', em: 'em', code: 'code', 'strike-through': 's' }
const styles = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])

/** Markdown (CommonMark with tables) as HTML, so that what holds for all HTML holds for it: addresses, bounds, notes. */
export function markdownHtml(text: string): string {
  const blocks = markdownToPortableText(text).map(objectOf)
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
    html += level > 0 ? spans(block) : blockHtml(block)
  }
  while (open.length > 0) html += `</li></${open.pop()}>`
  return html
}

function blockHtml(block: Values): string {
  switch (block._type) {
    case 'block': {
      const style = stringOf(block.style) ?? ''
      const tag = styles.has(style) ? style : 'p'
      return `<${tag}>${spans(block)}</${tag}>`
    }
    case 'code':
      return `<pre>${escapeHtml(stringOf(block.code) ?? '')}</pre>`
    case 'image':
      return image(block)
    case 'horizontal-rule':
      return '<hr>'
    case 'html':
      return stringOf(block.html) ?? ''
    case 'table':
      return table(block)
    default:
      return listOf(block.content ?? block.value ?? block.children)
        .map((each) => blockHtml(objectOf(each)))
        .join('')
  }
}

function spans({ children, markDefs }: Values): string {
  const links = new Map(
    listOf(markDefs)
      .map(objectOf)
      .map((def) => [def._key, def]),
  )
  return listOf(children)
    .map(objectOf)
    .map((span) => {
      if (span._type === 'image') return image(span)
      const marks = listOf(span.marks)
      const words = escapeHtml(typeof span.text === 'string' ? span.text : '').replaceAll('\n', '<br>')
      return marks.reduce((html: string, mark) => {
        const link = links.get(mark)
        if (link)
          return `<a href="${escapeHtml(stringOf(link.href) ?? '')}" title="${escapeHtml(stringOf(link.title) ?? '')}">${html}</a>`
        const tag = elements[String(mark)]
        return tag ? `<${tag}>${html}</${tag}>` : html
      }, words)
    })
    .join('')
}

function image({ src, alt, title }: Values): string {
  const caption = stringOf(title)
  const img = `<img src="${escapeHtml(stringOf(src) ?? '')}" alt="${escapeHtml(stringOf(alt) ?? '')}">`
  return caption ? `<figure>${img}<figcaption>${escapeHtml(caption)}</figcaption></figure>` : img
}

function table({ rows, headerRows }: Values): string {
  const lines = listOf(rows)
    .map(objectOf)
    .map((row, i) => {
      const tag = i < Number(headerRows ?? 0) ? 'th' : 'td'
      return `<tr>${listOf(row.cells)
        .map(objectOf)
        .map(
          (cell) =>
            `<${tag}>${listOf(cell.value)
              .map((each) => spans(objectOf(each)))
              .join(' ')}</${tag}>`,
        )
        .join('')}</tr>`
    })
  return `<table>${lines.join('')}</table>`
}
