import type { Ctx, Transaction } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import type { StoryWords } from './features.ts'

// Stories as the engine reads them: their words as search has them, stemmed by the language of each.

const { sql } = Prisma

/** Characters of a text that are looked at. */
export const textLength = 30_000

export interface StoryRead extends StoryWords {
  id: string
  locale: string
  /** Stories are compared within one: the first part of the locale. */
  language: string
  originalId: string
  publishedAt: Date
}

type Row = Omit<StoryRead, 'text' | 'publishedAt'> & { publishedAt: string; title: string; body: string }

const columns = sql`a.id, a.locale, split_part(a.locale, '-', 1) AS language, a."originalId", a."publishedAt",
  a.headline AS title, left(concat_ws(E'\n', a.standfirst, a."bodyText"), ${textLength}::int) AS body,
  tsvector_to_array(ts_filter(s.heads, '{a}')) AS headline,
  (SELECT coalesce(json_agg(json_build_array(u.lexeme, u.positions)), '[]') FROM unnest(s.words) u WHERE u.positions IS NOT NULL) AS words`

/** Those of these stories that are live. */
export async function readStories(tx: Transaction | Ctx['db'], ids: string[]): Promise<StoryRead[]> {
  const [answer] = await tx.$queryRaw<{ rows: string }[]>`
    SELECT coalesce(json_agg(found), '[]')::text AS rows FROM (
      SELECT ${columns} FROM published_article a
      CROSS JOIN LATERAL (
        SELECT h.heads, p.words FROM published_search p JOIN published_heads h USING ("articleId") WHERE p."articleId" = a.id
        UNION ALL SELECT v.heads, v.words FROM searchable_story v
        WHERE v."articleId" = a.id AND NOT EXISTS (SELECT FROM published_search p WHERE p."articleId" = a.id)
      ) s
      WHERE a.id = ANY(${ids}::uuid[])
    ) found`
  return (JSON.parse(answer?.rows ?? '[]') as Row[]).map(toStory)
}

/** A text that is in no published table, as it would be read there. */
export async function readDraft(
  db: Ctx['db'],
  draft: { id: string; locale: string; originalId: string; headline: string; text: string; publishedAt: Date },
): Promise<StoryRead> {
  const { headline, text, locale, publishedAt, ...ids } = draft
  const [answer] = await db.$queryRaw<{ row: string }[]>`
    SELECT row_to_json(found)::text AS row FROM (
      SELECT split_part(${locale}, '-', 1) AS language,
        tsvector_to_array(to_tsvector(search_config(${locale}), search_text(${headline}))) AS headline,
        (SELECT coalesce(json_agg(json_build_array(u.lexeme, u.positions)), '[]')
          FROM unnest(to_tsvector(search_config(${locale}), left(search_text(left(${`${headline}\n${text}`}, 80000)), 160000))) u) AS words
    ) found`
  const counted = JSON.parse(answer?.row ?? '{}') as Pick<StoryRead, 'language' | 'headline' | 'words'>
  return { ...ids, ...counted, locale, publishedAt, text: proseOf(headline, text.slice(0, textLength)) }
}

function toStory({ title, body, publishedAt, ...row }: Row): StoryRead {
  return { ...row, publishedAt: new Date(publishedAt), text: proseOf(title, body) }
}

/** What names are looked for in: not a headline all in capitals, where every word would be one. */
function proseOf(headline: string, body: string): string {
  return headline === headline.toUpperCase() ? body : `${headline}\n${body}`
}

/** In how many stories of these languages each of these terms stands, and how many stories there are. */
export async function countsOf(
  tx: Transaction | Ctx['db'],
  languages: string[],
  terms: number[],
): Promise<{ storiesWith: (term: number) => number; all: number }> {
  const [answer] = await tx.$queryRaw<{ rows: string }[]>`
    SELECT coalesce(json_agg(json_build_array(term, stories)), '[]')::text AS rows FROM related_term
    WHERE language = ANY(${languages}::text[]) AND term = ANY(${[0, ...terms]}::int[])`
  const stories = new Map<number, number>()
  for (const [term, count] of JSON.parse(answer?.rows ?? '[]') as [number, number][])
    stories.set(term, (stories.get(term) ?? 0) + count)
  return { storiesWith: (term) => stories.get(term) ?? 0, all: stories.get(0) ?? 0 }
}

/** Words of the text by the form in which they are counted, as far as one of these is wanted. What is counted as several is none. */
export async function surfacesOf(
  tx: Transaction | Ctx['db'],
  { locale, text }: Pick<StoryRead, 'locale' | 'text'>,
  wanted: Set<string>,
): Promise<Map<string, string>> {
  const starts = new Set([...wanted].map((word) => word.slice(0, 3)))
  // What is counted in two letters is found by these.
  const canBe = (word: string) =>
    stemStarts(word).some((at) => starts.has(word.slice(at, at + 3)) || starts.has(word.slice(at, at + 2)))
  const words = new Set(text.match(/[\p{L}\p{M}\p{N}]{2,40}/gu) ?? [])
  const likely = [...words].filter((word) => canBe(folded(word))).slice(0, 400)
  if (likely.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ word: string; counted: string }[]>`
    SELECT word, counted[1] AS counted FROM unnest(${likely}::text[]) word
    CROSS JOIN LATERAL tsvector_to_array(to_tsvector(search_config(${locale}), search_text(word))) counted
    WHERE cardinality(counted) = 1`
  const surfaces = new Map<string, string>()
  for (const { word, counted } of rows) {
    const known = surfaces.get(counted)
    // The first word of a sentence has a capital that is not its own.
    if (wanted.has(counted) && (!known || (known !== known.toLowerCase() && word === word.toLowerCase())))
      surfaces.set(counted, word)
  }
  return surfaces
}

/** Where the counted form of a word may begin: in Arabic behind 'and', 'in', 'for' and the article, which are written as one with it. */
function stemStarts(word: string): number[] {
  return /^\p{Script=Arabic}/u.test(word) ? [0, 1, 2, 3] : [0]
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
