import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { badStories } from './bad-stories.ts'
import { nested, refusalsOf } from './refusals.ts'
import { as, documents, facesOf, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql } = news
const faces = facesOf(news)
const { live } = storyMakers(news)
const { expectRefusal, raw } = refusalsOf(news)
afterAll(news.close)

const editorial = '/v1/editorial/articles'
let target = ''
beforeAll(async () => {
  target = (await live({ headline: 'Unharmed' })).id
})

describe.each([
  [
    'REST',
    'create',
    (input: Facts) => rest('POST', '/v1/editorial/articles', { as, body: { headline: 'Refused', ...input } }),
  ],
  ['REST', 'revise', (input: Facts) => rest('PATCH', `/v1/editorial/articles/${target}`, { as, body: input })],
  [
    'GraphQL',
    'create',
    (input: Facts) => graphql(documents.create, { input: { headline: 'Refused', ...input } }, { as }),
  ],
  ['GraphQL', 'revise', (input: Facts) => graphql(documents.revise, { id: target, input }, { as })],
] as const)('%s: %s', (_face, _verb, ask) => {
  it.each(badStories)('%s is refused with its place and leaves nothing behind', async (_what, input, paths) => {
    await expectRefusal(() => ask(input), { code: 'invalid_input', paths })
  })
})

describe('whole requests', () => {
  const big = JSON.stringify({ headline: 'Big', standfirst: 'x'.repeat(2_000_000) })
  it('2 MB are too large on both faces', async () => {
    await expectRefusal(raw('POST', editorial, big), { code: 'too_large' })
    await expectRefusal(
      raw('POST', '/graphql', JSON.stringify({ query: documents.create, variables: { input: JSON.parse(big) } })),
      { code: 'too_large' },
    )
  })
  it('a text of a megabyte is refused before it is stored', async () => {
    await expectRefusal(() => rest('POST', editorial, { as, body: { headline: 'x'.repeat(1_000_000) } }), {
      code: 'invalid_input',
      paths: ['headline'],
    })
  })
  it.each([100, 10_000, 100_000])(
    'JSON nested %d deep is refused at once, in a field, in the body, as the whole',
    async (levels) => {
      const started = performance.now()
      const texts = [
        `{"headline":${nested(levels)}}`,
        `{"headline":"a","body":${nested(levels)}}`,
        nested(levels),
        `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
      ]
      for (const text of texts) {
        await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
        await expectRefusal(
          raw('POST', '/graphql', `{"query":${JSON.stringify(documents.create)},"variables":{"input":${text}}}`),
          { code: 'invalid_input' },
        )
      }
      expect(performance.now() - started).toBeLessThan(4_000)
    },
  )
  it('a body nested a little too deep is refused with the place', async () => {
    await expectRefusal(() => faces.rest.create({ headline: 'Deep', body: JSON.parse(nested(70)) }), {
      code: 'invalid_input',
    })
    await expectRefusal(() => faces.graphql.create({ headline: 'Deep', body: JSON.parse(nested(70)) }), {
      code: 'invalid_input',
    })
  })
  it.each([
    '{',
    '',
    '{"headline":"a"',
    '{"headline":}',
    'headline=x',
    '{"headline":"\n"}',
    '{"headline":"\\x"}',
    '\ufeff',
    'NaN',
  ])('%j is not JSON', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'malformed_json' })
    await expectRefusal(raw('POST', '/graphql', text), { code: 'malformed_json' })
  })
  it.each(['null', '[]', '"text"', '42', 'true'])('%s is no story', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
  })
  it.each([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]])(
    'the bytes %j %j are no UTF-8 and are refused',
    async (...bytes) => {
      const story = Buffer.concat([Buffer.from('{"headline":"Broken '), Buffer.from(bytes), Buffer.from('"}')])
      await expectRefusal(raw('POST', editorial, story), { code: 'malformed_json' })
      const asked = Buffer.concat([
        Buffer.from(`{"query":${JSON.stringify(documents.create)},"variables":{"input":`),
        story,
        Buffer.from('}}'),
      ])
      await expectRefusal(raw('POST', '/graphql', asked), { code: 'malformed_json' })
    },
  )
  it('half a surrogate pair, written as an escape, is refused', async () => {
    await expectRefusal(raw('POST', editorial, '{"headline":"\\ud83d"}'), { code: 'invalid_input' })
    await expectRefusal(raw('POST', editorial, '{"headline":"a","\\udc00":1}'), { code: 'invalid_input' })
    await expectRefusal(
      raw(
        'POST',
        '/graphql',
        `{"query":${JSON.stringify(documents.create)},"variables":{"input":{"headline":"\\ud83d"}}}`,
      ),
      { code: 'invalid_input' },
    )
  })
  it.each([
    '{"__proto__":{"headline":"x"}}',
    '{"headline":"x","__proto__":null}',
    '{"headline":"x","constructor":{"prototype":{"a":1}}}',
    '{"headline":"x","source":{"name":"x","__proto__":{}}}',
    '{"headline":"x","toString":1}',
    '{"headline":"x","hasOwnProperty":1}',
  ])('the hostile name in %s is refused', async (text) => {
    await expectRefusal(raw('POST', editorial, text), { code: 'invalid_input' })
    await expectRefusal(
      raw('POST', '/graphql', `{"query":${JSON.stringify(documents.create)},"variables":{"input":${text}}}`),
      { code: 'invalid_input' },
    )
    expect(({} as Facts).headline).toBeUndefined()
  })
  it('another content type is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      await expectRefusal(
        () => rest('POST', editorial, { as, body: 'headline=x', headers: { 'content-type': type } }),
        { code: 'unsupported_media_type' },
      )
  })
})
