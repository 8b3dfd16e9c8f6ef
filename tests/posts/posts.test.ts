import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { as, linkTo, paragraph, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { liveBlogMakers, postFacesOf } from './live-blogs.ts'

const news = await testNewsroom()
const { rest, graphql, db, events, setClock, now, make } = news
const faces = postFacesOf(news)
const blogs = liveBlogMakers(news)
const stories = storyMakers(news)
const nobody = '0192a1b0-0000-7000-8000-00000000ffff'
afterAll(() => news.close())
beforeEach(() => setClock(1))

const entries = (subjectId: string) => db.journalEntry.findMany({ where: { subjectId }, orderBy: { sequence: 'asc' } })

describe.each(Object.entries(faces))('a post over %s', (_name, face) => {
  it('is a draft that no reader sees, until it is published alone', async () => {
    const id = await blogs.blog({ body: [paragraph('What we know so far.')] })
    await rest('PATCH', `/v1/editorial/articles/${id}`, { as, body: { headline: 'Unpublished headline' } })
    await events()
    const { data: post } = await face.create(id, { title: 'Doors closed', body: [paragraph('Nobody gets in.')] })
    expect(post).toMatchObject({ status: 'DRAFT', version: 1, liveVersion: null, firstPublishedAt: null })
    expect((await face.story(id))?.liveBlog).toMatchObject({ totalPosts: 0, latest: { posts: [] } })
    expect(await events()).toEqual({ 'post.created': 1 })

    setClock(1)
    const published = await face.publish(post.id)
    expect(published.data).toMatchObject({ status: 'LIVE', liveVersion: 1, firstPublishedAt: now().toISOString() })
    expect(await events()).toEqual({ 'post.published': 1 })
    const story = await face.story(id)
    expect(story?.liveBlog?.latest.posts).toMatchObject([
      { id: post.id, title: 'Doors closed', bodyHtml: '<p>Nobody gets in.</p>', at: now().toISOString(), version: 1 },
    ])
    expect(story).toMatchObject({ updatedAt: now().toISOString(), modifiedAt: now().toISOString() })
    expect(JSON.stringify(story)).not.toContain('Unpublished headline')
    const { data } = await rest<{ headline: string; version: number }>('GET', `/v1/articles/${id}`)
    expect(data).toMatchObject({ version: 1 })
    expect(data.headline).not.toBe('Unpublished headline')
  })

  it('is corrected by a revision that readers do not see before it is published', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'Forty detained.')
    const revised = await face.revise(post, { body: [paragraph('Four detained.')] }, 1)
    expect(revised.data).toMatchObject({ status: 'LIVE', version: 2, liveVersion: 1 })
    expect((await face.window(id)).data?.posts[0]?.bodyText).toBe('Forty detained.')
    expect((await face.publish(post, {}, 2)).data).toMatchObject({ version: 2, liveVersion: 2 })
    expect((await face.window(id)).data?.posts).toMatchObject([{ bodyText: 'Four detained.', version: 2 }])
    await face.publish(post, { revision: 1 })
    expect((await face.window(id)).data?.posts).toMatchObject([{ bodyText: 'Forty detained.', version: 1 }])
  })

  it('moves updatedAt of its story when its words change, and only modifiedAt otherwise', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'First.')
    const before = await face.story(id)
    setClock(5)
    await face.revise(post, { isPinned: true })
    await face.publish(post)
    const after = await face.story(id)
    expect(after).toMatchObject({ updatedAt: before?.updatedAt, modifiedAt: now().toISOString() })
    setClock(5)
    await face.publish(post, { significant: true })
    expect(await face.story(id)).toMatchObject({ updatedAt: now().toISOString() })
    const told = now().toISOString()
    setClock(5)
    await blogs.verb(id, 'publish', { significant: false })
    expect(await face.story(id)).toMatchObject({ updatedAt: told })
  })

  it('is withdrawn and comes back', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'Somebody said so.')
    await events()
    expect((await face.withdraw(post)).data).toMatchObject({ status: 'WITHDRAWN', liveVersion: null })
    expect(await events()).toEqual({ 'post.withdrawn': 1 })
    expect((await face.window(id)).data).toMatchObject({ posts: [], totalPosts: 0 })
    expect((await face.window(id, { window: 'around', post })).data).toBeNull()
    expect((await face.withdraw(post)).code).toBe('conflict')
    await face.publish(post)
    expect((await face.window(id)).data).toMatchObject({ posts: [{ id: post }] })
  })

  it('is deleted only when readers never saw it', async () => {
    const id = await blogs.blog()
    const draft = await blogs.draftPost(id, 'Never mind.')
    const live = await blogs.post(id, 'It is so.')
    await face.withdraw(live)
    await events()
    expect((await face.remove(live)).code).toBe('conflict')
    expect((await face.remove(draft)).code).toBeNull()
    expect(await face.record(draft)).toBeNull()
    expect(await events()).toEqual({ 'post.deleted': 1 })
    expect((await entries(id)).at(-1)).toMatchObject({ type: 'post.deleted', isPublic: false })
  })

  it('is refused when it is changed from an older copy, with who made the newest', async () => {
    const post = await blogs.draftPost(await blogs.blog(), 'One.')
    await face.revise(post, { title: 'Two' }, 1)
    for (const refused of [await face.revise(post, { title: 'Three' }, 1), await face.publish(post, {}, 1)])
      expect([refused.code, refused.status]).toEqual(['stale_version', 412])
    expect((await face.record(post))?.content).toMatchObject({ title: 'Two' })
  })

  it('may be a title alone', async () => {
    const id = await blogs.blog()
    const { data: post } = await face.create(id, { title: 'Doors closed' })
    await face.publish(post.id)
    expect((await face.window(id)).data?.posts).toMatchObject([{ title: 'Doors closed', bodyHtml: '', bodyText: '' }])
  })

  it('comes back with its story as it was: a draft since then changes nothing of it, not even its date', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'First.')
    const before = (await face.window(id)).data?.posts[0]
    await rest('POST', `/v1/editorial/articles/${id}/withdraw`, { as, body: {} })
    setClock(5)
    await face.revise(post, { title: 'A draft' })
    await rest('POST', `/v1/editorial/articles/${id}/publish`, { as })
    expect((await face.window(id)).data?.posts[0]).toEqual(before)
  })

  it('is refused with all its faults', async () => {
    const id = await blogs.blog()
    const twice = [{ authorId: nobody }, { authorId: nobody }]
    const wrong = await face.create(id, { body: [{ _type: 'nonsense' }], bylines: twice })
    expect([wrong.code, wrong.paths?.sort()]).toEqual(['invalid_input', ['body[0]._type', 'bylines[1].authorId']])
    const lost = await face.create(id, { body: [paragraph('x')], bylines: [{ authorId: nobody }] })
    expect([lost.code, lost.paths]).toEqual(['missing_reference', ['bylines[0].authorId']])
    const empty = await face.create(id, { body: [] })
    expect((await face.publish(empty.data.id)).code).toBe('not_publishable')
    const ordinary = await stories.live()
    expect((await face.create(ordinary.id, { body: [paragraph('x')] })).code).toBe('conflict')
    expect((await face.create(nobody, { body: [paragraph('x')] })).code).toBe('not_found')
  })
})

describe('posts and their story', () => {
  it('a story that is no live blog has none', async () => {
    const { id } = await stories.live()
    for (const face of Object.values(faces)) expect((await face.story(id))?.liveBlog).toBeNull()
    expect((await faces.rest.window(id)).status).toBe(404)
  })

  it('posts of a story that is not live are seen by nobody, and appear with it', async () => {
    const id = await blogs.draftBlog()
    await events()
    const post = await blogs.post(id, 'Prepared in the morning.')
    expect(await db.publishedPost.count({ where: { articleId: id } })).toBe(0)
    expect((await entries(id)).map(({ isPublic }) => isPublic)).not.toContain(true)
    expect((await faces.rest.window(id)).status).toBe(404)
    await blogs.verb(id, 'publish')
    for (const face of Object.values(faces)) expect((await face.window(id)).data?.posts).toMatchObject([{ id: post }])
  })

  it.each([
    ['withdraw', {}, 'publish', {}],
    ['kill', { reason: 'A court said so.' }, 'restore', {}],
  ])('%s takes the posts, and they come back as they were', async (down, why, up, how) => {
    const id = await blogs.blog()
    const author = await make.author()
    const kept = await blogs.post(id, 'Stays.', { bylines: [{ authorId: author.id }] })
    const gone = await blogs.post(id, 'Goes.')
    await faces.rest.withdraw(gone)
    await faces.rest.revise(kept, { title: 'Not published yet' })
    const before = (await faces.rest.window(id)).data
    await blogs.verb(id, down, why)
    expect(await db.publishedPost.count({ where: { articleId: id } })).toBe(0)
    const answer = await faces.rest.window(id)
    expect(answer.status).toBe(410)
    expect(answer.text).not.toContain('Stays.')
    if (up === 'restore') await rest('POST', `/v1/editorial/articles/${id}/restore`, { as: 'admin', body: how })
    await blogs.verb(id, 'publish')
    for (const face of Object.values(faces)) expect((await face.window(id)).data).toEqual(before)
  })

  it('a killed story takes no change of its posts', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'One.')
    await blogs.verb(id, 'kill', { reason: 'Legal.' })
    const tries = [faces.rest.publish(post), faces.rest.revise(post, { title: 'x' }), faces.rest.withdraw(post)]
    for (const { code } of await Promise.all(tries)) expect(code).toBe('conflict')
  })

  it('a story that stops being a live blog hides its posts until it is one again', async () => {
    const id = await blogs.blog({ body: [paragraph('An introduction.')] })
    const post = await blogs.post(id, 'One.')
    const patch = async (liveBlog: unknown) => {
      await rest('PATCH', `/v1/editorial/articles/${id}`, { as, body: { liveBlog } })
      await blogs.verb(id, 'publish')
    }
    await patch(null)
    expect(await db.publishedPost.count({ where: { articleId: id } })).toBe(0)
    expect((await faces.rest.story(id))?.liveBlog).toBeNull()
    expect((await faces.graphql.story(id))?.jsonLd).toMatchObject({ '@type': 'NewsArticle' })
    await patch({ startsAt: '2026-01-08T09:00:00Z', endsAt: '2026-01-08T12:00:00Z' })
    expect((await faces.rest.story(id))?.liveBlog).toMatchObject({
      endsAt: '2026-01-08T12:00:00.000Z',
      latest: { posts: [{ id: post }] },
    })
  })

  it('coverage cannot end before it starts', async () => {
    const liveBlog = { startsAt: '2026-01-08T09:00:00Z', endsAt: '2026-01-08T08:00:00Z' }
    const answer = await rest('POST', '/v1/editorial/articles', { as, body: { headline: 'x', liveBlog } })
    expect([answer.code, answer.paths]).toEqual(['invalid_input', ['liveBlog.endsAt']])
  })

  it('the events of posts are about the story, so that caches, feeds and mirrors learn of it', async () => {
    const tag = await make.tag()
    const id = await blogs.blog({ tagIds: [tag.id] })
    const post = await blogs.post(id, 'One.')
    const [last] = (await entries(id)).slice(-1)
    expect(last).toMatchObject({ type: 'post.published', subjectId: id, version: 1, isPublic: true })
    expect(last?.data).toMatchObject({ postId: post, postVersion: 1, tagIds: [tag.id] })
    const { slug } = await db.publishedArticle.findUniqueOrThrow({ where: { id } })
    expect(last?.keys).toEqual(expect.arrayContaining([id, 'list:articles', `list:${tag.id}`, `slug:${slug}`]))
    const { data } = await rest<{ data: { type: string; kind: string; isGone: boolean; subjectId: string }[] }>(
      'GET',
      '/v1/changes?first=100',
    )
    await faces.rest.withdraw(post)
    expect(data.data.find((each) => each.subjectId === id && each.type === 'post.published')).toMatchObject({
      ...{ kind: 'ARTICLE', isGone: false },
    })
    expect((await entries(id)).at(-1)).toMatchObject({ type: 'post.withdrawn', isPublic: true })
  })

  it('links of posts lead to where the stories are today, and show nothing of those that are not live', async () => {
    const target = await stories.live({ headline: 'The other story' })
    const hidden = await stories.draft({ headline: 'Secret working title' })
    const id = await blogs.blog()
    const body = [
      paragraph('See this.', [linkTo(target.id)]),
      paragraph('And that.', [linkTo(hidden.id)]),
      { _type: 'relatedLinks', items: [{ articleId: hidden.id }, { articleId: target.id }] },
    ]
    await blogs.post(id, '', { body })
    for (const face of Object.values(faces)) {
      const { data, text } = await face.window(id)
      expect(data?.posts[0]?.bodyHtml).toContain('href="https://news.example/')
      expect(data?.posts[0]?.bodyHtml).toContain('The other story')
      expect(text).not.toContain('Secret working title')
    }
  })

  it('JSON-LD is a LiveBlogPosting with its newest posts', async () => {
    const author = await make.author({ name: 'Dana Live' })
    const id = await blogs.blog({ headline: 'As it happens', body: [paragraph('Intro.')] })
    await blogs.post(id, 'Words of the first.')
    setClock(1)
    const post = await blogs.post(id, 'Words.', { title: 'Titled', bylines: [{ authorId: author.id }] })
    const [one, two] = [await faces.rest.story(id), await faces.graphql.story(id)]
    expect(one?.jsonLd).toEqual(two?.jsonLd)
    expect(one?.jsonLd).toMatchObject({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2026-01-08T09:00:00.000Z',
      dateModified: now().toISOString(),
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Titled',
          articleBody: 'Words.',
          datePublished: now().toISOString(),
          author: [{ name: 'Dana Live' }],
          url: expect.stringMatching(new RegExp(`^https://news.example/.*#post-${post}$`)),
        },
        { headline: 'Words of the first.' },
      ],
    })
    expect(one?.jsonLd).not.toHaveProperty('coverageEndTime')
  })

  it('a preview shows the posts that are for readers, on both faces, and no drafts', async () => {
    const id = await blogs.draftBlog()
    await blogs.post(id, 'For readers.', { isKeyEvent: true })
    await blogs.draftPost(id, 'Not yet.')
    const { data } = await rest<{ token: string }>('POST', `/v1/editorial/articles/${id}/preview-token`, {
      as,
      body: {},
    })
    const shown = await rest<{ liveBlog: { latest: { posts: unknown[] } } }>('GET', `/v1/preview/${data.token}`)
    expect(shown.data.liveBlog).toMatchObject({
      ...{ totalPosts: 1, latest: { posts: [{ bodyText: 'For readers.' }] }, keyEvents: { posts: [{}] } },
    })
    const query = `query ($token: String!) { preview(token: $token) { jsonLd liveBlog { totalPosts latest { posts { bodyText } } } } }`
    const node = await news.graphql(query, { token: data.token })
    expect(node.data).toMatchObject({ liveBlog: { totalPosts: 1, latest: { posts: [{ bodyText: 'For readers.' }] } } })
    expect(shown.text + node.text).not.toContain('Not yet.')
  })

  it('a preview has each window as the story has it', async () => {
    const id = await blogs.blog()
    const posts: string[] = []
    for (let minute = 0; minute < 8; minute += 1) {
      // Two of each minute, so that the order among them counts too.
      const at = `2026-01-08T09:0${Math.floor(minute / 2)}:00Z`
      posts.push(await blogs.post(id, `Post ${minute}.`, { at, isKeyEvent: minute % 2 === 0, isPinned: minute === 3 }))
    }
    const { data } = await rest<{ token: string }>('POST', `/v1/editorial/articles/${id}/preview-token`, {
      as,
      body: {},
    })
    const live = await graphql(`query ($id: ID!) { article(id: $id) { liveBlog { latest(first: 3) { older } } } }`, {
      id,
    })
    const { older } = (live.data as { liveBlog: { latest: { older: string } } }).liveBlog.latest
    const fields = `a: latest(first: 3) { ...W } b: latest(first: 3, after: "${older}") { ...W } c: latest(before: "${older}", first: 1) { ...W }
      d: keyEvents(first: 2) { ...W } e: pinned { ...W } f: around(post: "${posts[3]}", first: 2) { ...W }
      g: around(post: "${posts[7]}", first: 2) { ...W } h: since(post: "${posts[4]}", first: 2) { ...W }
      i: since(since: "2026-01-08T09:02:00Z") { ...W } j: around(post: "${id}") { ...W } k: since(post: "${id}") { ...W }`
    const window = 'fragment W on PostWindow { posts { id bodyText url } older newer totalPosts }'
    const [shown, preview] = [
      await graphql(`query ($id: ID!) { article(id: $id) { liveBlog { ${fields} } } } ${window}`, { id }),
      await graphql(`query ($token: String!) { preview(token: $token) { liveBlog { ${fields} } } } ${window}`, {
        token: data.token,
      }),
    ]
    expect([preview.code, preview.data]).toEqual([null, shown.data])
    expect(preview.data).toMatchObject({
      liveBlog: { f: { posts: [5, 4, 3, 2, 1].map((place) => ({ id: posts[place] })) }, j: null, k: null },
    })
  })

  it('staff see drafts by their time, and by status', async () => {
    const id = await blogs.blog()
    const live = await blogs.post(id, 'Live.')
    setClock(1)
    const draft = await blogs.draftPost(id, 'Draft.')
    const early = await blogs.draftPost(id, 'Early.', { at: '2026-01-01T00:00:00Z' })
    for (const face of Object.values(faces)) {
      expect((await face.records(id)).map((post) => post.id)).toEqual([draft, live, early])
      expect((await face.records(id, { status: 'LIVE' })).map((post) => post.id)).toEqual([live])
    }
    expect((await rest('GET', `/v1/editorial/articles/${id}/posts`)).status).toBe(401)
  })

  it('a contributor posts in their own stories only, and publishes nothing', async () => {
    const id = await blogs.blog()
    const body = { body: [paragraph('x')] }
    const others = await rest('POST', `/v1/editorial/articles/${id}/posts`, { as: 'contributor', body })
    expect(others.code).toBe('forbidden')
    const liveBlog = { startsAt: '2026-01-08T09:00:00Z' }
    const own = await rest<{ id: string }>('POST', '/v1/editorial/articles', {
      ...{ as: 'contributor', body: { headline: 'Own', liveBlog } },
    })
    const post = await rest<{ id: string }>('POST', `/v1/editorial/articles/${own.data.id}/posts`, {
      ...{ as: 'contributor', body },
    })
    expect(post.status).toBe(201)
    expect((await rest('POST', `/v1/editorial/posts/${post.data.id}/publish`, { as: 'author', body: {} })).code).toBe(
      'forbidden',
    )
  })
})

describe('search', () => {
  const found = async (word: string) => {
    const { data } = await rest<{ data: { id: string }[] }>('GET', `/v1/search?q=${word}`)
    return data.data.map((hit) => hit.id)
  }

  it('finds a live blog by the words of its live posts, and by no others, also when it comes back', async () => {
    const id = await blogs.blog()
    const post = await blogs.post(id, 'The zeppelinesque balloon has landed.')
    await blogs.draftPost(id, 'Quixotical drafts.')
    expect(await found('zeppelinesque')).toEqual([id])
    await blogs.verb(id, 'withdraw')
    expect(await found('zeppelinesque')).toEqual([])
    await blogs.verb(id, 'publish')
    expect(await found('zeppelinesque')).toEqual([id])
    expect(await found('quixotical')).toEqual([])
    await faces.rest.withdraw(post)
    expect(await found('zeppelinesque')).toEqual([])
  })
})
