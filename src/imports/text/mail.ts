/** A part of a message, decoded; bytes of files are not kept. */
export interface MailPart {
  type: string
  name: string | null
  text: string
}

/** Parts in parts, parts in all, and characters of headers, at most: more is made to cost time. */
const maxDepth = 10
export const maxParts = 1_000
const maxHeaders = 262_144

/** The headers of a message (one character a byte), names in lower case, folded lines joined. Source: RFC 5322, section 2.2. */
export function headersOf(message: string): Map<string, string> {
  const end = message.search(/\r?\n\r?\n/)
  const head = message.slice(0, Math.min(end < 0 ? maxHeaders : end, maxHeaders)).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** The parts of a message that are not made of parts, in order, the first thousand. Source: RFC 2046, section 5.1. */
export function partsOf(message: string): MailPart[] {
  return partsIn(message, 0, { left: maxParts })
}

function partsIn(message: string, depth: number, counted: { left: number }): MailPart[] {
  if (counted.left <= 0) return []
  const headers = headersOf(message)
  const start = /\r?\n\r?\n/.exec(message)
  const body = start ? message.slice(start.index + start[0].length) : ''
  const written = headers.get('content-type') ?? 'text/plain'
  const type = written.split(';')[0]?.trim().toLowerCase() ?? ''
  const boundary = parameter(written, 'boundary')
  if (type.startsWith('multipart/') && boundary && depth < maxDepth) {
    const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1)
    return pieces
      .filter((piece) => !piece.startsWith('--'))
      .flatMap((piece) => partsIn(piece.replace(/^[ \t]*\r?\n/, ''), depth + 1, counted))
  }
  counted.left -= 1
  const name = parameter(written, 'name') ?? parameter(headers.get('content-disposition') ?? '', 'filename')
  const isText = type.startsWith('text/') && !/^attachment/i.test(headers.get('content-disposition') ?? '')
  const bytes = isText ? decodeTransfer(body, headers.get('content-transfer-encoding') ?? '') : ''
  return [{ type: isText ? type : `file/${type}`, name, text: decodeCharset(bytes, parameter(written, 'charset')) }]
}

function parameter(header: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? []
  return quoted ?? bare ?? null
}

/** Source: RFC 2045, section 6. */
function decodeTransfer(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('latin1')
  if (!/quoted-printable/i.test(encoding)) return body
  return body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** UTF-8 unless the part names another encoding that is known. */
function decodeCharset(bytes: string, charset: string | null): string {
  const buffer = Buffer.from(bytes, 'latin1')
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(buffer)
  } catch {
    return new TextDecoder('utf-8').decode(buffer)
  }
}

/** A header with its encoded words read. Source: RFC 2047. */
export function readWords(header: string): string {
  const joined = header.replace(/(\?=)\s+(=\?)/g, '$1$2')
  const read = joined.replace(
    /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi,
    (_word, charset: string, kind: string, text: string) => {
      const bytes = /b/i.test(kind)
        ? decodeTransfer(text, 'base64')
        : decodeTransfer(text.replaceAll('_', ' '), 'quoted-printable')
      return decodeCharset(bytes, charset)
    },
  )
  return read === joined ? decodeCharset(header, null) : read
}
