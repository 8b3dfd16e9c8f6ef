import type { Ctx } from '../core/ctx.ts'
import { toSlug } from '../lib/slug.ts'
import { knownAssets } from './assets.ts'
import { tagsOf } from './content.ts'
import type { Entry, StoryEntry } from './entries.ts'
import { fateOf } from './fate.ts'
import { findAuthors, findTags } from './find-names.ts'
import { type Identity, identitiesOf } from './identities.ts'
import type { ImportAuthor, ImportMedia, ImportTag } from './item.ts'
import { wantedOf } from './meet.ts'
import { authorKey, namesakeRemarks, namesakesAmong, tagKey } from './name-keys.ts'
import { type Outcome, outcomeOf, refused } from './outcomes.ts'
import { keepProgress, type Progress, type Run, requireRun } from './run.ts'
import { assetOutcome, keepAssets, numberOf, olderThanSeen, type Seen } from './seen.ts'
import { skippedOutcome } from './told.ts'

/** Writes what would become of a batch, and nothing else. @throws RunLost */
export async function tellBatch(
  ctx: Ctx,
  run: Run,
  seen: Seen,
  entries: Entry[],
  progress: Progress,
): Promise<Outcome[]> {
  const known = await identitiesOf(ctx.db, run.source, entries)
  const taken = await takenSlugs(ctx, entries)
  const names = await lookUpNames(ctx, run, seen, entries)
  const assets = await knownAssets(
    ctx.db,
    run.source,
    entries.flatMap((entry) => (entry.kind === 'media' ? [entry.media] : [])),
  )
  const outcomes = entries.map((entry) =>
    entry.kind === 'story'
      ? storyOutcome(ctx, run, { seen, known, taken, names }, entry)
      : otherOutcome(entry, names, (media) => assetOutcome(media, seen, assets)),
  )
  keepAssets(seen, entries)
  await ctx.tx(async (tx) => {
    await requireRun(ctx, tx, run)
    await keepProgress(ctx, tx, run, outcomes, progress)
  })
  return outcomes
}

interface Before {
  seen: Seen
  known: Map<string, Identity>
  taken: Set<string>
  names: DryNames
}

function storyOutcome(ctx: Ctx, run: Run, { seen, known, taken, names }: Before, entry: StoryEntry): Outcome {
  const { item, hash, prepared } = entry
  if ('faults' in prepared) return refused({ ...entry, remarks: [] }, prepared.faults)
  const identity = known.get(item.externalId)
  const number = numberOf(hash)
  const last =
    seen.hashes.get(numberOf(item.externalId)) ??
    (identity && (identity.hash === null ? null : numberOf(identity.hash)))
  const told = (result: Outcome['result'], remarks: string[]) =>
    outcomeOf({ ...entry, remarks }, result, identity?.targetId ?? null)
  if (last === number) return told('UNCHANGED', [])
  if (item.status === 'KILLED' && last === undefined)
    return told('SKIPPED', ['asks to take down a story that is not here'])
  const older = olderThanSeen(seen, item, identity ?? null)
  if (older) return told('SKIPPED', [older])
  seen.hashes.set(numberOf(item.externalId), number)
  const made = [
    ...item.bylines.flatMap((author) =>
      names.isFirst(`author:${authorKey(author)}`) ? [`author '${author.name}' would be made`] : [],
    ),
    ...tagsOf(item).flatMap((tag) =>
      names.isFirst(`tag:${tagKey(tag)}`)
        ? [`${tag.type === 'SECTION' ? 'section' : 'tag'} '${tag.name}' would be made`]
        : [],
    ),
    ...namesakeRemarks(item, (key) => seen.namesakes.has(key)),
  ]
  if (last !== undefined) return told('UPDATED', made)
  const slug = item.slug ?? toSlug(prepared.content.headline, prepared.content.locale)
  const isTaken = item.slug !== null && (taken.has(slug) || seen.slugs.has(numberOf(slug)))
  seen.slugs.add(numberOf(slug))
  const { remark } = fateOf(item, prepared.content, run.isPublished, ctx.now)
  return told('CREATED', [
    ...made,
    ...(isTaken ? [`its slug '${slug}' is another story's; it would get another`] : []),
    ...(remark ? [remark] : []),
  ])
}

/** What names of a batch stand for. */
interface DryNames {
  author(author: ImportAuthor): string | null
  tag(tag: ImportTag): string | null
  /** Whether a name would be made here: true once, where the file names it first. */
  isFirst(key: string): boolean
}

async function lookUpNames(ctx: Ctx, run: Run, seen: Seen, entries: Entry[]): Promise<DryNames> {
  const { authors, tags } = wantedOf(seen, entries)
  const knownAuthors = await findAuthors(ctx.db, run.source, authors)
  const foundTags = await findTags(ctx.db, run.source, tags)
  for (const key of namesakesAmong(tags, foundTags)) seen.namesakes.add(key)
  const knownTags = foundTags.ids
  const made = new Set<string>()
  for (const key of authors.map(authorKey)) {
    seen.authors.set(key, knownAuthors.get(key) ?? null)
    if (!knownAuthors.has(key)) made.add(`author:${key}`)
  }
  for (const key of tags.map(tagKey)) {
    seen.tags.set(key, knownTags.get(key) ?? null)
    if (!knownTags.has(key)) made.add(`tag:${key}`)
  }
  return {
    author: (author) => seen.authors.get(authorKey(author)) ?? null,
    tag: (tag) => seen.tags.get(tagKey(tag)) ?? null,
    isFirst: (key) => made.delete(key),
  }
}

/** Authors, tags and assets: found here, or made where the file names them first. */
function otherOutcome(
  entry: Exclude<Entry, StoryEntry>,
  names: DryNames,
  tellAsset: (media: ImportMedia) => Pick<Outcome, 'result' | 'remarks' | 'targetId'>,
): Outcome {
  const { number, line } = entry
  const base = { number, line, isRepaired: false }
  if (entry.kind === 'skipped') return skippedOutcome(entry)
  if (entry.kind === 'refused') {
    const { externalId, reason } = entry
    const nothing = { title: null, targetId: null }
    return { ...base, result: 'REFUSED', noun: 'ARTICLE', externalId, ...nothing, remarks: [reason] }
  }
  if (entry.kind === 'media') {
    const { externalId, url } = entry.media
    return { ...base, noun: 'MEDIA', externalId, title: url, ...tellAsset(entry.media) }
  }
  const isAuthor = entry.kind === 'author'
  const { externalId, name } = isAuthor ? entry.author : entry.tag
  const isFirst = names.isFirst(isAuthor ? `author:${authorKey(entry.author)}` : `tag:${tagKey(entry.tag)}`)
  return {
    ...{
      ...base,
      result: isFirst ? 'CREATED' : 'UNCHANGED',
      noun: isAuthor ? 'AUTHOR' : 'TAG',
      externalId,
      title: name,
    },
    ...{ remarks: [], targetId: isAuthor ? names.author(entry.author) : names.tag(entry.tag) },
  }
}

async function takenSlugs(ctx: Ctx, entries: Entry[]): Promise<Set<string>> {
  const slugs = entries.flatMap((entry) => (entry.kind === 'story' ? (entry.item.slug ?? []) : []))
  const rows = await ctx.db.articleSlug.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  return new Set(rows.map(({ slug }) => slug))
}
