import { mediaIdsIn } from '../articles/body/references.ts'
import { renderText } from '../articles/body/text.ts'
import type { Body } from '../articles/body/types.ts'
import { oldPathReader } from './old-paths.ts'

/**
 * The checked body of a story as JSON, and what has to be known of it. In most bodies nothing changes from the file to the database,
 * and a text goes there many times as fast as thousands of objects.
 */
export interface StoryBody {
  json: string
  /** Whether there are words in it. */
  hasText: boolean
  /** Whether it shows media, which have places in the stead of ids until they are found. */
  showsMedia: boolean
  /** Where its links lead on the old site of the story, each path once. */
  oldPaths: string[]
}

/** `oldSite`: see ImportItem. */
export function storyBodyOf(body: Body, oldSite: string | null): StoryBody {
  const oldPathOf = oldPathReader(oldSite)
  return {
    json: JSON.stringify(body),
    hasText: renderText(body).trim() !== '',
    showsMedia: mediaIdsIn(body).length > 0,
    oldPaths: [...new Set(hrefsIn(body).flatMap((href) => oldPathOf(href) ?? []))],
  }
}

/** The blocks of a body. */
export function blocksOf({ json }: Pick<StoryBody, 'json'>): Body {
  return JSON.parse(json)
}

/** A body with others in the place of its blocks: they have the same words and lead to the same places. */
export function withBlocks(body: StoryBody, blocks: Body): StoryBody {
  return { ...body, json: JSON.stringify(blocks) }
}

function hrefsIn(body: Body): string[] {
  return body.flatMap((block) => {
    if (block._type === 'relatedLinks') return block.items.flatMap(({ url }) => url ?? [])
    if (block._type !== 'block') return []
    return block.markDefs?.flatMap((mark) => (mark._type === 'link' ? mark.href : [])) ?? []
  })
}
