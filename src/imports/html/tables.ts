import { cutText, oneLine } from '../text/words.ts'
import { attribute, elementsIn, findAll, findFirst, type HtmlElement, named, textIn } from './tree.ts'
import type { State, Walk } from './walk.ts'

/** What a table of a body holds: see `checkTable`. */
const most = { rows: 200, columns: 30, cell: 10_000 }

/** A table of data. One that only puts things in their places, or is too large, becomes the text in it. */
export function table(walk: Walk, element: HtmlElement, state: State, caption: string | null = null) {
  const rows = rowsOf(element)
  const cells = rows.map((row) => elementsIn(row).filter(named('td', 'th')))
  const width = Math.max(0, ...cells.map((row) => row.reduce((sum, cell) => sum + span(cell, 'colspan'), 0)))
  if (isLayout(element, cells, width)) return layout(walk, element, state)
  if (rows.length > most.rows || width > most.columns) {
    walk.note(`a table of ${rows.length} rows and ${width} columns is too large and was kept as text`)
    return layout(walk, element, state)
  }
  const own = elementsIn(element).find(named('caption'))
  const words = caption ?? (own ? oneLine(textIn(own)) : null)
  const texts = spread(cells, width)
  walk.builder.add((_key) => ({
    ...{ _type: 'table', _key, headerRows: headerRows(rows, cells) },
    ...(words && { caption: cutText(words, 10_000) }),
    rows: texts.map((row, i) => ({ _key: `r${i}`, cells: row })),
  }))
  walk.open(state)
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return named('thead', 'tbody', 'tfoot')(child) ? elementsIn(child).filter(named('tr')) : []
  })
}

const structure = named('table', 'p', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'figure', 'iframe', 'form')

function isLayout(element: HtmlElement, cells: HtmlElement[][], width: number): boolean {
  if (width < 2 || cells.length === 0 || attribute(element, 'role') === 'presentation') return true
  if (findFirst(element, named('table', 'iframe', 'figure', 'blockquote', 'form', 'pre'))) return true
  const all = cells.flat()
  const tall = all.filter((cell) => findAll(cell, structure).length > 2 || textIn(cell).length > most.cell)
  const pictures = all.filter((cell) => findFirst(cell, named('img')) && !oneLine(textIn(cell)))
  return tall.length > 0 || pictures.length > all.length / 2
}

/** What is in the cells, one after the other. */
function layout(walk: Walk, element: HtmlElement, state: State) {
  for (const cell of findAll(element, named('td', 'th', 'caption'))) walk.block(cell, state)
}

function headerRows(rows: HtmlElement[], cells: HtmlElement[][]): number {
  const inHead = rows.filter(({ parentNode }) => parentNode?.nodeName === 'thead').length
  if (inHead > 0) return Math.min(inHead, 5)
  return cells[0]?.length && cells[0].every(named('th')) ? 1 : 0
}

function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const count = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most.rows) : 1
}

/** All rows as long as the widest; what a cell spans beyond itself is left empty. */
function spread(cells: HtmlElement[][], width: number): string[][] {
  const grid: (string | undefined)[][] = cells.map(() => new Array(width).fill(undefined))
  for (const [y, row] of cells.entries()) {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined && x < width) x += 1
      for (let down = 0; down < span(cell, 'rowspan') && y + down < cells.length; down += 1) {
        const line = grid[y + down]
        for (let right = 0; line && right < span(cell, 'colspan') && x + right < width; right += 1)
          line[x + right] ??= ''
      }
      const line = grid[y]
      if (line && x < width) line[x] = cellText(cell)
    }
  }
  return grid.map((row) => row.map((text) => text ?? ''))
}

/** The words of a cell, its lines kept. */
function cellText(cell: HtmlElement): string {
  const lines = textIn(cell)
    .split('\n')
    .map((line) => oneLine(line) ?? '')
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, most.cell)
}
