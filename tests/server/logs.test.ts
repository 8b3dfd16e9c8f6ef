import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { password, peopleOf } from '../accounts/people.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const lines: string[] = []
const stream = { write: (line: string) => void lines.push(line) }
const news = await testNewsroom({ logger: { level: 'trace', stream } })
const { app, keys } = news
const { draft, live } = storyMakers(news)
const { person } = peopleOf(news)
afterAll(news.close)

const said = () => lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>)
const answered = () => said().filter(({ msg }) => msg === 'answered')

it('an answer is one line: what was asked, what came of it, how long it took and by whom', async () => {
  await live({ slug: 'rain' })
  said()
  const { headers } = await app.inject({ url: '/v1/articles/rain?fields=id', headers: { 'user-agent': 'x' } })
  const [line, ...more] = answered()
  expect(more).toEqual([])
  expect(line).toMatchObject({
    ...{ level: 30, reqId: headers['x-request-id'], method: 'GET', route: '/v1/articles/:idOrSlug' },
    ...{ status: expect.any(Number), ms: expect.any(Number), bytes: expect.any(Number), caller: 'anonymous' },
  })
  await app.inject({ url: '/v1/editorial/articles', headers: { authorization: `Bearer ${keys.editor}` } })
  expect(answered()).toMatchObject([{ caller: expect.stringMatching(/^key:[0-9a-f-]{36}$/), status: 200 }])
})

it('probes are not worth a line, and neither are answers from memory', async () => {
  said()
  await app.inject('/health/live')
  expect(answered()).toMatchObject([{ level: 20 }])
})

it('no secret that comes in by any door is in the log', async () => {
  said()
  let made = 0
  const canaries: string[] = []
  const canary = () => {
    const word = `canary${++made}${Math.random().toString(36).slice(2)}x`
    canaries.push(word)
    return word
  }
  const bearer = { authorization: `Bearer ${keys.editor}` }
  const secretHeaders = () => ({
    ...{ cookie: `session=${canary()}`, 'idempotency-key': canary(), 'x-api-key': canary() },
    'proxy-authorization': `Basic ${canary()}`,
  })
  const { email } = await person()
  const { id } = await draft()
  const made1 = await app.inject({
    ...{ method: 'POST', url: `/v1/editorial/articles/${id}/preview-token`, headers: bearer },
    payload: {},
  })
  const { token } = made1.json()
  const signedIn = await app.inject({ method: 'POST', url: '/v1/auth/sessions', payload: { email, password } })
  canaries.push(keys.editor, password, token, signedIn.json().token)
  const signInBy = (variables: object) => ({
    query:
      'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { token } }',
    variables,
  })
  const asked = [
    { url: '/v1/tags', headers: { authorization: `Bearer ${canary()}${canary()}` } },
    { url: '/v1/tags', headers: { authorization: `Basic ${canary()}` } },
    { url: '/v1/tags', headers: secretHeaders() },
    { url: `/v1/tags?token=${canary()}` },
    { url: `/v1/tags?${canary()}=1` },
    { url: `/v1/preview/${token}` },
    { url: `/v1/preview/${token}x` },
    { url: `/v1/preview/${canary()}` },
    { url: `/v1/previews/${canary()}` },
    { url: `/${canary()}` },
    { url: `/%zz${canary()}` },
    { url: `/graphql?query=${encodeURIComponent(`{ preview(token: "${canary()}") { id } }`)}` },
    { url: `/graphql?query=${encodeURIComponent(`{ preview(token: "${token}") { id } }`)}` },
    { url: `/graphql?query=${encodeURIComponent(`{ ${canary()} }`)}` },
    { method: 'POST' as const, url: '/v1/auth/sessions', payload: { email, password: canary() } },
    { method: 'POST' as const, url: '/v1/auth/sessions', payload: { email, password: [canary()] } },
    { method: 'POST' as const, url: '/v1/auth/sessions', payload: { email, [canary()]: 'x' } },
    {
      method: 'POST' as const,
      url: '/v1/auth/sessions',
      headers: { 'content-type': 'application/json' },
      payload: `{"password":"${canary()}"`,
    },
    { method: 'POST' as const, url: '/graphql', payload: signInBy({ email, password }) },
    { method: 'POST' as const, url: '/graphql', payload: signInBy({ email, password: canary() }) },
    { method: 'POST' as const, url: '/graphql', payload: signInBy({ email, password: { it: canary() } }) },
    {
      method: 'POST' as const,
      url: '/v1/editorial/tags',
      headers: { ...bearer, ...secretHeaders() },
      payload: { name: 'A', type: 'TOPIC' },
    },
  ]
  for (const { url, method = 'GET' as const, headers = {}, payload } of asked)
    await app.inject({ url, method, headers, ...(payload && { payload }) })
  const log = lines.join('\n')
  expect(canaries.filter((word) => log.includes(word))).toEqual([])
  expect(lines.length).toBeGreaterThan(asked.length)
})

it('a client that goes away before its request is complete is no failure', async () => {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  said()
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(
    'POST /v1/auth/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  )
  await wait(100)
  socket.destroy()
  await wait(200)
  const lines = said()
  expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([])
  expect(lines.map(({ msg }) => msg)).toContain('the client went away before its request was complete')
})
