const declarations = [
  /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i,
  /<meta\s[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i,
]

/** How far from its beginning a file may declare its encoding. Source: HTML, 13.2.3.2; pages are late with it, so four times as far. */
const declarationBytes = 4_096

/** Byte order marks, each with what it stands for. */
const marks: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The first characters of a file as text, for telling its format; a character that is cut at the end is left out. */
export function decodeHead(head: Uint8Array, charset: string | null): string {
  return new TextDecoder(encodingOf(head, charset) ?? 'utf-8').decode(head, { stream: true })
}

/**
 * The encoding of a file (a label that TextDecoder takes): by its byte order mark, by zeros where UTF-16 has them before `<` or `{`,
 * by its XML declaration or `<meta charset>`, by what HTTP said; null when nothing says it.
 */
export function encodingOf(head: Uint8Array, charset: string | null): string | null {
  const mark = marks.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (mark) return mark[1]
  if (head[0] === 0 && head[1] !== 0 && head.length > 1) return 'utf-16be'
  if (head[1] === 0 && head[0] !== 0) return 'utf-16le'
  const ascii = new TextDecoder('latin1').decode(head.subarray(0, declarationBytes))
  const declared = declarations.map((pattern) => knownEncoding(pattern.exec(ascii)?.[1])).find((found) => found)
  return declared ?? knownEncoding(charset)
}

/** A declaration that could be read in ASCII is not of UTF-16, whatever it says. Source: HTML, 13.2.3.3. */
function knownEncoding(label: string | null | undefined): string | null {
  if (!label) return null
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}
