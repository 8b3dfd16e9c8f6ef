import type { Canaries } from './canaries.ts'
import type { Desk } from './desk.ts'
import type { PublicHalf } from './public-half.ts'
import { words } from './public-half.ts'
import { postWith, type References, type Say, storyWith } from './stories.ts'

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

/** Every kind of thing that staff write and readers must not see; readers see no other byte than before. */
export async function makeHiddenHalf(desk: Desk, canaries: Canaries, world: PublicHalf): Promise<void> {
  let at = 0
  // A word that live stories have as well: what is counted and found must not change by it.
  const say: Say = (where) =>
    `${canaries.hide(where)}${where.startsWith('slug') ? '' : ` ${words[at++ % words.length]}`}`
  await makeDrafts(desk, canaries, world, say)
  await reviseLive(desk, canaries, world, say)
  await makePosts(desk, canaries, world, say)
  await makeFronts(desk, canaries, world, say)
  await makeStaff(desk, canaries)
}

/** References as a story of the public half has them, and as one that shows what nobody may see. */
function referencesOf({
  authors,
  sections,
  tags,
  images,
  videoId,
  stories,
  hidden,
}: PublicHalf): [References, References] {
  const linked = stories.slice(0, 2).map(({ id }) => id)
  return [
    {
      ...{ authorId: authors[0]?.id ?? '', sectionId: sections[0]?.id ?? '', tagIds: tags.map(({ id }) => id) },
      ...{ imageId: images[0] ?? '', videoId, linked: [...linked, hidden.storyId] },
    },
    {
      ...{ authorId: hidden.authorId, sectionId: null, tagIds: hidden.tagIds },
      ...{ imageId: hidden.imageId, videoId: hidden.videoId, linked },
    },
  ]
}

async function makeDrafts(
  desk: Desk,
  { hide, hideId, hideText }: Canaries,
  world: PublicHalf,
  say: Say,
): Promise<void> {
  const note = (of: string) => ({ note: hide(`note of ${of}`) })
  const ends: [string, (id: string) => Promise<unknown>][] = [
    ['a draft', (id) => desk.patch(`/articles/${id}`, { kicker: say('kicker of a draft'), autosave: true })],
    ['a story in review', (id) => desk.post(`/articles/${id}/submit`, note('a submission'))],
    [
      'an approved story',
      async (id) => {
        await desk.post(`/articles/${id}/submit`, note('a submission'))
        await desk.post(`/articles/${id}/approve`, note('an approval'))
      },
    ],
    [
      'a rejected story',
      async (id) => {
        await desk.post(`/articles/${id}/submit`, note('a submission'))
        await desk.post(`/articles/${id}/reject`, note('a rejection'))
      },
    ],
    [
      'a scheduled story',
      (id) => desk.post(`/articles/${id}/schedule`, { action: 'PUBLISH', at: tomorrow(), ...note('a schedule') }),
    ],
    [
      'a story under embargo',
      (id) => desk.post(`/articles/${id}/embargo`, { until: tomorrow(), ...note('an embargo') }),
    ],
    [
      'a story with a preview',
      async (id) => {
        const { token, url } = await desk.post(`/articles/${id}/preview-token`, note('a preview'))
        for (const text of [token, url]) if (typeof text === 'string') hideText('token of a preview', text)
      },
    ],
    [
      'a killed draft',
      (id) => desk.post(`/articles/${id}/kill`, { reason: hide('reason of a killed draft'), ...note('a kill') }),
    ],
    ['a locked story', (id) => desk.put(`/articles/${id}/lock`, { seconds: 900 })],
  ]
  const both = referencesOf(world)
  for (const [n, [name, end]] of ends.entries()) {
    const references = both[n % 2] ?? both[0]
    const target = world.stories[n % world.stories.length]?.id
    const { id } = await desk.post('/articles', {
      ...storyWith(say, name, references),
      ...note('a revision of a draft'),
      ...(n % 3 === 0 && { replacesId: target }),
      ...(n % 3 === 1 && { translationOf: target, locale: 'kk' }),
      ...(n % 3 === 2 && { liveBlog: { startsAt: '2026-01-08T09:00:00Z' } }),
    })
    hideId(name, id)
    await end(id)
  }
}

/** Newer revisions of live stories, one of them scheduled. */
async function reviseLive(desk: Desk, { hide, hideText }: Canaries, world: PublicHalf, say: Say): Promise<void> {
  for (const [n, { id }] of [...world.stories.slice(0, 6), world.liveBlog].entries()) {
    const references = referencesOf(world)[n % 2]
    if (!references) continue
    const linked = references.linked.filter((each) => each !== id)
    const name = `a newer revision of live story ${n}`
    await desk.patch(`/articles/${id}`, {
      ...storyWith(say, name, { ...references, linked }),
      ...{
        note: hide(`note of ${name}`),
        liveBlog: { startsAt: '2026-01-08T09:00:00Z', endsAt: '2026-01-09T09:00:00Z' },
      },
      replacesId: world.stories[7]?.id,
    })
    if (n === 1)
      await desk.post(`/articles/${id}/schedule`, {
        action: 'PUBLISH',
        at: tomorrow(),
        note: hide('note of a scheduled revision'),
      })
    const { token } = await desk.post(`/articles/${id}/preview-token`, {})
    hideText('token of a preview', String(token))
  }
}

async function makePosts(desk: Desk, { hide, hideId }: Canaries, world: PublicHalf, say: Say): Promise<void> {
  const [open, closed] = referencesOf(world)
  for (const [n, references] of [open, closed].entries()) {
    const post = { ...postWith(say, `draft ${n} of a post`, references), note: hide('note of a draft of a post') }
    const { id } = await desk.post(`/articles/${world.liveBlog.id}/posts`, post)
    hideId('a draft of a post', id)
  }
  await desk.patch(`/posts/${world.liveBlog.postId}`, {
    ...{
      ...postWith(say, 'a newer revision of a live post', closed),
      note: hide('note of a newer revision of a post'),
    },
  })
}

async function makeFronts(desk: Desk, { hide, hideId }: Canaries, world: PublicHalf, say: Say): Promise<void> {
  const slots = [world.stories[1]?.id, world.hidden.storyId].map((articleId, n) => ({
    ...{ articleId, headline: say(`headline of place ${n} of a draft of a front`), kicker: say('kicker of a place') },
    image: { mediaId: n ? world.hidden.imageId : world.images[0], alt: say('alt of a place') },
  }))
  const backfill = { tags: [{ any: [world.hidden.tagIds[0]] }], locales: [{ any: ['xx'] }] }
  const { id } = await desk.post('/fronts', {
    name: say('name of a front'),
    slug: hide('slug of a front'),
    slots,
    backfill,
  })
  hideId('a front that is a draft', id)
  await desk.patch(`/fronts/${world.front.id}`, { name: say('newer name of a live front'), slots, backfill })
}

async function makeStaff(desk: Desk, { hide, hideId, hideText }: Canaries): Promise<void> {
  const password = hide('password of a user')
  const { id } = await desk.post('/users', {
    ...{
      email: `${hide('e-mail address of a user')}@news.example`,
      name: hide('name of a user'),
      role: 'editor',
      password,
    },
  })
  hideId('a user', id)
  const { key, record } = await desk.post('/api-keys', { name: hide('name of a key'), role: 'contributor' })
  hideText('a key', String(key))
  hideId('the record of a key', (record as { id: string }).id)
  const { id: webhookId, secret } = await desk.post('/webhooks', {
    ...{
      name: hide('name of a webhook'),
      url: `http://127.0.0.1:9/${hide('address of a webhook')}`,
      events: ['article.*'],
    },
  })
  hideId('a webhook', webhookId)
  hideText('secret of a webhook', String(secret))
}
