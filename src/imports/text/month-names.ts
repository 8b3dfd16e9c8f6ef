/**
 * Languages that stories are searched in: those of `search_config` in the migration of search, and others of Europe with names of their own.
 * Names of months differ in some countries.
 */
const languages =
  'ar ar-DZ ar-LB ar-MA bg ca cs da de de-AT el en es eu fi fr fr-CA ga hi hu hy id it lt nb ne nl nn pl pt ro ru sk sr sr-Latn sv ta tr uk yi'.split(
    ' ',
  )

/** How these languages write dates; names as `plainCase` has them. */
interface CalendarWords {
  /** Months, 1 to 12. What is two months in two languages is left out. */
  months: Map<string, number>
  /** Hours to add to one of the first half of the day, 0 or 12: `am`, `pm` and their like, without dots and spaces. */
  halves: Map<string, number>
}

let made: CalendarWords | null = null

/** As Intl gives them. A tenth of a second of work, when first asked for. */
export function calendarWords(): CalendarWords {
  made ??= makeWords()
  return made
}

function makeWords(): CalendarWords {
  const [found, halves] = [new Map<string, Set<number>>(), new Map<string, number>()]
  for (const language of languages) {
    for (const [name, month] of namesOf(language)) found.set(name, (found.get(name) ?? new Set()).add(month))
    for (const [name, hours] of halvesOf(language)) halves.set(name, hours)
  }
  const certain = [...found].flatMap(([name, [month, ...others]]) =>
    month && others.length === 0 ? [[name, month] as const] : [],
  )
  return { months: new Map(certain), halves }
}

const fixed = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' }

/** Alone and in a date, where many languages inflect them; short and in full. Those that are numbers there are none. */
function namesOf(language: string): [string, number][] {
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { ...fixed, month }),
    new Intl.DateTimeFormat(language, { ...fixed, month, day: 'numeric', year: 'numeric' }),
  ])
  return formats.flatMap((format) =>
    Array.from({ length: 12 }, (_, i): [string, number] => [
      // `de març`, `d’abril`: what joins a month to its day is no part of its name.
      partOf(format, Date.UTC(2026, i, 15), 'month').replace(/^d(?:e |['’])/, ''),
      i + 1,
    ]).filter(([name]) => !/\d/.test(name) && name.length > 1),
  )
}

function halvesOf(language: string): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { ...fixed, hour: 'numeric', minute: 'numeric', hour12: true })
  return [9, 21].map((hour) => [
    partOf(format, Date.UTC(2026, 0, 1, hour), 'dayPeriod').replace(/[.\s]/g, ''),
    hour === 9 ? 0 : 12,
  ])
}

/** With the letters that are joined to it: `martxoa` and `ren` are one word. */
function partOf(format: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes): string {
  const parts = format.formatToParts(at)
  const place = parts.findIndex((each) => each.type === type)
  const [joined = ''] = /^\p{L}+/u.exec(parts[place + 1]?.value ?? '') ?? []
  return plainCase(`${parts[place]?.value ?? ''}${joined}`).replace(/[.॰]$/, '')
}

/** Text as names are looked up: in lower case, composed, with plain spaces. */
export function plainCase(text: string): string {
  return text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()
}
