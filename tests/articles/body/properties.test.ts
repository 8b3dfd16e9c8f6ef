import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { renderHtml } from '../../../src/articles/body/html.ts'
import { bodySchema } from '../../../src/articles/body/json-schema.ts'
import { fillBodyLinks, fillHtmlLinks } from '../../../src/articles/body/links.ts'
import { fillMedia } from '../../../src/articles/body/media.ts'
import { renderText } from '../../../src/articles/body/text.ts'
import { countWords } from '../../../src/articles/body/words.ts'
import { everyBlock, goneId, media, storyId, targets } from './examples.ts'
import { unsafeParts } from './scan.ts'

const schema = Compile(bodySchema)
const runs = { numRuns: 1_000 }

const piece = fc.constantFrom(
  '<script>',
  '"',
  "'",
  '>',
  '&',
  '-->',
  '<a href="dateline:',
  goneId,
  '\n',
  '\u2028',
  'on=',
  'javascript:',
  '$&',
)
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(piece).map((parts) => parts.join('')),
)
const name = fc.constantFrom(
  '_type',
  '_key',
  'style',
  'children',
  'text',
  'marks',
  'markDefs',
  'items',
  'rows',
  'cells',
  '__proto__',
)
const href = fc.oneof(
  fc.webUrl(),
  words.map((text) => `https://a.example/${text}`),
  words.map((text) => `/${text}`),
  fc.constantFrom('javascript:alert(1)', '#a', 'tel:1', 'mailto:"><script>@b'),
)
const key = fc.constantFrom('a', 'b', 'c')
const link = fc.oneof(
  fc.record({ _type: fc.constant('link'), _key: key, href, title: words }),
  fc.record({ _type: fc.constant('articleRef'), _key: key, articleId: fc.constantFrom(storyId, goneId) }),
)
const textSpan = fc.record({
  _type: fc.constant('span'),
  text: words,
  marks: fc.subarray(['strong', 'em', 'code', 'sub', 'a', 'b'], { maxLength: 4 }),
})
const textBlock = fc.record(
  {
    _type: fc.constant('block'),
    style: fc.constantFrom('normal', 'h2', 'blockquote'),
    listItem: fc.constantFrom('bullet', 'number'),
    children: fc.array(textSpan, { maxLength: 5 }),
    markDefs: fc.uniqueArray(link, { selector: (def) => def._key, minLength: 2, maxLength: 3 }),
  },
  { requiredKeys: ['_type', 'children', 'markDefs'] },
)
const anyBlock = fc.oneof(
  textBlock,
  words.chain((say) => fc.constantFrom(...everyBlock(say === '' ? 'x' : say))),
)

test('the check never throws, whatever JSON comes, and says where each fault is', () => {
  const json = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.dictionary(name, fc.jsonValue())),
    fc.array(fc.tuple(anyBlock, name, fc.jsonValue()).map(([block, field, value]) => ({ ...block, [field]: value }))),
  )
  fc.assert(
    fc.property(json, (input) => {
      const result = checkBody(input)
      if ('body' in result) return
      expect(result.faults.length).toBeGreaterThan(0)
      for (const { path, message } of result.faults) {
        expect(path).toMatch(/^body/)
        expect(message).toMatch(/\S/)
      }
    }),
    runs,
  )
})

test('what the check accepts is kept by a second check, fits the schema and renders without script', () => {
  let accepted = 0
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 8 }), (input) => {
      const result = checkBody(input)
      if ('faults' in result) return
      accepted += 1
      const { body } = result
      expect(checkBody(structuredClone(body))).toStrictEqual({ body })
      expect(schema.Check(body)).toBe(true)
      const filled = fillBodyLinks(fillMedia(body, media), targets)
      const html = fillHtmlLinks(renderHtml(fillMedia(body, media)), targets)
      expect(unsafeParts(html)).toEqual([])
      expect(html).not.toMatch(/<script|(?:href|src)="(?:javascript|dateline):/i)
      expect(JSON.stringify(filled)).not.toContain(`"articleId":"${goneId}"`)
      expect(renderText(filled)).toBe(renderText(body))
      expect(countWords(body)).toBeGreaterThanOrEqual(0)
    }),
    runs,
  )
  expect(accepted).toBeGreaterThan(200)
})
