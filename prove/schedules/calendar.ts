import { eachAtOnce } from '../http.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Trial } from '../proof.ts'

const day = 86_400_000
const body = [{ _type: 'block', children: [{ _type: 'span', text: 'It falls due.' }] }]

/**
 * Makes stories with two schedules each: every other is published and withdrawn, the rest published in one revision and then in
 * the next. All are due days from now.
 */
export async function fillCalendar({ app, key }: Newsroom, items: number, tell: Trial['tell']): Promise<void> {
  const post = async (path: string, payload: object) => {
    const headers = { authorization: `Bearer ${key}` }
    const method = /articles\/[^/]+$/.test(path) ? 'PATCH' : 'POST'
    const answer = await app.inject({ method, url: `/v1/editorial/${path}`, headers, payload })
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`)
    return answer.json() as { id: string }
  }
  const at = (days: number) => new Date(Date.now() + days * day).toISOString()
  const numbers = Array.from({ length: Math.ceil(items / 2) }, (_, n) => n + 1)
  await eachAtOnce(numbers, 8, async (n) => {
    const { id } = await post('articles', { headline: `Due ${n}`, body })
    await post(`articles/${id}/schedule`, { action: 'PUBLISH', at: at(10), revision: 1 })
    if (n % 2 === 0) await post(`articles/${id}`, { headline: `Due again ${n}` })
    await post(
      `articles/${id}/schedule`,
      n % 2 === 0 ? { action: 'PUBLISH', at: at(20), revision: 2 } : { action: 'WITHDRAW', at: at(20) },
    )
    if (n % Math.ceil(numbers.length / 5) === 0) tell(`${n} stories have their schedules`)
  })
}

/**
 * Moves the schedules so that they fall due within `overMs`, from `beginsInMs` on: the first of each story in the first half, the second in the
 * other half, evenly, but every fourth together with others at the next tenth of the time.
 */
export async function spreadOut({ database }: Newsroom, beginsInMs: number, overMs: number): Promise<void> {
  await database.pool.query(
    `WITH place AS (
       SELECT id, row_number() OVER (PARTITION BY "articleId" ORDER BY at) - 1 AS nth, dense_rank() OVER (ORDER BY "articleId") - 1 AS story,
         (SELECT count(DISTINCT "articleId") FROM schedule) AS stories
       FROM schedule
     ), moved AS (
       SELECT id, nth, story, $2::float8 / 2 * (nth + story::float8 / stories) AS ms FROM place
     )
     UPDATE schedule SET at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ($1 +
       CASE WHEN story % 4 = 0 THEN ceil(ms / $2 * 10) * $2 / 10 ELSE ms END) / 1000)
     FROM moved WHERE moved.id = schedule.id`,
    [beginsInMs, overMs],
  )
}
