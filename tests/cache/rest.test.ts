import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { as, someBody } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { statementsOf } from '../helpers/statements.ts'
import { makeStory } from './making.ts'

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
})
afterAll(() => news.close())

const editorial = '/v1/editorial/articles'
const signIn = '/v1/auth/sessions'

const liveStory = (input: object = {}) => makeStory(news, input)

async function change(id: string, patch: object) {
  await news.rest('PATCH', `${editorial}/${id}`, { as, body: patch })
  await news.rest('POST', `${editorial}/${id}/publish`, { as, body: {} })
}

const read = (url: string, headers: Record<string, string> = {}) => news.app.inject({ url, headers })

describe('an answer for readers', () => {
  it('is made once and then given from memory, byte for byte, whatever the order of its parameters', async () => {
    const { url } = await liveStory()
    const first = await read(`${url}?fields=headline`)
    await vi.waitUntil(
      async () =>
        (await statementsOf(async () => expect((await read(`${url}?fields=headline`)).body).toBe(first.body))) === 0,
    )
    expect((await read(url)).headers.etag).toBe((await read(url)).headers.etag)
  })

  it('is made once for a thousand who ask at the same time', async () => {
    const { url } = await liveStory()
    const asked = await statementsOf(async () => {
      const answers = await Promise.all(Array.from({ length: 1_000 }, () => read(url)))
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    })
    // On a machine so busy that the lease of the process ends meanwhile, some wait for the next answer together.
    expect(asked).toBeLessThanOrEqual(3)
  })

  it('is the new one as soon as its writer has been answered', async () => {
    const { id, url } = await liveStory()
    expect((await read(url)).json().headline).toBe('Harbour reopens')
    await change(id, { headline: 'Harbour closes' })
    expect((await read(url)).json().headline).toBe('Harbour closes')
  })

  it('has nothing of the request that it was made for', async () => {
    const { url } = await makeStory(news)
    const [first, second] = [await read(url, { origin: 'https://one.example' }), await read(url)]
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(second.headers['access-control-allow-origin']).toBe('*')
  })

  it('stays when something else changes', async () => {
    const { url } = await liveStory()
    const other = await liveStory({ headline: 'Another' })
    await read(url)
    await change(other.id, { headline: 'Another one' })
    const { drops } = news.app.keeping.stats() ?? { drops: -1 }
    await change(other.id, { headline: 'Another one more' })
    await vi.waitUntil(async () => (await statementsOf(() => read(url))) === 0)
    expect(news.app.keeping.stats()?.drops).toBe(drops)
  })

  it('that there is nothing is kept too, until there is something', async () => {
    const missing = '/v1/articles/night-ferry-returns'
    expect((await read(missing)).statusCode).toBe(404)
    const again = await read(missing)
    expect(again.json().instance).toContain(again.headers['x-request-id'])
    await liveStory({ headline: 'Night ferry returns', slug: 'night-ferry-returns' })
    expect((await read(missing)).statusCode).toBe(200)
  })

  it('that it moved or is gone is kept until it comes back', async () => {
    const { id, url } = await liveStory({ headline: 'Old name', slug: 'old-name' })
    await change(id, { slug: 'new-name' })
    for (let n = 0; n < 2; n++) {
      const moved = await read(url)
      expect([moved.statusCode, moved.headers.location]).toEqual([301, '/v1/articles/new-name'])
    }
    await news.rest('POST', `${editorial}/${id}/withdraw`, { as, body: { reason: 'a mistake' } })
    for (let n = 0; n < 2; n++) expect((await read('/v1/articles/new-name')).statusCode).toBe(410)
    await news.rest('POST', `${editorial}/${id}/publish`, { as, body: {} })
    expect((await read('/v1/articles/new-name')).statusCode).toBe(200)
  })
})

describe('what nobody was told of', () => {
  it('a list by a tag that was hidden and merged is new when the other one goes live', async () => {
    const [from, into] = [await news.make.tag({ slug: 'hidden-one' }), await news.make.tag({ slug: 'hidden-two' })]
    const list = '/v1/articles?tag=hidden-one'
    expect((await read(list)).json().data).toEqual([])
    await news.rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as: 'admin', body: { intoId: into.id } })
    expect((await read(list)).json().data).toEqual([])
    const { id } = await makeStory(news, { tagIds: [into.id] })
    expect((await read(list)).json().data.map((story: { id: string }) => story.id)).toEqual([id])
  })

  it('a filter by something hidden is answered as one by nothing, headers too', async () => {
    const hidden = { tag: await news.make.tag(), author: await news.make.author() }
    const nobody = { id: '0192a1b0-0000-7000-8000-00000000dead', slug: 'nobody-at-all' }
    for (const [name, { id, slug }] of Object.entries(hidden))
      for (const [own, other] of [[id, nobody.id] as const, [slug, nobody.slug] as const]) {
        const [one, two] = [await read(`/v1/articles?${name}=${own}`), await read(`/v1/articles?${name}=${other}`)]
        const keys = `${one.headers['surrogate-key']}`
        expect([one.body, keys.replaceAll(own, other)]).toEqual([two.body, two.headers['surrogate-key']])
        if (own !== id) expect(keys).not.toContain(id)
      }
  })

  it('a feed has the link when the story that it leads to goes live', async () => {
    const tag = await news.make.tag({ slug: 'feed-probe' })
    const target = await makeStory(news, { headline: 'Linked to' })
    await news.rest('POST', `/v1/editorial/articles/${target.id}/withdraw`, { as, body: {} })
    const link = { _type: 'articleRef', _key: 'to', articleId: target.id }
    const children = [{ _type: 'span', text: 'see the harbour', marks: ['to'] }]
    const body = [{ _type: 'block', style: 'normal', markDefs: [link], children }]
    await makeStory(news, { tagIds: [tag.id], body })
    const feed = await read('/feeds/tags/feed-probe.json')
    expect(feed.body).not.toContain(target.slug)
    expect(`${feed.headers['surrogate-key']}`).toContain(target.id)
  })
})

describe('a client that asks again', () => {
  it('is told with 304 that nothing changed, by its ETag, also for HEAD', async () => {
    const { id, url } = await liveStory()
    const { etag } = (await read(url)).headers
    const same = await read(url, { 'if-none-match': String(etag) })
    expect([same.statusCode, same.body]).toEqual([304, ''])
    const head = await news.app.inject({ method: 'HEAD', url })
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', etag])
    await change(id, { standfirst: 'It was a long night.' })
    expect((await read(url, { 'if-none-match': String(etag) })).statusCode).toBe(200)
  })

  it('is given the form that it accepts, of the same content', async () => {
    const { url } = await liveStory({ body: Array.from({ length: 40 }, () => someBody[0]) })
    const plain = await read(url)
    const forms = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [form, decompress] of Object.entries(forms)) {
      const encoded = await vi.waitUntil(async () => {
        const answer = await read(url, { 'accept-encoding': form })
        return answer.headers['content-encoding'] === form ? answer : null
      })
      expect(decompress(encoded.rawPayload).toString()).toBe(plain.body)
      expect(encoded.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
      expect(encoded.headers.vary).toContain('Accept-Encoding')
    }
  })
})

describe('who may not share', () => {
  it('a wrong key is refused though the answer is kept', async () => {
    const { url } = await liveStory()
    await read(url)
    expect((await read(url, { authorization: 'Bearer wrong' })).statusCode).toBe(401)
  })

  it('with a key the same words come, in an answer that no shared cache keeps', async () => {
    const { url } = await liveStory()
    const plain = await read(url)
    const own = await read(url, { authorization: `Bearer ${news.keys.editor}` })
    expect(own.body).toBe(plain.body)
    expect(own.headers['cache-control']).toContain('private')
  })

  it('who signs in is never given the session of another', async () => {
    const ask = (email: string) =>
      news.rest<{ token: string }>('POST', '/v1/editorial/users', {
        as: 'admin',
        body: { name: email, email, role: 'editor', password: `a long password of ${email}` },
      })
    const emails = ['ada@news.example', 'ben@news.example']
    for (const email of emails) expect((await ask(email)).status).toBe(201)
    const tokens = new Set<string>()
    for (const email of emails) {
      const body = { email, password: `a long password of ${email}` }
      const { status, data } = await news.rest<{ token: string }>('POST', signIn, { body })
      expect(status).toBe(201)
      tokens.add(data.token)
    }
    expect(tokens.size).toBe(2)
  })

  it('editorial answers and previews are never kept and say so', async () => {
    const { id } = await liveStory()
    const { data } = await news.rest<{ token: string }>('POST', `${editorial}/${id}/preview-token`, { as, body: {} })
    const preview = await read(`/v1/preview/${data.token}`)
    expect(preview.statusCode).toBe(200)
    expect(preview.headers['cache-control']).toContain('no-store')
    expect(preview.headers).not.toHaveProperty('surrogate-key')
    expect(await statementsOf(() => read(`/v1/preview/${data.token}`))).toBeGreaterThan(0)
    const draft = await read(`${editorial}/${id}`, { authorization: `Bearer ${news.keys.editor}` })
    expect(draft.headers).not.toHaveProperty('surrogate-key')
  })
})
