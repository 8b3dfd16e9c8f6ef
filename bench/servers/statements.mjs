// The statements of the server by hand. Every value is a parameter but the address of the site, which is a constant of a run.

const instant = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const tag = (alias) =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'type', ${alias}.type)`

const canonical = (alias, base) => `COALESCE(${alias}."canonicalUrl", '${base}' || ${alias}.path)`

const summary = (base) => `
  a.id, a.slug, a.path, a.locale, a.kicker, a.headline, a.standfirst, a."publishedAt", a."firstPublishedAt", a."updatedAt", a."modifiedAt",
  a."wordCount", a."readingMinutes", a.source, a.version, ${canonical('a', base)} AS "canonicalUrl",
  a."leadMedia",
  CASE WHEN s.id IS NULL THEN NULL ELSE ${tag('s')} END AS section,
  (SELECT COALESCE(json_agg(json_build_object('role', b.role, 'position', b.position + 1, 'displayName', COALESCE(b."displayName", au.name),
      'author', json_build_object('id', au.id, 'slug', au.slug, 'name', au.name, 'kind', au.kind)) ORDER BY b.position), '[]')
    FROM published_byline b JOIN author au ON au.id = b."authorId" WHERE b."articleId" = a.id) AS bylines,
  (SELECT COALESCE(json_agg(${tag('t')} ORDER BY pt.position), '[]')
    FROM published_tag pt JOIN tag t ON t.id = pt."tagId" WHERE pt."articleId" = a.id) AS tags`

const story = (base) => `json_build_object('id', p.id, 'slug', p.slug, 'path', p.path, 'locale', p.locale,
        'kicker', p.kicker, 'headline', p.headline, 'standfirst', p.standfirst, 'leadMedia', p."leadMedia",
        'publishedAt', ${instant('p."publishedAt"')}, 'canonicalUrl', ${canonical('p', base)})`

const joins = 'LEFT JOIN tag s ON s.id = a."sectionId"'

/** $1: slug. */
export const articleSql = (base) => `
  SELECT ${summary(base)}, a.body, a."bodyHtml", a."bodyText", a.corrections, a."recommendedVideo",
  (SELECT COALESCE(json_agg(json_build_object('kind', r.kind, 'position', r.number, 'headline', COALESCE(r.headline, p.headline),
      'url', CASE WHEN p.id IS NULL THEN r.url ELSE ${canonical('p', base)} END,
      'article', CASE WHEN p.id IS NULL THEN NULL ELSE ${story(base)} END,
      'score', r.score, 'reasons', '[]'::json, 'grounds', r.grounds) ORDER BY r.number), '[]')
    FROM (SELECT r.*, row_number() OVER (ORDER BY r.kind, r.position) AS number FROM related_story r
      WHERE r."articleId" = a.id AND (r.url IS NOT NULL OR EXISTS (SELECT FROM published_article live WHERE live.id = r."targetId"))) r
    LEFT JOIN published_article p ON p.id = r."targetId") AS related,
  (SELECT COALESCE(json_agg(json_build_object('locale', v.locale, 'slug', v.slug, 'path', v.path, 'headline', v.headline) ORDER BY v.locale), '[]')
    FROM published_article v WHERE v."originalId" = a."originalId" AND v.id <> a.id) AS translations,
  (SELECT ${story(base)} FROM published_article p WHERE p.id = a."replacesId") AS replaces,
  (SELECT ${story(base)} FROM published_article p WHERE p."replacesId" = a.id ORDER BY p."publishedAt" DESC, p.id DESC LIMIT 1) AS "replacedBy",
  (SELECT json_build_object('tag', ${tag('t')}, 'newest', (SELECT CASE WHEN p.id <> a.id THEN ${story(base)} END
      FROM published_tag n JOIN published_article p ON p.id = n."articleId" WHERE n."tagId" = t.id AND p.locale = a.locale
      ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT 1))
    FROM published_tag pt JOIN tag t ON t.id = pt."tagId" WHERE pt."articleId" = a.id AND t.type = 'STORYLINE'
    ORDER BY pt.position LIMIT 1) AS storyline,
  NULL AS "liveBlog", NULL AS "mostPopularRank", -- this archive has none
  (SELECT COALESCE(json_agg(json_build_object('id', p.id, 'path', p.path, 'headline', p.headline, 'url', ${canonical('p', base)})), '[]')
    FROM published_link l JOIN published_article p ON p.id = l."targetId" WHERE l."articleId" = a.id) AS links
  FROM published_article a ${joins}
  WHERE a.slug = $1`

/** $1: rows; $2, $3: publishedAt and id of the story before the first, or nulls. */
export const latestSql = (base) => `
  SELECT ${summary(base)} FROM (
    SELECT * FROM published_article
    WHERE ("publishedAt", id) < (COALESCE($2::timestamptz, 'infinity'), COALESCE($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    ORDER BY "publishedAt" DESC, id DESC LIMIT $1
  ) a ${joins} ORDER BY a."publishedAt" DESC, a.id DESC`

/** $1: slug of the tag; $2: rows; $3, $4: as above. */
export const taggedSql = (base) => `
  SELECT ${summary(base)} FROM (
    SELECT "articleId" FROM published_tag
    WHERE "tagId" = (SELECT "tagId" FROM tag_slug WHERE slug = $1)
      AND ("publishedAt", "articleId") < (COALESCE($3::timestamptz, 'infinity'), COALESCE($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT $2
  ) page JOIN published_article a ON a.id = page."articleId" ${joins} ORDER BY a."publishedAt" DESC, a.id DESC`
