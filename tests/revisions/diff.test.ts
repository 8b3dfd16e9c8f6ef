import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleContent } from '../../src/articles/article.ts'
import type { Block, Body } from '../../src/articles/body/types.ts'
import type { ArticleDiff } from '../../src/revisions/article-diff.ts'
import { diffContents } from '../../src/revisions/diff.ts'

const empty: ArticleContent = {
  ...{ headline: 'H', slug: 'h', locale: 'en', kicker: null, standfirst: null, body: [], bylines: [], sectionId: null },
  ...{ tagIds: [], leadMedia: null, recommendedVideoId: null, related: [], translationOf: null, source: null },
  ...{ canonicalUrl: null, publishedAt: null },
}
const block = (key: string, text = `Text of ${key}.`): Block => ({
  ...{ _type: 'block', _key: key, style: 'normal' },
  children: [{ _type: 'span', _key: 's0', text, marks: [] }],
})
const body = (keys: string): Body => [...keys].map((key) => block(key))
const blocksOf = (from: Body, to: Body) => diffContents({ ...empty, body: from }, { ...empty, body: to }).blocks
const said = (from: string, to: string) =>
  blocksOf(body(from), body(to))
    .map(({ change, key }) => `${change} ${key}`)
    .join(', ')

type Changes = Pick<ArticleDiff, 'fields' | 'blocks'>

/** The later content, from the earlier one and what differs. */
function apply(from: ArticleContent, { fields, blocks }: Changes): ArticleContent {
  const changed = new Set(blocks.map(({ key }) => key))
  const placed = new Map(blocks.map((each) => [each.toIndex, each.after as Block]))
  const untouched = from.body.filter(({ _key }) => !changed.has(_key))
  const added = blocks.filter(({ change }) => change === 'ADDED').length
  const removed = blocks.filter(({ change }) => change === 'REMOVED').length
  const length = from.body.length + added - removed
  const after = Array.from({ length }, (_, index) => placed.get(index) ?? (untouched.shift() as Block))
  return { ...from, ...Object.fromEntries(fields.map((each) => [each.field, each.after])), body: after }
}

describe('fields', () => {
  it('every field that differs is named with what it was and is, lists whole, the body apart', () => {
    const from = { ...empty, tagIds: ['a', 'b'], source: { name: 'Wire', url: null, externalId: null } }
    const to = { ...empty, headline: 'New', tagIds: ['b', 'a'], source: { externalId: null, url: null, name: 'Wire' } }
    expect(diffContents(from, to)).toEqual({
      fields: [
        { field: 'headline', before: 'H', after: 'New' },
        { field: 'tagIds', before: ['a', 'b'], after: ['b', 'a'] },
      ],
      blocks: [],
    })
  })

  it('a field that an older revision does not have yet was null', () => {
    const { kicker: _, ...older } = empty
    expect(diffContents(older as ArticleContent, empty).fields).toEqual([])
    expect(diffContents(older as ArticleContent, { ...empty, kicker: 'K' }).fields).toEqual([
      { field: 'kicker', before: null, after: 'K' },
    ])
  })
})

describe('blocks', () => {
  it.each([
    ['', '', ''],
    ['abc', 'abc', ''],
    ['', 'ab', 'ADDED a, ADDED b'],
    ['ab', '', 'REMOVED a, REMOVED b'],
    ['abc', 'axbc', 'ADDED x'],
    ['abc', 'ac', 'REMOVED b'],
    ['abcde', 'bcdea', 'MOVED a'],
    ['abcde', 'eabcd', 'MOVED e'],
    ['abcde', 'abdce', 'MOVED d'],
    ['abcd', 'xbdc', 'ADDED x, REMOVED a, MOVED d'],
    ['abcd', 'axd', 'REMOVED b, REMOVED c, ADDED x'],
  ])('%j to %j: %s', (from, to, expected) => {
    const changes = said(from, to).split(', ').sort()
    expect(changes).toEqual(expected.split(', ').sort())
  })

  it('changes stand in reading order', () => {
    const to = [block('a', 'Other a.'), block('x'), ...body('de'), block('y')]
    expect(blocksOf(body('abcde'), to).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'x', 'y'])
  })

  it('a changed paragraph shows its words, and its places', () => {
    const [change] = blocksOf(body('ab'), [block('x'), block('a'), block('b', 'Words of b.')]).slice(1)
    expect(change).toEqual({
      ...{ change: 'CHANGED', key: 'b', isMoved: false, fromIndex: 1, toIndex: 2 },
      ...{ before: block('b'), after: block('b', 'Words of b.') },
      text: [
        { op: 'REMOVED', text: 'Text' },
        { op: 'ADDED', text: 'Words' },
        { op: 'SAME', text: ' of b.' },
      ],
    })
  })

  it('a block that was changed and moved is one change that says so', () => {
    const to = [block('c', 'New c.'), ...body('ab')]
    expect(blocksOf(body('abc'), to)).toMatchObject([{ change: 'CHANGED', key: 'c', isMoved: true, toIndex: 0 }])
  })

  it('words are told over the spans of a paragraph, and are all the same when only marks or style differ', () => {
    const strong: Block = {
      ...{ _type: 'block', _key: 'a', style: 'h2' },
      children: [
        { _type: 'span', _key: 's0', text: 'Text ', marks: ['strong'] },
        { _type: 'span', _key: 's1', text: 'of a.', marks: [] },
      ],
    }
    expect(blocksOf(body('a'), [strong])).toMatchObject([
      { change: 'CHANGED', text: [{ op: 'SAME', text: 'Text of a.' }] },
    ])
  })

  it('a block that is no paragraph shows no words', () => {
    const image = (caption: string): Block => ({ _type: 'image', _key: 'i', mediaId: 'm', caption })
    expect(blocksOf([image('One')], [image('Two')])).toMatchObject([{ change: 'CHANGED', text: null }])
    expect(blocksOf([block('i')], [image('Two')])).toMatchObject([{ change: 'CHANGED', text: null }])
  })
})

const words = fc.array(fc.constantFrom('gas', 'prices', 'rose', ' ', '.', 'again'), { maxLength: 8 })
const anyBlock = (key: string): fc.Arbitrary<Block> =>
  fc.oneof(
    words.map((parts) => block(key, parts.join(''))),
    fc.constant<Block>({ _type: 'divider', _key: key }),
    words.map((parts): Block => ({ _type: 'keyPoints', _key: key, points: [parts.join('') || 'x'] })),
  )
const anyBody = fc
  .shuffledSubarray([...'abcdefgh'])
  .chain((keys) => fc.tuple(...keys.map(anyBlock)) as unknown as fc.Arbitrary<Body>)
const anyContent: fc.Arbitrary<ArticleContent> = fc
  .record({
    headline: fc.string(),
    kicker: fc.option(fc.string()),
    tagIds: fc.array(fc.constantFrom('t', 'u')),
    source: fc.option(fc.record({ name: fc.string(), url: fc.constant(null), externalId: fc.constant(null) })),
    body: anyBody,
  })
  .map((given) => structuredClone({ ...empty, ...given }))

describe('any two contents', () => {
  it('applying what differs to the earlier one gives the later one', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (from, to) => {
        const diff = diffContents(from, to)
        expect(apply(from, diff)).toEqual(to)
        for (const { change, text, before, after } of diff.blocks) {
          if (change === 'ADDED') expect(before).toBeNull()
          if (change === 'REMOVED') expect(after).toBeNull()
          if (change === 'MOVED') expect(before).toEqual(after)
          if (text !== null) expect(change).toBe('CHANGED')
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('a content does not differ from itself, and one moved block is one change', () => {
    fc.assert(
      fc.property(anyContent, fc.nat(), fc.nat(), (content, from, to) => {
        expect(diffContents(content, structuredClone(content))).toEqual({ fields: [], blocks: [] })
        if (content.body.length === 0) return
        const moved = [...content.body]
        const [block] = moved.splice(from % moved.length, 1)
        moved.splice(to % (moved.length + 1), 0, block as Block)
        const { blocks } = diffContents(content, { ...content, body: moved })
        expect(blocks.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the work is bounded', () => {
  const paragraphs = (count: number, wordsEach: number, word: (block: number, at: number) => string) =>
    Array.from({ length: count }, (_, n) =>
      block(`k${n}`, Array.from({ length: wordsEach }, (_, at) => word(n, at)).join(' ')),
    )
  const worst: [string, Body, Body][] = [
    [
      '2,000 blocks of 10 words, each with another word',
      paragraphs(2_000, 10, (n, at) => `w${n + at}`),
      paragraphs(2_000, 10, (n, at) => (at === 5 ? 'other' : `w${n + at}`)),
    ],
    [
      '2,000 blocks of 10 words, all other',
      paragraphs(2_000, 10, (n, at) => `w${n + at}`),
      paragraphs(2_000, 10, (n, at) => `v${n + at}`),
    ],
    [
      '2,000 blocks in reverse order',
      paragraphs(2_000, 10, (n, at) => `w${n + at}`),
      paragraphs(2_000, 10, (n, at) => `w${n + at}`).reverse(),
    ],
    [
      'one block of 100,000 words, all other',
      paragraphs(1, 100_000, (_, at) => `w${at}`),
      paragraphs(1, 100_000, (_, at) => `v${at}`),
    ],
    [
      '20 blocks of 10,000 words, every second another',
      paragraphs(20, 10_000, (_, at) => `w${at % 7}`),
      paragraphs(20, 10_000, (_, at) => (at % 2 ? `w${at % 7}` : `v${at % 5}`)),
    ],
    [
      '2,000 blocks of 80 words, every second another',
      paragraphs(2_000, 80, (_, at) => `w${at % 7}`),
      paragraphs(2_000, 80, (_, at) => (at % 2 ? `w${at % 7}` : `v${at % 5}`)),
    ],
  ]
  it.each(worst)('%s', (_name, from, to) => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const before = process.cpuUsage()
      blocksOf(from, to)
      return process.cpuUsage(before).user / 1_000
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})
