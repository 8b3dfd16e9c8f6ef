import type { ArticleContent } from '../articles/article.ts'
import { factsOf } from '../articles/facts.ts'
import { storyKeys } from '../articles/keys.ts'
import { verifyJournal } from '../audit/verify.ts'
import { noteChange } from '../core/commit.ts'
import type { Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent, withEventsLast } from '../core/events.ts'
import { finishStories } from './restore-live.ts'
import { finishPosts } from './restore-posts.ts'
import { type Noted, notedPages, type Restoring } from './restoring.ts'

/** Writes what could wait until all things are there: what they refer to, and what readers see. */
export async function finishThings(restoring: Restoring): Promise<void> {
  await linkThings(restoring.tx)
  await finishStories(restoring)
  await finishPosts(restoring)
}

/** Writes the journal, the last thing of all: from here to the end of the transaction nobody else can. */
export async function journalRestored(restoring: Restoring): Promise<void> {
  if (restoring.hasJournal) await finishJournal(restoring.tx)
  else await recordRestored(restoring)
}

/** Sets what tags, authors and media refer to among themselves. */
async function linkThings(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    UPDATE tag SET "parentId" = (later ->> 'parentId')::uuid, "mergedIntoId" = (later ->> 'mergedIntoId')::uuid
    FROM restored_thing r WHERE r.type = 'tag' AND r.id = tag.id`
  await tx.$executeRaw`
    UPDATE author SET "mergedIntoId" = (later ->> 'mergedIntoId')::uuid
    FROM restored_thing r WHERE r.type = 'author' AND r.id = author.id`
  await tx.$executeRaw`
    UPDATE media_asset SET "mergedIntoId" = (later ->> 'mergedIntoId')::uuid
    FROM restored_thing r WHERE r.type = 'media' AND r.id = media_asset.id`
}

/** Makes the journal of the file that of the newsroom. @throws invalid_input when it was altered, conflict when there is one already */
async function finishJournal(tx: Transaction): Promise<void> {
  const [last] = await tx.journalEntry.findMany({ orderBy: { number: 'desc' }, take: 1 })
  if (!last) return
  const { number, hash } = last
  const [head] = await tx.$queryRaw<{ number: bigint }[]>`SELECT number FROM journal_head WHERE id = 1 FOR UPDATE`
  if (head && head.number > 0n)
    throw new Refusal(
      'conflict',
      'this newsroom has a journal of its own already; restore into an empty one, or export without --journal',
    )
  await tx.journalHead.update({ where: { id: 1 }, data: { number, hash } })
  const { fault } = await verifyJournal(tx)
  if (fault) throw new Refusal('invalid_input', `the journal of the file was altered: ${fault}. Nothing was restored`)
  await tx.$executeRaw`SELECT pg_notify('dateline_journal', ${number}::text)`
  const keys = await tx.$queryRaw<{ key: string }[]>`SELECT DISTINCT unnest(keys) AS key FROM journal_entry`
  noteChange(
    tx,
    number,
    keys.map(({ key }) => key),
  )
}

/** Why, in the journal. */
const note = 'Restored from an export'

/** Tells mirrors, webhooks and kept answers of everything that readers can see now, a page at a time. */
async function recordRestored(restoring: Restoring): Promise<void> {
  const { ctx, tx } = restoring
  for (const noun of ['author', 'tag'] as const)
    for await (const page of notedPages<{ publicAt: string | null }>(restoring, noun)) {
      const told = { version: 1, isPublic: true, keys: [`list:${noun}s`], note }
      await withEventsLast(ctx, tx, async () => {
        for (const { id, later } of page)
          if (later.publicAt) await recordEvent(ctx, tx, { type: `${noun}.created`, subjectId: id, ...told })
      })
    }
  for await (const page of notedPages<{ live: object | null }>(restoring, 'article'))
    await recordStories(restoring, page)
  for await (const page of notedPages<{ liveNumber: number | null; version: number }>(restoring, 'front')) {
    const told = { type: 'front.published' as const, isPublic: true, keys: ['list:fronts'], note }
    for (const { id, later } of page)
      if (later.liveNumber !== null)
        await recordEvent(ctx, tx, {
          ...{ ...told, subjectId: id, version: later.version },
          data: { number: later.liveNumber },
        })
  }
}

type Place = { id: string; version: number; content: ArticleContent }

async function recordStories({ ctx, tx }: Restoring, page: Noted<unknown>[]): Promise<void> {
  const live = await tx.$queryRaw<Place[]>`
    SELECT a.id::text, a.version, r.content FROM published_article a JOIN revision r ON r.id = a."revisionId"
    WHERE a.id = ANY(${page.map(({ id }) => id)}::uuid[]) ORDER BY a.id`
  await withEventsLast(ctx, tx, async () => {
    for (const { id, version, content } of live)
      await recordEvent(ctx, tx, {
        ...{ type: 'article.published', subjectId: id, version, isPublic: true, note },
        ...{ data: { ...factsOf(content), from: 'LIVE', to: 'LIVE' }, keys: await storyKeys(tx, id) },
      })
  })
}
