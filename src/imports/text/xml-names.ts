import { localName } from './xml.ts'

/** Namespaces of feeds and exports, each with its usual prefix; an empty one is left out of names. */
const usual: [start: string, prefix: string][] = [
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://wordpress.org/export/', 'wp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/', 'itunes'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://wellformedweb.org/CommentAPI/', 'wfw'],
]

/** Gives elements the usual prefix of their namespace, for files that chose another. */
export class XmlNames {
  private readonly prefixes = new Map<string, string>()

  /** The element, after the namespaces it declares itself. */
  read(written: string, attributes: Record<string, string>): { name: string; attributes: Record<string, string> } {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith('xmlns:')) this.declare(name.slice('xmlns:'.length), value)
    }
    return { name: this.nameOf(written), attributes: { ...attributes } }
  }

  private declare(prefix: string, uri: string): void {
    const isExcerpt = /^http:\/\/wordpress\.org\/export\/.*excerpt/.test(uri)
    const found = isExcerpt ? 'excerpt' : usual.find(([start]) => uri.startsWith(start))?.[1]
    if (found !== undefined && this.prefixes.size < 1_000) this.prefixes.set(prefix, found)
  }

  private nameOf(written: string): string {
    const colon = written.indexOf(':')
    if (colon < 0) return written
    const prefix = this.prefixes.get(written.slice(0, colon))
    if (prefix === undefined) return written
    return prefix === '' ? localName(written) : `${prefix}:${localName(written)}`
  }
}
