import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { renderText } from '../../../src/articles/body/text.ts'
import type { Body } from '../../../src/articles/body/types.ts'
import { countWords, readingMinutes } from '../../../src/articles/body/words.ts'
import { everyBlock, imageId, paragraph, span } from './examples.ts'

const read = (input: unknown): Body => {
  const result = checkBody(input)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.body
}

describe('a body as text', () => {
  test('has paragraphs, headings, quotations, lists, key points and tables', () => {
    const body = read([
      paragraph('One.'),
      paragraph('  '),
      paragraph('Two', { style: 'h2' }),
      paragraph('a', { listItem: 'bullet' }),
      paragraph('b', { listItem: 'number' }),
      { _type: 'keyPoints', title: 'Key', points: ['c', 'd'] },
      { _type: 'table', caption: 'Hidden', rows: [{ cells: ['e', 'f\tg'] }, { cells: ['h', 'i'] }] },
    ])
    expect(renderText(body)).toBe('One.\n\nTwo\n\n• a\n• b\n\nKey\n• c\n• d\n\ne\tf g\nh\ti')
  })

  test('leaves out pull quotations, captions, links and embeds', () => {
    const body = read([
      { _type: 'pullquote', text: 'x' },
      { _type: 'image', mediaId: imageId, caption: 'x' },
      { _type: 'relatedLinks', items: [{ url: 'https://a.example/', headline: 'x' }] },
      { _type: 'embed', provider: 'x', url: 'https://x.com/a', caption: 'x' },
      { _type: 'divider' },
    ])
    expect(renderText(body)).toBe('')
    expect(renderText([])).toBe('')
  })

  test('joins the spans of a paragraph and keeps what looks like HTML', () => {
    expect(renderText(read([{ _type: 'block', children: [span('a', 'em'), span('<b>', 'code')] }]))).toBe('a<b>')
  })
})

describe('words', () => {
  test.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['Two words.', 2],
    ['Не более шести слов – не считая тире', 7],
    ['— … 👩‍👩‍👧‍👦 !', 0],
    ['مرحبا بالعالم', 2],
    ['안녕하세요 세계', 2],
    ['今日は天気がいい', 5],
    ['我们喜欢新闻', 3],
    ['ภาษาไทยง่าย', 3],
    ['Пять 5 five', 3],
  ])('of %j are counted', (text, count) => {
    expect(countWords(read([paragraph(text)]))).toBe(count)
  })

  test('are those of paragraphs, headings, quotations and list items only', () => {
    const textBlocks = everyBlock('word').filter((block) => block._type === 'block').length
    expect(countWords(read(everyBlock('word')))).toBe(textBlocks + 2)
    expect(countWords([])).toBe(0)
  })

  test('of a million Chinese characters are counted within ten seconds', () => {
    const body = read(Array.from({ length: 10 }, () => paragraph('我们喜欢新闻报道'.repeat(12_500))))
    const started = performance.now()
    expect(countWords(body)).toBeGreaterThan(300_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test.each([
    [0, 0],
    [1, 1],
    [230, 1],
    [231, 2],
    [2_300, 10],
  ])('%i take %i minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes)
  })
})
