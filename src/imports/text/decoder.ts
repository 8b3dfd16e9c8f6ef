import { encodingOf } from './decode.ts'

/** Turns the bytes of a file into text as they come. Bytes that are wrong in its encoding become U+FFFD. */
export class Decoder {
  private readonly charset: string | null
  /** What was put right in reading the bytes; null when nothing was. */
  notice: string | null = null
  private decoder: InstanceType<typeof TextDecoder> | null = null

  constructor(charset: string | null) {
    this.charset = charset
  }

  /** The text so far; the first piece, which should hold the head of the file, settles the encoding. */
  write(bytes: Uint8Array): string {
    if (bytes.length === 0) return ''
    this.decoder ??= this.open(bytes)
    return this.decoder.decode(bytes, { stream: true })
  }

  private open(head: Uint8Array) {
    const declared = encodingOf(head, this.charset)
    const actual = undeclared(head)
    const isWrong = declared === 'windows-1252' && actual === 'utf-8' && head.some((byte) => byte > 0x7f)
    if (isWrong)
      this.notice = 'the file says that it is ISO 8859-1 or windows-1252, and was read as the UTF-8 that it is'
    return new TextDecoder(isWrong ? actual : (declared ?? actual))
  }

  end(): string {
    return this.decoder?.decode() ?? ''
  }
}

/** UTF-8 when it is that; else windows-1252, which every byte has a place in. Source: HTML, 13.2.3.2, for the choice. */
function undeclared(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
