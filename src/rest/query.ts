import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type TObject, Type } from 'typebox'
import { Refusal, shorten } from '../core/errors.ts'

/** The value of one parameter; several where the shape takes a list and the parameter was repeated. */
type QueryValue = string | number | boolean | string[]

/**
 * The query of a request as one value for each parameter; digits become a number where the shape wants one, and 'true' and
 * 'false' a boolean. A parameter whose shape takes a list may be repeated.
 * @throws unknown_parameter that names the parameter and the known ones, invalid_input for a repeated one.
 */
export function queryOf(request: FastifyRequest, shape: TObject): Record<string, QueryValue> {
  const known = Object.keys(shape.properties)
  const query = request.query as Record<string, string | string[]>
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name))
      throw new Refusal(
        'unknown_parameter',
        `'${shorten(name)}' is not a parameter here; ${known.length > 0 ? `known are ${known.join(', ')}` : 'there is none'}`,
        {
          faults: [{ path: shorten(name), message: 'is not a parameter here' }],
        },
      )
    if (typeof value !== 'string' && !wants('array', shape.properties[name]))
      throw new Refusal('invalid_input', `${name}: is given ${value.length} times; give it once`, {
        faults: [{ path: name, message: 'is given more than once' }],
      })
  }
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string' ? readValue(value, shape.properties[name]) : value,
    ]),
  )
}

/**
 * Refuses every parameter where an operation below `/v1/` documents none, or one whose answers are kept: each would be kept anew. Register
 * it before any route.
 */
export function refuseStrayParameters(app: FastifyInstance): void {
  const none = Type.Object({})
  app.addHook('onRoute', (route) => {
    const { url, schema, config } = route
    if (!schema?.operationId || schema.querystring) return
    if (!url.startsWith('/v1/') && config?.isKept !== true) return
    const before = [route.preHandler ?? []].flat()
    route.preHandler = [
      async (request) => {
        queryOf(request, none)
      },
      ...before,
    ]
  })
}

type Property = { type?: unknown; anyOf?: Property[] } | undefined

function readValue(text: string, property: Property): string | number | boolean {
  if (wants('integer', property) && /^-?\d{1,15}$/.test(text)) return Number(text)
  return wants('boolean', property) && /^(true|false)$/.test(text) ? text === 'true' : text
}

function wants(type: string, property: Property): boolean {
  return property?.type === type || (property?.anyOf?.some((each) => wants(type, each)) ?? false)
}

/**
 * The version that `If-Match` names; null when there is no such header or it is `*`.
 * @throws invalid_input for anything but one quoted number.
 */
export function ifMatch(request: FastifyRequest): number | null {
  const header = request.headers['if-match']
  if (header === undefined || header.trim() === '*') return null
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1]
  if (!version)
    throw new Refusal(
      'invalid_input',
      `If-Match: must be the version in quotes, such as "3", as the ETag of the last answer has it`,
    )
  return Number(version)
}
