import { afterAll, expect, it } from 'vitest'
import { toStoryMedia } from '../../src/media/published.ts'
import { testNewsroom } from '../helpers/app.ts'
import { editorialRules } from '../helpers/editorial-rules.ts'
import { idsByPages } from '../helpers/rules/lists.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, db } = news
afterAll(news.close)

const path = '/v1/editorial/media'
const as = 'author'
const asks = asksOf('Media', path)
const { changing } = asks
const url = 'https://media.example/steppe.jpg'

editorialRules(news, {
  asks,
  input: { type: 'IMAGE', url },
  wrong: [
    ['type', 'PICTURE'],
    ['type', null],
    ['url', null],
    ...[
      '',
      'steppe.jpg',
      '/steppe.jpg',
      '//media.example/x',
      'ftp://media.example/x',
      'javascript:alert(1)',
      'https://user:pass@media.example/x',
      'https://',
      'data:image/png;base64,AA',
    ].map((bad): [string, unknown] => ['url', bad]),
    ['url', `https://media.example/${'x'.repeat(2_000)}`],
    ['mimeType', 'jpeg'],
    ['mimeType', 'image/jpeg; q=1'],
    ['width', 0],
    ['width', 100_001],
    ['height', -1],
    ['height', 1.5],
    ['durationSeconds', -0.1],
    ['durationSeconds', 1_000_001],
    ['alt', ''],
    ['alt', 'x'.repeat(1_001)],
    ['caption', 'x'.repeat(2_001)],
    ['credit', 'x'.repeat(301)],
    ['focalPoint', { x: 1.1, y: 0 }, 'focalPoint.x'],
    ['focalPoint', { x: 0, y: -0.1 }, 'focalPoint.y'],
  ],
  least: { create: 'contributor', update: 'author' },
  make: () => make.media(),
  count: () => db.mediaAsset.count(),
})

const whole = {
  type: 'VIDEO',
  url: 'https://media.example/видео.mp4?x=1#t=5',
  mimeType: 'video/mp4',
  width: 1920,
  height: 1080,
  durationSeconds: 12.5,
  alt: 'A road.',
  caption: 'Two\nlines, ünïcödé 🦅',
  credit: 'A / B',
  focalPoint: { x: 0, y: 1 },
}

scenario('an asset is made whole, on either face', {
  as: 'contributor',
  post: path,
  body: whole,
  query:
    'mutation ($input: MediaInput!) { createMedia(input: $input) { type url mimeType width height durationSeconds alt caption credit focalPoint { x y } version } }',
  variables: { input: whole },
  status: 201,
  shows: { ...whole, version: 1 },
  events: { 'media.created': 1 },
})

it('what is not given is null, on either face', async () => {
  const { id } = await make.media({ mimeType: null })
  const empty = {
    mimeType: null,
    width: null,
    height: null,
    durationSeconds: null,
    alt: null,
    caption: null,
    credit: null,
    focalPoint: null,
  }
  expect((await rest('GET', `${path}/${id}`, { as })).data).toMatchObject(empty)
  const query =
    'query ($id: ID!) { mediaRecord(id: $id) { mimeType width height durationSeconds alt caption credit focalPoint { x y } } }'
  expect((await graphql(query, { id }, { as })).data).toEqual(empty)
})

it('a change leaves what is left out, and null empties', async () => {
  const { id } = await make.media({ alt: 'A road.', focalPoint: { x: 0.5, y: 0.5 } })
  const changed = await rest('PATCH', `${path}/${id}`, { as, body: { credit: 'C' } })
  expect(changed.data).toMatchObject({ alt: 'A road.', credit: 'C', focalPoint: { x: 0.5, y: 0.5 }, version: 2 })
  const emptied = await graphql(
    'mutation ($id: ID!) { updateMedia(id: $id, input: { alt: null, focalPoint: null }) { alt credit focalPoint { x } version } }',
    { id },
    { as },
  )
  expect(emptied.data).toEqual({ alt: null, credit: 'C', focalPoint: null, version: 3 })
})

it('a change writes its event and moves only the time of change', async () => {
  const { id, createdAt } = await make.media()
  await news.events()
  news.setClock(5)
  const { data } = await rest('PATCH', `${path}/${id}`, { as, body: { credit: 'C' } })
  expect(data).toMatchObject({ createdAt: createdAt.toISOString(), changedAt: news.now().toISOString() })
  expect(await news.events()).toEqual({ 'media.updated': 1 })
})

scenario('an asset in use keeps its type', async () => {
  const { id } = await make.media()
  await make.author({ avatarId: id })
  const input = { type: 'VIDEO' }
  return {
    as,
    ...changing(id, input),
    status: 409,
    refused: 'conflict',
    events: {},
  }
})

it('an asset that nobody uses may change its type', async () => {
  const { id } = await make.media()
  expect((await rest('PATCH', `${path}/${id}`, { as, body: { type: 'FILE' } })).data.type).toBe('FILE')
})

it('an avatar chosen while its asset changes type is never left without a picture', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await make.media()
    const [, made] = await Promise.all([
      rest('PATCH', `${path}/${id}`, { as, body: { type: 'AUDIO' } }),
      rest('POST', '/v1/editorial/authors', { as: 'editor', body: { name: 'Racer', avatarId: id } }),
    ])
    const { type } = await db.mediaAsset.findUniqueOrThrow({ where: { id } })
    expect(made.status === 201).toBe(type === 'IMAGE')
  }
})

it('the list is newest first, also page by page and of one type', async () => {
  for (const type of ['AUDIO', 'FILE', 'AUDIO', 'AUDIO', 'FILE']) {
    news.setClock(1)
    await make.media({ type })
    await make.media({ type })
  }
  const ids = await idsByPages(rest, `${path}?first=4&type=AUDIO`, as)
  const rows = await db.mediaAsset.findMany({
    where: { type: 'AUDIO' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  expect(ids).toEqual(rows.map(({ id }) => id))
  const query = '{ mediaRecords(first: 100, type: AUDIO) { nodes { id } } }'
  expect((await graphql<{ nodes: { id: string }[] }>(query, {}, { as })).data.nodes.map(({ id }) => id)).toEqual(ids)
})

scenario('an unknown type is refused', {
  as,
  get: `${path}?type=PICTURE`,
  status: 400,
  refused: 'invalid_input',
  paths: ['type'],
  inBody: ['AUDIO'],
})

it('readers have no list of media', async () => {
  expect((await rest('GET', '/v1/media')).status).toBe(404)
})

it("a story's words stand for the asset's, one by one", async () => {
  const asset = { id: 'x', ...whole, type: 'VIDEO' as const }
  expect(toStoryMedia(asset, null)).toEqual(asset)
  expect(toStoryMedia(asset, { alt: 'Here', caption: null, credit: null })).toEqual({ ...asset, alt: 'Here' })
})
