import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { optional } from '../../src/core/shapes.ts'
import { ifMatch, queryOf } from '../../src/rest/query.ts'

const shape = Type.Object({ name: optional(Type.String()), first: optional(Type.Integer()) })
const ask = (query: unknown) => queryOf({ query } as FastifyRequest, shape)
const headed = (header?: string) => ifMatch({ headers: { 'if-match': header } } as unknown as FastifyRequest)

describe('a query', () => {
  it.each([
    [{ first: '20' }, { first: 20 }],
    [{ first: '007' }, { first: 7 }],
    [{ first: '-1' }, { first: -1 }],
    [{ first: '1e3' }, { first: '1e3' }],
    [{ first: '' }, { first: '' }],
    [{ name: '20' }, { name: '20' }],
    [{}, {}],
  ])('%j reads as %j', (query, value) => expect(ask(query)).toEqual(value))

  it.each([
    [{ nmae: 'x' }, 'unknown_parameter', 'nmae'],
    [{ constructor: 'x' }, 'unknown_parameter', 'constructor'],
    [{ name: ['a', 'b'] }, 'invalid_input', 'name'],
  ])('%j is refused as %s at %s', (query, code, path) => {
    expect(() => ask(query)).toThrow(expect.objectContaining({ code, faults: [expect.objectContaining({ path })] }))
  })
})

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
    [' "1" ', 1],
    ['*', null],
    [undefined, null],
  ])('%j asks for version %j', (header, version) => expect(headed(header)).toBe(version))

  it.each(['3', '"x"', '"1", "2"', '"-1"', '', '"12345678901"'])('%j is refused', (header) => {
    expect(() => headed(header)).toThrow('If-Match: must be the version in quotes')
  })
})
