import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextPiece } from '../../src/revisions/article-diff.ts'
import { diffWords, newBudget } from '../../src/revisions/words.ts'

const diff = (before: string, after: string) => diffWords(before, after, newBudget())
const said = (pieces: TextPiece[]) =>
  pieces.map(({ op, text }) => (op === 'SAME' ? text : `${op === 'ADDED' ? '+' : '-'}[${text}]`)).join('')
const textOf = (pieces: TextPiece[], side: 'REMOVED' | 'ADDED') =>
  pieces.map(({ op, text }) => (op === 'SAME' || op === side ? text : '')).join('')

describe('the words of a paragraph', () => {
  it.each([
    ['', '', ''],
    ['', 'New.', '+[New.]'],
    ['Old.', '', '-[Old.]'],
    ['Rain fell.', 'Rain fell.', 'Rain fell.'],
    ['Prices rose on Monday.', 'Prices rose on Sunday.', 'Prices rose on -[Monday]+[Sunday].'],
    ['Prices rose.', 'Prices rose again.', 'Prices rose+[ again].'],
    ['Prices never rose.', 'Prices rose.', 'Prices -[never ]rose.'],
    ['one two three four', 'one zwei drei four', 'one -[two three]+[zwei drei] four'],
    ['the mayor said', 'the governor of the city said', 'the -[mayor]+[governor of the city] said'],
    ['42 dead', '43 dead', '-[42]+[43] dead'],
    ['Он сказал нет', 'Он сказал да', 'Он сказал -[нет]+[да]'],
    ['価格は上昇した', '価格は下落した', '価格は-[上昇]+[下落]した'],
    ['سعر الغاز ارتفع', 'سعر النفط ارتفع', 'سعر -[الغاز]+[النفط] ارتفع'],
    ['flag 🇰🇿 here', 'flag 🇰🇬 here', 'flag 🇰-[🇿]+[🇬] here'],
    ["it's", "it's not", "it's+[ not]"],
    ['aa aa', 'aa aa aa', 'aa aa+[ aa]'],
  ])('%j to %j is %j', (before, after, expected) => {
    expect(said(diff(before, after))).toBe(expected)
  })

  it('pieces give both texts back, whatever they are, and no two neighbours are of one kind', () => {
    const word = fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n', '.', '漢', '👩‍👩‍👧', 'the ', 'gas ', 'é', 'e\u0301')
    const text = fc.oneof(
      fc.array(word, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diff(before, after)
        expect(textOf(pieces, 'REMOVED')).toBe(before)
        expect(textOf(pieces, 'ADDED')).toBe(after)
        for (const [index, { op, text: words }] of pieces.entries()) {
          expect(words).not.toBe('')
          expect(op).not.toBe(pieces[index + 1]?.op)
        }
        if (before === after) expect(pieces.every(({ op }) => op === 'SAME')).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it('when the budget is spent, what differs is one piece and both texts are still told', () => {
    const before = `Start ${'a b '.repeat(50)}end`
    const after = `Start ${'b c '.repeat(50)}end`
    for (const budget of [
      { steps: 0, characters: 1_000 },
      { steps: 1_000, characters: 10 },
    ]) {
      const pieces = diffWords(before, after, budget)
      expect(pieces.map(({ op }) => op)).toEqual(['SAME', 'REMOVED', 'ADDED', 'SAME'])
      expect(textOf(pieces, 'ADDED')).toBe(after)
    }
  })
})
