import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, describe, expect, it } from 'vitest'
import { linkTo, paragraph, someBody, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { atomFaults, type JsonItem, jsonFeedFaults, rssFaults } from './validators.ts'

const news = await testNewsroom()
afterAll(news.close)
const { rest, make, setClock } = news
const stories = storyMakers(news)

const formats = ['rss', 'atom', 'json'] as const
const get = (url: string, headers: Record<string, string> = {}) => rest('GET', url, { headers })
const itemsOf = async (url: string): Promise<JsonItem[]> => JSON.parse((await get(url)).text).items
const titlesOf = async (url: string) => (await itemsOf(url)).map(({ title }) => title)

async function faultsOf(path: string): Promise<string[]> {
  const texts = await Promise.all(formats.map(async (format) => (await get(`${path}.${format}`)).text))
  const [rss = '', atom = '', json = ''] = texts
  return [...(await rssFaults(rss)), ...(await atomFaults(atom)), ...jsonFeedFaults(json)]
}

describe('a newsroom without stories', () => {
  it('has feeds that are valid and empty', async () => {
    expect(await faultsOf('/feeds/latest')).toEqual([])
    expect(await titlesOf('/feeds/latest.json')).toEqual([])
  })
})

describe('a story in a feed', () => {
  const headline = 'AT&T <b>buys</b> "Ünïon" ]]> 👩‍👩‍👧 نفط'
  const made = (async () => {
    const [tag, section] = [await make.tag({ name: 'Oil & gas' }), await make.tag({ type: 'SECTION', name: 'World' })]
    const author = await make.author({ name: "Zoë O'Brien" })
    const media = await make.media({ width: 3000, height: 2000, caption: 'A <rig> & the sea', credit: 'A. Serik' })
    const other = await stories.live({ headline: 'Older & linked to' })
    const draft = await stories.draft({ headline: 'Secret draft' })
    setClock(1)
    const body = [
      paragraph('See the older one.', [linkTo(other.id)]),
      paragraph('See the secret one.', [linkTo(draft.id)]),
      paragraph('About us', [{ _type: 'link', _key: 'to', href: '/about?a=1&b=2' }]),
      paragraph('Down', [{ _type: 'link', _key: 'to', href: '#down' }]),
      paragraph('Text that says href="/no" and <a href="/neither"> and ]]>'),
      { _type: 'image', mediaId: media.id },
    ]
    const story = await stories.live({
      ...{ headline, body, tagIds: [tag.id], sectionId: section.id, standfirst: '5 < 6 & so on' },
      ...{ bylines: [{ authorId: author.id, role: 'Reporting' }], leadMedia: { mediaId: media.id } },
    })
    return { story, tag, section, author, media }
  })()

  it('is valid to the letter in every form and every feed', async () => {
    const { tag, section, author } = await made
    for (const path of ['latest', `tags/${tag.slug}`, `sections/${section.slug}`, `authors/${author.slug}`])
      expect(await faultsOf(`/feeds/${path}`), path).toEqual([])
  })

  it('is read alike by rss-parser', async () => {
    const { story, author } = await made
    const feed = await new RssParser().parseString((await get('/feeds/latest.rss')).text)
    expect(feed.feedUrl).toBe('https://news.example/feeds/latest.rss')
    const [first, second] = feed.items
    expect(first).toMatchObject({
      ...{ title: headline, guid: story.id, creator: author.name, categories: ['World', 'Oil & gas'] },
      ...{ link: `https://news.example/world/${story.content.slug}`, isoDate: '2026-01-08T09:31:00.000Z' },
      contentSnippet: '5 < 6 & so on',
    })
    expect(first?.['content:encoded']).toContain('<p>Text that says href=&quot;/no&quot; and')
    expect(second?.title).toBe('Older & linked to')
    const atom = await new RssParser().parseString((await get('/feeds/latest.atom')).text)
    expect(atom.items[0]).toMatchObject({ title: headline, id: `urn:uuid:${story.id}`, author: author.name })
  })

  it('and by feedsmith', async () => {
    const { story, media } = await made
    const rss = parseRssFeed((await get('/feeds/latest.rss')).text)
    expect(rss.items?.[0]).toMatchObject({
      title: headline,
      guid: { value: story.id, isPermaLink: false },
      media: { contents: [{ url: media.url, medium: 'image', type: 'image/jpeg', width: 3000, height: 2000 }] },
    })
    const atom = parseAtomFeed((await get('/feeds/latest.atom')).text)
    expect(atom.entries?.[0]?.summary).toMatchObject({ value: '5 < 6 & so on' })
    const json = parseJsonFeed(JSON.parse((await get('/feeds/latest.json')).text))
    expect(json.items?.[0]).toMatchObject({ title: headline, image: media.url, tags: ['World', 'Oil & gas'] })
  })

  it('has links that lead somewhere from anywhere, and none to what is not live', async () => {
    const { story } = await made
    const html = (await itemsOf('/feeds/latest.json'))[0]?.content_html ?? ''
    expect(html).toContain('<a href="https://news.example/older-linked-to">See the older one.</a>')
    expect(html).toContain('<a href="https://news.example/about?a=1&amp;b=2">About us</a>')
    expect(html).toContain(`<a href="https://news.example/world/${story.content.slug}#down">Down</a>`)
    expect(html).toContain('<p>See the secret one.</p>')
    expect(html).toContain('&lt;a href=&quot;/neither&quot;&gt;')
    expect(html).not.toMatch(/dateline:|Secret draft/)
  })

  it('tells what was put right, and when', async () => {
    const { story } = await made
    setClock(1)
    const asked = { as: 'editor' as const, body: { type: 'CORRECTION', text: 'It was <five>, not six.' } }
    expect((await rest('POST', `/v1/editorial/articles/${story.id}/correct`, asked)).status).toBe(200)
    const [item] = await itemsOf('/feeds/latest.json')
    expect(item?.content_html).toContain('</time> It was &lt;five&gt;, not six.</li>')
    expect(item).toMatchObject({
      date_published: '2026-01-08T09:31:00.000Z',
      date_modified: '2026-01-08T09:32:00.000Z',
    })
    expect((await get('/feeds/latest.atom')).text).toContain('<updated>2026-01-08T09:32:00.000Z</updated>')
  })

  it('in another language says which', async () => {
    await stories.live({ headline: 'Цены на газ', locale: 'ru' })
    expect(await faultsOf('/feeds/latest')).toEqual([])
    expect(await titlesOf('/feeds/latest.json?locale=ru')).toEqual(['Цены на газ'])
    expect(await titlesOf('/feeds/latest.json?locale=de')).toEqual([])
    expect((await get('/feeds/latest.rss')).text).toContain('<dc:language>ru</dc:language>')
    expect((await get('/feeds/latest.atom')).text).toContain('<entry xml:lang="ru">')
    const own = await get('/feeds/latest.rss?locale=ru')
    expect(own.text).toContain('<language>ru</language>')
    expect(own.text).toContain('href="https://news.example/feeds/latest.rss?locale=ru"')
  })

  it('that is a live blog has its newest posts, while they are live', async () => {
    const liveBlog = { startsAt: '2026-01-08T09:00:00Z', endsAt: null }
    const story = await stories.live({ headline: 'Minute by minute', body: [], liveBlog })
    const own = `/v1/editorial/articles/${story.id}/posts`
    const other = await stories.live({ headline: 'Linked from a post' })
    const post = async (title: string) => {
      const body = [paragraph(`Text of ${title}`, [linkTo(other.id)])]
      const { data } = await rest('POST', own, { as: 'editor', body: { title, body } })
      return data.id
    }
    const id = await post('A <first> post')
    await post('A draft')
    expect((await rest('POST', `/v1/editorial/posts/${id}/publish`, { as: 'editor', body: {} })).status).toBe(200)
    const html = async () =>
      (await itemsOf('/feeds/latest.json')).find(({ title }) => title === 'Minute by minute')?.content_html
    expect(await html()).toContain('<h3>A &lt;first&gt; post</h3><p><time datetime="2026-01-08T')
    expect(await html()).toContain('<a href="https://news.example/linked-from-a-post">Text of A &lt;first&gt; post</a>')
    expect(await html()).not.toContain('A draft')
    expect(await faultsOf('/feeds/latest')).toEqual([])
    expect((await rest('POST', `/v1/editorial/posts/${id}/withdraw`, { as: 'editor', body: {} })).status).toBe(200)
    expect(await html()).toBe('')
  })

  it('leads to its true page, when that is elsewhere', async () => {
    await stories.live({ headline: 'From the wire', canonicalUrl: 'https://wire.example/grüße' })
    const item = (await itemsOf('/feeds/latest.json')).find(({ title }) => title === 'From the wire')
    expect(item?.url).toBe('https://wire.example/gr%C3%BC%C3%9Fe')
  })
})

describe('what a feed has', () => {
  it('is of live stories only, and of a withdrawn or killed one nothing at once', async () => {
    const [tag, author] = [await make.tag(), await make.author()]
    const input = { tagIds: [tag.id], bylines: [{ authorId: author.id, role: 'Reporting' }] }
    const [gone, killed] = [
      await stories.live({ headline: 'To be withdrawn', ...input }),
      await stories.live({ headline: 'To be killed', ...input }),
    ]
    await stories.live({ headline: 'Stays', ...input })
    await stories.draft({ headline: 'Draft', ...input })
    const paths = ['latest', `tags/${tag.slug}`, `authors/${author.slug}`].map((path) => `/feeds/${path}.json`)
    for (const path of paths) expect(await titlesOf(path)).toContain('To be killed')
    await stories.withdraw(gone.id)
    const asked = { as: 'editor' as const, body: { reason: 'It was not true.' } }
    expect((await rest('POST', `/v1/editorial/articles/${killed.id}/kill`, asked)).status).toBe(200)
    for (const path of paths) expect((await titlesOf(path)).filter((title) => /To be|Draft/.test(title))).toEqual([])
    expect(await titlesOf(`/feeds/tags/${tag.slug}.json`)).toEqual(['Stays'])
  })

  it('is 30 stories, newest first, and up to 100 when asked', async () => {
    const tag = await make.tag()
    const minute = (i: number) => `2026-01-07T10:${String(i).padStart(2, '0')}:00.000Z`
    const one = (i: number) => stories.live({ headline: `Number ${i}`, tagIds: [tag.id], publishedAt: minute(i) })
    for (let i = 0; i < 32; i += 4) await Promise.all([one(i), one(i + 1), one(i + 2), one(i + 3)])
    const titles = await titlesOf(`/feeds/tags/${tag.slug}.json`)
    expect([titles.length, titles[0], titles[29]]).toEqual([30, 'Number 31', 'Number 2'])
    expect(await titlesOf(`/feeds/tags/${tag.slug}.json?first=2`)).toEqual(['Number 31', 'Number 30'])
    expect(await titlesOf(`/feeds/tags/${tag.slug}.json?first=100`)).toHaveLength(32)
    expect(await get(`/feeds/tags/${tag.slug}.rss?first=101`)).toMatchObject({ status: 400, code: 'limit_exceeded' })
    expect(await get('/feeds/latest.rss?page=2')).toMatchObject({ status: 400, code: 'unknown_parameter' })
  })
})

describe('where a feed stands', () => {
  it('a former slug redirects, in its form and with its question', async () => {
    const tag = await make.tag({ name: 'Old name' })
    await stories.live({ tagIds: [tag.id] })
    await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as: 'editor', body: { slug: 'new-name' } })
    const answer = await get(`/feeds/tags/${tag.slug}.atom?first=5`)
    expect([answer.status, answer.headers.location]).toEqual([301, '/feeds/tags/new-name.atom?first=5'])
    const author = await make.author({ name: 'Old author' })
    await stories.live({ bylines: [{ authorId: author.id, role: 'Reporting' }] })
    await rest('PATCH', `/v1/editorial/authors/${author.id}`, { as: 'editor', body: { slug: 'new-author' } })
    expect((await get(`/feeds/authors/${author.slug}.rss`)).headers.location).toBe('/feeds/authors/new-author.rss')
  })

  it('a merged tag redirects to the one that stays', async () => {
    const [from, into] = [await make.tag({ name: 'From this' }), await make.tag({ name: 'Into that' })]
    await stories.live({ headline: 'Merged story', tagIds: [from.id] })
    expect((await get(`/feeds/tags/${from.slug}.json`)).status).toBe(200)
    await rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as: 'editor', body: { intoId: into.id } })
    expect((await get(`/feeds/tags/${from.slug}.json`)).headers.location).toBe('/feeds/tags/into-that.json')
    expect(await titlesOf('/feeds/tags/into-that.json')).toEqual(['Merged story'])
  })

  it('a section has its own, and a tag is none', async () => {
    const [section, tag] = [await make.tag({ type: 'SECTION', name: 'Sport' }), await make.tag({ isPublic: true })]
    expect((await get(`/feeds/tags/${section.slug}.rss`)).headers.location).toBe('/feeds/sections/sport.rss')
    expect(await get(`/feeds/sections/${tag.slug}.rss`)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it.each([
    '/feeds/tags/nobody.rss',
    '/feeds/authors/nobody.atom',
    '/feeds/latest.xml',
    '/feeds/latest.toString',
    '/feeds/oldest.rss',
  ])('%s is a problem, not a feed', async (url) => {
    expect(await get(url)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('a tag that is not out has none', async () => {
    const tag = await make.tag({ name: 'Operation Dawn' })
    const answer = await get(`/feeds/tags/${tag.slug}.rss`)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('Operation Dawn')
  })
})

describe('over HTTP', () => {
  it.each([
    ['rss', 'application/rss+xml; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
    ['json', 'application/feed+json; charset=utf-8'],
  ])('%s has the type %s', async (format, type) => {
    expect((await get(`/feeds/latest.${format}`)).headers['content-type']).toBe(type)
  })

  it('whoever has it is told so: by ETag, and by date once nothing has changed for a minute', async () => {
    const story = await stories.live({ headline: 'Of now' })
    const fresh = await get('/feeds/latest.rss')
    expect(fresh.headers['last-modified']).toBeUndefined()
    const etag = String(fresh.headers.etag)
    expect((await get('/feeds/latest.rss', { 'if-none-match': etag })).status).toBe(304)
    const at = news.now()
    setClock(2)
    const later = await get('/feeds/latest.rss?first=31')
    const date = at.toUTCString()
    expect(later.headers['last-modified']).toBe(date)
    expect((await get('/feeds/latest.rss?first=31', { 'if-modified-since': date })).status).toBe(304)
    await stories.withdraw(story.id)
    const after = await get('/feeds/latest.rss?first=31', { 'if-modified-since': date })
    expect(after.status).toBe(200)
    expect(after.text).not.toContain('Of now')
    expect((await get('/feeds/latest.rss', { 'if-none-match': etag })).status).toBe(200)
  })

  it('a title is that of today when a tag is renamed', async () => {
    const tag = await make.tag({ name: 'Before' })
    await stories.live({ tagIds: [tag.id], body: someBody })
    expect((await get(`/feeds/tags/${tag.slug}.rss`)).text).toContain('<title>Before – The Daily Test</title>')
    await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as: 'editor', body: { name: 'After' } })
    const { text } = await get(`/feeds/tags/${tag.slug}.rss`)
    expect(text).toContain('<title>After – The Daily Test</title>')
    expect(text).toContain('>After</category>')
  })
})
