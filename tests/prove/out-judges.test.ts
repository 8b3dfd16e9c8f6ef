import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupFaults } from '../../prove/out/killed-backups.ts'
import { faultsOfStore, filesOf } from '../../prove/out/media.ts'
import { uploadFaults } from '../../prove/out/upload-kills.ts'
import { newRoom, type Room } from '../exports/rooms.ts'

let folder: string
let room: Room

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'out-judges-'))
  room = await newRoom()
})

afterAll(async () => {
  await room.drop()
  await rm(folder, { recursive: true })
})

/** Puts a file into a store past the house. */
async function plant(media: string, name: string, content: string): Promise<string> {
  const key = `files/aa/${name}.pdf`
  await mkdir(dirname(join(folder, media, key)), { recursive: true })
  await writeFile(join(folder, media, key), content)
  return key
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the judges of proofs of what leaves the house find what is planted', () => {
  it('a file that is not what its name says', async () => {
    const right = await plant('first', hashOf('right'), 'right')
    expect(await faultsOfStore(filesOf(join(folder, 'first')))).toEqual({ keys: new Set([right]), faults: [] })
    const wrong = await plant('first', hashOf('whole'), 'who')
    expect((await faultsOfStore(filesOf(join(folder, 'first')))).faults).toEqual([`${wrong} is not what its name says`])
  })

  it('an asset without its file, and one that was acknowledged and is gone', async () => {
    const files = filesOf(join(folder, 'second'))
    const ctx = () => ({ ...room.ctx(), files })
    const { id } = await room.prisma.mediaAsset.create({
      data: {
        ...{ id: '0192a1b0-0000-7000-8000-000000000001', type: 'FILE', url: '/media/x', changedAt: new Date() },
        storedAs: `files/aa/${hashOf('x')}.pdf`,
      },
    })
    expect(await uploadFaults({ ctx, database: room }, new Map([['gone', 'hash']]))).toEqual([
      `asset ${id} has no file`,
      'asset gone was acknowledged and is not there',
    ])
  })

  it('half a backup under its name', async () => {
    expect(await backupFaults(join(folder, 'nothing'))).toEqual([])
    await mkdir(join(folder, 'half'))
    expect(await backupFaults(join(folder, 'half'))).toEqual([expect.stringContaining('is not whole')])
  })
})
