import { readFileSync } from 'node:fs'
import { buildSchema, getIntrospectionQuery, isInputObjectType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/graphql/admission.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

const contract = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const schema = buildSchema(contract)
let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom({ graphqlRules: { ...defaultRules, hasIntrospection: false } })
})
afterAll(() => newsroom.close())

async function ask(query: string, variables?: object) {
  const answer = await newsroom.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ query, variables }),
  })
  return answer.json()
}

/** Every name that the contract has, less those of GraphQL itself. */
function namesOfContract(): Set<string> {
  const names = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    if (!isObjectType(type) && !isInputObjectType(type)) return [type.name]
    const fields = Object.values(type.getFields())
    const args = fields.flatMap((field) => ('args' in field ? field.args.map((arg: { name: string }) => arg.name) : []))
    return [type.name, ...fields.map(({ name }) => name), ...args]
  })
  return new Set(names.filter((name) => !['Int', 'Float', 'String', 'Boolean', 'ID', 'JSON'].includes(name)))
}

const contractNames = namesOfContract()
const name = /[_A-Za-z][_0-9A-Za-z]*/g

interface Told {
  message: string
  extensions: { faults?: { path: string; message: string }[] }
}

/** Names in quotes or in paths that the answer has and the question had not. */
function revealed(asked: string, answer: { errors?: Told[] }): string[] {
  const known = new Set(asked.match(name))
  const told = (answer.errors ?? []).flatMap(({ message, extensions: { faults = [] } }) => [
    message,
    ...faults.flatMap((fault) => [fault.message, `"${fault.path}"`]),
  ])
  const quoted = told.flatMap((text) => text.match(/["'`][^"'`]*["'`]|known are.*|[a-z]+[A-Z]\w+/g) ?? [])
  return quoted.flatMap((text) => text.match(name) ?? []).filter((each) => contractNames.has(each) && !known.has(each))
}

describe('without introspection', () => {
  test('the schema cannot be asked for, in whatever clothes', async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __schema { types { name } } }',
      '{ a: __type(name: "Article") { name } }',
      '{ ...f } fragment f on Query { __schema { queryType { name } } }',
      'query ($b: Boolean = true) { __type(name: "Tag") @include(if: $b) { name } }',
    ]) {
      const { data, errors } = await ask(query)
      expect([data, errors[0].extensions.code]).toEqual([undefined, 'graphql_invalid'])
    }
    expect((await ask('{ __typename }')).data).toEqual({ __typename: 'Query' })
  })

  test('no guess of a name is answered with another', async () => {
    const guesses = [...contractNames].flatMap((each) => [each.slice(0, -1), each.toLowerCase()])
    for (let i = 0; i < guesses.length; i += 30) {
      const some = guesses.slice(i, i + 30)
      for (const query of [
        `{ ${some.join(' ')} }`,
        `{ articles { nodes { ${some.join(' ')} } } }`,
        `{ articles(${some.map((each) => `${each}: 1`).join(' ')}) { nodes { id } } }`,
        `query (${some.map((each, k) => `$v${k}: ${each}`).join(' ')}) { __typename }`,
        `{ ${some
          .slice(0, 5)
          .map((each) => `... on ${each} { id }`)
          .join(' ')} }`,
        `mutation { createTag(input: { ${some.map((each) => `${each}: 1`).join(' ')} }) { id } }`,
      ])
        expect([query, revealed(query, await ask(query))]).toEqual([query, []])
    }
  }, 60_000)

  test.each([
    ['{ articles }', undefined],
    ['{ article(slug: "a") { headline { text } } }', undefined],
    ['{ tags(type: PERSONS) { nodes { id } } }', undefined],
    ['{ tags(type: 7) { nodes { id } } }', undefined],
    ['mutation { createTag { id } }', undefined],
    ['mutation { createTag(input: {}) { id } }', undefined],
    ['mutation ($input: TagInput!) { createTag(input: $input) { id } }', { input: { nam: 'x', typ: 'PERSON' } }],
    ['mutation ($input: TagInput!) { createTag(input: $input) { id } }', { input: { name: 'x', type: 'PERSONS' } }],
    ['mutation ($input: TagInput!) { createTag(input: $input) { id } }', { input: 7 }],
    ['query ($t: TagTypes) { tags(type: $t) { nodes { id } } }', { t: 'x' }],
    ['query ($t: Int) { tags(type: $t) { nodes { id } } }', { t: 1 }],
  ])('%s with %j says what is wrong without a name', async (query, variables) => {
    const answer = await ask(query, variables)
    expect(answer.errors.length).toBeGreaterThan(0)
    expect(revealed(query + JSON.stringify(variables), answer)).toEqual([])
    expect(JSON.stringify(answer)).not.toMatch(/Did you mean|known are/)
  })
})

test('with introspection errors help', async () => {
  const open = await testNewsroom()
  const answer = await open.graphql('{ artcle { id } }')
  expect(answer.text).toContain('Did you mean')
  const unknown = await open.graphql('mutation ($i: TagInput!) { createTag(input: $i) { id } }', { i: { nam: 'x' } })
  expect(unknown.text).toContain('known are')
  await open.close()
})
