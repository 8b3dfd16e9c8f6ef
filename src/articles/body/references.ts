import type { PublicBlock, PublicBody } from './public-types.ts'
import type { Block, Body } from './types.ts'

/** Ids of the stories that a body links to (articleRefs and lists of links): each once, in order of appearance. */
export function articleIdsIn(body: Body | PublicBody): string[] {
  return unique(body, articleIdsOf)
}

/** Ids of the assets that a body shows (images, galleries, videos): each once, in order of appearance. */
export function mediaIdsIn(body: Body | PublicBody): string[] {
  return unique(body, mediaIdsOf)
}

function unique(body: Body | PublicBody, idsOf: (block: Block | PublicBlock) => string[]): string[] {
  const ids = new Set<string>()
  for (const block of body) for (const id of idsOf(block)) ids.add(id)
  return [...ids]
}

function articleIdsOf(block: Block | PublicBlock): string[] {
  if (block._type === 'block') {
    return block.markDefs?.flatMap((def) => (def._type === 'articleRef' ? def.articleId : [])) ?? []
  }
  return block._type === 'relatedLinks' ? block.items.flatMap((item) => item.articleId ?? []) : []
}

function mediaIdsOf(block: Block | PublicBlock): string[] {
  if (block._type === 'image' || block._type === 'video') return [block.mediaId]
  return block._type === 'gallery' ? block.images.map((image) => image.mediaId) : []
}
