import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { chooseSlugs } from '../core/writes.ts'
import { toSlug } from '../lib/slug.ts'
import { type AuthorInput, searchColumns } from './author.ts'

/** An author to be made. Their picture is an asset of type IMAGE: the caller has seen to that. */
export interface NewAuthor extends Pick<AuthorInput, 'name' | 'bio' | 'jobTitle' | 'email' | 'avatarId'> {
  id: string
  kind: NonNullable<AuthorInput['kind']>
  /** The slug they are to have if that is nobody's; else, and when it is null, one is made of their name. */
  slug: string | null
}

/**
 * Makes many authors in a few statements, in a transaction that holds the lock of authors and shares that of media. Events are to be
 * held back (`withEventsLast`).
 */
export async function addAuthors(ctx: Ctx, tx: Transaction, authors: NewAuthor[]): Promise<void> {
  if (authors.length === 0) return
  const wishes = authors.map(({ slug, name, kind }) => ({ slug, made: toSlug(name) || kind.toLowerCase() }))
  const slugs = await chooseSlugs(wishes, async (tried) => {
    const where = { slug: { in: [...tried.values()].flat() } }
    const rows = await tx.authorSlug.findMany({ where, select: { slug: true } })
    const taken = new Set(rows.map(({ slug }) => slug))
    return (slug) => taken.has(slug)
  })
  const times = { createdAt: ctx.now, changedAt: ctx.now }
  const rows = authors.map((author, i) => ({
    ...{ ...author, slug: slugs[i] ?? '', ...searchColumns(author.name), ...times },
  }))
  await tx.author.createMany({ data: rows })
  await tx.authorSlug.createMany({ data: rows.map(({ id, slug }) => ({ slug, authorId: id })) })
  for (const { id } of rows) await recordEvent(ctx, tx, { type: 'author.created', subjectId: id, version: 1 })
}
