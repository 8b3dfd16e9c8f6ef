// Words of scripts without spaces, out of the pairs of letters by which they are compared. Pure.

/** Scripts that search cuts into pairs: Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean. */
const letter =
  '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3]'
const pair = new RegExp(`^${letter}{1,2}$`, 'u')

/** Letters of a run at most: what is longer is a sentence that both have. */
const longest = 12

export const isPair = (word: string): boolean => pair.test(word)

/** Runs of a text of which every pair of letters is one of these, each once: the longest first, then as they stand in the text. */
export function runsOf(text: string, pairs: ReadonlySet<string>): string[] {
  if (pairs.size === 0) return []
  const letters = [...text.normalize('NFKC')]
  const runs = new Set<string>()
  for (let from = 0; from < letters.length; from++) {
    let to = from
    while (pairs.has(`${letters[to]}${letters[to + 1]}`)) to++
    const run = letters.slice(from, to + 1)
    // A vowel that is written above the letter before it is no beginning.
    if (run.length > 1 && run.length <= longest && !/^\p{M}/u.test(run[0] ?? '')) runs.add(run.join(''))
    from = to
  }
  return [...runs].sort((one, other) => other.length - one.length)
}
