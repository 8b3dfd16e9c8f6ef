import { parseFragment } from 'parse5'

/**
 * White space and what looks like nothing: zero-width spaces and joiners at the ends, byte order marks. A space between two words is not
 * found, for it stays as it is: of most texts nothing is made anew.
 */
const spaces = /[\s\u200b\ufeff]{2,}|[^\S ]|\u200b/g
const forbidden = /[\0\p{Surrogate}]/gu
const visible = /[^\s\u200b\ufeff\0\p{Surrogate}]/u

/**
 * Text on one line: white space of any kind becomes one space, what has no width goes (Thai and Khmer divide words by it), the ends are
 * trimmed. Null when nothing is left.
 */
export function oneLine(text: string | null | undefined): string | null {
  const space = (run: string) => (/[^\u200b\ufeff]/.test(run) ? ' ' : '')
  return text?.replace(forbidden, '').replace(spaces, space).trim() || null
}

/** Whether anything is left of a text on one line. */
export function isBlank(text: string): boolean {
  return !visible.test(text)
}

/** Text cut to a number of UTF-16 units, at a space when one is near, with an ellipsis. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most * 0.8 ? space : cut.length).trimEnd()}…`
}

/** Tags that may stand in a word, or before a comma; all others stand between words. */
const amongLetters =
  /<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|rb|ruby|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?=[\s/>])[^<>]{0,2000}>/gi

/** Text without tags, its character references read: `A &amp; <b>B</b>, <i>C</i>` is `A & B, C`. */
export function plainWords(html: string | null | undefined): string | null {
  if (!html || !/[<&]/.test(html)) return oneLine(html)
  const words = html
    .slice(0, 100_000)
    .replace(amongLetters, '')
    .replace(/<(?:[a-z/!][^>]{0,2000})>/gi, ' ')
  return oneLine(decodeReferences(words))
}

/** Text with its character references read as in HTML; tags stay as they are written. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/gi, decodeReference)
}

const known = new Map<string, string>()

function decodeReference(reference: string): string {
  const found = known.get(reference)
  if (found !== undefined) return found
  const [node] = parseFragment(reference).childNodes
  const text = node && 'value' in node ? node.value : reference
  if (known.size < 5_000) known.set(reference, text)
  return text
}

/** A short, stable name of a content: FNV-1a over its UTF-16 units, in two halves of 32 bits. For telling things apart, not against forgers. */
export function fingerprint(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i += 1) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193)
    low = Math.imul(low ^ text.charCodeAt(text.length - 1 - i), 0x85ebca6b)
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
