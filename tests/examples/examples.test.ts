import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../src/demo/load.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { type GraphqlOperation, readGraphqlFile } from './graphql-file.ts'
import { filled, type HttpRequest, readHttpFile, textAt } from './http-file.ts'

const folder = join(import.meta.dirname, '../../examples')
const files = (readdirSync(folder, { recursive: true }) as string[]).map((file) => file.replaceAll('\\', '/')).sort()
const httpFiles = files.filter((file) => file.endsWith('.http'))
const graphqlFiles = files.filter((file) => file.endsWith('.graphql'))
const readExample = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Where the examples say that the service is. */
const host = 'http://localhost:4000'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom({ startsAt: '2026-02-02T09:30:00.000Z' })
  await loadDemo(newsroom.db, newsroom.app.site, { files: newsroom.files })
}, 120_000)
afterAll(() => newsroom.close())

describe('every REST example answers what it says', () => {
  it.each(httpFiles)('%s', async (file) => {
    const values = new Map<string, string>()
    const answers = new Map<string, unknown>()
    const requests = readHttpFile(readExample(file))
    expect(requests.length, 'a file has a request').toBeGreaterThan(0)
    for (const request of requests) {
      for (const [name, value] of request.variables) values.set(name, filled(value, lookUp(values, answers)))
      values.set('key', newsroom.keys.editor)
      values.set('adminKey', newsroom.keys.admin)
      const answer = await send(request, lookUp(values, answers), join(folder, dirname(file)))
      if (request.name) answers.set(request.name, { response: { body: answer.json(), headers: answer.headers } })
      compare(request, answer)
    }
  })
})

describe('every GraphQL example answers what it says, without errors', () => {
  it.each(graphqlFiles)('%s', async (file) => {
    const query = readExample(file)
    const answers: Record<string, unknown> = {}
    const operations = readGraphqlFile(query)
    expect(operations.length, 'a file has an operation').toBeGreaterThan(0)
    for (const operation of operations) answers[operation.name] = await ask(query, operation, answers, file)
  })
})

it('every example stands in the list of examples, and the list names no other', () => {
  const listed = [...readExample('README.md').matchAll(/\]\(([\w/-]+\.(?:http|graphql))\)/g)].map(([, file]) => file)
  expect([...new Set(listed)].sort()).toEqual([...httpFiles, ...graphqlFiles].sort())
})

describe('an example that says nothing of its answer', () => {
  it('is found out in a REST file', () => {
    const [request] = readHttpFile('@host = x\n\n### Title\n# status: 200\nGET {{host}}/v1/tags\n')
    expect(request).toMatchObject({ title: 'Title', status: 200, expect: [], variables: [['host', 'x']] })
    expect(() => requireStatement(request?.expect ?? [], 'Title')).toThrow('states nothing')
  })

  it('is found out in a GraphQL file', () => {
    const [first, second] = readGraphqlFile('# expect: "a"\nquery A { a }\n# only words\nquery B { b }')
    expect(first?.expect).toEqual(['"a"'])
    expect(() => requireStatement(second?.expect ?? [], 'B')).toThrow('states nothing')
  })
})

/** The value of `{{name}}`: a variable of the file, or a part of an earlier answer. */
function lookUp(values: Map<string, string>, answers: Map<string, unknown>) {
  return (name: string) => values.get(name) ?? textAt(Object.fromEntries(answers), name)
}

type Sent = Awaited<ReturnType<typeof send>>

function send({ method, url, headers, body }: HttpRequest, value: (name: string) => string, from: string) {
  const address = filled(url, value)
  expect(address.startsWith(`${host}/`), `${address} is an address of ${host}`).toBe(true)
  const sent = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, filled(text, value)]))
  const isForm = headers['Content-Type']?.startsWith('multipart/') ?? false
  const payload = body === undefined ? {} : { payload: isForm ? formOf(body, from) : filled(body, value) }
  return newsroom.app.inject({ method, url: address.slice(host.length), headers: sent, ...payload })
}

/** A form as the REST Client sends it: lines end with CR LF, and '< ./name' stands for the file. */
function formOf(body: string, from: string): Buffer {
  const lines = body.split('\n').map((line) => {
    const [, name] = /^< (\S+)$/.exec(line) ?? []
    return name ? readFileSync(join(from, name)) : Buffer.from(line)
  })
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]))
}

function compare({ title, status, expect: stated }: HttpRequest, answer: Sent): void {
  expect(status, `'${title}' states its status`).toBeDefined()
  expect(answer.statusCode, `${title}: ${answer.body}`).toBe(status)
  // Of an answer without a body the status says all.
  if (answer.statusCode !== 204) requireStatement(stated, title)
  const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
  const text = [...headers, answer.body].join('\n')
  for (const words of stated) expect(text, title).toContain(words)
}

async function ask(
  query: string,
  { name, variables, expect: stated }: GraphqlOperation,
  answers: object,
  file: string,
) {
  const value = (path: string) => textAt(answers, path)
  const as = file.startsWith('editorial/') ? { authorization: `Bearer ${newsroom.keys.editor}` } : {}
  const answer = await newsroom.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...as, accept: 'application/graphql-response+json' },
    payload: { query, operationName: name, variables: JSON.parse(filled(variables, value)) },
  })
  const result = answer.json()
  expect(result.errors, answer.body).toBeUndefined()
  requireStatement(stated, name)
  for (const words of stated) expect(answer.body, name).toContain(words)
  return result.data
}

function requireStatement(stated: string[], title: string): void {
  if (stated.length === 0) throw new Error(`'${title}' states nothing of its answer; add a line '# expect: …'`)
}
