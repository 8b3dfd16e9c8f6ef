import { escapeHtml } from '../articles/body/escape.ts'

// Marks of what was searched, in texts for readers. Pure. Inside a text they are two characters of the private use area, which
// are taken out of it before.

const begin = '\uE000'
const end = '\uE001'
const marks = /[\uE000\uE001]/gu

/** The text as HTML with <mark> in the place of marks; null when there are none. Nothing of the text itself is HTML afterwards. */
export function markHits(text: string): string | null {
  if (!text.includes(begin)) return null
  const html = escapeHtml(text.replace(/\s+/gu, ' ').trim())
  return html.replaceAll(begin, '<mark>').replaceAll(end, '</mark>')
}

/** The text with marks around each of these runs of letters; those that it has stay when none is there. */
export function markRuns(text: string, runs: string[]): string {
  const bare = text.replace(marks, '')
  const [run] = runs.filter((each) => each !== '' && bare.includes(each))
  return run === undefined ? text : bare.replaceAll(run, `${begin}${run}${end}`)
}

/** Characters shown before and behind a run. */
const around = 40

/** What stands around the first of the runs in the text, with marks; empty when none is there. */
export function snippetAround(text: string, runs: string[]): string {
  const [place] = runs.map((run) => text.indexOf(run)).filter((each) => each >= 0)
  if (place === undefined) return ''
  const letters = [...text.slice(Math.max(0, place - 2 * around), place)].slice(-around).join('')
  const rest = [...text.slice(place, place + 4 * around)].slice(0, 2 * around).join('')
  return markRuns(`${letters}${rest}`, runs)
}
