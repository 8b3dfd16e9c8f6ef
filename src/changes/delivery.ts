import { publicAuthorWhere } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { readCursor, readPage, writeCursor } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { anyChange, dependsOn } from '../core/sources.ts'
import { publicTagWhere } from '../tags/published.ts'
import {
  type Change,
  type ChangeKind,
  type ChangePage,
  ChangeQuery,
  kindOf,
  type PublicEntry,
  type Standing,
  toChange,
} from './change.ts'

const feed = 'changes'

/** An entry of the journal, as a place in the feed. */
export interface Place {
  number: bigint
  id: string
}

/** Before the first change: no entry of the journal has this number, and none this id. */
export const beginning: Place = { number: 0n, id: '00000000-0000-0000-0000-000000000000' }

/**
 * What readers could see happen, in the order in which it was committed, from behind `since` on. Numbers of the journal are
 * given under a lock that lasts until the commit, so that whoever has seen one has seen all before it. `next` is always a
 * cursor, on an empty page that of the same place.
 * @throws invalid_input, limit_exceeded, invalid_cursor also when the database was set back to before that place.
 */
export async function listChanges(ctx: Ctx, input: unknown): Promise<ChangePage> {
  const { since, first } = parse(ChangeQuery, input)
  dependsOn(ctx, anyChange)
  const { size } = readPage({ first }, feed)
  const from = since == null ? beginning : readPlace(since)
  const [rows] = await Promise.all([entriesBehind(ctx, from, size + 1), requireKnown(ctx, from)])
  const kept = rows.slice(0, size)
  const cursorAt = (index: number) => cursorOf(kept[index] ?? from)
  return {
    items: await changesOf(ctx, kept),
    next: cursorAt(kept.length - 1),
    hasMore: rows.length > size,
    cursorAt,
  }
}

/** The place in the feed that a cursor stands for, which was given as `field`. @throws invalid_cursor */
export function readPlace(since: unknown, field = 'since'): Place {
  const { key, id } = readCursor(since, feed, 'journal', field)
  return { number: BigInt(key), id }
}

/** The cursor of a place in the feed: that of the last entry before it. */
export function cursorOf({ number, id }: Place): string {
  return writeCursor({ key: String(number), id }, feed)
}

/** Entries that readers may know of, behind a place and up to the number `until`, oldest first: `most` at most. */
export async function entriesBehind(
  { db }: Ctx,
  { number }: Pick<Place, 'number'>,
  most: number,
  until?: bigint,
): Promise<PublicEntry[]> {
  return db.journalEntry.findMany({
    where: { isPublic: true, number: { gt: number, ...(until !== undefined && { lte: until }) } },
    select: {
      ...{ id: true, number: true, type: true, subjectId: true, sequence: true },
      ...{ version: true, data: true, occurredAt: true },
    },
    orderBy: { number: 'asc' },
    take: most,
  })
}

/** What readers are told of entries that they may know of, in the same order. */
export async function changesOf(ctx: Ctx, entries: PublicEntry[]): Promise<Change[]> {
  const rows = entries.map((entry) => ({ ...entry, kind: kindOf(entry) }))
  const standings = await standingsOf(ctx, rows)
  return rows.map((row) => toChange(row, row.kind, standings.get(row.subjectId)))
}

type Row = PublicEntry & { kind: ChangeKind }

/**
 * A database that was restored from a backup writes other things under the same numbers: a mirror of it has to begin anew.
 * @throws invalid_cursor
 */
export async function requireKnown({ db }: Ctx, { number, id }: Place, field = 'since'): Promise<void> {
  if (number === beginning.number) return
  const entry = await db.journalEntry.findUnique({ where: { number }, select: { id: true } })
  if (entry?.id === id.toLowerCase()) return
  throw new Refusal(
    'invalid_cursor',
    `${field}: the newsroom was set back to before this place; begin again without it`,
    {
      faults: [{ path: field, message: 'is a place that is no more' }],
    },
  )
}

/** How the subjects of these entries stand today, by their ids; what readers do not find is left out, or has only what was. */
async function standingsOf(ctx: Ctx, rows: Row[]): Promise<Map<string, Standing>> {
  const idsOf = (kind: ChangeKind) => [...new Set(rows.filter((row) => row.kind === kind).map((row) => row.subjectId))]
  const found = await Promise.all([
    articleStandings(ctx, idsOf('ARTICLE')),
    tagStandings(ctx, idsOf('TAG')),
    authorStandings(ctx, idsOf('AUTHOR')),
    frontStandings(ctx, idsOf('FRONT')),
  ])
  return new Map(found.flat())
}

type Found = Promise<[id: string, Standing][]>

async function articleStandings({ db }: Ctx, ids: string[]): Found {
  if (ids.length === 0) return []
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      killReason: true,
      withdrawReason: true,
      live: { select: { slug: true, path: true } },
      paths: { select: { path: true }, orderBy: [{ liveSince: 'asc' }, { path: 'asc' }] },
    },
    relationLoadStrategy: 'join',
  })
  return rows.map(({ id, killReason, withdrawReason, live, paths }) => {
    const reason = killReason ?? withdrawReason
    return [id, { slug: live?.slug ?? null, path: live?.path ?? null, paths: paths.map(({ path }) => path), reason }]
  })
}

async function tagStandings({ db }: Ctx, ids: string[]): Found {
  if (ids.length === 0) return []
  const select = { id: true, slug: true, type: true } as const
  const rows = await db.tag.findMany({ where: { ...publicTagWhere, id: { in: ids } }, select })
  return rows.map(({ id, slug, type }) => [id, standingAt(slug, type === 'SECTION' ? `/${slug}` : `/tags/${slug}`)])
}

async function authorStandings({ db }: Ctx, ids: string[]): Found {
  if (ids.length === 0) return []
  const rows = await db.author.findMany({
    where: { ...publicAuthorWhere, id: { in: ids } },
    select: { id: true, slug: true },
  })
  return rows.map(({ id, slug }) => [id, standingAt(slug, `/authors/${slug}`)])
}

/** A front has no path of its own: the site decides where it stands. */
async function frontStandings({ db }: Ctx, ids: string[]): Found {
  if (ids.length === 0) return []
  const where = { id: { in: ids }, liveNumber: { not: null } }
  const rows = await db.front.findMany({ where, select: { id: true, slug: true } })
  return rows.map(({ id, slug }) => [id, { ...standingAt(slug, ''), path: null }])
}

function standingAt(slug: string, path: string): Standing {
  return { slug, path, paths: [], reason: null }
}
