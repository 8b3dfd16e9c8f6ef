import { articleByKey } from '../articles/delivery.ts'
import { articleDraft } from '../articles/drafts.ts'
import { project, timesOf } from '../articles/projection.ts'
import type { PublicArticle } from '../articles/public-article.ts'
import { findReferences } from '../articles/references.ts'
import type { Ctx } from '../core/ctx.ts'
import { publicView } from '../previews/reading.ts'
import { mediaOfStory, toNinjs } from './ninjs.ts'
import { choose, type StoryFilter } from './story-filter.ts'
import { articles } from './story-rows.ts'
import { wxrAttachment, wxrAuthor, wxrCategory, wxrEnd, wxrHead, wxrItem, wxrTag } from './wxr.ts'

/** Takes a piece of the file; what it gives back is waited for. */
type Write = (text: string) => Promise<void>

/** What an export in a foreign format holds when nobody says: agencies send what is out, a site moves with its drafts. */
const usualStatuses = {
  ninjs: ['LIVE'],
  wxr: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'LIVE', 'WITHDRAWN'],
}
export type ForeignFormat = keyof typeof usualStatuses

/**
 * Writes stories in a format of others: ninjs as an item a line, WXR as one file. `ctx.db` is the transaction of a snapshot. Gives how many
 * stories were written.
 */
export async function exportForeign(
  ctx: Ctx,
  format: ForeignFormat,
  filter: StoryFilter,
  write: Write,
): Promise<number> {
  await choose(ctx.db, { ...filter, status: filter.status ?? usualStatuses[format] })
  return format === 'ninjs' ? writeNinjs(ctx, write) : writeWxr(ctx, write)
}

async function writeNinjs(ctx: Ctx, write: Write): Promise<number> {
  let count = 0
  for await (const id of chosenStories(ctx)) {
    await write(`${JSON.stringify(toNinjs(await articleByKey(ctx, id), ctx.site))}\n`)
    count++
  }
  return count
}

/** Numbers of things in a file, given as they come. */
function numbering() {
  const numbers = new Map<string, number>()
  return {
    of: (id: string) => numbers.get(id) ?? null,
    next: (id: string) => {
      numbers.set(id, numbers.size + 1)
      return numbers.size
    },
  }
}

async function writeWxr(ctx: Ctx, write: Write): Promise<number> {
  await write(wxrHead(ctx.site, ctx.now))
  await writeTerms(ctx, write)
  const numbers = numbering()
  let count = 0
  for await (const id of chosenStories(ctx)) {
    const { article, status, plannedAt } = await storyOf(ctx, id)
    for (const media of mediaOfStory(article))
      if (numbers.of(media.id) === null) await write(wxrAttachment(numbers.next(media.id), media, article.publishedAt))
    const leadNumber = article.leadMedia ? numbers.of(article.leadMedia.id) : null
    await write(wxrItem({ number: numbers.next(id), article, status, plannedAt, leadNumber }, ctx.site))
    count++
  }
  await write(wxrEnd)
  return count
}

/** Who and what the chosen stories are filed under. */
async function writeTerms({ db }: Ctx, write: Write): Promise<void> {
  const chosen = await db.$queryRaw<{ id: string }[]>`SELECT id::text FROM chosen_thing`
  const ids = new Set(chosen.map(({ id }) => id))
  const authors = await db.author.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } })
  const tags = await db.tag.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } })
  const slugs = new Map(tags.map(({ id, slug }) => [id, slug]))
  const used = <T extends { id: string }>(rows: T[]) => rows.filter(({ id }) => ids.has(id))
  for (const [index, { slug, name, email }] of used(authors).entries())
    await write(wxrAuthor({ number: index + 1, slug, name }, email))
  for (const [index, { slug, name, description, parentId, type }] of used(tags).entries()) {
    const term = { number: index + 1, slug, name, description, parentSlug: (parentId && slugs.get(parentId)) ?? null }
    await write(type === 'SECTION' ? wxrCategory(term) : wxrTag(term))
  }
}

/** The UUID before all others. */
const beginning = '00000000-0000-0000-0000-000000000000'

async function* chosenStories({ db }: Ctx): AsyncGenerator<string> {
  for (let after = beginning; ; ) {
    const page = await articles.ids(db, after, false)
    const last = page.at(-1)
    if (!last) return
    for (const { id } of page) yield id
    after = last.id
  }
}

interface Story {
  article: PublicArticle
  status: string
  plannedAt: Date | null
}

/** A story as readers have it, or would have its newest revision. */
async function storyOf(ctx: Ctx, id: string): Promise<Story> {
  const draft = await articleDraft(ctx, id)
  const { status } = draft
  if (status === 'LIVE') return { article: await articleByKey(ctx, id), status, plannedAt: null }
  const references = await findReferences(ctx.db, [draft.content])
  const revision = await ctx.db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: id, number: draft.version } },
    select: { id: true, number: true },
  })
  const times = timesOf(draft.changedAt, draft, draft.content, null)
  const shown = { id, revision, content: draft.content, references, corrections: [] }
  const planned = await ctx.db.schedule.findFirst({
    where: { articleId: id, action: 'PUBLISH', status: 'PENDING' },
    orderBy: { at: 'asc' },
  })
  const article = await publicView(ctx, id, project(shown, times, ctx.site))
  return { article, status, plannedAt: planned?.at ?? null }
}
