import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type Node, newsFaults, parseXml, sitemapFaults, textsOf } from './validators.ts'

const news = await testNewsroom()
afterAll(news.close)
const { rest, make, setClock, db } = news
const stories = storyMakers(news)
const site = 'https://news.example'

const read = async (name: string) => {
  const { status, text, headers } = await rest('GET', name)
  expect([status, headers['content-type']], text).toEqual([200, 'application/xml; charset=utf-8'])
  expect(await sitemapFaults(text, site), name).toEqual([])
  return text
}
const placesOf = async (name: string): Promise<Node[]> => {
  const { urlset, sitemapindex } = await parseXml(await read(name))
  return urlset?.url ?? sitemapindex?.sitemap ?? []
}
const urlsOf = async (name: string) => (await placesOf(name)).flatMap((place) => textsOf(place, 'loc'))
const indexed = async () => (await urlsOf('/sitemap.xml')).map((url) => url.replace(`${site}/sitemaps/`, ''))

it('a newsroom without stories has a front page and no news', async () => {
  expect(await indexed()).toEqual(['pages.xml'])
  expect(await urlsOf('/sitemaps/pages.xml')).toEqual([`${site}/`])
  expect(await urlsOf('/sitemaps/news.xml')).toEqual([])
})

describe('the index', () => {
  it('has a file for each month with stories, each with its newest change', async () => {
    const old = await stories.live({ headline: 'Old times', publishedAt: '1999-12-31T23:59:59Z' })
    await stories.live({ headline: 'Century', publishedAt: '2000-01-01T00:00:00Z' })
    setClock(5)
    await stories.live({ headline: 'Of today' })
    expect(await indexed()).toEqual(['news.xml', 'pages.xml', '2026-01.xml', '2000-01.xml', '1999-12.xml'])
    const lastmod = async () => (await placesOf('/sitemap.xml')).flatMap((place) => textsOf(place, 'lastmod'))
    expect(await lastmod()).toEqual([
      '2026-01-08T09:35:00.000Z',
      '2026-01-08T09:30:00.000Z',
      '2026-01-08T09:30:00.000Z',
    ])
    expect(await urlsOf('/sitemaps/1999-12.xml')).toEqual([`${site}/old-times`])
    expect(await urlsOf('/sitemaps/2000-01.xml')).toEqual([`${site}/century`])
    setClock(5)
    await stories.revise(old.id, { headline: 'Older times' })
    await stories.publish(old.id)
    expect((await lastmod()).at(-1)).toBe('2026-01-08T09:40:00.000Z')
  })

  it('loses a month with its last story', async () => {
    const story = await stories.live({ headline: 'Lonely', publishedAt: '1950-05-05T00:00:00Z' })
    expect(await indexed()).toContain('1950-05.xml')
    await stories.withdraw(story.id)
    expect(await indexed()).not.toContain('1950-05.xml')
    expect((await rest('GET', '/sitemaps/1950-05.xml')).status).toBe(404)
  })

  it.each([
    '2026-13',
    '2026-00',
    '0999-01',
    '2026-1',
    '2026-01-1',
    '2026-01-0',
    '2026-01-2',
    'pages-2',
    'pages-1',
    '../x',
    '2031-01',
  ])('there is no file %s', async (name) => {
    expect(await rest('GET', `/sitemaps/${name}.xml`)).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('a month', () => {
  it('has live stories only, and none of another site', async () => {
    const at = { publishedAt: '1960-01-01T00:00:00Z' }
    await stories.draft({ headline: 'A draft', ...at })
    await stories.live({ headline: 'From the wire', canonicalUrl: 'https://wire.example/1', ...at })
    expect(await indexed()).not.toContain('1960-01.xml')
    await stories.live({ headline: 'Like the wire', canonicalUrl: 'https://news.example.evil/1', ...at })
    await stories.live({ headline: 'Twin', canonicalUrl: `${site}/elsewhere/grüße`, ...at })
    const killed = await stories.live({ headline: 'Recalled', ...at })
    expect(await urlsOf('/sitemaps/1960-01.xml')).toEqual([`${site}/elsewhere/gr%C3%BC%C3%9Fe`, `${site}/recalled`])
    await rest('POST', `/v1/editorial/articles/${killed.id}/kill`, { as: 'editor', body: { reason: 'Not true.' } })
    expect(await urlsOf('/sitemaps/1960-01.xml')).toEqual([`${site}/elsewhere/gr%C3%BC%C3%9Fe`])
  })

  it('names every language of a story, itself among them, while they are live', async () => {
    const at = { publishedAt: '1961-01-01T00:00:00Z' }
    const original = await stories.live({ headline: 'Gas prices', ...at })
    const kazakh = await stories.live({ headline: 'Gaz bagasy', locale: 'kk', translationOf: original.id, ...at })
    const alternates = async () =>
      (await placesOf('/sitemaps/1961-01.xml')).map((place) =>
        (place['xhtml:link'] ?? []).map(({ $ }) => `${$.hreflang} ${$.href}`),
      )
    const both = [`en ${site}/gas-prices`, `kk ${site}/kk/gaz-bagasy`]
    expect(await alternates()).toEqual([both, both])
    await stories.withdraw(kazakh.id)
    expect(await alternates()).toEqual([[]])
  })

  it('of more than 10,000 stories has several files, each story in one of them', async () => {
    await db.$executeRaw`
      WITH made AS (
        INSERT INTO article (id, status, "headNumber", "liveNumber", slug, headline, locale, "createdBy", "changedAt")
        SELECT gen_random_uuid(), 'LIVE', 1, 1, 'many-' || n, 'Many', 'en', 'test', now() FROM generate_series(1, 10001) n
        RETURNING id, slug
      ), revised AS (
        INSERT INTO revision (id, "articleId", number, content, "createdBy") SELECT gen_random_uuid(), id, 1, '{}', 'test' FROM made
        RETURNING id, "articleId"
      )
      INSERT INTO published_article (id, "revisionId", version, "originalId", locale, slug, path, headline, body, "bodyHtml",
        "bodyText", "wordCount", "readingMinutes", "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
      SELECT made.id, revised.id, 1, made.id, 'en', slug, '/' || slug, 'Many', '[]', '', '', 0, 0, at, at, at, at
      FROM made JOIN revised ON revised."articleId" = made.id, (SELECT timestamptz '1970-06-15T00:00:00Z' AS at)`
    // As a story of that month would: what is kept is older than these rows.
    await stories.live({ headline: 'One more', publishedAt: '1970-06-30T23:59:59Z' })
    expect(await indexed()).toEqual(expect.arrayContaining(['1970-06.xml', '1970-06-2.xml']))
    const [first, second] = [await urlsOf('/sitemaps/1970-06.xml'), await urlsOf('/sitemaps/1970-06-2.xml')]
    expect([first.length, second.length]).toEqual([10_000, 2])
    expect(new Set([...first, ...second]).size).toBe(10_002)
    expect((await rest('GET', '/sitemaps/1970-06-3.xml')).status).toBe(404)
    // All of the first file have their page on another site now.
    await db.$executeRaw`
      UPDATE published_article SET "canonicalUrl" = 'https://elsewhere.example' || path, "modifiedAt" = '2031-01-01T00:00:00Z'
      WHERE id IN (SELECT id FROM published_article WHERE "firstPublishedAt" BETWEEN '1970-06-01' AND '1970-07-01' ORDER BY id LIMIT 10000)`
    await stories.live({ headline: 'Another', publishedAt: '1971-06-30T00:00:00Z' })
    expect((await indexed()).filter((name) => name.startsWith('1970-06'))).toEqual(['1970-06-2.xml'])
    expect(await urlsOf('/sitemaps/1970-06-2.xml')).toEqual(second)
  })
})

it('names no file of pages in which no tag has stories', async () => {
  await db.$executeRaw`
    INSERT INTO tag (id, type, slug, name, "nameFolded", "aliasFolded", "publicAt", "changedAt")
    SELECT ('ffffffff-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'TOPIC', 'idle-' || n, 'Idle ' || n, 'idle ' || n, '', now(), now()
    FROM generate_series(1, 20000) n`
  const last = { tagIds: ['ffffffff-0000-4000-8000-000000020000'] }
  const pageFiles = async () => (await indexed()).filter((name) => name.startsWith('pages'))
  const story = await stories.live(last)
  expect(await pageFiles()).toEqual(['pages.xml', 'pages-3.xml'])
  await stories.withdraw(story.id)
  expect(await pageFiles()).toEqual(['pages.xml'])
  await db.$executeRaw`DELETE FROM tag WHERE slug LIKE 'idle-%' AND slug <> 'idle-20000'`
})

it('pages are the sections, tags and authors that have live stories', async () => {
  const [section, tag, author] = [
    await make.tag({ type: 'SECTION', name: 'World' }),
    await make.tag({ name: 'Gas' }),
    await make.author({ name: 'Aigerim' }),
  ]
  await make.tag({ type: 'SECTION', name: 'Empty section' })
  await make.tag({ name: 'Secret tag' })
  const story = await stories.live({
    ...{ tagIds: [tag.id], sectionId: section.id, bylines: [{ authorId: author.id, role: 'Reporting' }] },
  })
  const pages = [`${site}/authors/aigerim`, `${site}/tags/gas`, `${site}/world`]
  const listed = async () => (await urlsOf('/sitemaps/pages.xml')).filter((url) => !url.endsWith('/')).sort()
  expect(await listed()).toEqual(pages)
  await stories.withdraw(story.id)
  expect(await listed()).toEqual([])
})

describe('Google News', () => {
  it('has the stories that were first published within two days, in its own languages', async () => {
    setClock('2026-03-01T00:00:00.000Z')
    await stories.live({ headline: 'Two days ago' })
    setClock('2026-03-01T00:10:00.000Z')
    const story = await stories.live({ headline: 'AT&T <buys>', locale: 'pt-BR' })
    await stories.live({ headline: '新闻', slug: 'news-zh', locale: 'zh-Hant' })
    setClock('2026-03-03T00:05:00.000Z')
    await stories.revise(story.id, { standfirst: 'Updated' })
    await stories.publish(story.id)
    const text = await read('/sitemaps/news.xml')
    expect(await newsFaults(text)).toEqual([])
    const told = (await placesOf('/sitemaps/news.xml')).map((place) => {
      const item = place['news:news']?.[0] as Node
      const publication = item['news:publication']?.[0] as Node
      const names = ['news:title', 'news:publication_date'].flatMap((name) => textsOf(item, name))
      return [...names, ...textsOf(publication, 'news:language'), ...textsOf(publication, 'news:name')]
    })
    expect(told).toHaveLength(2)
    expect(told).toEqual(
      expect.arrayContaining([
        ['新闻', '2026-03-01T00:10:00.000Z', 'zh-tw', 'The Daily Test'],
        ['AT&T <buys>', '2026-03-01T00:10:00.000Z', 'pt', 'The Daily Test'],
      ]),
    )
    expect(await indexed()).toContain('news.xml')
    await stories.withdraw(story.id)
    expect(await read('/sitemaps/news.xml')).not.toContain('AT&amp;T')
    setClock('2026-03-03T00:15:00.000Z')
    expect(await indexed()).not.toContain('news.xml')
  })
})

it('robots.txt names the index on the site', async () => {
  const { text, headers } = await rest('GET', '/robots.txt')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(text).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`)
})
