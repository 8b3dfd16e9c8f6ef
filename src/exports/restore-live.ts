import type { ArticleContent } from '../articles/article.ts'
import { type Projection, project } from '../articles/projection.ts'
import {
  allTagIdsOf,
  authorIdsOf,
  findReferences,
  mediaIdsOf,
  type References,
  referenceFaults,
} from '../articles/references.ts'
import { showStories as showMany } from '../articles/show-many.ts'
import type { Site, Transaction } from '../core/ctx.ts'
import { lineRefusal, type Noted, notedPages, type Restoring } from './restoring.ts'
import type { LiveStory } from './story-lines.ts'

/** What is written of a story when all are there. */
export interface LaterStory {
  originalId: string | null
  replacesId: string | null
  /** With its dates as text. */
  live: { [K in keyof LiveStory]: string } | null
}

/** Sets what stories refer to among themselves, keeps what they refer to elsewhere, and shows those that were live. */
export async function finishStories(restoring: Restoring): Promise<void> {
  const { tx } = restoring
  await linkStories(tx)
  for await (const page of notedPages<LaterStory>(restoring, 'article')) {
    const contents = await contentsOf(tx, page)
    await keepReferences(tx, contents)
    await showStories(restoring, page, contents)
  }
}

/** Shows those of these stories that were live: made of their revisions as publishing makes them. */
async function showStories({ ctx, tx }: Restoring, page: Noted<LaterStory>[], contents: Words[]): Promise<void> {
  const live = contents.filter(({ number, liveNumber }) => number === liveNumber)
  if (live.length === 0) return
  const references = await findReferences(
    tx,
    live.map(({ content }) => content),
  )
  const corrections = await tx.correction.findMany({
    where: { articleId: { in: live.map(({ articleId }) => articleId) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const shown = live.map((words) => {
    const story = page.find(({ id }) => id === words.articleId)
    const own = corrections.filter(({ articleId }) => articleId === words.articleId)
    const projection = projectionOf(ctx.site, story, words, { references, corrections: own })
    return { id: words.articleId, projection, formerPaths: [] }
  })
  await showMany(ctx, tx, shown)
}

async function linkStories(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    UPDATE article SET "originalId" = (later ->> 'originalId')::uuid, "replacesId" = (later ->> 'replacesId')::uuid
    FROM restored_thing r WHERE r.type = 'article' AND r.id = article.id
      AND (later ->> 'originalId' IS NOT NULL OR later ->> 'replacesId' IS NOT NULL)`
}

interface Words {
  articleId: string
  headNumber: number
  liveNumber: number | null
  revisionId: string
  number: number
  content: ArticleContent
}

/** The newest and the live content of each story. @throws invalid_input when the file does not have one of them */
async function contentsOf(tx: Transaction, page: Noted<LaterStory>[]): Promise<Words[]> {
  const words = await tx.$queryRaw<Words[]>`
    SELECT a.id::text AS "articleId", a."headNumber", a."liveNumber", r.id::text AS "revisionId", r.number, r.content
    FROM article a JOIN revision r ON r."articleId" = a.id AND r.number IN (a."headNumber", a."liveNumber")
    WHERE a.id = ANY(${page.map(({ id }) => id)}::uuid[]) ORDER BY a.id`
  for (const { id, line, later } of page) {
    const own = words.filter(({ articleId }) => articleId === id)
    const hasHead = own.some(({ number, headNumber }) => number === headNumber)
    const hasLive = later.live === null || own.some(({ number, liveNumber }) => number === liveNumber)
    if (!hasHead || !hasLive)
      throw lineRefusal(line, `the newest or the live revision of article ${id} is not in the file`)
  }
  return words
}

async function keepReferences(tx: Transaction, contents: Words[]): Promise<void> {
  const rows = contents
    .filter(({ number, headNumber }) => number === headNumber)
    .flatMap(({ articleId, content }) => [
      ...authorIdsOf(content).map((targetId) => ({ articleId, noun: 'AUTHOR' as const, targetId })),
      ...allTagIdsOf(content).map((targetId) => ({ articleId, noun: 'TAG' as const, targetId })),
      ...mediaIdsOf(content).map((targetId) => ({ articleId, noun: 'MEDIA' as const, targetId })),
    ])
  await tx.articleReference.createMany({ data: rows })
}

/** The rows for readers, with the dates and the place that the story had. @throws invalid_input when it refers to what is not there */
function projectionOf(site: Site, story: Noted<LaterStory> | undefined, words: Words, past: Past): Projection {
  const { articleId: id, revisionId, number, content } = words
  if (!story?.later.live) throw new Error(`article ${id} is not live`)
  refuseMissing(story.line, content, past.references)
  const { path, originalId, ...dates } = story.later.live
  const times = {
    publishedAt: new Date(dates.publishedAt),
    firstPublishedAt: new Date(dates.firstPublishedAt),
    updatedAt: new Date(dates.updatedAt),
    modifiedAt: new Date(dates.modifiedAt),
  }
  const projection = project({ id, revision: { id: revisionId, number }, content, ...past }, times, site)
  return { ...projection, article: { ...projection.article, path, originalId } }
}

interface Past {
  references: References
  corrections: { type: string; text: string; at: Date }[]
}

function refuseMissing(line: number, content: ArticleContent, references: References): void {
  const faults = referenceFaults(content, references)
  if (faults.length === 0) return
  const missing = faults.map(({ path, message }) => `${path} ${message}`).join('; ')
  throw lineRefusal(line, `the story refers to what is neither in the file nor in this newsroom: ${missing}`)
}
