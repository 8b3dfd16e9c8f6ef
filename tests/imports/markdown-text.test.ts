import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

function read(text: string, { front = 'title: Gas', fileName = 'a.md', baseUrl = 'https://a.example/' } = {}) {
  const [item] = itemsIn(readAll('markdown', `---\n${front}\n---\n${text}\n`, { fileName, baseUrl }))
  if (!item) throw new Error('it was refused')
  return { ...item, text: textOfBody(item.body), said: item.repairs.map(({ message }) => message) }
}

/** The spans of a paragraph with the address that each leads to. */
function linksOf({ body }: ReturnType<typeof read>) {
  return body.flatMap((block) => {
    if (block._type !== 'block') return []
    const hrefs = new Map(block.markDefs?.map((mark) => [mark._key, 'href' in mark ? mark.href : '']))
    return block.children.flatMap(({ text, marks = [] }) =>
      marks.flatMap((mark) => (hrefs.has(mark) ? [[text, hrefs.get(mark)]] : [])),
    )
  })
}

describe('the text of Markdown', () => {
  it('keeps tags among its words, and what only looks like them', () => {
    const item = read(
      'CO<sub>2</sub>, a <a href="https://b.example/?a=1&amp;b=2">link</a>, \\<b> &lt;i&gt; 1 < 2 `<u>`<br>next',
    )
    expect(item.text).toBe('CO2, a link, <b> <i> 1 < 2 <u>\nnext')
    expect(item.body[0]).toMatchObject({
      children: [{ text: 'CO' }, { text: '2', marks: ['sub'] }, {}, {}, {}, {}, {}],
    })
    expect(linksOf(item)).toEqual([['link', 'https://b.example/?a=1&b=2']])
    expect(read('A <img src="/p.jpg" alt="P"> here.').media).toMatchObject([
      { url: 'https://a.example/p.jpg', alt: 'P' },
    ])
  })

  it('has line breaks where there are two spaces or a backslash, and not where a line was only full', () => {
    expect(read('One\ntwo  \nthree\\\nfour\n\n> five\n> six').text).toBe('One two\nthree\nfour\n\nfive six')
    expect(read('```\na \\\nb &lt; \\<  \nc\n```').text).toBe('a \\\nb &lt; \\<  \nc')
    expect(read('| A | B |  \n|---|---|  \n| 1 | 2 |  \n\n***  \n\nEnd').body).toMatchObject([
      { _type: 'table', rows: [{ cells: ['A', 'B'] }, { cells: ['1', '2'] }] },
      { _type: 'divider' },
      { _type: 'block' },
    ])
  })

  it('has no links that nobody made', () => {
    const item = read('Zeit.de, README.md, www.b.org, https://c.example/x and [d.example](http://d.example)')
    expect(linksOf(item).map(([words]) => words)).toEqual(['www.b.org', 'https://c.example/x', 'd.example'])
  })

  it('has footnotes at its end', () => {
    const item = read('It rose.[^1] It fell.[^no]\n\n[^1]: Says the *ministry*,\n    in March.\n\n`[^1]: code`\n')
    expect(item.text).toBe('It rose.[1] It fell.[^no]\n\n[^1]: code\n\n[1] Says the ministry, in March.')
  })

  it('has pictures with their titles, also when the next line follows at once, and no attributes', () => {
    const item = read('## Head {#head .big}\n\n![P](/p.jpg "By the sea"){: .center}\nWords.\n{: .note}')
    expect(item.body).toMatchObject([{ style: 'h2' }, { _type: 'image', caption: 'By the sea' }, { _type: 'block' }])
    expect(item.text).toBe('Head\n\nWords.')
  })

  it("has Jekyll's addresses and code as what they stand for, and tells of other tags", () => {
    const item = read(
      '![P]({{ site.baseurl }}/p.jpg)\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n{% include a.html %} [x]({{ "/x" | relative_url }})',
    )
    expect(item.media).toMatchObject([{ url: 'https://a.example/p.jpg' }])
    expect(item.text).toBe('puts 1\n\n{% include a.html %} x')
    expect(linksOf(item)).toEqual([['x', 'https://a.example/x']])
    expect(item.said).toEqual(['the tag {% include %} is not known and was kept as text'])
  })

  it('keeps the words of a link to a page that Hugo would find', () => {
    const item = read('See [our {report}]({{< ref "report.md#a" >}}) and [this]({{% relref path="b.md" %}}).')
    expect(item.text).toContain('and this.')
    expect(item.said[0]).toContain('its address is not in the file')
  })

  it('of MDX has no lines of code', () => {
    const item = read("import A from './a.astro'\n\nWords.\n", { fileName: '2026-01-02-gas.mdx' })
    expect(item).toMatchObject({ text: 'Words.', externalId: '2026-01-02-gas', slug: 'gas' })
    expect(item.said[0]).toContain('is code')
  })

  it('is read whatever it begins', () => {
    for (const part of ['<a ', '[^a', '{% aa ', '{: ', '![', '`', '\\', '## {#', '&lt;'])
      expect(itemsIn(readAll('markdown', `---\ntitle: Gas\n---\n${part.repeat(60_000 / part.length)}`))).toHaveLength(1)
  })
})

describe('front matter', () => {
  it('may be in JSON', () => {
    const text = '{\n  "title": "Gas",\n  "tags": ["a"],\n  "params": {\n    "author": "Ann Lee"\n  }\n}\n\nWords.\n'
    expect(detectFormat(text, 'a.md').name).toBe('markdown')
    const [item] = itemsIn(readAll('markdown', text))
    expect(item).toMatchObject({ headline: 'Gas', tags: [{ name: 'a' }], bylines: [{ name: 'Ann Lee' }] })
    expect(item && textOfBody(item.body)).toBe('Words.')
  })

  it.each([
    ['{\n"a": 1,\n}\nx', 3, /^the front matter is not JSON: (?!not JSON).*[^)]$/],
    ['{\n"a": 1}\nx', 1, 'does not end with a line }'],
  ])('in JSON that is none is refused with its line', (text, line, reason) => {
    expect(refusedIn(readAll('markdown', text))).toMatchObject([
      { place: { line }, reason: expect.stringMatching(reason) },
    ])
  })

  it('names no address by a pattern, which all posts of the site may have', () => {
    const item = read('x', { front: 'title: Gas\npermalink: /news/:title/', fileName: '2026-01-02-gas.md' })
    expect(item).toMatchObject({ externalId: '2026-01-02-gas', formerPaths: [] })
    expect(item.said[0]).toContain("its address '/news/:title/' is a pattern")
  })

  it('of Jekyll has a term in each word, where there is no comma', () => {
    const terms = 'title: Gas\ncategories: news sport\ntags: a, b c'
    const fileName = '2026-01-02-gas.md'
    const names = ({ section, tags }: ReturnType<typeof read>) => [section?.name, tags.map(({ name }) => name)]
    expect(names(read('x', { front: `layout: post\n${terms}`, fileName }))).toEqual(['news', ['sport', 'a', 'b c']])
    expect(names(read('x', { front: terms, fileName }))).toEqual(['news sport', ['a', 'b c']])
  })
})
