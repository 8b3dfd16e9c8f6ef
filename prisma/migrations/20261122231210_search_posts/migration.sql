-- A live blog is found by its posts too, the newest first where there are more than search holds.
CREATE OR REPLACE VIEW searchable_story AS
SELECT a.id AS "articleId", a."publishedAt",
  setweight(to_tsvector(search_config(a.locale), search_text(a.headline)), 'A')
    || coalesce((SELECT string_agg(quote_literal(mark) || ':1B', ' ') FROM unnest(names.marks) AS mark)::tsvector, '')
    || setweight(to_tsvector(search_config(a.locale), search_text(concat_ws(E'\n', a.standfirst, names.printed))), 'B')
    || setweight(to_tsvector(search_config(a.locale), search_text(coalesce(a.kicker, ''))), 'C')
    || to_tsvector(search_config(a.locale), search_text(left(a."bodyText", 400))) AS heads,
  array_to_tsvector(names.marks || ARRAY[
      '@w' || floor(extract(epoch FROM a."publishedAt") / 604800), '@' || to_char(a."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM'), '@l:' || a.locale, '@c:' || search_config(a.locale)])
    || to_tsvector(search_config(a.locale),
      left(search_text(left(concat_ws(E'\n', a.headline, a.standfirst, a.kicker, names.printed, a."bodyText", posts.texts), 80000)), 160000))
    AS words
FROM published_article a
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(mark ORDER BY mark) FILTER (WHERE mark IS NOT NULL), '{}') AS marks,
    string_agg(name, E'\n') AS printed
  FROM (
    SELECT '#' || replace(p."tagId"::text, '-', '') AS mark, NULL AS name FROM published_tag p WHERE p."articleId" = a.id
    UNION SELECT '#' || replace(b."authorId"::text, '-', ''), b."displayName" FROM published_byline b WHERE b."articleId" = a.id
    UNION SELECT '@s' || replace(a."sectionId"::text, '-', ''), NULL
  ) mentioned
) names
CROSS JOIN LATERAL (
  SELECT string_agg(concat_ws(E'\n', p.title, p."bodyText"), E'\n' ORDER BY p.at DESC) AS texts
  FROM published_post p WHERE p."articleId" = a.id
) posts;
