import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { Refusal } from '../core/errors.ts'
import { fragmentsOf } from './cost.ts'

/**
 * What one document may have at most, whatever it costs. All are several times what pages and consoles send, and small enough
 * that judging the worst document takes a few milliseconds.
 */
export const documentLimits = {
  /** Thirty times the largest query that a page needs. */
  characters: 20_000,
  /** Validation compares fields that share a name in pairs, so its time grows with the square. */
  tokens: 1_000,
  /** Levels of fields. The introspection query of consoles needs 13. */
  depth: 20,
  aliases: 50,
  /** Fields of one operation at the top, those of its fragments included. */
  rootFields: 30,
  /** On one place. */
  directives: 10,
  /** Selections that stand beside another of the same name: pairs again. */
  repeats: 50,
  operations: 20,
  fragments: 50,
} as const

/**
 * Refuses a document over one of the limits, before it is validated. Takes time in proportion to the document.
 * @throws graphql_invalid that names the limit.
 */
export function checkLimits(document: DocumentNode): void {
  const fragments = fragmentsOf(document)
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  atMost(operations.length, documentLimits.operations, 'operations')
  const definitions = document.definitions.length - operations.length
  atMost(definitions, documentLimits.fragments, 'fragments')
  const counts = { aliases: 0, directives: 0, repeats: 0 }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue
    countDirectives(counts, definition.directives)
    for (const variable of definition.variableDefinitions ?? []) countDirectives(counts, variable.directives)
    countIn(counts, definition.selectionSet)
  }
  atMost(counts.aliases, documentLimits.aliases, 'aliases')
  atMost(counts.directives, documentLimits.directives, 'directives on one place')
  atMost(counts.repeats, documentLimits.repeats, 'selections that repeat another beside them')
  const [depths, widths] = [new Map<string, number>(), new Map<string, number>()]
  for (const { selectionSet } of operations) {
    atMost(depthOf(selectionSet, fragments, depths), documentLimits.depth, 'levels of fields')
    atMost(widthOf(selectionSet, fragments, widths), documentLimits.rootFields, 'fields at the top of one operation')
  }
}

function atMost(found: number, most: number, what: string): void {
  if (found <= most) return
  const many = Number.isFinite(found) ? `${found} ${what}` : `too many ${what}`
  throw new Refusal(
    'graphql_invalid',
    `the document has ${many}; the most is ${most}: ask for less, or send several requests`,
  )
}

interface Counts {
  aliases: number
  directives: number
  repeats: number
}

function countDirectives(counts: Counts, directives: readonly DirectiveNode[] = []): void {
  counts.directives = Math.max(counts.directives, directives.length)
}

function countIn(counts: Counts, { selections }: SelectionSetNode): void {
  const names = new Set<string>()
  for (const selection of selections) {
    countDirectives(counts, selection.directives)
    if (selection.kind === Kind.FIELD && selection.alias) counts.aliases += 1
    if (names.has(nameOf(selection))) counts.repeats += 1
    names.add(nameOf(selection))
    if ('selectionSet' in selection && selection.selectionSet) countIn(counts, selection.selectionSet)
  }
}

function nameOf(selection: SelectionSetNode['selections'][number]): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`
  return `... on ${selection.typeCondition?.name.value ?? ''}`
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** Levels of fields below a selection. `known` are those of fragments; one that is met inside itself ends there. */
function depthOf(set: SelectionSetNode, fragments: Fragments, known: Map<string, number>): number {
  return set.selections.reduce((most, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return Math.max(most, ofFragment(selection.name.value, fragments, known, depthOf))
    const inside = selection.selectionSet ? depthOf(selection.selectionSet, fragments, known) : 0
    return Math.max(most, selection.kind === Kind.FIELD ? inside + 1 : inside)
  }, 0)
}

/** Fields of a selection itself, those of its fragments included. */
function widthOf(set: SelectionSetNode, fragments: Fragments, known: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + widthOf(selection.selectionSet, fragments, known)
    return sum + ofFragment(selection.name.value, fragments, known, widthOf)
  }, 0)
}

function ofFragment(
  name: string,
  fragments: Fragments,
  known: Map<string, number>,
  measure: typeof depthOf | typeof widthOf,
): number {
  const fragment = fragments.get(name)
  const found = known.get(name)
  if (!fragment || found !== undefined) return found ?? 0
  known.set(name, 0)
  const measured = measure(fragment.selectionSet, fragments, known)
  known.set(name, measured)
  return measured
}
