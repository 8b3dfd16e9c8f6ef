import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { editorialRules } from '../helpers/editorial-rules.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, db, events } = news
const stories = storyMakers(news)
afterAll(news.close)

const path = '/v1/editorial/fronts'
const as = 'editor'
const asks = asksOf('Front', path)
const { creating, changing } = asks

let made = 0
const front = async (input: Facts = {}) => {
  const answer = await rest<Facts & { id: string; version: number }>('POST', path, {
    as,
    body: { name: `Front ${++made}`, ...input },
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.data
}
const someId = '0192a1b0-0000-7000-8000-00000000ffff'

editorialRules(news, {
  asks,
  input: { name: 'World' },
  wrong: [
    ['name', ''],
    ['name', null],
    ['name', 'two\nlines'],
    ['slug', 'Not A Slug'],
    ['locale', 'English'],
    ['size', 0],
    ['size', 101],
    ['slots', Array(101).fill({})],
    ['slots', [{ articleId: 'nonsense' }], 'slots[0].articleId'],
    ['slots', [{ headline: 'Words for nothing' }], 'slots[0].articleId'],
    ['slots', [{ isSticky: true }], 'slots[0].articleId'],
    ['backfill', { tags: [{ any: [] }] }, 'backfill.tags[0].any'],
    ['backfill', { locales: [{ any: ['gibberish'] }] }, 'backfill.locales[0].any[0]'],
    ['backfill', { tags: Array(21).fill({ any: ['x'] }) }, 'backfill.tags'],
  ],
  least: { create: 'editor', update: 'editor' },
  make: () => front(),
  count: () => db.front.count(),
})

describe('what stands on a front', () => {
  scenario('is a story once, and a sticky one within its size', async () => {
    const { id } = await stories.draft()
    const other = await stories.draft()
    return {
      ...{
        as,
        ...creating({
          name: 'Twice',
          size: 2,
          slots: [{ articleId: id }, { articleId: id.toUpperCase() }, { articleId: other.id, isSticky: true }],
        }),
      },
      ...{ status: 400, refused: 'invalid_input', events: {}, paths: ['slots[1].articleId', 'slots[2].isSticky'] },
    } as const
  })

  scenario('exists, and its picture is a picture', async () => {
    const [tag, film] = [await make.tag(), await make.media({ type: 'VIDEO' })]
    const slots = [{ articleId: someId }, { articleId: (await stories.draft()).id, image: { mediaId: film.id } }]
    const backfill = {
      tags: [{ any: [tag.slug, 'no-such-tag'] }],
      sections: [{ none: [tag.id] }],
      authors: [{ all: [someId] }],
    }
    return {
      ...{
        as,
        ...creating({ name: 'Missing', slots, backfill }),
        status: 422,
        refused: 'missing_reference',
        events: {},
      },
      paths: [
        ...['slots[0].articleId', 'slots[1].image.mediaId', 'backfill.tags[0].any[1]'],
        ...['backfill.sections[0].none[0]', 'backfill.authors[0].all[0]'],
      ],
    } as const
  })

  it('is kept whole, with ids for the slugs of its backfill, on both faces alike', async () => {
    const [tag, picture, story] = [await make.tag(), await make.media(), await stories.draft()]
    const slot = {
      articleId: story.id,
      headline: 'For this place',
      kicker: null,
      isSticky: true,
      until: '2027-01-01T00:00:00.000Z',
    }
    const input = {
      ...{
        name: 'Whole',
        locale: 'en',
        size: 5,
        backfill: { tags: [{ any: [tag.slug] }], locales: [{ none: ['kk'] }] },
      },
      slots: [{ ...slot, image: { mediaId: picture.id, alt: 'A quay' } }, {}],
    }
    const data = await front(input)
    const terms = { any: null, all: null, none: null }
    const kept = {
      ...{ name: 'Whole', slug: 'whole', locale: 'en', size: 5, liveNumber: null, hasChanges: true, version: 1 },
      backfill: {
        tags: [{ ...terms, any: [tag.id] }],
        sections: [],
        authors: [],
        locales: [{ ...terms, none: ['kk'] }],
      },
      slots: [
        { ...slot, image: { mediaId: picture.id, alt: 'A quay' } },
        { articleId: null, headline: null, kicker: null, image: null, isSticky: false, until: null },
      ],
    }
    expect(data).toMatchObject(kept)
    const keys = '{ any all none }'
    const { data: twin } = await graphql(
      `query ($id: ID!) { frontRecord(id: $id) { id name slug locale size liveNumber hasChanges version createdBy
        backfill { tags ${keys} sections ${keys} authors ${keys} locales ${keys} }
        slots { articleId headline kicker isSticky until image { mediaId alt } } } }`,
      { id: data.id },
      { as },
    )
    expect(twin).toMatchObject(kept)
  })
})

scenario('a slug that is taken is refused', async () => {
  await front({ slug: 'taken' })
  return { as, ...creating({ name: 'Again', slug: 'taken' }), status: 409, refused: 'slug_taken', events: {} } as const
})

it('two fronts that want the same name at once get slugs of their own', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => rest('POST', path, { as, body: { name: 'Same Name' } })))
  expect(answers.map(({ data }) => data.slug).sort()).toEqual(['same-name', 'same-name-2', 'same-name-3'])
})

describe('publishing', () => {
  const verb = (name: string, id: string, body: Facts = {}, headers = {}) =>
    rest<Facts & { slots: Facts[] }>('POST', `${path}/${id}/${name}`, { as, body, headers })
  const shown = async (slug: unknown) =>
    (await rest<{ name: string; version: number }>('GET', `/v1/fronts/${slug}`)).data
  const document = (name: string) =>
    `mutation ($id: ID!, $version: Int) { ${name}(id: $id, expectedVersion: $version, note: "because") { id liveNumber hasChanges version name } }`

  it('shows what is being worked on, and saving shows nothing', async () => {
    const { id, slug } = await front({ name: 'First words' })
    expect((await rest('GET', `/v1/fronts/${slug}`)).status).toBe(404)
    await events()
    expect((await verb('publish', id)).data).toMatchObject({ liveNumber: 1, hasChanges: false, version: 2 })
    expect(await events()).toEqual({ 'front.published': 1 })
    expect(await shown(slug)).toMatchObject({ name: 'First words', version: 1 })
    const saved = await rest('PATCH', `${path}/${id}`, { as, body: { name: 'Second words' } })
    expect(saved.data).toMatchObject({ hasChanges: true, liveNumber: 1 })
    expect(await shown(slug)).toMatchObject({ name: 'First words' })
    const { data } = await graphql(document('publishFront'), { id, version: 3 }, { as })
    expect(data).toMatchObject({ liveNumber: 2, hasChanges: false, version: 4 })
    expect(await shown(slug)).toMatchObject({ name: 'Second words', version: 2 })
  })

  it('is undone step by step to what readers saw before, and what is being worked on stays', async () => {
    const { id, slug } = await front({ name: 'One' })
    const rename = (name: string) => rest('PATCH', `${path}/${id}`, { as, body: { name } })
    await verb('publish', id)
    await rename('Two')
    await verb('publish', id)
    await rename('Three')
    await verb('publish', id)
    const undone = await graphql(document('undoFront'), { id }, { as })
    expect(undone.data).toMatchObject({ liveNumber: 2, hasChanges: true, name: 'Three' })
    expect(await shown(slug)).toMatchObject({ name: 'Two', version: 2 })
    await rename('Four')
    await verb('publish', id)
    expect(await shown(slug)).toMatchObject({ name: 'Four', version: 4 })
    await verb('undo', id)
    expect(await shown(slug), 'what readers saw before the fourth').toMatchObject({ name: 'Two', version: 2 })
    await verb('undo', id)
    await events()
    expect((await verb('undo', id)).data).toMatchObject({ liveNumber: null })
    expect(await events()).toEqual({ 'front.withdrawn': 1 })
    expect((await rest('GET', `/v1/fronts/${slug}`)).status).toBe(404)
    expect((await graphql('query ($slug: String!) { front(slug: $slug) { id } }', { slug })).data).toBeNull()
    expect(await verb('undo', id)).toMatchObject({ status: 409, code: 'conflict' })
    expect(await events()).toEqual({})
  })

  it('keeps every revision, and an older one can be worked on again', async () => {
    const { id } = await front({ name: 'Old' })
    await verb('publish', id, { note: 'Morning' })
    await rest('PATCH', `${path}/${id}`, { as, body: { name: 'New' } })
    await verb('publish', id)
    const { data } = await rest<{ data: Facts[] }>('GET', `${path}/${id}/revisions`, { as: 'contributor' })
    expect(data.data).toMatchObject([
      { number: 2, name: 'New', isLive: true, previousNumber: 1, note: null, createdBy: 'key:editor' },
      { number: 1, name: 'Old', isLive: false, previousNumber: null, note: 'Morning' },
    ])
    const twin = await graphql<{ revisions: { nodes: Facts[]; pageInfo: Facts } }>(
      'query ($id: ID!) { frontRecord(id: $id) { revisions(first: 1) { nodes { number name isLive } pageInfo { hasNextPage } } } }',
      { id },
      { as },
    )
    expect(twin.data.revisions).toMatchObject({
      nodes: [{ number: 2, name: 'New', isLive: true }],
      pageInfo: { hasNextPage: true },
    })
    expect((await verb('revisions/1/restore', id)).data).toMatchObject({ name: 'Old', liveNumber: 2, hasChanges: true })
    for (const number of ['0', '3', '1e0', '99999999999'])
      expect((await verb(`revisions/${number}/restore`, id)).status).toBe(404)
    const restored = await graphql(
      'mutation ($id: ID!) { restoreFront(id: $id, number: 2) { name hasChanges } }',
      { id },
      { as },
    )
    expect(restored.data).toEqual({ name: 'New', hasChanges: false })
  })

  it('and undoing on an older copy are refused', async () => {
    const { id } = await front()
    await verb('publish', id)
    for (const name of ['publish', 'undo', 'revisions/1/restore'])
      expect(await verb(name, id, {}, { 'if-match': '"1"' })).toMatchObject({ status: 412, code: 'stale_version' })
    for (const name of ['publishFront', 'undoFront'])
      expect((await graphql(document(name), { id, version: 1 }, { as })).code).toBe('stale_version')
    expect((await rest('DELETE', `${path}/${id}`, { as, headers: { 'if-match': '"1"' } })).code).toBe('stale_version')
  })

  it('ten times at once makes ten revisions, each behind the one before', async () => {
    const { id } = await front()
    await Promise.all(Array.from({ length: 10 }, () => verb('publish', id)))
    const rows = await db.frontRevision.findMany({ where: { frontId: id }, orderBy: { number: 'asc' } })
    expect(rows.map(({ number, previousNumber }) => [number, previousNumber])).toEqual(
      Array.from({ length: 10 }, (_, index) => [index + 1, index || null]),
    )
  })
})

it('a deleted front is gone from readers, with its revisions', async () => {
  const { id, slug } = await front()
  await rest('POST', `${path}/${id}/publish`, { as, body: {} })
  expect((await rest('GET', `/v1/fronts/${slug}`)).status).toBe(200)
  await events()
  expect((await rest('DELETE', `${path}/${id}`, { as })).status).toBe(204)
  expect(await events()).toEqual({ 'front.deleted': 1 })
  expect((await rest('GET', `/v1/fronts/${slug}`)).status).toBe(404)
  expect(await db.frontRevision.count({ where: { frontId: id } })).toBe(0)
  const other = await front()
  expect((await graphql('mutation ($id: ID!) { deleteFront(id: $id) }', { id: other.id }, { as })).data).toBe(other.id)
})

it('a new slug leads to a live front at once, and the former nowhere', async () => {
  const { id } = await front({ slug: 'before' })
  await rest('POST', `${path}/${id}/publish`, { as, body: {} })
  expect((await rest('GET', '/v1/fronts/before')).status).toBe(200)
  expect((await rest('GET', '/v1/fronts/after')).status).toBe(404)
  await rest('PATCH', `${path}/${id}`, { as, body: { slug: 'after' } })
  expect((await rest('GET', '/v1/fronts/before')).status).toBe(404)
  expect((await rest('GET', '/v1/fronts/after')).data).toMatchObject({ id })
})

describe('what a front uses', () => {
  it('is told with the front, and cannot be deleted while the front has it', async () => {
    const [tag, picture, author, story] = [
      await make.tag(),
      await make.media(),
      await make.author(),
      await stories.draft(),
    ]
    const slots = [{ articleId: story.id, image: { mediaId: picture.id } }]
    const { id, name } = await front({
      slots,
      backfill: { tags: [{ none: [tag.slug] }], authors: [{ any: [author.id] }] },
    })
    await rest('POST', `${path}/${id}/publish`, { as, body: {} })
    await rest('PATCH', `${path}/${id}`, { as, body: { slots: [] } })
    for (const [at, where] of [
      [`media/${picture.id}`, ['LIVE']],
      [`tags/${tag.id}`, ['HEAD', 'LIVE']],
      [`authors/${author.id}`, ['HEAD', 'LIVE']],
    ] as const) {
      const uses = await rest('GET', `/v1/editorial/${at}/uses`, { as })
      expect(uses.data).toEqual({ count: 1, items: [{ kind: 'FRONT', id, name, status: null, where }] })
      expect(await rest('DELETE', `/v1/editorial/${at}`, { as })).toMatchObject({ status: 409, code: 'in_use' })
    }
    await rest('DELETE', `${path}/${id}`, { as })
    for (const at of [`media/${picture.id}`, `tags/${tag.id}`, `authors/${author.id}`])
      expect((await rest('DELETE', `/v1/editorial/${at}`, { as })).status).toBe(204)
  })

  it('is never deleted while a front is being saved with it', async () => {
    for (let n = 0; n < 5; n++) {
      const picture = await make.media()
      const { id } = await front()
      const slots = [{ articleId: (await stories.draft()).id, image: { mediaId: picture.id } }]
      const [saved, deleted] = await Promise.all([
        rest('PATCH', `${path}/${id}`, { as, body: { slots } }),
        rest('DELETE', `/v1/editorial/media/${picture.id}`, { as }),
      ])
      expect([200, 422]).toContain(saved.status)
      expect(deleted.status).toBe(saved.status === 200 ? 409 : 204)
    }
  })

  it('keeps its type while it is a picture', async () => {
    const picture = await make.media()
    await front({ slots: [{ articleId: (await stories.draft()).id, image: { mediaId: picture.id } }] })
    const changed = await rest('PATCH', `/v1/editorial/media/${picture.id}`, { as, body: { type: 'AUDIO' } })
    expect(changed.code).toBe('conflict')
  })
})

it('mirrors hear of fronts that readers see, and of nothing else', async () => {
  const { id, slug } = await front()
  await rest('PATCH', `${path}/${id}`, { as, body: { size: 3 } })
  const rows = await db.journalEntry.findMany({ where: { subjectId: id, isPublic: true } })
  expect(rows).toEqual([])
  await rest('POST', `${path}/${id}/publish`, { as, body: {} })
  const page = async (since = ''): Promise<Facts[]> => {
    const { data } = await rest<{ data: Facts[]; page: { next: string; hasMore: boolean } }>(
      'GET',
      `/v1/changes?first=100${since}`,
    )
    return data.page.hasMore ? [...data.data, ...(await page(`&since=${data.page.next}`))] : data.data
  }
  const changes = (await page()).filter(({ subjectId }) => subjectId === id)
  expect(changes).toMatchObject([{ type: 'front.published', kind: 'FRONT', slug, path: null, isGone: false }])
})

scenario('a change asks for nothing that is not known', async () => ({
  ...{
    as,
    ...changing((await front()).id, { slots: [{ nonsense: 1 }] }),
    status: 400,
    refused: 'invalid_input',
    events: {},
  },
}))
