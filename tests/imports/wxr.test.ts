import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

const open = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old site</title><link>https://old.example</link><language>en-US</language>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_email>ann@old.example</wp:author_email><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>world</wp:category_nicename><wp:cat_name><![CDATA[World]]></wp:cat_name></wp:category>
`
const close = '</channel></rss>'

const post = (more: string, body = '<p>Words.</p>') => `<item><title>Gas &amp; oil</title>
<link>https://old.example/2020/01/gas/</link><dc:creator>ann</dc:creator><content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date>2020-01-02 10:00:00</wp:post_date>
<wp:post_date_gmt>2020-01-02 08:00:00</wp:post_date_gmt><wp:post_name>gas</wp:post_name><wp:post_type>post</wp:post_type>
<category domain="category" nicename="world"><![CDATA[World]]></category><category domain="post_tag" nicename="oil"><![CDATA[Oil]]></category>
${more}</item>`
const live = '<wp:status>publish</wp:status>'

describe('exports of WordPress', () => {
  it('are known by their content', () => expect(detectFormat(open, 'x.txt').name).toBe('wxr'))

  it('give stories with authors, terms, dates and former paths, however the file is cut', () => {
    const file = open + post(live) + close
    for (const piece of [1, 13, 100_000]) {
      const found = readAll('wxr', file, { piece })
      expect(found.map((each) => Object.keys(each)[0])).toEqual(['author', 'tag', 'item'])
      expect(itemsIn(found)[0]).toMatchObject({
        ...{
          externalId: '7',
          status: 'LIVE',
          headline: 'Gas & oil',
          slug: 'gas',
          locale: 'en-US',
          standfirst: 'In short.',
        },
        ...{ bylines: [{ name: 'Ann Lee', email: 'ann@old.example' }], section: { type: 'SECTION', slug: 'world' } },
        ...{ tags: [{ type: 'TOPIC', name: 'Oil' }], formerPaths: ['/2020/01/gas/', '/?p=7'] },
        ...{ publishedAt: new Date('2020-01-02T08:00:00Z'), place: { line: 8 }, repairs: [] },
      })
    }
  })

  it.each([
    ['https://old.example/2020/01/gas/', ['/2020/01/gas/', '/?p=7', '/2020/01/fuel/', '/2020/01/oil/']],
    ['https://old.example/world/gas.html', ['/world/gas.html', '/?p=7', '/world/fuel.html', '/world/oil.html']],
    ['https://old.example/archives/7', ['/archives/7', '/?p=7']],
    ['https://old.example/?p=7', ['/?p=7']],
  ])('slugs that a post had before are former paths, where its address %s has them', (link, paths) => {
    const old = (slug: string) =>
      `<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value><![CDATA[${slug}]]></wp:meta_value></wp:postmeta>`
    const file = open + post(live + old('fuel') + old('a/b?c') + old('oil')) + close
    const [item] = itemsIn(readAll('wxr', file.replace('https://old.example/2020/01/gas/', link)))
    expect(item?.formerPaths).toEqual(paths)
  })

  it('of Polylang have the language of each post and what it translates, and no tags of how it keeps that', () => {
    const terms = `<category domain="language" nicename="pt-br"><![CDATA[Português]]></category>
<category domain="post_translations" nicename="pll_5f1"><![CDATA[pll_5f1]]></category>`
    const [item] = itemsIn(readAll('wxr', open + post(live + terms) + close))
    const translationSet = 'translations:pll_5f1'
    expect(item).toMatchObject({ locale: 'pt-BR', tags: [{ name: 'Oil' }], translationSet, repairs: [] })
  })

  it('of WPML have them beside each post', () => {
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`
    const beside = meta('_wpml_import_language_code', 'fr') + meta('_wpml_import_translation_group', 'post_7')
    const items = itemsIn(readAll('wxr', open + post(live + beside) + post(live) + close))
    expect(items.map(({ locale, translationSet }) => [locale, translationSet])).toEqual([
      ['fr', 'translations:post_7'],
      ['en-US', undefined],
    ])
  })

  it('of Co-Authors Plus have all who wrote, guests too, whose post may come later, and no tags of them', () => {
    const terms = `<category domain="author" nicename="cap-ann"><![CDATA[ann]]></category>
<category domain="author" nicename="cap-bo-wu"><![CDATA[bo.wu]]></category>`
    const guest = `<item><title>Bo Wu</title><wp:post_id>9</wp:post_id><wp:post_type>guest-author</wp:post_type>
<wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>Bo Wu</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>bo.wu</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>cap-description</wp:meta_key><wp:meta_value>Writes on gas.</wp:meta_value></wp:postmeta></item>`
    const uploaded = post(live + terms).replace('<dc:creator>ann<', '<dc:creator>admin<')
    const found = readAll('wxr', open + uploaded + guest + close)
    const [item] = itemsIn(found)
    expect(item).toMatchObject({ tags: [{ name: 'Oil' }], repairs: [] })
    expect(item?.bylines).toMatchObject([
      { name: 'Ann Lee' },
      { name: 'Bo Wu', externalId: 'bo.wu', bio: 'Writes on gas.' },
    ])
    expect(found.flatMap((each) => ('author' in each ? each.author.name : []))).toEqual(['Ann Lee', 'Bo Wu'])
    const [alone] = itemsIn(readAll('wxr', open + uploaded + close))
    expect(alone?.bylines.map(({ name }) => name)).toEqual(['Ann Lee', 'bo.wu'])
    expect(alone?.repairs[0]?.message).toContain("who the author 'bo.wu' is")
  })

  it('of PublishPress Authors have them by name', () => {
    const terms = '<category domain="author" nicename="cy-orr"><![CDATA[Cy Orr]]></category>'
    const [item] = itemsIn(readAll('wxr', open + post(live + terms) + close))
    expect(item).toMatchObject({ bylines: [{ name: 'Cy Orr', slug: 'cy-orr' }], tags: [{ name: 'Oil' }], repairs: [] })
  })

  it.each(['_yoast_wpseo_primary_category', 'rank_math_primary_category'])('the section is that of %s', (key) => {
    const sport =
      '<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>sport</wp:category_nicename><wp:cat_name>Sport</wp:cat_name></wp:category>'
    const meta = (number: string) =>
      `<category domain="category" nicename="sport">Sport</category><wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${number}</wp:meta_value></wp:postmeta>`
    const items = itemsIn(readAll('wxr', open + sport + post(live + meta('5')) + post(live + meta('77')) + close))
    expect(items.map(({ section, tags }) => [section?.name, tags.map(({ name }) => name)])).toEqual([
      ['Sport', ['World', 'Oil']],
      ['World', ['Oil', 'Sport']],
    ])
  })

  it('terms that plugins keep for themselves are no tags', () => {
    const term = (domain: string) => `<category domain="${domain}" nicename="x"><![CDATA[X]]></category>`
    const terms = ['yst_prominent_words', 'translation_priority', 'term_language', 'post_format'].map(term).join('')
    expect(itemsIn(readAll('wxr', open + post(live + terms) + close))[0]?.tags).toMatchObject([{ name: 'Oil' }])
  })

  it.each([
    ['draft', 'DRAFT'],
    ['private', 'DRAFT'],
    ['trash', 'WITHDRAWN'],
    ['strange', 'DRAFT'],
  ])('a post that is %s becomes %s', (status, expected) => {
    const [item] = itemsIn(readAll('wxr', `${open}${post(`<wp:status>${status}</wp:status>`)}${close}`))
    expect(item?.status).toBe(expected)
  })

  it('what is no story is told of once for each type, at the end', () => {
    const other = (type: string) => post(live).replace('<wp:post_type>post<', `<wp:post_type>${type}<`)
    const file = [open, other('nav_menu_item'), post(live), other('revision'), other('nav_menu_item'), close].join('')
    const found = readAll('wxr', file)
    expect(refusedIn(found)).toEqual([])
    expect(found.flatMap((each) => ('skipped' in each ? each.skipped : []))).toEqual([
      {
        kind: 'nav_menu_item',
        reason: '2 posts of this type are no stories; left out',
        place: { item: expect.any(Number), line: 8 },
      },
      { kind: 'revision', reason: 'one post of this type is no story; left out', place: expect.anything() },
    ])
  })

  it('posts of a type that the site has of its own are left out too, with the way to have them', () => {
    const file = open + post(live).replace('<wp:post_type>post<', '<wp:post_type>longread<') + close
    expect(readAll('wxr', file).flatMap((each) => ('skipped' in each ? each.skipped.reason : []))).toEqual([
      'one post of this type is no story; left out; where they are, write post for longread in each <wp:post_type>',
    ])
  })

  it('of types that are too many the rest is told of together', () => {
    const others = Array.from({ length: 150 }, (_, i) => post(live).replace('post_type>post<', `post_type>t${i}<`))
    const skipped = readAll('wxr', open + others.join('') + close).flatMap((each) =>
      'skipped' in each ? each.skipped : [],
    )
    expect(skipped).toHaveLength(101)
    expect(skipped.at(-1)).toMatchObject({ kind: 'others', reason: expect.stringContaining('50 posts') })
  })

  it('a future post is a draft that is to go live then', () => {
    const [item] = itemsIn(readAll('wxr', `${open}${post('<wp:status>future</wp:status>')}${close}`))
    expect(item).toMatchObject({ status: 'DRAFT', scheduledAt: new Date('2020-01-02T08:00:00Z'), publishedAt: null })
  })

  it('a story waits for its featured picture, which may come later in the file', () => {
    const meta = '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>'
    const picture =
      '<item><title>p</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/p.jpg</wp:attachment_url></item>'
    const found = readAll('wxr', open + post(live + meta) + picture + close)
    expect(itemsIn(found)[0]).toMatchObject({
      leadMedia: 0,
      media: [{ url: 'https://old.example/p.jpg' }],
      repairs: [],
    })
    const alone = itemsIn(readAll('wxr', open + post(live + meta) + close))
    expect(alone[0]?.repairs[0]?.message).toContain('the attachment 9')
  })

  it('two posts with one id are told apart by their addresses; of one address the second is a newer version', () => {
    const at = (guid: string) => post(`${live}<guid>https://old.example/?p=${guid}</guid>`)
    const file = [open, at('first'), at('second'), at('first'), at('second'), close].join('')
    const items = itemsIn(readAll('wxr', file))
    const second = 'https://old.example/?p=second'
    expect(items.map(({ externalId }) => externalId)).toEqual(['7', second, '7', second])
    const before = 'its id 7 stood in this file before (line 8)'
    const [apart, newer] = [
      `${before}, for a post of another address; this one is told by its own`,
      `${before}: taken for a newer version of that post`,
    ]
    expect(items.map(({ repairs }) => repairs.map(({ message }) => message))).toEqual([[], [apart], [newer], [apart]])
  })

  it('a broken item is refused with its line, and the next is read', () => {
    const found = readAll('wxr', `${open}<item><wp:post_id>3</wp:post_id><title>x</item>${post(live)}${close}`)
    expect(refusedIn(found)).toMatchObject([
      { externalId: '3', place: { line: 8 }, reason: expect.stringContaining('line 8') },
    ])
    expect(itemsIn(found)).toHaveLength(1)
  })

  it('a file that ends in the middle says so', () => {
    const found = readAll('wxr', open + post(live).slice(0, -20))
    expect(refusedIn(found)[0]?.reason).toContain('ends before </item>')
  })

  it('entities of HTML and bare ampersands are read and reported', () => {
    const [item] = itemsIn(readAll('wxr', open + post(live).replace('Gas &amp; oil', 'A&nbsp;& B < C') + close))
    expect(item?.headline).toBe('A & B < C')
    expect(item?.repairs).toHaveLength(3)
  })

  it('declared entities are never expanded', () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    const found = readAll('wxr', open.replace('<rss', `${bomb}<rss`) + post(live) + close)
    expect(found).toHaveLength(1)
    expect(refusedIn(found)[0]?.reason).toContain('never expanded')
  })

  it.each(['utf-16le', 'windows-1251', 'koi8-r'])('%s is read', (encoding) => {
    const words = 'Привет'
    const bytes: Record<string, Buffer> = {
      'utf-16le': Buffer.from(`\ufeff${open}${post(live, words)}${close}`, 'utf16le'),
      'windows-1251': encoded(encoding, words, [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      'koi8-r': encoded(encoding, words, [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]),
    }
    const [item] = itemsIn(readAll('wxr', bytes[encoding] ?? Buffer.of()))
    expect(item && textOfBody(item.body)).toBe(words)
  })

  it('bytes that are wrong in the encoding are reported', () => {
    const file = Buffer.from(`${open}${post(live, 'caf@')}${close}`)
    file[file.indexOf('caf@') + 3] = 0xe9
    expect(itemsIn(readAll('wxr', file))[0]?.repairs[0]?.message).toContain('encoding')
  })
})

function encoded(encoding: string, words: string, bytes: number[]): Buffer {
  const [before = '', after = ''] = (open.replace('UTF-8', encoding) + post(live, words) + close).split(words)
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
}
