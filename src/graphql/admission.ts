import type { GraphQLSchema } from 'graphql'
import { Refusal } from '../core/errors.ts'
import { type Operation, rememberDocuments } from './documents.ts'
import { automaticDocuments, type NamedDocument, trustedOnly } from './persisted.ts'
import type { TrustedDocuments } from './trusted.ts'
import { variablesRefusal } from './variables.ts'

/** What the service takes of clients, by its settings. */
export interface AdmissionRules {
  /** Points of one operation at most. */
  maxCost: number
  /** Whether the schema can be asked for, and errors may name what it has. */
  hasIntrospection: boolean
  /** Only these run; null: any document. */
  trustedDocuments: TrustedDocuments | null
}

/**
 * Points of one subscription at most, however much an operation may cost: it runs again with every change that it is told of, so all
 * that one socket may hold together cost as much as one operation.
 */
export const maxSubscriptionCost = 500

export const defaultRules: AdmissionRules = { maxCost: 10_000, hasIntrospection: true, trustedDocuments: null }

/** What a client asks to be run, on whichever transport. */
export interface AskedOperation extends NamedDocument {
  operationName: string | undefined
  variables: Record<string, unknown> | undefined
}

/** An operation that may be run: valid, within every limit, with variables that fit it. */
export interface AdmittedOperation {
  operation: Operation
  /** Of the whole document. */
  text: string
  /** None when the operation has none. */
  variables: Record<string, unknown> | undefined
  cost: CostReport
}

/** Points that an operation costs and may cost; what clients read as `extensions.cost`. */
export interface CostReport {
  requested: number
  maximum: number
}

/** The one door of every transport: nothing runs that it did not admit. */
export interface Admission {
  /**
   * Finds and judges what is asked for; nothing has run yet.
   * @throws PERSISTED_QUERY_NOT_FOUND, graphql_not_trusted, graphql_invalid, graphql_too_costly, invalid_input for variables or a
   * hash; GraphQLError and InvalidDocument as `Documents` say.
   */
  admit(asked: AskedOperation): AdmittedOperation
}

export function makeAdmission(schema: GraphQLSchema, rules: AdmissionRules): Admission {
  const { maxCost, hasIntrospection, trustedDocuments } = rules
  const documents = rememberDocuments(schema, hasIntrospection)
  const persisted = trustedDocuments ? trustedOnly(trustedDocuments) : automaticDocuments()
  return {
    admit(asked) {
      const text = persisted.textOf(asked)
      const operation = documents.operation(text, asked.operationName)
      persisted.register(asked)
      const variables = asked.variables ?? {}
      const refusal = variablesRefusal(schema, operation, variables, hasIntrospection)
      if (refusal) throw refusal
      const isSubscription = operation.kind === 'subscription'
      const maximum = isSubscription ? Math.min(maxCost, maxSubscriptionCost) : maxCost
      const cost = { requested: operation.pointsWith(variables), maximum }
      if (cost.requested > maximum) throw tooCostly(cost, isSubscription)
      const hasVariables = Boolean(operation.node.variableDefinitions?.length)
      return { operation, text, variables: hasVariables ? variables : undefined, cost }
    },
  }
}

function tooCostly(cost: CostReport, isSubscription: boolean): Refusal {
  const what = isSubscription ? 'subscription' : 'operation'
  const wayOut = isSubscription ? 'and ask for the rest with a query when it tells you' : 'or send several requests'
  return new Refusal(
    'graphql_too_costly',
    `the ${what} costs ${cost.requested} points; the most is ${cost.maximum}: ask for fewer items with 'first', for fewer lists inside lists, ${wayOut}`,
    { details: { cost } },
  )
}
