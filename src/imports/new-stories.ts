import type { ArticleContent } from '../articles/article.ts'
import { factsOf } from '../articles/facts.ts'
import { pathKey, projectedKeys } from '../articles/keys.ts'
import { pathOf } from '../articles/paths.ts'
import { project, timesOf } from '../articles/projection.ts'
import { findReferences, mediaIdsOf, type References, referenceFaults } from '../articles/references.ts'
import { freeSlugs, type NewStory, saveStories } from '../articles/save-many.ts'
import { makePublic } from '../articles/show.ts'
import { showStories } from '../articles/show-many.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { toSlug } from '../lib/slug.ts'
import type { PreparedContent } from './content.ts'
import { type Fate, fateOf } from './fate.ts'
import { claimFormerPaths, keepFormerPaths } from './former-paths.ts'
import { noteStories } from './identities.ts'
import type { ImportStory } from './item.ts'
import { type StoriesByPath, storiesLinked, withStoryLinks } from './link-stories.ts'
import { type Outcome, outcomeOf, refused } from './outcomes.ts'
import type { Run } from './run.ts'
import { scheduleStories } from './schedule-stories.ts'
import { blocksOf } from './story-body.ts'
import { joinTranslations } from './translations.ts'

/** A story of a file that is not here yet: its content has ids, and a slug is still to be chosen. */
export interface Fresh {
  number: number
  item: ImportStory
  hash: string
  content: PreparedContent
  remarks: string[]
}

/** An author or tag that an earlier batch had met is gone: it is to be met anew. */
export class NamesChanged extends Error {}

/** What of it refers to something, to be looked up: its body only when that shows media. */
interface Referring extends Fresh {
  referring: Parameters<typeof referenceFaults>[0]
}

/** One new story with all that is decided of it. */
interface Placed extends Referring {
  fate: Fate
  story: NewStory
  formerPaths: string[]
}

/**
 * Writes the new stories of a batch, in a transaction that shares the locks of `holdStill` and holds its events back. Gives what
 * became of each. `mayBeOld`: whether ids of names are from earlier batches. @throws NamesChanged
 */
export async function addStories(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  given: Fresh[],
  mayBeOld: boolean,
): Promise<Outcome[]> {
  const fresh = given.map(withReferring)
  const references = await findReferences(
    tx,
    fresh.map(({ referring }) => referring),
  )
  const faults = new Map(fresh.map((each) => [each, referenceFaults(each.referring, references)]))
  if (mayBeOld && [...faults.values()].flat().some(({ path }) => /^(bylines|tagIds|sectionId)/.test(path)))
    throw new NamesChanged()
  const fitting = fresh.filter((each) => faults.get(each)?.length === 0)
  const placed = await place(ctx, tx, run, fitting, references)
  const stories = placed.map(({ story }) => story)
  await saveStories(ctx, tx, stories, { ownerId: run.ownerId, note: run.note })
  for (const { story } of placed)
    await recordEvent(ctx, tx, {
      type: 'article.created',
      subjectId: story.id,
      version: 1,
      data: factsOf(story.content),
    })
  await showLive(ctx, tx, run, placed, references)
  await keepFormerPaths(tx, waitingPaths(placed))
  await scheduleStories(
    ctx,
    tx,
    placed.flatMap(({ story, fate }) => (fate.at ? [{ id: story.id, at: fate.at }] : [])),
  )
  await noteStories(ctx, tx, run.source, placed)
  return [
    ...placed.map((each) => outcomeOf(each, 'CREATED', each.story.id)),
    ...fresh.filter((each) => !fitting.includes(each)).map((each) => refused(each, faults.get(each) ?? [])),
  ]
}

function withReferring(story: Fresh): Referring {
  const { body, ...content } = story.content
  return { ...story, referring: { ...content, body: body.showsMedia ? blocksOf(body) : [] } }
}

async function place(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  fresh: Referring[],
  references: References,
): Promise<Placed[]> {
  const wishes = fresh.map(({ item, content }) => {
    const section = content.sectionId ? (references.tags.get(content.sectionId)?.slug ?? null) : null
    return {
      made: item.slug ?? (toSlug(content.headline, content.locale) || 'story'),
      folder: pathOf({ slug: '', locale: content.locale }, section, ctx.site),
    }
  })
  const slugs = await freeSlugs(tx, wishes)
  const decided = fresh.map((each, i) => decide(ctx, run, each, wishes[i]?.made ?? '', slugs[i] ?? ''))
  const paths = await claimFormerPaths(
    tx,
    decided.map(({ story, item }, i) => ({
      articleId: story.id,
      ownPath: `${wishes[i]?.folder}${story.content.slug}`,
      paths: item.formerPaths,
    })),
  )
  const claimedBy = ({ story }: Pick<Placed, 'story'>) => paths.get(story.id)?.claimed ?? []
  const made = new Map(
    decided.flatMap((each, i) =>
      [`${wishes[i]?.folder}${each.story.content.slug}`, ...claimedBy(each)].map(
        (path) => [path, each.story.id] as const,
      ),
    ),
  )
  const linked = await storiesLinked(tx, decided, made)
  const { originals, remarks: apart } = await joinTranslations(ctx, tx, run.source, decided)
  return decided.map((each) => ({
    ...each,
    story: withLinks(each, linked, originals.get(each.story.id) ?? null),
    formerPaths: claimedBy(each),
    remarks: [...each.remarks, ...(paths.get(each.story.id)?.remarks ?? []), ...(apart.get(each.story.id) ?? [])],
  }))
}

function withLinks(placed: Omit<Placed, 'formerPaths'>, linked: StoriesByPath, translationOf: string | null): NewStory {
  const { story } = placed
  const { body, related } = withStoryLinks(placed, linked)
  return { ...story, content: { ...story.content, related, translationOf }, body: { ...story.body, json: body.json } }
}

function decide(ctx: Ctx, run: Run, fresh: Referring, wished: string, slug: string): Omit<Placed, 'formerPaths'> {
  const { item, remarks } = fresh
  const fate = fateOf(item, fresh.content, run.isPublished, ctx.now)
  const { body, ...words } = fresh.content
  const { firstPublishedAt } = timesOf(ctx.now, { firstPublishedAt: null }, words, null)
  const significantAt = item.updatedAt && item.updatedAt < ctx.now ? item.updatedAt : null
  const story: NewStory = {
    ...{ id: ctx.newId(), revisionId: ctx.newId(), status: fate.status, embargoUntil: fate.embargoUntil },
    content: { ...words, slug },
    body: { json: body.json, mediaIds: mediaIdsOf(fresh.referring) },
    firstPublishedAt: fate.status === 'LIVE' ? firstPublishedAt : null,
    significantAt,
  }
  const isMoved = item.slug !== null && slug !== wished
  const told = isMoved ? [`its slug '${wished}' is another story's; it has '${slug}'`] : []
  return { ...fresh, fate, story, remarks: [...remarks, ...told, ...(fate.remark ? [fate.remark] : [])] }
}

async function showLive(ctx: Ctx, tx: Transaction, run: Run, placed: Placed[], references: References): Promise<void> {
  const live = placed.filter(({ fate }) => fate.status === 'LIVE')
  if (live.length === 0) return
  const shown = live.map(({ story: { id, revisionId, content: words, body, significantAt = null }, formerPaths }) => {
    const content: ArticleContent = { ...words, body: blocksOf(body) }
    const times = timesOf(ctx.now, { firstPublishedAt: null }, content, significantAt)
    const revision = { id: revisionId, number: 1 }
    const projection = project({ id, revision, content, references, corrections: [] }, times, ctx.site)
    return { id, content, projection, formerPaths }
  })
  await showStories(ctx, tx, shown)
  const madePublic = await makePublic(ctx, tx, onlyOf(references, live))
  for (const { id, content, projection, formerPaths } of shown)
    await recordEvent(ctx, tx, {
      ...{ type: 'article.published', subjectId: id, version: 1, isPublic: true, note: run.note },
      data: { ...factsOf(content), from: 'DRAFT', to: 'LIVE' },
      keys: [...projectedKeys(id, projection), ...formerPaths.map(pathKey), ...madePublic],
    })
}

/** Authors and tags that live stories carry: those of drafts are not for readers yet. */
function onlyOf(references: References, live: Placed[]): References {
  const authors = new Set(live.flatMap(({ content }) => content.bylines.map(({ authorId }) => authorId)))
  const tags = new Set(live.flatMap(({ content }) => [...content.tagIds, content.sectionId]))
  return {
    ...references,
    authors: new Map([...references.authors].filter(([id]) => authors.has(id))),
    tags: new Map([...references.tags].filter(([id]) => tags.has(id))),
  }
}

/** Where drafts stood: readers are led on from there once they are live. */
function waitingPaths(placed: Placed[]) {
  const waiting = placed.filter(({ fate }) => fate.status !== 'LIVE')
  return waiting.flatMap(({ story, formerPaths }) => formerPaths.map((path) => ({ articleId: story.id, path })))
}
