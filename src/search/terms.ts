import { Refusal } from '../core/errors.ts'
import { fold } from '../lib/transliterate.ts'

// What a reader typed, as terms to look for. Pure.

/** Characters and terms of one search at most: a headline that was pasted fits. */
export const maxQueryLength = 500
export const maxTerms = 32

/** Something to look for: a word, or a phrase whose words stand side by side. */
export interface Term {
  /** As it was typed, without minus and quotes. */
  said: string
  /** As `phraseto_tsquery` gets it: runs of scripts without spaces are pairs of letters, as `search_text` in the migrations makes them. */
  text: string
  /** As names of tags and authors are compared. Empty: no name is like it. */
  folded: string
  isNot: boolean
  isPhrase: boolean
  /** Words that begin with it count too. */
  isStart: boolean
  /** Letters without spaces that are to be marked wherever they stand; null for ordinary words. */
  run: string | null
}

/** A story is found by any of the groups, and has all terms of that group. */
export type Group = Term[]

/** Letters of scripts that put no spaces between words, and Hangul: the same as in `search_text` of the migrations. */
const unspaced =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FA\\u30FC-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\u{20000}-\\u{323AF}'
const unspacedRun = new RegExp(`[${unspaced}]+`, 'gu')
const hasWord = /[\p{L}\p{N}]/u
const token = /(-?)"([^"]*)(?:"|$)|(\S+)/gu

/**
 * Reads words (all of them), "phrases", -unwanted ones and OR between alternatives; nothing is a mistake. What has neither
 * letter nor digit is left out. `isTyping`: the last word may not be finished; `field` is where it was given.
 * @throws limit_exceeded for more than `maxQueryLength` characters or `maxTerms` terms.
 */
export function readTerms(given: string, isTyping: boolean, field: string): Group[] {
  requireAtMost(given.length, maxQueryLength, 'characters', field)
  const text = given.normalize('NFKC').replace(/[“”„‟«»]/gu, '"')
  const groups: Group[] = [[]]
  for (const [, minus = '', phrase, word] of text.matchAll(token)) {
    if (word === 'OR' || word === '|') groups.push([])
    else groups.at(-1)?.push(...termOf(minus, phrase, word))
  }
  const last = groups.at(-1)?.at(-1)
  if (last && isTyping && !last.isNot && !last.isPhrase && !/[\s"]$/u.test(text)) last.isStart = true
  requireAtMost(groups.flat().length, maxTerms, 'words', field)
  return groups.filter((group) => group.some(({ isNot }) => !isNot))
}

function termOf(minus: string, phrase: string | undefined, word: string | undefined): Term[] {
  const isNot = minus === '-' || (word?.startsWith('-') ?? false)
  const said = phrase ?? (word ?? '').replace(/^-+/u, '')
  if (!hasWord.test(said)) return []
  const runs = said.match(unspacedRun)
  const run = runs ? said.trim() : null
  return [
    {
      said: said.trim(),
      text: said.replace(unspacedRun, (letters) => ` ${pairsOf(letters).join(' ')} `).trim(),
      folded: fold(said),
      isNot,
      isPhrase: phrase !== undefined || runs !== null,
      isStart: runs !== null && [...said.trim()].length === 1,
      run,
    },
  ]
}

/** 'ABC' is 'AB', 'BC': whatever has them side by side has the run. One letter stays what it is. */
function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Groups as a reader would type them, with other words for some terms. */
export function writeGroups(groups: Group[], corrected: Map<Term, string>): string {
  const write = (term: Term) => {
    const said = corrected.get(term) ?? term.said
    return `${term.isNot ? '-' : ''}${term.isPhrase && term.run === null ? `"${said}"` : said}`
  }
  return groups.map((group) => group.map(write).join(' ')).join(' OR ')
}

function requireAtMost(count: number, most: number, what: string, field: string): void {
  if (count > most)
    throw new Refusal('limit_exceeded', `${field}: ${count} ${what} are over the maximum of ${most}; search for less`, {
      faults: [{ path: field, message: `the maximum is ${most} ${what}` }],
    })
}
