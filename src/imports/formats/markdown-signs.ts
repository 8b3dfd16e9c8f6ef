import { escapeHtml } from '../../articles/body/escape.ts'

/** Signs of private use that stand for what the parser takes away: `\<`, `&lt;`, two spaces and a backslash at the end of a line. */
const signs = { escaped: '\ue000', reference: '\ue001', spaces: '\ue002', backslash: '\ue003' }
const anySign = /[\ue000-\ue003]/g
const written: Record<string, string> = {
  ...{ [signs.escaped]: '\\<', [signs.reference]: '&lt;', [signs.spaces]: '  ', [signs.backslash]: '\\' },
}

/** Markdown with signs, so that tags among words are told from what only looks like them, and hard line breaks from soft ones. */
export function withSigns(text: string): string {
  const plain = text.replace(anySign, '').replaceAll('\\<', signs.escaped).replace(/&lt;/gi, signs.reference)
  return plain
    .split('\n')
    .map((line) => (hasWords(line) ? withBreak(line) : line))
    .join('\n')
}

/** Whether a break can be in it: not in rules, fences and rows of tables. */
function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line) && !/^[ \t>]*(?:`{3}|~{3})/.test(line) && !line.trimEnd().endsWith('|')
}

function withBreak(line: string): string {
  if (line.endsWith('  ')) return line.trimEnd() + signs.spaces
  return line.endsWith('\\') && !line.endsWith('\\\\') ? line.slice(0, -1) + signs.backslash : line
}

/** Code and HTML, as they were written. */
export function asWritten(text: string): string {
  return text.replace(anySign, (sign) => written[sign] ?? '')
}

/** Addresses and titles: what the signs mean. */
export function asMeant(text: string): string {
  return text.replace(anySign, (sign) => (sign === signs.escaped || sign === signs.reference ? '<' : ''))
}

const tag = /<\/?[a-z][a-z\d-]{0,40}(?:\s[^<>]{0,4000})?\/?>|<!--[^<>]{0,4000}-->/gi

/** Words as HTML: the tags among them are those of the file, a hard line break is one. Soft ones are where `breaksCount`, as in Ghost. */
export function wordsHtml(text: string, breaksCount: boolean): string {
  let [html, from] = ['', 0]
  for (const { 0: found, index } of text.matchAll(tag)) {
    html += linesHtml(text.slice(from, index), breaksCount) + asWritten(found)
    from = index + found.length
  }
  return html + linesHtml(text.slice(from), breaksCount)
}

function linesHtml(text: string, breaksCount: boolean): string {
  const html = escapeHtml(text)
    .replaceAll(signs.escaped, '&lt;')
    .replaceAll(signs.reference, '&lt;')
    .replace(breaksCount ? /[\ue002\ue003]?\n/g : /[\ue002\ue003]\n/g, '<br>')
  return html.replaceAll(signs.spaces, '').replaceAll(signs.backslash, '\\')
}
