import type { FastifyRequest } from 'fastify'
import type { TObject } from 'typebox'
import { Refusal, shorten } from '../core/errors.ts'

/**
 * The query of a request as one value for each parameter; digits become a number where the shape wants one, and 'true' and
 * 'false' a boolean.
 * @throws unknown_parameter that names the parameter and the known ones, invalid_input for a repeated one.
 */
export function queryOf(request: FastifyRequest, shape: TObject): Record<string, string | number | boolean> {
  const known = Object.keys(shape.properties)
  const query = request.query as Record<string, string | string[]>
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name))
      throw new Refusal(
        'unknown_parameter',
        `'${shorten(name)}' is not a parameter here; known are ${known.join(', ')}`,
        {
          faults: [{ path: shorten(name), message: 'is not a parameter here' }],
        },
      )
    if (typeof value !== 'string')
      throw new Refusal('invalid_input', `${name}: is given ${value.length} times; give it once`, {
        faults: [{ path: name, message: 'is given more than once' }],
      })
  }
  const entries = Object.entries(query as Record<string, string>)
  return Object.fromEntries(entries.map(([name, text]) => [name, readValue(text, shape.properties[name])]))
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
