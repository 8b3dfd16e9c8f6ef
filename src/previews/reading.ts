import type { ArticleDraft } from '../articles/article-draft.ts'
import { toBylines } from '../articles/byline.ts'
import { draftOr404 } from '../articles/drafts.ts'
import { projectRevision } from '../articles/project-revision.ts'
import type { Projection } from '../articles/projection.ts'
import type { PublicArticle } from '../articles/public-article.ts'
import {
  type ArticleNode,
  textAtHand,
  toArticleNode,
  toPublicArticle,
  toText,
  toTranslations,
  type WholeNode,
} from '../articles/published.ts'
import { toPublicAuthor } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { rankOf } from '../core/popularity.ts'
import { siteForStaff } from '../media/tickets.ts'
import { windowsInHand } from '../posts/delivery.ts'
import { inStory, readRelatedRequest, toRelatedStories } from '../related/related-story.ts'
import { previewSecret } from './secret.ts'
import { type Sight, sightOf } from './sight.ts'
import { readToken } from './token.ts'

/**
 * The story behind a link, as readers would have it if its revision were published now. No key is needed.
 * @throws not_found for a link that is wrong, expired or revoked, all alike; embargoed; missing_reference when the revision
 * names something that was deleted.
 */
export async function previewByToken(ctx: Ctx, token: string): Promise<PublicArticle> {
  return toPublicView(ctx, await sightByToken(ctx, token))
}

/** A story as readers would have it if these rows stood in the published tables. */
export async function publicView(ctx: Ctx, id: string, projection: Projection): Promise<PublicArticle> {
  return toPublicView(ctx, await sightOf(ctx, id, projection))
}

async function toPublicView(ctx: Ctx, sight: Sight): Promise<PublicArticle> {
  const { own, section, bylines, tags, text, related, versions, liveBlog, ...thread } = sight
  const linkOrNull = (live: ArticleNode | null) => live && withoutKey(live)
  const links = related.map(({ live, ...row }) => ({ ...row, live: linkOrNull(live) }))
  const { storyline, replaces, replacedBy } = thread
  const around = {
    storyline: storyline && { tag: storyline.tag, newest: linkOrNull(storyline.newest) },
    ...{ replaces: linkOrNull(replaces), replacedBy: linkOrNull(replacedBy) },
  }
  const lists = { bylines, tags, related: links, versions, liveBlog }
  const site = await siteForStaff(ctx)
  return toPublicArticle({ ...own, section, ...text, ...lists, ...around }, site, rankOf(ctx, own.id))
}

/** The same for GraphQL: with its own lists, so that nothing of it is looked up among live stories. */
export async function previewNodeByToken(ctx: Ctx, token: string): Promise<WholeNode> {
  const { own, section, bylines, tags, text, related, versions, storyline, liveBlog } = await sightByToken(ctx, token)
  const site = await siteForStaff(ctx)
  const authors = bylines.map((byline) => ({ ...byline, author: toPublicAuthor(byline.author, site) }))
  const shown = toRelatedStories(related, (live) => live)
  const node = toArticleNode({ ...own, section }, site)
  return {
    ...node,
    liveBlog: node.liveBlog && liveBlog && { ...node.liveBlog, ready: windowsInHand(node, liveBlog, site) },
    // What loaders remember it by, so that it is never taken for the live story in the same answer.
    toJSON: () => `preview of ${own.id}/${own.version}`,
    atHand: {
      ...textAtHand(toText(text, site)),
      translations: toTranslations(versions, own.id),
      ...{
        bylines: toBylines(authors),
        tags,
        related: (asked: object) => shown.slice(0, readRelatedRequest(asked, inStory).size),
      },
      storyline: storyline && { tag: storyline.tag, newestId: storyline.newest?.id ?? null },
    },
  }
}

/** A node knows how loaders name it, which a writer of JSON would take for its form. */
function withoutKey({ toJSON: _, ...node }: ArticleNode) {
  return node
}

async function sightByToken(ctx: Ctx, token: string): Promise<Sight> {
  const { draft, number } = await openDoor(ctx, token)
  const { projection } = await projectRevision(ctx, ctx.db, draft, { number })
  return sightOf(ctx, draft.id, projection)
}

/** The story and revision that a link opens. */
async function openDoor(ctx: Ctx, token: string): Promise<{ draft: ArticleDraft; number: number }> {
  const secret = await previewSecret(ctx.db)
  const claim = secret && readToken(secret, token)
  const now = await ctx.databaseNow(ctx.db)
  if (!claim || claim.expiresAt <= now) throw nothingHere()
  const row = await ctx.db.previewToken.findUnique({ where: { id: claim.id } })
  if (!row || row.revokedAt || row.expiresAt <= now) throw nothingHere()
  const draft = await draftOr404(ctx, ctx.db, row.articleId)
  if (draft.status === 'KILLED') throw nothingHere()
  return { draft, number: row.revisionNumber }
}

function nothingHere(): Refusal {
  return new Refusal(
    'not_found',
    'this preview is not there: its link is wrong, has expired or was revoked; ask for a new one',
  )
}
