import { encodingOf } from './decode.ts'

/** Turns the bytes of a file into text as they come. Bytes that are wrong in its encoding become U+FFFD. */
export class Decoder {
  private readonly charset: string | null
  private decoder: InstanceType<typeof TextDecoder> | null = null

  constructor(charset: string | null) {
    this.charset = charset
  }

  /** The text so far; the first piece, which should hold the head of the file, settles the encoding. */
  write(bytes: Uint8Array): string {
    if (bytes.length === 0) return ''
    this.decoder ??= new TextDecoder(encodingOf(bytes, this.charset) ?? undeclared(bytes))
    return this.decoder.decode(bytes, { stream: true })
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
