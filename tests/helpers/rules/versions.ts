import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Newsroom } from '../app.ts'
import type { EditorialNoun } from './noun.ts'

/** How a thing is found by its id, and that nobody overwrites what they have not seen. */
export function versionRules(news: Newsroom, noun: EditorialNoun): void {
  idRules(news, noun)
  staleRules(news, noun)
  ifMatchRules(news, noun)
}

function idRules({ scenario, rest }: Newsroom, { asks, input, least: { update: as } }: EditorialNoun): void {
  for (const id of ['nonsense', randomUUID()])
    scenario(`a change of '${id.slice(0, 8)}' finds nothing`, {
      ...{ as, ...asks.changing(id, input), status: 404, refused: 'not_found', events: {} },
    })
  it.each(['nonsense', randomUUID(), '%00', '..%2f..', "'--"])("reading '%s' finds nothing", async (id) => {
    expect((await rest('GET', `${asks.path}/${id}`, { as })).code).toBe('not_found')
  })
  scenario('GraphQL shows null for an unknown id', {
    ...{ as, query: asks.documents.read, variables: { id: randomUUID() }, inBody: ['Record":null'] },
  })
}

function staleRules({ scenario, rest }: Newsroom, { asks, input, make, least: { update: as } }: EditorialNoun): void {
  scenario('a change on an older copy is refused', async () => {
    const { id } = await make()
    await rest('PATCH', `${asks.path}/${id}`, { as, body: input })
    const asked = { as, ...asks.changing(id, input, 1) }
    return { ...asked, status: 412, refused: 'stale_version', inBody: ['"currentVersion":2'], events: {} }
  })
  it('of ten changes of the same copy at once, one is made', async () => {
    const { id } = await make()
    const change = () => rest('PATCH', `${asks.path}/${id}`, { as, body: input, headers: { 'if-match': '"1"' } })
    const answers = await Promise.all(Array.from({ length: 10 }, change))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
  })
  it('ten changes at once that ask for no version are all counted', async () => {
    const { id } = await make()
    const change = () => rest('PATCH', `${asks.path}/${id}`, { as, body: input })
    const answers = await Promise.all(Array.from({ length: 10 }, change))
    const versions = answers.map(({ data }) => Number(data.version)).sort((a, b) => a - b)
    expect(versions).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
}

function ifMatchRules({ rest }: Newsroom, { asks, input, make, least: { update: as } }: EditorialNoun): void {
  it('the ETag of an answer is what If-Match takes', async () => {
    const { id } = await make()
    const { headers } = await rest('GET', `${asks.path}/${id}`, { as })
    const ifMatch = { 'if-match': String(headers.etag) }
    const changed = await rest('PATCH', `${asks.path}/${id}`, { as, body: input, headers: ifMatch })
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"'])
  })
  it.each(['1', '"x"', '"1", "2"', '""'])('If-Match %j is refused', async (value) => {
    const { id } = await make()
    const answer = await rest('PATCH', `${asks.path}/${id}`, { as, body: input, headers: { 'if-match': value } })
    expect(answer.code).toBe('invalid_input')
  })
}
