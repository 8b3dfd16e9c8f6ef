import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import { defaultPageSize, maxPageSize } from '../core/page.ts'
import { fieldOf, isPage, ownWeight, weightOf, weightOfObject } from './field-weights.ts'
import { filterWeight, introspectionShare, listSize } from './weights.ts'

/** Points of an operation, and the variables that they depend on. */
export interface Cost {
  points: number
  sizeVariables: ReadonlySet<string>
}

/** Points of a selection: paid once, and, inside a page of a list, paid for each item of it. */
interface Parts {
  once: number
  each: number
}

interface Walk {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The value that `first` will have, when a variable says it. */
  variable(name: string): unknown
  /** What was computed already, by place and type: a fragment is walked once for each type, however often it is used. */
  known: Map<SelectionSetNode, Map<string, Parts>>
}

/**
 * The points of an operation, before it runs, from the text and the variables alone: see docs/graphql.md for the formula. A
 * fragment counts wherever it is used, a field under each of its aliases, and one behind `@include` or `@skip` as if it were
 * there, unless a literal says that it is not. Of an abstract type the dearest of its types counts. Takes time in proportion to the
 * document. Fields and types that the schema does not have count nothing, and fragments inside themselves count once.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Cost {
  const type = schema.getRootType(operation.operation)
  const sizeVariables = new Set<string>()
  const definitions = operation.variableDefinitions ?? []
  const defaults = new Map(definitions.map((each) => [each.variable.name.value, each.defaultValue]))
  const walk: Walk = {
    schema,
    fragments: fragmentsOf(document),
    known: new Map(),
    variable: (name) => {
      sizeVariables.add(name)
      return Object.hasOwn(variables, name) ? variables[name] : literal(defaults.get(name))
    },
  }
  const { once } = type ? selectionCost(walk, operation.selectionSet, type) : nothing
  return { points: Math.ceil(Math.min(round(once), Number.MAX_SAFE_INTEGER)), sizeVariables }
}

const nothing: Parts = { once: 0, each: 0 }

/** Sums of tenths are not exact: 0.1 three times is a bit over 0.3, and must not be a point more. */
const round = (points: number) => Math.round(points * 1_000) / 1_000

/** Fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
}

function selectionCost(walk: Walk, set: SelectionSetNode, type: GraphQLObjectType): Parts {
  const ofTypes = walk.known.get(set) ?? new Map<string, Parts>()
  walk.known.set(set, ofTypes)
  const known = ofTypes.get(type.name)
  if (known) return known
  // Stands for a fragment that is met inside itself.
  ofTypes.set(type.name, nothing)
  const sum = { once: 0, each: 0 }
  for (const selection of set.selections) {
    const { once, each } = isLeftOut(selection) ? nothing : partCost(walk, selection, type)
    sum.once += once
    sum.each += each
  }
  ofTypes.set(type.name, sum)
  return sum
}

function partCost(walk: Walk, selection: SelectionNode, type: GraphQLObjectType): Parts {
  if (selection.kind === Kind.FIELD) return fieldCost(walk, selection, type)
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection
  if (!fragment) return nothing
  const condition = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value)
  const fits = !fragment.typeCondition || (condition && covers(walk.schema, condition, type))
  return fits ? selectionCost(walk, fragment.selectionSet, type) : nothing
}

function covers(schema: GraphQLSchema, condition: GraphQLNamedType, type: GraphQLObjectType): boolean {
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type))
}

function fieldCost(walk: Walk, node: FieldNode, parent: GraphQLObjectType): Parts {
  const field = fieldOf(walk.schema, parent, node.name.value)
  if (!field) return nothing
  const type = getNamedType(field.type)
  const share = type.name.startsWith('__') || parent.name.startsWith('__') ? introspectionShare : 1
  const own = share * ownWeight(walk.schema, parent, field) + (isPage(type) && isFiltered(node) ? filterWeight : 0)
  if (!isCompositeType(type) || !node.selectionSet) return { once: own, each: 0 }
  const inside = dearest(walk, node.selectionSet, type)
  const isList = isListType(getNullableType(field.type))
  const item = share * weightOfObject(type) + inside.once
  // The items of a page: how many there are is known where the page is asked for.
  if (isList && isPage(parent)) return { once: 0, each: item }
  const size = isList || isPage(type) ? sizeOf(walk, node, parent, field) : 0
  return { once: own + (isList ? size * item : inside.once + size * inside.each), each: 0 }
}

function dearest(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType): Parts {
  if (isObjectType(type)) return selectionCost(walk, set, type)
  const possible = isAbstractType(type) ? walk.schema.getPossibleTypes(type) : []
  return possible
    .map((each) => selectionCost(walk, set, each))
    .reduce((most, each) => (each.once > most.once ? each : most), nothing)
}

function sizeOf(walk: Walk, node: FieldNode, parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): number {
  if (parent.name === '__Schema' && field.name === 'types') return Object.keys(walk.schema.getTypeMap()).length
  const first = field.args.find(({ name }) => name === 'first')
  const { size = first ? defaultPageSize : listSize, sides = 1 } = weightOf(parent, field.name)
  if (!first) return size
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
  const value = given?.kind === Kind.VARIABLE ? walk.variable(given.name.value) : literal(given)
  const asked = value ?? first.defaultValue
  return sides * (typeof asked === 'number' && !Number.isNaN(asked) ? Math.min(Math.max(asked, 0), maxPageSize) : size)
}

/** Whether it has a filter; one in a variable counts also when it is null. */
function isFiltered({ arguments: given = [] }: FieldNode): boolean {
  return given.some(({ name, value }) => name.value === 'filter' && value.kind !== Kind.NULL)
}

const literal = (node: ValueNode | undefined) => (node?.kind === Kind.INT ? Number(node.value) : undefined)

/** Whether a literal says that it is not there. */
function isLeftOut({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given.find((each) => each.name.value === 'if')?.value
    if (condition?.kind !== Kind.BOOLEAN) return false
    return name.value === 'skip' ? condition.value : name.value === 'include' && !condition.value
  })
}
