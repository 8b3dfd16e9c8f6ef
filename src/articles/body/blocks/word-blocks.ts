import { type Fields, maxLine, maxPassage, openFields, readText, withoutAbsent } from '../fields.ts'
import { fillKeys } from '../keys.ts'
import type { DividerBlock, KeyPointsBlock, PullquoteBlock, TableBlock, TableRow } from '../types.ts'

/** The fields of pull quotations, lists of key points, tables and dividers. */
export const pullquoteFields = ['_type', '_key', 'text', 'attribution']
export const keyPointsFields = ['_type', '_key', 'title', 'points']
export const tableFields = ['_type', '_key', 'caption', 'headerRows', 'rows']
export const dividerFields = ['_type', '_key']

const rowFields = ['_key', 'cells']

/** Reads a pull quotation. */
export function checkPullquote(fields: Fields, _key: string): PullquoteBlock {
  const text = fields.words('text', maxPassage)
  return withoutAbsent<PullquoteBlock>({
    _type: 'pullquote',
    _key,
    text,
    attribution: fields.optionalText('attribution', maxLine),
  })
}

/** Reads 1 to 20 key points. */
export function checkKeyPoints(fields: Fields, _key: string): KeyPointsBlock {
  const points = fields.list('points', { min: 1, max: 20 }).map((value, index) => {
    const path = `${fields.path}.points[${index}]`
    const point = readText(value, path, maxPassage, fields.checking)
    if (typeof value === 'string' && point.trim() === '')
      fields.checking.refuse(path, 'is blank; write it or remove it')
    return point
  })
  return withoutAbsent<KeyPointsBlock>({
    _type: 'keyPoints',
    _key,
    title: fields.optionalText('title', maxLine),
    points,
  })
}

/** Reads a table: 1 to 200 rows of 1 to 30 cells, all as long as the first; one heading row is filled in. */
export function checkTable(fields: Fields, _key: string): TableBlock {
  const faultsBefore = fields.checking.faults.length
  const rows = checkRows(fields)
  if (fields.checking.faults.length === faultsBefore) refuseUnevenRows(fields, rows)
  return withoutAbsent<TableBlock>({
    _type: 'table',
    _key,
    caption: fields.optionalText('caption', maxPassage),
    headerRows: fields.optionalWhole('headerRows', { min: 0, max: 5 }) ?? 1,
    rows,
  })
}

/** Reads a divider. */
export function checkDivider(_fields: Fields, _key: string): DividerBlock {
  return { _type: 'divider', _key }
}

function refuseUnevenRows(table: Fields, rows: TableRow[]): void {
  const width = rows[0]?.cells.length
  const uneven = rows.findIndex((row) => row.cells.length !== width)
  const message = `has ${rows[uneven]?.cells.length} cells; the first row has ${width}: make them equal`
  if (uneven > 0) table.refuse(`rows[${uneven}].cells`, message)
}

function checkRows(table: Fields): TableRow[] {
  const items = table.list('rows', { min: 1, max: 200 })
  const path = `${table.path}.rows`
  const { checking } = table
  const keys = fillKeys(items, 'r', path, checking)
  return items.flatMap((item, index) => {
    const row = checking.isFull ? undefined : openFields(item, `${path}[${index}]`, rowFields, checking)
    return row ? { _key: keys[index] ?? '', cells: checkCells(row) } : []
  })
}

function checkCells(row: Fields): string[] {
  const cells = row.list('cells', { min: 1, max: 30 })
  return cells.map((cell, index) => readText(cell, `${row.path}.cells[${index}]`, maxPassage, row.checking))
}
