import type { Ctx, Transaction } from '../core/ctx.ts'
import type { ImportStory } from './item.ts'

/** A new story of a batch. */
interface Joining {
  item: Pick<ImportStory, 'translationSet'>
  story: { id: string; content: { locale: string } }
}

/** What new stories are translations of, by their ids, and what is to be told of those that cannot be one. */
interface Joined {
  originals: Map<string, string>
  remarks: Map<string, string[]>
}

/**
 * Joins new stories to those that translate the same, here or in the same batch: the first of a set that came is the original, and is
 * noted under the name of the set. Of two in one language the second stands alone. In a transaction that has the lock of the source.
 */
export async function joinTranslations(ctx: Ctx, tx: Transaction, source: string, stories: Joining[]): Promise<Joined> {
  const joined: Joined = { originals: new Map(), remarks: new Map() }
  const sets = [...new Set(stories.flatMap(({ item }) => item.translationSet ?? []))]
  if (sets.length === 0) return joined
  const { bySet, places } = await translationsOf(tx, source, sets)
  const made: { externalId: string; targetId: string }[] = []
  for (const { item, story } of stories) {
    const set = item.translationSet
    if (!set) continue
    const original = bySet.get(set)
    const place = `${original ?? story.id} ${story.content.locale}`
    if (!original) {
      bySet.set(set, story.id)
      made.push({ externalId: set, targetId: story.id })
    } else if (places.has(place))
      joined.remarks.set(story.id, [`is no translation here: another one is in '${story.content.locale}' already`])
    else joined.originals.set(story.id, original)
    places.add(place)
  }
  const rows = made.map((row) => ({ ...row, source, noun: 'ARTICLE' as const, changedAt: ctx.now }))
  await tx.importIdentity.createMany({ data: rows })
  return joined
}

/** The originals of sets that are here, and the languages that each has: `ID LOCALE`. */
async function translationsOf(tx: Transaction, source: string, sets: string[]) {
  const rows = await tx.$queryRaw<{ set: string; original: string; locale: string }[]>`
    WITH known AS (
      SELECT i."externalId" AS set, coalesce(a."originalId", a.id) AS original FROM import_identity i JOIN article a ON a.id = i."targetId"
      WHERE i.source = ${source} AND i.noun = 'ARTICLE' AND i."externalId" = ANY(${sets}::text[])
    )
    SELECT k.set, k.original::text, a.locale FROM known k JOIN article a ON a.id = k.original
    UNION ALL SELECT k.set, k.original::text, a.locale FROM known k JOIN article a ON a."originalId" = k.original`
  const bySet = new Map(rows.map(({ set, original }) => [set, original]))
  return { bySet, places: new Set(rows.map(({ original, locale }) => `${original} ${locale}`)) }
}
