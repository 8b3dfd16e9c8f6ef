import { shorten } from '../../core/errors.ts'
import type { Notes } from '../text/notes.ts'

/** A line that opens or closes code. */
const fence = /^ {0,3}(`{3,}|~{3,})/
const footnote = /^\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/
const picture = /^!\[[^\]]{0,2000}\]\([^()]{1,2000}\)$/

/** Pictures that get a paragraph of their own: a body has no more blocks. */
const mostPictures = 2_000

/** Footnotes, attributes and Liquid of site generators in CommonMark, which has none of them. Code stays as it is. */
export function plainMarkdown(text: string, notes: Notes, isMdx: boolean): string {
  const source = withoutLiquid(text, notes)
  const lines: { line: string; isCode: boolean }[] = []
  const found: Footnotes = { texts: new Map(), last: null }
  let pictures = 0
  let open = ''
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = fence.exec(line)?.[1] ?? ''
    const isCode = open !== '' || mark !== ''
    if (open === '') open = mark
    else if (mark.startsWith(open) && line.trim() === mark) open = ''
    if (isCode) lines.push({ line, isCode })
    else if (isMdx && /^(?:import|export)\s/.test(line))
      notes.add(`the line '${shorten(line, 60)}' is code and was left out`)
    else if (!takesFootnote(line, found)) {
      const divided = pictures < mostPictures ? linesOf(line) : [line]
      pictures += divided.length > 1 ? 1 : 0
      lines.push(...divided.map((each) => ({ line: each, isCode })))
    }
  }
  return withFootnotes(lines, found.texts)
}

/** A picture that has a line for itself is a paragraph; attributes of headings and of Kramdown go. */
function linesOf(line: string): string[] {
  const plain = line.includes('{') ? withoutAttributes(line) : line
  return picture.test(plain.trim()) && plain.startsWith('!') ? ['', plain, ''] : [plain]
}

/** `## Head {#name .class}`, `![…](…){: .center}`. */
function withoutAttributes(line: string): string {
  const kramdown = line.replace(/\{:[^{}]{0,500}\}/g, '').trimEnd()
  if (!/^#{1,6}\s/.test(line)) return kramdown + (line.endsWith('  ') ? '  ' : '')
  const at = kramdown.lastIndexOf('{')
  return at > 0 && /^\{[#.][^{}]*\}$/.test(kramdown.slice(at)) ? kramdown.slice(0, at).trimEnd() : kramdown
}

interface Footnotes {
  texts: Map<string, string>
  /** The one whose further lines may follow. */
  last: string | null
}

/** Whether a line belongs to a footnote; then it is kept there. */
function takesFootnote(line: string, found: Footnotes): boolean {
  const [, name, words = ''] = footnote.exec(line) ?? []
  if (name !== undefined) {
    found.texts.set(name, words)
    found.last = name
    return true
  }
  if (found.last === null) return false
  if (/^(?: {2,}|\t)\S/.test(line)) {
    found.texts.set(found.last, `${found.texts.get(found.last)} ${line.trim()}`)
    return true
  }
  if (line.trim() !== '') found.last = null
  return false
}

const call = /`[^`]*`|\[\^([^\]\s]{1,60})\]/g

/** Numbers in brackets where footnotes are called, and their texts at the end. */
function withFootnotes(lines: { line: string; isCode: boolean }[], texts: ReadonlyMap<string, string>): string {
  const called = lines.map(({ line, isCode }) =>
    isCode || texts.size === 0
      ? line
      : line.replace(call, (whole, name) => (texts.has(name) ? `\\[${name}\\]` : whole)),
  )
  const notes = [...texts].map(([name, words]) => `\n\n\\[${name}\\] ${words}`)
  return `${called.join('\n')}${notes.join('')}\n`
}

/** Jekyll's addresses, code and quoting; other tags stay, and are noted. Source: https://jekyllrb.com/docs/liquid/ */
function withoutLiquid(text: string, notes: Notes): string {
  const plain = text
    .replace(/\{\{-?\s*site\.(?:base)?url\s*-?\}\}/g, '')
    .replace(/\{\{-?\s*["']([^"'{}]{1,2000})["']\s*\|\s*(?:relative_url|absolute_url)\s*-?\}\}/g, '$1')
    .replace(/\{%-?\s*highlight\s+([\w-]{1,40})[^{}%]{0,200}%\}/g, '```$1')
    .replace(/\{%-?\s*endhighlight\s*-?%\}/g, '```')
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
  for (const [, name = ''] of plain.matchAll(/(?<!\{)\{%-?\s*([a-z_]{2,40})[^{}%]{0,2000}%\}/g))
    if (!name.startsWith('end')) notes.add(`the tag {% ${name} %} is not known and was kept as text`)
  return plain
}
