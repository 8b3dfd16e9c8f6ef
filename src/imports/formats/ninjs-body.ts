import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, stringOf } from '../text/json.ts'
import type { Notes } from '../text/notes.ts'
import { descendantsOf } from '../text/xml.ts'
import { XmlRecords } from '../text/xml-records.ts'
import { lowered, type Values } from './ninjs-parts.ts'
import { newsHtml } from './xml-html.ts'

/** The body of an item as HTML: what its fields have, as in version 1, else the best of its list of bodies, else its text. */
export function bodyOf(item: Values, notes: Notes): string {
  const named = Object.keys(item).filter((name) => name.startsWith('body_') && name !== 'body_text')
  const field = ['body_html', 'body_xhtml', ...named].map((name) => stringOf(item[name])).find((value) => value)
  const html = field ? markedHtml(field) : bestOf(item.bodies)
  if (html) return html
  const text = stringOf(item.body_text)
  if (!text && Object.keys(objectOf(item.renditions)).length > 0)
    notes.add('its text is at other addresses, which are not read, and not in the file')
  return text ? paragraphs(text) : ''
}

/** The main body, else one whose role names its markup; of those with one role HTML before text, and text before other XML. */
function bestOf(list: unknown): string | null {
  const bodies = listOf(list).flatMap((each) => {
    const { role, contenttype, value } = lowered(objectOf(each))
    const written = stringOf(value)
    const type = stringOf(contenttype)?.toLowerCase() ?? ''
    return written ? { rank: rankOfRole(stringOf(role)) * 10 + rankOfType(type), type, written } : []
  })
  const ranked = bodies.sort((a, b) => a.rank - b.rank)
  const whole = ranked.find(({ type, written }) => !isNitf(type, written) || nitfHtml(written)) ?? ranked[0]
  if (!whole) return null
  return whole.type.startsWith('text/plain') ? paragraphs(whole.written) : markedHtml(whole.written)
}

/** Roles are free words. Source: the examples of ninjs 2 and 3 that the IPTC has. */
function rankOfRole(role: string | null): number {
  const words = role?.toLowerCase() ?? ''
  if (words === 'main') return 0
  if (/html|rich|nitf/.test(words)) return 1
  return /teaser|summary|abstract|caption|intro|headline|brief|short|note|^lea?de?$/.test(words) ? 3 : 2
}

function rankOfType(type: string): number {
  if (/html/.test(type)) return 0
  if (/nitf|xml/.test(type)) return 2
  return 1
}

function isNitf(type: string, written: string): boolean {
  return /nitf/.test(type) || /<nitf[\s>]/.test(written)
}

/** What is not said to be text: NITF, HTML, or text after all when it has no tags. */
function markedHtml(written: string): string {
  const nitf = isNitf('', written) ? nitfHtml(written) : null
  return nitf ?? (/<[a-z]/i.test(written) ? written : paragraphs(written))
}

/** The text of a whole NITF without what stands in its head; null when it is not well-formed or has no text. */
function nitfHtml(written: string): string | null {
  const records = new XmlRecords(() => 0)
  const [found] = [...records.write(written.trim()), ...records.end()]
  if (!found || 'broken' in found || found.record.fault) return null
  return newsHtml(descendantsOf(found.record.element, 'body.content')[0]) || null
}

function paragraphs(text: string): string {
  const parts = text.split(/\r?\n\s*\n|\r?\n(?=[ \t]{2,})/)
  return parts.map((part) => `<p>${escapeHtml(part.trim()).replace(/\r?\n/g, ' ')}</p>`).join('')
}
