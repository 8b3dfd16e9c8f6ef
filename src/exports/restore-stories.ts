import { ArticleInput } from '../articles/article.ts'
import { newContent } from '../articles/content.ts'
import type { Fault } from '../core/errors.ts'
import { Refusal } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import { Prisma } from '../db/generated/client.ts'
import { newPostContent } from '../posts/content.ts'
import { PostInput } from '../posts/post.ts'
import { addIdentities } from './identities.ts'
import { type Add, type Given, lineRefusal, noteLater } from './restoring.ts'
import type { ArticleLine, PostLine, PostRevisionLine, RevisionLine } from './story-lines.ts'

const rowsOf = <D>(given: Given[]) => given as unknown as Given<D>[]

/** Stories without what they refer to among themselves, and unseen by readers: both come when all are there. */
export const addArticles: Add = async ({ tx }, given) => {
  const rows = rowsOf<ArticleLine>(given)
  for (const { data, line } of rows) requireSense(data, line)
  await tx.article.createMany({
    data: rows.map(({ data }) => {
      const { slugs, paths, formerPaths, identities, schedules, corrections, live, originalId, replacesId, ...row } =
        data
      return row
    }),
  })
  await tx.articleSlug.createMany({ data: rows.flatMap(({ data }) => data.slugs.map((each) => of(data, each))) })
  await tx.articlePath.createMany({ data: rows.flatMap(({ data }) => data.paths.map((each) => of(data, each))) })
  await tx.formerPath.createMany({
    data: rows.flatMap(({ data }) => data.formerPaths.map((path) => ({ path, articleId: data.id }))),
  })
  await addIdentities(
    tx,
    'ARTICLE',
    rows.map(({ data }) => data),
  )
  await tx.correction.createMany({ data: rows.flatMap(({ data }) => data.corrections.map((each) => of(data, each))) })
  await tx.schedule.createMany({
    data: rows.flatMap(({ data }) =>
      data.schedules.map((each) => ({ ...of(data, each), failure: each.failure ?? Prisma.DbNull })),
    ),
  })
  const noted = rows.map(({ line, data: { id, originalId, replacesId, live } }) => ({
    ...{ id, line },
    later: { originalId, replacesId, live },
  }))
  await noteLater(tx, 'article', noted)
}

function of<T extends object>({ id }: ArticleLine, each: T): T & { articleId: string } {
  return { ...each, articleId: id }
}

/** What a newsroom never has, and a file can say. */
function requireSense({ slug, slugs, paths, live, liveNumber, status }: ArticleLine, line: number): void {
  if ((live === null) !== (liveNumber === null) || (live === null) !== (status !== 'LIVE'))
    throw lineRefusal(line, 'status, liveNumber and live do not agree; a LIVE story has both, another neither')
  if (!slugs.some((each) => each.slug === slug)) throw lineRefusal(line, `slugs lacks '${slug}', the slug of the story`)
  if (live && !paths.some(({ path }) => path === live.path))
    throw lineRefusal(line, `paths lacks '${live.path}', where the story is live`)
}

export const addRevisions: Add = async ({ tx, ctx }, given) => {
  await tx.revision.createMany({
    data: rowsOf<RevisionLine>(given).map(({ data, line }) => ({
      ...data,
      content: storyContent(data.content, line, ctx.site.defaultLocale),
    })),
  })
}

/** The content as it was, with a body that was checked. @throws invalid_input */
function storyContent(content: unknown, line: number, defaultLocale: string): Prisma.InputJsonObject {
  refuseFaults(line, faultsOf(ArticleInput, content))
  const { body } = checked(line, () => newContent(content as ArticleInput, defaultLocale))
  return { ...(content as Prisma.InputJsonObject), body: body as unknown as Prisma.InputJsonArray }
}

export const addPosts: Add = async ({ tx }, given) => {
  const rows = rowsOf<PostLine>(given)
  await tx.post.createMany({ data: rows.map(({ data: { shownAt: _, ...row } }) => row) })
  const noted = rows.map(({ line, data: { id, articleId, shownAt } }) => ({ id, line, later: { articleId, shownAt } }))
  await noteLater(tx, 'post', noted)
}

export const addPostRevisions: Add = async ({ tx }, given) => {
  await tx.postRevision.createMany({
    data: rowsOf<PostRevisionLine>(given).map(({ data, line }) => {
      refuseFaults(line, faultsOf(PostInput, data.content))
      const { body } = checked(line, () => newPostContent(data.content as PostInput))
      const content = data.content as Prisma.InputJsonObject
      return { ...data, content: { ...content, body: body as unknown as Prisma.InputJsonArray } }
    }),
  })
}

function refuseFaults(line: number, [fault]: Fault[]): void {
  if (fault) throw lineRefusal(line, `content.${fault.path} ${fault.message}`)
}

/** What a check of the house gives; its refusal as one of this line. */
function checked<T>(line: number, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (error instanceof Refusal) throw lineRefusal(line, `content: ${error.message}`, error)
    throw error
  }
}
