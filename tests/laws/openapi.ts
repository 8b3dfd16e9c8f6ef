import { Check, Errors } from 'typebox/schema'

/** The parts of an OpenAPI 3.1 document that the laws look at. Source: https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApi {
  openapi: string
  info: { title?: string; version?: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; securitySchemes?: object }
}

export interface Operation {
  operationId?: string
  summary?: string
  security?: Record<string, unknown>[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content?: Content }
  responses?: Record<string, { description?: string; content?: Content }>
}

type Content = Record<string, { schema?: Schema }>

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  examples?: unknown[]
}

/** One operation and how to say which. */
export interface Named {
  path: string
  method: string
  name: string
  operation: Operation
}

/** Every operation of the document. */
export function operationsOf({ paths }: OpenApi): Named[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      name: `${method.toUpperCase()} ${path}`,
    })),
  )
}

/** What makes the document no OpenAPI 3.1: by hand, for what generators of clients trip over. */
export function structureFaults(document: OpenApi): string[] {
  const { openapi, info, components } = document
  return [
    ...(/^3\.1\.\d+$/.test(openapi) ? [] : [`openapi is '${openapi}', not 3.1`]),
    ...(info.title && info.version ? [] : ['info needs a title and a version']),
    ...Object.keys(components.schemas).flatMap((name) =>
      /^[\w.-]+$/.test(name) ? [] : [`'${name}' is no name of a component`],
    ),
    ...referencesIn(document).flatMap((reference) =>
      resolve(document, reference) ? [] : [`${reference} leads nowhere`],
    ),
    ...operationsOf(document).flatMap(operationStructure),
  ]
}

function operationStructure({ path, name, operation }: Named): string[] {
  const { parameters = [], responses = {} } = operation
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, each = '']) => each).sort()
  const told = parameters.filter((each) => each.in === 'path')
  const names = parameters.map((each) => `${each.in} ${each.name}`)
  return [
    ...(path.startsWith('/') ? [] : [`${name}: a path begins with '/'`]),
    ...(told
      .map((each) => each.name)
      .sort()
      .join() === inPath.join() && told.every((each) => each.required)
      ? []
      : [`${name}: its path parameters are not those of its path, or not required`]),
    ...(new Set(names).size === names.length ? [] : [`${name}: a parameter is there twice`]),
    ...(parameters.every((each) => each.schema) ? [] : [`${name}: a parameter has no schema`]),
    ...(Object.keys(responses).length > 0 ? [] : [`${name}: has no responses`]),
    ...Object.entries(responses).flatMap(([status, { description }]) => [
      ...(/^([1-5](\d\d|XX)|default)$/.test(status) ? [] : [`${name}: '${status}' is no status`]),
      ...(description ? [] : [`${name}: its response ${status} has no description`]),
    ]),
  ]
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

function resolve(document: OpenApi, reference: string): Schema | undefined {
  const parts = reference.startsWith('#/') ? reference.slice(2).split('/') : ['']
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document) as
    | Schema
    | undefined
}

/** Operations without a name of their own, a summary or an answer of a known shape. */
export function operationFaults(document: OpenApi): string[] {
  const seen = new Map<string, string>()
  return operationsOf(document).flatMap(({ name, operation }) => {
    const { operationId, summary, responses = {}, requestBody } = operation
    const twin = operationId && seen.get(operationId)
    if (operationId) seen.set(operationId, name)
    const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
    return [
      ...(operationId ? [] : [`${name} has no operationId; hide the route if it is no part of the API`]),
      ...(twin ? [`${name} has the operationId of ${twin}: '${operationId}'`] : []),
      ...(summary ? [] : [`${name} has no summary`]),
      ...(answers.length > 0 ? [] : [`${name} has no answer`]),
      ...answers.flatMap(([status, { content }]) => contentFaults(document, `${name}: its answer ${status}`, content)),
      ...(requestBody ? contentFaults(document, `${name}: its body`, requestBody.content) : []),
      ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Number(status) >= 400 && !content['application/problem+json']
          ? [`${name}: its refusal ${status} is no problem`]
          : [],
      ),
    ]
  })
}

/** JSON has a named shape with examples, or is a list of one, be it with more that can be asked for. */
function contentFaults(document: OpenApi, what: string, content: Content | undefined): string[] {
  if (!content) return []
  const schema = content['application/json']?.schema
  if (!schema) return Object.hasOwn(content, 'application/json') ? [`${what} has no shape`] : []
  const data = schema.properties?.data
  const shape = schema.$ref ?? data?.items?.$ref ?? data?.items?.allOf?.[0]?.$ref ?? data?.$ref
  if (!shape) return schema.examples ? [] : [`${what} has a shape without a name and without examples`]
  return (resolve(document, shape)?.examples?.length ?? 0) > 0 ? [] : [`${what}: ${shape} has no examples`]
}

/** Examples that their own shape would refuse. */
export function exampleFaults(document: OpenApi): string[] {
  const { components } = document
  return Object.entries(components.schemas).flatMap(([name, schema]) =>
    (schema.examples ?? []).flatMap((example, index) =>
      fitFaults({ ...schema, components }, example).map(
        (fault) => `${name}: its example ${index} does not fit: ${fault}`,
      ),
    ),
  )
}

/** Where a value does not fit a JSON Schema; at most five places. */
export function fitFaults(schema: object, value: unknown): string[] {
  if (Check(schema, value)) return []
  return Errors(schema, value)[1]
    .slice(0, 5)
    .map(({ instancePath, message }) => `${instancePath || 'the whole'} ${message}`)
}
