import { decodeReferences } from './words.ts'

/** What of a text may not be cut at the end of a piece: what a reference, a section or a comment begins or ends with. */
const held = /(?:&[#\w.:-]{0,40}|<(?:\?|!(?:-|\[(?:C(?:D(?:A(?:T(?:A)?)?)?)?)?)?)?|[-\]]{1,2}|\?)$/
const opening =
  /<!\[CDATA\[|<!--|<\?|<(?![\w:/!?\u00c0-\uffff])|&(?:#(?:\d{1,7}|[xX][\da-fA-F]{1,6});|([A-Za-z_][\w.:-]{0,39});)?/g
const ownEntities = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const closings: Record<string, string> = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' }

/**
 * Puts right, on the way to the parser, what is wrong in so many files and means only one thing: a bare `&`, references of HTML
 * (`&nbsp;`), control characters. A reference that nobody knows stays as it is written. Nothing is ever expanded.
 */
export class XmlRepairer {
  private readonly note: (line: number, message: string) => void
  private rest = ''
  /** What ends the section or comment that the text is in. */
  private until: string | null = null
  private line = 1
  private counted = 0

  constructor(note: (line: number, message: string) => void) {
    this.note = note
  }

  write(piece: string): string {
    const text = this.rest + piece
    const hold = held.exec(text.slice(-50))?.[0].length ?? 0
    this.rest = hold > 0 ? text.slice(-hold) : ''
    return this.repair(hold > 0 ? text.slice(0, -hold) : text)
  }

  end(): string {
    const text = this.rest
    this.rest = ''
    return this.repair(text)
  }

  private repair(text: string): string {
    const clean = this.withoutControls(text)
    let out = ''
    let from = 0
    while (from < clean.length) {
      const to = this.until ? this.closing(clean, from) : -1
      if (this.until && to < 0) break
      if (to >= 0) {
        out += clean.slice(from, to)
        from = to
        this.until = null
      }
      const [piece, next] = this.openText(clean, from)
      out += piece
      from = next
    }
    this.countTo(clean, clean.length)
    this.counted = 0
    return out + clean.slice(from)
  }

  private closing(text: string, from: number): number {
    const at = text.indexOf(this.until ?? '', from)
    return at < 0 ? -1 : at + (this.until?.length ?? 0)
  }

  /** Text up to and with the next opening of a section or comment. */
  private openText(text: string, from: number): [out: string, next: number] {
    let out = ''
    let last = from
    opening.lastIndex = from
    for (let match = opening.exec(text); match; match = opening.exec(text)) {
      const [found, name] = match
      const closing = closings[found]
      if (closing) {
        this.until = closing
        return [out + text.slice(last, opening.lastIndex), opening.lastIndex]
      }
      if (name ? ownEntities.has(name) : found.length > 1) continue
      out += text.slice(last, match.index) + this.reference(found, text, match.index)
      last = opening.lastIndex
    }
    return [out + text.slice(last), text.length]
  }

  private reference(found: string, text: string, at: number): string {
    this.countTo(text, at)
    const meaning = found.length === 1 ? found : decodeReferences(found)
    if (found.length === 1) this.note(this.line, `a bare ${found} was read as text`)
    else if (meaning === found) this.note(this.line, `${found} is declared nowhere and was kept as it is written`)
    else this.note(this.line, `${found} is no entity of XML and was read as in HTML`)
    return meaning.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  }

  private withoutControls(text: string): string {
    if (text.search(controls) < 0) return text
    this.note(this.line, 'a control character was left out')
    return text.replace(controls, '')
  }

  /** Counts the lines of a text up to a place; places only ascend. */
  private countTo(text: string, to: number): void {
    for (let at = this.counted; at < to; at += 1) if (text.charCodeAt(at) === 10) this.line += 1
    this.counted = to
  }
}
