import type { Body } from '../articles/body/types.ts'
import type { Transaction } from '../core/ctx.ts'
import type { ImportStory } from './item.ts'
import { oldPathReader } from './old-paths.ts'
import { blocksOf, type StoryBody, withBlocks } from './story-body.ts'

/** A story of a file whose links are looked at. */
interface Linking {
  item: Pick<ImportStory, 'oldSite'>
  content: { body: StoryBody; related: Related[] }
}

interface Related {
  articleId: string | null
  url: string | null
  headline: string | null
}

/** What old paths lead to: a story by path. */
export type StoriesByPath = ReadonlyMap<string, string>

/**
 * The stories to which the links of these lead, by the path that they have on the old site: those that are here, or that are just made
 * (`made`). What is not here yet stays an address, which redirects to the story once that is here.
 */
export async function storiesLinked(tx: Transaction, stories: Linking[], made: StoriesByPath): Promise<StoriesByPath> {
  const paths = new Set(stories.flatMap(oldPathsOf))
  if (paths.size === 0) return made
  const rows = await tx.$queryRaw<{ path: string; id: string }[]>`
    SELECT path, "articleId"::text AS id FROM article_path WHERE path = ANY(${[...paths]}::text[])
    UNION ALL SELECT path, "articleId"::text FROM former_path WHERE path = ANY(${[...paths]}::text[])`
  return new Map([...rows.map(({ path, id }) => [path, id] as const), ...made])
}

/** The content with links to stories in the place of links to their old addresses. */
export function withStoryLinks<S extends Linking>(story: S, stories: StoriesByPath): S['content'] {
  const { item, content } = story
  if (!oldPathsOf(story).some((path) => stories.has(path))) return content
  const oldPathOf = oldPathReader(item.oldSite)
  const idOf = (href: string | null | undefined) => stories.get((href && oldPathOf(href)) ?? '')
  return {
    ...content,
    body: withBlocks(
      content.body,
      blocksOf(content.body).map((block) => linkedBlock(block, idOf)),
    ),
    related: content.related.map((link) => {
      const articleId = idOf(link.url)
      return articleId ? { ...link, articleId, url: null } : link
    }),
  }
}

function linkedBlock(block: Body[number], idOf: (href: string | undefined) => string | undefined): Body[number] {
  if (block._type === 'relatedLinks') {
    const items = block.items.map(({ url, ...link }) => {
      const articleId = idOf(url)
      return articleId ? { ...link, articleId } : { ...link, ...(url && { url }) }
    })
    return { ...block, items }
  }
  if (block._type !== 'block' || !block.markDefs) return block
  const markDefs = block.markDefs.map((mark) => {
    const articleId = mark._type === 'link' ? idOf(mark.href) : undefined
    return articleId ? { _type: 'articleRef' as const, _key: mark._key, articleId } : mark
  })
  return { ...block, markDefs }
}

function oldPathsOf({ item, content: { body, related } }: Linking): string[] {
  if (related.length === 0) return body.oldPaths
  const oldPathOf = oldPathReader(item.oldSite)
  return [...body.oldPaths, ...related.flatMap(({ url }) => (url && oldPathOf(url)) ?? [])]
}
