import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'
import {
  type FieldWeight,
  fieldWeights,
  leafWeight,
  mutationWeight,
  objectWeight,
  totalCountWeight,
  typeWeights,
} from './weights.ts'

/** A field by its name, those of introspection included. */
export function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  }
  return name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parent.getFields()[name]
}

/** Points of one call of a field, besides what is selected inside. */
export function ownWeight(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  { name, type }: GraphQLField<unknown, unknown>,
): number {
  const written = weightOf(parent, name).weight
  if (written !== undefined) return written
  if (name === 'totalCount') return totalCountWeight
  if (parent === schema.getMutationType()) return mutationWeight
  const named = getNamedType(type)
  return isCompositeType(named) ? weightOfObject(named) : leafWeight
}

/** What is written of a field. */
export function weightOf(parent: GraphQLObjectType, name: string): FieldWeight {
  return fieldWeights[`${parent.name}.${name}`] ?? {}
}

/** Points of one object of a type. */
export const weightOfObject = ({ name }: GraphQLNamedType) => typeWeights[name] ?? objectWeight

/** Types whose lists are as long as the `first` of the field that leads to them. */
export const isPage = ({ name }: GraphQLNamedType) =>
  name.endsWith('Connection') || name === 'PostWindow' || name === 'PopularStories'
