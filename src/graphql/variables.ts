import { type GraphQLSchema, isInputType, isNonNullType, typeFromAST, type VariableDefinitionNode } from 'graphql'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import type { Operation } from './documents.ts'
import { inputFaults } from './input-faults.ts'

/** Variables that do not fit their operation: the request itself was well formed. */
export class InvalidVariables extends Refusal {
  override name = 'InvalidVariables'

  constructor(faults: Fault[]) {
    super('invalid_input', invalidInput(faults).message, { faults })
  }
}

/** Faults that are told; a list of a hundred thousand wrong values is not looked at to its end. */
const maxFaults = 50

/**
 * The refusal of variables that do not fit their types, each fault with its path inside the variables; null when all fit.
 * `hasNames`: whether faults may name what the schema has. Asked before each execution: Mercurius does not check the variables of
 * the one call in which it compiles a document.
 */
export function variablesRefusal(
  schema: GraphQLSchema,
  operation: Operation,
  variables: Record<string, unknown>,
  hasNames: boolean,
): InvalidVariables | null {
  const faults: Fault[] = []
  for (const definition of operation.node.variableDefinitions ?? [])
    for (const fault of faultsOfVariable(schema, definition, variables, hasNames)) {
      faults.push(fault)
      if (faults.length === maxFaults) return new InvalidVariables(faults)
    }
  return faults.length > 0 ? new InvalidVariables(faults) : null
}

function faultsOfVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Record<string, unknown>,
  hasNames: boolean,
): Iterable<Fault> {
  const name = definition.variable.name.value
  const type = typeFromAST(schema, definition.type)
  if (!isInputType(type)) return []
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (value === undefined)
    return isNonNullType(type) && !definition.defaultValue
      ? [{ path: name, message: `is required: a value of ${type}` }]
      : []
  return inputFaults(type, value, name, hasNames)
}
