import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { Refusal } from '../core/errors.ts'
import { type Cost, costOf } from './cost.ts'
import { hideNames } from './hidden-names.ts'
import { checkLimits, documentLimits } from './limits.ts'

/** One operation of a valid document, ready to be run. */
export interface Operation {
  kind: OperationTypeNode
  node: OperationDefinitionNode
  /** Text under which the executor keeps the document. It compiles one operation for each text, so each needs its own. */
  source: string
  /** Whether it asks for nothing but the schema. */
  isIntrospection: boolean
  /** Points of the operation with these variables. */
  pointsWith(variables: Record<string, unknown>): number
}

/** What is wrong with a document, all at once. */
export class InvalidDocument extends Error {
  override name = 'InvalidDocument'
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super('the document is not valid')
    this.errors = errors
  }
}

type Operations = ReadonlyMap<string, Operation>

/** Finds operations in documents. */
export interface Documents {
  /**
   * The operation of that name, or the only one.
   * @throws graphql_invalid for text over a limit, InvalidDocument, and GraphQLError for what does not parse or has no such
   * operation.
   */
  operation(text: string, name: string | undefined): Operation
}

/** Bytes of documents remembered: some two thousand usual ones. The largest that the limits allow takes about 200 kB. */
const maxRememberedBytes = 8 * 1_048_576
const bytesOfCharacter = 2
/** What the syntax tree of a document takes for each token, measured; a token is a character and a space at least. */
const bytesOfToken = 160

/** Parses, limits and validates documents, and remembers what came of it. Without introspection errors show no name either. */
export function rememberDocuments(schema: GraphQLSchema, hasIntrospection: boolean): Documents {
  const remembered = new LRUCache<string, Operations | InvalidDocument>({ maxSize: maxRememberedBytes })
  const read = (text: string): Operations | InvalidDocument => {
    const errors = faultsOf(schema, text, hasIntrospection)
    if (errors.length > 0) return new InvalidDocument(errors)
    // Without places: those hold on to every token of the text.
    return operationsOf(schema, text, parse(text, { noLocation: true }))
  }
  return {
    operation(text, name) {
      const found = remembered.get(text) ?? read(text)
      remembered.set(text, found, { size: bytesOf(text) })
      if (found instanceof InvalidDocument) throw found
      return pickOperation(found, name)
    },
  }
}

function bytesOf(text: string): number {
  const tokens = Math.min(text.length / 2, documentLimits.tokens)
  return 1 + Math.ceil(text.length * bytesOfCharacter + tokens * bytesOfToken)
}

function faultsOf(schema: GraphQLSchema, text: string, hasIntrospection: boolean): GraphQLError[] {
  const most = documentLimits.characters
  if (text.length > most)
    throw new Refusal(
      'graphql_invalid',
      `the document has ${text.length} characters; the most is ${most}: split it, or move values into variables`,
    )
  const document = parse(text, { maxTokens: documentLimits.tokens })
  checkLimits(document)
  const rules = hasIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const errors = validate(schema, document, rules, { maxErrors: 20, hideSuggestions: !hasIntrospection })
  // New ones, for those of the validation hold on to the document.
  return errors.map(
    ({ message, source, positions }) =>
      new GraphQLError(hasIntrospection ? message : hideNames(message, text), { source, positions }),
  )
}

function operationsOf(schema: GraphQLSchema, text: string, document: DocumentNode): Operations {
  const nodes = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  return new Map(
    nodes.map((node) => [
      node.name?.value ?? '',
      {
        kind: node.operation,
        node,
        source: sourceOf(text, node, nodes),
        isIntrospection: isIntrospection(node),
        pointsWith: rememberLast(node, (variables) => costOf(schema, document, node, variables)),
      },
    ]),
  )
}

function isIntrospection({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__'))
}

/** Most documents cost the same each time: the points depend on a variable or two, which name the sizes of lists. */
function rememberLast(node: OperationDefinitionNode, compute: (variables: Record<string, unknown>) => Cost) {
  let last: { values: unknown[]; cost: Cost } | undefined
  return (variables: Record<string, unknown>): number => {
    const known = last
    if (known && [...known.cost.sizeVariables].every((name, index) => variables[name] === known.values[index]))
      return known.cost.points
    const cost = compute(node.variableDefinitions?.length ? variables : {})
    last = { values: [...cost.sizeVariables].map((name) => variables[name]), cost }
    return cost.points
  }
}

/** A comment with the name makes one text of each operation; the end of a document is the one place it fits anywhere. */
function sourceOf(text: string, node: OperationDefinitionNode, nodes: OperationDefinitionNode[]): string {
  return nodes.length === 1 ? text : `${text}\n# ${node.name?.value ?? ''}`
}

function pickOperation(operations: Operations, name: string | undefined): Operation {
  const [first] = operations.values()
  if (!first) throw new GraphQLError('The document has no operation; add a query or a mutation.')
  if (name === undefined && operations.size > 1)
    throw new GraphQLError(`The document has several operations; say which with operationName: ${namesOf(operations)}.`)
  const found = name === undefined ? first : operations.get(name)
  if (!found) throw new GraphQLError(`The document has no operation of that name; it has ${namesOf(operations)}.`)
  return found
}

function namesOf(operations: Operations): string {
  return [...operations.keys()]
    .slice(0, 10)
    .map((name) => name || 'one without a name')
    .join(', ')
}
