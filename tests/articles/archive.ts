import type { MatchFacts } from '../../src/articles/filter.ts'
import type { DateField } from '../../src/articles/query.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'

/** A live story as lists know it. */
export type ArchivedStory = MatchFacts & Record<DateField, Date> & { id: string }

/** The id of the n-th story of an archive. */
export const archivedId = (n: number) => `0192a1b0-0000-7000-9000-${n.toString(16).padStart(12, '0')}`

/** Puts stories among those that readers see, without revisions behind them: for questions about many stories. */
export async function loadArchive(db: PrismaClient, stories: ArchivedStory[]): Promise<void> {
  for (let from = 0; from < stories.length; from += 5_000) await loadPart(db, stories.slice(from, from + 5_000))
  await db.$executeRaw`ANALYZE`
}

async function loadPart(db: PrismaClient, stories: ArchivedStory[]): Promise<void> {
  const rows = JSON.stringify(stories)
  await db.$transaction(
    async (tx) => {
      // Without triggers and foreign keys.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`
        INSERT INTO published_article (id, "revisionId", version, "originalId", locale, slug, path, headline, "sectionId", body,
          "bodyHtml", "bodyText", "wordCount", "readingMinutes", "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
        SELECT id, id, 1, id, locale, 's-' || id, '/s-' || id, 'Story ' || id, "sectionId", '[]', '<p>Text.</p>', repeat('Text. ', 100),
          100, 1, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt"
        FROM jsonb_to_recordset(${rows}::jsonb) AS s (id uuid, locale text, "sectionId" uuid, "publishedAt" timestamptz,
          "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)`
      await tx.$executeRaw`
        INSERT INTO published_tag ("articleId", "tagId", position, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
        SELECT s.id, t.id::uuid, t.place, s."publishedAt", s."firstPublishedAt", s."updatedAt", s."modifiedAt"
        FROM jsonb_to_recordset(${rows}::jsonb) AS s (id uuid, "tagIds" jsonb, "publishedAt" timestamptz,
            "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)
          CROSS JOIN jsonb_array_elements_text(s."tagIds") WITH ORDINALITY AS t (id, place)`
      await tx.$executeRaw`
        INSERT INTO published_byline ("articleId", "authorId", position, role, "publishedAt", "firstPublishedAt", "updatedAt",
          "modifiedAt")
        SELECT s.id, b.id::uuid, b.place, 'Reporting', s."publishedAt", s."firstPublishedAt", s."updatedAt", s."modifiedAt"
        FROM jsonb_to_recordset(${rows}::jsonb) AS s (id uuid, "authorIds" jsonb, "publishedAt" timestamptz,
            "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)
          CROSS JOIN jsonb_array_elements_text(s."authorIds") WITH ORDINALITY AS b (id, place)`
    },
    { timeout: 60_000 },
  )
}
