import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { facesOf, linkTo, paragraph, storyMakers, wholeFields } from './stories.ts'
import { verbsOf } from './verbs.ts'

const news = await testNewsroom()
const { rest, graphql, make } = news
const faces = facesOf(news)
const says = verbsOf(news)
const { draft, live, revise, withdraw, publish } = storyMakers(news)
afterAll(news.close)

const canary = 'canary'
/** Text of every kind of block, each with the canary's name. */
function canaryBody(mediaId: string, articleId: string): Facts[] {
  return [
    paragraph(`Body ${canary}.`),
    paragraph(`Linked ${canary}`, [linkTo(articleId)]),
    { _type: 'image', mediaId, alt: `${canary} alt`, caption: `${canary} caption`, credit: `${canary} credit` },
    {
      _type: 'embed',
      provider: 'youtube',
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      title: `${canary} embed`,
    },
    { _type: 'pullquote', text: `${canary} quote`, attribution: `${canary} speaker` },
    {
      _type: 'relatedLinks',
      title: `${canary} links`,
      items: [{ url: `https://${canary}.example`, headline: `${canary} item` }],
    },
    { _type: 'table', rows: [{ cells: [`${canary} cell`] }] },
    { _type: 'keyPoints', points: [`${canary} point`] },
  ]
}

/** A story that has the canary in every field. */
async function canaryStory(): Promise<Facts> {
  const [author, tag, parent, media] = [
    await make.author({ name: 'Canary Author', bio: `${canary} bio` }),
    await make.tag({ name: 'Canary Tag', description: `${canary} description`, aliases: ['Canary Alias'] }),
    await make.tag({ name: 'Canary Parent' }),
    await make.media({ url: `https://media.example/${canary}.jpg`, alt: `${canary} asset` }),
  ]
  const child = await make.tag({ name: 'Canary Child', parentId: parent.id })
  const other = await draft({ headline: 'Canary Related' })
  hidden.push(author.id, author.slug, tag.id, tag.slug, parent.slug, child.slug, media.id, other.id, other.content.slug)
  return {
    headline: 'Canary Headline',
    slug: `${canary}-slug-${hidden.length}`,
    kicker: `${canary} kicker`,
    standfirst: `${canary} standfirst`,
    body: canaryBody(media.id, other.id),
    bylines: [{ authorId: author.id, role: `${canary} role`, displayName: `${canary} name` }],
    tagIds: [tag.id, child.id],
    leadMedia: { mediaId: media.id, alt: `${canary} lead`, caption: `${canary} lead`, credit: `${canary} lead` },
    related: [
      { articleId: other.id, headline: `${canary} headline` },
      { url: `https://${canary}.example`, headline: `${canary} outside` },
    ],
    source: { name: `${canary} source`, url: `https://${canary}.example`, externalId: `${canary} id` },
    canonicalUrl: `https://${canary}.example/canonical`,
    note: `${canary} note`,
  }
}

/** Ids and slugs that a curious reader may try. */
const hidden: string[] = []
const keys: string[] = []

beforeAll(async () => {
  const neverLive = await draft(await canaryStory())
  const changed = await live({ headline: 'Quiet story' })
  await revise(changed.id, await canaryStory())
  const outside = await live({
    headline: 'Refers to a draft',
    related: [{ articleId: neverLive.id }],
    body: [paragraph('See.', [linkTo(neverLive.id)]), { _type: 'relatedLinks', items: [{ articleId: neverLive.id }] }],
  })
  const original = await live({ headline: 'Has a translation in work' })
  await draft({ ...(await canaryStory()), locale: 'kk', translationOf: original.id })
  // Where a story once stood is no secret: the feed of changes tells it.
  const withdrawn = await live({ ...(await canaryStory()), slug: 'once-here' })
  await withdraw(withdrawn.id)
  const killed = await live({ ...(await canaryStory()), slug: 'once-there' })
  await says.rest('correct', killed.id, { type: 'CORRECTION', text: `${canary} correction`, note: `${canary} note` })
  await says.rest('kill', killed.id, { reason: 'For legal reasons', note: `${canary} why` })
  const words = { headline: 'Canary', standfirst: canary, body: [paragraph(canary)] }
  const killedDraft = await draft(words)
  await says.rest('kill', killedDraft.id, { reason: `${canary} reason of a draft` })
  const embargoed = await draft(words)
  await says.rest('submit', embargoed.id, { note: `${canary} submitted` })
  await says.rest('approve', embargoed.id, { note: `${canary} approved` })
  await says.rest('embargo', embargoed.id, { until: null, note: `${canary} embargo` })
  // Its author and tags have been seen by readers; they are no longer secret, but the story's words are.
  await news.db.author.updateMany({ data: { publicAt: null } })
  await news.db.tag.updateMany({ data: { publicAt: null } })
  keys.push(
    neverLive.id,
    neverLive.content.slug,
    changed.id,
    changed.content.slug,
    outside.id,
    original.id,
    withdrawn.id,
    withdrawn.content.slug,
    ...[killed, killedDraft, embargoed].flatMap(({ id, content }) => [id, content.slug]),
    ...hidden,
  )
})

/** What was answered, without the words of the question that it repeats. */
const withoutEcho = (text: string, asked: string) =>
  text.replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '')

interface Operation {
  security?: unknown[]
  parameters?: { name: string; in: string }[]
}

it('no REST address that readers may ask says a word of a draft', { timeout: 120_000 }, async () => {
  const { data } = await rest<{ paths: Record<string, { get?: Operation }> }>('GET', '/openapi.json')
  // A stream never ends: tests/streams reads it.
  const open = Object.entries(data.paths).filter(
    ([path, { get }]) => get?.security?.length === 0 && path !== '/v1/stream',
  )
  expect(open.map(([path]) => path).sort()).toEqual(
    expect.arrayContaining([
      '/v1/articles',
      '/v1/articles/{idOrSlug}',
      '/v1/articles/{idOrSlug}/related',
      '/v1/resolve',
      '/v1/tags',
      '/v1/authors',
    ]),
  )
  for (const [path, { get }] of open) {
    const names = (get?.parameters ?? [])
      .filter((parameter) => parameter.in === 'query' && !['first', 'after'].includes(parameter.name))
      .map(({ name }) => name)
    const asked = keys.flatMap((key) =>
      [
        path.replace(/\{\w+\}/, key),
        ...names.flatMap((name) => [`${path}?${name}=${key}`, `${path}?${name}=/${key}`]),
      ].map((url) => [url, key] as const),
    )
    for (const [url, key] of [
      ...asked,
      [path, '∅'] as const,
      ...names.map((name) => [`${path}?${name}=${canary}`, canary] as const),
    ]) {
      if (url.includes('{')) continue
      const { text, status } = await rest('GET', url)
      expect(status, `${url} ${text}`).toBeLessThan(500)
      expect(withoutEcho(text, key).toLowerCase(), url).not.toContain(canary)
    }
  }
})

const tagFields =
  'id slug name description aliases externalIds parent { name } children { name } articles { nodes { headline } }'
const authorFields = 'id slug name bio jobTitle email links { url } avatar { url } articles { nodes { headline } }'
const blocks = `blocks { ... on TextBlock { text links { href articleId } } ... on RelatedLinksBlock { title items { headline url articleId } } ... on PullquoteBlock { text } ... on TableBlock { rows } ... on KeyPointsBlock { points } }`
/** One document for each delivery field of Query; a new one has to be added here. */
const questions: Record<string, string> = {
  article: `query ($key: String) { article(slug: $key) { ${wholeFields} ${blocks} } }`,
  articleById: `query ($key: ID) { article(id: $key) { ${wholeFields} ${blocks} } }`,
  articleByPath: `query ($key: String) { article(path: $key) { ${wholeFields} } }`,
  articles: `query ($key: String) { articles(first: 100, filter: { tag: $key }) { nodes { ${wholeFields} ${blocks} } } }`,
  articlesOfAuthor: 'query ($key: String) { articles(filter: { author: $key }) { nodes { headline } } }',
  articlesAll: `{ articles(first: 100) { nodes { ${wholeFields} ${blocks} } } }`,
  search: `query ($key: String!) { search(query: $key, first: 100, typeahead: true) { nodes { headline } suggestion
    edges { highlight { headline snippet } } facets { tag { name } author { name } section { name } } } }`,
  tag: `query ($key: String) { tag(slug: $key) { ${tagFields} } }`,
  tags: `query ($key: String) { tags(first: 100, search: $key) { nodes { ${tagFields} } } }`,
  author: `query ($key: String) { author(slug: $key) { ${authorFields} } }`,
  authors: `query ($key: String) { authors(first: 100, search: $key) { nodes { ${authorFields} } } }`,
  preview: `query ($key: String!) { preview(token: $key) { ${wholeFields} } }`,
  front: 'query ($key: String!) { front(slug: $key) { id slug name slots { headline kicker article { headline } } } }',
  fronts: '{ fronts { nodes { id slug name slots { headline article { headline standfirst } } } } }',
  changes: '{ changes(first: 100) { nodes { type subjectId slug path paths reason } } }',
  resolve: `query ($key: String!) { resolve(path: $key) { kind location reason article { headline } tag { name } author { name } } }`,
  mostPopular:
    'query ($key: String) { mostPopular(tag: $key, first: 100) { stories { article { headline standfirst } } } }',
  trending: 'query ($key: String) { trending(tag: $key, first: 100) { stories { article { headline standfirst } } } }',
  node: `query ($key: ID!) { node(id: $key) { id ... on Article { ${wholeFields} } ... on Tag { ${tagFields} } ... on Author { ${authorFields} } } }`,
}

it('no GraphQL question that readers may ask says a word of a draft', { timeout: 120_000 }, async () => {
  for (const [name, document] of Object.entries(questions))
    for (const key of [...keys, ...keys.map((each) => `/${each}`), canary, '/canary']) {
      const { text, code } = await graphql(document, { key })
      expect(code, `${name} ${key} ${text}`).not.toBe('internal')
      expect(withoutEcho(text, key).toLowerCase(), `${name} ${key}`).not.toContain(canary)
    }
})

it('every question of GraphQL is tried above, or is refused to readers', async () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
  for (const [name, { args }] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    if (Object.keys(questions).includes(name)) continue
    const given = args
      .filter((arg) => String(arg.type).endsWith('!'))
      .map((arg) => `${arg.name}: ${String(arg.type) === 'Int!' ? '1' : '"0192a1b0-0000-7000-8000-000000000020"'}`)
    const { code, text } = await graphql(`{ ${name}${given.length > 0 ? `(${given.join(' ')})` : ''} { __typename } }`)
    expect(code, `${name}: ${text}`).toBe('unauthenticated')
  }
})

it('the canary would be heard: a published one is', async () => {
  const { id } = await live(await canaryStory())
  for (const face of Object.values(faces))
    expect(JSON.stringify(await face.article({ id })).toLowerCase()).toContain(canary)
  expect((await rest('GET', '/v1/articles')).text).toContain(canary)
})

it('tags and authors come out with the first story that carries them, and those above a tag with it', async () => {
  const [author, parent] = [await make.author(), await make.tag()]
  const tag = await make.tag({ parentId: parent.id })
  const { id } = await draft({ bylines: [{ authorId: author.id }], tagIds: [tag.id] })
  const doors = [`/v1/tags/${tag.slug}`, `/v1/tags/${parent.slug}`, `/v1/authors/${author.slug}`]
  const statuses = async () => Promise.all(doors.map(async (door) => (await rest('GET', door)).status))
  expect(await statuses()).toEqual([404, 404, 404])
  await publish(id)
  expect(await statuses()).toEqual([200, 200, 200])
})
