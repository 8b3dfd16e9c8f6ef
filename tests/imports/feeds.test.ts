import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

const rss = (item: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Meridian</title><link>https://a.example</link>
<language>de-at</language>${channel}<item>${item}</item></channel></rss>`

const atom = (entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk"><title>F</title><entry>${entry}</entry></feed>`

describe('feeds', () => {
  it('RSS 2.0: full text, author, date, category, picture, whatever prefix the module has', () => {
    const [item] = itemsIn(
      readAll(
        'feed',
        rss(`<title>A &amp;amp; B</title><link>https://a.example/1</link><guid isPermaLink="false">g1</guid><description>Short.</description>
<c:encoded><![CDATA[<p>Long <b>text</b>.</p>]]></c:encoded><dc:creator>Ann Lee</dc:creator><pubDate>Thu, 8 Jan 2026 09:30:00 +0100</pubDate>
<category>Gas</category><media:content url="/s.jpg" width="100"/><media:content url="/l.jpg" width="900" medium="image"><media:credit>Bo</media:credit></media:content>
<enclosure url="https://a.example/a.mp3" type="audio/mpeg" length="1"/>`),
      ),
    )
    expect(item).toMatchObject({
      ...{
        externalId: 'g1',
        headline: 'A & B',
        locale: 'de-AT',
        standfirst: 'Short.',
        canonicalUrl: 'https://a.example/1',
      },
      ...{ bylines: [{ name: 'Ann Lee' }], tags: [{ name: 'Gas' }], publishedAt: new Date('2026-01-08T08:30:00Z') },
      ...{ media: [{ url: 'https://a.example/l.jpg', credit: 'Bo' }, { type: 'AUDIO' }], leadMedia: 0 },
      source: { name: 'The Meridian', url: 'https://a.example/1', externalId: 'g1' },
    })
    expect(item && textOfBody(item.body)).toBe('Long text.')
  })

  it('RSS 1.0: items beside the channel', () => {
    const file = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>T</title></channel><item rdf:about="https://a.example/r"><title>R</title><link>https://a.example/r</link><dc:date>2026-01-08</dc:date></item></rdf:RDF>`
    expect(itemsIn(readAll('feed', file))).toMatchObject([
      { externalId: 'https://a.example/r', publishedAt: new Date('2026-01-08') },
    ])
  })

  it.each([
    ['<content type="html">&lt;p&gt;One&lt;/p&gt;</content>', 'One'],
    ['<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <i>x</i></p></div></content>', 'One x'],
    ['<content type="text">1 &lt; 2\n3</content>', '1 < 2\n3'],
    ['<summary>Only this</summary>', 'Only this'],
  ])('Atom: %s', (content, text) => {
    const [item] = itemsIn(
      readAll(
        'feed',
        atom(
          `<id>urn:1</id><title type="html">T &amp;lt;b&gt;</title><link href="https://a.example/e"/><updated>2026-01-08T09:30:00Z</updated><author><name>Ann</name></author>${content}`,
        ),
      ),
    )
    expect(item).toMatchObject({
      externalId: 'urn:1',
      locale: 'kk',
      canonicalUrl: 'https://a.example/e',
      bylines: [{ name: 'Ann' }],
    })
    expect(item && textOfBody(item.body)).toBe(text)
  })

  it('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      items: [
        { id: 7, url: 'https://a.example/j', content_html: '<p>x</p>', authors: [{ name: 'Ann' }], tags: ['a', null] },
      ],
    }
    const text = JSON.stringify(feed)
    expect(detectFormat(text, null).name).toBe('json-feed')
    expect(itemsIn(readAll('json-feed', text))).toMatchObject([
      { externalId: '7', bylines: [{ name: 'Ann' }], tags: [{ name: 'a' }] },
    ])
    expect(
      refusedIn(readAll('json-feed', '{"version": "https://jsonfeed.org/version/1.1",\n"items": [}')),
    ).toMatchObject([{ place: { line: 2 }, reason: expect.stringContaining('not JSON') }])
  })

  it('an item without a name gets one of its content, and says so', () => {
    const [item] = itemsIn(readAll('feed', rss('<title>Only a title</title>')))
    expect(item?.externalId).toMatch(/^content:[0-9a-f]{16}$/)
    expect(item?.repairs[0]?.message).toContain('no identifier')
  })

  it('pictures have the words around them, and what is not kept is told', () => {
    const read = (media: string) =>
      itemsIn(readAll('feed', rss(`<title>T</title><guid>g</guid><description>Short.</description>${media}`)))[0]
    const words = '<media:credit>Bo Wu</media:credit><media:description>By the sea.</media:description>'
    const picture = (name: string, more = '') =>
      `<media:content url="https://a.example/${name}.jpg" medium="image"${more}/>`
    const told = 'of 2 pictures beside its text the first leads; the others are left out'
    expect(read(picture('a') + words)?.media).toMatchObject([{ credit: 'Bo Wu', caption: 'By the sea.' }])
    const group = `<media:group>${picture('a', ' width="9"')}${picture('b', ' width="99"')}${words}</media:group>`
    expect(read(group)).toMatchObject({ media: [{ url: 'https://a.example/b.jpg', credit: 'Bo Wu' }], repairs: [] })
    expect(read(picture('a') + picture('b'))).toMatchObject({
      media: [{ url: 'https://a.example/a.jpg' }],
      repairs: [{ message: told }],
    })
    const face = '<media:content url="https://secure.gravatar.com/avatar/1?s=96" medium="image"/>'
    expect(read(face + picture('a'))).toMatchObject({ media: [{ url: 'https://a.example/a.jpg' }], repairs: [] })
  })

  it('films that have no file of their own are no pictures; sounds have their length', () => {
    const film =
      '<media:group><media:content url="https://v.example/v/1" type="application/x-shockwave-flash"/><media:thumbnail url="https://v.example/1.jpg"/><media:description>Words.</media:description></media:group>'
    const sound =
      '<enclosure url="https://a.example/a.mp3" type="audio/mpeg"/><i:duration xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">1:02:03</i:duration>'
    expect(itemsIn(readAll('feed', rss(`<title>T</title>${film}${sound}`)))[0]?.media).toMatchObject([
      { type: 'IMAGE', url: 'https://v.example/1.jpg', caption: null },
      { type: 'AUDIO', durationSeconds: 3723 },
    ])
  })

  it('say whose a story is that they took over, and that a text is elsewhere', () => {
    const taken = rss(
      '<title>T</title><link>https://a.example/1</link><source url="https://b.example/rss">The Steppe</source>',
    )
    expect(itemsIn(readAll('feed', taken))[0]?.source).toMatchObject({ name: 'The Steppe', url: 'https://a.example/1' })
    const [item] = itemsIn(readAll('feed', atom('<id>u</id><title>T</title><content src="https://a.example/t"/>')))
    expect(item?.repairs).toMatchObject([
      { message: 'its text is at https://a.example/t, which is not read, and not in the file' },
    ])
  })

  it.each([
    ['Ann Lee, Bo Wu and Cy Po', ['Ann Lee', 'Bo Wu', 'Cy Po']],
    ['Ana Paz y Luis Gil', ['Ana Paz', 'Luis Gil']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Anna Nowak i Jan Kos', ['Anna Nowak', 'Jan Kos']],
    ['Анна Ли и Иван Петров', ['Анна Ли', 'Иван Петров']],
    ['山田太郎、鈴木花子', ['山田太郎', '鈴木花子']],
    ['Lee, Ann', ['Lee, Ann']],
    ['Eva Berg/TT', ['Eva Berg']],
    ['أحمد علي، سارة حسن', ['أحمد علي', 'سارة حسن']],
  ])('%s are the authors %j', (creator, names) => {
    const [item] = itemsIn(readAll('feed', rss(`<title>T</title><dc:creator>${creator}</dc:creator>`)))
    expect(item?.bylines.map(({ name }) => name)).toEqual(names)
  })

  it('an empty item is refused', () => {
    expect(refusedIn(readAll('feed', rss('')))).toMatchObject([{ reason: 'it has neither a headline nor a text' }])
  })
})

const examples = '../shared/data/imports/feeds/input'

describe.skipIf(!existsSync(examples))('feeds of ../shared/data, skipped when they are not unpacked there', () => {
  it('each gives its items', () => {
    const files = readdirSync(examples).filter((name) => name !== 'unrecognized.rss')
    for (const name of files)
      expect(itemsIn(readAll('feed', readFileSync(`${examples}/${name}`))), name).not.toEqual([])
  })
})
