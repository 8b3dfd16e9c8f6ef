import type { ArticleContent } from '../articles/article.ts'
import { plainText } from '../articles/body/text.ts'
import type { Block, Body } from '../articles/body/types.ts'
import { longestRise } from '../lib/longest-rise.ts'
import { sameJson } from '../lib/same-json.ts'
import type { ArticleDiff, BlockChange, FieldChange, TextPiece } from './article-diff.ts'
import { diffWords, newBudget, type WordBudget } from './words.ts'

/**
 * What a later content says differently: every field but the body that is not deeply equal, whole, in the order of the
 * fields; and every block of the body that was added, removed, changed or moved, in reading order. Blocks are the same when
 * their `_key` is, which within a body no two have. Of blocks that stand in another order as few as possible count as moved.
 * The work is bounded: see `WordBudget`.
 */
export function diffContents(from: ArticleContent, to: ArticleContent): Pick<ArticleDiff, 'fields' | 'blocks'> {
  return { fields: fieldChanges(from, to), blocks: blockChanges(from.body, to.body) }
}

function fieldChanges(from: ArticleContent, to: ArticleContent): FieldChange[] {
  const [before, after]: Record<string, unknown>[] = [from, to]
  return [...new Set([...Object.keys(to), ...Object.keys(from)])]
    .filter((field) => field !== 'body')
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => !sameJson(change.before, change.after))
}

/** A change with its place in reading order: that of the block after; of a removed one right behind the block it stood behind. */
interface Placed {
  place: number
  change: BlockChange
}

function blockChanges(from: Body, to: Body): BlockChange[] {
  const places = new Map(to.map(({ _key }, index) => [_key, index]))
  const kept = keptChanges(from, to)
  const removed = removedChanges(from, places)
  return [...kept, ...removed].sort((a, b) => a.place - b.place).map(({ change }) => change)
}

/** Changes of blocks that are there after. */
function keptChanges(from: Body, to: Body): Placed[] {
  const former = new Map(from.map((block, index) => [block._key, { block, index }]))
  const moved = movedKeys(to, former)
  const budget = newBudget()
  return to.flatMap((after, toIndex) => {
    const before = former.get(after._key) ?? null
    const isMoved = moved.has(after._key)
    const isChanged = !sameJson(before?.block, after)
    if (!isChanged && !isMoved) return []
    const change: BlockChange = {
      change: !before ? 'ADDED' : isChanged ? 'CHANGED' : 'MOVED',
      ...{ key: after._key, isMoved, fromIndex: before?.index ?? null, toIndex },
      ...{ before: before?.block ?? null, after },
      text: before && isChanged ? textChanges(before.block, after, budget) : null,
    }
    return [{ place: toIndex, change }]
  })
}

/** Blocks that do not keep their order among those that were there before. */
function movedKeys(to: Body, former: ReadonlyMap<string, { index: number }>): Set<string> {
  const known = to.flatMap(({ _key }) => {
    const index = former.get(_key)?.index
    return index === undefined ? [] : [{ _key, index }]
  })
  const resting = new Set(longestRise(known.map(({ index }) => index)))
  return new Set(known.filter((_, position) => !resting.has(position)).map(({ _key }) => _key))
}

function removedChanges(from: Body, places: ReadonlyMap<string, number>): Placed[] {
  let place = -0.5
  return from.flatMap((block, fromIndex) => {
    const { _key: key } = block
    const index = places.get(key)
    if (index !== undefined) place = index + 0.5
    if (index !== undefined) return []
    const where = { isMoved: false, fromIndex, toIndex: null }
    return [{ place, change: { change: 'REMOVED' as const, key, ...where, before: block, after: null, text: null } }]
  })
}

/** The words of a paragraph, heading or quotation before and after; null for all else. SAME alone: only its style or marks differ. */
function textChanges(before: Block, after: Block, budget: WordBudget): TextPiece[] | null {
  if (before._type !== 'block' || after._type !== 'block') return null
  return diffWords(plainText(before), plainText(after), budget)
}
