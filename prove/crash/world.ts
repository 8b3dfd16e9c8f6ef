import type pg from 'pg'
import type { Newsroom } from '../newsroom.ts'

/** What the clients of a crash proof believe there is. It may be out of date: then the house refuses what they ask. */
export interface World {
  /** Status by id. */
  stories: Map<string, string>
  tags: Set<string>
  authors: Set<string>
  media: Set<string>
  users: Set<string>
  keys: Set<string>
  schedules: Set<string>
  previews: Set<string>
  webhooks: Set<string>
  /** Takes of stories so far, so that no two are alike. */
  takes: number
}

/** What is in the database now. */
export async function loadWorld(pool: pg.Pool): Promise<World> {
  const ids = async (sql: string) => new Set((await pool.query<{ id: string }>(sql)).rows.map(({ id }) => id))
  const stories = await pool.query<{ id: string; status: string; head: number }>(
    'SELECT id, status, "headNumber" AS head FROM article',
  )
  return {
    stories: new Map(stories.rows.map(({ id, status }) => [id, status])),
    tags: await ids('SELECT id FROM tag WHERE "mergedIntoId" IS NULL'),
    authors: await ids('SELECT id FROM author WHERE "mergedIntoId" IS NULL'),
    media: await ids('SELECT id FROM media_asset WHERE "mergedIntoId" IS NULL'),
    users: await ids('SELECT id FROM "user"'),
    keys: await ids(`SELECT id FROM api_key WHERE "revokedAt" IS NULL AND name <> 'Prove'`),
    schedules: await ids(`SELECT id FROM schedule WHERE status = 'PENDING'`),
    previews: await ids('SELECT id FROM preview_token WHERE "revokedAt" IS NULL'),
    webhooks: await ids('SELECT id FROM webhook_endpoint'),
    takes: stories.rows.reduce((sum, { head }) => sum + head, 0),
  }
}

/** A few things of each kind, so that there is something to do from the first moment. */
export async function furnish({ app, key }: Newsroom): Promise<void> {
  const post = async (path: string, payload: object) => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await app.inject({ method: 'POST', url: `/v1/editorial/${path}`, headers, payload })
    if (answer.statusCode !== 201) throw new Error(`POST ${path} answered ${answer.statusCode}: ${answer.body}`)
  }
  for (let n = 1; n <= 3; n++) {
    await post('authors', { name: `First author ${n}` })
    await post('tags', { type: 'TOPIC', name: `First tag ${n}` })
    await post('media', { type: 'IMAGE', url: `https://media.example/first-${n}.jpg`, mimeType: 'image/jpeg' })
    for (let m = 1; m <= 3; m++) await post('articles', { headline: `First story ${n}-${m}` })
  }
}
