import type { Site } from '../../core/ctx.ts'
import { fillHtmlMedia } from '../../media/addresses.ts'
import { toPublicMedia } from '../../media/published.ts'
import { fillBodyLinks, fillHtmlLinks, type LinkTargets } from './links.ts'
import { viewMedia } from './media.ts'
import type { PublicBody } from './public-types.ts'

/** A body and its HTML with all that is filled in when they are read: links to stories, addresses of media. */
export function toForms({ body, bodyHtml }: { body: PublicBody; bodyHtml: string }, targets: LinkTargets, site: Site) {
  return {
    body: fillBodyLinks(
      viewMedia(body, (media) => toPublicMedia(media, site)),
      targets,
    ),
    bodyHtml: fillHtmlMedia(fillHtmlLinks(bodyHtml, targets), site),
  }
}
