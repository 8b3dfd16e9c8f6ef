import {
  coerceInputValue,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql'
import { type Fault, shorten } from '../core/errors.ts'
import { hideNames } from './hidden-names.ts'

/**
 * What is wrong with a value for an input type, each fault at its own path, found as they are asked for: GraphQL tells of an
 * unknown field or a missing one only at the object that has it or lacks it. None when the value fits. Without `hasNames` no
 * fault says what the schema has and the value has not.
 */
export function* inputFaults(
  type: GraphQLInputType,
  value: unknown,
  path: string,
  hasNames: boolean,
): Generator<Fault, void> {
  if (isNonNullType(type)) {
    if (value === null) yield { path, message: 'must not be null' }
    else yield* inputFaults(type.ofType, value, path, hasNames)
  } else if (value === null) return
  else if (isListType(type)) yield* itemFaults(type.ofType, value, path, hasNames)
  else if (isInputObjectType(type) && isMap(value)) yield* fieldFaults(type, value, path, hasNames)
  else yield* leafFaults(type, value, path, hasNames)
}

/** Items of one list: ten times what any list of the service takes, so that the judge of it is the one who knows. */
const maxItems = 1_000

function leafFaults(type: GraphQLInputType, value: unknown, path: string, hasNames: boolean): Fault[] {
  const faults: Fault[] = []
  const add = (message: string) => faults.push({ path, message: shorten(message, 300) })
  coerceInputValue(
    value,
    type,
    (_keys, _value, { message }) => add(hasNames ? message : hideNames(message, '')),
    !hasNames,
  )
  return faults
}

/** GraphQL takes a value that is no list for a list of one. */
function* itemFaults(type: GraphQLInputType, value: unknown, path: string, hasNames: boolean): Generator<Fault, void> {
  if (!Array.isArray(value)) return yield* inputFaults(type, value, path, hasNames)
  if (value.length > maxItems) yield { path, message: `has ${value.length} items; the most is ${maxItems}` }
  else for (const [index, item] of value.entries()) yield* inputFaults(type, item, `${path}[${index}]`, hasNames)
}

function* fieldFaults(
  type: GraphQLInputObjectType,
  value: Record<string, unknown>,
  path: string,
  hasNames: boolean,
): Generator<Fault, void> {
  const fields = type.getFields()
  for (const name of Object.keys(value))
    if (!Object.hasOwn(fields, name)) {
      const known = hasNames ? `; known are ${Object.keys(fields).join(', ')}` : ''
      yield { path: `${path}.${shorten(name)}`, message: `is not a field here${known}` }
    }
  for (const field of Object.values(fields)) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined
    const at = `${path}.${field.name}`
    if (given !== undefined) yield* inputFaults(field.type, given, at, hasNames)
    else if (isRequiredInputField(field))
      yield hasNames ? { path: at, message: 'is required' } : { path, message: 'lacks a field that is required' }
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
