// Names of people, places and organisations, found in text by their capitals. Pure. Scripts without capitals have none: their stories
// are compared by words alone.

import { madeOnce } from '../lib/made-once.ts'

/** By a key in lower case and without accents, which languages write differently: as it was first written, and how often. */
export type NamesFound = Map<string, { said: string; count: number }>

/** Characters of a story that names are looked for in: they come early. */
const searched = 30_000

/** Up to five words that begin with a capital, joined by spaces, by small words of names or by '&'. */
const name =
  /\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00a0](?:(?:de|da|do|dos|of|al|bin|van|von|der|la|le|&) )?\p{Lu}[\p{L}\p{M}'’-]*){0,4}/gu

/** What stands before the first word of a sentence. */
const sentenceStart = /(?:^|[.!?:\n"“”'‘»«([–—-]) ?$/u

/** Days and months in languages that give them a capital: what two stories of one week, or of any October, have in common is no name. */
const days = madeOnce(
  () =>
    new Set(
      ['en', 'de', 'el'].flatMap((language) => {
        const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
        // With a day, for a month beside one has another ending in Greek.
        const month = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
        const monthOf = (at: number) => month.formatToParts(at).find(({ type }) => type === 'month')?.value ?? ''
        return [
          ...Array.from({ length: 7 }, (_, day) => keyOf(weekday.format(Date.UTC(2026, 0, 5 + day)))),
          ...Array.from({ length: 12 }, (_, at) => keyOf(monthOf(Date.UTC(2026, at, 1)))),
        ]
      }),
    ),
)

/**
 * Names of several words count whole, and each of their words alone: who is introduced as Askar Akhmetov is Akhmetov later. The first word
 * of a sentence is a name when it stands inside another one too, or '&' behind it.
 */
export function namesIn(text: string): NamesFound {
  const found = [...text.slice(0, searched).matchAll(name)].map(({ 0: said, index }) => {
    return {
      words: said.split(/[ \u00a0]/u).map(bare),
      isFirst: sentenceStart.test(text.slice(Math.max(0, index - 2), index)),
    }
  })
  const inside = new Set(found.flatMap(({ words, isFirst }) => (isFirst ? words.slice(1) : words)))
  const names: NamesFound = new Map()
  const add = (said: string) => {
    const key = keyOf(said)
    if (days().has(key)) return
    const known = names.get(key)
    if (known) known.count++
    else names.set(key, { said, count: 1 })
  }
  for (const { words, isFirst } of found) {
    const isName = !isFirst || words[1] === '&' || inside.has(words[0] ?? '')
    const kept = isName ? words : words.slice(1).slice(words.slice(1).findIndex(hasCapital))
    if (kept.join('').length < 3) continue
    if (kept.length > 1) add(kept.join(' '))
    for (const word of kept) if (word.length > 2 && hasCapital(word)) add(word)
  }
  return names
}

function hasCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function keyOf(said: string): string {
  return said.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Without the ending of "Kazakhstan's" and what stands at its edges. */
function bare(word: string): string {
  return word.replace(/['’]s$/u, '').replace(/['’-]+$/u, '')
}
