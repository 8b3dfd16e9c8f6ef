import { type GraphQLSchema, isInputType, isNonNullType, typeFromAST, type VariableDefinitionNode } from 'graphql'
import { type Fault, invalidInput, type Refusal } from '../core/errors.ts'
import type { Operation } from './documents.ts'
import { inputFaults } from './input-faults.ts'

/**
 * The refusal of variables that do not fit their types, each fault with its path inside the variables; null when all fit.
 * Asked before each execution: Mercurius does not check the variables of the one call in which it compiles a document.
 */
export function variablesRefusal(
  schema: GraphQLSchema,
  operation: Operation,
  variables: Record<string, unknown>,
): Refusal | null {
  const definitions = operation.node.variableDefinitions ?? []
  const faults = definitions.flatMap((definition) => faultsOfVariable(schema, definition, variables))
  return faults.length > 0 ? invalidInput(faults.slice(0, maxFaults)) : null
}

const maxFaults = 50

function faultsOfVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Record<string, unknown>,
): Fault[] {
  const name = definition.variable.name.value
  const type = typeFromAST(schema, definition.type)
  if (!isInputType(type)) return []
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (value === undefined)
    return isNonNullType(type) && !definition.defaultValue
      ? [{ path: name, message: `is required: a value of ${type}` }]
      : []
  return inputFaults(type, value, name)
}
