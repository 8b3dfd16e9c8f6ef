// Words of scripts without spaces, out of the pairs of letters by which they are compared. Pure.

/** Thai, Lao, Burmese, Khmer: only a dictionary knows where a word ends. */
const spelled = '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF'
/** Scripts that search cuts into pairs: those, Chinese, Japanese, Korean. */
const letter = `[${spelled}\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3]`
const pair = new RegExp(`^${letter}{1,2}$`, 'u')
const spelledWord = new RegExp(`^[${spelled}]{3,}$`, 'u')
const spelledRun = new RegExp(`[${spelled}]+`, 'gu')
/** Search drops marks of tone, and these pairs with them. */
const tone = /^[\u0E47-\u0E4E\u0EC8-\u0ECD]|[\u0E47-\u0E4E\u0EC8-\u0ECD]$/u

/** Japanese writes endings and small words in these, and what a story is about mostly in others. */
const hiragana = /\p{Script=Hiragana}+/u

/** Letters of a run at most: what is longer is a sentence that both have. */
const longest = 12

export const isPair = (word: string): boolean => pair.test(word)

/**
 * Words of a text of which every pair of letters is one of these, each once: the longest first, then as they stand in the text. In Chinese,
 * Japanese and Korean what stands in a row is one, for names are in no dictionary; in Japanese up to the next hiragana.
 */
export function runsOf(text: string, pairs: ReadonlySet<string>): string[] {
  if (pairs.size === 0) return []
  const normal = text.normalize('NFKC')
  const runs = new Set([...spelledIn(normal, pairs), ...rowsIn([...normal.replace(spelledRun, ' ')], pairs)])
  return [...runs].sort((one, other) => other.length - one.length)
}

function rowsIn(letters: string[], pairs: ReadonlySet<string>): string[] {
  const rows: string[] = []
  for (let from = 0; from < letters.length; from++) {
    let to = from
    while (pairs.has(`${letters[to]}${letters[to + 1]}`)) to++
    if (to > from) rows.push(letters.slice(from, to + 1).join(''))
    from = to
  }
  return rows.flatMap((row) => row.split(hiragana)).filter(({ length }) => length > 1 && length <= longest)
}

function spelledIn(text: string, pairs: ReadonlySet<string>): string[] {
  const words = (text.match(spelledRun) ?? []).flatMap((run) =>
    [...new Intl.Segmenter('th', { granularity: 'word' }).segment(run)].map(({ segment }) => segment),
  )
  return [...new Set(words)].filter((word) => spelledWord.test(word) && pairsOf(word).every((each) => pairs.has(each)))
}

function pairsOf(word: string): string[] {
  const letters = [...word]
  return letters
    .flatMap((one, at) => (at + 1 < letters.length ? [`${one}${letters[at + 1]}`] : []))
    .filter((each) => !tone.test(each))
}
