import { afterAll, beforeEach, expect, it } from 'vitest'
import { forgetLoginAttempts } from '../../src/accounts/jobs.ts'
import { testNewsroom } from '../helpers/app.ts'
import { password, peopleOf } from './people.ts'

const news = await testNewsroom()
const { db, ctx, graphql, setClock } = news
const { person, tryFrom } = peopleOf(news)
afterAll(news.close)
beforeEach(() => db.loginAttempt.deleteMany())

const wrong = 'not the password'

async function statuses(asked: (() => ReturnType<typeof tryFrom>)[]): Promise<number[]> {
  const found: number[] = []
  for (const ask of asked) found.push((await ask()).statusCode)
  return found
}
const times = <T>(n: number, one: (k: number) => T) => Array.from({ length: n }, (_, k) => one(k))

it('after five failures one waits, longer after each, and meanwhile no password is checked, not even the right one', async () => {
  const { email } = await person()
  expect(await statuses(times(5, () => () => tryFrom('192.0.2.1', email, wrong)))).toEqual(Array(5).fill(401))
  const slowed = await tryFrom('192.0.2.1', email)
  expect([slowed.statusCode, slowed.headers['retry-after'], slowed.json()]).toEqual([
    ...[429, '10'],
    expect.objectContaining({ code: 'too_many_attempts', retryAfterSeconds: 10 }),
  ])
  expect(await db.loginAttempt.count()).toBe(5)
  setClock(10 / 60)
  expect((await tryFrom('192.0.2.1', email, wrong)).statusCode).toBe(401)
  expect((await tryFrom('192.0.2.1', email)).headers['retry-after']).toBe('20')
  setClock(20 / 60)
  expect((await tryFrom('192.0.2.1', email)).statusCode).toBe(201)
  expect(await statuses(times(4, () => () => tryFrom('192.0.2.1', email, wrong)))).toEqual(Array(4).fill(401))
})

it('GraphQL says how long in extensions', async () => {
  const { email } = await person()
  await Promise.all(times(5, () => tryFrom('127.0.0.1', email, wrong)))
  const { text } = await graphql(`mutation { signIn(email: "${email}", password: "${password}") { token } }`)
  expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'too_many_attempts', retryAfterSeconds: 10 })
})

it('many tries at once are counted like many one after the other', async () => {
  const { email } = await person()
  const answers = await Promise.all(times(20, () => tryFrom('192.0.2.9', email, wrong)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(5).fill(401), ...Array(15).fill(429)])
})

it('failures at one door do not close another: the owner signs in from elsewhere', async () => {
  const { email } = await person()
  await statuses(times(6, () => () => tryFrom('192.0.2.2', email, wrong)))
  expect((await tryFrom('192.0.2.3', email)).statusCode).toBe(201)
})

it('an account that many addresses guess at is slowed, except where its owner signed in lately', async () => {
  const { email } = await person()
  expect((await tryFrom('198.51.100.1', email)).statusCode).toBe(201)
  setClock(29 * 24 * 60)
  await statuses(times(20, (n) => () => tryFrom(`192.0.2.${n + 10}`, email, wrong)))
  expect((await tryFrom('203.0.113.5', email)).statusCode).toBe(429)
  expect((await tryFrom('198.51.100.1', email)).statusCode).toBe(201)
})

it('an address that guesses at many accounts is slowed, also for those that do not exist', async () => {
  const { email } = await person()
  const found = await statuses(times(31, (n) => () => tryFrom('192.0.2.4', `nobody${n}@news.example`, wrong)))
  expect(found).toEqual([...Array(30).fill(401), 429])
  expect((await tryFrom('192.0.2.4', email)).statusCode).toBe(429)
  expect((await tryFrom('192.0.2.5', email)).statusCode).toBe(201)
})

it('addresses of one IPv6 network count as one', async () => {
  const { email } = await person()
  await statuses(times(5, (n) => () => tryFrom(`2001:db8:1:2::${n + 1}`, email, wrong)))
  expect((await tryFrom('2001:db8:1:2:ffff::1', email)).statusCode).toBe(429)
  expect((await tryFrom('2001:db8:1:3::1', email)).statusCode).toBe(201)
})

it('the present password is asked for no more often than that of a sign-in', async () => {
  const { email, id } = await person()
  const { token } = (await tryFrom('127.0.0.1', email)).json()
  setClock(1)
  const change = (currentPassword: string) =>
    news.rest('PATCH', `/v1/editorial/users/${id}`, {
      headers: { authorization: `Bearer ${token}` },
      body: { password: 'another long password', currentPassword },
    })
  for (let n = 0; n < 5; n++) expect((await change(wrong)).code).toBe('forbidden')
  expect((await change(password)).code).toBe('too_many_attempts')
})

it('tries are forgotten after a day, sessions a month after their end', async () => {
  const { email } = await person()
  await tryFrom('192.0.2.1', email, wrong)
  await tryFrom('192.0.2.1', email)
  const left = async () => [await db.loginAttempt.count(), await db.session.count({ where: { user: { email } } })]
  const run = () => forgetLoginAttempts.run(ctx(), new AbortController().signal)
  setClock(23 * 60)
  await run()
  expect(await left()).toEqual([2, 1])
  setClock(2 * 60)
  await run()
  expect(await left()).toEqual([0, 1])
  setClock(30 * 24 * 60)
  expect(await run()).toBe(false)
  expect(await left()).toEqual([0, 0])
})
