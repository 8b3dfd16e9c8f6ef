import { type Checking, showValue } from '../faults.ts'
import { type Fields, openFields, withoutAbsent } from '../fields.ts'
import { fillKeys, isKey, isObject } from '../keys.ts'
import { decorators, listKinds, type Span, type TextBlock, textStyles } from '../types.ts'
import { checkMarkDefs } from './mark-defs.ts'

// Rendering compares each span with the next ones of its block: these bounds keep the worst body under a second.
const maxSpans = 500
const maxMarks = 10
const maxSpanText = 100_000

const spanFields = ['_type', '_key', 'text', 'marks']

/** The fields of a text block. */
export const textBlockFields = ['_type', '_key', 'style', 'listItem', 'level', 'children', 'markDefs']

/** Reads a paragraph, heading, quotation or list item; style `normal` and level 1 are filled in. */
export function checkTextBlock(fields: Fields, _key: string): TextBlock {
  const listItem = fields.optionalChoice('listItem', listKinds)
  return withoutAbsent<TextBlock>({
    _type: 'block',
    _key,
    style: fields.optionalChoice('style', textStyles) ?? 'normal',
    listItem,
    level: checkLevel(fields, listItem !== undefined),
    children: checkSpans(fields, definedMarks(fields)),
    markDefs: checkMarkDefs(fields),
  })
}

function checkLevel(fields: Fields, isListItem: boolean): number | undefined {
  const level = fields.optionalWhole('level', { min: 1, max: 5 })
  if (isListItem) return level ?? 1
  if (level !== undefined && !fields.has('listItem')) {
    fields.refuse('level', 'level is for list items; add listItem (bullet or number) or omit level')
  }
  return undefined
}

// As they came: a text is not at fault when the definition of its mark is.
function definedMarks(fields: Fields): ReadonlySet<string> {
  const items = fields.value('markDefs')
  return new Set(
    Array.isArray(items) ? items.flatMap((item) => (isObject(item) && isKey(item._key) ? item._key : [])) : [],
  )
}

function checkSpans(fields: Fields, defined: ReadonlySet<string>): Span[] {
  const items = fields.list('children', { min: 0, max: maxSpans })
  const path = `${fields.path}.children`
  const { checking } = fields
  const keys = fillKeys(items, 's', path, checking)
  checking.spanCount += items.length
  return items.flatMap((item, index) =>
    checking.isFull ? [] : checkSpan(item, `${path}[${index}]`, keys[index] ?? '', defined, checking),
  )
}

function checkSpan(
  item: unknown,
  path: string,
  _key: string,
  defined: ReadonlySet<string>,
  checking: Checking,
): Span | [] {
  const fields = openFields(item, path, spanFields, checking)
  if (!fields) return []
  const type = fields.value('_type')
  if (type !== 'span') fields.refuse('_type', `_type is ${showValue(type)}; children of a block are of type span`)
  return withoutAbsent<Span>({
    _type: 'span',
    _key,
    text: fields.text('text', maxSpanText),
    marks: checkMarks(fields, defined),
  })
}

function checkMarks(fields: Fields, defined: ReadonlySet<string>): string[] | undefined {
  const marks = fields
    .optionalList('marks', { min: 0, max: maxMarks })
    ?.map((mark, index) => checkMark(mark, `${fields.path}.marks[${index}]`, defined, fields.checking))
  if (marks && marks.filter((mark) => defined.has(mark)).length > 1) {
    fields.refuse('marks', 'marks name more than one link; a text can have one link or articleRef')
  }
  return marks
}

function checkMark(mark: unknown, path: string, defined: ReadonlySet<string>, checking: Checking): string {
  if (typeof mark === 'string' && (defined.has(mark) || decorators.some((name) => name === mark))) return mark
  const ways = `use ${decorators.join(', ')} or the _key of one of the block's markDefs`
  checking.refuse(path, `mark ${showValue(mark)} is unknown; ${ways}`)
  return ''
}
