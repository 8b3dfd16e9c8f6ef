import { randomBytes } from 'node:crypto'
import { createArticle } from '../../src/articles/editorial.ts'
import type { Caller } from '../../src/core/caller.ts'
import { createPost } from '../../src/posts/editorial.ts'
import { createPreview } from '../../src/previews/editorial.ts'
import type { Newsroom } from '../helpers/app.ts'

/** Whose things are asked for. */
export interface Owner {
  caller: Caller
  userId: string | null
}

/**
 * Makes what an operation is asked about, one of each kind for each owner: its id, as it stands in the address. That others have
 * changed it already does not matter: who may is judged before what is possible.
 */
export function subjectsOf({ ctx, db }: Newsroom) {
  const story = async (owner: Owner) => {
    // Not every caller may make stories; what counts is whose it is.
    const { id } = await createArticle(ctx(), { headline: 'A story of the table of permissions' })
    const ownerId = principal(owner)
    await db.article.update({ where: { id }, data: { ownerId } })
    return id
  }
  const makers: Record<string, (owner: Owner) => Promise<string>> = {
    article: story,
    post: async (owner) => {
      const liveBlog = { startsAt: '2026-01-08T09:00:00Z' }
      const { id: articleId } = await createArticle(ctx(), { headline: 'A live blog of the table', liveBlog })
      const { id } = await createPost(ctx(), articleId, { title: 'A post', body: [] })
      await db.post.update({ where: { id }, data: { ownerId: principal(owner) } })
      return id
    },
    'post:read': story,
    'post:create': story,
    'preview:create': story,
    'preview:read': story,
    'preview:revoke': async (owner) => (await createPreview(ctx(), await story(owner), {})).id,
    user: async ({ userId }) => userId ?? missing('user'),
    session: async ({ userId }) => {
      const times = { createdAt: ctx().now, lastUsedAt: ctx().now, expiresAt: new Date('2027-01-01') }
      const id = ctx().newId()
      const hash = new Uint8Array(randomBytes(32))
      await db.session.create({
        data: { id, userId: userId ?? missing('session'), hash, address: '127.0.0.1', ...times },
      })
      return id
    },
    key: async ({ userId }) => {
      const id = ctx().newId()
      const hash = new Uint8Array(randomBytes(32))
      await db.apiKey.create({
        data: {
          id,
          name: 'subject',
          role: 'contributor',
          prefix: 'dl_000000',
          hash,
          ownerId: userId ?? missing('key'),
        },
      })
      return id
    },
  }
  const made = new Map<string, Promise<string>>()
  return async (row: string, owner: Owner): Promise<string> => {
    const kind = makers[row] ? row : (row.split(':')[0] ?? '')
    const make = makers[kind]
    if (!make) return '0192a1b0-0000-7000-8000-00000000ffff'
    const name = `${kind} of ${principal(owner)}`
    const known = made.get(name) ?? make(owner)
    made.set(name, known)
    return known
  }
}

function principal({ caller, userId }: Owner): string | null {
  return userId ?? (caller.kind === 'key' ? caller.keyId : null)
}

function missing(noun: string): never {
  throw new Error(`only a user has a ${noun}`)
}
