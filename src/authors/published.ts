import type { Site } from '../core/ctx.ts'
import type { Position } from '../core/page.ts'
import type { Prisma } from '../db/generated/client.ts'
import { searchKey } from '../lib/name-search.ts'
import { type MediaRow, publicMediaColumns, toPublicMedia } from '../media/published.ts'
import type { AuthorLink, ProfileLink, PublicAuthor } from './author.ts'

/** Which authors readers may see: those whose byline has stood over a live story, and who stand for themselves. */
export const publicAuthorWhere = { publicAt: { not: null }, mergedIntoId: null } satisfies Prisma.AuthorWhereInput

export const authorLinkColumns = { id: true, slug: true, name: true, kind: true } satisfies Prisma.AuthorSelect

export const publicAuthorColumns = {
  ...authorLinkColumns,
  bio: true,
  jobTitle: true,
  email: true,
  emailPublic: true,
  links: true,
  avatar: { select: publicMediaColumns },
} satisfies Prisma.AuthorSelect

export interface PublicAuthorRow extends AuthorLink {
  bio: string | null
  jobTitle: string | null
  email: string | null
  emailPublic: boolean
  links: unknown
  avatar: MediaRow | null
}

/** The view for readers of a row with `publicAuthorColumns`. */
export function toPublicAuthor(row: PublicAuthorRow, site: Site): PublicAuthor {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    bio: row.bio,
    avatar: row.avatar && toPublicMedia(row.avatar, site),
    jobTitle: row.jobTitle,
    email: row.emailPublic ? row.email : null,
    links: row.links as ProfileLink[],
  }
}

/** Authors whose name has these words; all when empty. */
export function matchingName(search: string | null | undefined): Prisma.AuthorWhereInput {
  const key = searchKey(search)
  return key ? { nameFolded: { contains: key } } : {}
}

/** Rows behind a position in a list by folded name. */
export function behind(after: Position | null): Prisma.AuthorWhereInput {
  return after ? { OR: [{ nameFolded: { gt: after.key } }, { nameFolded: after.key, id: { gt: after.id } }] } : {}
}
