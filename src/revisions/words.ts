import { type Budget, type Edit, editScript } from '../lib/edit-script.ts'
import { unspaced } from '../lib/unspaced.ts'
import type { TextPiece } from './article-diff.ts'

/**
 * Work for the words of one diff, chosen so that no two bodies take a tenth of a second (measured: what spends it all, 30 to
 * 40 ms). `characters` are those that are split into words.
 */
export interface WordBudget extends Budget {
  characters: number
}
export const newBudget = (): WordBudget => ({ steps: 500_000, characters: 150_000 })

/** Steps for one text: about 700 words removed and added. A text that is changed more than that is a new one. */
const stepsOfText = 250_000

/** A word, one character of a script without spaces, a run of white space, or any other character. */
const token = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{M}\p{N}'’_-])+|\s+|[^]`, 'gu')

/**
 * What differs between two texts, by words: SAME and REMOVED pieces together are the text before, SAME and ADDED ones the
 * text after. Where the budget is spent, what stands between the equal beginning and the equal end is one piece.
 */
export function diffWords(before: string, after: string, budget: WordBudget): TextPiece[] {
  const head = equalHead(before, after)
  const tail = equalTail(before.slice(head), after.slice(head))
  const [removed, added] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  return joined([
    { op: 'SAME', text: before.slice(0, head) },
    ...piecesBetween(removed, added, budget),
    { op: 'SAME', text: before.slice(before.length - tail) },
  ])
}

function piecesBetween(before: string, after: string, budget: WordBudget): TextPiece[] {
  const characters = before.length + after.length
  const whole: TextPiece[] = [
    { op: 'REMOVED', text: before },
    { op: 'ADDED', text: after },
  ]
  if (before === '' || after === '' || characters > budget.characters) return whole
  budget.characters -= characters
  const edits = editScript(before.match(token) ?? [], after.match(token) ?? [], budget, stepsOfText)
  return edits ? piecesOf(edits) : whole
}

/** Edits as pieces; in a run of changes what is removed stands first, and a space between two replaced words joins them. */
function piecesOf(edits: readonly Edit[]): TextPiece[] {
  const pieces: TextPiece[] = []
  let [same, removed, added] = ['', '', '']
  const close = () => {
    pieces.push({ op: 'REMOVED', text: removed }, { op: 'ADDED', text: added }, { op: 'SAME', text: same })
    same = removed = added = ''
  }
  for (const { op, token: text } of edits) {
    if (op === 'SAME') {
      same += text
      continue
    }
    if (same !== '' && removed !== '' && added !== '' && same.trim() === '') {
      removed += same
      added += same
      same = ''
    } else if (same !== '') close()
    if (op === 'REMOVED') removed += text
    else added += text
  }
  close()
  return pieces
}

/** Neighbours of one kind as one piece, without empty ones. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const result: TextPiece[] = []
  for (const { op, text } of pieces) {
    const last = result.at(-1)
    if (text === '') continue
    if (last?.op === op) last.text += text
    else result.push({ op, text })
  }
  return result
}

/** Length of the equal beginning, up to the end of a word: after white space, or the whole of an equal text. */
function equalHead(a: string, b: string): number {
  if (a === b) return a.length
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  while (length > 0 && !/\s/.test(a.charAt(length - 1))) length--
  return length
}

/** Length of the equal end, from the beginning of white space. */
function equalTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++
  while (length > 0 && !/\s/.test(a.charAt(a.length - length))) length--
  return length
}
