import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { faultsOf } from '../core/parse.ts'
import { MediaInput } from '../media/media.ts'
import type { Fetched } from './fetch-pictures.ts'
import type { ImportMedia } from './item.ts'

/** The input of a new asset by address. What does not fit is left out. */
export function assetInput({ externalId: _id, ...media }: ImportMedia): MediaInput | null {
  const input = Object.fromEntries(Object.entries(media).filter(([, value]) => value !== null))
  const wrong = new Set(faultsOf(MediaInput, input).map(({ path }) => path))
  if (wrong.has('url') || wrong.has('type') || wrong.has('')) return null
  return Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.has(name))) as MediaInput
}

/**
 * The assets of these files, by their address: those that are there, by what an import has noted or by address alone, and new ones.
 * In a transaction that no other import's names run beside, with its events held back (`withEventsLast`). Addresses that cannot be
 * one of an asset have none. `fetched`: what is kept here goes before what is linked.
 */
export async function meetMedia(ctx: Ctx, tx: Transaction, source: string, wanted: ImportMedia[], fetched: Fetched) {
  const byUrl = new Map(wanted.map((media) => [media.url, media]))
  const ids = await knownAssets(tx, source, [...byUrl.values()])
  for (const [url, one] of fetched) if ('id' in one) ids.set(url, one.id)
  const made = [...byUrl.values()].flatMap((media) => {
    const input = ids.has(media.url) ? null : assetInput(media)
    return input ? [{ ...input, id: ctx.newId(), createdAt: ctx.now, changedAt: ctx.now }] : []
  })
  if (made.length > 0) await tx.mediaAsset.createMany({ data: made.map(withoutFocalPoint) })
  for (const { id, url } of made) ids.set(url, id)
  await noteAssets(ctx, tx, source, [...byUrl.values()], ids)
  for (const { id } of made) await recordEvent(ctx, tx, { type: 'media.created', subjectId: id, version: 1 })
  const kept = [...fetched.values()].flatMap((one) => ('id' in one && one.isNew ? one.id : []))
  return { ids, made: new Set([...made.map(({ id }) => id), ...kept]) }
}

/** No format says where the point of a picture is. */
function withoutFocalPoint<M extends { focalPoint?: unknown }>({ focalPoint: _point, ...media }: M) {
  return media
}

/** The assets of these files that are there, by address. */
export async function knownAssets(
  tx: Transaction,
  source: string,
  wanted: ImportMedia[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const urls = wanted.map(({ url }) => url)
  const byExternalId = new Map(
    wanted.flatMap(({ externalId, url }) => (externalId ? [[externalId, url] as const] : [])),
  )
  const rows = await tx.$queryRaw<{ url: string | null; externalId: string | null; id: string }[]>`
    SELECT url, NULL AS "externalId", coalesce("mergedIntoId", id)::text AS id FROM (
      SELECT DISTINCT ON (url) url, "mergedIntoId", id FROM media_asset WHERE url = ANY(${urls}::text[]) ORDER BY url, id) by_url
    UNION ALL
    SELECT NULL, i."externalId", coalesce(m."mergedIntoId", m.id)::text FROM import_identity i JOIN media_asset m ON m.id = i."targetId"
    WHERE i.source = ${source} AND i.noun = 'MEDIA' AND i."externalId" = ANY(${[...byExternalId.keys()]}::text[])`
  // What was noted goes before what has the same address.
  const found = new Map<string, string>()
  for (const { url, externalId, id } of rows) {
    const known = url ?? byExternalId.get(externalId ?? '')
    if (known) found.set(known, id)
  }
  return found
}

async function noteAssets(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  wanted: ImportMedia[],
  ids: Map<string, string>,
): Promise<void> {
  const rows = wanted.flatMap(({ externalId, url }) => {
    const targetId = ids.get(url)
    return externalId && targetId ? [{ externalId, targetId }] : []
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO import_identity (source, noun, "externalId", "targetId", "changedAt")
    SELECT DISTINCT ON ("externalId") ${source}, 'MEDIA'::"ImportNoun", "externalId", "targetId", ${ctx.now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS it ("externalId" text, "targetId" uuid)
    ON CONFLICT (source, noun, "externalId") DO UPDATE SET "targetId" = excluded."targetId", "changedAt" = excluded."changedAt"
    WHERE import_identity."targetId" <> excluded."targetId"`
}
