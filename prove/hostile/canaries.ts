import type { Random } from '../../bench/archive/random.ts'

/** Words that nobody may read, each hidden in one place. */
export interface Canaries {
  /** A new word, hidden from now on. In: where it will stand. */
  hide(where: string): string
  /** Hides a text that the house made, such as a secret. */
  hideText(where: string, text: string): void
  /** Hides the id of something that readers never saw. */
  hideId(where: string, id: string): void
  /** Readers may see these from now on. */
  show(words: readonly string[]): void
  /** What readers saw is hidden from whoever asks from now on. */
  hideAgain(words: readonly string[]): void
  /** Hidden words and ids to ask with. */
  words(): readonly string[]
  ids(): readonly string[]
  /** Whether readers may not see this word or id now. */
  isHidden(wordOrId: string): boolean
  /** Where the words stand that are in an answer and were hidden when it was asked for (in `performance.now()`), but not in what was asked. */
  leaksIn(answer: string, askedAt: number, asked: string): string[]
  /** Where the words stand that are in a text and were never shown to readers. */
  neverShownIn(text: string): string[]
  /** Where the hidden ids belong that are in an answer, but not in what was asked. */
  idsIn(answer: string, asked: string): string[]
}

interface Hidden {
  where: string
  /** When it was hidden; null while readers may see it. */
  since: number | null
  wasShown: boolean
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** The beginning that tells one canary from all others: texts are cut, and a part of a word is a leak too. */
const known = 10
const shape = /zx[a-z]{8}/g
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A word of the shape of canaries: lower-case ASCII, so that slugs, searches and encodings leave it as it is. */
export function newWord(random: Random): string {
  return `zx${Array.from({ length: 11 }, () => random.pick([...letters])).join('')}q`
}

/** A part of a canary that is not enough to tell which one it is. */
export function beginningOf(word: string, random: Random): string {
  return word.slice(0, 3 + random.below(known - 4))
}

export function newCanaries(random: Random): Canaries {
  const hidden = new Map<string, Hidden>()
  const texts = new Map<string, string>()
  const ids = new Map<string, string>()
  const words: string[] = []
  const foundIn = (text: string) => [...new Set(readable(text).match(shape) ?? [])]
  const set = (list: readonly string[], change: Partial<Hidden>) => {
    for (const word of list) {
      const entry = hidden.get(word.slice(0, known))
      if (entry) Object.assign(entry, change)
    }
  }
  return {
    hide: (where) => {
      const word = newWord(random)
      words.push(word)
      hidden.set(word.slice(0, known), { where, since: performance.now(), wasShown: false })
      return word
    },
    hideText: (where, text) => void texts.set(text, where),
    hideId: (where, id) => void ids.set(id, where),
    show: (list) => {
      set(list, { since: null, wasShown: true })
      for (const id of list) ids.delete(id)
    },
    hideAgain: (list) => set(list, { since: performance.now() }),
    words: () => words,
    ids: () => [...ids.keys()],
    isHidden: (each) => ids.has(each) || hidden.get(each.slice(0, known))?.since != null,
    leaksIn: (answer, askedAt, asked) => [
      ...foundIn(answer).flatMap((word) => {
        const { where, since = null } = hidden.get(word) ?? {}
        return where && since !== null && since <= askedAt && !readable(asked).includes(word) ? [where] : []
      }),
      ...[...texts].flatMap(([text, where]) => (answer.includes(text) && !asked.includes(text) ? [where] : [])),
    ],
    neverShownIn: (text) =>
      foundIn(text).flatMap((word) => {
        const { where, wasShown } = hidden.get(word) ?? {}
        return where && !wasShown ? [where] : []
      }),
    idsIn: (answer, asked) =>
      [...new Set(answer.match(uuid) ?? [])].flatMap((id) => {
        const where = ids.get(id)
        return where && !readable(asked).includes(id) ? [where] : []
      }),
  }
}

const encoded = /[\w+/-]{16,}={0,2}/g
/** Bytes beyond which an answer is a file of the reference, which has no cursors. */
const longest = 200_000

/** A text in lower case, with what cursors in it say, and what its percent-encoding means. */
export function readable(text: string): string {
  const inside = text.length > longest ? [] : (text.match(encoded) ?? [])
  const cursors = inside.map((each) => Buffer.from(each, 'base64url').toString('latin1')).join('\n')
  return `${text}\n${decoded(text)}\n${cursors}`.toLowerCase()
}

function decoded(text: string): string {
  return text.includes('%')
    ? text.replace(/(%[0-9a-f]{2})+/gi, (part) => Buffer.from(part.replaceAll('%', ''), 'hex').toString('latin1'))
    : ''
}
