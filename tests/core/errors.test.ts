import { describe, expect, it } from 'vitest'
import { catalogue, invalidInput, notFound, Refusal, shorten, staleVersion } from '../../src/core/errors.ts'

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))(
    '%s has a status of a refusal and a title that is a sentence',
    (code, { status, title }) => {
      // Clients of persisted queries look for this one as Apollo wrote it.
      expect(code).toMatch(/^([a-z]+(_[a-z]+)*|PERSISTED_QUERY_NOT_FOUND)$/)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(600)
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(new Refusal(code as keyof typeof catalogue, 'x').status).toBe(status)
    },
  )
})

it('a missing thing is named, and a hostile name is cut', () => {
  expect(notFound('article', 'gas-prices').message).toBe("there is no article 'gas-prices'")
  expect(notFound('article', 'x'.repeat(10_000)).message.length).toBeLessThan(120)
})

it.each([
  [[], 'the input has faults'],
  [[{ path: 'headline', message: 'is required' }], 'headline: is required'],
  [[{ path: '', message: 'must be an object' }], 'must be an object'],
  [
    [
      { path: 'a', message: 'is bad' },
      { path: 'b', message: 'is worse' },
    ],
    'a: is bad (and 1 more)',
  ],
])('the faults %j are told as %s', (faults, message) => {
  expect(invalidInput(faults)).toMatchObject({ code: 'invalid_input', message, faults })
})

it('a stale copy is told the present version, in words and as a member', () => {
  const last = { by: 'key:desk', at: new Date('2026-01-08T09:30:00Z') }
  const { code, message, details } = staleVersion('article', 'X', 3, 5, last)
  expect({ code, details }).toEqual({
    code: 'stale_version',
    details: { currentVersion: 5, changedBy: 'key:desk', changedAt: '2026-01-08T09:30:00.000Z' },
  })
  expect(staleVersion('article', 'X', 3, 5, null).details).toEqual({ currentVersion: 5 })
  expect(message).toMatch(/version 5 \(key:desk, 2026.*\), not 3.*retry with version 5/)
})

it.each([
  ['', ''],
  ['a'.repeat(80), 'a'.repeat(80)],
  ['a'.repeat(81), `${'a'.repeat(80)}…`],
])('shorten(%j)', (value, expected) => {
  expect(shorten(value)).toBe(expected)
})

it('a refusal keeps its cause for the log and shows none of it', () => {
  const refusal = new Refusal('conflict', 'taken', { cause: new Error('SECRET') })
  expect((refusal.cause as Error).message).toBe('SECRET')
  expect(JSON.stringify({ ...refusal, message: refusal.message })).not.toContain('SECRET')
})
