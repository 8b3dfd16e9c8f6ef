import { describe, expect, it } from 'vitest'
import { itemsIn, readAll } from './reading.ts'

const wxr = (post: string) => `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Gas</title>${post}<wp:post_id>7</wp:post_id>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`
const ghost = (more: object) =>
  JSON.stringify({ db: [{ data: { posts: [{ id: 'p', title: 'Gas', html: '<p>Words.</p>', ...more }] } }] })
const jsonFeed = (more: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: 'Gas', ...more }] })
const ninjs = (more: object) =>
  JSON.stringify({ uri: 'urn:1', type: 'text', headline: 'Gas', body_text: 'W.', ...more })
const page = (
  head: string,
  more = '',
) => `<!doctype html><html><head><title>Gas</title>${head}</head><body><article><h1>Gas</h1>${more}
<p>${'Words of a long story, with commas, and more of them. '.repeat(20)}</p></article></body></html>`
const g2 = (
  item: string,
  content = '',
) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1"><itemMeta>
<itemClass qcode="ninat:text"/>${item}</itemMeta><contentMeta>${content}<headline>Gas</headline></contentMeta></newsItem>`
const newsml1 = (
  day: string,
  more = '',
) => `<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>${day}</FirstCreated>${more}</NewsManagement><NewsComponent><NewsLines><HeadLine>Gas</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`
const nitf = (data: string, more = '', status = 'usable') =>
  `<nitf><head><docdata management-status="${status}">${data}</docdata>${more}</head><body><body.head><hedline><hl1>Gas</hl1></hedline></body.head></body></nitf>`
const told = (field: string, value: string) => `its ${field} '${value}' cannot be read as a date and was left out`

describe('dates of files', () => {
  it.each([
    ['wxr', wxr('<wp:post_date>soon</wp:post_date>'), [told('wp:post_date', 'soon')]],
    [
      'wxr',
      wxr('<wp:post_modified_gmt>2020-13-01 10:00:00</wp:post_modified_gmt>'),
      [told('wp:post_modified_gmt', '2020-13-01 10:00:00')],
    ],
    ['wxr', wxr('<pubDate>Someday</pubDate>'), [told('pubDate', 'Someday')]],
    [
      'ghost',
      ghost({ published_at: 'soon', updated_at: 9e15 }),
      [told('published_at', 'soon'), told('updated_at', '9000000000000000')],
    ],
    [
      'feed',
      '<rss><channel><item><title>Gas</title><pubDate>31 Feb 2020</pubDate></item></channel></rss>',
      [told('pubDate', '31 Feb 2020')],
    ],
    [
      'feed',
      '<feed><entry><id>1</id><title>Gas</title><updated>now</updated></entry></feed>',
      [told('updated', 'now')],
    ],
    [
      'json-feed',
      jsonFeed({ date_published: 'soon', date_modified: ['x'] }),
      [told('date_published', 'soon'), told('date_modified', '["x"]')],
    ],
    ['html', page('<meta property="article:published_time" content="soon">'), [told('article:published_time', 'soon')]],
    [
      'html',
      page('<script type="application/ld+json">{"@type":"Article","dateModified":"then"}</script>'),
      [told('dateModified', 'then')],
    ],
    ['html', page('', '<b itemprop="datePublished" content="soon">x</b>'), [told('datePublished', 'soon')]],
    [
      'nitf',
      nitf('<date.issue norm="soon"/><date.release norm="then"/>'),
      [told('date.release', 'then'), told('date.issue', 'soon')],
    ],
    ['nitf', nitf('', '<pubdata date.publication="soon"/>'), [told('date.publication', 'soon')]],
    [
      'newsml-g2',
      g2('<versionCreated>soon</versionCreated><embargoed>then</embargoed>'),
      [told('embargoed', 'then'), told('versionCreated', 'soon')],
    ],
    ['newsml', newsml1('soon'), [told('FirstCreated', 'soon')]],
    [
      'ninjs',
      ninjs({ firstcreated: 'soon', embargoed: 'then' }),
      [told('embargoed', 'then'), told('firstcreated', 'soon')],
    ],
    [
      'markdown',
      '---\ntitle: Gas\ndate: soon\nlastmod: [then]\n---\nWords.',
      [told('date', 'soon'), told('lastmod', '["then"]')],
    ],
    [
      'email',
      'Subject: Gas\r\nFrom: a@a.example\r\nMessage-Id: <1@a>\r\nDate: soon\r\n\r\nGas\r\n\r\nWords.\r\n',
      [told('Date', 'soon')],
    ],
    ['json-feed', jsonFeed({ date_published: 'x'.repeat(200) }), [told('date_published', `${'x'.repeat(60)}…`)]],
  ])('one that cannot be read is told of in %s: %s', (format, file, messages) => {
    const [item] = itemsIn(readAll(format, file))
    expect(item?.repairs.map(({ message }) => message).filter((each) => each.includes('as a date'))).toEqual(messages)
    expect(item).toMatchObject({ publishedAt: null, updatedAt: null, embargoUntil: null })
  })

  it.each([
    [
      'wxr',
      wxr(
        '<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>',
      ),
    ],
    ['wxr', wxr('<wp:post_date></wp:post_date><pubDate> </pubDate>')],
    ['ghost', ghost({ published_at: null, updated_at: 0 })],
    ['json-feed', jsonFeed({ date_published: '', date_modified: '0000-00-00T00:00:00Z' })],
    ['markdown', '---\ntitle: Gas\ndate:\npublished: true\nlastmod: 0001-01-01T00:00:00Z\n---\nWords.'],
    ['html', page('', '<time datetime="14:30">half past two</time>')],
    ['newsml-g2', g2('<versionCreated/>')],
  ])('one that is not set is none, which is nothing to tell of: %s %s', (format, file) => {
    const [item] = itemsIn(readAll(format, file))
    expect(item).toMatchObject({ publishedAt: null, updatedAt: null })
    expect(item?.repairs.map(({ message }) => message).filter((each) => each.includes('as a date'))).toEqual([])
  })

  it('what stands in for one that cannot be read is the date', () => {
    const [item] = itemsIn(
      readAll(
        'newsml-g2',
        g2('<firstCreated>2026-01-08T09:30:00Z</firstCreated>', '<contentCreated>soon</contentCreated>'),
      ),
    )
    expect(item).toMatchObject({
      publishedAt: new Date('2026-01-08T09:30:00Z'),
      repairs: [{ message: told('contentCreated', 'soon') }],
    })
  })

  const embargo = 'it is under embargo, with no end that can be read, and becomes a draft'
  it.each([
    ['newsml-g2', g2('<embargoed/>')],
    ['newsml-g2', g2('<embargoed>after the speech</embargoed>')],
    ['ninjs', ninjs({ embargoed: '' })],
    ['ninjs', ninjs({ embargoed: 'after the speech' })],
    ['nitf', nitf('', '', 'embargoed')],
    ['nitf', nitf('<date.release norm="then"/>', '', 'embargoed')],
    ['newsml', newsml1('20260108T093000Z', '<Status FormalName="Embargoed"/>')],
    [
      'newsml',
      newsml1(
        '20260108T093000Z',
        '<Status FormalName="Embargoed"/><StatusWillChange><DateAndTime>then</DateAndTime></StatusWillChange>',
      ),
    ],
  ])('an embargo without an end that can be read keeps the story a draft: %s %s', (format, file) => {
    const [item] = itemsIn(readAll(format, file))
    expect(item).toMatchObject({ status: 'DRAFT', embargoUntil: null })
    expect(item?.repairs.map(({ message }) => message)).toContain(embargo)
  })

  it.each([
    ['newsml-g2', g2('<embargoed>2030-01-01T00:00:00Z</embargoed>'), '2030-01-01T00:00:00Z'],
    ['ninjs', ninjs({ embargoed: '2030-01-01T00:00:00Z' }), '2030-01-01T00:00:00Z'],
    ['nitf', nitf('<date.release norm="20300101T000000Z"/>', '', 'embargoed'), '2030-01-01T00:00:00Z'],
    ['newsml-g2', g2(''), null],
    ['ninjs', ninjs({ embargoed: null }), null],
    ['ninjs', ninjs({ embargoed: false }), null],
    ['nitf', nitf('<date.release norm="20300101T000000Z"/>'), null],
    ['newsml', newsml1('20260108T093000Z', '<Status FormalName="Usable"/>'), null],
  ])('one with an end, and no embargo, are as the file says: %s %s', (format, file, end) => {
    const [item] = itemsIn(readAll(format, file))
    expect(item).toMatchObject({ status: 'LIVE', embargoUntil: end && new Date(end) })
    expect(item?.repairs.map(({ message }) => message)).not.toContain(embargo)
  })
})
