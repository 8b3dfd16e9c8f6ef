import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { password, peopleOf } from '../accounts/people.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { db, rest, graphql } = news
const { person } = peopleOf(news)
afterAll(news.close)
beforeEach(() => db.loginAttempt.deleteMany())

const document =
  'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }'
const faces = {
  REST: (key: string, body: { email: string; password: string }) =>
    rest('POST', '/v1/auth/sessions', { body, headers: { 'idempotency-key': key } }),
  GraphQL: (key: string, body: { email: string; password: string }) =>
    graphql(document, body, { headers: { 'idempotency-key': key } }),
}

describe.each(Object.entries(faces))('over %s', (_, signIn) => {
  it('a sign-in that is sent again gives the same session, and the table does not give it away', async () => {
    const { id, email } = await person()
    const key = randomUUID()
    const [first, again] = [await signIn(key, { email, password }), await signIn(key, { email, password })]
    expect([first.code, again.text, again.headers['idempotency-replayed']]).toEqual([null, first.text, 'true'])
    expect(await db.session.count({ where: { userId: id } })).toBe(1)
    expect(await db.loginAttempt.count({ where: { account: email, succeeded: false } })).toBe(0)
    const stored = (await db.idempotencyRecord.findMany()).map(({ result }) => Buffer.from(result).toString('latin1'))
    expect(stored.join()).not.toContain(String(first.data.token))
    expect(first.text).toContain(String(first.data.token))
  })

  it('another password with the same key is another request', async () => {
    const { email } = await person()
    const key = randomUUID()
    await signIn(key, { email, password })
    expect((await signIn(key, { email, password: 'not the password' })).code).toBe('idempotency_mismatch')
  })

  it('the header is no way around the slowing of guesses: each try counts', async () => {
    const { email } = await person()
    const key = randomUUID()
    const codes = []
    for (let n = 0; n < 7; n++) codes.push((await signIn(key, { email, password: 'not the password' })).code)
    expect(codes).toEqual([...Array(5).fill('unauthenticated'), ...Array(2).fill('too_many_attempts')])
  })
})
