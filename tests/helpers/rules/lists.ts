import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Role } from '../../../src/core/caller.ts'
import type { Newsroom } from '../app.ts'
import type { Answer } from '../ask.ts'
import type { Scenario } from '../scenario.ts'
import type { EditorialNoun } from './noun.ts'

const as = 'contributor'

/** How the editorial list of a noun is paged. */
export function listRules(news: Newsroom, noun: EditorialNoun): void {
  pageRules(news, noun)
  cursorRules(news, noun)
  const { path } = noun.asks
  const named = { as, status: 400 } as const
  news.scenario('an unknown parameter is named', {
    ...{ ...named, get: `${path}?frist=1`, refused: 'unknown_parameter', paths: ['frist'], inBody: ['first'] },
  })
  news.scenario('a repeated parameter is named', {
    ...{ ...named, get: `${path}?first=1&first=2`, refused: 'invalid_input', paths: ['first'] },
  })
}

function pageRules({ scenario, rest, graphql }: Newsroom, { asks, make }: EditorialNoun): void {
  scenario('more than 100 at once are refused with the maximum', {
    ...{
      as,
      ...asks.listing({ first: 1000 }),
      status: 400,
      refused: 'limit_exceeded',
      paths: ['first'],
      inBody: ['100'],
    },
  })
  for (const first of [0, -1, 1.5])
    scenario(`first=${first} is refused`, {
      ...{ as, ...asks.listing({ first }), status: 400, refused: 'invalid_input', paths: ['first'] },
    })
  it('the pages of a list have every record once', async () => {
    for (let n = 0; n < 7; n++) await make()
    const whole = await rest<ListBody>('GET', `${asks.path}?first=100`, { as })
    const ids = whole.data.data.map(({ id }) => id)
    expect(whole.data.page.next).toBeNull()
    expect(new Set(ids).size).toBe(ids.length)
    expect(await idsByPages(rest, `${asks.path}?first=3`, as)).toEqual(ids)
    const twin = await graphql<{ nodes: { id: string }[] }>(asks.documents.list, { first: 100 }, { as })
    expect(twin.data.nodes.map(({ id }) => id)).toEqual(ids)
  })
}

const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

function cursorRules({ scenario, rest }: Newsroom, { asks, make }: EditorialNoun): void {
  const cursor = async (): Promise<[string, string, string]> => {
    for (let n = 0; n < 2; n++) await make()
    const { data } = await rest<ListBody>('GET', `${asks.path}?first=1`, { as })
    return JSON.parse(Buffer.from(data.page.next ?? '', 'base64url').toString())
  }
  const foreign = (after: string): Scenario => ({
    ...{ as, ...asks.listing({ after }), status: 400, refused: 'invalid_cursor', paths: ['after'] },
  })

  for (const after of ['nonsense', '', forged('x', 'y', randomUUID()), forged(), forged(null)])
    scenario(`the cursor '${after.slice(0, 20)}' is refused`, foreign(after))
  scenario('the cursor of another list is refused', async () => {
    const [mark, key, id] = await cursor()
    return foreign(forged(`${mark}x`, key, id))
  })
  it.each(['\0', '\ud83d', 'nonsense', '', 'x'.repeat(500), '+275760-09-13T00:00:00.001Z', '9999-99-99T99:99:99.999Z'])(
    'a cursor with the key %j that nobody wrote is no internal error',
    async (key) => {
      const [mark, , id] = await cursor()
      const { status, text } = await rest('GET', `${asks.path}?after=${forged(mark, key, id)}`, { as })
      expect([200, 400], text).toContain(status)
    },
  )
}

export interface ListBody {
  data: { id: string; slug: string; name: string }[]
  page: { next: string | null }
}

/** The ids of a whole list, followed page by page through its Link headers. */
export async function idsByPages(rest: Newsroom['rest'], address: string, as?: Role): Promise<string[]> {
  const ids: string[] = []
  for (let url: string | undefined = address; url; ) {
    const answer: Answer<ListBody> = await rest<ListBody>('GET', url, { as })
    ids.push(...answer.data.data.map(({ id }) => id))
    url = /^<(.+)>; rel="next"$/.exec(String(answer.headers.link ?? ''))?.[1]
  }
  return ids
}
