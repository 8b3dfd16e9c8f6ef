import type { DefaultTreeAdapterTypes } from 'parse5'
import type { ImportBlock, ImportItem } from '../../src/imports/item.ts'

const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'math'])

/** The text of a tree of HTML, with a space between elements that stand by themselves. */
export function textOfTree(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node) || silent.has(node.nodeName)) return ' '
  const isInline = /^(?:a|b|i|em|strong|span|u|s|sub|sup|code|font|small|abbr)$/.test(node.nodeName)
  const text = node.childNodes.map(textOfTree).join('')
  return isInline ? text : ` ${text} `
}

/** Words in lower case; each character is one in scripts that write without spaces. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
}

/** All words of a body, captions with them. */
export function bodyWords({ body, media }: ImportItem): string[] {
  const places = (index: number) => [media[index]?.caption ?? '', media[index]?.credit ?? '']
  return wordsOf(body.flatMap((block) => textsOf(block, places)).join(' '))
}

function textsOf(block: ImportBlock, words: (mediaIndex: number) => string[]): string[] {
  switch (block._type) {
    case 'block':
      return [block.children.map(({ text }) => text).join('')]
    case 'table':
      return [block.caption ?? '', ...block.rows.flatMap(({ cells }) => cells)]
    case 'pullquote':
      return [block.text, block.attribution ?? '']
    case 'image':
    case 'video':
      return [block.caption ?? '', ...words(block.mediaIndex)]
    case 'gallery':
      return [block.title ?? '', ...block.images.flatMap(({ mediaIndex }) => words(mediaIndex))]
    case 'embed':
      return [block.caption ?? '']
    default:
      return []
  }
}

/** How much of what is wanted is there, and how much of what is there is wanted; each word as often as it comes. */
export function overlap(given: string[], wanted: string[]): { recall: number; precision: number } {
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of given) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return { recall: common / wanted.length, precision: given.length === 0 ? 0 : common / given.length }
}
