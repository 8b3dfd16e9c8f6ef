import type { ArticleContent } from '../../src/articles/article.ts'
import { articleIdsIn } from '../../src/articles/body/references.ts'
import { renderText } from '../../src/articles/body/text.ts'
import type { JournalEntry, PrismaClient } from '../../src/db/generated/client.ts'

/** Notes a fault when what was found is not what was expected. */
type Same = (what: string, found: unknown, expected: unknown) => void

/** Events that bring a new revision with them (a correction may do without), and those after which readers see one. */
const saving = ['article.created', 'article.revised', 'article.corrected']
const showing = ['article.published', 'article.corrected']
const hiding = ['article.withdrawn', 'article.killed']

/**
 * Where the rows of a story contradict each other: article, revisions, the rows for readers, slugs and paths, schedules, and
 * the journal. Empty when they tell the same. `live` (0 for none) and `head` are its numbers.
 */
export async function disagreements(
  db: PrismaClient,
  id: string,
): Promise<{ faults: string[]; live: number; head: number }> {
  const story = await loadStory(db, id)
  const faults: string[] = []
  const same: Same = (what, found, expected) => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      faults.push(`article ${id}, ${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
  }
  compareRevisions(story, same)
  compareJournal(story, same)
  if (story.liveNumber === null) compareHidden(story, same)
  else await compareShown(db, story, same)
  return { faults, live: story.liveNumber ?? 0, head: story.headNumber }
}

type Story = Awaited<ReturnType<typeof loadStory>>

async function loadStory(db: PrismaClient, id: string) {
  const article = await db.article.findUniqueOrThrow({
    where: { id },
    include: {
      live: {
        include: {
          bylines: { orderBy: { position: 'asc' } },
          tags: true,
          links: true,
          related: { orderBy: { position: 'asc' } },
        },
      },
      revisions: { orderBy: { number: 'asc' } },
      ...{ slugs: true, paths: true, schedules: true, corrections: true },
    },
  })
  const events = await db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } })
  return { ...article, events }
}

const versionsOf = (events: JournalEntry[], types: string[]) =>
  events.filter(({ type }) => types.includes(type)).map(({ version }) => version)

/** Autosaves fold into the one after them, so that numbers may be missing; nothing else is ever deleted. */
function compareRevisions({ revisions, headNumber, headline, events }: Story, same: Same): void {
  const numbers = revisions.map(({ number }) => number)
  const last = revisions.at(-1)
  same('number of the newest revision', numbers.at(-1), headNumber)
  same('headline of the head', headline, (last?.content as { headline?: string } | undefined)?.headline)
  const told = [...new Set(versionsOf(events, saving))].sort((a, b) => a - b)
  if (!revisions.some(({ isAutosave }) => isAutosave)) same('revisions and the events of saving', numbers, told)
  same(
    'revisions that the journal does not tell of',
    numbers.filter((number) => !told.includes(number)),
    [],
  )
}

function compareJournal({ status, liveNumber, headNumber, events, killedAt, schedules }: Story, same: Same): void {
  const last = events.findLast(({ type }) => [...showing, ...hiding].includes(type))
  const isShown = last !== undefined && showing.includes(last.type)
  same('number of the live revision, by the journal', liveNumber, isShown ? last.version : null)
  same('whether it is live, by the journal', status === 'LIVE', isShown)
  const ended = events.findLast(({ type }) => ['article.killed', 'article.restored'].includes(type))
  same(
    'whether it is killed, by the journal',
    [status === 'KILLED', killedAt !== null],
    Array(2).fill(ended?.type === 'article.killed'),
  )
  same(
    'sequence of its events',
    events.map(({ sequence }) => sequence),
    events.map((_, n) => n + 1),
  )
  same(
    'versions beyond the head',
    versionsOf(events, showing).filter((version) => version > headNumber),
    [],
  )
  const pending = schedules.filter((schedule) => schedule.status === 'PENDING')
  if (status === 'KILLED') same('pending schedules of a killed story', pending.length, 0)
  if (status === 'SCHEDULED') same('a scheduled story has a pending schedule', pending.length > 0, true)
}

function compareHidden({ live, slugs, paths, events }: Story, same: Same): void {
  same('rows for readers of a story that is not live', live, null)
  const wasShown = versionsOf(events, showing).length > 0
  same(
    'whether it ever had a public slug',
    slugs.some(({ liveSince }) => liveSince !== null),
    wasShown,
  )
  same('whether it ever had a path', paths.length > 0, wasShown)
}

async function compareShown(db: PrismaClient, story: Story, same: Same): Promise<void> {
  const { live: shown, revisions, liveNumber } = story
  const revision = revisions.find(({ number }) => number === liveNumber)
  const content = revision?.content as unknown as ArticleContent
  if (!shown || !content)
    return same('the live revision and its row for readers', [Boolean(content), Boolean(shown)], [true, true])
  same('version on show', [shown.version, shown.revisionId], [liveNumber, revision?.id])
  same(
    'words on show',
    [shown.headline, shown.standfirst, shown.slug, shown.bodyText],
    [content.headline, content.standfirst, content.slug, renderText(content.body)],
  )
  same(
    'bylines',
    shown.bylines.map(({ authorId, role }) => [authorId, role]),
    content.bylines.map(({ authorId, role }) => [authorId, role]),
  )
  same('tags', shown.tags.map(({ tagId }) => tagId).sort(), await standingTags(db, content.tagIds))
  same('links', shown.links.map(({ targetId }) => targetId).sort(), articleIdsIn(content.body).sort())
  same(
    'related',
    shown.related.map(({ targetId, headline }) => [targetId, headline]),
    content.related.map(({ articleId, headline }) => [articleId, headline]),
  )
  same('corrections', (shown.corrections as unknown[]).length, story.corrections.length)
  same(
    'slug of the live one',
    story.slugs.some(({ slug, liveSince }) => slug === shown.slug && liveSince !== null),
    true,
  )
  same(
    'path of the live one',
    story.paths.some(({ path }) => path === shown.path),
    true,
  )
}

/** The tags that stand for these today, each once: some were merged into others. */
async function standingTags(db: PrismaClient, ids: string[]): Promise<string[]> {
  const rows = await db.tag.findMany({ where: { id: { in: ids } }, select: { id: true, mergedIntoId: true } })
  return [...new Set(rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id))].sort()
}
