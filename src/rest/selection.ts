import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { type Fault, invalidInput, Refusal, shorten } from '../core/errors.ts'

// Which fields of a thing a client wants, over REST: `fields=headline,bylines.author.name`.

/** The fields to show, each whole or with a choice of its own. */
export type Selection = Map<string, Selection | 'whole'>

/** Fields that one request names at most. */
const maxFields = 100

/** The part of JSON Schema that choosing needs. */
type Shape = { $ref?: string; anyOf?: Shape[]; items?: Shape; properties?: Record<string, Shape> } | undefined

/** Names out of one parameter or several, with commas between them; null when there is none. */
export function namesOf(value: unknown): string[] | null {
  if (value == null) return null
  const names = [value].flat().flatMap((text) => String(text).split(','))
  return names.map((name) => name.trim())
}

/**
 * The fields that `names` choose of a shape; null without names.
 * @throws invalid_input with every name that is no field, and the known ones; limit_exceeded for more than 100.
 */
export function selectionOf(request: FastifyRequest, names: string[] | null, shape: TSchema): Selection | null {
  if (!names) return null
  if (names.length > maxFields)
    throw new Refusal('limit_exceeded', `fields: ${names.length} names are over the maximum of ${maxFields}`, {
      faults: [{ path: 'fields', message: `the maximum is ${maxFields} names` }],
    })
  const selection: Selection = new Map()
  const faults = names.flatMap((name): Fault[] => {
    const message = choose(selection, name.split('.'), shape as Shape, finderOf(request))
    return message ? [{ path: 'fields', message: `'${shorten(name)}' ${message}` }] : []
  })
  if (faults.length > 0) throw invalidInput(faults)
  return selection
}

type Find = (id: string) => Shape

const finderOf =
  ({ server }: FastifyRequest): Find =>
  (id) =>
    server.getSchema(id) as Shape

/** Adds one name to a selection. Gives what is wrong with it; null when it is a field. */
function choose(selection: Selection, [name = '', ...rest]: string[], shape: Shape, find: Find): string | null {
  const properties = openedShape(shape, find)?.properties
  if (!properties) return 'goes into something that has no fields to choose from'
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined
  if (!property) return `is not a field here; known are ${Object.keys(properties).join(', ')}`
  const known = selection.get(name)
  if (rest.length === 0 || known === 'whole') {
    selection.set(name, 'whole')
    return rest.length === 0 ? null : choose(new Map(), rest, property, find)
  }
  const inner: Selection = known ?? new Map()
  selection.set(name, inner)
  return choose(inner, rest, property, find)
}

/** The shape behind a reference, behind "or null" and behind a list. */
function openedShape(shape: Shape, find: Find): Shape {
  if (shape?.$ref) return openedShape(find(shape.$ref.replace('#', '')), find)
  if (shape?.anyOf?.length === 2) return openedShape(shape.anyOf[0], find)
  return shape?.items ? openedShape(shape.items, find) : shape
}

/** The chosen fields of a value, as its shape names them and nothing else. */
function project(value: unknown, selection: Selection | 'whole', shape: Shape, find: Find): unknown {
  if (Array.isArray(value)) return value.map((item) => project(item, selection, shape, find))
  const properties = openedShape(shape, find)?.properties
  if (typeof value !== 'object' || value === null || !properties) return value
  const names = selection === 'whole' ? Object.keys(properties) : [...selection.keys()]
  const known = value as Record<string, unknown>
  return Object.fromEntries(
    names
      .filter((name) => known[name] !== undefined)
      .map((name) => [
        name,
        project(
          known[name],
          selection === 'whole' ? 'whole' : (selection.get(name) ?? 'whole'),
          properties[name],
          find,
        ),
      ]),
  )
}

/** A thing with the chosen fields only, as JSON. */
export function sendChosen(
  request: FastifyRequest,
  reply: FastifyReply,
  thing: unknown,
  { selection, shape }: { selection: Selection; shape: TSchema },
): string {
  reply.header('content-type', 'application/json; charset=utf-8')
  return JSON.stringify(project(thing, selection, shape as Shape, finderOf(request)))
}

/** A page whose items have the chosen fields only, as JSON. */
export function sendChosenPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { data, page }: { data: unknown[]; page: unknown },
  { selection, shape }: { selection: Selection; shape: TSchema },
): string {
  reply.header('content-type', 'application/json; charset=utf-8')
  const items = data.map((item) => project(item, selection, shape as Shape, finderOf(request)))
  return JSON.stringify({ data: items, page })
}
