import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { collectFiles } from '../../src/media/collect-files.ts'
import { testNewsroom } from '../helpers/app.ts'
import { jpeg, pathOf, upload } from './files.ts'

const news = await testNewsroom()
const { app, files, rest, db, make } = news
afterAll(news.close)

async function kept(): Promise<string[]> {
  const keys: string[] = []
  for (const folder of ['files/', 'renditions/']) for await (const { key } of files.store.list(folder)) keys.push(key)
  return keys.sort()
}

/** As if all that is kept had come in two days ago. */
async function age(): Promise<void> {
  const before = new Date(news.now().getTime() - 48 * 3_600_000)
  for (const key of await kept()) await utimes(join(files.store.location, key), before, before)
}

async function collect(options: Partial<Parameters<typeof collectFiles>[1]> = {}): Promise<string[]> {
  const told: string[] = []
  const all = { isDry: false, olderThanHours: 24, withUnused: false, ...options }
  await collectFiles(news.ctx(), all, ({ what, name }) => told.push(`${what} ${name}`))
  return told.sort()
}

async function orphan(key: string): Promise<string> {
  const path = await files.scratchPath()
  await writeFile(path, 'nothing refers to it')
  await files.store.put(key, path, { bytes: 20, mimeType: 'image/jpeg' })
  return key
}

async function pictureWithCard() {
  const { data } = await upload(news, await jpeg())
  const [, card] = data.renditions as { url: string }[]
  const url = pathOf(card?.url)
  expect((await app.inject({ url })).statusCode).toBe(200)
  return { id: String(data.id), url }
}

it('files without an asset and renditions of what is gone are told, and removed when they are old enough', async () => {
  const shown = await pictureWithCard()
  const moved = await pictureWithCard()
  const gone = await pictureWithCard()
  const before = await kept()
  expect(before).toHaveLength(6)
  await rest('PATCH', `/v1/editorial/media/${moved.id}`, { as: 'author', body: { focalPoint: { x: 0, y: 0 } } })
  await rest('DELETE', `/v1/editorial/media/${gone.id}`, { as: 'editor' })
  const id = '0192a1b0-0000-7000-8000-000000000001'
  await orphan(`files/01/${id}/${'0'.repeat(64)}.jpg`)
  // Nothing is old enough: it might be on its way.
  expect(await collect()).toEqual([])
  await age()
  const told = await collect({ isDry: true })
  expect(told).toEqual(
    [
      ...[`file without an asset files/01/${id}/${'0'.repeat(64)}.jpg`],
      ...before
        .filter((key) => key.includes(gone.id) && key.startsWith('files/'))
        .map((key) => `file without an asset ${key}`),
      ...before
        .filter((key) => key.startsWith('renditions/') && !key.includes(shown.id))
        .map((key) => `rendition of what is gone ${key}`),
    ].sort(),
  )
  expect(told).toHaveLength(4)
  expect(await kept()).toHaveLength(7)
  expect(await collect()).toEqual(told)
  expect(await kept()).toEqual(
    before.filter((key) => key.includes(shown.id) || (key.includes(moved.id) && key.startsWith('files/'))),
  )
  expect(await collect()).toEqual([])
}, 60_000)

it('a rendition that was removed is made again when it is asked for', async () => {
  const { url } = await pictureWithCard()
  for (const key of await kept()) if (key.startsWith('renditions/')) await files.store.remove(key)
  expect((await app.inject({ url })).statusCode).toBe(200)
})

it('assets that nothing uses go only when that is asked for, with their files', async () => {
  const used = await pictureWithCard()
  await make.author({ avatarId: used.id })
  const unused = await pictureWithCard()
  await age()
  news.setClock(3 * 24 * 60)
  expect((await collect()).filter((line) => line.includes('asset that'))).toEqual([])
  const dry = await collect({ isDry: true, withUnused: true })
  expect(dry).toContain(`asset that nothing uses ${unused.id}`)
  expect(dry.some((line) => line.includes(used.id))).toBe(false)
  expect(await db.mediaAsset.count({ where: { id: unused.id } })).toBe(1)
  expect(await collect({ withUnused: true })).toEqual(dry)
  expect(await db.mediaAsset.count({ where: { id: unused.id } })).toBe(0)
  expect((await kept()).filter((key) => key.includes(unused.id))).toEqual([])
  expect((await kept()).filter((key) => key.includes(used.id))).toHaveLength(2)
})
