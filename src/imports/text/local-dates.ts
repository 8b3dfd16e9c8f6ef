import { instant, isKnownZone, offsetOf } from './instants.ts'
import { calendarWords, plainCase } from './month-names.ts'

/**
 * A day, its month (a capital, A to L) and its year in the orders that there are, joined by `de`, `. ` or `(e)ko`, with such as `Publié le` or
 * `Donnerstag, den` before, and anything behind.
 */
const dayFirst = /^\D{0,40}?(\d{1,2})(?!\d)[^\dA-L]{0,8}([A-L])[^\dA-L]{0,8}(\d{4})(?!\d)(.*)$/
const monthFirst = /^\D{0,40}?([A-L])[^\dA-L]{0,4}(\d{1,2})(?!\d)[^\dA-L]{0,8}(\d{4})(?!\d)(.*)$/
const yearFirst = /^\D{0,40}?(\d{4})(?!\d)[^\dA-L]{0,8}([A-L])[^\dA-L]{0,8}(\d{1,2})(?!\d)(.*)$/

/**
 * An instant with a month by its name in any language that stories are searched in: `12 mars 2026 à 14h30`, `12 марта 2026 г., 14:30`.
 * Null for what is none, has two dates, or a time or zone that is not understood.
 */
export function localInstant(text: string): Date | null {
  const words = withMonths(plainCase(withPlainDigits(text)))
  const [, day, month, year, rest] =
    dayFirst.exec(words) ?? swapped(monthFirst.exec(words), 1, 2) ?? swapped(yearFirst.exec(words), 1, 3) ?? []
  const time = timeOf(rest ?? '')
  return month && time ? instant([Number(year), month.charCodeAt(0) - 64, Number(day)], time.time, time.offset) : null
}

/** A match with two of its groups in each other's place. */
function swapped(parts: string[] | null, one: number, other: number): string[] | null {
  return parts?.map((part, i) => (i === one ? parts[other] : i === other ? parts[one] : part) ?? '') ?? null
}

/** Text in lower case with a capital in the place of each name of a month: A is January. */
function withMonths(words: string): string {
  if (!/\d{4}/.test(words) || !/[\p{L}\p{M}]{2}/u.test(words)) return ''
  const { months } = calendarWords()
  const capital = (month: number) => String.fromCharCode(64 + month)
  const long = [...months].filter(([name]) => name.includes(' '))
  return long
    .reduce((text, [name, month]) => text.replace(name, capital(month)), words)
    .replace(/[\p{L}\p{M}]+/gu, (word) => (months.has(word) ? capital(months.get(word) ?? 0) : word))
}

/** Hours and minutes behind a date, with what stands before them: `, um 14:30 Uhr MEZ`, ` à 14 h 30`, ` 2:30 p. m.`, or `14 Uhr` alone. */
const clock =
  /^\D{0,25}?(?<!\d)(?:(\d{1,2})(?:[:.]| ?h ?)(\d{2})(?:[:.](\d{2}))?|(\d{1,2})(?= ?(?:h|uhr)(?!\p{L})))(?!\d)(.*)$/u

/** Midnight for no time at all; null for one that is not understood. */
function timeOf(rest: string): { time: [number, number, number]; offset: number } | null {
  if (!/\d/.test(rest)) return rest.length <= 40 ? { time: [0, 0, 0], offset: 0 } : null
  const [, hour, minute = '0', second = '0', alone, tail = ''] = clock.exec(rest) ?? []
  const hours = Number(hour ?? alone ?? Number.NaN)
  const behind = tail
    .replace(/^[ )]*(?:uhr|uur|h)(?!\p{L})/u, '')
    .replace(/[()]/g, ' ')
    .trim()
  const half = halfOf(behind)
  const zone = half ? half.rest : behind
  if (Number.isNaN(hours) || (half && (hours > 12 || hours === 0))) return null
  if (!/^[.,;]?$/.test(zone) && !isKnownZone(zone)) return null
  const added = half ? half.hours - (hours === 12 ? 12 : 0) : 0
  return { time: [hours + added, Number(minute), Number(second)], offset: offsetOf(zone) }
}

/** `pm`, `p. m.`, `μ.μ.` before a zone, if there is one. */
function halfOf(words: string): { hours: number; rest: string } | null {
  for (const [name, hours] of calendarWords().halves) {
    const pattern = new RegExp(`^${[...name].map((letter) => `${letter}\\.?`).join(' ?')}(?![\\p{L}])`, 'u')
    const [found] = pattern.exec(words) ?? []
    if (found)
      return {
        hours,
        rest: words
          .slice(found.length)
          .replace(/^\s*बजे/, '')
          .trim(),
      }
  }
  return null
}

/** Zeros of the figures that these languages have beside those of ASCII: Arabic, Persian, Devanagari, Tamil. */
const zeros = [0x660, 0x6f0, 0x966, 0xbe6]

function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९௦-௯]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
}
