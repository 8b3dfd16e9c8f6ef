import { spawn } from 'node:child_process'
import { readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { killServer, newDatabaseDir, newDataDir, query, removeDataDirs, serverPid, start, startOwner } from './owner.ts'

removeDataDirs()

const isRoot = process.getuid?.() === 0

describe('a server', () => {
  test('whose owner was killed is joined by the next process, with every acknowledged row, and stopped by it', async () => {
    const dataDir = await newDatabaseDir()
    const owner = startOwner(dataDir)
    const { url } = await owner.ready
    await query(url, 'CREATE TABLE story AS SELECT 1 AS id')
    await owner.kill()
    const next = await start(dataDir)
    expect(next).toMatchObject({ adopted: true, url })
    expect(await query(url, 'SELECT id FROM story')).toEqual([{ id: 1 }])
    await next.stop()
    expect(await serverPid(next.location)).toBeUndefined()
  })

  test('is started once by processes that race for it, and stopped by the last one to leave', async () => {
    const dataDir = await newDataDir()
    const owners = [startOwner(dataDir), startOwner(dataDir), startOwner(dataDir)]
    const ready = await Promise.all(owners.map((owner) => owner.ready))
    expect(ready.filter(({ adopted }) => !adopted)).toHaveLength(1)
    const cluster = join(await realpath(dataDir), 'postgres')
    const [first, ...others] = owners
    await first?.stop()
    expect(await serverPid(cluster)).toBeDefined()
    await Promise.all(others.map((owner) => owner.stop()))
    expect(await serverPid(cluster)).toBeUndefined()
  })

  test('killed with its owner is recovered by the next start', async () => {
    const dataDir = await newDatabaseDir()
    const owner = startOwner(dataDir)
    const { url } = await owner.ready
    await query(url, 'CREATE TABLE story AS SELECT 1 AS id')
    await owner.kill()
    await killServer(join(dataDir, 'postgres'))
    const next = await start(dataDir)
    expect(next.adopted).toBe(false)
    expect(await query(next.url, 'SELECT id FROM story')).toEqual([{ id: 1 }])
    await next.stop()
  })

  test('that dies under its owner is started again', async () => {
    const server = await start(await newDatabaseDir())
    const before = await serverPid(server.location)
    await killServer(server.location)
    await expect.poll(() => serverPid(server.location), { timeout: 5000 }).toBeDefined()
    await expect.poll(() => query(server.url, 'SELECT 1 AS id').catch(String), { timeout: 5000 }).toEqual([{ id: 1 }])
    expect(await serverPid(server.location)).not.toBe(before)
    await server.stop()
    await expect.poll(() => serverPid(server.location)).toBeUndefined()
  })

  test('starts although another process has got the number in an old postmaster.pid', async () => {
    const dataDir = await newDatabaseDir()
    const owner = startOwner(dataDir)
    await owner.ready
    await owner.kill()
    const cluster = join(dataDir, 'postgres')
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
    await killServer(cluster)
    // PostgreSQL takes only processes of its own user for a rival.
    const { uid, gid } = await stat(cluster)
    const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid } : {})
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      await writeFile(join(cluster, name), [stranger.pid, ...lines.slice(1)].join('\n'))
    }
    const second = await start(dataDir).finally(() => stranger.kill())
    expect(second.adopted).toBe(false)
    await second.stop()
  })

  test('whose very first start is killed in the middle starts the next time', async () => {
    const dataDir = await newDataDir()
    const owner = startOwner(dataDir)
    owner.ready.catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 600))
    await owner.kill()
    const server = await start(dataDir)
    expect(await query(server.url, 'SELECT 1 AS id')).toEqual([{ id: 1 }])
    await server.stop()
  })
})
