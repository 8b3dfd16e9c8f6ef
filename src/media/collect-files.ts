import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { ListedFile } from '../core/files.ts'
import { allow } from '../core/policy.ts'
import { usesOfMany } from '../uses/editorial.ts'
import { deleteMedia } from './delete.ts'

interface CollectOptions {
  /** Only tells what it would remove. */
  isDry: boolean
  /** What is younger stays: a file has no row yet while it comes in. */
  olderThanHours: number
  /** Assets that nothing uses are removed too, with their files. */
  withUnused: boolean
}

/** Something that goes, and why; `bytes` null for an asset, whose file is told by itself. */
interface Collected {
  what: 'file without an asset' | 'rendition of what is gone' | 'asset that nothing uses'
  /** Key of the file, or id of the asset. */
  name: string
  bytes: number | null
}

/** Files and assets that are looked up at a time. */
const batchSize = 500

/**
 * Removes what nothing refers to, safe beside any number of running services: a file without a row, a rendition of an asset or edition that is no
 * more, and when asked for assets that nothing uses. `tell` is given each, before it goes. A key is never used for another file, so that what
 * has no row and is old enough never gets one.
 */
export async function collectFiles(ctx: Ctx, options: CollectOptions, tell: (gone: Collected) => void): Promise<void> {
  allow(ctx.caller, 'media', 'delete')
  const now = await ctx.databaseNow(ctx.db)
  const before = new Date(now.getTime() - options.olderThanHours * 3_600_000)
  const gone = options.withUnused ? await collectAssets(ctx, options, before, tell) : new Set<string>()
  const remove = async (what: Collected['what'], { key, bytes }: ListedFile) => {
    tell({ what, name: key, bytes })
    if (!options.isDry) await ctx.files.store.remove(key)
  }
  for await (const files of inBatches(ctx.files.store.list('files/'), before)) {
    const known = await knownFiles(ctx, files, gone)
    for (const file of files) if (!known.has(file.key)) await remove('file without an asset', file)
  }
  for await (const files of inBatches(ctx.files.store.list('renditions/'), before)) {
    const known = await knownEditions(ctx, files, gone)
    for (const file of files) if (!known.has(editionIn(file.key))) await remove('rendition of what is gone', file)
  }
}

async function* inBatches(files: AsyncIterable<ListedFile>, before: Date): AsyncGenerator<ListedFile[]> {
  let batch: ListedFile[] = []
  for await (const file of files) {
    if (file.changedAt >= before) continue
    batch.push(file)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function knownFiles({ db }: Ctx, files: ListedFile[], gone: Set<string>): Promise<Set<string | null>> {
  const keys = files.map(({ key }) => key)
  const rows = await db.mediaAsset.findMany({ where: { storedAs: { in: keys } }, select: { id: true, storedAs: true } })
  return new Set(rows.filter(({ id }) => !gone.has(id)).map(({ storedAs }) => storedAs))
}

/** `<id>/<edition>` out of the key of a rendition. */
function editionIn(key: string): string {
  return key.split('/').slice(2, 4).join('/')
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

async function knownEditions({ db }: Ctx, files: ListedFile[], gone: Set<string>): Promise<Set<string>> {
  const ids = files.map(({ key }) => key.split('/')[2] ?? '').filter((id) => uuid.test(id) && !gone.has(id))
  const rows = await db.mediaAsset.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, edition: true },
  })
  return new Set(rows.map(({ id, edition }) => `${id}/${edition}`))
}

/** Assets that nothing uses, not even a merge. Those that somebody begins to use at this moment stay. Gives the ids of those that go. */
async function collectAssets(
  ctx: Ctx,
  { isDry }: CollectOptions,
  before: Date,
  tell: (gone: Collected) => void,
): Promise<Set<string>> {
  const gone = new Set<string>()
  for (let after = ''; ; ) {
    const rows = await ctx.db.mediaAsset.findMany({
      where: { changedAt: { lt: before }, mergedIntoId: null, ...(after && { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
    const ids = rows.map(({ id }) => id)
    const uses = await usesOfMany(ctx, 'media', ids)
    for (const id of ids.filter((each) => (uses.get(each)?.count ?? 0) === 0)) {
      if (!isDry && !(await isDeleted(ctx, id))) continue
      tell({ what: 'asset that nothing uses', name: id, bytes: null })
      gone.add(id)
    }
    if (rows.length < batchSize) return gone
    after = ids.at(-1) ?? ''
  }
}

async function isDeleted(ctx: Ctx, id: string): Promise<boolean> {
  try {
    await deleteMedia(ctx, id)
    return true
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'in_use' || error.code === 'not_found')) return false
    throw error
  }
}
