-- Accents are folded by the extension's dictionary. Trusted since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "published_search" (
    "articleId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "heads" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "published_search_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "stories" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_alias" (
    "id" UUID NOT NULL,
    "standsFor" UUID NOT NULL,

    CONSTRAINT "search_alias_pkey" PRIMARY KEY ("id")
);

-- What ranking reads stays in the row. What only the index and phrases read leaves it, uncompressed: it is read a thousand times
-- for each time that it is written.
ALTER TABLE "published_search" ALTER COLUMN "heads" SET STORAGE MAIN, ALTER COLUMN "words" SET STORAGE EXTERNAL;

-- A configuration for each language that PostgreSQL has a stemmer for in every version from 15 on, with accents folded before
-- the stemmer, and 'dateline_simple' for all others: folded and in lower case only.
DO $$
DECLARE
  language text;
BEGIN
  CREATE TEXT SEARCH CONFIGURATION dateline_simple (COPY = pg_catalog.simple);
  ALTER TEXT SEARCH CONFIGURATION dateline_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
  FOREACH language IN ARRAY ARRAY['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese',
    'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish']
  LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'dateline_' || language, language);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR hword, hword_part, word WITH unaccent, pg_catalog.%I',
      'dateline_' || language, language || '_stem');
  END LOOP;
END
$$;

-- The configuration for stories of this locale, by the language in front of it.
CREATE FUNCTION search_config(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE split_part(locale, '-', 1)
  WHEN 'ar' THEN 'dateline_arabic'::regconfig
  WHEN 'hy' THEN 'dateline_armenian'::regconfig
  WHEN 'eu' THEN 'dateline_basque'::regconfig
  WHEN 'ca' THEN 'dateline_catalan'::regconfig
  WHEN 'da' THEN 'dateline_danish'::regconfig
  WHEN 'nl' THEN 'dateline_dutch'::regconfig
  WHEN 'en' THEN 'dateline_english'::regconfig
  WHEN 'fi' THEN 'dateline_finnish'::regconfig
  WHEN 'fr' THEN 'dateline_french'::regconfig
  WHEN 'de' THEN 'dateline_german'::regconfig
  WHEN 'el' THEN 'dateline_greek'::regconfig
  WHEN 'hi' THEN 'dateline_hindi'::regconfig
  WHEN 'hu' THEN 'dateline_hungarian'::regconfig
  WHEN 'id' THEN 'dateline_indonesian'::regconfig
  WHEN 'ga' THEN 'dateline_irish'::regconfig
  WHEN 'it' THEN 'dateline_italian'::regconfig
  WHEN 'lt' THEN 'dateline_lithuanian'::regconfig
  WHEN 'ne' THEN 'dateline_nepali'::regconfig
  WHEN 'no' THEN 'dateline_norwegian'::regconfig
  WHEN 'nb' THEN 'dateline_norwegian'::regconfig
  WHEN 'nn' THEN 'dateline_norwegian'::regconfig
  WHEN 'pt' THEN 'dateline_portuguese'::regconfig
  WHEN 'ro' THEN 'dateline_romanian'::regconfig
  WHEN 'ru' THEN 'dateline_russian'::regconfig
  WHEN 'sr' THEN 'dateline_serbian'::regconfig
  WHEN 'es' THEN 'dateline_spanish'::regconfig
  WHEN 'sv' THEN 'dateline_swedish'::regconfig
  WHEN 'ta' THEN 'dateline_tamil'::regconfig
  WHEN 'tr' THEN 'dateline_turkish'::regconfig
  WHEN 'yi' THEN 'dateline_yiddish'::regconfig
  ELSE 'dateline_simple'::regconfig
END;

-- Letters of scripts that put no spaces between words (and Hangul, whose words carry endings): the same as `unspaced` in
-- src/search/terms.ts. They become pairs, each letter with the next, and the last of a run alone, so that any part of a run is found.
CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  WITH normal AS (SELECT CASE WHEN given IS NFKC NORMALIZED THEN given ELSE normalize(given, NFKC) END AS body)
  SELECT CASE WHEN body !~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FA\u30FC-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\U00020000-\U000323AF]'
    THEN body
    ELSE (
      SELECT string_agg(CASE WHEN NOT it THEN letter WHEN next_is THEN ' ' || letter || next ELSE ' ' || letter || ' ' END, '' ORDER BY place)
      FROM (
        SELECT letter, place, it, lead(letter) OVER (ORDER BY place) AS next, lead(it) OVER (ORDER BY place) AS next_is
        FROM (
          SELECT letter, place, letter ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FA\u30FC-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\U00020000-\U000323AF]' AS it
          FROM string_to_table(body, NULL) WITH ORDINALITY AS letters (letter, place)
        ) letters
      ) pairs
    )
  END
  FROM normal
);

-- What search knows of each live story. Tags, authors and sections are in it by id, so that a new name reaches all their stories
-- at once; marks of the week, the month, the language and the configuration narrow a search inside the index:
--   #<tag or author>  @s<section>  @w2922 (weeks since 1970)  @2026-01  @l:pt-BR  @c:dateline_portuguese
-- A text search vector holds a megabyte: 80,000 characters fit, whatever they are.
CREATE VIEW searchable_story AS
SELECT a.id AS "articleId", a."publishedAt",
  setweight(to_tsvector(search_config(a.locale), search_text(a.headline)), 'A')
    || coalesce((SELECT string_agg(quote_literal(mark) || ':1B', ' ') FROM unnest(names.marks) AS mark)::tsvector, '')
    || setweight(to_tsvector(search_config(a.locale), search_text(concat_ws(E'\n', a.standfirst, names.printed))), 'B')
    || setweight(to_tsvector(search_config(a.locale), search_text(coalesce(a.kicker, ''))), 'C')
    || to_tsvector(search_config(a.locale), search_text(left(a."bodyText", 400))) AS heads,
  array_to_tsvector(names.marks || ARRAY[
      '@w' || floor(extract(epoch FROM a."publishedAt") / 604800), '@' || to_char(a."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM'), '@l:' || a.locale, '@c:' || search_config(a.locale)])
    || to_tsvector(search_config(a.locale),
      left(search_text(left(concat_ws(E'\n', a.headline, a.standfirst, a.kicker, names.printed, a."bodyText"), 80000)), 160000))
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
) names;

-- Words of headlines, opening sentences and names, for completion and for "did you mean". Never shown before a live story was
-- found by them.
CREATE VIEW searchable_word AS
SELECT a.id AS "articleId", word
FROM published_article a
CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('dateline_simple', search_text(concat_ws(E'\n', a.headline, a.kicker, a.standfirst,
  (SELECT string_agg(t.name, E'\n') FROM published_tag p JOIN tag t ON t.id = p."tagId" WHERE p."articleId" = a.id),
  (SELECT string_agg(concat_ws(E'\n', b."displayName", w.name), E'\n') FROM published_byline b JOIN author w ON w.id = b."authorId"
    WHERE b."articleId" = a.id)))))) AS word
WHERE word ~ '^[[:alpha:]]{3,40}$';

INSERT INTO "search_alias"
SELECT id, "mergedIntoId" FROM "tag" WHERE "mergedIntoId" IS NOT NULL
UNION ALL SELECT id, "mergedIntoId" FROM "author" WHERE "mergedIntoId" IS NOT NULL;

-- The newest live stories of before; of a large archive the job `fill-search` adds the others while readers are served already.
INSERT INTO "published_search" SELECT s."articleId", s."publishedAt", s.heads, s.words
FROM (SELECT id FROM "published_article" ORDER BY "publishedAt" DESC, id DESC LIMIT 20000) newest
JOIN searchable_story s ON s."articleId" = newest.id;
INSERT INTO "search_word" SELECT word, count(*) FROM searchable_word JOIN "published_search" USING ("articleId") GROUP BY word;

-- CreateIndex: a short list of what is not in the index yet, for every search reads it whole.
CREATE INDEX "published_search_words_idx" ON "published_search" USING GIN ("words") WITH (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "search_alias_standsFor_idx" ON "search_alias"("standsFor");

-- CreateIndex
CREATE INDEX "search_word_trigram" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "published_search" ADD CONSTRAINT "published_search_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
