import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isWanted, tagIdsOf } from '../../src/webhooks/matching.ts'
import { maxPayloadBytes, payloadOf } from '../../src/webhooks/payload.ts'

const event = {
  id: randomUUID(),
  number: 7n,
  type: 'article.published',
  subjectId: randomUUID(),
  sequence: 2,
  version: 3,
  data: {},
  occurredAt: new Date('2026-01-08T09:30:00Z'),
}
const dataOf = (body: string) => JSON.parse(body).data

it('a payload has the type, the time and who, which and when', () => {
  const tagId = randomUUID()
  const body = payloadOf({ ...event, data: { tagIds: [tagId], sectionId: null, action: 'PUBLISH', significant: true } })
  expect(JSON.parse(body)).toEqual({
    type: 'article.published',
    timestamp: '2026-01-08T09:30:00.000Z',
    data: {
      ...{ tagIds: [tagId], sectionId: null, action: 'PUBLISH', significant: true },
      ...{ id: event.subjectId, eventId: event.id, number: 7, sequence: 2, version: 3 },
    },
  })
})

it('words never leave the house, whatever an event holds', () => {
  const data = {
    ...{
      headline: 'Secret merger',
      names: ['Ada Lovelace'],
      nested: { note: 'hidden' },
      id: 'forged',
      slug: 'secret-merger',
    },
    ...{ at: '2026-01-08T09:30:00.000Z', revision: 4 },
  }
  const body = payloadOf({ ...event, data })
  expect(dataOf(body)).toMatchObject({ id: event.subjectId, at: '2026-01-08T09:30:00.000Z', revision: 4 })
  for (const word of ['ecret', 'Ada', 'hidden', 'forged']) expect(body).not.toContain(word)
})

it('a payload is smaller than 20 kB with all that a story can have', () => {
  const data = { tagIds: Array.from({ length: 100 }, () => randomUUID()), sectionId: randomUUID() }
  const paths = Array.from({ length: 200 }, (_, n) => `/world/${'x'.repeat(240)}-${n}`)
  const body = payloadOf({ ...event, data, paths })
  expect(Buffer.byteLength(body)).toBeLessThan(maxPayloadBytes)
  expect(dataOf(body).paths[0]).toBe(paths[0])
  expect(dataOf(body).paths.length).toBeGreaterThan(20)
})

describe('which events an endpoint wants', () => {
  const stands = (id: string) => (id === 'merged' ? 'kept' : id)
  it.each([
    [[], [], 'article.published', [], true],
    [['article.published'], [], 'article.published', [], true],
    [['article.published'], [], 'article.withdrawn', [], false],
    [['article.*'], [], 'article.withdrawn', [], true],
    [['article.*'], [], 'tag.created', [], false],
    [['tag.created', 'article.*'], [], 'tag.created', [], true],
    [[], ['a'], 'article.published', ['b', 'a'], true],
    [[], ['a'], 'article.published', ['b'], false],
    [[], ['a'], 'article.published', [], false],
    [[], ['a'], 'media.created', [], false],
    [['tag.*'], ['a'], 'article.published', ['a'], false],
    [[], ['merged'], 'article.published', ['kept'], true],
    [[], ['kept'], 'article.published', ['merged'], true],
  ])('%j with tags %j has %s about %j: %s', (events, tagIds, type, about, isSent) => {
    expect(isWanted({ events, tagIds }, { type, tagIds: about }, stands)).toBe(isSent)
  })
  it('an event is about its tags and section; that of a tag about the tag and what it was merged into', () => {
    const story = { type: 'article.published', subjectId: 's', data: { tagIds: ['a', 'b'], sectionId: 'c' } }
    expect(tagIdsOf(story)).toEqual(['a', 'b', 'c'])
    expect(tagIdsOf({ ...story, data: { sectionId: null } })).toEqual([])
    expect(tagIdsOf({ type: 'tag.merged', subjectId: 'a', data: { into: 'b' } })).toEqual(['a', 'b'])
  })
})
