import type { Ctx, Transaction } from '../core/ctx.ts'
import type { Entry } from './entries.ts'

/** What was noted of a story when its source was last imported. */
export interface Identity {
  targetId: string
  hash: string | null
  /** Number of the revision that this import made. */
  revision: number | null
  /** The source's own number of it. */
  sourceVersion: number | null
}

/** What is noted of the stories of a batch. */
export async function identitiesOf(tx: Transaction, source: string, entries: Entry[]): Promise<Map<string, Identity>> {
  const externalIds = entries.flatMap((entry) =>
    entry.kind === 'story' && 'content' in entry.prepared ? [entry.item.externalId] : [],
  )
  if (externalIds.length === 0) return new Map()
  const rows = await tx.importIdentity.findMany({
    where: { source, noun: 'ARTICLE', externalId: { in: externalIds } },
    select: { externalId: true, targetId: true, hash: true, revision: true, sourceVersion: true },
  })
  return new Map(rows.map(({ externalId, ...identity }) => [externalId, identity]))
}

type NamedNoun = 'AUTHOR' | 'TAG'

/** What was noted for these external ids, or what that was merged into; of what is still there. */
export async function notedIds(
  tx: Transaction,
  source: string,
  noun: NamedNoun,
  externalIds: string[],
): Promise<Map<string, { id: string; isSection: boolean }>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ externalId: string; id: string; isSection: boolean }[]>`
    SELECT i."externalId", coalesce(t."mergedIntoId", t.id, a."mergedIntoId", a.id)::text AS id,
      coalesce(t.type = 'SECTION', false) AS "isSection" FROM import_identity i
    LEFT JOIN tag t ON i.noun = 'TAG' AND t.id = i."targetId" LEFT JOIN author a ON i.noun = 'AUTHOR' AND a.id = i."targetId"
    WHERE i.source = ${source} AND i.noun = ${noun}::"ImportNoun" AND i."externalId" = ANY(${externalIds}::text[])
      AND coalesce(t.id, a.id) IS NOT NULL`
  return new Map(rows.map(({ externalId, ...noted }) => [externalId, noted]))
}

/** Notes what external ids stand for here. */
export async function noteIds(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  noun: NamedNoun,
  ids: Map<string, string>,
): Promise<void> {
  if (ids.size === 0) return
  const rows = [...ids].map(([externalId, targetId]) => ({ externalId, targetId }))
  await tx.$executeRaw`
    INSERT INTO import_identity (source, noun, "externalId", "targetId", "changedAt")
    SELECT ${source}, ${noun}::"ImportNoun", "externalId", "targetId", ${ctx.now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS it ("externalId" text, "targetId" uuid)
    ON CONFLICT (source, noun, "externalId") DO UPDATE SET "targetId" = excluded."targetId", "changedAt" = excluded."changedAt"`
}

/** Notes new stories with what their source said of them, as their first revisions have it. */
export async function noteStories(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  stories: { item: { externalId: string; version: string | null }; hash: string; story: { id: string } }[],
): Promise<void> {
  if (stories.length === 0) return
  const rows = stories.map(({ item: { externalId, version }, hash, story }) => ({
    ...{ externalId, hash, targetId: story.id, sourceVersion: versionNumber(version) },
  }))
  await tx.$executeRaw`
    INSERT INTO import_identity (source, noun, "externalId", "targetId", hash, revision, "sourceVersion", "changedAt")
    SELECT ${source}, 'ARTICLE'::"ImportNoun", it."externalId", it."targetId", it.hash, 1, it."sourceVersion", ${ctx.now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS it ("externalId" text, hash text, "targetId" uuid, "sourceVersion" int)`
}

/** The version of a source that counts its versions; null for any other. */
export function versionNumber(version: string | null): number | null {
  return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : null
}

/** What is told of a version that is older than the one that is here; null of any other. */
export function olderRemark(
  { version }: { version: string | null },
  { sourceVersion: here }: Pick<Identity, 'sourceVersion'>,
): string | null {
  const said = versionNumber(version)
  if (said === null || here === null || said >= here) return null
  return `is version ${said} of its source; version ${here} is here`
}
