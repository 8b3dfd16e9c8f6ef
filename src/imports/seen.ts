import { createHash } from 'node:crypto'
import { assetInput } from './assets.ts'
import type { Entry, StoryEntry } from './entries.ts'
import { type Identity, olderRemark, versionNumber } from './identities.ts'
import type { ImportMedia } from './item.ts'

/** What a dry run would have made so far, so that later things of the file are told by it. Of stories, which may be a million, numbers. */
export interface Seen {
  /** What was last said of each story, by external id. */
  hashes: Map<number, number>
  /** The newest version of each that counts its versions. */
  versions: Map<number, number>
  slugs: Set<number>
  /** Assets, by address and by external id. */
  assets: Set<number>
  /** What names stand for, by what tells them apart; null: it would be made. */
  authors: Map<string, string | null>
  tags: Map<string, string | null>
  namesakes: Set<string>
}

export const nothingSeen = (): Seen => ({
  hashes: new Map(),
  versions: new Map(),
  slugs: new Set(),
  assets: new Set(),
  authors: new Map(),
  tags: new Map(),
  namesakes: new Set(),
})

/** 48 bits that stand for a text: of a million texts two have the same with a chance of 1 in 560, and then one is told wrongly. */
export const numberOf = (text: string) => createHash('sha256').update(text).digest().readUIntBE(0, 6)

/** What is told of a version that is older than one that is here, or that stands before it in the file. */
export function olderThanSeen({ versions }: Seen, item: StoryEntry['item'], identity: Identity | null): string | null {
  const key = numberOf(item.externalId)
  const sourceVersion = versions.get(key) ?? identity?.sourceVersion ?? null
  const older = item.status === 'KILLED' ? null : olderRemark(item, { sourceVersion })
  const said = versionNumber(item.version)
  if (said !== null) versions.set(key, Math.max(said, sourceVersion ?? said))
  return older
}

/** What would become of an asset: found here, made by what stands before it in the file, or made now. */
export function assetOutcome(media: ImportMedia, { assets }: Seen, here: Map<string, string>) {
  const targetId = here.get(media.url) ?? null
  const isKnown = targetId !== null || keysOf(media).some((key) => assets.has(key))
  assets.add(numberOf(`url:${media.url}`))
  if (isKnown) return { result: 'UNCHANGED' as const, remarks: [], targetId }
  return assetInput(media)
    ? { result: 'CREATED' as const, remarks: [], targetId }
    : { result: 'REFUSED' as const, remarks: ['its address is none of an asset'], targetId }
}

/** What the batches behind find: the assets of this one, those that its stories show among them. */
export function keepAssets({ assets }: Seen, entries: Entry[]): void {
  const shown = entries.flatMap((entry) =>
    entry.kind === 'media'
      ? [entry.media]
      : entry.kind === 'story' && 'content' in entry.prepared
        ? entry.item.media
        : [],
  )
  for (const key of shown.filter(assetInput).flatMap(keysOf)) assets.add(key)
}

function keysOf({ url, externalId }: ImportMedia): number[] {
  return [numberOf(`url:${url}`), ...(externalId ? [numberOf(`id:${externalId}`)] : [])]
}
