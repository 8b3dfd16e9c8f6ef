import { AuthorInput } from '../authors/author.ts'
import { addAuthor } from '../authors/editorial.ts'
import { authorsLock } from '../authors/lock.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal, shorten } from '../core/errors.ts'
import { faultsOf, parse } from '../core/parse.ts'
import { Slug } from '../core/shapes.ts'
import { holdLock, shareLock } from '../core/writes.ts'
import { nameKey } from '../lib/name-search.ts'
import { fold } from '../lib/transliterate.ts'
import { mediaLock } from '../media/lock.ts'
import { addTag } from '../tags/editorial.ts'
import { tagTreeLock } from '../tags/lock.ts'
import { TagInput } from '../tags/tag.ts'
import { note, noted } from './identities.ts'
import type { ImportAuthor, ImportTag } from './item.ts'

/** What a name of a file stands for here: the id of an author or tag, or why there is none. */
export type Known = { id: string; isNew: boolean } | { fault: string }

/** What the names of a source stand for, as far as this run has met them. */
export interface Names {
  authors: Map<string, Known>
  tags: Map<string, Known>
}

export const noNames = (): Names => ({ authors: new Map(), tags: new Map() })

/** What tells an author of a source from others. */
export function authorKey({ externalId, slug, name, kind }: ImportAuthor): string {
  return externalId ? `id:${externalId}` : slug ? `slug:${slug}` : `${kind}:${nameKey(name)}`
}

/** What tells a tag of a source from others; sections are apart. */
export function tagKey({ type, externalId, slug, name }: ImportTag): string {
  const kind = type === 'SECTION' ? 'section' : 'tag'
  return `${kind}:${externalId ? `id:${externalId}` : slug ? `slug:${slug}` : nameKey(name)}`
}

/** Names that a batch has and the run has not met. */
export interface Wanted {
  authors: ImportAuthor[]
  tags: ImportTag[]
}

/**
 * Finds or makes the authors and tags of a source, inside a transaction: by the external id that an import has noted, then by slug,
 * then by name (of tags, aliases too). Takes the locks of tags, media and authors: those of `holdStill`, alone where something may be made.
 * Events are to be held back (`withEventsLast`).
 * `media`: ids of the assets of these addresses, for pictures of authors.
 */
export async function meetNames(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  wanted: Wanted,
  media: Map<string, string>,
): Promise<Names> {
  const met = noNames()
  await (wanted.tags.length > 0 ? holdLock : shareLock)(tx, tagTreeLock)
  await shareLock(tx, mediaLock)
  await (wanted.authors.length > 0 ? holdLock : shareLock)(tx, authorsLock)
  for (const tag of parentsFirst(wanted.tags)) met.tags.set(tagKey(tag), await meetTag(ctx, tx, source, tag))
  for (const author of wanted.authors)
    met.authors.set(authorKey(author), await meetAuthor(ctx, tx, source, author, media))
  return met
}

/** Tags with those above them in front, as far as they are among them. */
function parentsFirst(tags: ImportTag[]): ImportTag[] {
  const bySlug = new Map(tags.flatMap((tag) => (tag.slug ? [[tag.slug, tag] as const] : [])))
  const placed = new Set<ImportTag>()
  const place = (tag: ImportTag, below: ImportTag[]) => {
    if (placed.has(tag) || below.includes(tag)) return
    const parent = tag.parentSlug ? bySlug.get(tag.parentSlug) : undefined
    if (parent && below.length < 20) place(parent, [...below, tag])
    placed.add(tag)
  }
  for (const tag of tags) place(tag, [])
  return [...placed]
}

async function meetTag(ctx: Ctx, tx: Transaction, source: string, tag: ImportTag): Promise<Known> {
  const found = (await noted(tx, source, 'TAG', tag.externalId)) ?? (await findTag(tx, tag))
  if (found) {
    await note(ctx, tx, source, 'TAG', tag.externalId, found)
    return { id: found, isNew: false }
  }
  const { type, name, description } = tag
  return orFault(async () => {
    const parent = tag.parentSlug ? await tagBySlug(tx, tag.parentSlug, type === 'SECTION') : null
    const input = parse(TagInput, { type, name, description, parentId: parent })
    const slug = await ownSlug(tag.slug, async (given) => !(await isTagSlugTaken(tx, given, type)))
    const record = await addTag(ctx, tx, { ...input, ...(slug && { slug }) })
    await note(ctx, tx, source, 'TAG', tag.externalId, record.id)
    return { id: record.id, isNew: true }
  })
}

async function meetAuthor(
  ctx: Ctx,
  tx: Transaction,
  source: string,
  author: ImportAuthor,
  media: Map<string, string>,
): Promise<Known> {
  const found = (await noted(tx, source, 'AUTHOR', author.externalId)) ?? (await findAuthor(tx, author))
  if (found) {
    await note(ctx, tx, source, 'AUTHOR', author.externalId, found)
    return { id: found, isNew: false }
  }
  const { name, kind, bio, jobTitle, email, avatarUrl } = author
  return orFault(async () => {
    const avatarId = avatarUrl ? (media.get(avatarUrl) ?? null) : null
    const input = parse(AuthorInput, { name, kind, bio, jobTitle, email, avatarId })
    const isFree = async (slug: string) =>
      !(await tx.authorSlug.findUnique({ where: { slug }, select: { slug: true } }))
    const slug = await ownSlug(author.slug, isFree)
    const record = await addAuthor(ctx, tx, { ...input, ...(slug && { slug }) })
    await note(ctx, tx, source, 'AUTHOR', author.externalId, record.id)
    return { id: record.id, isNew: true }
  })
}

/** What does not fit is told, not thrown: a story can do without it. Refusals come before anything is written. */
async function orFault(make: () => Promise<Known>): Promise<Known> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return { fault: shorten(error.message, 300) }
    throw error
  }
}

async function findTag(tx: Transaction, { slug, name, type }: ImportTag): Promise<string | null> {
  const isSection = type === 'SECTION'
  const bySlug = slug ? await tagBySlug(tx, slug, isSection) : null
  if (bySlug) return bySlug
  const folded = fold(name)
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM tag WHERE "mergedIntoId" IS NULL AND (type = 'SECTION') = ${isSection}::boolean
      AND ("nameFolded" = ${nameKey(name)} OR (${folded} <> '' AND ${folded} = ANY(string_to_array("aliasFolded", E'\\n'))))
    ORDER BY "nameFolded" = ${nameKey(name)} DESC, type = ${type}::"TagType" DESC, id LIMIT 1`
  return found?.id ?? null
}

async function tagBySlug(tx: Transaction, slug: string, isSection: boolean): Promise<string | null> {
  const columns = { id: true, type: true } as const
  const known = await tx.tagSlug.findUnique({
    where: { slug },
    select: { tag: { select: { ...columns, mergedInto: { select: columns } } } },
  })
  const tag = known && (known.tag.mergedInto ?? known.tag)
  return tag && (tag.type === 'SECTION') === isSection ? tag.id : null
}

async function isTagSlugTaken(tx: Transaction, slug: string, type: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ isTaken: boolean }[]>`
    SELECT EXISTS (SELECT FROM tag_slug WHERE slug = ${slug})
      OR (${type} = 'SECTION' AND EXISTS (SELECT FROM article_path WHERE path = ${`/${slug}`})) AS "isTaken"`
  return found?.isTaken ?? true
}

async function findAuthor(tx: Transaction, { slug, name, kind }: ImportAuthor): Promise<string | null> {
  const columns = { id: true, mergedIntoId: true } as const
  const known = slug
    ? await tx.authorSlug.findUnique({ where: { slug }, select: { author: { select: columns } } })
    : null
  if (known) return known.author.mergedIntoId ?? known.author.id
  const where = { nameFolded: nameKey(name), kind, mergedIntoId: null }
  const found = await tx.author.findFirst({ where, orderBy: { id: 'asc' }, select: { id: true } })
  return found?.id ?? null
}

/** The slug that the old site had, when it is one here too and nobody's; null: it is made from the name. */
async function ownSlug(given: string | null, isFree: (slug: string) => Promise<boolean>): Promise<string | null> {
  if (!given || faultsOf(Slug, given).length > 0) return null
  return (await isFree(given)) ? given : null
}
