import { type Static, Type } from 'typebox'
import type { Site } from '../core/ctx.ts'
import { Id, Instant, named, nullable } from '../core/shapes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { PublicMedia } from '../media/media.ts'
import { toPublicMedia } from '../media/published.ts'
import { urlOf } from './paths.ts'
import type { LinkRow } from './rows.ts'

const text = nullable(Type.String())

/** A live story where it is mentioned: enough to show a card and to link. */
export const ArticleLink = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    path: Type.String({ description: 'Where it stands on the site.' }),
    locale: Type.String(),
    kicker: text,
    headline: Type.String(),
    standfirst: text,
    leadMedia: nullable(named(PublicMedia)),
    publishedAt: Instant,
    canonicalUrl: Type.String(),
  },
  { $id: 'ArticleLink', examples: [linkExample()] },
)
export type ArticleLink = Static<typeof ArticleLink>

export const articleLinkColumns = {
  id: true,
  slug: true,
  path: true,
  locale: true,
  kicker: true,
  headline: true,
  standfirst: true,
  canonicalUrl: true,
  publishedAt: true,
  leadMedia: true,
} satisfies Prisma.PublishedArticleSelect

/** The view, of a row as JSON or as Prisma reads it. */
export function toArticleLink(row: LinkRow, site: Site): ArticleLink {
  return {
    id: row.id,
    slug: row.slug,
    path: row.path,
    locale: row.locale,
    kicker: row.kicker,
    headline: row.headline,
    standfirst: row.standfirst,
    leadMedia: row.leadMedia && toPublicMedia(row.leadMedia, site),
    publishedAt: new Date(row.publishedAt),
    canonicalUrl: row.canonicalUrl ?? urlOf(row.path, site),
  }
}

export function linkExample() {
  return {
    id: '0192a1b0-0000-7000-8000-000000000020',
    slug: 'gas-prices-rise-again',
    path: '/world/gas-prices-rise-again',
    locale: 'en',
    kicker: null,
    headline: 'Gas prices rise again',
    standfirst: 'The third rise in a year.',
    leadMedia: null,
    publishedAt: '2026-01-08T09:30:00.000Z',
    canonicalUrl: 'https://example.org/world/gas-prices-rise-again',
  }
}
