import type { Newsroom } from '../newsroom.ts'

/** What the readers' addresses are made of; slugs are added as they come, and none is forgotten: former ones redirect. */
export interface World {
  stories: { id: string; slugs: string[] }[]
  tags: { id: string; slugs: string[] }[]
  authors: { id: string; slugs: string[] }[]
  sections: { id: string; slugs: string[] }[]
  media: string[]
  fronts: { id: string; slug: string }[]
  /** Posts of live blogs: of the first two stories. */
  posts: { id: string; articleId: string }[]
}

type Send = (
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
) => Promise<{ status: number; data: Record<string, unknown> }>

/** Sends what staff ask of one of the services. */
export function senderOf({ app, key }: Newsroom): Send {
  return async (method, path, body) => {
    const answer = await app.inject({
      ...{ method, url: `/v1/editorial${path}`, payload: JSON.stringify(body) },
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })
    return { status: answer.statusCode, data: answer.body === '' ? {} : answer.json() }
  }
}

export const words = ['harbour', 'budget', 'night', 'train', 'storm', 'court', 'goal', 'election', 'bridge', 'market']

/** A body that links to another story and shows a picture. */
export function bodyWith(text: string, toArticleId: string | undefined, mediaId: string | undefined): object[] {
  const link = toArticleId ? [{ _type: 'articleRef', _key: 'to', articleId: toArticleId }] : []
  const marks = link.map(({ _key }) => _key)
  return [
    { _type: 'block', style: 'normal', markDefs: link, children: [{ _type: 'span', text, marks }] },
    ...(mediaId ? [{ _type: 'image', mediaId }] : []),
  ]
}

/** Sections, tags, authors, pictures, stories that name and follow each other, and a front of them. */
export async function makeWorld(newsroom: Newsroom, size: number): Promise<World> {
  const send = senderOf(newsroom)
  const make = async (path: string, body: object) => {
    const { status, data } = await send('POST', path, body)
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(data)}`)
    return data as { id: string; slug: string; content?: { slug: string } }
  }
  const many = async (count: number, one: (n: number) => Promise<{ id: string; slug: string }>) => {
    const made: { id: string; slugs: string[] }[] = []
    for (let n = 0; n < count; n++) {
      const { id, slug } = await one(n)
      made.push({ id, slugs: [slug] })
    }
    return made
  }
  const sections = await many(2, (n) => make('/tags', { type: 'SECTION', name: `Section ${n}` }))
  const tags = await many(6, (n) => make('/tags', { type: n === 0 ? 'STORYLINE' : 'TOPIC', name: `Topic ${n}` }))
  const authors = await many(4, (n) => make('/authors', { name: `Author ${n}` }))
  const media: string[] = []
  for (let n = 0; n < 3; n++)
    media.push(
      (await make('/media', { type: 'IMAGE', url: `https://media.example/${n}.jpg`, mimeType: 'image/jpeg' })).id,
    )
  const stories: World['stories'] = []
  for (let n = 0; n < size; n++) {
    const before = stories.at(-1)?.id
    const { id, content } = await make('/articles', {
      headline: `Story ${n} of the ${words[n % words.length]}`,
      body: bodyWith(`What ${words[n % words.length]} ${n} says.`, before, media[n % media.length]),
      tagIds: [tags[n % tags.length]?.id, tags[(n * 5 + 1) % tags.length]?.id].filter(
        (id, i, all) => all.indexOf(id) === i,
      ),
      bylines: [{ authorId: authors[n % authors.length]?.id }],
      sectionId: sections[n % sections.length]?.id,
      related: before ? [{ articleId: before }] : [],
      ...(n < 2 && { liveBlog: { startsAt: '2026-01-08T09:00:00Z', endsAt: null } }),
      ...(n % 4 === 3 && before ? { translationOf: before, locale: 'kk' } : {}),
    })
    stories.push({ id, slugs: [content?.slug ?? ''] })
  }
  const posts: World['posts'] = []
  for (const { id: articleId } of stories.slice(0, 2))
    for (let n = 0; n < 3; n++) {
      const post = await make(`/articles/${articleId}/posts`, {
        title: `Post ${n}`,
        body: bodyWith(`Post ${n}.`, articleId, media[n]),
      })
      posts.push({ id: post.id, articleId })
    }
  const front = await make('/fronts', {
    ...{ name: 'Home', slug: 'home', size: 6, backfill: {} },
    slots: [{ articleId: stories[0]?.id, headline: 'For this place', isSticky: true }, { articleId: stories[1]?.id }],
  })
  return { stories, tags, authors, sections, media, posts, fronts: [{ id: front.id, slug: 'home' }] }
}
