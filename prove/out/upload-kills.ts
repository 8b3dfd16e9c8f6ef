import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { collectFiles } from '../../src/media/collect-files.ts'
import { withDatabase, withFolder } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { type Doomed, startDoomed } from './doomed.ts'
import { faultsOfStore, filesOf } from './media.ts'

const kills = 50
const clients = 4
/** Ms of work before a kill: random up to this. */
const workMs = 1_200

export const uploadKills: Proof = {
  name: 'upload-kills',
  guarantee:
    'Killing Dateline (kill -9) in the middle of uploads loses no file that was acknowledged and leaves no asset without its file; files that no asset has are found and removed',
  run: (trial) =>
    withDatabase(trial, {}, async ({ url, version }) => {
      await migrate(url, { dir: 'prisma/migrations' })
      return withFolder((folder) => killOften(trial, { url, version, folder }))
    }),
}

interface Place {
  url: string
  version: string
  folder: string
}

const program = 'prove/out/upload-process.ts'

async function killOften({ random, scale, tell }: Trial, { url, version, folder }: Place): Promise<Outcome> {
  const media = join(folder, 'media')
  const files = filesOf(media)
  const times = scaled(kills, scale, 3)
  const start = () => startDoomed(program, { url, media, clients, seed: random.below(2 ** 31) })
  const [acknowledged, violations] = [new Map<string, string>(), [] as string[]]
  const look = async (newsroom: Newsroom) => {
    let next = start()
    for (let n = 1; n <= times; n++) {
      const current = next
      if (n < times) next = start()
      await current.killAfter(200 + random.fraction() * workMs)
      note(current, acknowledged, violations)
      violations.push(...(await uploadFaults(newsroom, acknowledged)).map((fault) => `kill ${n}: ${fault}`))
      if (n % Math.ceil(times / 10) === 0) tell(`${n} kills, ${acknowledged.size} acknowledged`)
    }
    const { orphans, faults } = await collect(newsroom)
    violations.push(...faults)
    const numbers = {
      kills: times,
      acknowledged: acknowledged.size,
      orphans,
      assets: await newsroom.database.prisma.mediaAsset.count(),
    }
    const tried = `${times} kills amid ${shown(acknowledged.size)} acknowledged files; ${orphans} files that no asset had were found`
    return { steps: times, violations, tried, postgres: version, numbers }
  }
  return withNewsroom(url, look, undefined, files)
}

/** Notes what a killed process had acknowledged. */
function note({ said }: Doomed, acknowledged: Map<string, string>, violations: string[]): void {
  for (const word of said as { id: string; hash: string; fault?: string }[])
    if (word.fault) violations.push(word.fault)
    else acknowledged.set(word.id, word.hash)
}

/** What was acknowledged and is not there, assets without their files, and files that are not what they are called. */
export async function uploadFaults(
  { ctx, database }: Pick<Newsroom, 'ctx' | 'database'>,
  acknowledged: Map<string, string>,
): Promise<string[]> {
  const rows = await database.prisma.mediaAsset.findMany({ select: { id: true, hash: true, storedAs: true } })
  const { keys, faults } = await faultsOfStore(ctx().files)
  const hashes = new Map(rows.map(({ id, hash }) => [id, hash]))
  return [
    ...faults,
    ...rows.filter(({ storedAs }) => !keys.has(storedAs ?? '')).map(({ id }) => `asset ${id} has no file`),
    ...[...acknowledged]
      .filter(([id, hash]) => hashes.get(id) !== hash)
      .map(([id]) => `asset ${id} was acknowledged and is not there`),
  ]
}

/** Removes what nothing refers to; whether that was all, and nothing else. */
async function collect(newsroom: Newsroom): Promise<{ orphans: number; faults: string[] }> {
  const before = (await faultsOfStore(newsroom.ctx().files)).keys.size
  const assets = await newsroom.database.prisma.mediaAsset.count()
  let orphans = 0
  await collectFiles(newsroom.ctx(), { isDry: false, olderThanHours: 0, withUnused: false }, () => void orphans++)
  const after = (await faultsOfStore(newsroom.ctx().files)).keys.size
  const isExact = after === assets && before - orphans === after
  return { orphans, faults: isExact ? [] : [`${assets} assets have ${after} files after ${orphans} were removed`] }
}
