import { shorten } from '../../core/errors.ts'
import { instant, isZone, offsetOf } from './instants.ts'
import { stringOf } from './json.ts'
import { localInstant } from './local-dates.ts'
import type { Notes } from './notes.ts'

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const mail =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(.*)$/i
const american =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?\s*(.*)$/i
/** Chinese, Japanese, Korean. */
const eastern =
  /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s*[(（].{1,4}[)）])?(?:\s*(\d{1,2})(?:[:：](\d{2})(?:[:：](\d{2}))?|\s?[時时시]\s?(?:(\d{1,2})\s?[分분])?))?$/
const months = 'january february march april may june july august september october november december'.split(' ')

/**
 * An instant as files write it: RFC 3339 and its relatives (`20260108T093000+0100`, `2026-01-08 09:30:00`), RFC 5322
 * (`Thu, 8 Jan 2026 09:30:00 GMT`), `January 8, 2026 at 9:30 pm`, `8 janvier 2026 à 9h30`, `2026年1月8日 9時30分`. Without a zone it is UTC. Null for what is
 * none, or is outside the years 1000 to 9999.
 */
export function readInstant(text: string | null | undefined): Date | null {
  const words = text?.trim()
  if (!words || words.length > 100) return null
  return (
    isoInstant(words) ?? mailInstant(words) ?? americanInstant(words) ?? easternInstant(words) ?? localInstant(words)
  )
}

/** How MySQL, PHP and Go write a date that is not set: `0000-00-00 00:00:00`, `Mon, 30 Nov -0001 00:00:00 +0000`, `0001-01-01T00:00:00Z`. */
const unset = /^[0\s:.,tz+-]*$|^(?:\w{3}, )?30 Nov -0001 |^-0001-11-30|^0001-01-01/i

/** A date of a file, by the name of its field; one that is given and cannot be read is told of. */
type DateField = [field: string, given: unknown]

/** The first of these that can be read as `readInstant` does; those before it that cannot are told of. Null: there is none. */
export function firstInstant(fields: DateField[], notes: Notes): Date | null {
  for (const [field, given] of fields) {
    const text = stringOf(given) ?? (typeof given === 'object' && given !== null ? JSON.stringify(given) : '')
    const at = readInstant(text)
    if (at) return at
    if (!unset.test(text))
      notes.add(`its ${field} '${shorten(text.trim(), 60)}' cannot be read as a date and was left out`)
  }
  return null
}

/** One date of a file, as `firstInstant` reads it. */
export function instantOf(field: string, given: unknown, notes: Notes): Date | null {
  return firstInstant([[field, given]], notes)
}

function isoInstant(words: string): Date | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = iso.exec(words) ?? []
  const seconds = Number(second) + Math.floor(Number(`0.${fraction}`) * 1_000) / 1_000
  return year ? instant([+year, Number(month), Number(day)], [+hour, +minute, seconds], offsetOf(zone)) : null
}

function mailInstant(words: string): Date | null {
  const [, day, name = '', year = '', hour = '0', minute = '0', second = '0', zone] = mail.exec(words) ?? []
  if (!day || !isZone(zone)) return null
  // Two digits: RFC 5322, section 4.3.
  const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2_000 : 1_900) : Number(year)
  return instant([full, monthOf(name), +day], [+hour, +minute, +second], offsetOf(zone))
}

function americanInstant(words: string): Date | null {
  const [, name = '', day, year = '', hour = '0', minute = '0', second = '0', half = '', zone] =
    american.exec(words) ?? []
  if (!day || !isZone(zone)) return null
  const later = /^p/i.test(half) && +hour < 12 ? 12 : 0
  const earlier = /^a/i.test(half) && +hour === 12 ? 12 : 0
  return instant([+year, monthOf(name), +day], [+hour + later - earlier, +minute, +second], offsetOf(zone))
}

function easternInstant(words: string): Date | null {
  const [, year, month, day, hour = '0', minute, second = '0', spoken = '0'] = eastern.exec(words) ?? []
  return year ? instant([+year, Number(month), Number(day)], [+hour, Number(minute ?? spoken), +second], 0) : null
}

/** 0 for what is no English month: `mars` and `marraskuuta` begin like one, and are two. */
function monthOf(name: string): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1
}
