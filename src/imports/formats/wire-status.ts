import type { ImportItem, ImportStatus, ImportTag } from '../item.ts'
import type { Notes } from '../text/notes.ts'
import { bareTag } from './parts.ts'

/** What agencies say of an item. Source: https://cv.iptc.org/newscodes/pubstatusg2/ with the words of NITF, NewsML 1 and feeds. */
const statuses: Record<string, ImportStatus> = {
  ...{ usable: 'LIVE', publishable: 'LIVE', embargoed: 'LIVE', withheld: 'WITHDRAWN', unpublished: 'WITHDRAWN' },
  ...{ canceled: 'KILLED', cancelled: 'KILLED', killed: 'KILLED', kill: 'KILLED', delete: 'KILLED', deleted: 'KILLED' },
}

/** A status by its word or code (`stat:canceled`); one that is not known is LIVE, and noted. */
export function wireStatus(word: string | null, note: (message: string) => void): ImportStatus {
  const plain = word?.toLowerCase().replace(/^.*[:/]/, '') ?? 'usable'
  const status = statuses[plain]
  if (!status) note(`its status '${plain.slice(0, 40)}' is not known and was read as usable`)
  return status ?? 'LIVE'
}

/**
 * The status of an item that may be under embargo, and the end of that. One that is, with no end that can be read, stays a draft: `embargoed`
 * of NewsML-G2 is a date and time or empty (`DateTimeOrNullPropType` in its schema).
 */
export function underEmbargo(
  { status, isEmbargoed, end }: { status: ImportStatus; isEmbargoed: boolean; end: Date | null },
  notes: Notes,
): Pick<ImportItem, 'status' | 'embargoUntil'> {
  if (!isEmbargoed || end || status !== 'LIVE') return { status, embargoUntil: isEmbargoed ? end : null }
  notes.add('it is under embargo, with no end that can be read, and becomes a draft')
  return { status: 'DRAFT', embargoUntil: null }
}

/** How a note to editors begins that corrects, in the languages of agencies. */
const correctionWords =
  /^[^\p{L}]*(?:correct(?:s|ion|ie|ed)?(?!\p{L})|korrektur|berichtig|r[eé]ctifi|corrige|fe de erratas?|errata|errore|rettific|corre[cz]|r[äæ]ttelse|rettelse|rettet|oikaisu|korjaus|oprav|sprostowanie|korekta|исправл|поправка|виправл|düzeltme|διόρθωση|تصحيح|訂正|更正|정정)/iu

/** What a notice says of the item sent before: by the status, by the signals that come with it, by the note to editors. */
export function wireCorrection(
  status: ImportStatus,
  signals: string[],
  edNote: string | null,
): ImportItem['correction'] {
  const text = edNote?.trim() || null
  const isCorrection = signals.some((signal) => /correct|rectif/i.test(signal)) || correctionWords.test(text ?? '')
  if (status === 'KILLED') return { type: 'RETRACTION', text: text ?? 'The agency asks not to use this story.' }
  return isCorrection ? { type: 'CORRECTION', text: text ?? 'The agency corrected this story.' } : null
}

const types: [ImportTag['type'], RegExp][] = [
  ['PERSON', /person|people/i],
  ['ORGANISATION', /organi[sz]ation|company|party/i],
  ['PLACE', /place|geo|location|poi|country|city/i],
  ['EVENT', /event/i],
]

/** A tag of something that an agency names, by the kind it gives (`cpnat:person`). */
export function wireTag(name: string | null, kind: string | null, code: string | null): ImportTag[] {
  if (!name) return []
  const type = types.find(([, pattern]) => pattern.test(kind ?? ''))?.[0] ?? 'TOPIC'
  return [bareTag(name, type, { externalId: code })]
}

/** Files of the old system have the agency's place and date before the first words; here they are part of them. */
export function withDateline(html: string, dateline: string | null): string {
  const place = dateline?.trim().replace(/[\s,–—_-]+$/, '')
  if (!place || place.length > 100 || !/^\p{L}/u.test(place)) return html
  const city = place.split(/[\s,(]/)[0]?.toLowerCase() ?? ''
  if (city === '' || !html.includes('<p') || startsWithPlace(html, city)) return html
  return html.replace(
    /<p(\s[^>]*)?>\s*/,
    (open) => `${open}${place.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} – `,
  )
}

/** Whether one of the first paragraphs begins with that place: a headline or a byline may stand before it. */
function startsWithPlace(html: string, city: string): boolean {
  const starts = html
    .slice(0, 5_000)
    .split(/<\/(?:p|h\d|div)>/i)
    .slice(0, 4)
  return starts.some((part) => {
    const [, first] = /^[^\p{L}]*([\p{L}\p{M}'’.-]+)/u.exec(part.replace(/<[^>]*>/g, ' ').toLowerCase()) ?? []
    return first?.replace(/[.-]+$/, '') === city.replace(/[.-]+$/, '')
  })
}
