import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import { type Asked, mergeAsked } from '../core/asked.ts'

type Fragments = GraphQLResolveInfo['fragments']

/** By the nodes of documents, which are kept from request to request. */
const known = new WeakMap<FieldNode, Asked>()

/**
 * What a query asks of the value of the field that is being resolved, through fragments and aliases. Conditions and directives do not
 * count: what they leave out is in it. The document has passed admission, so that it has no cycles and no great depth.
 */
export function askedOf({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Asked {
  return fieldNodes.map((node) => askedOfNode(node, fragments)).reduce(mergeAsked)
}

function askedOfNode(node: FieldNode, fragments: Fragments): Asked {
  const found = known.get(node) ?? fieldsOf(node.selectionSet, fragments)
  known.set(node, found)
  return found
}

function fieldsOf(selections: SelectionSetNode | undefined, fragments: Fragments): Asked {
  return (selections?.selections ?? []).reduce<Asked>((asked, node) => {
    if (node.kind === Kind.FIELD)
      return mergeAsked(asked, new Map([[node.name.value, fieldsOf(node.selectionSet, fragments)]]))
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value]
    return mergeAsked(asked, fieldsOf(inner?.selectionSet, fragments))
  }, new Map())
}
