import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/articles/body/text.ts'
import { bodyFaults, itemsIn, readAll, withIds } from './reading.ts'

const atom = (entry: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/"><title>A</title>${more}
<entry xml:base="2026/"><id>urn:1</id><title>Gas</title><link href="one.html"/>${entry}</entry></feed>`
const jsonFeed = (item: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [{ title: 'Gas', ...item }] })
const only = (format: string, file: string, options = {}) => itemsIn(readAll(format, file, options))[0]
const text = (item: ReturnType<typeof only>) => item && renderText(withIds(item.body) as never)

describe('Atom', () => {
  const xhtml = `<content type="xhtml" xml:base="deep/"><div xmlns="http://www.w3.org/1999/xhtml">
<p>See <a href="ref.html">this</a>.</p><img src="/pic.jpg"/></div></content><link rel="enclosure" type="audio/mpeg" href="one.mp3"/>`

  it('has bases in bases, by which links, pictures and files are read', () => {
    const item = only('feed', atom(xhtml))
    expect(item?.canonicalUrl).toBe('https://a.example/blog/2026/one.html')
    expect(item?.media.map(({ url }) => url)).toEqual([
      'https://a.example/pic.jpg',
      'https://a.example/blog/2026/one.mp3',
    ])
    expect(JSON.stringify(item?.body)).toContain('"href":"https://a.example/blog/2026/deep/ref.html"')
    expect(item?.repairs).toEqual([])
  })

  it('has them in front of the address it was found at', () => {
    expect(only('feed', atom(xhtml), { baseUrl: 'https://cdn.example/feed.xml' })?.canonicalUrl).toMatch(
      /^https:\/\/a\./,
    )
    const relative = atom(xhtml).replace('https://a.example/blog/', 'blog/')
    expect(only('feed', relative, { baseUrl: 'https://a.example/x/feed.xml' })?.canonicalUrl).toBe(
      'https://a.example/x/blog/2026/one.html',
    )
  })

  it('has authors of the feed for entries that name none', () => {
    const of = '<author><name>Ann Lee</name></author>'
    expect(only('feed', atom('', of))?.bylines).toMatchObject([{ name: 'Ann Lee' }])
    expect(only('feed', atom('<author><name>Bo Wu</name></author>', of))?.bylines).toMatchObject([{ name: 'Bo Wu' }])
  })
})

it('an entry with very many pictures, all the same, has one', () => {
  const pictures = '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://a.example/x.jpg"/>'.repeat(
    30_000,
  )
  expect(only('feed', atom(pictures))?.media).toHaveLength(1)
})

describe('plain text in feeds', () => {
  const words = 'One line\nand the next, with <b> & more.\n\nAnother paragraph.'

  it.each([
    ['feed', atom(`<content type="text">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content>`)],
    ['json-feed', jsonFeed({ id: '1', content_text: words })],
  ])('has paragraphs: %s', (format, file) => {
    const item = only(format, file)
    expect(item?.body).toHaveLength(2)
    expect(text(item)).toBe(words)
  })
})

describe('JSON Feed', () => {
  it('has authors and tags as plain text too, which is common', () => {
    const given = { id: '1', content_text: 'Words.', authors: ['Ann Lee'], tags: ['Gas', { name: 'Oil' }, 7, {}] }
    const item = only('json-feed', jsonFeed(given))
    expect([item?.bylines.map(({ name }) => name), item?.tags.map(({ name }) => name)]).toEqual([
      ['Ann Lee'],
      ['Gas', 'Oil', '7'],
    ])
    const words = only('json-feed', jsonFeed({ id: '1', content_text: 'Words.', author: 'Bo Wu', tags: 'Gas, Oil' }))
    expect([words?.bylines.map(({ name }) => name), words?.tags.map(({ name }) => name)]).toEqual([
      ['Bo Wu'],
      ['Gas', 'Oil'],
    ])
  })

  it('has stories without an id', () => {
    const item = only('json-feed', jsonFeed({ content_html: '<p>Words.</p>' }))
    expect(item).toMatchObject({
      source: { name: 'A', externalId: null },
      externalId: expect.stringMatching(/^content:/),
    })
    expect(item && bodyFaults(item.body)).toEqual([])
  })

  it('has files that are for no body, which are told of', () => {
    const attachments = [{ url: 'https://a.example/a.pdf', mime_type: 'application/pdf' }]
    const item = only('json-feed', jsonFeed({ id: '1', content_html: '<p>Words.</p>', attachments }))
    expect(item?.media).toEqual([])
    expect(item?.repairs.map(({ message }) => message)).toEqual([
      'the attachment https://a.example/a.pdf is neither a sound nor a film and was left out',
    ])
  })
})
