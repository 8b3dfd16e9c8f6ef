import type { PublicBlock, PublicBody } from './public-types.ts'
import type { Block, Body, TextBlock } from './types.ts'

type AnyBlock = Block | PublicBlock

/**
 * A body as plain text: paragraphs, headings, quotations, list items and key points (with "• "), tables (cells
 * separated by tabs, rows by newlines), with a blank line between blocks and a newline between items of a list.
 * Left out, as they repeat or accompany the story: pull quotations, captions, lists of links, media, embeds.
 */
export function renderText(body: Body | PublicBody): string {
  let text = ''
  let previous: AnyBlock | undefined
  for (const block of body) {
    const part = textOf(block)
    if (part === '') continue
    const separator = isListItem(previous) && isListItem(block) ? '\n' : '\n\n'
    text += text === '' ? part : separator + part
    previous = block
  }
  return text
}

/** The words of a text block, without marks. */
export function plainText(block: Pick<TextBlock, 'children'>): string {
  return block.children.map((span) => span.text).join('')
}

function textOf(block: AnyBlock): string {
  switch (block._type) {
    case 'block': {
      const text = plainText(block).trim()
      return block.listItem && text !== '' ? `• ${text}` : text
    }
    case 'keyPoints':
      return [...(block.title ? [block.title] : []), ...block.points.map((point) => `• ${point}`)].join('\n')
    case 'table':
      return block.rows.map(({ cells }) => cells.map(onOneLine).join('\t')).join('\n')
    default:
      return ''
  }
}

function isListItem(block: AnyBlock | undefined): boolean {
  return block?._type === 'block' && block.listItem !== undefined
}

// A tab or newline inside a cell would look like the end of the cell.
function onOneLine(cell: string): string {
  return cell.split(/\s+/).join(' ').trim()
}
