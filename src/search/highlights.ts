import { anyOf } from '../articles/reading.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { beginningsIn } from './conditions.ts'
import { markHits, markRuns, snippetAround } from './marking.ts'
import type { Highlight } from './search.ts'

const { sql } = Prisma

/** Characters of a text that are looked through, and of the part that is read for a snippet: PostgreSQL reads 4,000 in a ms. */
const searchedLength = sql`8000`
const readLength = sql`1000`
/** Characters in front of the first word that is read. */
const leadLength = sql`120`

interface Row {
  id: string
  headline: string
  snippet: string
}

/** What to mark. */
interface Marked {
  /** The query that says what is a hit. */
  rank: string
  /** Letters without spaces, which PostgreSQL cannot mark. */
  runs: string[]
}

/** The words of a search in their place, for the stories of one page. */
export async function highlightHits(ctx: Ctx, { rank, runs }: Marked, ids: string[]): Promise<Map<string, Highlight>> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT a.id,
      ts_headline(search_config(a.locale), translate(a.headline, U&'\\E000\\E001', ''), ${rank}::tsquery,
        U&'HighlightAll=true, StartSel=\\E000, StopSel=\\E001') AS headline,
      ${runs.length > 0 ? sql`part.text` : marked(rank)} AS snippet
    FROM published_article a
    CROSS JOIN LATERAL (
      SELECT translate(left(concat_ws(E'\n', a.standfirst, a."bodyText", (
        SELECT string_agg(concat_ws(E'\n', p.title, p."bodyText"), E'\n' ORDER BY p.at DESC)
        FROM published_post p WHERE p."articleId" = a.id)), ${searchedLength}), U&'\\E000\\E001', '') AS text
      OFFSET 0
    ) whole
    CROSS JOIN LATERAL (SELECT lower(unaccent(whole.text)) AS text OFFSET 0) folded
    CROSS JOIN LATERAL (
      SELECT coalesce(min(place), 1) AS place
      FROM unnest(${[...beginningsIn(rank), ...runs]}::text[]) AS stem CROSS JOIN LATERAL strpos(folded.text, stem) AS place
      WHERE place > 0
    ) first
    CROSS JOIN LATERAL (
      SELECT CASE WHEN first.place <= ${leadLength} THEN left(whole.text, ${readLength})
        ELSE regexp_replace(substr(whole.text, (first.place - ${leadLength})::int, ${readLength}), '^\\S{0,40}\\s+', '') END AS text
    ) part
    WHERE a.id = ${anyOf(ids)}`
  return new Map(rows.map((row) => [row.id, toHighlight(row, runs)]))
}

const marked = (rank: string) => sql`
  ts_headline(search_config(a.locale), part.text, ${rank}::tsquery,
    U&'MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … ", StartSel=\\E000, StopSel=\\E001')`

function toHighlight({ headline, snippet }: Row, runs: string[]): Highlight {
  return {
    headline: markHits(markRuns(headline, runs)),
    snippet: markHits(runs.length > 0 ? snippetAround(snippet, runs) : snippet),
  }
}
