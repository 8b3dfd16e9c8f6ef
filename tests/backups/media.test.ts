import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '../../src/backups/backup.ts'
import { type KeptFile, placeOf } from '../../src/backups/kept-file.ts'
import { verifyBackup } from '../../src/backups/read-backup.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import { putBackFiles, startCopying } from '../../src/cli/export-files.ts'
import type { FileStore } from '../../src/core/files.ts'
import { exportNewsroom } from '../../src/exports/editorial.ts'
import { filesIn } from '../../src/files/files.ts'
import { s3Store } from '../../src/files/s3.ts'
import { testNewsroom } from '../helpers/app.ts'
import { testDatabase } from '../helpers/database.ts'
import { credentials, fakeS3 } from '../media/fake-s3.ts'
import { drawing, pathOf, small, upload } from '../media/files.ts'

const news = await testNewsroom()
const limits = { bytes: 1e9, pixels: 1e9, frames: 100 }
let folder: string
let picture: { id: string; url: string; hash: string; renditions: { url: string }[] }
let paper: { hash: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-backups-'))
  picture = (await upload<typeof picture>(news, await drawing(900, 600))).data
  paper = (await upload<typeof paper>(news, small.pdf)).data
  const text = { _type: 'block', children: [{ _type: 'span', text: 'It leads on.' }] }
  const body = { headline: 'A road', leadMedia: { mediaId: picture.id }, body: [text] }
  const { data } = await news.rest('POST', '/v1/editorial/articles', { as: 'editor', body })
  await news.rest('POST', `/v1/editorial/articles/${data.id}/publish`, { as: 'editor' })
})

afterAll(async () => {
  await news.close()
  await rm(folder, { recursive: true })
})

const into = (name: string) => join(folder, name)
const held = (backup: string, sha256: string) => placeOf(into(`${backup}/files`), { sha256 })

/** Backs the newsroom up; gives what was told of files. */
async function backUp(name: string, { earlier = null, store = news.files.store }: Partial<Source> = {}) {
  const told: KeptFile[] = []
  const files = { store, earlier: earlier && into(earlier), onFile: (file: KeptFile) => void told.push(file) }
  const { manifest } = await makeBackup(news.url, into(name), { files })
  return { manifest, told }
}

interface Source {
  earlier: string | null
  store: FileStore
}

describe('a backup has the files of media', () => {
  it('each once, by its content, readable by its owner only', async () => {
    const { manifest, told } = await backUp('first')
    expect(manifest.files).toMatchObject({ count: 2, lost: 0 })
    expect(told.map(({ sha256 }) => sha256)).toEqual([picture.hash, paper.hash].sort())
    expect(await readFile(held('first', paper.hash))).toEqual(small.pdf)
    const modes = [into('first/files'), held('first', paper.hash), into('first/files.ndjson.gz')]
    expect(await Promise.all(modes.map(async (path) => (await stat(path)).mode & 0o777))).toEqual([0o700, 0o600, 0o600])
    expect(await readdir(into('first'))).toEqual(['files', 'files.ndjson.gz', 'manifest.json', 'tables'])
  })

  it('which come back into an empty place, a bucket too, and are served as they were', async () => {
    const s3 = await fakeS3()
    const database = await testDatabase('empty')
    const files = { folder: into('other'), limits, store: s3Store({ ...s3, ...credentials }) }
    const restoring = { shown: 'it', replaces: false, files: filesIn(files) }
    await restoreBackup(database.url, into('first'), restoring)
    expect(s3.objects.size).toBe(2)
    const other = await testNewsroom({ database, files })
    const original = await other.app.inject({ url: pathOf(picture.url).replace(/\?.*/, '') })
    expect(original.statusCode, original.body.slice(0, 200)).toBe(200)
    expect(original.rawPayload.equals(await readFile(held('first', picture.hash)))).toBe(true)
    const [thumb] = picture.renditions
    const shown = await other.app.inject({ url: pathOf(thumb?.url).replace(/\?.*/, '') })
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ width: 160, height: 160 })
    await other.close()
    s3.close()
  }, 60_000)

  it('which are not copied again when an earlier backup has them, or one that was killed', async () => {
    const nowhere = { ...news.files.store, open: () => Promise.reject(new Error('asked the store')) }
    await backUp('second', { earlier: 'first', store: nowhere })
    const inodes = await Promise.all(['first', 'second'].map(async (name) => (await stat(held(name, paper.hash))).ino))
    expect(inodes[0]).toBe(inodes[1])
    await cp(into('first'), into('.third.part'), { recursive: true })
    const gone = placeOf(into('.third.part/files'), { sha256: 'f'.repeat(64) })
    await mkdir(dirname(gone), { recursive: true })
    for (const left of [gone, into('.third.part/files/stale'), `${held('.third.part', paper.hash)}.part`])
      await writeFile(left, 'what was deleted since')
    await backUp('third', { store: nowhere })
    const names = (await readdir(into('third/files'), { recursive: true })).filter((name) => !/^..$/.test(name))
    expect(names.map((name) => name.slice(3)).sort()).toEqual([paper.hash, picture.hash].sort())
    await expect(backUp('fourth', { earlier: 'nowhere' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('and says which of them the store has lost, as it is then', async () => {
    const { store } = news.files
    const broken: FileStore = {
      ...store,
      open: async (key) => {
        const found = await store.open(key)
        if (!found || key.includes(picture.hash)) return null
        found.body.destroy()
        return store.open(key, { start: 0, end: 3 })
      },
    }
    const { manifest, told } = await backUp('lossy', { store: broken })
    expect(manifest.files).toMatchObject({ count: 2, lost: 2, bytes: 0 })
    expect(told.map(({ lost }) => lost).sort()).toEqual(['altered', 'missing'])
    expect(await readdir(into('lossy/files'), { recursive: true })).not.toContain(expect.stringContaining('.part'))
    await verifyBackup(into('lossy'), manifest)
  })
})

describe('a backup whose files of media are not what they were is refused by name, and changes nothing', () => {
  it.each<[string, string, (path: string) => Promise<void>, string]>([
    ['one cut off', 'files', (path) => truncate(path, 20), 'was cut off or altered'],
    ['one missing', 'files', (path) => rm(path), 'is missing'],
    ['the list altered', 'files.ndjson.gz', (path) => truncate(path, 40), 'files.ndjson.gz was cut off'],
  ])('%s', async (_, name, change, message) => {
    const path = name === 'files' ? held('first', picture.hash) : into(`first/${name}`)
    const whole = await readFile(path)
    await change(path)
    const database = await testDatabase('empty')
    const files = filesIn({ folder: into('untouched'), limits })
    const restoring = restoreBackup(database.url, into('first'), { shown: 'it', replaces: false, files })
    await expect(restoring).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(message),
    })
    if (name === 'files') await expect(restoring).rejects.toThrow(picture.hash)
    expect(await stat(into('untouched')).catch(() => null)).toBeNull()
    await database.drop()
    await writeFile(path, whole)
  })
})

describe('an export', () => {
  it('has the files beside it when it is told to, and they come back', async () => {
    const lines: string[] = []
    const copying = await startCopying(into('beside'), news.files.store)
    await exportNewsroom(news.db, { filter: null, hasJournal: false }, async (line) => {
      lines.push(line)
      await copying.note(line)
    })
    for await (const { lost } of copying.copy()) expect(lost).toBeUndefined()
    await copying.end()
    expect(await readFile(placeOf(into('beside'), { sha256: paper.hash }))).toEqual(small.pdf)
    await writeFile(into('news.ndjson'), `${lines.join('\n')}\n`)
    const files = filesIn({ folder: into('back'), limits })
    expect(await putBackFiles(into('news.ndjson'), into('beside'), files)).toBe(2)
    await truncate(placeOf(into('beside'), { sha256: picture.hash }), 9)
    const elsewhere = filesIn({ folder: into('elsewhere'), limits })
    const refused = putBackFiles(into('news.ndjson'), into('beside'), elsewhere)
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(picture.hash),
    })
  })
})
