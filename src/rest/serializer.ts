import fastJson from 'fast-json-stringify'
import type { TSchema } from 'typebox'
import { madeOnce } from '../lib/made-once.ts'

type Schema = Record<string, unknown>
type Serializer = (value: unknown) => string

/** What was made of a list of shapes: a service has hundreds of routes that answer with the same few shapes. */
const madeOf = new WeakMap<TSchema[], Map<string, Serializer>>()

/**
 * Serialisers of answers, which write only what the shape names. The shapes are written out flat first: to choose
 * between "an author" and "null" behind a reference, fast-json-stringify would run a validator for each value, which
 * made half of the time of serialising a story (135 against 55 µs for 20 kB). Routes that answer with the same share one; so do
 * services of one process that have the same list.
 */
export function serializersOf(shapes: TSchema[]) {
  const byId = new Map(shapes.map((shape) => [(shape as { $id?: string }).$id, shape as unknown as Schema]))
  const made = madeOf.get(shapes) ?? new Map<string, Serializer>()
  madeOf.set(shapes, made)
  return ({ schema }: { schema: unknown }): Serializer => {
    const key = JSON.stringify(schema)
    // Most of the two hundred shapes of a service are not asked for in its first minutes; all at once they made a tenth of its start.
    const compiled = madeOnce(() => fastJson(flatten(schema, byId) as fastJson.Schema))
    const serializer = made.get(key) ?? ((value) => compiled()(value))
    made.set(key, serializer)
    return serializer
  }
}

function flatten(schema: unknown, byId: Map<string | undefined, Schema>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => flatten(item, byId))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, $id, examples, ...own } = schema as Schema
  if (typeof $ref === 'string') return flatten(byId.get($ref.replace('#', '')), byId)
  if (Array.isArray(own.allOf)) return mergeOf(flatten(own.allOf, byId) as Schema[])
  const other = orNull(own.anyOf)
  if (other) return nullableOf(flatten(other, byId) as Schema)
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, flatten(value, byId)]))
}

/** Objects that are one, each with some of its fields. */
function mergeOf(parts: Schema[]): Schema {
  const properties = Object.assign({}, ...parts.map((part) => part.properties))
  return { type: 'object', properties, required: parts.flatMap((part) => part.required ?? []) }
}

/** The shape in "this or null"; undefined for any other choice. */
function orNull(anyOf: unknown): unknown {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined
  return anyOf[1]?.type === 'null' ? anyOf[0] : undefined
}

function nullableOf(schema: Schema): Schema {
  const isCompound = schema.type === 'object' || schema.type === 'array'
  return typeof schema.type === 'string' && !isCompound
    ? { ...schema, type: [schema.type, 'null'] }
    : { ...schema, nullable: true }
}
