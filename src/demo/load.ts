import { Readable } from 'node:stream'
import { createArticle } from '../articles/editorial.ts'
import { createAuthor } from '../authors/editorial.ts'
import { systemCaller } from '../core/caller.ts'
import type { AfterCommit } from '../core/commit.ts'
import type { Ctx, Site } from '../core/ctx.ts'
import type { Files } from '../core/files.ts'
import { databaseClock } from '../db/clock.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import { makeCtx } from '../make-ctx.ts'
import { createMedia } from '../media/editorial.ts'
import { receiveFile } from '../media/receive.ts'
import { storeReceived } from '../media/store-media.ts'
import { publicOutbound } from '../outbound/client.ts'
import { createTag } from '../tags/editorial.ts'
import { demoAuthors } from './content/authors.ts'
import { demoMedia } from './content/media.ts'
import { demoStories, demoTags } from './content/newsroom.ts'
import type { DemoMedia, DemoStory } from './content/types.ts'
import { finishStory, isFinished, knownStories } from './finish.ts'
import { loadPages } from './pages.ts'
import { drawnKeys, drawPicture } from './pictures.ts'
import { finishPosts } from './posts.ts'
import { type Ids, storiesNamedBy, toArticlePatch } from './to-input.ts'
import { loadViews } from './views.ts'

/** The day on which tags, authors and media were made: before the first story. */
const openingDay = '2025-10-31T06:00:00Z'

/** The day on which fronts were put together: after the last story. */
const lastDay = '2026-01-31T06:00:00Z'

/** The story to look at first: it has every part that a news page has. */
const showcaseStory = 'former-reservoir-chief-detained-over-aqtas-dam'

/** Stories made at a time. */
const lanes = 4

/** What stands in the newsroom afterwards: how many stories, how many of them were made now, the slug of one to look at. */
interface DemoReport {
  stories: number
  made: number
  story: string
}

/**
 * Fills a newsroom with the demo content, through the same doors that editors use. What is there already stays, so that
 * a second run makes nothing and a run that was killed is completed. Without `files` every asset is an address that leads nowhere.
 */
export async function loadDemo(
  db: PrismaClient,
  site: Site,
  { afterCommit, files }: { afterCommit?: AfterCommit; files?: Files } = {},
): Promise<DemoReport> {
  const at = (time: string) => {
    const clock = { ...databaseClock, now: () => new Date(time) }
    return makeCtx(db, site, clock, systemCaller('demo'), publicOutbound, afterCommit, files)
  }
  const opening = at(openingDay)
  const [tags, { media, authors }] = await Promise.all([loadTags(opening), loadPeople(opening, files !== undefined)])
  const ids: Ids = { tags, media, authors, stories: new Map() }
  const made = await loadStories(at, ids)
  await loadPages(at(lastDay), ids)
  await loadViews(at(lastDay), ids.stories)
  return { stories: demoStories.length, made, story: showcaseStory }
}

/** Authors, and the media that show them and their stories. */
async function loadPeople(ctx: Ctx, hasFiles: boolean): Promise<Pick<Ids, 'media' | 'authors'>> {
  const media = await loadMedia(ctx, hasFiles)
  return { media, authors: await loadAuthors(ctx, media) }
}

async function loadMedia(ctx: Ctx, hasFiles: boolean): Promise<Map<string, string>> {
  const urls = demoMedia.map(({ url }) => url)
  const known = await ctx.db.mediaAsset.findMany({
    where: { OR: [{ url: { in: urls } }, { sourceUrl: { in: urls } }] },
    select: { id: true, url: true, sourceUrl: true },
  })
  const idByUrl = new Map(known.map(({ id, url, sourceUrl }) => [sourceUrl ?? url, id]))
  return inLanes(demoMedia, async ({ key, ...input }) => {
    const make = () => (hasFiles && drawnKeys.includes(key) ? keepPicture(ctx, key, input) : createMedia(ctx, input))
    return [key, idByUrl.get(input.url) ?? (await make()).id]
  })
}

/** An asset whose file is drawn and kept here, as if it had been fetched from its address. */
async function keepPicture(ctx: Ctx, key: string, { url, alt, caption, credit, focalPoint }: Omit<DemoMedia, 'key'>) {
  const picture = await drawPicture(key)
  const file = await receiveFile(ctx, Readable.from([picture]))
  return (await storeReceived(ctx, file, { alt, caption, credit, focalPoint }, url)).media
}

/** Tags one after the other: a parent stands before its children. */
async function loadTags(ctx: Ctx): Promise<Map<string, string>> {
  const known = await ctx.db.tagSlug.findMany({ where: { slug: { in: demoTags.map(({ key }) => key) } } })
  const ids = new Map(known.map(({ slug, tagId }) => [slug, tagId]))
  for (const { key, parent, ...input } of demoTags) {
    if (!ids.has(key))
      ids.set(key, (await createTag(ctx, { ...input, slug: key, parentId: parent ? ids.get(parent) : null })).id)
  }
  return ids
}

async function loadAuthors(ctx: Ctx, media: Map<string, string>): Promise<Map<string, string>> {
  const known = await ctx.db.authorSlug.findMany({ where: { slug: { in: demoAuthors.map(({ key }) => key) } } })
  const ids = new Map(known.map(({ slug, authorId }) => [slug, authorId]))
  return inLanes(demoAuthors, async ({ key, avatar, ...input }) => {
    const made = () => createAuthor(ctx, { ...input, slug: key, avatarId: avatar ? media.get(avatar) : null })
    return [key, ids.get(key) ?? (await made()).id]
  })
}

/**
 * Makes the stories that are not there and publishes those that a killed run left as drafts; what somebody has changed
 * since stays changed. First every story with what it says and all that it refers to among the stories before it; then
 * the links to later ones, and its state.
 */
async function loadStories(at: (time: string) => Ctx, ids: Ids): Promise<number> {
  const before = await knownStories(at(openingDay))
  const making = new Map<string, Promise<string>>()
  const idOf = async (key: string) => before.get(key)?.id ?? (await making.get(key)) ?? ''
  const make = async (story: DemoStory): Promise<string> => {
    const earlier = storiesNamedBy(withoutLater(story))
    const known = {
      ...ids,
      stories: new Map(await Promise.all(earlier.map(async (key) => [key, await idOf(key)] as const))),
    }
    const { key, headline, locale } = story
    const input = { ...toArticlePatch(withoutLater(story), known), headline, slug: key, locale, note: 'As filed' }
    return (await createArticle(at(story.publishedAt), input)).id
  }
  ids.stories = await inLanes(demoStories, async (story) => {
    if (!before.has(story.key)) making.set(story.key, make(story))
    return [story.key, await idOf(story.key)]
  })
  const isUnfinished = (story: DemoStory) => !isFinished(story, before.get(story.key))
  const unfinished = demoStories.filter(isUnfinished)
  await inLanes(unfinished, async (story) => {
    const id = ids.stories.get(story.key) ?? ''
    const relinked = hasLater(story) ? toArticlePatch(story, ids) : null
    await finishStory(at(story.publishedAt), id, story, relinked)
    await finishPosts(at, id, story, ids)
    return [story.key, id]
  })
  return unfinished.length
}

const indexOf = new Map(demoStories.map(({ key }, index) => [key, index]))

/** Whether a story of the demo stands after another. */
function isAfter(key: string, story: DemoStory): boolean {
  return (indexOf.get(key) ?? 0) > (indexOf.get(story.key) ?? 0)
}

function hasLater({ related = [], ...story }: DemoStory): boolean {
  return related.some((link) => 'story' in link && isAfter(link.story, story))
}

function withoutLater(story: DemoStory): DemoStory {
  return { ...story, related: story.related?.filter((link) => !('story' in link && isAfter(link.story, story))) }
}

/** Works on several items at a time; the results by key. */
async function inLanes<T>(
  items: readonly T[],
  work: (item: T) => Promise<[key: string, id: string]>,
): Promise<Map<string, string>> {
  const results: [string, string][] = []
  const queue = items.values()
  const runLane = async () => {
    for (const item of queue) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: lanes }, runLane))
  return new Map(results)
}
