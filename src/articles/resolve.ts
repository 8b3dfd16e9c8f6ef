import { type Static, Type } from 'typebox'
import { AuthorLink } from '../authors/author.ts'
import { authorByKey } from '../authors/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput, notFound, Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { named, nullable, oneOf, strict } from '../core/shapes.ts'
import { dependsOn } from '../core/sources.ts'
import { pathToLookUp } from '../lib/url.ts'
import type { MediaCopy } from '../media/media.ts'
import { tagByKey } from '../tags/delivery.ts'
import { TagLink } from '../tags/tag.ts'
import { ArticleLink, articleLinkColumns, toArticleLink } from './article-link.ts'

export const ResolveQuery = strict({
  path: Type.String({
    minLength: 1,
    maxLength: 2_000,
    description: "A path of the site, such as '/world/gas-prices-rise'.",
  }),
})

/** What a path of the site leads to, and what the site should answer. */
export const Resolution = Type.Object(
  {
    kind: oneOf(['ARTICLE', 'TAG', 'AUTHOR', 'REDIRECT', 'GONE'], 'What stands there, or where it went.'),
    status: Type.Integer({ description: 'The HTTP status that the site should answer with: 200, 301 or 410.' }),
    location: nullable(Type.String({ description: 'The path to redirect to.' })),
    reason: nullable(Type.String({ description: 'Why it is gone, when the newsroom says.' })),
    article: nullable(named(ArticleLink)),
    tag: nullable(named(TagLink)),
    author: nullable(named(AuthorLink)),
  },
  {
    $id: 'Resolution',
    examples: [
      {
        kind: 'REDIRECT',
        status: 301,
        location: '/world/gas-prices-rise-again',
        reason: null,
        article: null,
        tag: null,
        author: null,
      },
    ],
  },
)
export type Resolution = Static<typeof Resolution>

const nothing = { location: null, reason: null, article: null, tag: null, author: null }

/**
 * What a path leads to: a story, now or formerly on it; `/tags/{slug}` and `/authors/{slug}`; `/{section}`.
 * @throws not_found when it leads nowhere, invalid_input for what is not a path.
 */
export async function resolvePath(ctx: Ctx, input: unknown): Promise<Resolution> {
  const path = readPath(parse(ResolveQuery, input).path)
  return (
    (await resolveArticle(ctx, path)) ??
    (await resolvePerson(ctx, path)) ??
    (await resolveTag(ctx, path)) ??
    nowhere(path)
  )
}

function readPath(given: string): string {
  if (!given.startsWith('/') || given.startsWith('//'))
    throw invalidInput([{ path: 'path', message: "must begin with one '/'" }])
  return pathToLookUp(given)
}

/** Paths with letters were once kept as the old site wrote them: in small figures. */
async function storyAt(ctx: Ctx, path: string) {
  const small = path.replace(/%[\dA-F]{2}/g, (octet) => octet.toLowerCase())
  const found = await ctx.db.articlePath.findMany({
    where: { path: { in: path === small ? [path] : [path, small] } },
    select: {
      articleId: true,
      article: { select: { killReason: true, withdrawReason: true, live: { select: articleLinkColumns } } },
    },
    orderBy: { path: 'asc' },
    take: 1,
    relationLoadStrategy: 'join',
  })
  return found[0] ?? null
}

async function resolveArticle(ctx: Ctx, path: string): Promise<Resolution | null> {
  const known = await storyAt(ctx, path)
  dependsOn(ctx, known?.articleId ?? `path:${path}`)
  if (!known) return null
  const { live, killReason, withdrawReason } = known.article
  if (!live) return { ...nothing, kind: 'GONE', status: 410, reason: killReason ?? withdrawReason }
  if (live.path !== path) return { ...nothing, kind: 'REDIRECT', status: 301, location: live.path }
  return {
    ...nothing,
    kind: 'ARTICLE',
    status: 200,
    article: toArticleLink({ ...live, leadMedia: live.leadMedia as MediaCopy | null }, ctx.site),
  }
}

async function resolvePerson(ctx: Ctx, path: string): Promise<Resolution | null> {
  const slug = /^\/authors\/([^/]+)$/.exec(path)?.[1]
  const author = slug ? await orNothing(authorByKey(ctx, slug)) : null
  if (!author) return null
  if (author.slug !== slug) return { ...nothing, kind: 'REDIRECT', status: 301, location: `/authors/${author.slug}` }
  return { ...nothing, kind: 'AUTHOR', status: 200, author }
}

async function resolveTag(ctx: Ctx, path: string): Promise<Resolution | null> {
  const slug = /^(?:\/tags)?\/([^/]+)$/.exec(path)?.[1]
  const tag = slug ? await orNothing(tagByKey(ctx, slug)) : null
  const home = tag && (tag.type === 'SECTION' ? `/${tag.slug}` : `/tags/${tag.slug}`)
  if (!tag || !home) return null
  if (home === path) return { ...nothing, kind: 'TAG', status: 200, tag }
  const moved = path.startsWith('/tags/') || tag.type === 'SECTION'
  return moved ? { ...nothing, kind: 'REDIRECT', status: 301, location: home } : null
}

async function orNothing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return null
    throw error
  }
}

function nowhere(path: string): never {
  throw notFound('page', path)
}
