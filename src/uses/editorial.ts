import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { allow } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { type Use, type Uses, usePlaces } from './use.ts'

const { sql } = Prisma

/** What is shown of the users of one thing at most. */
const maxUsers = 100

export type Used = 'tag' | 'author' | 'media'

/** All that uses a tag, an author or an asset. @throws not_found */
export async function usesOf(ctx: Ctx, noun: Used, id: string): Promise<Uses> {
  allow(ctx.caller, noun, 'read')
  const row = await rowOr404(words[noun], id, (known) => find[noun](ctx.db, known))
  return (await usesByOwner(ctx.db, noun, [row.id])).get(row.id) ?? none
}

/** The same for many at once, by id. */
export async function usesOfMany(ctx: Ctx, noun: Used, ids: string[]): Promise<Map<string, Uses>> {
  allow(ctx.caller, noun, 'read')
  return usesByOwner(ctx.db, noun, ids)
}

/**
 * Passes when nothing uses it; called under the lock of its noun and of its row, so that this stays so.
 * @throws in_use with the first hundred users.
 */
export async function requireUnused(tx: Transaction, noun: Used, { id, name }: { id: string; name: string }) {
  const { count, items: users } = (await usesByOwner(tx, noun, [id])).get(id) ?? none
  if (count === 0) return
  const [first] = users
  const others = count > 1 ? ` and ${count - 1} more` : ''
  throw new Refusal(
    'in_use',
    `${words[noun]} '${name}' is used by '${first?.name}'${others}; take it out there, or merge it into another`,
    { details: { users, count } },
  )
}

const none: Uses = { count: 0, items: [] }
const words = { tag: 'tag', author: 'author', media: 'media asset' }
const select = { id: true } as const
const find = {
  tag: (tx: Transaction, id: string) => tx.tag.findUnique({ where: { id }, select }),
  author: (tx: Transaction, id: string) => tx.author.findUnique({ where: { id }, select }),
  media: (tx: Transaction, id: string) => tx.mediaAsset.findUnique({ where: { id }, select }),
}

/**
 * Rows (owner, kind, id, place) of each noun. Drafts may name an owner by its own id and by those of what was merged into
 * it: `target` in `usesByOwner`. Published rows have the owner itself, for merges move them.
 */
const found: Record<Used, Prisma.Sql> = {
  tag: sql`
      ${heads('TAG')} UNION ALL
      ${scheduled(sql`r.content -> 'tagIds' @> to_jsonb(t.id::text) OR r.content ->> 'sectionId' = t.id::text`)} UNION ALL
      SELECT "tagId", 'ARTICLE', "articleId", 'LIVE' FROM published_tag UNION ALL
      SELECT "sectionId", 'ARTICLE', id, 'LIVE' FROM published_article UNION ALL
      ${fronts(sql`'$.backfill.*[*].*[*]'`)} UNION ALL
      SELECT "parentId", 'TAG', id, 'CHILD' FROM tag UNION ALL
      SELECT "mergedIntoId", 'TAG', id, 'MERGED' FROM tag`,
  author: sql`
      ${heads('AUTHOR')} UNION ALL
      ${scheduled(sql`r.content -> 'bylines' @> jsonb_build_array(jsonb_build_object('authorId', t.id::text))`)} UNION ALL
      ${posts('AUTHOR')} UNION ALL
      SELECT "authorId", 'ARTICLE', "articleId", 'LIVE' FROM published_byline UNION ALL
      SELECT b."authorId", 'ARTICLE', p."articleId", 'LIVE' FROM published_post_byline b JOIN published_post p ON p.id = b."postId" UNION ALL
      ${fronts(sql`'$.backfill.authors[*].*[*]'`)} UNION ALL
      SELECT "mergedIntoId", 'AUTHOR', id, 'MERGED' FROM author`,
  media: sql`
      ${heads('MEDIA')} UNION ALL
      ${scheduled(namesMedia())} UNION ALL
      ${liveByFormerId(namesMedia())} UNION ALL
      ${posts('MEDIA')} UNION ALL
      SELECT "mediaId", 'ARTICLE', "articleId", 'LIVE' FROM published_media UNION ALL
      SELECT m."mediaId", 'ARTICLE', p."articleId", 'LIVE' FROM published_post_media m JOIN published_post p ON p.id = m."postId" UNION ALL
      ${fronts(sql`'$.slots[*].image.mediaId'`)} UNION ALL
      SELECT "avatarId", 'AUTHOR', id, 'AVATAR' FROM author UNION ALL
      SELECT "mergedIntoId", 'MEDIA', id, 'MERGED' FROM media_asset`,
}

function namesMedia(): Prisma.Sql {
  return sql`r.content ->> 'recommendedVideoId' = t.id::text
    OR jsonb_path_exists(r.content, '$.**.mediaId ? (@ == $id)', jsonb_build_object('id', t.id::text))`
}

/** Live revisions that name an asset which was merged: they are rendered anew from what they name. */
function liveByFormerId(isNamed: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT t.owner, 'ARTICLE', p.id, 'LIVE' FROM target t
    JOIN media_asset former ON former.id = t.id AND former."mergedIntoId" IS NOT NULL
    JOIN published_media shown ON shown."mediaId" = former."mergedIntoId"
    JOIN published_article p ON p.id = shown."articleId"
    JOIN revision r ON r.id = p."revisionId" AND (${isNamed})`
}

/** Fronts that name the target where `path` leads in what is being worked on or in what readers see. They are few. */
function fronts(path: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT t.owner, 'FRONT', named.id, named.place FROM target t JOIN (
      SELECT f.id, 'HEAD' AS place, each #>> '{}' AS key FROM front f, jsonb_path_query(f.content, ${path}) each
      UNION ALL
      SELECT f.id, 'LIVE', each #>> '{}' FROM front f
        JOIN front_revision r ON r."frontId" = f.id AND r.number = f."liveNumber", jsonb_path_query(r.content, ${path}) each
    ) named ON named.key = t.id::text`
}

function heads(noun: 'TAG' | 'AUTHOR' | 'MEDIA'): Prisma.Sql {
  return sql`
    SELECT t.owner, 'ARTICLE', r."articleId", 'HEAD' FROM target t
    JOIN article_reference r ON r."targetId" = t.id AND r.noun = ${noun}::"ReferenceNoun"`
}

/** The newest and the live revisions of posts, by the stories that they belong to. */
function posts(noun: 'AUTHOR' | 'MEDIA'): Prisma.Sql {
  return sql`
    SELECT t.owner, 'ARTICLE', p."articleId", 'POST' FROM target t
    JOIN post_reference r ON r."targetId" = t.id AND r.noun = ${noun}::"ReferenceNoun"
    JOIN post p ON p.id = r."postId"`
}

/** Revisions that wait for their time; `isNamed` says whether the content of `r` names the target `t`. */
function scheduled(isNamed: Prisma.Sql): Prisma.Sql {
  return sql`
    SELECT t.owner, 'ARTICLE', s."articleId", 'SCHEDULED' FROM target t
    JOIN schedule s ON s.status = 'PENDING' AND s.action = 'PUBLISH'
    JOIN revision r ON r."articleId" = s."articleId" AND r.number = s."revisionNumber" AND (${isNamed})`
}

const tables = { tag: sql`tag`, author: sql`author`, media: sql`media_asset` }

async function usesByOwner(tx: Transaction, noun: Used, ids: string[]): Promise<Map<string, Uses>> {
  const rows = await tx.$queryRaw<(Use & { owner: string; count: number })[]>`
    WITH target AS (
      SELECT id AS owner, id FROM unnest(${ids}::uuid[]) AS own(id)
      UNION ALL SELECT "mergedIntoId", id FROM ${tables[noun]} WHERE "mergedIntoId" = ANY(${ids}::uuid[])
    ), users AS (
      SELECT owner, kind, id, array_agg(DISTINCT place) AS places,
        row_number() OVER (PARTITION BY owner ORDER BY kind, id DESC) AS place_in_list,
        (count(*) OVER (PARTITION BY owner))::int AS count
      FROM (${found[noun]}) AS found (owner, kind, id, place) WHERE owner = ANY(${ids}::uuid[]) GROUP BY owner, kind, id
    )
    SELECT users.owner, users.kind, users.id, users.places AS "where", users.count, article.status::text AS status,
      coalesce(article.headline, author.name, tag.name, media_asset.url, front.content ->> 'name') AS name
    FROM users
    LEFT JOIN article ON users.kind = 'ARTICLE' AND article.id = users.id
    LEFT JOIN author ON users.kind = 'AUTHOR' AND author.id = users.id
    LEFT JOIN tag ON users.kind = 'TAG' AND tag.id = users.id
    LEFT JOIN media_asset ON users.kind = 'MEDIA' AND media_asset.id = users.id
    LEFT JOIN front ON users.kind = 'FRONT' AND front.id = users.id
    WHERE users.place_in_list <= ${maxUsers} ORDER BY users.owner, users.place_in_list`
  const byOwner = new Map<string, Uses>()
  for (const { owner, count, kind, id, name, status, where } of rows) {
    const known = byOwner.get(owner) ?? { count, items: [] }
    known.items.push({ kind, id, name, status, where: usePlaces.filter((place) => where.includes(place)) })
    byOwner.set(owner, known)
  }
  return byOwner
}
