import { expect, it } from 'vitest'
import { inlineText } from '../../src/demo/content/inline.ts'

const span = (index: number, text: string, ...marks: string[]) => ({
  _type: 'span',
  _key: `bs${index}`,
  text,
  ...(marks.length > 0 && { marks }),
})

it.each([
  ['plain text', [span(0, 'plain text')]],
  ['', []],
  ['a *b* c', [span(0, 'a '), span(1, 'b', 'em'), span(2, ' c')]],
  ['**b** and *i*', [span(0, 'b', 'strong'), span(1, ' and '), span(2, 'i', 'em')]],
  ['__**both**__', [span(0, 'both', 'underline', 'strong')]],
  ['~~gone~~', [span(0, 'gone', 'strike-through')]],
  ['CO~2~ m^2^', [span(0, 'CO'), span(1, '2', 'sub'), span(2, ' m'), span(3, '2', 'sup')]],
  ['`x`🐈', [span(0, 'x', 'code'), span(1, '🐈')]],
  ['a * lone star [and] (brackets)', [span(0, 'a * lone star [and] (brackets)')]],
])('the notation %j becomes spans', (text, children) => {
  expect(inlineText(text, 'b')).toEqual({ children, markDefs: [] })
})

it('a link to a story and a link elsewhere get definitions of their own, with a title where one is given', () => {
  expect(inlineText('[a *b*](story:one) [c](https://example.org "d")', 'b')).toEqual({
    children: [span(0, 'a ', 'bm0'), span(1, 'b', 'bm0', 'em'), span(2, ' '), span(3, 'c', 'bm1')],
    markDefs: [
      { _type: 'articleRef', _key: 'bm0', articleId: 'story:one' },
      { _type: 'link', _key: 'bm1', href: 'https://example.org', title: 'd' },
    ],
  })
})
