/** Everything that is no character of XML 1.0. Source: https://www.w3.org/TR/xml/#NT-Char */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const special = /[&<>"\t\n\r]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' }
/** What a parser would make a space of in an attribute. Source: https://www.w3.org/TR/xml/#AVNormalize */
const attributeEntities: Record<string, string> = { ...entities, '\t': '&#x9;', '\n': '&#xA;' }

export type Attributes = Record<string, string | number | null | undefined>

/** The first line of every XML file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Text as content of an element. Characters that XML 1.0 does not have are left out. */
export function xmlText(text: string): string {
  return text.replace(forbidden, '').replace(special, (character) => entities[character] ?? character)
}

/** Text that a person can still read in the source, such as HTML; it may have any characters, `]]>` among them. */
export function xmlCdata(text: string): string {
  return `<![CDATA[${text.replace(forbidden, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** An element with text; nothing at all when there is none. */
export function textElement(name: string, text: string | null | undefined, attributes: Attributes = {}): string {
  return text ? xmlElement(name, [xmlText(text)], attributes) : ''
}

/** An element around XML; empty when there is none. An attribute that is null or undefined is left out. */
export function xmlElement(name: string, content: string[], attributes: Attributes = {}): string {
  const inner = content.join('')
  const open = `${name}${xmlAttributes(attributes)}`
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${name}>`
}

function xmlAttributes(attributes: Attributes): string {
  let xml = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue
    const text = String(value).replace(forbidden, '')
    xml += ` ${name}="${text.replace(special, (character) => attributeEntities[character] ?? character)}"`
  }
  return xml
}
