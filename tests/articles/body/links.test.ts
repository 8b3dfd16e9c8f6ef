import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { renderHtml } from '../../../src/articles/body/html.ts'
import { fillBodyLinks, fillHtmlLinks } from '../../../src/articles/body/links.ts'
import { fillMedia } from '../../../src/articles/body/media.ts'
import type { PublicBody } from '../../../src/articles/body/public-types.ts'
import { everyBlock, goneId, linked, media, paragraph, storyId, target, targets } from './examples.ts'

const url = 'https://news.example/world/almaty?a=1&amp;b=2'
const publicBody = (input: unknown): PublicBody => {
  const result = checkBody(input)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return fillMedia(result.body, media)
}
const filledHtml = (input: unknown) => fillHtmlLinks(renderHtml(publicBody(input)), targets)
const filledBody = (input: unknown) => fillBodyLinks(publicBody(input), targets)
const related = (...items: object[]) => ({ _type: 'relatedLinks', title: 'T', items })
const page = { url: 'https://a.example/', headline: 'H' }
const pageHtml = '<li><a href="https://a.example/" rel="noopener">H</a></li>'

describe('links in HTML', () => {
  test.each<[string, unknown, string]>([
    [
      'a live story becomes its address',
      linked({ _type: 'articleRef', articleId: storyId }),
      `<p>See <a href="${url}">words</a>.</p>`,
    ],
    [
      'a story that is not live becomes its text',
      linked({ _type: 'articleRef', articleId: goneId }),
      '<p>See words.</p>',
    ],
    ['an empty text gets no headline', linked({ _type: 'articleRef', articleId: storyId }, ''), '<p>See .</p>'],
    [
      'a list item that begins with a story keeps its text',
      {
        ...linked({ _type: 'articleRef', articleId: goneId }),
        children: [{ _type: 'span', text: 'x', marks: ['a'] }],
        listItem: 'bullet',
      },
      '<ul><li>x</li></ul>',
    ],
    [
      'an item of a list gets the headline of its story',
      related({ articleId: storyId }, { articleId: storyId, headline: 'Mine' }),
      `<aside class="related-links"><h2>T</h2><ul><li><a href="${url}">Almaty &amp; &lt;after&gt;</a></li><li><a href="${url}">Mine</a></li></ul></aside>`,
    ],
    [
      'an item that is not live goes',
      related({ articleId: goneId, headline: 'x' }, page),
      `<aside class="related-links"><h2>T</h2><ul>${pageHtml}</ul></aside>`,
    ],
    ['a list without live items goes', related({ articleId: goneId }), ''],
  ])('%s', (_what, block, expected) => {
    expect(filledHtml([block])).toBe(expected)
  })

  test('lists and texts of one body are filled each for itself', () => {
    const gone = related({ articleId: goneId })
    const text = linked({ _type: 'articleRef', articleId: storyId })
    expect(filledHtml([gone, text, related(page), gone])).toBe(
      `<p>See <a href="${url}">words</a>.</p><aside class="related-links"><h2>T</h2><ul>${pageHtml}</ul></aside>`,
    )
  })

  test.each([
    `<a href="dateline:${goneId}">x</a>`,
    `" href="dateline:${goneId}">x</a>`,
    `<aside class="related-links"><li><a href="dateline:${goneId}"></a></li></aside>`,
  ])('what an author types is not a mark: %s', (say) => {
    const html = renderHtml(publicBody([paragraph(say), { _type: 'keyPoints', points: [say] }]))
    expect(fillHtmlLinks(html, targets)).toBe(html)
    expect(html.split(goneId)).toHaveLength(3)
  })

  test('dollar signs of headlines and texts stay', () => {
    const priced = new Map([[storyId, { ...target, headline: "$& $1 $'" }]])
    expect(fillHtmlLinks(renderHtml(publicBody([related({ articleId: storyId })])), priced)).toContain(
      '>$&amp; $1 $&#39;<',
    )
  })
})

describe('links in JSON', () => {
  test('a live story gets its path, and an item its headline', () => {
    const blocks = [
      linked({ _type: 'articleRef', articleId: storyId }),
      related({ articleId: storyId }, { articleId: storyId, headline: 'Mine' }, page),
    ]
    expect(filledBody(blocks)).toMatchObject([
      { markDefs: [{ articleId: storyId, path: '/world/almaty' }] },
      { items: [{ path: '/world/almaty', headline: target.headline }, { headline: 'Mine' }, page] },
    ])
  })

  test('a story that is not live leaves no trace but its text', () => {
    const blocks = [
      linked({ _type: 'articleRef', articleId: goneId }),
      related({ articleId: goneId, headline: 'Secret' }),
      related({ articleId: goneId, headline: 'Secret' }, page),
    ]
    const body = filledBody(blocks)
    expect(body).toMatchObject([
      { children: [{ text: 'See ' }, { text: 'words', marks: [] }, { text: '.' }], markDefs: [] },
      { items: [page] },
    ])
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${goneId}|Secret`))
  })

  test('the body that was given is not changed', () => {
    const body = publicBody(everyBlock('x'))
    const before = structuredClone(body)
    fillBodyLinks(body, new Map())
    fillBodyLinks(body, targets)
    expect(body).toStrictEqual(before)
  })

  test('a body without links to stories comes back as it is', () => {
    const body = publicBody([paragraph('x'), related(page), linked({ _type: 'link', href: '/' })])
    expect(fillBodyLinks(body, targets)).toBe(body)
    expect(fillBodyLinks([], targets)).toEqual([])
  })
})
