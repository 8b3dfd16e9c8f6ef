import { addAuthors, type NewAuthor } from '../authors/add-many.ts'
import { AuthorInput } from '../authors/author.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal, shorten } from '../core/errors.ts'
import { faultsOf, parse } from '../core/parse.ts'
import { Slug } from '../core/shapes.ts'
import { nameKey } from '../lib/name-search.ts'
import { toSlug } from '../lib/slug.ts'
import { addTags, type NewTag } from '../tags/add-many.ts'
import { TagInput } from '../tags/tag.ts'
import type { FoundTags } from './find-names.ts'
import type { ImportAuthor, ImportTag } from './item.ts'
import { authorKey, type Known, tagKey } from './name-keys.ts'

/** Makes the tags that were not found, parents first. Gives what all of them stand for, by what tells them apart. */
export async function makeTags(
  ctx: Ctx,
  tx: Transaction,
  tags: ImportTag[],
  { ids, bySlug }: FoundTags,
): Promise<Map<string, Known>> {
  const met = new Map<string, Known>()
  const fresh = new Fresh()
  const made: NewTag[] = []
  const parentOf = ({ parentSlug }: ImportTag, kind: string) => {
    const parent = bySlug.get(parentSlug ?? '')
    if (parent?.isSection === (kind === 'section')) return parent.id
    return parentSlug ? fresh.bySlug(kind, parentSlug) : null
  }
  for (const tag of parentsFirst(tags)) {
    const kind = tag.type === 'SECTION' ? 'section' : 'tag'
    const id = ids.get(tagKey(tag)) ?? fresh.find(kind, tag)
    const known = id ? { id, isNew: false } : orFault(() => tagToMake(ctx, tag, parentOf(tag, kind), made))
    met.set(tagKey(tag), known)
    if (!id && 'id' in known) fresh.add(kind, tag, known.id)
  }
  return withRefusals(met, await addTags(ctx, tx, made))
}

/** Tags with those above them in front, as far as they are among them. */
function parentsFirst(tags: ImportTag[]): ImportTag[] {
  const slugKey = ({ type }: ImportTag, slug: string | null) => `${type === 'SECTION'}:${slug}`
  const bySlug = new Map(tags.flatMap((tag) => (tag.slug ? [[slugKey(tag, tag.slug), tag] as const] : [])))
  const placed = new Set<ImportTag>()
  const place = (tag: ImportTag, below: ImportTag[]) => {
    if (placed.has(tag) || below.includes(tag)) return
    const parent = tag.parentSlug ? bySlug.get(slugKey(tag, tag.parentSlug)) : undefined
    if (parent && below.length < 20) place(parent, [...below, tag])
    placed.add(tag)
  }
  for (const tag of tags) place(tag, [])
  return [...placed]
}

/** What is made in this batch, by the slug that it wishes for and by name: two ways to write one name make one thing. */
class Fresh {
  readonly #ids = new Map<string, string>()

  add(kind: string, { slug, name }: { slug: string | null; name: string }, id: string): void {
    const keys = [`slug:${slug ?? toSlug(name)}`, `name:${nameKey(name)}`]
    for (const key of keys) if (!this.#ids.has(`${kind}:${key}`)) this.#ids.set(`${kind}:${key}`, id)
  }

  find(kind: string, { slug, name }: { slug: string | null; name: string }): string | null {
    return (slug ? this.bySlug(kind, slug) : null) ?? this.#ids.get(`${kind}:name:${nameKey(name)}`) ?? null
  }

  bySlug(kind: string, slug: string): string | null {
    return this.#ids.get(`${kind}:slug:${slug}`) ?? null
  }
}

function tagToMake(
  ctx: Ctx,
  { type, name, description, slug }: ImportTag,
  parentId: string | null,
  made: NewTag[],
): Known {
  const input = parse(TagInput, { type, name, description, parentId })
  const id = ctx.newId()
  made.push({ ...input, id, parentId, slug: ownSlug(slug) })
  return { id, isNew: true }
}

/** What is refused is told wherever it is named. */
function withRefusals(met: Map<string, Known>, refusals: Map<string, Refusal>): Map<string, Known> {
  for (const [key, known] of met) {
    const refusal = 'id' in known ? refusals.get(known.id) : undefined
    if (refusal) met.set(key, { fault: shorten(refusal.message, 300) })
  }
  return met
}

/** Makes the authors that were not found. `media`: ids of the assets of these addresses, for their pictures. */
export async function makeAuthors(
  ctx: Ctx,
  tx: Transaction,
  authors: ImportAuthor[],
  { found, media }: { found: Map<string, string>; media: Map<string, string> },
): Promise<Map<string, Known>> {
  const pictures = await picturesAmong(
    tx,
    authors.flatMap(({ avatarUrl }) => media.get(avatarUrl ?? '') ?? []),
  )
  const met = new Map<string, Known>()
  const fresh = new Fresh()
  const made: NewAuthor[] = []
  for (const author of authors) {
    const id = found.get(authorKey(author)) ?? fresh.find(author.kind, author)
    const avatar = media.get(author.avatarUrl ?? '')
    const avatarId = avatar && pictures.has(avatar) ? avatar : null
    const known = id ? { id, isNew: false } : orFault(() => authorToMake(ctx, author, avatarId, made))
    met.set(authorKey(author), known)
    if (!id && 'id' in known) fresh.add(author.kind, author, known.id)
  }
  await addAuthors(ctx, tx, made)
  return met
}

function authorToMake(
  ctx: Ctx,
  { name, kind, bio, jobTitle, email, slug }: ImportAuthor,
  avatarId: string | null,
  made: NewAuthor[],
): Known {
  const input = parse(AuthorInput, { name, kind, bio, jobTitle, email, avatarId })
  const id = ctx.newId()
  made.push({ ...input, id, kind, slug: ownSlug(slug) })
  return { id, isNew: true }
}

/** Which of these assets are pictures. */
async function picturesAmong(tx: Transaction, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const where = { id: { in: ids }, type: 'IMAGE', mergedIntoId: null } as const
  const rows = await tx.mediaAsset.findMany({ where, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** What does not fit is told, not thrown: a story can do without it. */
function orFault(make: () => Known): Known {
  try {
    return make()
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return { fault: shorten(error.message, 300) }
    throw error
  }
}

/** The slug that the old site had, when it is one here too. */
function ownSlug(given: string | null): string | null {
  return given && faultsOf(Slug, given).length === 0 ? given : null
}
