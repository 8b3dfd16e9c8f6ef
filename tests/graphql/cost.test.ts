import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { costOf } from '../../src/graphql/cost.ts'
import { documentLimits } from '../../src/graphql/limits.ts'
import { fieldWeights, typeWeights } from '../../src/graphql/weights.ts'
import { startServer } from './test-server.ts'

const contract = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const real = buildSchema(contract)
const small = buildSchema(`
  type Query { item: Item, items: [Item!]!, sized(first: Int = 7): [Item!]!, page(first: Int, filter: Filter): ItemConnection!, any: [Any!]! }
  type Mutation { change: Item }
  input Filter { tag: String }
  type Item { id: ID!, name: String, words: [String!]!, items: [Item!]! }
  type Other { id: ID!, items: [Item!]! }
  union Any = Item | Other
  type ItemConnection { nodes: [Item!]!, edges: [ItemEdge!]!, totalCount: Int }
  type ItemEdge { cursor: String!, node: Item! }
`)

function costIn(schema: typeof small, text: string, variables = {}): number {
  const document = parse(text)
  const [operation] = document.definitions
  if (operation?.kind !== 'OperationDefinition') throw new Error('the operation comes first')
  return costOf(schema, document, operation, variables).points
}

describe('what an operation costs', () => {
  test.each([
    ['nothing but a scalar is a point, rounded up', '{__typename}', {}, 1],
    [
      'an object is a point, and ten scalars another',
      '{item{id name words a:id b:id c:id d:id e:id f:id g:id}}',
      {},
      2,
    ],
    ['a plain list counts ten items', '{items{id}}', {}, 12],
    ['lists in lists multiply', '{items{items{id}}}', {}, 131],
    ['a list with `first` counts so many', '{sized(first:3){items{id}}}', {}, 40],
    ['its default counts', '{sized{id}}', {}, 9],
    ['a page counts twenty items when nobody says how many', '{page{nodes{id}}}', {}, 23],
    ['a page counts its items', '{page(first:50){nodes{id}}}', {}, 56],
    ['a page of none costs itself', '{page(first:0){nodes{id}}}', {}, 1],
    ['less than none is none', '{page(first:-5){nodes{id}}}', {}, 1],
    ['more than every list gives counts as the most that they give', '{page(first:1000000){nodes{id}}}', {}, 111],
    ['edges count as objects of their own', '{page(first:10){edges{cursor node{id}}}}', {}, 23],
    ['nodes and edges both count', '{page(first:10){nodes{id} edges{cursor node{id}}}}', {}, 34],
    ['a count costs fifty', '{page(first:10){totalCount}}', {}, 51],
    ['a filter of a page costs a hundred', '{page(first:10 filter:{tag:"a"}){nodes{id}}}', {}, 112],
    ['so does one in a variable', 'query($f:Filter){page(first:10 filter:$f){nodes{id}}}', { f: null }, 112],
    ['a filter that is null costs nothing', '{page(first:10 filter:null){nodes{id}}}', {}, 12],
    ['aliases count each', '{a:page(first:50){nodes{id}} b:page(first:50){nodes{id}}}', {}, 112],
    ['the same field twice counts twice', '{page(first:50){nodes{id}} page(first:50){nodes{id}}}', {}, 112],
    ['a fragment counts wherever it is used', '{a:item{...f} b:item{...f}} fragment f on Item{items{id}}', {}, 26],
    ['the size in a variable counts', 'query($n:Int){page(first:$n){nodes{id}}}', { n: 50 }, 56],
    ['the default of a variable counts', 'query($n:Int=50){page(first:$n){nodes{id}}}', {}, 56],
    ['a variable that is null is no size', 'query($n:Int){page(first:$n){nodes{id}}}', { n: null }, 23],
    ['a variable of another kind is no size', 'query($n:Int){page(first:$n){nodes{id}}}', { n: '50' }, 23],
    ['what a variable may leave out counts', 'query($b:Boolean!){items @include(if:$b){id}}', { b: false }, 12],
    ['what a literal leaves out does not', '{__typename items @include(if:false){id} item @skip(if:true){id}}', {}, 1],
    ['a literal that leaves nothing out counts', '{items @include(if:true) @skip(if:false){id}}', {}, 12],
    ['of a union the dearest type counts', '{any{... on Item{id} ... on Other{items{id}}}}', {}, 131],
    ['a mutation costs ten', 'mutation{change{id}}', {}, 11],
  ])('%s', (_rule, text, variables, points) => {
    expect(costIn(small, text, variables)).toBe(points)
  })

  test('fragments that double a hundred times are counted at once, and saturate', () => {
    const fragments = Array.from(
      { length: 150 },
      (_, i) => `fragment f${i} on Item{a:items{...f${i + 1}} b:items{...f${i + 1}}}`,
    )
    const cost = costIn(small, `{item{...f0}} ${fragments.join(' ')} fragment f150 on Item{id}`)
    expect(cost).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('a fragment inside itself comes to an end', () => {
    expect(costIn(small, '{item{...f}} fragment f on Item{items{...f}}')).toBeLessThan(20)
  })

  test('`first` counts for each side of a post', () => {
    const around = (more: string) => costIn(real, `{article(slug:"a"){liveBlog{around(post:"b"${more}){posts{id}}}}}`)
    expect([around(' first:20'), around(' first:100') - around(' first:20')]).toEqual([around(''), 2 * 80 * 1.1])
  })

  test('the introspection of consoles fits, and introspection that loops does not', () => {
    expect(costIn(real, getIntrospectionQuery())).toBeLessThan(5_000)
    const loop = `${'{fields{type'.repeat(4)}{name}${'}}'.repeat(4)}`
    expect(costIn(real, `{__schema{types${loop}}}`)).toBeGreaterThan(100_000)
  })
})

describe('the weights', () => {
  test('each is of a field or a type that the contract has', () => {
    const unknown = Object.keys(fieldWeights).filter((key) => {
      const [type = '', field = ''] = key.split('.')
      const found = real.getType(type)
      return !isObjectType(found) || !found.getFields()[field]
    })
    expect([unknown, Object.keys(typeWeights).filter((name) => !real.getType(name))]).toEqual([[], []])
  })

  test('a field with `first` leads to a list, or to a page that is counted as one', () => {
    const fields = Object.values(real.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
    )
    const sized = fields.filter(({ field }) => field.args.some(({ name }) => name === 'first'))
    expect(sized.length).toBeGreaterThan(20)
    const free = sized.filter(({ field }) => {
      const page = getNamedType(field.type)
      const list =
        isObjectType(page) && Object.values(page.getFields()).find(({ type }) => isObjectType(getNamedType(type)))
      if (!list || isListType(getNullableType(field.type))) return false
      const required = field.args.filter(isRequiredArgument).map(({ name }) => `${name}:"1"`)
      const asked = (first: number) => `{${field.name}(first:${first} ${required.join(' ')}){${list.name}{__typename}}}`
      const schema = schemaOf(field)
      return costIn(schema, asked(90)) - costIn(schema, asked(10)) < 80
    })
    expect(free.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([])
  })
})

describe('docs/graphql.md', () => {
  const page = readFileSync(new URL('../../docs/graphql.md', import.meta.url), 'utf8')

  test('its table has the weights of the code', () => {
    const rows = [...page.matchAll(/^\| `(\w+\.\w+)` \| (\d*) \| (\d*) \|$/gm)].map(([, name, weight, size]) => [
      ...[name, Number(weight) || undefined, Number(size) || undefined],
    ])
    const written = Object.entries(fieldWeights).filter(([name]) => !name.startsWith('__'))
    expect(rows).toEqual(written.map(([name, { weight, size }]) => [name, weight, size]))
  })

  test('it has every limit', () => {
    for (const most of Object.values(documentLimits)) expect(page).toContain(`| ${most.toLocaleString('en')} |`)
    for (const most of [1_000, 25_000]) expect(page).toContain(most.toLocaleString('en'))
  })

  test('its example costs what it says', () => {
    const [, query = ''] = /```graphql\n([\s\S]*?)```/.exec(page) ?? []
    const [, points] = /"requested": (\d+)/.exec(page) ?? []
    expect(costIn(real, query, { first: 20 })).toBe(Number(points))
  })
})

/** The real types behind a root of one field. */
function schemaOf(field: GraphQLField<unknown, unknown>): GraphQLSchema {
  const { name, type, args } = field
  const config = Object.fromEntries(args.map((each) => [each.name, { type: each.type }]))
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Root', fields: { [name]: { type, args: config } } }),
  })
}

describe('the limit', () => {
  const rules = { maxCost: 25, hasIntrospection: true, trustedDocuments: null }

  test('every answer says what it cost and what it may cost', async () => {
    const { app, post } = await startServer({ rules })
    const answer = await post({ query: '{ things { id } }' })
    expect(answer.json().extensions).toEqual({ cost: { requested: 4, maximum: 25 } })
    const failed = await post({ query: '{ throws(how: "refusal") }' })
    expect(failed.json()).toMatchObject({ data: { throws: null }, extensions: { cost: { requested: 1, maximum: 25 } } })
    await app.close()
  })

  test('what costs more is refused before it runs, by GET and POST, with the cost and the way out', async () => {
    const charged: number[] = []
    const { app, post, seen } = await startServer({ rules, charge: (_, { requested }) => charged.push(requested) })
    const query = 'mutation { a: count b: count c: count }'
    const error = {
      message: expect.stringMatching(/^the operation costs 30 points; the most is 25: ask for fewer/),
      extensions: { code: 'graphql_too_costly', cost: { requested: 30, maximum: 25 } },
    }
    for (const [accept, status] of [
      ['application/graphql-response+json', 400],
      ['application/json', 200],
    ] as const) {
      const answer = await post({ query }, { accept })
      expect([answer.statusCode, answer.json()]).toEqual([
        status,
        { errors: [error], extensions: { cost: { requested: 30, maximum: 25 } } },
      ])
    }
    const byGet = await app.inject(`/graphql?query=${encodeURIComponent('{ things(first: 30) { id } }')}`)
    expect(byGet.json().errors[0].extensions.code).toBe('graphql_too_costly')
    expect([seen.counted, charged]).toEqual([0, []])
    await app.close()
  })

  test('a document is judged anew with each size', async () => {
    const { app, post } = await startServer({ rules })
    const query = 'query ($n: Int = 3) { things(first: $n) { id } }'
    const asked = [{ n: 10 }, { n: 11 }, {}, { n: 90 }, { n: 10 }]
    const costs = []
    for (const variables of asked) costs.push((await post({ query, variables })).json().extensions.cost.requested)
    expect(costs).toEqual([12, 14, 5, 100, 12])
    await app.close()
  })

  test('who counts is told of each operation before it runs, and may refuse it', async () => {
    const charged: number[] = []
    const { app, post, seen } = await startServer({
      charge: (_request, { requested }) => {
        charged.push(requested)
        throw new Error('no')
      },
    })
    await post({ query: 'mutation { count }' })
    await post({ query: '{ nothing }' })
    expect([charged, seen.counted]).toEqual([[10], 0])
    await app.close()
  })
})
