import { type Fault, invalidInput } from '../core/errors.ts'
import type { ArticleContent, ArticleInput, ArticlePatch } from './article.ts'
import { checkBody } from './body/check.ts'

/** Fields of a new story that nobody has filled in yet. */
const emptyContent = {
  kicker: null,
  standfirst: null,
  body: [],
  bylines: [],
  sectionId: null,
  tagIds: [],
  leadMedia: null,
  recommendedVideoId: null,
  related: [],
  translationOf: null,
  replacesId: null,
  source: null,
  liveBlog: null,
  canonicalUrl: null,
  publishedAt: null,
}

/** Content whose slug is still to be chosen. */
export type UnnamedContent = Omit<ArticleContent, 'slug'>

/** The content of a new story. @throws invalid_input with every fault of the body and of fields that contradict each other. */
export function newContent(
  { note: _note, slug: _slug, ...input }: ArticleInput,
  defaultLocale: string,
): UnnamedContent {
  return complete({ ...emptyContent, locale: defaultLocale }, input)
}

/** The content after a change; what the patch leaves out stays. @throws invalid_input as `newContent`. */
export function changedContent(
  content: ArticleContent,
  { note: _note, slug: _slug, autosave: _autosave, ...patch }: ArticlePatch,
): UnnamedContent {
  const { slug: _former, ...before } = content
  return complete(before, patch)
}

type Given = Omit<ArticlePatch, 'note' | 'slug' | 'autosave'>

function complete(before: Partial<UnnamedContent>, input: Given): UnnamedContent {
  const given = withLowerIds(input)
  const faults = [...bylineFaults(given), ...relatedFaults(given), ...instantFaults(given)]
  const checked = given.body ? checkBody(given.body) : { body: before.body ?? [] }
  if ('faults' in checked) faults.push(...checked.faults)
  if (faults.length > 0) throw invalidInput(faults)
  return { ...before, ...normalise(given), body: 'body' in checked ? checked.body : [] } as UnnamedContent
}

/** Ids as PostgreSQL writes them, so that the same thing named twice is seen to be the same. */
function withLowerIds({
  bylines,
  tagIds,
  leadMedia,
  related,
  sectionId,
  recommendedVideoId,
  translationOf,
  replacesId,
  ...given
}: Given): Given {
  return {
    ...given,
    sectionId: lower(sectionId),
    recommendedVideoId: lower(recommendedVideoId),
    translationOf: lower(translationOf),
    replacesId: lower(replacesId),
    leadMedia: leadMedia && { ...leadMedia, mediaId: leadMedia.mediaId.toLowerCase() },
    tagIds: tagIds && [...new Set(tagIds.map((id) => id.toLowerCase()))],
    bylines: bylines?.map((byline) => ({ ...byline, authorId: byline.authorId.toLowerCase() })),
    related: related?.map((story) => ({ ...story, articleId: story.articleId?.toLowerCase() ?? null })),
  }
}

function lower<I extends string | null | undefined>(id: I) {
  return typeof id === 'string' ? id.toLowerCase() : id
}

/** The given fields with every optional member present, so that a revision is complete and a reader of it needs no `?`. */
function normalise({
  bylines,
  leadMedia,
  related,
  source,
  liveBlog,
  publishedAt,
  ...given
}: Given): Partial<UnnamedContent> {
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(bylines && { bylines: bylines.map(wholeByline) }),
    ...(leadMedia !== undefined && { leadMedia: leadMedia && withWords(leadMedia) }),
    ...(related && {
      related: related.map(({ articleId = null, url = null, headline = null }) => ({ articleId, url, headline })),
    }),
    ...(source !== undefined && {
      source: source && { name: source.name, url: source.url ?? null, externalId: source.externalId ?? null },
    }),
    ...(liveBlog !== undefined && {
      liveBlog: liveBlog && {
        startsAt: toIso(liveBlog.startsAt),
        endsAt: liveBlog.endsAt ? toIso(liveBlog.endsAt) : null,
      },
    }),
    ...(publishedAt !== undefined && { publishedAt: publishedAt && new Date(publishedAt).toISOString() }),
  }
}

function toIso(instant: string): string {
  return new Date(instant).toISOString()
}

type GivenByline = NonNullable<Given['bylines']>[number]

/** A byline with every member present. */
export function wholeByline({ authorId, role = 'Author', displayName = null }: GivenByline) {
  return { authorId, role, displayName }
}

function withWords({ mediaId, alt = null, caption = null, credit = null }: NonNullable<Given['leadMedia']>) {
  return { mediaId, alt, caption, credit }
}

/** A fault for each author who stands twice over the same thing. */
export function bylineFaults({ bylines = [] }: Pick<Given, 'bylines'>): Fault[] {
  return repeats(bylines.map(({ authorId }) => authorId)).map(([i, first]) => ({
    path: `bylines[${i}].authorId`,
    message: `is already in bylines[${first}]; join the two roles`,
  }))
}

function relatedFaults({ related = [] }: Given): Fault[] {
  const again = repeats(related.map(({ articleId, url }) => articleId ?? url ?? null)).map(([i, first]) => ({
    path: `related[${i}]`,
    message: `is the same as related[${first}]; leave one out`,
  }))
  const wrong = related.flatMap(({ articleId, url, headline }, i) => {
    if (!articleId === !url) return [{ path: `related[${i}]`, message: 'must have exactly one of articleId and url' }]
    return url && !headline ? [{ path: `related[${i}].headline`, message: 'is required with a url' }] : []
  })
  return [...wrong, ...again]
}

/** Places of values that stand further in front too, with the first place of each; ids count whatever their case. */
function repeats(values: (string | null)[]): [index: number, first: number][] {
  const known = values.map((value) => value?.toLowerCase() ?? null)
  return known.flatMap((value, index): [number, number][] => {
    const first = known.indexOf(value)
    return value !== null && first < index ? [[index, first]] : []
  })
}

function instantFaults({ publishedAt, liveBlog }: Given): Fault[] {
  const { startsAt, endsAt } = liveBlog ?? {}
  const faults = [
    ...instantFault('publishedAt', publishedAt),
    ...instantFault('liveBlog.startsAt', startsAt),
    ...instantFault('liveBlog.endsAt', endsAt),
  ]
  if (faults.length > 0 || !startsAt || !endsAt || new Date(startsAt) <= new Date(endsAt)) return faults
  return [{ path: 'liveBlog.endsAt', message: 'must not be before startsAt' }]
}

/** The shape lets through what RFC 3339 has and JavaScript has not: leap seconds, and years that leave 1000 to 9999 in UTC. */
export function instantFault(path: string, instant: string | null | undefined): Fault[] {
  if (!instant) return []
  const year = new Date(instant).getUTCFullYear()
  const message =
    "must be an instant such as '2026-01-08T09:30:00Z', without a leap second, in the years 1000 to 9999 in UTC"
  return year >= 1000 && year <= 9999 ? [] : [{ path, message }]
}
