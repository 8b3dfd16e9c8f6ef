import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import type { Files } from '../core/files.ts'
import { renderPicture } from './picture.ts'
import { inPool } from './pool.ts'
import type { Format, Plan } from './renditions.ts'

/** A rendition: under which key it is kept, and how it is made. */
interface Wanted {
  key: string
  /** Key of the picture. */
  from: string
  plan: Plan
  format: Format
  mimeType: string
}

/** What is under way in this process; whoever wants the same waits for it. */
const underWay = new Map<string, Promise<void>>()

/** Renditions that are known to be there, so that the store is not asked twice for each request: 20,000 keys are 4 MB. */
const there = new LRUCache<string, true>({ max: 20_000 })

/**
 * Sees to it that a rendition is in the store. Made once: the key names all that it is made from. @throws unavailable when too much is
 * being made.
 */
export async function makeRendition(files: Files, wanted: Wanted): Promise<void> {
  const { key } = wanted
  if (there.has(key)) return
  const making = underWay.get(key) ?? makeMissing(files, wanted)
  underWay.set(key, making)
  try {
    await making
    there.set(key, true)
  } finally {
    underWay.delete(key)
  }
}

/** To be told of one that turned out not to be there: it was removed by another process. */
export function forgetRendition(key: string): void {
  there.delete(key)
}

async function makeMissing(files: Files, wanted: Wanted): Promise<void> {
  const known = await files.store.open(wanted.key, { start: 0, end: 0 })
  known?.body.destroy()
  if (!known) await inPool(() => make(files, wanted))
}

async function make(files: Files, { key, from, plan, format, mimeType }: Wanted): Promise<void> {
  const [source, target] = [await files.scratchPath(), await files.scratchPath()]
  try {
    const picture = await files.store.open(from)
    if (!picture)
      throw new Error(`the file ${from} is not in the store, though its row is there: restore it from a backup`)
    await pipeline(picture.body, createWriteStream(source, { mode: 0o600 }))
    const bytes = await renderPicture(source, plan, format, files.limits)
    const handle = await open(target, 'w', 0o600)
    await handle.writeFile(bytes).finally(() => handle.close())
    await files.store.put(key, target, { bytes: bytes.length, mimeType })
  } finally {
    await Promise.all([source, target].map((path) => rm(path, { force: true })))
  }
}
