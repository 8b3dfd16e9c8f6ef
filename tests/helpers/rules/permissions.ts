import { expect, it } from 'vitest'
import { createApiKey, revokeApiKey } from '../../../src/accounts/keys.ts'
import { roles } from '../../../src/core/caller.ts'
import type { Newsroom } from '../app.ts'
import type { EditorialNoun } from './noun.ts'

/** Who may make, change, read and list a noun: nobody without a valid key, and none with too low a role. */
export function permissionRules(news: Newsroom, noun: EditorialNoun): void {
  anonymousRules(news, noun)
  roleRules(news, noun)
  keyRules(news, noun)
}

const unauthenticated = { status: 401, refused: 'unauthenticated', events: {} } as const

function anonymousRules({ scenario }: Newsroom, { asks, input, make }: EditorialNoun): void {
  scenario('nobody makes one without a key', { ...asks.creating(input), ...unauthenticated })
  scenario('nobody lists them without a key', { ...asks.listing(), ...unauthenticated })
  scenario('nobody reads one without a key', async () => {
    const { id } = await make()
    return { ...asks.reading(id), ...unauthenticated, notInBody: [id] }
  })
  scenario('nobody changes one without a key', async () => ({
    ...asks.changing((await make()).id, input),
    ...unauthenticated,
  }))
}

function roleRules({ scenario }: Newsroom, { asks, input, least, make }: EditorialNoun): void {
  for (const verb of ['create', 'update'] as const) {
    const as = roles[roles.indexOf(least[verb]) - 1]
    if (!as) continue
    scenario(`a key below ${least[verb]} may not ${verb} one`, async () => {
      const { id } = await make()
      const asked = verb === 'create' ? asks.creating(input) : asks.changing(id, input)
      return { as, ...asked, status: 403, refused: 'forbidden', events: {} }
    })
  }
}

function keyRules({ rest, graphql, ctx }: Newsroom, { asks, input, count }: EditorialNoun): void {
  const codesWith = async (authorization: string) => {
    const headers = { authorization }
    const answers = [
      await rest('POST', asks.path, { body: input, headers }),
      await rest('GET', '/v1/tags', { headers }),
      await graphql(asks.documents.create, { input }, { headers }),
    ]
    return answers.map(({ code }) => code)
  }
  const refused = Array(3).fill('unauthenticated')

  for (const header of ['Bearer nonsense', `Bearer dl_${'x'.repeat(43)}`, 'Basic dXNlcjpwYXNz', 'Bearer', ''])
    it(`a wrong key is refused, even for what needs none: '${header.slice(0, 20)}'`, async () => {
      expect(await codesWith(header)).toEqual(refused)
    })

  it('a revoked key is refused from then on', async () => {
    const { key, record } = await createApiKey(ctx(), { name: 'leaver', role: 'admin' })
    const authorization = `Bearer ${key}`
    expect((await rest('GET', asks.path, { headers: { authorization } })).status).toBe(200)
    const before = await count()
    await revokeApiKey(ctx(), record.id)
    expect(await codesWith(authorization)).toEqual(refused)
    expect(await count()).toBe(before)
  })
}
