import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { cardHtml } from './ghost-cards.ts'

type Values = Record<string, unknown>
type Note = (message: string) => void

/** Bits of `format`. Source: Lexical, packages/lexical/src/LexicalConstants.ts */
const formats: [bit: number, tag: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]
const maxDepth = 50

/** A post that was written in Ghost's editor since version 5, as HTML. */
export function lexicalHtml(source: string, note: Note): string {
  const parsed = parseJson(source)
  if ('value' in parsed) return children(objectOf(objectOf(parsed.value).root), note, 0)
  note('the body (Lexical) is not JSON and was left out')
  return ''
}

function children(node: Values, note: Note, depth: number): string {
  if (depth > maxDepth) return ''
  return listOf(node.children)
    .map((child) => nodeHtml(objectOf(child), note, depth + 1))
    .join('')
}

function nodeHtml(node: Values, note: Note, depth: number): string {
  const type = (stringOf(node.type) ?? '').replace(/^extended-/, '')
  const inner = () => children(node, note, depth)
  switch (type) {
    case 'text': {
      const words = escapeHtml(stringOf(node.text) ?? (typeof node.text === 'string' ? node.text : ''))
      return formats.reduce(
        (html, [bit, tag]) => (Number(node.format) & bit ? `<${tag}>${html}</${tag}>` : html),
        words,
      )
    }
    case 'linebreak':
      return '<br>'
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading':
      return `<${headingTag(node.tag)}>${inner()}</${headingTag(node.tag)}>`
    case 'quote':
    case 'aside':
      return `<blockquote>${inner()}</blockquote>`
    case 'list':
      return node.listType === 'number' ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`
    case 'listitem':
      return `<li>${inner()}</li>`
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(stringOf(node.url) ?? '')}">${inner()}</a>`
    default:
      return Array.isArray(node.children) ? inner() : cardHtml(type, node, note)
  }
}

function headingTag(tag: unknown): string {
  return /^h[1-6]$/.test(String(tag)) ? String(tag) : 'h2'
}
