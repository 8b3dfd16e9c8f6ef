import type { Transaction } from '../core/ctx.ts'
import { type Fault, Refusal } from '../core/errors.ts'
import type { MediaAsset } from '../db/generated/client.ts'
import type { ArticleContent } from './article.ts'
import { bodyReferenceFaults } from './body/reference-faults.ts'
import { articleIdsIn, mediaIdsIn } from './body/references.ts'

/**
 * Everything that a story's content refers to, by the id that the content has. An author, tag or asset that was merged is
 * there as the one that stands for it today.
 */
export interface References {
  authors: Map<string, { id: string; publicAt: Date | null }>
  tags: Map<string, ReferredTag>
  media: Map<string, MediaAsset>
  articles: Map<string, { id: string; originalId: string | null }>
}

interface ReferredTag {
  id: string
  type: string
  slug: string
  publicAt: Date | null
}

/** What of a content refers to something. */
type Content = Pick<
  ArticleContent,
  | 'body'
  | 'bylines'
  | 'sectionId'
  | 'tagIds'
  | 'leadMedia'
  | 'recommendedVideoId'
  | 'related'
  | 'translationOf'
  | 'replacesId'
>

/**
 * Looks up what the content refers to.
 * @throws missing_reference with every id that leads nowhere, or to something that cannot stand there.
 */
export async function loadReferences(tx: Transaction, content: Content): Promise<References> {
  const references = await findReferences(tx, [content])
  const faults = referenceFaults(content, references)
  if (faults.length > 0)
    throw new Refusal('missing_reference', faults.map(({ path, message }) => `${path} ${message}`).join('; '), {
      faults,
    })
  return references
}

/** What of all that these contents refer to is there, looked up for all of them at once. */
export async function findReferences(tx: Transaction, contents: Content[]): Promise<References> {
  const idsOf = (list: (content: Content) => string[]) => [...new Set(contents.flatMap(list))]
  const authors = await loadAuthors(tx, idsOf(authorIdsOf))
  const tags = await loadTags(tx, idsOf(allTagIdsOf))
  const media = await loadMedia(tx, idsOf(mediaIdsOf))
  const articles = await some(idsOf(articleIdsOf), (ids) =>
    tx.article.findMany({ where: { id: { in: ids } }, select: { id: true, originalId: true } }),
  )
  return { authors, tags, media, articles: new Map(articles.map((row) => [row.id, row])) }
}

async function loadAuthors(tx: Transaction, ids: string[]): Promise<References['authors']> {
  const columns = { id: true, publicAt: true } as const
  const select = { ...columns, mergedInto: { select: columns } }
  return standing(await some(ids, (known) => tx.author.findMany({ where: { id: { in: known } }, select })))
}

async function loadTags(tx: Transaction, ids: string[]): Promise<Map<string, ReferredTag>> {
  const columns = { id: true, type: true, slug: true, publicAt: true } as const
  const select = { ...columns, mergedInto: { select: columns } }
  return standing(await some(ids, (known) => tx.tag.findMany({ where: { id: { in: known } }, select })))
}

/** Assets by the ids that stories have for them; one that was merged is the asset that stands for it. */
export async function loadMedia(tx: Transaction, ids: string[]): Promise<Map<string, MediaAsset>> {
  const include = { mergedInto: true } as const
  return standing(await some(ids, (known) => tx.mediaAsset.findMany({ where: { id: { in: known } }, include })))
}

/** Rows by their own ids, each as what stands for it after merges. */
function standing<R extends { id: string }>(rows: (R & { mergedInto: R | null })[]): Map<string, R> {
  return new Map(rows.map(({ mergedInto, ...row }) => [row.id, mergedInto ?? (row as unknown as R)]))
}

/** What these ids lead to, without asking the database about none. */
async function some<R>(ids: string[], find: (ids: string[]) => Promise<R[]>): Promise<R[]> {
  return ids.length > 0 ? find(ids) : []
}

/** Everybody with a byline, each once. */
export function authorIdsOf({ bylines }: Pick<Content, 'bylines'>): string[] {
  return [...new Set(bylines.map(({ authorId }) => authorId))]
}

/** Its tags and its section, each once. */
export function allTagIdsOf({ tagIds, sectionId }: Pick<Content, 'tagIds' | 'sectionId'>): string[] {
  return [...new Set([...tagIds, ...(sectionId ? [sectionId] : [])])]
}

/** Every asset that a story shows, each once. */
export function mediaIdsOf({ body, leadMedia, recommendedVideoId }: Content): string[] {
  const lead = leadMedia ? [leadMedia.mediaId] : []
  const video = recommendedVideoId ? [recommendedVideoId] : []
  return [...new Set([...mediaIdsIn(body), ...lead, ...video])]
}

function articleIdsOf({ body, related, translationOf, replacesId }: Content): string[] {
  return [
    ...articleIdsIn(body),
    ...related.flatMap(({ articleId }) => articleId ?? []),
    ...(translationOf ? [translationOf] : []),
    ...(replacesId ? [replacesId] : []),
  ]
}

/** A fault for each id that leads nowhere, or to something that cannot stand there. */
export function referenceFaults(content: Content, { authors, tags, media, articles }: References): Fault[] {
  const section = content.sectionId ? tags.get(content.sectionId) : undefined
  return [
    ...content.bylines.flatMap(({ authorId }, i) => missing(authors, authorId, `bylines[${i}].authorId`, 'an author')),
    ...content.tagIds.flatMap((id, i) => tagFault(tags.get(id), id, `tagIds[${i}]`)),
    ...(content.sectionId && section?.type !== 'SECTION'
      ? [{ path: 'sectionId', message: `${content.sectionId} is not the id of a SECTION tag` }]
      : []),
    ...mediaFaults(content, media),
    ...bodyReferenceFaults(content.body, { media, articles }),
    ...content.related.flatMap(({ articleId }, i) =>
      articleId ? missing(articles, articleId, `related[${i}].articleId`, 'an article') : [],
    ),
    ...(content.translationOf ? missing(articles, content.translationOf, 'translationOf', 'an article') : []),
    ...(content.replacesId ? missing(articles, content.replacesId, 'replacesId', 'an article') : []),
  ]
}

function missing(known: Map<string, unknown>, id: string, path: string, noun: string): Fault[] {
  return known.has(id) ? [] : [{ path, message: `${id} is not the id of ${noun}` }]
}

function tagFault(tag: ReferredTag | undefined, id: string, path: string): Fault[] {
  if (!tag) return [{ path, message: `${id} is not the id of a tag` }]
  return tag.type === 'SECTION' ? [{ path, message: `${id} is a section; put it in sectionId` }] : []
}

function mediaFaults({ leadMedia, recommendedVideoId }: Content, media: References['media']): Fault[] {
  const lead = leadMedia && media.get(leadMedia.mediaId)
  const video = recommendedVideoId ? media.get(recommendedVideoId) : null
  return [
    ...(leadMedia && lead?.type !== 'IMAGE' && lead?.type !== 'VIDEO'
      ? [{ path: 'leadMedia.mediaId', message: `${leadMedia.mediaId} is not the id of an IMAGE or VIDEO` }]
      : []),
    ...(recommendedVideoId && video?.type !== 'VIDEO'
      ? [{ path: 'recommendedVideoId', message: `${recommendedVideoId} is not the id of a VIDEO` }]
      : []),
  ]
}
