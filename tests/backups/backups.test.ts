import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { createArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import { verifyJournal } from '../../src/audit/verify.ts'
import { makeBackup } from '../../src/backups/backup.ts'
import { moveDatabase } from '../../src/backups/move.ts'
import { readManifest, verifyBackup } from '../../src/backups/read-backup.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import { revokeAllAccess } from '../../src/backups/revoke.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { fillNewsroom, words } from '../exports/filled.ts'
import { linesOf, newRoom, type Room, roomOn } from '../exports/rooms.ts'
import { testDatabase } from '../helpers/database.ts'

let folder: string
let filled: Room
let target: Room

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'))
  filled = await newRoom()
  target = await newRoom()
  await fillNewsroom(filled.ctx)
  await createApiKey(filled.ctx(), { name: 'Web desk', role: 'editor' })
}, 180_000)

afterAll(async () => {
  await filled.drop()
  await target.drop()
  await rm(folder, { recursive: true })
})

const onto = (replaces = false) => ({ shown: 'the database', replaces, files: null })

const withoutFiles = { files: null }

/** Publishes stories until it is stopped, twenty at most; gives how many. */
function startWriting(room: Room) {
  let isOver = false
  const write = async () => {
    let count = 0
    for (; !isOver && count < 20; count++) {
      const { id } = await createArticle(room.ctx(), { headline: `Story ${count}`, body: [words('News.')] })
      await publishArticle(room.ctx(), id, {})
    }
    return count
  }
  const done = write()
  return () => {
    isOver = true
    return done
  }
}

describe('a backup', () => {
  it('is of one instant, while others write, and comes back whole, over what is there only when it is told to', async () => {
    const stop = startWriting(filled)
    const { manifest } = await makeBackup(filled.url, join(folder, 'first'), withoutFiles)
    expect(await stop()).toBeGreaterThan(0)
    const { id } = await createArticle(target.ctx(), { headline: 'Somebody’s own', body: [] })
    const refused = restoreBackup(target.url, join(folder, 'first'), onto())
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has a newsroom in it'),
    })
    expect(await target.prisma.article.count()).toBe(1)
    await restoreBackup(target.url, join(folder, 'first'), onto(true))
    expect(await target.prisma.article.count({ where: { id } })).toBe(0)
    expect((await verifyJournal(target.prisma)).fault).toBeNull()
    const live = await target.prisma.publishedArticle.count()
    expect(await target.prisma.article.count({ where: { status: 'LIVE' } })).toBe(live)
    expect(await target.prisma.publishedSearch.count()).toBe(live)
    const { rows = 0 } = manifest.tables.find(({ name }) => name === 'journal_entry') ?? {}
    expect(await target.prisma.journalEntry.count()).toBe(rows)
  }, 180_000)

  it('is readable by its owner only, and keeps nothing of one that failed', async () => {
    const made = join(folder, 'first')
    const modes = [made, join(made, 'manifest.json'), join(made, 'tables', 'article.copy.gz')]
    expect(await Promise.all(modes.map(async (path) => (await stat(path)).mode & 0o777))).toEqual([0o700, 0o600, 0o600])
    await expect(makeBackup(filled.url, made, withoutFiles)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(makeBackup(filled.url, join(made, 'manifest.json', 'x'), withoutFiles)).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect((await readdir(folder)).sort()).toEqual(['first'])
  })

  it('lets nobody in by what it has, when access is revoked', async () => {
    expect(await target.prisma.apiKey.count({ where: { revokedAt: null } })).toBe(1)
    expect(await revokeAllAccess(target.ctx())).toEqual({ keys: 1, sessions: 0 })
    expect(await target.prisma.apiKey.count({ where: { revokedAt: null } })).toBe(0)
  })
})

describe('a backup that is not whole is found, and changes nothing', () => {
  const path = (name: string) => join(folder, 'first', name)
  const changes: [string, string, (file: string) => Promise<void>, string][] = [
    [
      'a file cut off',
      'tables/revision.copy.gz',
      async (file) => truncate(file, (await stat(file)).size - 20),
      'was cut off',
    ],
    ['a file missing', 'tables/tag.copy.gz', (file) => rm(file), 'is missing'],
    [
      'another word',
      'tables/article.copy.gz',
      async (file) =>
        writeFile(
          file,
          gzipSync(
            gunzipSync(await readFile(file))
              .toString()
              .replace('Gas', 'Oil'),
          ),
        ),
      'was altered',
    ],
    ['no manifest', 'manifest.json', (file) => rm(file), 'it has no manifest.json'],
    [
      'a newer layout',
      'manifest.json',
      async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('"format": 2', '"format": 3')),
      'has format 3',
    ],
    [
      'the layout before there were files of media',
      'manifest.json',
      async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('"format": 2', '"format": 1')),
      'has format 1',
    ],
    [
      'a migration of a later version',
      'manifest.json',
      async (file) =>
        writeFile(file, (await readFile(file, 'utf8')).replace('20261122190626_init', '20991122190626_init')),
      'does not have so',
    ],
  ]
  it.each(changes)('%s', async (_, name, change, message) => {
    const whole = await readFile(path(name))
    const before = await target.prisma.journalEntry.count()
    await change(path(name))
    await expect(restoreBackup(target.url, join(folder, 'first'), onto(true))).rejects.toThrow(message)
    await writeFile(path(name), whole)
    expect(await target.prisma.journalEntry.count()).toBe(before)
    await verifyBackup(join(folder, 'first'), await readManifest(join(folder, 'first')))
  })
})

describe('a move to another database', () => {
  it('copies everything, compares it and leaves the source as it was', async () => {
    const other = roomOn(await testDatabase('empty'))
    const move = (to: string, isLive = false) => moveDatabase(filled.url, to, { shown: 'it', isLive })
    const refused = (message: string) =>
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining(message) })
    const service = connectDatabase(filled.url, { applicationName: 'dateline' })
    await service.prisma.tag.count()
    await expect(move(other.url)).rejects.toEqual(refused('Stop it, or give --live'))
    const before = await linesOf(filled, { hasJournal: true })
    expect(await move(other.url, true)).toBeGreaterThan(100)
    await service.close()
    expect(await linesOf(other, { hasJournal: true })).toEqual(before)
    expect(await linesOf(filled, { hasJournal: true })).toEqual(before)
    await expect(move(other.url)).rejects.toEqual(refused('has a newsroom in it'))
    await expect(move(filled.url)).rejects.toEqual(refused('in use now'))
    await other.drop()
  }, 180_000)
})
