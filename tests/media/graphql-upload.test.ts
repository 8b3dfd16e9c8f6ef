import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { jpeg } from './files.ts'

const news = await testNewsroom()
const { app, keys, files } = news
afterAll(news.close)

const query =
  'mutation ($file: Upload!, $input: FileWords) { uploadMedia(file: $file, input: $input) { id alt width renditions { name } } }'

interface Sent {
  operations?: unknown
  map?: unknown
  file?: Buffer
  key?: string | null
  headers?: Record<string, string>
}

/** Sends a form as the multipart request specification says. */
async function send({ operations, map = { a: ['variables.file'] }, file, key = keys.contributor, headers = {} }: Sent) {
  const form = new FormData()
  form.set('operations', JSON.stringify(operations ?? { query, variables: { file: null } }))
  form.set('map', JSON.stringify(map))
  if (file) form.set('a', new Blob([new Uint8Array(file)]), 'a.jpg')
  const body = new Response(form)
  const answer = await app.inject({
    ...{ method: 'POST', url: '/graphql', payload: Buffer.from(await body.arrayBuffer()) },
    headers: {
      'content-type': body.headers.get('content-type') ?? '',
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
  })
  const { data, errors } = answer.json<{ data?: { uploadMedia: Facts } | null; errors?: { extensions: Facts }[] }>()
  return {
    media: data?.uploadMedia ?? null,
    code: errors?.[0]?.extensions.code ?? null,
    headers: answer.headers,
    text: answer.body,
  }
}

it('a GraphQL client uploads a file with its words, and the same file is kept once', async () => {
  const file = await jpeg()
  const operations = { query, variables: { file: null, input: { alt: 'From a client' } } }
  const { media } = await send({ operations, file })
  expect(media).toMatchObject({ alt: 'From a client', width: 600 })
  expect((await send({ file })).media?.id).toBe(media?.id)
})

it('one that is sent again with its Idempotency-Key is done once, and refused with another file', async () => {
  const headers = { 'idempotency-key': 'graphql-upload' }
  const file = await jpeg()
  const first = await send({ file, headers })
  const again = await send({ file, headers })
  expect([again.media, again.headers['idempotency-replayed']]).toEqual([first.media, 'true'])
  expect((await send({ file: await jpeg(), headers })).code).toBe('idempotency_mismatch')
})

it('forms are not taken from readers, nor what is no such form', async () => {
  const file = await jpeg()
  expect((await send({ file, key: null })).code).toBe('unsupported_media_type')
  expect((await send({ file, operations: [{ query }] })).code).toBe('invalid_input')
  expect((await send({ file, map: {} })).code).toBe('invalid_input')
  expect((await send({ file, map: { a: ['query'] } })).code).toBe('invalid_input')
  expect((await send({ file, map: { a: ['variables.__proto__.x'] } })).code).toBe('invalid_input')
  expect((await send({ file, map: { a: ['variables.file'], b: ['variables.input'] } })).code).toBe('invalid_input')
  expect((await send({ map: {}, operations: { query, variables: { file: 'a' } } })).code).toBe('invalid_input')
  expect((await send({ file: Buffer.from('<svg/>') })).code).toBe('unsupported_media_type')
})

it('nothing stays on this machine', async () => {
  expect(await readdir(dirname(await files.scratchPath()))).toEqual([])
})
