import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

const post = (more: object) => ({
  id: 'p1',
  title: 'Gas',
  slug: 'gas',
  status: 'published',
  published_at: '2026-01-08T09:30:00.000Z',
  ...more,
})
const ghost = (...posts: object[]) =>
  JSON.stringify({
    db: [
      {
        meta: { exported_on: 1 },
        data: {
          posts,
          users: [{ id: 'u1', name: 'Ann Lee', slug: 'ann', email: 'ann@a.example' }],
          tags: [
            { id: 't1', name: 'World', slug: 'world' },
            { id: 't2', name: 'Oil', slug: 'oil' },
            { id: 't3', name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
          ],
          posts_authors: [{ post_id: 'p1', author_id: 'u1' }],
          posts_tags: [
            { post_id: 'p1', tag_id: 't2', sort_order: 1 },
            { post_id: 'p1', tag_id: 't1', sort_order: 0 },
          ],
        },
      },
    ],
  })

describe('exports of Ghost', () => {
  it('give authors, tags and stories; the first tag is the section', () => {
    const text = ghost(post({ html: '<p>Words.</p>', feature_image: '__GHOST_URL__/content/a.jpg' }))
    expect(detectFormat(text, null).name).toBe('ghost')
    const found = readAll('ghost', text, { baseUrl: 'https://old.example/' })
    expect(found.map((each) => Object.keys(each)[0])).toEqual(['author', 'tag', 'tag', 'item'])
    expect(itemsIn(found)).toMatchObject([
      {
        ...{
          externalId: 'p1',
          status: 'LIVE',
          slug: 'gas',
          bylines: [{ name: 'Ann Lee' }],
          section: { type: 'SECTION', slug: 'world' },
          tags: [{ slug: 'oil' }],
        },
        ...{ media: [{ url: 'https://old.example/content/a.jpg' }], leadMedia: 0, formerPaths: ['/gas/'] },
      },
    ])
  })

  it('Lexical', () => {
    const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format })
    const lexical = JSON.stringify({
      root: {
        children: [
          {
            type: 'paragraph',
            children: [
              text('One '),
              text('two', 3),
              { type: 'link', url: 'https://a.example', children: [text(' three')] },
            ],
          },
          { type: 'extended-heading', tag: 'h3', children: [text('Head')] },
          { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('item')] }] },
          { type: 'image', src: 'https://a.example/p.jpg', caption: 'A <b>picture</b>' },
          { type: 'embed', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', html: '' },
          { type: 'signup' },
        ],
      },
    })
    const [item] = itemsIn(readAll('ghost', ghost(post({ lexical }))))
    expect(item?.body.map(({ _type }) => _type)).toEqual(['block', 'block', 'block', 'image', 'embed'])
    expect(item && textOfBody(item.body)).toBe('One two three\n\nHead\n\n• item')
    expect(item?.media).toMatchObject([{ caption: 'A picture' }])
    expect(item?.repairs[0]?.message).toContain("card 'signup'")
  })

  it('Mobiledoc', () => {
    const mobiledoc = JSON.stringify({
      version: '0.3.1',
      atoms: [['soft-return', '', {}]],
      cards: [['hr', {}]],
      markups: [['strong'], ['a', ['href', 'https://a.example']]],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 1, 'Bold'],
            [0, [1], 1, ' link'],
            [1, [], 0, 0],
            [0, [], 0, 'next'],
          ],
        ],
        [10, 0],
        [3, 'ul', [[[0, [], 0, 'item']]]],
      ],
    })
    const [item] = itemsIn(readAll('ghost', ghost(post({ mobiledoc }))))
    expect(item && textOfBody(item.body)).toBe('Bold link\nnext\n\n• item')
  })

  it('have the language of the site and its addresses', () => {
    const said = { html: '<p>x</p>', canonical_url: '__GHOST_URL__/gas/' }
    const settings = [{ key: 'locale', value: 'pl' }]
    const text = ghost(post(said))
      .replace('"email":"ann@a.example"', '"profile_image":"__GHOST_URL__/content/ann.jpg"')
      .replace('"posts":', `"settings":${JSON.stringify(settings)},"posts":`)
    const read = (locale: string | null) => readAll('ghost', text, { baseUrl: 'https://old.example', locale })
    expect(itemsIn(read(null))).toMatchObject([
      {
        locale: 'pl',
        canonicalUrl: 'https://old.example/gas/',
        bylines: [{ avatarUrl: 'https://old.example/content/ann.jpg' }],
      },
    ])
    expect(itemsIn(read('de'))).toMatchObject([{ locale: 'de' }])
  })

  it('what was only sent by e-mail says so', () => {
    const [item] = itemsIn(readAll('ghost', ghost(post({ html: '<p>x</p>', status: 'sent' }))))
    expect(item?.repairs.map(({ message }) => message)).toEqual([
      'it was only sent by e-mail; here everybody may read it once it is live',
    ])
  })

  it('a scheduled post is a draft that is to go live then; one for members says so', () => {
    const [item] = itemsIn(readAll('ghost', ghost(post({ status: 'scheduled', visibility: 'paid', html: 'x' }))))
    expect(item).toMatchObject({ status: 'DRAFT', scheduledAt: new Date('2026-01-08T09:30:00Z'), publishedAt: null })
    expect(item?.repairs[0]?.message).toContain('paid')
  })

  it('what is no JSON is refused with its line', () => {
    expect(refusedIn(readAll('ghost', '{"db": [\n{"meta": x}]}'))).toMatchObject([{ place: { line: 2 } }])
  })
})

describe('Markdown with front matter', () => {
  it('gives a story', () => {
    const text = `---\ntitle: Gas rises\ndate: 2026-01-08T09:30:00Z\nauthor: [Ann Lee, {name: Bo Wu}]\ntags: gas, oil\ncategories: [World]\naliases: [/old/gas]\ndraft: true\n---\n\nWords *here* and [there](https://a.example).\n\n- one\n  - two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n\`\`\`\ncode\n\`\`\`\n`
    expect(detectFormat(text, null).name).toBe('markdown')
    const [item] = itemsIn(readAll('markdown', text, { fileName: 'posts/2026-01-08-gas-rises.md' }))
    expect(item).toMatchObject({
      ...{
        headline: 'Gas rises',
        slug: 'gas-rises',
        status: 'DRAFT',
        externalId: '2026-01-08-gas-rises',
        section: { name: 'World' },
      },
      ...{
        bylines: [{ name: 'Ann Lee' }, { name: 'Bo Wu' }],
        tags: [{ name: 'gas' }, { name: 'oil' }],
        formerPaths: ['/old/gas'],
      },
      publishedAt: new Date('2026-01-08T09:30:00Z'),
    })
    expect(item?.body.map(({ _type }) => _type)).toEqual(['block', 'block', 'block', 'table', 'block'])
  })

  it.each([
    ['Hugo', '[params]\nauthor = "Ann Lee" # of the desk', 'author'],
    ['Zola', '[extra]\nauthors = [\n  "Ann Lee",\n]', 'authors'],
    ['lists of tables', '[[authors]]\nname = "Ann Lee"', 'authors'],
    ['tables in a line', "params.author = { name = 'Ann Lee' }", 'author'],
  ])('may be in TOML: %s', (_title, more) => {
    const text = `+++\n# Made by hand\ntitle = "The \\"gas\\" caf\\u00e9"\ndate = 2026-03-12T09:30:00+01:00\ndraft = false
description = """\nTwo \\\n  words"""\ntags = ['gas',\n "oil, and more", # last\n]\n${more}\n+++\n\nWords here.\n`
    expect(detectFormat(text, null).name).toBe('markdown')
    const [item] = itemsIn(readAll('markdown', text, { fileName: 'a.md' }))
    expect(item).toMatchObject({
      ...{ headline: 'The "gas" café', standfirst: 'Two words', status: 'LIVE' },
      ...{ bylines: [{ name: 'Ann Lee' }], tags: [{ name: 'gas' }, { name: 'oil, and more' }] },
      publishedAt: new Date('2026-03-12T08:30:00Z'),
    })
    expect(item && textOfBody(item.body)).toBe('Words here.')
  })

  it.each([
    ['a = "x\nb = 1', 2, 'control characters are not allowed in strings'],
    ['a = 1\nb 2', 3, 'illegal character in key'],
    ['a = [1, 2', 2, 'expected comma or end of structure'],
    [`a = ${'['.repeat(51)}`, 1, 'is nested more than 50 deep'],
    ['a = 1\n[a.b]', 3, 'trying to redefine'],
  ])('TOML that is none is refused with its line: %j', (front, line, reason) => {
    const [refused] = refusedIn(readAll('markdown', `+++\n${front}\n+++\nWords`))
    expect(refused).toMatchObject({ place: { line }, reason: expect.stringContaining(reason) })
  })

  it('that does not end is refused', () => {
    expect(refusedIn(readAll('markdown', '+++\ntitle = "Gas"\n\nWords'))[0]?.reason).toContain('does not end')
  })

  it('has a picture that leads, with its words, and one without an address is told of', () => {
    const text = (image: string) => `---\ntitle: Gas\nimage:\n  path: ${image}\n  caption: The steppe\n---\nWords`
    const [item] = itemsIn(readAll('markdown', text('https://a.example/1.jpg')))
    expect(item).toMatchObject({ leadMedia: 0, media: [{ url: 'https://a.example/1.jpg', caption: 'The steppe' }] })
    const [without] = itemsIn(readAll('markdown', text('/1.jpg')))
    expect(without?.repairs.map(({ message }) => message)).toContain(
      'a picture without a usable address (/1.jpg) was left out',
    )
  })

  it('has shortcodes of Hugo as what they stand for, and keeps others as text', () => {
    const text = `---
title: Gas
url: https://a.example/gas
---
One {{< icon name="boat" >}} line.

{{< youtube w7Ft2ymGmfc >}}
{{<figure src="/a.jpg" alt="A boat" title="At sea" attr="Ann Lee" />}}
{{% notice %}}Kept.{{% /notice %}} {{</* youtube $& */>}}
{{< youtube >}}`
    const [item] = itemsIn(readAll('markdown', text))
    expect(item?.body).toMatchObject([
      { _type: 'block' },
      { _type: 'embed', url: 'https://www.youtube.com/watch?v=w7Ft2ymGmfc' },
      { _type: 'image' },
      { _type: 'block' },
    ])
    expect(item?.media).toMatchObject([{ url: 'https://a.example/a.jpg', alt: 'A boat', caption: 'At sea Ann Lee' }])
    expect(item && textOfBody(item.body)).toContain('{{% notice %}}Kept.{{% /notice %}} {{< youtube $& >}}')
    expect(item?.repairs.map(({ message }) => message)).toEqual(
      ['icon', 'notice', 'youtube'].map((name) => `the shortcode {{< ${name} >}} is not known and was kept as text`),
    )
  })

  it.each([
    '{{<'.repeat(100_000),
    `{{< ${' '.repeat(1_900)}x`.repeat(240),
    `{{< a ${'"'.repeat(1_990)} >}}`.repeat(240),
  ])(
    // Were it quadratic, it would take longer than a test may.
    'is read whatever shortcodes it begins (%#)',
    (text) =>
      expect(itemsIn(readAll('markdown', `---\ntitle: Gas\n---\n${text}`, { fileName: 'a.md' }))).toHaveLength(1),
  )

  it('a heading at the top is the headline when there is no title', () => {
    const [item] = itemsIn(readAll('markdown', '# Gas *rises*\n\nWords.', { fileName: 'a.md' }))
    expect(item).toMatchObject({ headline: 'Gas rises', externalId: 'a' })
    expect(item && textOfBody(item.body)).toBe('Words.')
  })

  it.each([
    ['broken', '---\ntitle: [a\n---\nx', 'not YAML'],
    ['with aliases', `---\na: &a [1]\nb: *a\n---\nx`, 'not YAML'],
  ])('front matter that is %s is refused', (_title, text, reason) => {
    expect(refusedIn(readAll('markdown', text))[0]?.reason).toContain(reason)
  })
})
