import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { bodySchema, publicBodySchema } from '../../../src/articles/body/json-schema.ts'
import { fillBodyLinks } from '../../../src/articles/body/links.ts'
import { fillMedia } from '../../../src/articles/body/media.ts'
import { blockTypeNames } from '../../../src/articles/body/types.ts'
import { badBodies } from './bad-bodies.ts'
import { everyBlock, media, targets } from './examples.ts'

const stored = Compile(bodySchema)
const published = Compile(publicBodySchema)

// What one block cannot know, or a schema cannot say: uniqueness, definitions, sums, blankness, code points.
const beyondSchemas = new Set([
  'too much text',
  'too many spans',
  'a repeated key',
  'a level without a list',
  'a NUL character',
  'half a surrogate pair',
  'an unknown mark',
  'two links over one text',
  'a markDef named like a decorator',
  'a rel that opens doors',
  'a blank pull quotation',
  'a blank point',
  'rows of different length',
])

describe('the schema of a body', () => {
  test.each(['Words.', '👩‍👩‍👧‍👦 <b>', 'x'.repeat(1_000)])(
    'allows what the check accepts, sent and kept (%#)',
    (say) => {
      const result = checkBody(everyBlock(say))
      if ('faults' in result) throw new Error(JSON.stringify(result.faults))
      expect(stored.Errors(everyBlock(say))).toEqual([])
      expect(stored.Errors(result.body)).toEqual([])
      expect(published.Errors(fillBodyLinks(fillMedia(result.body, media), targets))).toEqual([])
      expect(published.Check(result.body)).toBe(false)
    },
  )

  test.each(badBodies)('refuses %s, if a schema can', (what, input) => {
    expect(stored.Check(input)).toBe(beyondSchemas.has(what))
  })

  test('names every type of block as the union of GraphQL does', () => {
    for (const schema of [bodySchema, publicBodySchema]) {
      const titles = JSON.stringify(schema).match(/"title":"\w+Block"/g)
      expect(titles?.sort()).toEqual(
        Object.values(blockTypeNames)
          .map((name) => `"title":"${name}"`)
          .sort(),
      )
    }
  })
})
