import type { Fault } from '../../core/errors.ts'
import type { Block, Body } from './types.ts'

/** Something that a body refers to: where it does, and which kinds of media may stand there (none: it is a story). */
interface Reference {
  id: string
  path: string
  kinds?: readonly string[]
}

interface Known {
  media: ReadonlyMap<string, { type: string }>
  articles: ReadonlyMap<string, unknown>
}

/** A fault for each id in a body that leads nowhere, or to media of a kind that its block cannot show. */
export function bodyReferenceFaults(body: Body, { media, articles }: Known): Fault[] {
  return body
    .flatMap((block, i) => referencesIn(block, `body[${i}]`))
    .flatMap(({ id, path, kinds }) => {
      if (!kinds) return articles.has(id) ? [] : [{ path, message: `${id} is not the id of an article` }]
      const type = media.get(id)?.type
      return type && kinds.includes(type)
        ? []
        : [{ path, message: `${id} is not the id of ${kinds.join(' or ')} media` }]
    })
}

function referencesIn(block: Block, path: string): Reference[] {
  switch (block._type) {
    case 'block':
      return (block.markDefs ?? []).flatMap((mark, i) =>
        mark._type === 'articleRef' ? { id: mark.articleId, path: `${path}.markDefs[${i}].articleId` } : [],
      )
    case 'relatedLinks':
      return block.items.flatMap(({ articleId }, i) =>
        articleId ? { id: articleId, path: `${path}.items[${i}].articleId` } : [],
      )
    case 'image':
      return [{ id: block.mediaId, path: `${path}.mediaId`, kinds: ['IMAGE'] }]
    case 'video':
      return [{ id: block.mediaId, path: `${path}.mediaId`, kinds: ['VIDEO', 'AUDIO'] }]
    case 'gallery':
      return block.images.map(({ mediaId }, i) => ({
        id: mediaId,
        path: `${path}.images[${i}].mediaId`,
        kinds: ['IMAGE'],
      }))
    default:
      return []
  }
}
