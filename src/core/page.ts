import { createHash } from 'node:crypto'
import type { Count } from './count.ts'
import { Refusal } from './errors.ts'

/** Rows that one page gives at most, and when `first` is missing. */
export const maxPageSize = 100
export const defaultPageSize = 20

/** One page of a list. */
export interface Page<T> {
  items: T[]
  /** The cursor of the page behind this one; null on the last. */
  next: string | null
  /** The cursor of the item at this index. */
  cursorAt(index: number): string
  /** How many items the whole list has, looked up when it is called; only lists for readers have it. */
  totalCount?(): Promise<Count>
}

/** A place in a list that is sorted by one key and, among equals, by id. */
export interface Position {
  key: string
  id: string
}

/** Whether a key is one that a list of this kind writes, so that a forged cursor never reaches the database. */
const keyKinds = {
  text: (key: string) => /^[^\0]{0,500}$/.test(key),
  instant: (key: string) => /^[1-9]\d{3}-.{18}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  number: (key: string) => /^\d{1,9}$/.test(key),
  /** A place in the journal, which may pass what a 32-bit number holds. */
  journal: (key: string) => /^\d{1,18}$/.test(key),
}
type KeyKind = keyof typeof keyKinds

/** What a list was asked for, read and checked. */
export interface PageRequest {
  size: number
  after: Position | null
  list: string
}

/**
 * Reads `first` (1 to 100, default 20) and `after` for the list that `list` names: its sort and every filter. `keyIs` says
 * what the list is sorted by.
 * @throws invalid_input, limit_exceeded, or invalid_cursor when the cursor was made by another list or by nobody.
 */
export function readPage(
  input: { first?: unknown; after?: unknown },
  list: string,
  keyIs: KeyKind = 'text',
): PageRequest {
  return {
    size: readFirst(input.first),
    after: input.after == null ? null : readCursor(input.after, list, keyIs),
    list,
  }
}

function readFirst(size: unknown): number {
  if (size == null) return defaultPageSize
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    throw new Refusal('invalid_input', `first: must be a whole number from 1 to ${maxPageSize}`, {
      faults: [{ path: 'first', message: `must be a whole number from 1 to ${maxPageSize}` }],
    })
  if (size > maxPageSize)
    throw new Refusal(
      'limit_exceeded',
      `first: ${size} is over the maximum of ${maxPageSize}; ask for ${maxPageSize} and follow 'after'`,
      {
        faults: [{ path: 'first', message: `the maximum is ${maxPageSize}` }],
      },
    )
  return size
}

/** The opaque form of a position in this list. */
export function writeCursor(position: Position, list: string): string {
  return Buffer.from(JSON.stringify([fingerprint(list), position.key, position.id])).toString('base64url')
}

/**
 * The position that a cursor of this list stands for; `field` is where it was given.
 * @throws invalid_cursor
 */
export function readCursor(cursor: unknown, list: string, keyIs: KeyKind, field = 'after'): Position {
  const [mark, key, id] = decode(cursor)
  if (
    mark !== fingerprint(list) ||
    typeof key !== 'string' ||
    !keyKinds[keyIs](key) ||
    typeof id !== 'string' ||
    !uuidPattern.test(id)
  )
    throw new Refusal(
      'invalid_cursor',
      `${field}: this cursor is not of this list; take one that the same list gave, or leave it out`,
      {
        faults: [{ path: field, message: 'not a cursor of this list' }],
      },
    )
  return { key, id }
}

function decode(cursor: unknown): unknown[] {
  if (typeof cursor !== 'string' || cursor.length > 2_000) return []
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** What every slug looks like; a key that does not is nobody's. */
export const slugPattern = /^[a-z0-9-]{1,120}$/

/** Any UUID, in the form that PostgreSQL gives. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function fingerprint(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8)
}

/** A page of a list that is known to be empty. */
export const emptyPage: Page<never> = {
  items: [],
  next: null,
  cursorAt: () => '',
  totalCount: async () => ({ count: 0, exact: true }),
}

/** A page out of its rows, which are one more than asked for when there is a next page. */
export function toPage<R, T>(
  rows: R[],
  request: PageRequest,
  position: (row: R) => Position,
  view: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, request.size)
  const cursorAt = (index: number) => {
    const row = kept[index]
    return row === undefined ? '' : writeCursor(position(row), request.list)
  }
  const next = rows.length > request.size ? cursorAt(kept.length - 1) : null
  return { items: kept.map(view), next, cursorAt }
}
