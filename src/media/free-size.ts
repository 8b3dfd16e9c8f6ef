import { type Static, Type } from 'typebox'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { oneOf, optional, strict } from '../core/shapes.ts'
import { mediaUrl } from './addresses.ts'
import { mediaOr404 } from './editorial.ts'
import { type FocalPoint, type Rendition, renditionFormats } from './media.ts'
import { mostPixels, planRendition, sizeName } from './renditions.ts'
import { signSize, siteForStaff } from './tickets.ts'

const Side = Type.Integer({ minimum: 1, maximum: mostPixels })

/** A size that no preset has: with a height a crop around the focal point, without one the whole picture. */
export const SizeQuery = strict({
  width: Side,
  height: optional(Side),
  format: optional(oneOf(renditionFormats, 'AUTO when left out: whichever the client takes.')),
})
export type SizeQuery = Static<typeof SizeQuery>

/**
 * Hands out the address of a rendition of any size, for pages of the site: it is signed, so that nobody has sizes made that were not handed out, and
 * is seen by readers as the asset is, by staff for as long as its ticket is good. Nothing is made before somebody asks there.
 * @throws not_found, invalid_input, conflict for what is no picture that is kept here.
 */
export async function freeSize(ctx: Ctx, id: string, input: unknown): Promise<Rendition> {
  allow(ctx.caller, 'media', 'read')
  const { width, height = null, format } = parse(SizeQuery, input)
  const row = await mediaOr404(ctx.db, id)
  if (row.type !== 'IMAGE' || !row.edition || !row.width || !row.height)
    throw new Refusal('conflict', `media asset ${id} is no picture that is kept here; upload it, and it has renditions`)
  const name = sizeName({ width, height })
  const picture = { width: row.width, height: row.height }
  const size = planRendition(picture, { width, height }, row.focalPoint as FocalPoint | null)
  const suffix = format && format !== 'AUTO' ? `.${format.toLowerCase()}` : ''
  const signedName = `${name}~${await signSize(ctx, row.id, name)}`
  const url = mediaUrl(await siteForStaff(ctx), row.id, signedName, `${row.edition}${suffix}`)
  return { name, url, width: size.width, height: size.height, format: format ?? 'AUTO' }
}
