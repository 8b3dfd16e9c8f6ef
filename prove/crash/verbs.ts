import type { Random } from '../../bench/archive/random.ts'
import { takeOf } from './take.ts'
import type { World } from './world.ts'

type Body = Record<string, unknown>

/** One request. */
export interface Asked {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: string
  body?: Body
  /** The id of the thing that it is about. */
  id?: string
}

/** Something that staff do, by chance. */
export interface Verb {
  name: string
  /** The one event that the journal must have of it; after `|` others that will do, since somebody may have been quicker: '' for none. */
  event: string
  /** How often it is chosen, beside the others. */
  weight: number
  /** What to ask; null when there is nothing to do it to. */
  ask(world: World, random: Random): Asked | null
  /** What the world is like after it was acknowledged. */
  learn(world: World, asked: Asked, answer: Body): void
}

/** Stories at most: with more, hardly any two clients would meet. */
const mostStories = 60
const nothing = () => undefined

/** A verb on a story that is in one of these statuses. */
function onStory(name: string, weight: number, event: string, from: string[], body: Bodies, path = name): Verb {
  const ask = (world: World, random: Random): Asked | null => {
    const id = pick(
      [...world.stories].filter(([, status]) => from.includes(status)).map(([key]) => key),
      random,
    )
    return id ? { method: 'POST', path: `articles/${id}/${path}`, body: body(world, id), id } : null
  }
  const learn = (world: World, { id }: Asked, answer: Body) => {
    if (id && typeof answer.status === 'string' && 'liveVersion' in answer) world.stories.set(id, answer.status)
  }
  return { name, weight, event, ask, learn }
}
type Bodies = (world: World, id: string) => Body

/** Makes something that stands in one of the sets of the world. */
function making(name: string, weight: number, event: string, path: string, set: Sets, body: Bodies): Verb {
  const ask = (world: World): Asked => ({ method: 'POST', path, body: body(world, `${++world.takes}`) })
  return { name, weight, event, ask, learn: (world, _, { id }) => void world[set].add(String(id)) }
}
type Sets = Exclude<keyof World, 'stories' | 'takes'>

/** Does something to one of a set. `endsIt`: it is not in the set afterwards. */
function onOne(name: string, weight: number, event: string, set: Sets, asked: OneAsked, endsIt = false): Verb {
  const ask = (world: World, random: Random): Asked | null => {
    const id = pick([...world[set]], random)
    const other = pick(
      [...world[set]].filter((each) => each !== id),
      random,
    )
    return id && other ? { ...asked(id, other, world), id } : null
  }
  const learn = (world: World, { id }: Asked) => void (endsIt && id && world[set].delete(id))
  return { name, weight, event, ask, learn }
}
type OneAsked = (id: string, other: string, world: World) => Asked

function pick<T>(list: T[], random: Random): T | null {
  return list.length > 0 ? random.pick(list) : null
}

function take(world: World, id: string): Body {
  const others = [...world.stories.keys()].filter((each) => each !== id).slice(0, 3)
  const three = (set: Set<string>) => [...set].slice(0, 3)
  return takeOf(++world.takes, { id, others, authors: three(world.authors), tags: three(world.tags) })
}

const atRest = ['DRAFT', 'WITHDRAWN']
const notLive = [...atRest, 'IN_REVIEW', 'APPROVED', 'SCHEDULED']
const anyButKilled = [...notLive, 'LIVE']
const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString()

const createStory: Verb = {
  name: 'create',
  weight: 6,
  event: 'article.created',
  ask: (world) =>
    world.stories.size < mostStories ? { method: 'POST', path: 'articles', body: take(world, '') } : null,
  learn: (world, _, { id, status }) => void world.stories.set(String(id), String(status)),
}

const reviseStory: Verb = {
  ...onStory('revise', 20, 'article.revised', anyButKilled, take),
  ask: (world, random) => {
    const id = pick(
      [...world.stories].filter(([, status]) => status !== 'KILLED').map(([key]) => key),
      random,
    )
    return id ? { method: 'PATCH', path: `articles/${id}`, body: take(world, id), id } : null
  },
}

const liftEmbargo: Verb = {
  ...onStory('lift', 4, 'article.unembargoed', notLive, nothing as never),
  ask: (world, random) => {
    const id = pick(
      [...world.stories].filter(([, status]) => notLive.includes(status)).map(([key]) => key),
      random,
    )
    return id ? { method: 'DELETE', path: `articles/${id}/embargo`, id } : null
  },
}

const scheduleStory: Verb = {
  ...onStory('schedule', 4, 'article.scheduled', notLive, () => ({ action: 'PUBLISH', at: days(300) })),
  learn: (world, { id }, answer) => {
    world.schedules.add(String(answer.id))
    if (id) world.stories.set(id, 'SCHEDULED')
  },
}

/** Everything that staff do to stories and what they are made of, and admins to accounts. */
export const verbs: Verb[] = [
  createStory,
  reviseStory,
  onStory('publish', 24, 'article.published', anyButKilled, () => ({})),
  onStory('submit', 3, 'article.submitted', [...atRest, 'APPROVED'], () => ({ note: 'Please read' })),
  onStory('approve', 3, 'article.approved', ['IN_REVIEW'], () => ({})),
  onStory('reject', 2, 'article.rejected', ['IN_REVIEW', 'APPROVED'], () => ({ note: 'Not yet' })),
  onStory('correct', 6, 'article.corrected', ['LIVE'], ({ takes }) => ({
    ...{ type: 'CORRECTION', text: `An earlier version was wrong in place ${takes}.` },
  })),
  onStory('withdraw', 6, 'article.withdrawn', ['LIVE'], () => ({})),
  onStory('kill', 3, 'article.killed', anyButKilled, () => ({ reason: 'A court order' })),
  onStory('restore', 6, 'article.restored', ['KILLED'], () => ({})),
  onStory('embargo', 2, 'article.embargoed', notLive, () => ({ until: days(1) })),
  liftEmbargo,
  scheduleStory,
  onOne(
    'unschedule',
    4,
    'article.unscheduled',
    'schedules',
    (id) => ({ method: 'DELETE', path: `schedules/${id}` }),
    true,
  ),
  {
    ...onStory('preview', 2, 'preview.created', anyButKilled, () => ({}), 'preview-token'),
    learn: (world, _, { id }) => void world.previews.add(String(id)),
  },
  onOne(
    'revoke preview',
    1,
    'preview.revoked|',
    'previews',
    (id) => ({ method: 'DELETE', path: `preview-tokens/${id}` }),
    true,
  ),
  making('create tag', 3, 'tag.created', 'tags', 'tags', (_, n) => ({ type: 'TOPIC', name: `Tag ${n}` })),
  onOne('update tag', 3, 'tag.updated', 'tags', (id, _, { takes }) => ({
    ...{ method: 'PATCH', path: `tags/${id}`, body: { description: `Described ${takes}` } },
  })),
  onOne(
    'merge tags',
    2,
    'tag.merged',
    'tags',
    (id, intoId) => ({
      ...{ method: 'POST', path: `tags/${id}/merge`, body: { intoId } },
    }),
    true,
  ),
  making('create author', 2, 'author.created', 'authors', 'authors', (_, n) => ({ name: `Author ${n}` })),
  onOne('update author', 3, 'author.updated', 'authors', (id, _, { takes }) => ({
    ...{ method: 'PATCH', path: `authors/${id}`, body: { bio: `Lived ${takes}` } },
  })),
  making('create media', 2, 'media.created', 'media', 'media', (_, n) => ({
    ...{ type: 'IMAGE', url: `https://media.example/${n}.jpg`, mimeType: 'image/jpeg' },
  })),
  onOne('update media', 3, 'media.updated', 'media', (id, _, { takes }) => ({
    ...{ method: 'PATCH', path: `media/${id}`, body: { caption: `Seen ${takes}` } },
  })),
  making('create user', 2, 'user.created', 'users', 'users', (_, n) => ({
    ...{ name: `User ${n}`, email: `user-${n}@news.example`, role: 'author', password: 'correct horse battery' },
  })),
  onOne('suspend user', 1, 'user.suspended|user.updated', 'users', (id) => ({
    ...{ method: 'PATCH', path: `users/${id}`, body: { status: 'SUSPENDED' } },
  })),
  onOne('reinstate user', 1, 'user.reinstated|user.updated', 'users', (id) => ({
    ...{ method: 'PATCH', path: `users/${id}`, body: { status: 'ACTIVE' } },
  })),
  {
    ...making('create key', 2, 'key.created', 'api-keys', 'keys', (_, n) => ({ name: `Key ${n}`, role: 'author' })),
    learn: (world, _, { record }) => void world.keys.add((record as { id: string }).id),
  },
  onOne(
    'rotate key',
    1,
    'key.rotated',
    'keys',
    (id) => ({ method: 'POST', path: `api-keys/${id}/rotate`, body: {} }),
    true,
  ),
  onOne('revoke key', 1, 'key.revoked|', 'keys', (id) => ({ method: 'DELETE', path: `api-keys/${id}` }), true),
  making('create webhook', 1, 'webhook.created', 'webhooks', 'webhooks', (_, n) => ({
    ...{ name: `Hook ${n}`, url: 'https://hooks.example/news', events: ['article.*'] },
  })),
  onOne(
    'delete webhook',
    1,
    'webhook.deleted',
    'webhooks',
    (id) => ({ method: 'DELETE', path: `webhooks/${id}` }),
    true,
  ),
]

/** A verb by its weight. */
export function chooseVerb(random: Random): Verb {
  let left = random.fraction() * verbs.reduce((sum, { weight }) => sum + weight, 0)
  for (const verb of verbs) {
    left -= verb.weight
    if (left < 0) return verb
  }
  return createStory
}
