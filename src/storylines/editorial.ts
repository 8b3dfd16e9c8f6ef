import type { Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { mergedStoryline, type StorylineInput, type StorylineRecord, untold } from './storyline.ts'

/** A tag as it is to be, with what editors have said of its storyline so far. */
interface Told {
  id: string
  type: string
  before: StorylineRecord | null
}

/**
 * Writes what a change of a tag says of the storyline that it names; what is left out stays. Gives it as it is now.
 * @throws invalid_input for a tag of another type, conflict when a tag ceases to be a storyline and something is said of it,
 * missing_reference for an unknown lead.
 */
export async function saveStoryline(
  tx: Transaction,
  { id, type, before }: Told,
  given: StorylineInput | null | undefined,
): Promise<StorylineRecord | null> {
  if (type !== 'STORYLINE') requireNothingSaid({ id, before }, given)
  if (given === undefined) return before
  if (given === null) {
    await tx.storyline.deleteMany({ where: { tagId: id } })
    return null
  }
  const { leadArticleId, ...said } = given
  const lead = leadArticleId === undefined ? {} : { leadArticleId: leadArticleId?.toLowerCase() ?? null }
  if (lead.leadArticleId) await requireArticle(tx, lead.leadArticleId)
  return writeStoryline(tx, id, { ...(before ?? untold), ...said, ...lead })
}

/** Lets the storyline of a merged tag go into that of the tag that stays, if that names one. */
export async function mergeStorylines(
  tx: Transaction,
  from: { id: string; storyline: StorylineRecord | null },
  into: { id: string; type: string; storyline: StorylineRecord | null },
): Promise<void> {
  await tx.storyline.deleteMany({ where: { tagId: from.id } })
  const merged = into.type === 'STORYLINE' ? mergedStoryline(from.storyline, into.storyline) : null
  if (merged) await writeStoryline(tx, into.id, merged)
}

async function writeStoryline(tx: Transaction, tagId: string, given: StorylineRecord): Promise<StorylineRecord> {
  const { status, summary, leadArticleId } = given
  const data = { status, summary, leadArticleId }
  return tx.storyline.upsert({ where: { tagId }, create: { tagId, ...data }, update: data })
}

function requireNothingSaid(
  { id, before }: Pick<Told, 'id' | 'before'>,
  given: StorylineInput | null | undefined,
): void {
  if (given) throw invalidInput([{ path: 'storyline', message: 'is only for tags of type STORYLINE' }])
  if (before && given === undefined)
    throw new Refusal(
      'conflict',
      `tag ${id} has the status, summary or lead of a storyline; send storyline: null with the new type to give them up`,
      { faults: [{ path: 'type', message: 'has a storyline, which only STORYLINE has' }] },
    )
}

async function requireArticle(tx: Transaction, id: string): Promise<void> {
  if (await tx.article.findUnique({ where: { id }, select: { id: true } })) return
  throw new Refusal('missing_reference', `storyline.leadArticleId: there is no article ${id}`, {
    faults: [{ path: 'storyline.leadArticleId', message: 'is not the id of an article' }],
  })
}
