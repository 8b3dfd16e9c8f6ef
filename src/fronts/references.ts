import { loadMedia } from '../articles/references.ts'
import type { Transaction } from '../core/ctx.ts'
import { type Fault, Refusal } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import type { Backfill, FrontContent, Terms } from './front.ts'

/**
 * The content with ids in the place of the slugs that its backfill names. Holds tags, authors and assets until the transaction
 * ends, so that none is deleted meanwhile.
 * @throws missing_reference with everything that leads nowhere, or to something that cannot stand there.
 */
export async function withReferences(tx: Transaction, content: FrontContent): Promise<FrontContent> {
  const known = await idsByKey(tx, content)
  const faults = [...(await slotFaults(tx, content)), ...backfillFaults(content, known)]
  if (faults.length > 0)
    throw new Refusal('missing_reference', faults.map(({ path, message }) => `${path} ${message}`).join('; '), {
      faults,
    })
  return { ...content, backfill: content.backfill && withIds(content.backfill, known) }
}

async function slotFaults(tx: Transaction, { slots }: FrontContent): Promise<Fault[]> {
  const articleIds = slots.flatMap(({ articleId }) => articleId ?? [])
  const mediaIds = [...new Set(slots.flatMap(({ image }) => image?.mediaId ?? []))]
  const rows = await tx.article.findMany({ where: { id: { in: articleIds } }, select: { id: true } })
  const articles = new Set(rows.map(({ id }) => id))
  await tx.$queryRaw`SELECT id FROM media_asset WHERE id = ANY(${mediaIds}::uuid[]) ORDER BY id FOR KEY SHARE`
  const media = await loadMedia(tx, mediaIds)
  return slots.flatMap(({ articleId, image }, index) => [
    ...(articleId && !articles.has(articleId)
      ? [{ path: `slots[${index}].articleId`, message: `${articleId} is not the id of an article` }]
      : []),
    ...(image && media.get(image.mediaId)?.type !== 'IMAGE'
      ? [{ path: `slots[${index}].image.mediaId`, message: `${image.mediaId} is not the id of an IMAGE` }]
      : []),
  ])
}

const nouns = { tags: 'a tag', sections: 'a section', authors: 'an author' } as const
type Noun = keyof typeof nouns
type Known = Record<Noun, Map<string, string>>

/** The ids that keys of tags, sections and authors stand for, by the key. */
async function idsByKey(tx: Transaction, { backfill }: FrontContent): Promise<Known> {
  const none: Known = { tags: new Map(), sections: new Map(), authors: new Map() }
  if (!backfill) return none
  const tags = keysOf([...backfill.tags, ...backfill.sections])
  const authors = keysOf(backfill.authors)
  const found = await tx.$queryRaw<{ key: string; id: string; noun: Noun }[]>`
    WITH tags AS (
      SELECT slug AS key, "tagId" AS id FROM tag_slug WHERE slug = ANY(${tags.slugs}::text[])
      UNION ALL SELECT id::text, id FROM tag WHERE id = ANY(${tags.ids}::uuid[])
    ), authors AS (
      SELECT slug AS key, "authorId" AS id FROM author_slug WHERE slug = ANY(${authors.slugs}::text[])
      UNION ALL SELECT id::text, id FROM author WHERE id = ANY(${authors.ids}::uuid[])
    ), held_tags AS (SELECT id, type FROM tag WHERE id IN (SELECT id FROM tags) FOR KEY SHARE),
    held_authors AS (SELECT id FROM author WHERE id IN (SELECT id FROM authors) FOR KEY SHARE)
    SELECT key, id::text, CASE WHEN type = 'SECTION' THEN 'sections' ELSE 'tags' END AS noun FROM tags JOIN held_tags USING (id)
    UNION ALL SELECT key, id::text, 'authors' FROM authors JOIN held_authors USING (id)`
  for (const { key, id, noun } of found) none[noun].set(key, id)
  return none
}

function keysOf(terms: Terms[]): { ids: string[]; slugs: string[] } {
  const keys = terms.flatMap(({ any, all, none }) => [...(any ?? []), ...(all ?? []), ...(none ?? [])])
  return {
    ids: keys.filter((key) => uuidPattern.test(key)).map((key) => key.toLowerCase()),
    slugs: keys.filter((key) => !uuidPattern.test(key)),
  }
}

function backfillFaults({ backfill }: FrontContent, known: Known): Fault[] {
  if (!backfill) return []
  return (Object.keys(nouns) as Noun[]).flatMap((noun) =>
    backfill[noun].flatMap((terms, index) =>
      (['any', 'all', 'none'] as const).flatMap((word) =>
        (terms[word] ?? []).flatMap((key, place) =>
          known[noun].has(plain(key))
            ? []
            : [
                {
                  path: `backfill.${noun}[${index}].${word}[${place}]`,
                  message: `'${key}' is not the id or slug of ${nouns[noun]}`,
                },
              ],
        ),
      ),
    ),
  )
}

function withIds(backfill: Backfill, known: Known): Backfill {
  const ids = (noun: Noun) => (keys: string[] | null) => keys?.map((key) => known[noun].get(plain(key)) ?? key) ?? null
  const terms = (noun: Noun) =>
    backfill[noun].map(({ any, all, none }) => ({ any: ids(noun)(any), all: ids(noun)(all), none: ids(noun)(none) }))
  return { ...backfill, tags: terms('tags'), sections: terms('sections'), authors: terms('authors') }
}

function plain(key: string): string {
  return uuidPattern.test(key) ? key.toLowerCase() : key
}
