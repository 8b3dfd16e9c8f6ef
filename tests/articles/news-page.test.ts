import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { inventedPage, readNewsPage, toBlock } from './news-page.ts'
import { as, type Face, facesOf, type Story, someBody } from './stories.ts'

/** The text of a real page, beside the repository where it is at hand; it is not ours to keep. */
const realPage = '../shared/seed/kazakhstan-afp.txt'

const news = await testNewsroom()
const { rest, graphql } = news
const faces = facesOf(news)
afterAll(news.close)

const post = async (path: string, body: Facts): Promise<{ id: string; slug: string }> => {
  const { status, data, text } = await rest<{ id: string; slug: string }>('POST', `/v1/editorial/${path}`, { as, body })
  if (status >= 300) throw new Error(text)
  return data
}
const publish = async (id: string) =>
  expect((await rest('POST', `/v1/editorial/articles/${id}/publish`, { as, body: {} })).status).toBe(200)

/** A story of ours with this headline. */
async function liveStory(headline: string, more: Facts = {}): Promise<{ id: string }> {
  const story = await post('articles', { headline, body: someBody, ...more })
  await publish(story.id)
  return story
}

const types = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'TOPIC', 'SERIES', 'STORYLINE']

/** Enters a page through the editorial API, part by part. */
async function enterPage(name: string, text: string) {
  const page = readNewsPage(text)
  const file = `https://media.example/${encodeURIComponent(page.picture)}`
  const [picture, video, agency, reporter, section] = [
    await post('media', {
      type: 'IMAGE',
      url: file,
      mimeType: 'image/jpeg',
      width: 1200,
      height: 800,
      alt: 'What it shows',
      caption: 'Under it',
      credit: 'Who took it',
    }),
    await post('media', {
      type: 'VIDEO',
      url: `https://media.example/${name}.mp4`,
      mimeType: 'video/mp4',
      durationSeconds: 74.5,
    }),
    await post('authors', { kind: 'ORGANISATION', name: `Agency of ${name}` }),
    await post('authors', { name: `Reporter of ${name}` }),
    await post('tags', { type: 'SECTION', name: `World of ${name}` }),
  ]
  const tags = []
  for (const type of types) tags.push(await post('tags', { type, name: `${type} of ${name}` }))
  const [first = '', ...others] = page.bullets
  const linked = await liveStory(first)
  const items = [
    { articleId: linked.id },
    ...others.map((headline, n) => ({ url: `https://else.example/${n}`, headline })),
  ]
  const related = []
  for (const [n, headline] of page.interest.entries())
    related.push(
      n < 3 ? { articleId: (await liveStory(headline)).id } : { url: `https://else.example/read/${n}`, headline },
    )
  const source = { name: 'The Wire', url: 'https://wire.example/a', externalId: 'wire-1' }
  const original = await liveStory(`Original of ${name}`, { locale: 'es' })
  const story = await post('articles', {
    headline: page.headline,
    standfirst: page.standfirst,
    locale: 'en',
    translationOf: original.id,
    sectionId: section.id,
    tagIds: tags.map(({ id }) => id),
    body: [{ _type: 'relatedLinks', items }, ...page.text.map(toBlock)],
    bylines: [
      { authorId: agency.id, role: 'Wire', displayName: 'The wire’s correspondent' },
      { authorId: reporter.id, role: 'Translation' },
    ],
    leadMedia: { mediaId: picture.id, caption: 'Our caption' },
    recommendedVideoId: video.id,
    related,
    source,
  })
  await publish(story.id)
  return { page, story, section, tags, agency, source, file, linked }
}

const pages: [name: string, text: string | null][] = [
  ['a page of our own', inventedPage],
  ['the real page', existsSync(realPage) ? readFileSync(realPage, 'utf8') : null],
]

describe.each(pages)('%s', (name, text) => {
  if (text === null) {
    it.skip(`is not at hand: there is no ${realPage}`)
    return
  }
  let entered: Awaited<ReturnType<typeof enterPage>>
  const shown: Record<string, Story> = {}
  beforeAll(async () => {
    entered = await enterPage(name.replaceAll(' ', '-'), text)
    for (const [face, { article }] of Object.entries(faces))
      shown[face] = (await article({ id: entered.story.id })) as Story
  })

  it('has all its parts', () => {
    const { bullets, text: parts, interest, headline, standfirst, picture } = readNewsPage(text)
    expect([bullets.length, interest.length, parts.filter(({ style }) => style === 'h2').length]).toEqual([3, 5, 2])
    expect(parts.length).toBeGreaterThan(8)
    expect(Math.min(headline.length, standfirst.length, picture.length)).toBeGreaterThan(5)
  })

  it('is the same on both faces', () => {
    expect(shown.graphql).toEqual(shown.rest)
  })

  describe.each(Object.keys(faces))('over %s', (face) => {
    const story = () => shown[face] as Story

    it('headline and opening are `headline` and `standfirst`', () => {
      expect(story()).toMatchObject({ headline: entered.page.headline, standfirst: entered.page.standfirst })
    })
    it('the three bullets are a relatedLinks block, one to a story of ours', () => {
      const [block] = story().body
      expect(block?.items?.map(({ headline }) => headline)).toEqual(entered.page.bullets)
      expect(block?.items?.[0]).toMatchObject({ articleId: entered.linked.id, path: expect.stringMatching(/^\//) })
      expect(block?.items?.[1]).toMatchObject({ url: 'https://else.example/0' })
      expect(story().bodyHtml).toMatch(/^<aside class="related-links">/)
    })
    it('paragraphs and crossheads stand in their order, in all forms of the text', () => {
      const blocks = story().body.slice(1) as unknown as { style: string; children: { text: string }[] }[]
      expect(
        blocks.map(({ style, children }) => ({ style, words: children.map((span) => span.text).join('') })),
      ).toEqual(entered.page.text)
      expect(story().bodyText).toBe(entered.page.text.map(({ words }) => words).join('\n\n'))
      expect(story().bodyHtml.match(/<h2>/g)).toHaveLength(2)
      expect(story().bodyHtml.match(/<p>/g)).toHaveLength(entered.page.text.length - 2)
      expect(story().wordCount).toBeGreaterThan(100)
    })
    it('the wire’s correspondent is a byline with a role, whose author is an organisation', () => {
      expect(story().bylines).toMatchObject([
        {
          position: 1,
          role: 'Wire',
          displayName: 'The wire’s correspondent',
          author: { id: entered.agency.id, kind: 'ORGANISATION' },
        },
        { position: 2, role: 'Translation', author: { kind: 'PERSON' } },
      ])
    })
    it('the recommended video is a VIDEO', () => {
      expect(story().recommendedVideo).toMatchObject({ type: 'VIDEO', durationSeconds: 74.5, mimeType: 'video/mp4' })
    })
    it('the five stories that may interest are `related`, hand-picked, in their order', () => {
      expect(story().related.map(({ headline }) => headline)).toEqual(entered.page.interest)
      expect(story().related.map(({ article }) => article !== null)).toEqual([true, true, true, false, false])
      expect(story().related.map(({ position, kind }: Facts) => [position, kind])).toEqual(
        [1, 2, 3, 4, 5].map((position) => [position, 'CURATED']),
      )
    })
    it('the picture has its file, alt, caption and credit', () => {
      expect(story().leadMedia).toMatchObject({
        type: 'IMAGE',
        url: entered.file,
        alt: 'What it shows',
        caption: 'Our caption',
        credit: 'Who took it',
        width: 1200,
      })
    })
    it('sharing it needs only its canonical URL', () => {
      const { canonicalUrl, shareLinks, path, slug } = story() as Story & {
        canonicalUrl: string
        shareLinks: { network: string; url: string }[]
      }
      expect(canonicalUrl).toBe(`https://news.example${path}`)
      expect(path).toBe(`/${entered.section.slug}/${slug}`)
      expect(shareLinks.map(({ network }) => network)).toEqual([
        'x',
        'facebook',
        'whatsapp',
        'telegram',
        'linkedin',
        'email',
      ])
      for (const { url } of shareLinks) expect(decodeURIComponent(url)).toContain(canonicalUrl)
    })
    it('who and what it names are typed tags, and the section stands apart', () => {
      expect(story().tags.map(({ type }: Facts) => type)).toEqual(types)
      expect(story().section).toMatchObject({ id: entered.section.id, type: 'SECTION' })
    })
    it('it is a translation with its source', () => {
      expect(story()).toMatchObject({ locale: 'en', source: entered.source, translations: [{ locale: 'es' }] })
    })
    it('search engines read it as a NewsArticle', () => {
      const { jsonLd } = story()
      expect(jsonLd).toMatchObject({
        '@type': 'NewsArticle',
        headline: entered.page.headline,
        inLanguage: 'en',
        image: [entered.file],
        isBasedOn: entered.source.url,
      })
    })
    it('it is found by every tag, its section, its authors, its language and its path', async () => {
      const asked = (faces as Record<string, Face>)[face] as Face
      for (const tag of entered.tags)
        expect((await asked.list({ tag: tag.slug })).map(({ id }) => id)).toEqual([entered.story.id])
      for (const filter of [{ section: entered.section.slug }, { author: entered.agency.slug }] as Record<
        string,
        string
      >[])
        expect((await asked.list(filter)).map(({ id }) => id)).toEqual([entered.story.id])
      expect(await asked.resolve(story().path)).toMatchObject({ kind: 'ARTICLE', article: { id: entered.story.id } })
    })
  })

  it('over GraphQL the body is a list of typed blocks too', async () => {
    const query =
      'query ($id: ID!) { article(id: $id) { blocks { __typename ... on TextBlock { style text } ... on RelatedLinksBlock { items { headline url articleId } } } } }'
    const { data } = await graphql<{ blocks: Facts[] }>(query, { id: entered.story.id })
    expect(data.blocks.slice(1)).toEqual(
      entered.page.text.map(({ style, words }) => ({ __typename: 'TextBlock', style, text: words })),
    )
    expect(data.blocks[0]).toMatchObject({
      __typename: 'RelatedLinksBlock',
      items: entered.page.bullets.map((headline) => ({ headline })),
    })
  })
})
