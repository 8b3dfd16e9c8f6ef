import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, type Face, facesOf, linkTo, paragraph, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { scenario, make, setClock, now } = news
const faces = facesOf(news)
const { draft, live, revise, publish } = storyMakers(news)
afterAll(news.close)

const _each = Object.entries(faces) as [string, Face][]

it('the first date stays, the displayed one is the editor’s, and each other date moves when it should', async () => {
  const { id } = await live()
  const first = now().toISOString()
  setClock(10)
  await publish(id)
  expect(await faces.graphql.article({ id })).toMatchObject({
    publishedAt: first,
    firstPublishedAt: first,
    updatedAt: first,
    modifiedAt: now().toISOString(),
  })
  setClock(10)
  await publish(id, { significant: true })
  const significant = now().toISOString()
  setClock(10)
  await revise(id, { publishedAt: '2026-01-07T12:00:00+05:00' })
  await publish(id)
  expect(await faces.rest.article({ id })).toMatchObject({
    publishedAt: '2026-01-07T07:00:00.000Z',
    firstPublishedAt: first,
    updatedAt: significant,
  })
})

it('a story older than the newsroom’s copy keeps its date as the first', async () => {
  const { id } = await live({ publishedAt: '1999-05-05T10:00:00Z' })
  expect(await faces.rest.article({ id })).toMatchObject({
    publishedAt: '1999-05-05T10:00:00.000Z',
    firstPublishedAt: '1999-05-05T10:00:00.000Z',
  })
})

it('both faces show the same story, field by field', async () => {
  const [section, tag, author] = [
    await make.tag({ type: 'SECTION', name: 'Harbour' }),
    await make.tag(),
    await make.author(),
  ]
  const [picture, video] = [
    await make.media({ alt: 'Rain', focalPoint: { x: 0.5, y: 0.25 } }),
    await make.media({ type: 'VIDEO', url: 'https://media.example/a.mp4', durationSeconds: 12.5 }),
  ]
  const other = await live({ leadMedia: { mediaId: picture.id } })
  const { id } = await live({
    headline: 'Everything at once',
    kicker: 'Weather',
    standfirst: 'All of it.',
    sectionId: section.id,
    tagIds: [tag.id],
    bylines: [{ authorId: author.id, role: 'Reporting', displayName: 'A. N. Other' }],
    leadMedia: { mediaId: picture.id, caption: 'Seen from here' },
    recommendedVideoId: video.id,
    related: [{ articleId: other.id }, { url: 'https://else.example/page', headline: 'Elsewhere' }],
    source: { name: 'Wire', url: 'https://wire.example/1', externalId: '1' },
    body: [paragraph('One link.', [linkTo(other.id)]), { _type: 'image', mediaId: picture.id }],
  })
  await live({ headline: 'Барлығы', locale: 'kk', translationOf: id })
  const [overRest, overGraphql] = [await faces.rest.article({ id }), await faces.graphql.article({ id })]
  expect(overGraphql).toEqual(overRest)
  expect(overRest?.translations).toHaveLength(1)
  const listed = (await faces.rest.list()).find((story) => story.id === id)
  expect((await faces.graphql.list()).find((story) => story.id === id)).toEqual(listed)
  expect(await faces.graphql.resolve('/harbour/everything-at-once')).toEqual(
    await faces.rest.resolve('/harbour/everything-at-once'),
  )
})

scenario('a draft cannot be withdrawn', async () => {
  const { id } = await draft()
  return {
    as,
    post: `/v1/editorial/articles/${id}/withdraw`,
    body: {},
    query: documents.withdraw,
    variables: { id },
    status: 409,
    refused: 'conflict',
    events: {},
  }
})
scenario('a story without text cannot go live', async () => {
  const { id } = await draft({ body: [] })
  return {
    as,
    post: `/v1/editorial/articles/${id}/publish`,
    body: {},
    query: documents.publish,
    variables: { id },
    status: 422,
    refused: 'not_publishable',
    paths: ['body'],
    events: {},
  }
})
scenario('a contributor may not publish', async () => {
  const { id } = await draft()
  return {
    as: 'contributor',
    post: `/v1/editorial/articles/${id}/publish`,
    body: {},
    query: documents.publish,
    variables: { id },
    status: 403,
    refused: 'forbidden',
    events: {},
  }
})
scenario('nobody revises without a key', async () => {
  const { id } = await draft()
  const input = { headline: 'Defaced' }
  return {
    patch: `/v1/editorial/articles/${id}`,
    body: input,
    query: documents.revise,
    variables: { id, input },
    status: 401,
    refused: 'unauthenticated',
    events: {},
  }
})
scenario('nobody lists drafts without a key', {
  get: '/v1/editorial/articles',
  query: '{ articleDrafts { nodes { id } } }',
  status: 401,
  refused: 'unauthenticated',
})

it('an event is written in the transaction of what it tells of: when it cannot be, nothing happened', async () => {
  const { id } = await draft({ headline: 'All or nothing' })
  await news.db
    .$executeRaw`CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$ LANGUAGE plpgsql`
  await news.db
    .$executeRaw`CREATE TRIGGER planted BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION refuse()`
  const answers = [
    await faces.rest.publish(id),
    await faces.graphql.revise(id, { headline: 'Half' }),
    await faces.rest.create({ headline: 'Half made' }),
  ]
  await news.db.$executeRaw`DROP TRIGGER planted ON journal_entry`
  expect(answers.map(({ code }) => code)).toEqual(['internal', 'internal', 'internal'])
  for (const { text } of answers) expect(text).not.toContain('planted')
  expect(await faces.rest.draft(id)).toMatchObject({ status: 'DRAFT', version: 1 })
  expect(await faces.rest.article({ id })).toBeNull()
  expect(await news.db.article.count({ where: { slug: 'half-made' } })).toBe(0)
})

it('when what happened cannot be kept, no event tells of it', async () => {
  const { id } = await draft()
  await news.events()
  // The database refuses at the very end, when the event has been written.
  await news.db
    .$executeRaw`CREATE CONSTRAINT TRIGGER planted AFTER INSERT OR UPDATE ON article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`
  const answers = [
    await faces.graphql.publish(id),
    await faces.rest.revise(id, { headline: 'Half' }),
    await faces.graphql.create({ headline: 'Half made' }),
  ]
  await news.db.$executeRaw`DROP TRIGGER planted ON article`
  expect(answers.map(({ code }) => code)).toEqual(['internal', 'internal', 'internal'])
  expect(await news.events()).toEqual({})
  expect(await faces.graphql.draft(id)).toMatchObject({ status: 'DRAFT', version: 1 })
})
