import { authorsLock } from '../authors/lock.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { holdLock, shareLock } from '../core/writes.ts'
import { mediaLock } from '../media/lock.ts'
import { tagTreeLock } from '../tags/lock.ts'
import { findAuthors, findTags } from './find-names.ts'
import { noteIds } from './identities.ts'
import type { ImportAuthor, ImportTag } from './item.ts'
import { makeAuthors, makeTags } from './make-names.ts'
import { authorKey, type Known, namesakesAmong, tagKey, tagNote } from './name-keys.ts'

/** What the names of a source stand for, as far as this run has met them. */
export interface Names {
  authors: Map<string, Known>
  tags: Map<string, Known>
  /** How the sections are called that tags may be taken for: see `namesakesAmong`. */
  namesakes: Set<string>
}

export const noNames = (): Names => ({ authors: new Map(), tags: new Map(), namesakes: new Set() })

/** Names that a batch has and the run has not met. */
export interface Wanted {
  authors: ImportAuthor[]
  tags: ImportTag[]
}

/**
 * Finds or makes the authors and tags of a source, inside a transaction: by the external id that an import has noted, then by slug,
 * then by name (of tags, aliases too); a few statements, however many there are. Takes the locks of tags, media and authors: those of
 * `holdStill`, alone where something may be made. Events are to be held back (`withEventsLast`).
 * `media`: ids of the assets of these addresses, for pictures of authors.
 */
export async function meetNames(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  { tags, authors }: Wanted,
  media: Map<string, string>,
): Promise<Names> {
  await (tags.length > 0 ? holdLock : shareLock)(tx, tagTreeLock)
  await shareLock(tx, mediaLock)
  await (authors.length > 0 ? holdLock : shareLock)(tx, authorsLock)
  const found = await findTags(tx, source, tags)
  const met = {
    tags: await makeTags(ctx, tx, tags, found),
    authors: await makeAuthors(ctx, tx, authors, { found: await findAuthors(tx, source, authors), media }),
    namesakes: namesakesAmong(tags, found),
  }
  await noteIds(ctx, tx, source, 'TAG', idsOf(tags, { keyOf: tagKey, noteOf: tagNote }, met.tags))
  await noteIds(ctx, tx, source, 'AUTHOR', idsOf(authors, authorNotes, met.authors))
  return met
}

const authorNotes = { keyOf: authorKey, noteOf: ({ externalId }: ImportAuthor) => externalId }

function idsOf<N>(
  names: N[],
  { keyOf, noteOf }: { keyOf: (name: N) => string; noteOf: (name: N) => string | null },
  met: Map<string, Known>,
): Map<string, string> {
  return new Map(
    names.flatMap((name) => {
      const known = met.get(keyOf(name))
      const note = noteOf(name)
      return note && known && 'id' in known ? [[note, known.id] as const] : []
    }),
  )
}
