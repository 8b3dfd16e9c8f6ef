import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import type { Body } from '../../../src/articles/body/types.ts'
import { badBodies } from './bad-bodies.ts'
import { everyBlock, imageId, paragraph, span, storyId } from './examples.ts'

const accepted = (input: unknown): Body => {
  const result = checkBody(input)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.body
}
const faultsOf = (input: unknown) => {
  const result = checkBody(input)
  return 'faults' in result ? result.faults : []
}

describe('a good body', () => {
  test.each([['Words.'], ['👩‍👩‍👧‍👦 🇰🇿 e\u0301'], ['مرحبا بالعالم'], ['a\nb\tc'], ['__proto__']])(
    'with %s in every text is accepted word for word',
    (say) => {
      const body = accepted(everyBlock(say))
      expect(body).toHaveLength(everyBlock(say).length)
      expect(body).toMatchObject(everyBlock(say))
    },
  )

  test('is left as it is when it is read again', () => {
    const body = accepted(everyBlock('Words.'))
    expect(accepted(JSON.parse(JSON.stringify(body)))).toStrictEqual(body)
  })

  test('may be empty', () => {
    expect(accepted([])).toEqual([])
    expect(accepted([{ _type: 'block', children: [] }])).toHaveLength(1)
  })

  test('may have a million characters and 2,000 blocks', () => {
    expect(accepted(Array.from({ length: 2_000 }, () => paragraph('x'.repeat(500))))).toHaveLength(2_000)
  })

  test('gets the defaults: style normal, level 1, one heading row', () => {
    const bare = [paragraph('a', { listItem: 'bullet' }), paragraph('b'), { _type: 'table', rows: [{ cells: ['a'] }] }]
    expect(accepted(bare)).toMatchObject([{ style: 'normal', level: 1 }, { style: 'normal' }, { headerRows: 1 }])
  })

  test('gets missing keys that avoid those taken, the same every time', () => {
    const input = [{ _type: 'divider' }, { _type: 'divider', _key: 'b1' }, { _type: 'divider' }, paragraph('x')]
    const body = accepted(input)
    expect(body.map((block) => block._key)).toEqual(['b0', 'b1', 'b2', 'b3'])
    expect(body[3]).toMatchObject({ children: [{ _key: 's0' }] })
    expect(accepted(input)).toStrictEqual(body)
  })

  test('keeps absent fields absent and takes null for absent', () => {
    const block = { _type: 'image', _key: 'a', mediaId: imageId }
    expect(accepted([block])).toStrictEqual([block])
    expect(accepted([{ ...block, alt: null, caption: null, credit: null }])).toStrictEqual([block])
    expect(accepted([{ ...block, alt: '' }])).toStrictEqual([{ ...block, alt: '' }])
  })

  test('has ids in lower case', () => {
    expect(accepted([{ _type: 'image', mediaId: imageId.toUpperCase() }])).toMatchObject([{ mediaId: imageId }])
  })

  test('may mark a text twice and define a link that nothing uses', () => {
    const markDefs = [{ _type: 'articleRef', _key: 'ref', articleId: storyId }]
    expect(accepted([{ _type: 'block', children: [span('x', 'em', 'em')], markDefs }])).toMatchObject([{ markDefs }])
  })
})

describe('a bad body', () => {
  test.each(badBodies)('%s is refused with its path', (_what, input, path) => {
    const faults = faultsOf(input)
    expect(faults.map((fault) => fault.path)).toEqual([path])
    expect(faults[0]?.message).toMatch(/\S[;:(] ?\S|must start|needs exactly/)
  })

  test('gets all its faults at once', () => {
    const input = [{ _type: 'foo' }, paragraph('x', { style: 'h9', listItem: 7 }), { _type: 'image', mediaId: 1, x: 2 }]
    expect(
      faultsOf(input)
        .map((fault) => fault.path)
        .sort(),
    ).toEqual(['body[0]._type', 'body[1].listItem', 'body[1].style', 'body[2].mediaId', 'body[2].x'])
  })

  test('gets at most 50 faults, soon', () => {
    const hostile = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, index]))
    expect(faultsOf(Array.from({ length: 2_000 }, () => hostile))).toHaveLength(50)
    expect(faultsOf([{ _type: 'divider', ...hostile }])).toHaveLength(50)
  })

  test('nested a hundred thousand deep is refused, not a crash', () => {
    let deep: unknown = []
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
    for (const input of [
      deep,
      [deep],
      [{ _type: deep }],
      [{ _type: 'block', children: deep }],
      [paragraph('x', { _key: deep })],
    ]) {
      expect(faultsOf(input)).not.toEqual([])
    }
  })
})
