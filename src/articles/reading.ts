import type { Ctx } from '../core/ctx.ts'
import { dependsOnIdsIn } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { inStory, suggestionsRead } from '../related/related-story.ts'
import type { Wanted } from './wanted.ts'

// What delivery reads of live stories, as SQL: see docs/decisions/0011-delivery-reads-by-sql.md. Each constant is the
// columns of one size of row in `published.ts`; `a` is always the published story. Lists inside a row are made by the
// database, so that a page of stories is one statement however many bylines and tags they have.

const { sql } = Prisma

const own = sql`
  a.id, a.slug, a.path, a.locale, a.kicker, a.headline, a.standfirst, a."leadMedia", a."publishedAt", a."canonicalUrl",
  a."firstPublishedAt", a."updatedAt", a."modifiedAt", a."wordCount", a."readingMinutes", a.source, a.version`

const tagLink = sql`t.link`

const tagNode = sql`
  json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'type', t.type, 'description', t.description,
    'aliases', t.aliases, 'externalIds', t."externalIds", 'parentId', t."parentId")`

const authorLink = sql`w.link`

/** An author with their picture. `w` is the author. */
export const author = sql`
  json_build_object('id', w.id, 'slug', w.slug, 'name', w.name, 'kind', w.kind, 'bio', w.bio, 'jobTitle', w."jobTitle",
    'email', w.email, 'emailPublic', w."emailPublic", 'links', w.links,
    'avatar', (SELECT row_to_json(m) FROM media_asset m WHERE m.id = w."avatarId"))`

/** `l` is the story that is linked to: `LinkRow`. */
export const linkColumns = sql`l.id, l.slug, l.path, l.locale, l.kicker, l.headline, l.standfirst, l."leadMedia", l."publishedAt",
  l."canonicalUrl"`

/** A tag `t` whole. */
export const tagNodeColumn = tagNode

/** `l` is the story that is linked to. */
const link = sql`
  json_build_object('id', l.id, 'slug', l.slug, 'path', l.path, 'locale', l.locale, 'kicker', l.kicker,
    'headline', l.headline, 'standfirst', l.standfirst, 'leadMedia', l."leadMedia", 'publishedAt', l."publishedAt",
    'canonicalUrl', l."canonicalUrl")`

const bylinesWith = (shown: Prisma.Sql) => sql`
  (SELECT coalesce(json_agg(json_build_object('role', b.role, 'displayName', b."displayName", 'author', ${shown})
      ORDER BY b.position), '[]')
    FROM published_byline b JOIN author w ON w.id = b."authorId" WHERE b."articleId" = a.id) AS bylines`

const tagsWith = (shown: Prisma.Sql) => sql`
  (SELECT coalesce(json_agg(${shown} ORDER BY p.position), '[]')
    FROM published_tag p JOIN tag t ON t.id = p."tagId" WHERE p."articleId" = a.id) AS tags`

/** For lists: `SummaryRow`. */
export const summaryColumns = sql`${own},
  (SELECT ${tagLink} FROM tag t WHERE t.id = a."sectionId") AS section, ${bylinesWith(authorLink)}, ${tagsWith(tagLink)}`

const links = sql`
  (SELECT coalesce(json_agg(json_build_object('id', l.id, 'path', l.path, 'headline', l.headline, 'canonicalUrl', l."canonicalUrl")), '[]')
    FROM published_link k JOIN published_article l ON l.id = k."targetId" WHERE k."articleId" = a.id) AS links`

/** The text of a story and where its links lead today: `TextRow`. */
export const textColumns = sql`a.body, a."bodyHtml", a."bodyText", ${links}`

/** A story in a list with its whole text as HTML, for feeds: `FeedRow`. With what its links lead to once it is live. */
export const feedColumns = sql`${summaryColumns}, a."bodyHtml", a.corrections, ${links},
  ARRAY(SELECT k."targetId" FROM published_link k WHERE k."articleId" = a.id) AS "targetIds"`

/** Every language of a story, itself included: `VersionsRow`. The id of the original is there for what depends on it. */
export const versionsColumn = sql`
  (SELECT coalesce(json_agg(json_build_object('id', v.id, 'originalId', v."originalId", 'locale', v.locale, 'slug', v.slug, 'path', v.path,
      'headline', v.headline) ORDER BY v.locale), '[]')
    FROM published_article v WHERE v."originalId" = a."originalId") AS versions`

/** What the story replaced, what replaced it, and the running story that it is a part of: `ThreadRow`. */
const threadColumns = sql`a."replacesId",
  (SELECT ${link} FROM published_article l WHERE l.id = a."replacesId") AS replaces,
  (SELECT ${link} FROM published_article l WHERE l."replacesId" = a.id ORDER BY l."publishedAt" DESC, l.id DESC LIMIT 1)
    AS "replacedBy",
  (SELECT json_build_object('tag', ${tagLink}, 'newest',
      (SELECT CASE WHEN l.id <> a.id THEN ${link} END FROM published_tag n JOIN published_article l ON l.id = n."articleId"
        WHERE n."tagId" = t.id AND l.locale = a.locale ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT 1))
    FROM published_tag p JOIN tag t ON t.id = p."tagId" WHERE p."articleId" = a.id AND t.type = 'STORYLINE'
    ORDER BY p.position LIMIT 1) AS storyline`

const relatedWith = (live: Prisma.Sql) => sql`
  (SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'targetId', r."targetId", 'url', r.url, 'headline', r.headline, 'score', r.score,
      'grounds', r.grounds, 'live', ${live}) ORDER BY r.kind, r.position), '[]')
    FROM related_story r LEFT JOIN published_article l ON l.id = r."targetId"
    WHERE r."articleId" = a.id AND (r.kind = 'CURATED' OR (r.position < ${suggestionsRead({ size: inStory })}::int AND NOT r."isForeign"))) AS related`

const relatedLinks = relatedWith(sql`CASE WHEN l.id IS NOT NULL THEN ${link} END`)

const besideText = sql`a.corrections, a."recommendedVideo", ${relatedLinks}, ${versionsColumn}, ${threadColumns}`

/** One story whole, over REST: `ArticleRow`. */
export const articleColumns = sql`${summaryColumns}, ${textColumns}, ${besideText}`

/** The same with an empty text, where only the rest was asked for. */
export const textlessColumns = sql`${summaryColumns}, '[]'::jsonb AS body, '' AS "bodyHtml", '' AS "bodyText", '[]'::jsonb AS links,
  ${besideText}`

/** For GraphQL: what needs no other list, `NodeRow`; loaders add the lists that are asked for. */
export const nodeColumns = sql`${own}, a."originalId", a."replacesId", a.corrections, a."recommendedVideo", a."liveBlog",
  (SELECT ${tagNode} FROM tag t WHERE t.id = a."sectionId") AS section`

/** The node of the story that `targetId` of the relation `r` names; null when it is not live. */
const relatedNode = sql`(SELECT row_to_json(node) FROM (SELECT ${nodeColumns} FROM published_article a WHERE a.id = r."targetId") node)`

const bylineLists = { links: bylinesWith(authorLink), whole: bylinesWith(author) }
const tagLists = { links: tagsWith(tagLink), whole: tagsWith(tagNode) }
const relatedLists = { links: relatedLinks, whole: relatedWith(relatedNode) }

/** A node with the lists that a query asks for: `WantedRow`. */
export function wantedColumns({ text, versions, bylines, tags, related }: Wanted): Prisma.Sql {
  const lists = [
    ...(text ? [textColumns] : []),
    ...(versions ? [versionsColumn] : []),
    ...(bylines === 'none' ? [] : [bylineLists[bylines]]),
    ...(tags === 'none' ? [] : [tagLists[tags]]),
    ...(related === 'none' ? [] : [relatedLists[related]]),
  ]
  return Prisma.join([nodeColumns, ...lists])
}

/** Bylines of the story `articleId` with their authors. `b` is the byline. */
export const bylineColumns = sql`b."articleId", b.role, b."displayName",
  (SELECT ${author} FROM author w WHERE w.id = b."authorId") AS author`

/** Tags of the story `articleId`. `p` is the tagging. */
export const taggingColumns = sql`p."articleId", (SELECT ${tagNode} FROM tag t WHERE t.id = p."tagId") AS tag`

/** Related stories of the story `articleId`, with a node where it leads to a live one. `r` is the relation. */
export const relatedColumns = sql`r."articleId", r."targetId", r.kind, r.url, r.headline, r.score, r.grounds, ${relatedNode} AS live`

/**
 * Reads rows in the order of the source, as one JSON value: Prisma's own conversion of rows costs twice their query. The answer
 * depends on every id in them.
 */
export async function readRows<R>(ctx: Ctx, columns: Prisma.Sql, source: Prisma.Sql): Promise<R[]> {
  const statement = sql`SELECT coalesce(json_agg(found), '[]')::text FROM (SELECT ${columns} ${source}) found`
  const rows = (await ctx.readText(statement)) ?? '[]'
  dependsOnIdsIn(ctx, rows)
  return JSON.parse(rows)
}

/** A set of ids as one parameter, so that the statement is the same for any number. */
export function anyOf(ids: string[]): Prisma.Sql {
  return sql`ANY(${ids}::uuid[])`
}
