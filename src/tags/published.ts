import type { Prisma } from '../db/generated/client.ts'
import { searchKey } from '../lib/name-search.ts'
import type { PlacedTag, TagLink, TagNode } from './tag.ts'

/** Which tags readers may see: those that are out, and stand for themselves. */
export const publicTagWhere = { publicAt: { not: null }, mergedIntoId: null } satisfies Prisma.TagWhereInput

export const tagLinkColumns = { id: true, slug: true, name: true, type: true } satisfies Prisma.TagSelect

/** Narrower tags shown of one tag at most. */
const maxChildren = 100

export const publicTagColumns = {
  ...tagLinkColumns,
  description: true,
  aliases: true,
  externalIds: true,
  parent: { select: { ...tagLinkColumns, publicAt: true } },
  children: {
    select: tagLinkColumns,
    where: publicTagWhere,
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: maxChildren,
  },
} satisfies Prisma.TagSelect

interface PublicTagRow extends TagLink {
  description: string | null
  aliases: string[]
  externalIds: unknown
  parent: (TagLink & { publicAt: Date | null }) | null
  children: TagLink[]
}

/** The view for readers; a parent that is not out yet is not shown. */
export function toPublicTag({ parent, externalIds, ...row }: PublicTagRow): PlacedTag {
  const shown = parent?.publicAt ? toTagLink(parent) : null
  return { ...row, parent: shown, parentId: shown?.id ?? null, externalIds: externalIds as Record<string, string> }
}

function toTagLink({ id, slug, name, type }: TagLink): TagLink {
  return { id, slug, name, type }
}

export const tagNodeColumns = {
  ...tagLinkColumns,
  description: true,
  aliases: true,
  externalIds: true,
  parentId: true,
} satisfies Prisma.TagSelect

/** The view for GraphQL, of a row with `tagNodeColumns`. */
export function toTagNode({ externalIds, ...row }: Omit<TagNode, 'externalIds'> & { externalIds: unknown }): TagNode {
  return { ...row, externalIds: externalIds as Record<string, string> }
}

/** Tags whose name or alias has these words; all when empty. */
export function matchingName(search: string | null | undefined) {
  const key = searchKey(search)
  return key ? { OR: [{ nameFolded: { contains: key } }, { aliasFolded: { contains: key } }] } : {}
}

/** Rows behind a position in a list by folded name. */
export function behind(after: { key: string; id: string } | null) {
  return after ? { OR: [{ nameFolded: { gt: after.key } }, { nameFolded: after.key, id: { gt: after.id } }] } : {}
}
