import type { Random } from '../../bench/archive/random.ts'
import { beginningOf, type Canaries, newWord } from './canaries.ts'
import type { PublicHalf } from './public-half.ts'
import { words } from './public-half.ts'

/** Values to ask with: of things that are there for readers, that are hidden, that nobody has, and such as no program expects. */
export interface Bait {
  /** An id or a slug. */
  key(): string
  id(): string
  slug(): string
  path(): string
  /** What to look for. */
  words(): string
  cursor(): string
  token(): string
  instant(): string
  /** What is asked for as a number. */
  number(): string
  garbage(): string
  /** Keeps cursors and the like of an answer, to come back with. */
  learn(answer: string): void
}

const garbage = [
  ...[
    '',
    ' ',
    '.',
    '-',
    ',',
    '-,-',
    '*',
    '%',
    '\0',
    '\\',
    '"',
    "'",
    '<script>',
    '{{7*7}}',
    '$' + '{7*7}',
    '__proto__',
    'constructor',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    '[object Object]',
    'true',
    '-1',
    '0',
    '1e309',
    '0x10',
    '٣',
    'ÿ',
    '𝒳',
    '\u202e',
    '\ufeff',
    'İ',
  ],
  ...[
    "' OR 1=1 --",
    '1; DROP TABLE article',
    '../../../../etc/passwd',
    '..%2f..%2f',
    'file:///etc/passwd',
    'http://169.254.169.254/',
  ],
  ...[
    'a'.repeat(300),
    '('.repeat(200),
    'a,'.repeat(50),
    '😀'.repeat(60),
    '9'.repeat(40),
    '2026-02-30',
    '0000-00-00T00:00:00Z',
  ],
]

export function newBait(random: Random, canaries: Canaries, world: PublicHalf): Bait {
  const cursors: string[] = []
  const { stories, tags, sections, authors, front, liveBlog } = world
  const open = [...stories, ...tags, ...sections, ...authors, front]
  const hiddenWord = () => random.pick(canaries.words())
  const oneOf = (...ways: (() => string)[]) => random.pick(ways)()
  const openSlug = () => random.pick(open).slug
  const openId = () => random.pick([...open, liveBlog]).id
  const hiddenId = () => random.pick(canaries.ids())
  const garbled = () => random.pick(garbage)
  const id = () =>
    oneOf(
      openId,
      hiddenId,
      hiddenId,
      () => newId(random),
      () => hiddenId().toUpperCase(),
      garbled,
    )
  const slug = () =>
    oneOf(
      openSlug,
      hiddenWord,
      hiddenWord,
      () => newWord(random),
      () => openSlug().toUpperCase(),
      garbled,
    )
  return {
    id,
    slug,
    key: () =>
      oneOf(
        openSlug,
        openId,
        hiddenWord,
        hiddenId,
        id,
        slug,
        () => `-${slug()}`,
        () => `${slug()},${slug()}`,
      ),
    path: () =>
      oneOf(
        () => `/${openSlug()}/${slug()}`,
        () => `/${slug()}`,
        () => `/tags/${slug()}`,
        () => `/authors/${slug()}`,
        garbled,
      ),
    words: () =>
      oneOf(
        () => random.pick(words),
        () => `${random.pick(words)} ${random.pick(words)}`,
        hiddenWord,
        () => `"${random.pick(words)} ${hiddenWord()}"`,
        () => `${random.pick(words)} -${hiddenWord()}`,
        () => `${hiddenWord()} OR ${random.pick(words)}`,
        () => beginningOf(hiddenWord(), random),
        () => misspelt(hiddenWord(), random),
        () => misspelt(random.pick(words), random),
        garbled,
      ),
    cursor: () =>
      oneOf(
        () => (cursors.length ? random.pick(cursors) : 'x'),
        () => (cursors.length ? flipped(random.pick(cursors), random) : 'y'),
        () => forged(cursors.length ? random.pick(cursors) : '', [`${random.below(2 ** 30)}`, hiddenId()]),
        () => forged(cursors.length ? random.pick(cursors) : '', [hiddenWord(), hiddenId()]),
        garbled,
      ),
    token: () =>
      oneOf(
        () => newWord(random),
        hiddenId,
        () => `${random.fraction()}`.repeat(3),
        garbled,
      ),
    instant: () =>
      oneOf(
        () => new Date(Date.now() + (random.fraction() - 0.5) * 10 ** (3 + random.below(9))).toISOString(),
        () => '2026-01-08T09:30:00Z',
        () => '2026-01-08',
        garbled,
      ),
    number: () => random.pick(['1', '2', '3', '5', '10', '20', '100', '101', '0', '-1', '1.5', '2147483648', '', 'x']),
    garbage: garbled,
    learn: (answer) => {
      for (const [, found] of answer.matchAll(/"(?:next|endCursor|cursor|older|newer)":"([\w-]{8,600})"/g)) {
        if (cursors.length < 300) cursors.push(found ?? '')
        else cursors[random.below(300)] = found ?? ''
      }
    },
  }
}

/** An id that nothing has. */
export function newId(random: Random): string {
  const hex = (digits: number) => Array.from({ length: digits }, () => random.below(16).toString(16)).join('')
  return `01${hex(6)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}

/** With another letter in its first half, so that only a guess leads back to the word. */
function misspelt(word: string, random: Random): string {
  const at = 2 + random.below(Math.min(5, word.length - 2))
  return `${word.slice(0, at)}${random.pick(['e', 'o', 'x'])}${word.slice(at + 1)}`
}

function flipped(cursor: string, random: Random): string {
  const bytes = Buffer.from(cursor, 'base64url')
  const at = random.below(bytes.length)
  bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << random.below(8)), at)
  return bytes.toString('base64url')
}

/** A cursor of the same list with another place. */
function forged(cursor: string, place: string[]): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  const list = /^\["?([^",]+)/.exec(text)?.[1] ?? 'articles'
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url')
}
