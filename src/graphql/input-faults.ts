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

/**
 * What is wrong with a value for an input type, each fault at its own path: GraphQL tells of an unknown field or a
 * missing one only at the object that has it or lacks it. None when the value fits.
 */
export function inputFaults(type: GraphQLInputType, value: unknown, path: string): Fault[] {
  if (isNonNullType(type))
    return value === null ? [{ path, message: 'must not be null' }] : inputFaults(type.ofType, value, path)
  if (value === null) return []
  if (isListType(type)) return itemFaults(type.ofType, value, path)
  if (isInputObjectType(type) && isMap(value)) return fieldFaults(type, value, path)
  const faults: Fault[] = []
  coerceInputValue(value, type, (_keys, _value, { message }) => faults.push({ path, message: shorten(message, 300) }))
  return faults
}

/** GraphQL takes a value that is no list for a list of one. */
function itemFaults(type: GraphQLInputType, value: unknown, path: string): Fault[] {
  if (!Array.isArray(value)) return inputFaults(type, value, path)
  return value.flatMap((item, index) => inputFaults(type, item, `${path}[${index}]`))
}

function fieldFaults(type: GraphQLInputObjectType, value: Record<string, unknown>, path: string): Fault[] {
  const fields = type.getFields()
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name))
  return [
    ...unknown.map((name) => ({
      path: `${path}.${shorten(name)}`,
      message: `is not a field here; known are ${Object.keys(fields).join(', ')}`,
    })),
    ...Object.values(fields).flatMap((field) => {
      const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined
      const at = `${path}.${field.name}`
      if (given !== undefined) return inputFaults(field.type, given, at)
      return isRequiredInputField(field) ? [{ path: at, message: 'is required' }] : []
    }),
  ]
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
