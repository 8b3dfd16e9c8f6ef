import { describe, expect, it } from 'vitest'
import { openapiDocument } from '../../scripts/openapi-document.ts'
import { exampleFaults, type OpenApi, operationFaults, structureFaults } from './openapi.ts'

const real = (await openapiDocument()) as OpenApi

describe('the OpenAPI document', () => {
  it('is a valid one of version 3.1', () => expect(structureFaults(real)).toEqual([]))
  it('names every operation once, with a shape and examples for what goes in and out', () =>
    expect(operationFaults(real)).toEqual([]))
  it('has examples that their shapes take', () => expect(exampleFaults(real)).toEqual([]))
})

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const tag = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    parent: { $ref: '#/components/schemas/Tag' },
  },
}
const id = '0192a1b0-0000-7000-8000-000000000001'
const json = (schema: object) => ({ 'application/json': { schema } })
const named = { $ref: '#/components/schemas/Tag' }
const operation = {
  operationId: 'getTag',
  summary: 'One tag',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: { content: json(named) },
  responses: { '200': { description: 'It', content: json(named) }, '404': problem },
}
const document = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: { '/tags/{id}': { get: operation } },
  components: {
    schemas: {
      Problem: { type: 'object', examples: [{}] },
      Tag: { ...tag, examples: [{ id, name: 'Almaty', parent: { id, name: 'Kazakhstan' } }] },
    },
  },
}

/** The lawful document with one thing else. */
const but = (change: object) => ({ ...document, ...change }) as unknown as OpenApi
const withOperation = (change: object) => but({ paths: { '/tags/{id}': { get: { ...operation, ...change } } } })
const withTag = (change: object) =>
  but({ components: { schemas: { ...document.components.schemas, Tag: { ...tag, ...change } } } })

describe('a planted violation is found', () => {
  it('none is planted here', () => {
    for (const law of [structureFaults, operationFaults, exampleFaults]) expect(law(but({}))).toEqual([])
  })

  it.each<[string, (document: OpenApi) => string[], OpenApi, string]>([
    ['an older version', structureFaults, but({ openapi: '3.0.3' }), "openapi is '3.0.3', not 3.1"],
    [
      'a reference that leads nowhere',
      structureFaults,
      withOperation({ requestBody: { content: json({ $ref: '#/components/schemas/Tagg' }) } }),
      '#/components/schemas/Tagg leads nowhere',
    ],
    [
      'a path parameter that is not told of',
      structureFaults,
      withOperation({ parameters: [] }),
      'GET /tags/{id}: its path parameters are not those of its path, or not required',
    ],
    ['no responses', structureFaults, withOperation({ responses: {} }), 'GET /tags/{id}: has no responses'],
    [
      'a response without a word',
      structureFaults,
      withOperation({ responses: { '200': {} } }),
      'GET /tags/{id}: its response 200 has no description',
    ],
    [
      'no operationId',
      operationFaults,
      withOperation({ operationId: undefined }),
      'GET /tags/{id} has no operationId; hide the route if it is no part of the API',
    ],
    [
      'one that is taken',
      operationFaults,
      but({ paths: { '/a': { get: operation }, '/b': { get: operation } } }),
      "GET /b has the operationId of GET /a: 'getTag'",
    ],
    [
      'an answer without a name',
      operationFaults,
      withOperation({ responses: { '200': { description: 'It', content: json({ type: 'object' }) } } }),
      'GET /tags/{id}: its answer 200 has a shape without a name and without examples',
    ],
    [
      'an answer without examples',
      operationFaults,
      withTag({}),
      'GET /tags/{id}: its answer 200: #/components/schemas/Tag has no examples',
    ],
    [
      'a body without examples',
      operationFaults,
      withTag({ examples: [] }),
      'GET /tags/{id}: its body: #/components/schemas/Tag has no examples',
    ],
    [
      'a refusal that is no problem',
      operationFaults,
      withOperation({ responses: { ...operation.responses, '404': { description: 'None' } } }),
      'GET /tags/{id}: its refusal 404 is no problem',
    ],
    [
      'an example of another type',
      exampleFaults,
      withTag({ examples: [{ id, name: 7 }] }),
      'Tag: its example 0 does not fit: /name must be string',
    ],
    [
      'an example with a fault inside a reference',
      exampleFaults,
      withTag({ examples: [{ id, name: 'a', parent: { id, name: 7 } }] }),
      'Tag: its example 0 does not fit: /parent/name must be string',
    ],
    [
      'an example of another format',
      exampleFaults,
      withTag({ examples: [{ id: 'one', name: 'Almaty' }] }),
      'Tag: its example 0 does not fit: /id must match format "uuid"',
    ],
  ])('%s', (_, law, planted, fault) => expect(law(planted)).toContain(fault))
})
