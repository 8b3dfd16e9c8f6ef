import type { TObject } from 'typebox'
import type { Transaction } from '../core/ctx.ts'
import type { LineType } from './line.ts'

/** What a line holds, as JSON but for dates. */
export type Data = Readonly<Record<string, unknown>>

/** A kind of thing that is exported: how it is read, a page at a time, in the order of ids. */
export interface Thing {
  type: LineType
  shape: TObject
  /** The ids behind this one, ascending, a page of them. Of all, or of those in the table `chosen_thing` and what belongs to them. */
  ids(tx: Transaction, after: string, isWhole: boolean): Promise<{ id: string }[]>
  /** These things, in the order of their ids; what is not there is left out. */
  some(tx: Transaction, ids: string[]): Promise<Data[]>
  /** Snapshots of each, whose lines come right behind its own. */
  part?: Part
}

/** Snapshots of things, numbered within each. */
export interface Part {
  type: LineType
  shape: TObject
  /** The snapshots of these things behind the last, by thing and number, a page of them. */
  after(tx: Transaction, ids: string[], last: { of: string; number: number } | null): Promise<Snapshot[]>
  /** Those that stand for these, as far as they are there. */
  some(tx: Transaction, given: Data[]): Promise<Data[]>
}

export interface Snapshot {
  of: string
  number: number
  data: Data
}

/** The fields that a shape names, in its order. */
export function inOrder({ properties }: TObject, row: object): Data {
  return Object.fromEntries(Object.keys(properties).map((name) => [name, (row as Data)[name]]))
}

/** What tells a thing or a snapshot from others of its type. */
export function keyOf({ id, tagId, postId, number, articleId }: Data): string {
  return String(id ?? tagId ?? (postId === undefined ? articleId : `${postId}:${number}`))
}
