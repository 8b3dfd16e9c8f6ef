import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { s3Store } from '../../src/files/s3.ts'
import { filesOf } from '../../src/house.ts'
import { collectFiles } from '../../src/media/collect-files.ts'
import { testNewsroom } from '../helpers/app.ts'
import { credentials, fakeS3 } from './fake-s3.ts'
import { jpeg, pathOf, small, upload } from './files.ts'

const s3 = await fakeS3()
const news = await testNewsroom({ files: { store: s3Store({ ...s3, ...credentials }) } })
const { app, rest, files } = news
afterAll(async () => {
  await news.close()
  s3.close()
})

it('files and renditions are kept in the store, and served from it', async () => {
  const { status, data } = await upload(news, await jpeg())
  expect([status, s3.state.refused, s3.objects.size]).toEqual([201, 0, 1])
  const [[key, object] = []] = s3.objects
  expect(key).toBe(`files/${String(data.id).slice(-2)}/${data.id}/${data.hash}.jpg`)
  expect([object?.type, object?.body.length]).toEqual(['image/jpeg', data.bytes])
  expect((await app.inject({ url: pathOf(data.url) })).rawPayload).toEqual(object?.body)
  const [thumb] = data.renditions as { url: string }[]
  for (let asked = 0; asked < 2; asked++) expect((await app.inject({ url: pathOf(thumb?.url) })).statusCode).toBe(200)
  expect(s3.objects.size).toBe(2)
})

it('parts of films are asked for in parts', async () => {
  const { data } = await upload(news, small.mp4)
  const answer = await app.inject({ url: pathOf(data.url), headers: { range: 'bytes=4-7' } })
  expect([answer.statusCode, answer.headers['content-range'], answer.body]).toEqual([
    206,
    `bytes 4-7/${small.mp4.length}`,
    'ftyp',
  ])
})

it('a store that fails for a moment is asked again; one that goes on failing is told, and no row is without its file', async () => {
  s3.state.failing = 2
  expect((await upload(news, await jpeg())).status).toBe(201)
  s3.state.failing = 3
  const { status, code, text } = await upload(news, await jpeg())
  expect([status, code]).toEqual([503, 'unavailable'])
  expect(text).not.toContain('127.0.0.1')
  const rows = await news.db.mediaAsset.findMany({ select: { storedAs: true } })
  expect(rows.every(({ storedAs }) => s3.objects.has(String(storedAs)))).toBe(true)
}, 20_000)

it('orphans are found and removed over all pages of the list; what others put there stays', async () => {
  const { data: gone } = await upload(news, await jpeg())
  await rest('DELETE', `/v1/editorial/media/${gone.id}`, { as: 'editor' })
  const stranger = { body: Buffer.from('x'), type: 'text/plain', at: new Date(0) }
  s3.objects.set('files/Somebody else’s.jpg', stranger)
  const old = new Date(news.now().getTime() - 48 * 3_600_000)
  for (const object of s3.objects.values()) object.at = old
  const told: string[] = []
  const options = { isDry: false, olderThanHours: 24, withUnused: false }
  await collectFiles(news.ctx(), options, ({ name }) => told.push(name))
  expect(told).toEqual([expect.stringContaining(String(gone.id))])
  expect(s3.objects.has('files/Somebody else’s.jpg')).toBe(true)
  expect([...s3.objects.keys()].some((key) => key.includes(String(gone.id)))).toBe(false)
})

it('a wrong secret is refused by the store and told to nobody', async () => {
  const store = s3Store({ ...s3, ...credentials, secretAccessKey: 'wrong' })
  await expect(store.open('files/x')).rejects.toMatchObject({ code: 'unavailable' })
  expect(s3.state.refused).toBeGreaterThan(0)
})

it('a key never leads anywhere else', async () => {
  for (const key of ['../secret', 'files/../../x', '/etc/passwd', 'files//x', 'Files/x', '', 'files/.hidden'])
    await expect(files.store.open(key)).rejects.toThrow('is no key')
})

it('the settings say which store it is, and what is missing', () => {
  const env = { DATA_DIR: join(tmpdir(), randomUUID()), S3_ENDPOINT: s3.endpoint, S3_BUCKET: 'pictures' }
  expect(() => filesOf(readConfig(env))).toThrow('S3_ACCESS_KEY_ID is needed with S3_ENDPOINT')
  const whole = { ...env, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }
  expect(filesOf(readConfig(whole)).store.location).toBe(`bucket pictures at ${s3.endpoint}`)
  expect(filesOf(readConfig({ DATA_DIR: env.DATA_DIR })).store.location).toBe(join(env.DATA_DIR, 'media'))
})
