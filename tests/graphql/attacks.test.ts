import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attacks } from '../../prove/attacks/corpus.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom()
})
afterAll(() => newsroom.close())

describe('attacks over GraphQL', () => {
  test.each(attacks)('$name: $code', async ({ body, code }) => {
    for (let round = 0; round < 5; round += 1) {
      const answer = await newsroom.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const { errors = [] } = answer.json()
      expect(answer.statusCode).toBeLessThan(500)
      expect(errors[0]?.extensions.code ?? null, answer.body.slice(0, 300)).toBe(code)
      expect(answer.body.length).toBeLessThan(20_000)
    }
  })

  test('what the console asks when it opens is answered', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true })
    const { data, text } = await newsroom.graphql<{ types: unknown[] }>(query)
    expect(data.types.length, text.slice(0, 300)).toBeGreaterThan(100)
    const before = newsroom.app.keeping.stats()
    expect((await newsroom.graphql(query)).text).toBe(text)
    expect(newsroom.app.keeping.stats()?.hits).toBe((before?.hits ?? 0) + 1)
  })

  test('nothing of it is left behind', async () => {
    const { body } = await newsroom.app.inject('/graphql?query=%7B__typename%7D')
    expect(JSON.parse(body).data).toEqual({ __typename: 'Query' })
  })
})
