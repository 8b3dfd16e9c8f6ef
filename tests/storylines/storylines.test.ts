import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { linksOf } from '../previews/links.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, setClock, events } = news
const stories = storyMakers(news)
afterAll(news.close)

const path = '/v1/editorial/tags'
const as = 'editor'
const untold = { status: 'DEVELOPING', summary: null, leadArticleId: null }

const storyline = (input: Facts = {}) => make.tag({ type: 'STORYLINE', ...input })
/** Live stories of a storyline, the oldest first. */
const parts = async (tagId: string, count: number) => {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    setClock(1)
    ids.push((await stories.live({ tagIds: [tagId] })).id)
  }
  return ids
}
interface Told {
  status: string
  summary: string | null
  lead: { id: string } | null
}
/** What readers are told, on both faces alike. */
const told = async (slug: string): Promise<Told | null> => {
  const { data } = await rest<{ storyline: Told | null }>('GET', `/v1/tags/${slug}`)
  const query = 'query ($slug: String!) { tag(slug: $slug) { storyline { status summary lead { id } } } }'
  const { data: twin } = await graphql<{ storyline: Told | null }>(query, { slug })
  const lead = data.storyline?.lead && { id: data.storyline.lead.id }
  expect(twin.storyline).toEqual(data.storyline && { ...data.storyline, lead })
  return twin.storyline
}

describe('a tag of type STORYLINE', () => {
  const query =
    'mutation ($input: TagInput!) { createTag(input: $input) { type storyline { status summary leadArticleId } } }'
  const change =
    'mutation ($id: ID!, $input: TagPatch!) { updateTag(id: $id, input: $input) { type storyline { status summary leadArticleId } } }'

  scenario('is DEVELOPING until somebody says more', {
    ...{
      as: 'author',
      post: path,
      body: { type: 'STORYLINE', name: 'The flood' },
      query,
      variables: { input: { type: 'STORYLINE', name: 'The flood' } },
    },
    ...{ status: 201, shows: { storyline: untold }, events: { 'tag.created': 1 } },
  })

  scenario('is told of when it is made', () => {
    const input = { type: 'STORYLINE', name: 'The strike', storyline: { status: 'CONCLUDED', summary: 'It is over.' } }
    const shows = { storyline: { ...untold, ...input.storyline } }
    return Promise.resolve({
      as: 'author',
      post: path,
      body: input,
      query,
      variables: { input },
      status: 201,
      shows,
    } as const)
  })

  scenario('takes a change of some of it; the rest stays', async () => {
    const { id } = await storyline({ storyline: { summary: 'So far.' } })
    const input = { storyline: { status: 'DORMANT' } }
    const shows = { storyline: { ...untold, status: 'DORMANT', summary: 'So far.' } }
    return {
      as,
      patch: `${path}/${id}`,
      body: input,
      query: change,
      variables: { id, input },
      shows,
      events: { 'tag.updated': 1 },
    }
  })

  scenario('has a lead that exists', async () => {
    const { id } = await storyline()
    const input = { storyline: { leadArticleId: '0192a1b0-0000-7000-8000-00000000ffff' } }
    const asked = { as, patch: `${path}/${id}`, body: input, query: change, variables: { id, input } } as const
    return {
      ...asked,
      status: 422,
      refused: 'missing_reference',
      paths: ['storyline.leadArticleId'],
      events: {},
    } as const
  })

  scenario('alone has a storyline: other types are refused one', async () => {
    const { id } = await make.tag()
    const input = { storyline: { status: 'DORMANT' } }
    const asked = { as, patch: `${path}/${id}`, body: input, query: change, variables: { id, input } } as const
    return {
      ...asked,
      status: 400,
      refused: 'invalid_input',
      paths: ['storyline'],
      inBody: ['STORYLINE'],
      events: {},
    } as const
  })

  scenario('alone has one from the beginning', () => {
    const input = { type: 'TOPIC', name: 'No storyline', storyline: { status: 'DORMANT' } }
    const asked = { as, post: path, body: input, query, variables: { input } } as const
    return Promise.resolve({
      ...asked,
      status: 400,
      refused: 'invalid_input',
      paths: ['storyline'],
      events: {},
    } as const)
  })

  it('becomes another type only when what was said of it is given up', async () => {
    const { id } = await storyline({ storyline: { summary: 'So far.' } })
    const to = (body: Facts) => rest('PATCH', `${path}/${id}`, { as, body })
    expect(await to({ type: 'EVENT' })).toMatchObject({ status: 409, code: 'conflict', paths: ['type'] })
    expect((await to({ type: 'EVENT', storyline: null })).data).toMatchObject({ type: 'EVENT', storyline: null })
    expect((await to({ type: 'STORYLINE', storyline: { status: 'DORMANT' } })).data).toMatchObject({
      storyline: { ...untold, status: 'DORMANT' },
    })
    const { id: silent } = await storyline()
    expect((await rest('PATCH', `${path}/${silent}`, { as, body: { type: 'EVENT' } })).status).toBe(200)
  })
})

describe('readers are told of a running story', () => {
  it('how far it has come, and where to begin: the newest until an editor chooses', async () => {
    const { id, slug } = await storyline({ storyline: { summary: 'So far.' } })
    const [first = '', second = ''] = await parts(id, 2)
    expect(await told(slug)).toEqual({ status: 'DEVELOPING', summary: 'So far.', lead: { id: second } })
    await rest('PATCH', `${path}/${id}`, { as, body: { storyline: { leadArticleId: first, status: 'CONCLUDED' } } })
    expect(await told(slug)).toEqual({ status: 'CONCLUDED', summary: 'So far.', lead: { id: first } })
    const [third = ''] = await parts(id, 1)
    expect((await told(slug))?.lead).toEqual({ id: first })
    await stories.withdraw(first)
    expect((await told(slug))?.lead, 'while the lead is not live').toEqual({ id: third })
    await stories.publish(first)
    expect((await told(slug))?.lead).toEqual({ id: first })
    await stories.revise(first, { tagIds: [] })
    await stories.publish(first)
    expect((await told(slug))?.lead, 'without the tag').toEqual({ id: third })
  })

  it('never of a lead that is not live', async () => {
    const draft = await stories.draft({ headline: 'Secret lead' })
    const { id, slug } = await storyline({ isPublic: true, storyline: { leadArticleId: draft.id } })
    await stories.revise(draft.id, { tagIds: [id] })
    expect((await told(slug))?.lead).toBeNull()
    expect((await rest('GET', `/v1/tags/${slug}`)).text).not.toContain('Secret')
  })

  it('other tags have none, and lists of tags tell it too', async () => {
    const topic = await make.tag({ isPublic: true })
    expect(await told(topic.slug)).toBeNull()
    const { slug } = await storyline({ name: 'Zzz in a list', isPublic: true })
    const { data } = await rest<{ data: Facts[] }>('GET', '/v1/tags?search=zzz')
    expect(data.data).toMatchObject([{ slug, storyline: { status: 'DEVELOPING', summary: null, lead: null } }])
  })

  it('in its timeline, oldest first or newest first, page by page', async () => {
    const { id, slug } = await storyline()
    const ids = await parts(id, 4)
    await stories.draft({ tagIds: [id], headline: 'Secret part' })
    const nodes = async (args: Facts): Promise<string[]> => {
      const asked = new URLSearchParams({ first: '3', ...(args as Record<string, string>) })
      const { data } = await rest<{ data: { id: string }[]; page: { next: string } }>(
        'GET',
        `/v1/tags/${slug}/timeline?${asked}`,
      )
      const rest2 = await rest<{ data: { id: string }[] }>(
        'GET',
        `/v1/tags/${slug}/timeline?${asked}&after=${data.page.next}`,
      )
      return [...data.data, ...rest2.data.data].map((story) => story.id)
    }
    expect(await nodes({})).toEqual(ids)
    expect(await nodes({ newestFirst: 'true' })).toEqual([...ids].reverse())
    const query =
      'query ($slug: String!, $after: String, $newestFirst: Boolean) { tag(slug: $slug) { storyline { timeline(first: 3, after: $after, newestFirst: $newestFirst) { nodes { id } pageInfo { endCursor } } } } }'
    type Page = { storyline: { timeline: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } }
    for (const newestFirst of [false, true]) {
      const one = (await graphql<Page>(query, { slug, newestFirst })).data.storyline.timeline
      const two = (await graphql<Page>(query, { slug, newestFirst, after: one.pageInfo.endCursor })).data.storyline
        .timeline
      const all = [...one.nodes, ...two.nodes].map((story) => story.id)
      expect(all).toEqual(newestFirst ? [...ids].reverse() : ids)
    }
  })

  it('and their number, on both faces, when it is asked for', async () => {
    const { id, slug } = await storyline()
    await parts(id, 4)
    await stories.draft({ tagIds: [id], headline: 'Secret part' })
    const asked = await rest<{ page: Facts }>('GET', `/v1/tags/${slug}/timeline?first=1&include=totalCount`)
    expect(asked.data.page).toMatchObject({ totalCount: { count: 4, exact: true } })
    const query =
      'query ($slug: String!) { tag(slug: $slug) { storyline { timeline(first: 1) { totalCount { count exact } } } } }'
    const { data } = await graphql<{ storyline: unknown }>(query, { slug })
    expect(data.storyline).toEqual({ timeline: { totalCount: { count: 4, exact: true } } })
    expect((await rest<{ page: Facts }>('GET', `/v1/tags/${slug}/timeline`)).data.page).toEqual({ next: null })
    expect((await rest('GET', `/v1/tags/${slug}/timeline?include=body`)).code).toBe('invalid_input')
  })

  it('and the timeline of a tag of another type is not found', async () => {
    const { slug } = await make.tag({ isPublic: true })
    for (const key of [slug, 'nowhere']) expect((await rest('GET', `/v1/tags/${key}/timeline`)).code).toBe('not_found')
    const { slug: own } = await storyline({ isPublic: true })
    expect((await rest('GET', `/v1/tags/${own}/timeline?first=101`)).code).toBe('limit_exceeded')
    expect((await rest('GET', `/v1/tags/${own}/timeline?tag=x`)).code).toBe('unknown_parameter')
  })
})

describe('two running stories that are merged', () => {
  it('are one: what the remaining one says stands, and the other fills what it does not say', async () => {
    const [from, into] = [
      await storyline({ storyline: { status: 'CONCLUDED', summary: 'From.' } }),
      await storyline({ storyline: { status: 'DORMANT' } }),
    ]
    const [lead = ''] = await parts(from.id, 1)
    await parts(into.id, 1)
    await rest('PATCH', `${path}/${from.id}`, { as, body: { storyline: { leadArticleId: lead } } })
    const merged = await rest('POST', `${path}/${from.id}/merge`, { as, body: { intoId: into.id } })
    expect(merged.data).toMatchObject({ storyline: { status: 'DORMANT', summary: 'From.', leadArticleId: lead } })
    expect(await told(into.slug)).toEqual({ status: 'DORMANT', summary: 'From.', lead: { id: lead } })
    expect((await rest('GET', `${path}/${from.id}`, { as })).data).toMatchObject({ storyline: untold })
  })

  it('go into a tag of another type without what was said of them', async () => {
    const [from, into] = [await storyline({ storyline: { summary: 'From.' } }), await make.tag()]
    const merged = await rest('POST', `${path}/${from.id}/merge`, { as, body: { intoId: into.id } })
    expect(merged.data).toMatchObject({ storyline: null })
  })
})

interface Thread {
  storyline: { tag: { id: string }; newest: { id: string } | null } | null
  replaces: { id: string } | null
  replacedBy: { id: string } | null
}
const threadFields = 'storyline { tag { id } newest { id } } replaces { id } replacedBy { id }'
const idOf = (link: { id: string } | null) => link && { id: link.id }
const threadIn = ({ storyline: line, replaces, replacedBy }: Thread): Thread => ({
  storyline: line && { tag: { id: line.tag.id }, newest: idOf(line.newest) },
  ...{ replaces: idOf(replaces), replacedBy: idOf(replacedBy) },
})
/** Where a story stands among others, on both faces alike. */
const thread = async (id: string): Promise<Thread> => {
  const { data } = await rest<Thread>('GET', `/v1/articles/${id}`)
  const { data: twin } = await graphql<Thread>(`query ($id: ID!) { article(id: $id) { ${threadFields} } }`, { id })
  expect(twin).toEqual(threadIn(data))
  return twin
}

describe('a story knows', () => {
  it('the newest of its running story, by the first of its tags that names one', async () => {
    const [line, later, topic] = [await storyline(), await storyline(), await make.tag()]
    const [first = '', second = ''] = await parts(line.id, 2)
    expect(await thread(first)).toMatchObject({ storyline: { tag: { id: line.id }, newest: { id: second } } })
    expect(await thread(second)).toMatchObject({ storyline: { tag: { id: line.id }, newest: null } })
    await stories.revise(first, { tagIds: [topic.id, line.id, later.id] })
    await stories.publish(first)
    const [third = ''] = await parts(line.id, 1)
    expect((await thread(first)).storyline).toEqual({ tag: { id: line.id }, newest: { id: third } })
    await stories.withdraw(third)
    expect((await thread(first)).storyline?.newest).toEqual({ id: second })
    expect((await thread((await stories.live({ tagIds: [topic.id] })).id)).storyline).toBeNull()
  })

  it('what it replaced and what replaced it, as long as that is live', async () => {
    const old = await stories.live()
    setClock(1)
    const update = await stories.live({ replacesId: old.id.toUpperCase() })
    expect(await thread(update.id)).toMatchObject({ replaces: { id: old.id }, replacedBy: null })
    expect(await thread(old.id)).toMatchObject({ replaces: null, replacedBy: { id: update.id } })
    setClock(1)
    const newer = await stories.live({ replacesId: old.id })
    expect((await thread(old.id)).replacedBy).toEqual({ id: newer.id })
    await stories.withdraw(newer.id)
    expect((await thread(old.id)).replacedBy).toEqual({ id: update.id })
    await stories.withdraw(old.id)
    expect((await thread(update.id)).replaces).toBeNull()
    await stories.publish(old.id)
    await stories.revise(update.id, { replacesId: null })
    expect((await thread(old.id)).replacedBy, 'saving shows nothing').toEqual({ id: update.id })
    await stories.publish(update.id)
    expect((await thread(old.id)).replacedBy).toBeNull()
  })

  it('of drafts nothing', async () => {
    const draft = await stories.draft({ headline: 'Secret words', slug: 'secret-slug' })
    const { id } = await stories.live({ replacesId: draft.id })
    await stories.draft({ replacesId: id, headline: 'Secret update' })
    const { text } = await rest('GET', `/v1/articles/${id}`)
    expect(text).not.toMatch(/secret/i)
    expect(text).not.toContain(draft.id)
    expect(await thread(id)).toEqual({ storyline: null, replaces: null, replacedBy: null })
  })

  it('the same in a preview', async () => {
    const line = await storyline()
    const [newest = ''] = await parts(line.id, 1)
    const old = await stories.live()
    const draft = await stories.draft({ replacesId: old.id, tagIds: [line.id] })
    const { token } = await linksOf(news).link(draft.id)
    const expected = {
      storyline: { tag: { id: line.id }, newest: { id: newest } },
      replaces: { id: old.id },
      replacedBy: null,
    }
    expect(threadIn((await rest<Thread>('GET', `/v1/preview/${token}`)).data)).toEqual(expected)
    const query = `query ($token: String!) { preview(token: $token) { ${threadFields} } }`
    expect((await graphql<Thread>(query, { token })).data).toEqual(expected)
  })
})

describe('what a story replaces', () => {
  const at = '/v1/editorial/articles'
  const revise =
    'mutation ($id: ID!, $input: ArticlePatch!) { reviseArticle(id: $id, input: $input) { content { replacesId } } }'
  const revising = (id: string, replacesId: string) => {
    const input = { replacesId }
    return { as, patch: `${at}/${id}`, body: input, query: revise, variables: { id, input } } as const
  }

  scenario('exists', async () => ({
    ...revising((await stories.draft()).id, '0192a1b0-0000-7000-8000-00000000ffff'),
    ...({ status: 422, refused: 'missing_reference', paths: ['replacesId'], events: {} } as const),
  }))

  scenario('is not itself', async () => {
    const { id } = await stories.draft()
    return { ...revising(id, id), status: 409, refused: 'conflict', paths: ['replacesId'], events: {} } as const
  })

  scenario('does not lead back to it', async () => {
    const { id } = await stories.draft()
    const second = await stories.draft({ replacesId: id })
    const third = await stories.draft({ replacesId: second.id })
    return { ...revising(id, third.id), status: 409, refused: 'conflict', paths: ['replacesId'], events: {} } as const
  })

  it('does not lead back when two are saved at once', async () => {
    const [one, two] = [await stories.draft(), await stories.draft()]
    const answers = await Promise.all([
      rest('PATCH', `${at}/${one.id}`, { as, body: { replacesId: two.id } }),
      rest('PATCH', `${at}/${two.id}`, { as, body: { replacesId: one.id } }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('stands in its revisions and in what is different between them', async () => {
    const [old, { id }] = [await stories.draft(), await stories.draft()]
    await events()
    await stories.revise(id, { replacesId: old.id })
    const { data } = await rest<{ fields: Facts[] }>('GET', `${at}/${id}/diff?from=1&to=2`, { as })
    expect(data.fields).toEqual([{ field: 'replacesId', before: null, after: old.id }])
    expect(
      (await graphql('query ($id: ID!) { articleDraft(id: $id) { content { replacesId } } }', { id }, { as })).data,
    ).toEqual({
      content: { replacesId: old.id },
    })
  })
})
