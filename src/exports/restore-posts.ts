import { mediaIdsIn } from '../articles/body/references.ts'
import { authorIdsOf } from '../articles/references.ts'
import type { Transaction } from '../core/ctx.ts'
import type { PostContent } from '../posts/post.ts'
import { countPosts, showPosts } from '../posts/show.ts'
import { indexStories } from '../search/editorial.ts'
import { lineRefusal, notedPages, type Restoring } from './restoring.ts'

interface LaterPost {
  articleId: string
  shownAt: string | null
}

interface PostWords {
  id: string
  articleId: string
  number: number
  headNumber: number
  liveNumber: number | null
  firstPublishedAt: Date | null
  content: PostContent
}

/** Keeps what posts refer to, and shows those that readers had. */
export async function finishPosts(restoring: Restoring): Promise<void> {
  const { ctx, tx } = restoring
  const blogs = new Set<string>()
  for await (const page of notedPages<LaterPost>(restoring, 'post')) {
    const words = await tx.$queryRaw<PostWords[]>`
      SELECT p.id::text, p."articleId"::text, r.number, p."headNumber", p."liveNumber", p."firstPublishedAt", r.content
      FROM post p JOIN post_revision r ON r."postId" = p.id AND r.number IN (p."headNumber", p."liveNumber")
      WHERE p.id = ANY(${page.map(({ id }) => id)}::uuid[])`
    await keepPostReferences(tx, words)
    const shown = page.flatMap(({ id, line, later: { shownAt } }) => {
      if (shownAt === null) return []
      const live = words.find((each) => each.id === id && each.number === each.liveNumber)
      if (!live?.firstPublishedAt) throw lineRefusal(line, `the live revision of post ${id} is not in the file`)
      const { articleId, number: version, content, firstPublishedAt } = live
      blogs.add(articleId)
      return [{ id, articleId, version, content, firstPublishedAt, modifiedAt: new Date(shownAt) }]
    })
    await showPosts(ctx, tx, shown)
  }
  for (const id of blogs) await countPosts(tx, id)
  await indexStories(tx, [...blogs])
}

async function keepPostReferences(tx: Transaction, words: PostWords[]): Promise<void> {
  const rows = words.flatMap(({ id: postId, content }) => [
    ...authorIdsOf(content).map((targetId) => ({ postId, noun: 'AUTHOR' as const, targetId })),
    ...mediaIdsIn(content.body).map((targetId) => ({ postId, noun: 'MEDIA' as const, targetId })),
  ])
  await tx.postReference.createMany({ data: rows, skipDuplicates: true })
}
