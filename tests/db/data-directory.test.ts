import { mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DatabaseStartError } from '../../src/db/embedded-error.ts'
import {
  copyFolder,
  fillDataDir,
  newDatabaseDir,
  newDataDir,
  query,
  removeDataDirs,
  serverPid,
  start,
} from './owner.ts'

removeDataDirs()

const isRoot = process.getuid?.() === 0

describe('a data directory', () => {
  test('gets a UTF-8 database on a socket only, and its rows are there after a stop', async () => {
    const dataDir = await newDataDir()
    const first = await start(dataDir)
    expect(first.adopted).toBe(false)
    expect(await query(first.url, `SELECT lower('ҚАЗАҚ') AS word, current_setting('listen_addresses') AS tcp`)).toEqual(
      [{ word: 'қазақ', tcp: '' }],
    )
    await query(first.url, 'CREATE TABLE story AS SELECT 1 AS id')
    await first.stop()
    expect(await serverPid(first.location)).toBeUndefined()
    const second = await start(dataDir)
    expect(second).toMatchObject({ adopted: false, url: first.url })
    expect(await query(second.url, 'SELECT id FROM story')).toEqual([{ id: 1 }])
    await second.stop()
  })

  test('with a path too long for a socket is served through a short private folder', async () => {
    const dataDir = join(await newDataDir(), 'newsroom-'.repeat(12), 'data')
    await mkdir(dataDir, { recursive: true })
    fillDataDir(dataDir)
    const server = await start(dataDir)
    const folder = new URL(server.url.replace('@/', '@socket/')).searchParams.get('host') ?? ''
    expect(folder.length).toBeLessThan(90)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(await query(server.url, 'SELECT 1 AS id')).toEqual([{ id: 1 }])
    await server.stop()
  })

  test('that was copied while its server ran gets a server of its own', async () => {
    const [original, copy] = [await newDatabaseDir(), await newDataDir()]
    const first = await start(original)
    copyFolder(first.location, join(copy, 'postgres'))
    const second = await start(copy)
    expect(second.adopted).toBe(false)
    expect(await query(second.url, `SELECT current_setting('data_directory') AS folder`)).toEqual([
      { folder: await realpath(join(copy, 'postgres')) },
    ])
    await second.stop()
    expect(await serverPid(first.location)).toBeDefined()
    await first.stop()
  })

  test('with what a killed first start left behind is cleaned and used', async () => {
    const dataDir = await newDataDir()
    await mkdir(join(dataDir, 'postgres.new-999999999-ab', 'base'), { recursive: true })
    await mkdir(join(dataDir, 'postgres'))
    const server = await start(dataDir)
    await server.stop()
    expect((await readdir(dataDir)).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test.runIf(isRoot)('that nobody can enter keeps its database in a system folder, which a file names', async () => {
    const locked = await newDataDir()
    const dataDir = join(locked, 'data')
    await mkdir(dataDir, { mode: 0o700 })
    const first = await start(dataDir)
    const named = (await readFile(join(dataDir, 'postgres.location'), 'utf8')).trim()
    await writeFile(join(locked, 'postgres.location'), named)
    expect(named).toMatch(/^\/var\/lib\/dateline\/data-[0-9a-f]{12}\/postgres$/)
    expect(first.location).toBe(named)
    await query(first.url, 'CREATE TABLE story AS SELECT 1 AS id')
    await first.stop()
    const second = await start(dataDir)
    expect(await query(second.url, 'SELECT id FROM story')).toEqual([{ id: 1 }])
    await second.stop()
  })
})

describe('a start is refused with the cause and the way out', () => {
  const rows: [string, (dataDir: string) => Promise<unknown>, RegExp][] = [
    [
      'another major version made the database',
      async (dataDir) => {
        await mkdir(join(dataDir, 'postgres'))
        await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
      },
      /made by PostgreSQL 17.*carries PostgreSQL 18.*DATABASE_URL/,
    ],
    [
      'the folder holds something else',
      async (dataDir) => {
        await mkdir(join(dataDir, 'postgres'))
        await writeFile(join(dataDir, 'postgres', 'photo.jpg'), '')
      },
      /postgres is not a PostgreSQL database; move it away or choose another DATA_DIR/,
    ],
  ]

  test.each(rows)('when %s', async (_case, prepare, message) => {
    const dataDir = await newDataDir()
    await prepare(dataDir)
    const refusal = await start(dataDir).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DatabaseStartError)
    expect((refusal as Error).message).toMatch(message)
  })

  test('when a file stands where the data directory should be', async () => {
    const file = join(await newDataDir(), 'data')
    await writeFile(file, '')
    await expect(start(file)).rejects.toThrow(/cannot write the data directory .*data: .*; choose another DATA_DIR/)
  })

  test('when the server cannot read its settings', async () => {
    const dataDir = await newDatabaseDir()
    await writeFile(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
    await expect(start(dataDir)).rejects.toThrow(/no_such_setting/)
  })
})
