/** Rows for one table. Values stand in the order of the columns: texts, numbers, booleans, dates and null as they are, all else as JSON. */
export interface Rows {
  table: string
  columns: readonly string[]
  rows: Iterable<readonly unknown[]>
}

/** The values of these columns, of each object. What an object lacks is null. */
export function* rowsOf(columns: readonly string[], objects: Iterable<object>): Generator<unknown[]> {
  for (const object of objects) yield columns.map((column) => (object as Record<string, unknown>)[column])
}
