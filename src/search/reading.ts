import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { fold } from '../lib/transliterate.ts'
import type { Reading } from './conditions.ts'
import type { Group } from './terms.ts'

// What the database makes of terms: their stems in each language that stories are in, the words that they may begin, and the
// tags, sections and authors whose names have them.

const { sql } = Prisma

/** Names that one term stands for at most: those whose whole name was typed first, then the shortest. */
const maxNames = sql`8`
/** Words that the beginning of one is completed to at most: the most frequent. */
const maxCompletions = sql`10`
/** Names that all terms together stand for at most, so that a statement stays small. */
const maxMarks = 100

interface Row {
  configs: string[] | null
  home: string
  stems: { term: number; config: string; words: string; phrase: string; completions: string[] | null }[] | null
  names: { term: number; marks: string[] }[] | null
  newest: Date | null
}

/** Reads terms in the languages of live stories, or those of these locales. */
export async function readGroups(ctx: Ctx, groups: Group[], locales: string[] | null): Promise<Reading> {
  const terms = groups.flat().map(({ text, folded, isStart }, term) => ({ term, text, folded, isStart }))
  const whole = fold(terms.map(({ folded }) => folded).join(' '))
  const spoken = locales ? sql`SELECT unnest(${locales}::text[]) AS locale` : spokenLocales
  const [row] = await ctx.db.$queryRaw<Row[]>`
    WITH terms AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(terms)}::jsonb)
        AS it (term int, text text, folded text, "isStart" boolean)
    ), configs AS MATERIALIZED (SELECT DISTINCT search_config(spoken.locale) AS config FROM (${spoken}) spoken),
    completions AS MATERIALIZED (${completedWords})
    SELECT (SELECT json_agg(config::text ORDER BY config::text) FROM configs) AS configs,
      search_config(${ctx.site.defaultLocale})::text AS home,
      (SELECT json_agg(json_build_object('term', term, 'config', config::text,
          'words', plainto_tsquery(config, text)::text, 'phrase', phraseto_tsquery(config, text)::text,
          'completions', (SELECT json_agg(DISTINCT plainto_tsquery(config, c.word)::text) FROM completions c
            WHERE c.term = terms.term)))
        FROM terms, configs) AS stems,
      (SELECT json_agg(json_build_object('term', term, 'marks', marks)) FROM (${markedNames(whole)}) named) AS names,
      (SELECT max("publishedAt") FROM published_article) AS newest`
  return toReading(row)
}

function toReading(row: Row | undefined): Reading {
  const stems = new Map((row?.stems ?? []).map(({ term, config, ...rest }) => [`${term} ${config}`, rest]))
  const marks = new Map<number, string[]>()
  let left = maxMarks
  for (const { term, marks: found } of row?.names ?? []) {
    marks.set(term, found.slice(0, left))
    left -= Math.min(left, found.length)
  }
  const none = { words: '', phrase: '', completions: null }
  return {
    configs: row?.configs ?? [],
    home: row?.home ?? '',
    stemsOf: (term, config) => {
      const { words, phrase, completions } = stems.get(`${term} ${config}`) ?? none
      return { words, phrase, completions: (completions ?? []).filter((each) => each !== '' && each !== words) }
    },
    marksOf: (term) => marks.get(term) ?? [],
    newest: row?.newest ?? null,
  }
}

/** The locales of live stories, one step along the index each: there are few, and a million stories. */
const spokenLocales = sql`
  WITH RECURSIVE steps AS (
    (SELECT locale FROM published_article ORDER BY locale LIMIT 1)
    UNION ALL
    SELECT (SELECT p.locale FROM published_article p WHERE p.locale > steps.locale ORDER BY p.locale LIMIT 1)
    FROM steps WHERE steps.locale IS NOT NULL
  ) SELECT locale FROM steps WHERE locale IS NOT NULL`

const completedWords = sql`
  SELECT terms.term, found.word
  FROM terms CROSS JOIN LATERAL (SELECT (tsvector_to_array(to_tsvector('dateline_simple', terms.text)))[1] COLLATE "C" AS start) begun
  CROSS JOIN LATERAL (
    SELECT word FROM search_word WHERE word >= begun.start AND word < begun.start || chr(1114111)
    ORDER BY stories DESC, word LIMIT ${maxCompletions}
  ) found
  WHERE terms."isStart" AND length(begun.start) >= 2`

/** Whether a folded name, and aliases one a line, have the term as whole words; `isStart`: or begin one with it. */
const hasTerm = (names: Prisma.Sql) =>
  sql`' ' || ${names} || ' ' LIKE '% ' || terms.folded || CASE WHEN terms."isStart" THEN '%' ELSE ' %' END`

/**
 * Public tags and authors by term, with those that were merged into them, whose marks older stories have. Short terms are
 * compared with whole names only, which an index has; three letters make a trigram.
 */
function markedNames(whole: string): Prisma.Sql {
  const isTag = sql`t."publicAt" IS NOT NULL AND t."mergedIntoId" IS NULL`
  const isAuthor = sql`w."publicAt" IS NOT NULL AND w."mergedIntoId" IS NULL`
  const named = sql`
    SELECT t.id, t."nameFolded" AS name, t.type = 'SECTION' AS "isSection" FROM tag t WHERE t."nameFolded" = terms.folded AND ${isTag}
    UNION SELECT w.id, w."nameFolded", FALSE FROM author w WHERE w."nameFolded" = terms.folded AND ${isAuthor}
    UNION SELECT t.id, t."nameFolded", t.type = 'SECTION' FROM tag t WHERE length(terms.folded) >= 3 AND ${isTag}
      AND (t."nameFolded" LIKE '%' || terms.folded || '%' OR t."aliasFolded" LIKE '%' || terms.folded || '%')
      AND ${hasTerm(sql`t."nameFolded" || ' ; ' || replace(t."aliasFolded", E'\n', ' ; ')`)}
    UNION SELECT w.id, w."nameFolded", FALSE FROM author w WHERE length(terms.folded) >= 3 AND ${isAuthor}
      AND w."nameFolded" LIKE '%' || terms.folded || '%' AND ${hasTerm(sql`w."nameFolded"`)}`
  return sql`
    SELECT term, array_agg(DISTINCT mark) AS marks
    FROM (
      SELECT terms.term, found.id, found."isSection"
      FROM terms CROSS JOIN LATERAL (
        SELECT id, "isSection" FROM (${named}) named
        ORDER BY strpos(' ' || ${whole} || ' ', ' ' || name || ' ') > 0 DESC, length(name), id LIMIT ${maxNames}
      ) found
      WHERE terms.folded <> ''
    ) wanted
    CROSS JOIN LATERAL (
      SELECT wanted.id UNION ALL SELECT id FROM search_alias WHERE "standsFor" = wanted.id
    ) standing
    CROSS JOIN LATERAL (
      SELECT prefix || replace(standing.id::text, '-', '') AS mark
      FROM unnest(CASE WHEN wanted."isSection" THEN ARRAY['#', '@s'] ELSE ARRAY['#'] END) AS prefix
    ) marked
    GROUP BY term`
}

/** The ids and those of what was merged into them: older stories are marked with these. */
export async function withMerged(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db.searchAlias.findMany({ where: { standsFor: { in: ids } } })
  return new Map(ids.map((id) => [id, [id, ...rows.filter(({ standsFor }) => standsFor === id).map((row) => row.id)]]))
}
