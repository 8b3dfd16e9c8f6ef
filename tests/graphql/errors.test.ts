import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer } from './test-server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
beforeEach(() => {
  server.lines.length = 0
})
afterAll(() => server.app.close())

/** Asks until the query is compiled: answers must be the same before and after. */
async function ask(query: string, variables?: object) {
  const answers = []
  for (let round = 0; round < 8; round += 1) {
    answers.push(await server.post({ query, variables }))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const bodies = answers.map((answer) => answer.body.replace(/req-\w+/g, 'req-n'))
  expect([...new Set(bodies)]).toHaveLength(1)
  const [first] = answers
  if (!first) throw new Error('nothing was asked')
  return { status: first.statusCode, body: first.body, json: first.json() }
}

const logged = () => server.lines.filter(({ msg }) => !msg.startsWith('request') && !msg.startsWith('incoming'))

describe('what a resolver throws', () => {
  test.each(['sync', 'async', 'string', 'nothing', 'returned'])(
    'a bug (%s) is shown as internal and logged whole',
    async (how) => {
      const { status, body, json } = await ask('query ($how: String!) { throws(how: $how) }', { how })
      expect([status, json.data]).toEqual([200, { throws: null }])
      expect(json.errors).toEqual([
        {
          message: 'internal error',
          locations: [{ line: 1, column: 25 }],
          path: ['throws'],
          extensions: { code: 'internal', requestId: expect.stringMatching(/^req-/) },
        },
      ])
      expect(body).not.toContain('hunter2')
      const [line] = logged()
      expect([line?.level, line?.reqId]).toEqual([50, json.errors[0].extensions.requestId])
      if (how !== 'nothing') expect(JSON.stringify(line)).toContain('hunter2')
    },
  )

  test('a bug in a list and in a loader is shown as internal', async () => {
    const { body, json } = await ask('{ things { id broken brokenInLoader owner } }')
    expect(json.data.things).toEqual(
      ['0', '1'].map((id) => ({ id, broken: null, brokenInLoader: null, owner: `owner of ${id}` })),
    )
    expect(json.errors.map((error: { message: string }) => error.message)).toEqual(Array(4).fill('internal error'))
    expect(body).not.toContain('hunter2')
  })

  test('a null that is not allowed takes its parents with it and is a bug', async () => {
    const { status, json } = await ask('{ bubbles { id required } }')
    expect([status, json.data]).toEqual([200, null])
    expect(json.errors).toMatchObject([
      { message: 'internal error', path: ['bubbles', 'required'], extensions: { code: 'internal' } },
    ])
    expect(logged()[0]?.level).toBe(50)
  })

  test('a value that does not fit its type is a bug', async () => {
    const { json, body } = await ask('{ size yesterday }')
    expect(json.errors).toMatchObject([{ extensions: { code: 'internal' } }, { extensions: { code: 'internal' } }])
    expect(body).not.toContain('HUGE')
  })

  test('a refusal keeps its words and its code and is logged at info', async () => {
    const { status, json } = await ask('{ throws(how: "refusal") }')
    expect(status).toBe(200)
    expect(json.errors).toMatchObject([
      { message: "there is no article 'budget-2026'", path: ['throws'], extensions: { code: 'not_found' } },
    ])
    expect(logged()[0]).toMatchObject({ level: 30, code: 'not_found' })
  })

  test('a refusal in a loader keeps its code', async () => {
    const { json } = await ask('{ thing(id: "1") { refusedInLoader } }')
    expect(json.errors).toMatchObject([{ path: ['thing', 'refusedInLoader'], extensions: { code: 'not_found' } }])
  })

  test('details of a refusal stand beside its code', async () => {
    const { json } = await ask('{ throws(how: "stale") }')
    expect(json.errors[0].extensions).toEqual({ currentVersion: 5, code: 'stale_version' })
  })

  test('a database that cannot be reached is unavailable, and logged whole', async () => {
    const { json, body } = await ask('{ throws(how: "database") }')
    expect(json.errors[0].extensions).toEqual({ code: 'unavailable' })
    expect(body).not.toContain('hunter2')
    expect(logged()[0]).toMatchObject({ level: 50, err: { message: expect.stringContaining('hunter2') } })
  })
})

describe('variables', () => {
  const story = 'query ($input: Story!) { story(input: $input) }'

  test('each fault has its path inside the variable', async () => {
    const { status, json } = await ask(story, { input: { tags: ['a', 7], at: '2026-02-30T00:00:00Z', extra: 1 } })
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ extensions: { code: 'invalid_input' } }])
    expect(json.errors[0].extensions.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
      'input.at',
      'input.extra',
      'input.headline',
      'input.tags[1]',
    ])
    expect(json.errors[0].message).toMatch(/^input/)
  })

  test('a required variable that is missing or null is named', async () => {
    for (const variables of [{}, { input: null }, undefined]) {
      const { json } = await ask(story, variables)
      expect(json.errors[0].extensions).toMatchObject({ code: 'invalid_input', faults: [{ path: 'input' }] })
    }
  })

  test('a client that knows only JSON gets the same with a 200', async () => {
    const answer = await server.post({ query: story, variables: { input: 7 } }, { accept: 'application/json' })
    expect([answer.statusCode, answer.json().errors[0].extensions.code, 'data' in answer.json()]).toEqual([
      200,
      'invalid_input',
      false,
    ])
  })

  test('a null where an argument takes none is the fault of the client', async () => {
    const { status, json } = await ask('query ($t: String = "y") { strict(text: $t) }', { t: null })
    expect(status).toBe(200)
    expect(json.errors).toMatchObject([{ path: ['strict'], extensions: { code: 'invalid_input' } }])
  })
})

describe('scalars', () => {
  const day = 'query ($at: DateTime!) { day(at: $at) }'

  test.each([
    ['2026-01-08T09:30:00Z', '2026-01-09T09:30:00.000Z'],
    ['2026-01-08t09:30:00.123456+06:00', '2026-01-09T03:30:00.123Z'],
    ['2024-02-28T23:59:59-05:00', '2024-03-01T04:59:59.000Z'],
    ['1000-01-01T00:00:00Z', '1000-01-02T00:00:00.000Z'],
  ])('the instant %s is read', async (at, next) =>
    expect((await ask(day, { at })).json).toMatchObject({ data: { day: next } }),
  )

  test.each([
    'yesterday',
    '2026-01-08',
    '2026-01-08T09:30:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-08T24:00:00Z',
    '2026-01-08T09:30:60Z',
    '2026-01-08T09:30:00+25:00',
    '0999-12-31T23:59:59Z',
    '1000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '+275760-09-13T00:00:00Z',
    1_767_864_600_000,
    null,
    [],
  ])('%j is no instant', async (at) => {
    const { status, json } = await ask(day, { at })
    expect([status, json.errors[0].extensions.code, json.errors[0].extensions.faults[0].path]).toEqual([
      400,
      'invalid_input',
      'at',
    ])
  })

  test('an instant may stand in the document', async () => {
    expect((await ask('{ day(at: "2026-01-08T09:30:00Z") }')).json).toMatchObject({
      data: { day: '2026-01-09T09:30:00.000Z' },
    })
  })

  test.each([[{ a: [1, 'ә', null, { b: true }] }], [[]], ['text'], [0], [false], [null]])(
    'JSON %j comes back as it was',
    async (value) => {
      expect((await ask('query ($v: JSON) { echo(value: $v) }', { v: value })).json).toMatchObject({
        data: { echo: value },
      })
    },
  )

  test('JSON may be written in the document', async () => {
    const { json } = await ask('{ echo(value: { a: [1, 2.5, "x", true, null, ENUM], b: {} }) }')
    expect(json).toMatchObject({ data: { echo: { a: [1, 2.5, 'x', true, null, 'ENUM'], b: {} } } })
  })

  test('a variable inside written JSON is refused rather than lost', async () => {
    const { status, json } = await ask('query ($n: Int) { echo(value: { n: $n }) }', { n: 7 })
    expect([status, json.errors[0].extensions.code]).toEqual([400, 'graphql_invalid'])
    expect(json.errors[0].message).toContain('pass the whole value as one variable')
  })

  test('a whole JSON value may be a variable', async () => {
    expect((await ask('query ($v: JSON = { a: 1 }) { echo(value: $v) }')).json).toMatchObject({
      data: { echo: { a: 1 } },
    })
  })
})

test('unions and interfaces are told apart by their resolvers', async () => {
  const { json } = await ask(
    '{ found { __typename ... on Thing { id } ... on Place { name } } named { __typename name } }',
  )
  expect(json.data).toEqual({
    found: [
      { __typename: 'Thing', id: '1' },
      { __typename: 'Place', name: 'Almaty' },
    ],
    named: { __typename: 'Place', name: 'Almaty' },
  })
})
