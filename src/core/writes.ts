import { numberedSlug } from '../lib/slug.ts'
import type { Ctx, Transaction } from './ctx.ts'
import { notFound, Refusal, staleVersion } from './errors.ts'
import { uuidPattern } from './page.ts'

/**
 * Refuses a write that was made on an older copy. `expected` comes from `If-Match` or `expectedVersion`; null asks for nothing.
 * @throws stale_version, with the newest version and who made it.
 */
export async function requireVersion(
  tx: Transaction,
  noun: string,
  row: { id: string; version: number },
  expected: number | null | undefined,
): Promise<void> {
  if (expected == null || expected === row.version) return
  const last = await tx.journalEntry.findFirst({
    where: { subjectId: row.id, version: row.version },
    orderBy: { sequence: 'asc' },
    select: { actor: true, occurredAt: true },
  })
  throw staleVersion(noun, row.id, expected, row.version, last && { by: last.actor, at: last.occurredAt })
}

/** Whether a slug is free for the thing that wants it: nobody's, or its own already. */
export type IsFree = (slug: string) => Promise<boolean>

/**
 * The slug to use: the given one, which must be free, or the first free one of `name`, `name-2`, `name-3` … made from text.
 * @throws slug_taken naming the slug and the way out.
 */
export async function chooseSlug(given: string | null | undefined, made: string, isFree: IsFree): Promise<string> {
  if (given) {
    if (await isFree(given)) return given
    throw new Refusal('slug_taken', `slug '${given}' is taken; choose another, or leave it out to get a free one`, {
      faults: [{ path: 'slug', message: 'is taken' }],
    })
  }
  for (let n = 1; n <= 1_000; n++) {
    const slug = numberedSlug(made, n)
    if (!uuidPattern.test(slug) && (await isFree(slug))) return slug
  }
  throw new Refusal('slug_taken', `a thousand slugs like '${made}' are taken; choose one yourself`)
}

/** What one of many new things would like to be called: its own slug, if it has one, else one made of its name. */
export interface SlugWish {
  slug?: string | null
  made: string
}

/** How many numbers behind a slug are tried at once, and how often. */
const triedAtOnce = 20
const mostTries = 50

/**
 * A free slug for each of many new things, in their order, no two the same: the own one, or the first free one of `made`, `made-2` …
 * `findTaken` gives what tells a slug that is somebody's, of those that the wishes try. @throws slug_taken when a thousand are taken
 */
export async function chooseSlugs<W extends SlugWish>(
  wishes: W[],
  findTaken: (tried: ReadonlyMap<W, string[]>) => Promise<(slug: string, wish: W) => boolean>,
): Promise<string[]> {
  const chosen = new Map<W, string>()
  const given = new Set<string>()
  for (let tried = 0; tried <= mostTries; tried++) {
    const open = wishes.filter((wish) => !chosen.has(wish))
    if (open.length === 0) return wishes.map((wish) => chosen.get(wish) ?? wish.made)
    const choices = new Map(open.map((wish) => [wish, choicesOf(wish, tried)]))
    const isTaken = await findTaken(choices)
    for (const [wish, slugs] of choices) {
      const free = slugs.find((slug) => !given.has(slug) && !uuidPattern.test(slug) && !isTaken(slug, wish))
      if (!free) continue
      chosen.set(wish, free)
      given.add(free)
    }
  }
  const [unlucky] = wishes.filter((wish) => !chosen.has(wish))
  throw new Refusal('slug_taken', `a thousand slugs like '${unlucky?.made}' are taken; choose one yourself`)
}

function choicesOf({ slug, made }: SlugWish, tried: number): string[] {
  if (tried === 0) return [...(slug ? [slug] : []), made]
  return Array.from({ length: triedAtOnce }, (_, i) => numberedSlug(made, (tried - 1) * triedAtOnce + i + 2))
}

/** The row behind an id from outside. @throws not_found, also for what is not an id at all. */
export async function rowOr404<R>(noun: string, id: string, find: (id: string) => Promise<R | null>): Promise<R> {
  const row = uuidPattern.test(id) ? await find(id) : null
  if (!row) throw notFound(noun, id)
  return row
}

/** Holds a name for the rest of the transaction, so that two writers of the same thing follow each other. */
export async function holdLock(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Holds a name together with others who share it, against those who want it for themselves. */
export async function shareLock(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`
}

/** The same for several names, taken in their order, in one statement. */
export async function shareLocks(tx: Transaction, names: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0))
    FROM unnest(${names}::text[]) WITH ORDINALITY AS wanted (name, place) ORDER BY place`
}

/** `version` and `changedAt` of a row after this change. */
export function nextVersion(ctx: Ctx, row: { version: number }) {
  return { version: row.version + 1, changedAt: ctx.now }
}
