import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
} from 'graphql'
import { Refusal } from '../core/errors.ts'

/** Characters of one document: thirty times the largest query that a page needs. */
const maxCharacters = 20_000
/** Tokens of one document. Validation compares fields that share a name in pairs, so its time grows with the square. */
const maxTokens = 1_000
/** Documents remembered; with the limit above, 20 MB of text at the very most. */
const maxRemembered = 1_000

/** One operation of a document, ready to be run. */
export interface Operation {
  kind: OperationTypeNode
  node: OperationDefinitionNode
  /** Text under which the executor keeps the document. It compiles one operation for each text, so each needs its own. */
  source: string
}

type Operations = ReadonlyMap<string, Operation>

/**
 * Finds operations in documents and remembers those that it parsed. Documents are not validated here.
 * `operation` throws graphql_invalid for text that is too long, and GraphQLError for what does not parse, has no
 * operation of that name, or several and no name.
 */
export function rememberDocuments(): { operation(text: string, name: string | undefined): Operation } {
  const remembered = new Map<string, Operations>()
  return {
    operation(text, name) {
      const known = remembered.get(text) ?? readOperations(text)
      remembered.delete(text)
      remembered.set(text, known)
      if (remembered.size > maxRemembered) forgetOldest(remembered)
      return pickOperation(known, name)
    },
  }
}

function forgetOldest(remembered: Map<string, Operations>): void {
  const [oldest] = remembered.keys()
  if (oldest !== undefined) remembered.delete(oldest)
}

function readOperations(text: string): Operations {
  if (text.length > maxCharacters)
    throw new Refusal(
      'graphql_invalid',
      `the document has ${text.length} characters; the most is ${maxCharacters}: split it, or move values into variables`,
    )
  const nodes = operationNodes(parse(text, { maxTokens }))
  return new Map(
    nodes.map((node) => [node.name?.value ?? '', { kind: node.operation, node, source: sourceOf(text, node, nodes) }]),
  )
}

function operationNodes(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
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
