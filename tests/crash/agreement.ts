import type { ArticleContent } from '../../src/articles/article.ts'
import { articleIdsIn } from '../../src/articles/body/references.ts'
import { renderText } from '../../src/articles/body/text.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'

/**
 * Where the rows of a story contradict each other: article, revisions, the published row with its bylines, tags, links and
 * related stories, slugs and paths, and the outbox. Empty when they tell of one revision. `live` and `head` are its numbers.
 */
export async function disagreements(
  db: PrismaClient,
  id: string,
): Promise<{ faults: string[]; live: number; head: number }> {
  const article = await db.article.findUniqueOrThrow({
    where: { id },
    include: { live: true, revisions: { orderBy: { number: 'asc' } }, slugs: true, paths: true },
  })
  const { live: shown, revisions, headNumber: head } = article
  const live = article.liveNumber ?? 0
  const content = revisions[live - 1]?.content as unknown as ArticleContent
  const where = { articleId: id }
  const events = await db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } })
  const ofType = (type: string) => events.filter((event) => event.type === type).map(({ version }) => version)
  const bylines = await db.publishedByline.findMany({ where, orderBy: { position: 'asc' } })
  const tags = await db.publishedTag.findMany({ where, orderBy: { position: 'asc' } })
  const links = await db.publishedLink.findMany({ where })
  const related = await db.relatedStory.findMany({ where, orderBy: { position: 'asc' } })

  const faults: string[] = []
  const same = (what: string, found: unknown, expected: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      faults.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
  }
  same(
    'numbers of revisions',
    revisions.map(({ number }) => number),
    Array.from({ length: head }, (_, n) => n + 1),
  )
  same('status', article.status, 'LIVE')
  same(
    'headline of the head',
    article.headline,
    (revisions.at(-1)?.content as { headline?: string } | undefined)?.headline,
  )
  same('version on show', [shown?.version, shown?.revisionId], [live, revisions[live - 1]?.id])
  same(
    'words on show',
    [shown?.headline, shown?.standfirst, shown?.slug, shown?.bodyText],
    [content.headline, content.standfirst, content.slug, renderText(content.body)],
  )
  same(
    'bylines',
    bylines.map(({ authorId, role }) => [authorId, role]),
    content.bylines.map(({ authorId, role }) => [authorId, role]),
  )
  same(
    'tags',
    tags.map(({ tagId }) => tagId),
    content.tagIds,
  )
  same('links', links.map(({ targetId }) => targetId).sort(), articleIdsIn(content.body).sort())
  same(
    'related',
    related.map(({ targetId, headline }) => [targetId, headline]),
    content.related.map(({ articleId, headline }) => [articleId, headline]),
  )
  same(
    'slug of the live one',
    article.slugs.some(({ slug, liveSince }) => slug === shown?.slug && liveSince !== null),
    true,
  )
  same(
    'path of the live one',
    article.paths.some(({ path }) => path === shown?.path),
    true,
  )
  same(
    'events of saving',
    ofType('article.revised'),
    Array.from({ length: head - 1 }, (_, n) => n + 2),
  )
  same('last event of publishing', ofType('article.published').at(-1), live)
  same('events of publishing once each', new Set(ofType('article.published')).size, ofType('article.published').length)
  return { faults, live, head }
}
