import type { Transaction } from '../core/ctx.ts'
import { identitiesOf } from './identities.ts'
import { ArticleLine, PostLine, PostRevisionLine, RevisionLine } from './story-lines.ts'
import { type Data, inOrder, type Part, type Thing } from './thing.ts'

/** Snapshots read at a time; one may have a megabyte. */
const snapshotsAtOnce = 50

const dates = {
  originalId: true,
  path: true,
  publishedAt: true,
  firstPublishedAt: true,
  updatedAt: true,
  modifiedAt: true,
}

const revisions: Part = {
  type: 'revision',
  shape: RevisionLine,
  after: async (tx, ids, last) => {
    const rows = await tx.revision.findMany({
      where: { articleId: { in: ids }, ...(last && behind('articleId', last)) },
      orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      take: snapshotsAtOnce,
    })
    return rows.map((row) => ({ of: row.articleId, number: row.number, data: inOrder(RevisionLine, row) }))
  },
  some: async (tx, given) => {
    const keys = given.map(({ articleId, number }) => ({ articleId: String(articleId), number: Number(number) }))
    const rows = await tx.revision.findMany({ where: { OR: keys } })
    return rows.map((row) => inOrder(RevisionLine, row))
  },
}

/** Stories, each with its revisions behind it. */
export const articles: Thing = {
  type: 'article',
  shape: ArticleLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM article WHERE id > ${after}::uuid
      AND (${isWhole}::boolean OR id IN (SELECT id FROM chosen_thing)) ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const identities = await identitiesOf(tx, ids)
    return (await articleRows(tx, ids)).map((row) => toArticleLine(row, identities(row.id)))
  },
  part: revisions,
}

type ArticleRow = Awaited<ReturnType<typeof articleRows>>[number]

function articleRows(tx: Transaction, ids: string[]) {
  return tx.article.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    include: {
      slugs: { select: { slug: true, liveSince: true }, orderBy: { slug: 'asc' } },
      paths: { select: { path: true, liveSince: true }, orderBy: { path: 'asc' } },
      formerPaths: { select: { path: true }, orderBy: { path: 'asc' } },
      schedules: { omit: { articleId: true }, orderBy: { id: 'asc' } },
      corrections: { omit: { articleId: true }, orderBy: { id: 'asc' } },
      live: { select: dates },
    },
  })
}

function toArticleLine(row: ArticleRow, identities: Data[]) {
  const { schedule, correction, live } = partsOfArticle
  return inOrder(ArticleLine, {
    ...row,
    identities,
    formerPaths: row.formerPaths.map(({ path }) => path),
    schedules: row.schedules.map((each) => inOrder(schedule, each)),
    corrections: row.corrections.map((each) => inOrder(correction, each)),
    live: row.live && inOrder(live, row.live),
  })
}

const { schedules, corrections, live } = ArticleLine.properties
const partsOfArticle = { schedule: schedules.items, correction: corrections.items, live: live.anyOf[0] }

const postRevisions: Part = {
  type: 'post-revision',
  shape: PostRevisionLine,
  after: async (tx, ids, last) => {
    const rows = await tx.postRevision.findMany({
      where: { postId: { in: ids }, ...(last && behind('postId', last)) },
      orderBy: [{ postId: 'asc' }, { number: 'asc' }],
      take: snapshotsAtOnce,
    })
    return rows.map((row) => ({ of: row.postId, number: row.number, data: inOrder(PostRevisionLine, row) }))
  },
  some: async (tx, given) => {
    const keys = given.map(({ postId, number }) => ({ postId: String(postId), number: Number(number) }))
    const rows = await tx.postRevision.findMany({ where: { OR: keys } })
    return rows.map((row) => inOrder(PostRevisionLine, row))
  },
}

/** Posts of live blogs, each with its revisions behind it. */
export const posts: Thing = {
  type: 'post',
  shape: PostLine,
  ids: (tx, after, isWhole) => tx.$queryRaw`
    SELECT id::text FROM post WHERE id > ${after}::uuid
      AND (${isWhole}::boolean OR "articleId" IN (SELECT id FROM chosen_thing)) ORDER BY id LIMIT 100`,
  some: async (tx, ids) => {
    const rows = await tx.post.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
      include: { live: { select: { modifiedAt: true } } },
    })
    return rows.map(({ live, ...row }) => inOrder(PostLine, { ...row, shownAt: live?.modifiedAt ?? null }))
  },
  part: postRevisions,
}

/** Behind this snapshot, in the order of owners and numbers. */
function behind<K extends string>(owner: K, { of, number }: { of: string; number: number }) {
  return { OR: [{ [owner]: { gt: of } }, { [owner]: of, number: { gt: number } }] } as {
    OR: [Record<K, { gt: string }>, Record<K, string> & { number: { gt: number } }]
  }
}
