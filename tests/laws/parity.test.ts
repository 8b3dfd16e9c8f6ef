import { describe, expect, it } from 'vitest'
import { descriptionFaults, enumFaults } from './contract.ts'
import { alone, namedShapes, pairs } from './pairs.ts'
import { type Pair, parityFaults } from './parity.ts'
import type { JsonSchema } from './shapes.ts'
import { readTree } from './tree.ts'

const tree = readTree()
const sdl = tree.get('schema.graphql') ?? ''
const prismaSchema = tree.get('prisma/schema.prisma') ?? ''

describe('the two faces', () => {
  it('show the same fields, with the same words and the same nulls', () =>
    expect(parityFaults({ shapes: namedShapes, sdl, pairs, alone })).toEqual([]))
  it('have the words of the database', () => expect(enumFaults(prismaSchema, sdl)).toEqual([]))
  it('every type and field of the contract says what it is', () => expect(descriptionFaults(sdl)).toEqual([]))
})

const contract = `
type Query { tag(id: ID!): Tag }
type Tag { name: String!, type: TagType!, note: String, parent: Tag, links: [Link!]!, aliases: [String!]! }
type Link { url: String! }
input TagInput { name: String!, type: TagType }
enum TagType { PLACE PERSON }
`
const words = { enum: ['PERSON', 'PLACE'] }
const maybe = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })
const text = { type: 'string' }
const fields: Record<string, JsonSchema> = {
  name: text,
  type: words,
  note: maybe(text),
  parent: maybe({ $ref: 'Tag#' }),
  links: { type: 'array', items: { type: 'object', properties: { url: text }, required: ['url'] } },
  aliases: { type: 'array', items: text },
}
const tag: JsonSchema = { type: 'object', properties: fields, required: Object.keys(fields) }
const input: JsonSchema = { type: 'object', properties: { name: text, type: words }, required: ['name'] }
const rows: Pair[] = [
  { shape: 'Tag', type: 'Tag' },
  { shape: 'TagInput', type: 'TagInput' },
]

function faultsOf({
  sdl = contract,
  tag: shape = tag,
  pairs: used = rows,
}: {
  sdl?: string
  tag?: JsonSchema
  pairs?: Pair[]
}): string[] {
  return parityFaults({
    shapes: new Map([
      ['Tag', shape],
      ['TagInput', input],
    ]),
    sdl,
    pairs: used,
    alone: {},
  })
}

const withField = (name: string, schema: JsonSchema): JsonSchema => ({
  ...tag,
  properties: { ...fields, [name]: schema },
  required: [...Object.keys(fields), name],
})

describe('a planted difference is found', () => {
  it('none is planted here', () => expect(faultsOf({})).toEqual([]))

  it.each<[string, Parameters<typeof faultsOf>[0], string]>([
    ['a field that only REST has', { tag: withField('slug', text) }, 'Tag/Tag: REST has slug, GraphQL has not'],
    [
      'a field that only GraphQL has',
      { sdl: contract.replace('name: String!', 'name: String!, slug: String!') },
      'Tag/Tag: GraphQL has slug, REST has not',
    ],
    [
      'a null that only GraphQL has',
      { sdl: contract.replace('name: String!, type: TagType!', 'name: String, type: TagType!') },
      'Tag/Tag.name: must not be null over REST, may in GraphQL',
    ],
    [
      'a null that only REST has',
      { tag: withField('aliases', maybe({ type: 'array', items: text })) },
      'Tag/Tag.aliases: may be null over REST, must not in GraphQL',
    ],
    [
      'another type',
      { tag: withField('name', { type: 'integer' }) },
      'Tag/Tag.name: integer over REST, string in GraphQL',
    ],
    [
      'a list here, one there',
      { tag: withField('aliases', text) },
      'Tag/Tag.aliases: string over REST, list of string in GraphQL',
    ],
    [
      'another word',
      { tag: withField('type', { enum: ['PLACE', 'EVENT'] }) },
      'Tag/Tag.type: EVENT|PLACE over REST, PERSON|PLACE in GraphQL',
    ],
    [
      'a field inside a field',
      { sdl: contract.replace('type Link {', 'type Link { label: String!,') },
      'Tag/Tag.links[]: GraphQL has label, REST has not',
    ],
    [
      'an input that only GraphQL demands',
      { sdl: contract.replace('type: TagType }', 'type: TagType! }') },
      'TagInput/TagInput.type: optional over REST, required in GraphQL',
    ],
    [
      'a shape without a row',
      { pairs: rows.slice(0, 1) },
      'REST shape TagInput has no GraphQL type beside it in tests/laws/pairs.ts',
    ],
    [
      'a type without a row',
      { sdl: `${contract} type Front { id: ID! }` },
      'GraphQL type Front has no REST shape beside it in tests/laws/pairs.ts',
    ],
    [
      'a shown shape that is no pair',
      { tag: withField('parent', maybe({ $ref: 'TagInput#' })) },
      'Tag/Tag.parent: shows TagInput over REST and Tag in GraphQL; add the pair to tests/laws/pairs.ts',
    ],
    [
      'an exception that is none',
      { pairs: [{ shape: 'Tag', type: 'Tag', onlyRest: { name: 'no reason' } }, ...rows.slice(1)] },
      'Tag/Tag.name needs no exception any more; take it out of tests/laws/pairs.ts',
    ],
  ])('%s', (_, faces, fault) => expect(faultsOf(faces)).toContain(fault))

  it('a word of an enum that the database lacks', () => {
    expect(enumFaults('enum TagType {\n  PLACE\n}', contract)).toEqual([
      'enum TagType: PERSON is only in one of prisma/schema.prisma and schema.graphql',
    ])
    expect(enumFaults('enum Colour {\n  RED\n}', contract)).toEqual([
      'enum Colour of prisma/schema.prisma is not in schema.graphql',
    ])
  })

  it('a type or a field that says nothing of itself', () => {
    expect(descriptionFaults('"All." type Query { "One." a: Int, b: Int } enum Word { A }')).toEqual([
      'schema.graphql: Query.b has no description',
      'schema.graphql: Word has no description',
    ])
  })
})
