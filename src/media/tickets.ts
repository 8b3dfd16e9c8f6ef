import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Ctx, Site, Transaction } from '../core/ctx.ts'

const name = 'media'

/** The secret of a house never changes, so that it is asked for once. */
const known = new WeakMap<object, Promise<Uint8Array>>()

/** What tickets and free sizes are signed with, made when it is first needed; of several who need it at once all get the same. */
export function mediaSecret({ db }: Pick<Ctx, 'db'>): Promise<Uint8Array> {
  const found = known.get(db) ?? readOrMake(db)
  known.set(db, found)
  found.catch(() => known.delete(db))
  return found
}

async function readOrMake(db: Transaction): Promise<Uint8Array> {
  const row = await db.houseSecret.findUnique({ where: { name } })
  if (row) return row.value
  await db.houseSecret.createMany({ data: [{ name, value: randomBytes(32) }], skipDuplicates: true })
  return (await db.houseSecret.findUniqueOrThrow({ where: { name } })).value
}

/** A ticket ends at one of these steps, so that an address stays the same for hours and browsers keep what it gave: half a day, in s. */
const stepSeconds = 12 * 60 * 60

/**
 * The site as somebody sees it who may see what readers may not: addresses of media have a ticket each, which opens that asset alone, for 12 to
 * 24 hours. For staff, and for previews.
 */
export async function siteForStaff(ctx: Ctx): Promise<Site> {
  const secret = await mediaSecret(ctx)
  const expires = (Math.floor(ctx.now.getTime() / 1_000 / stepSeconds) + 2) * stepSeconds
  return { ...ctx.site, ticketFor: (mediaId) => `${expires.toString(36)}.${ticketOf(secret, mediaId, expires)}` }
}

/** Whether this is a ticket for the asset that is still good. */
export async function isGoodTicket(ctx: Ctx, mediaId: string, ticket: string): Promise<boolean> {
  const [, end = '', signature = ''] = /^([0-9a-z]{1,8})\.([0-9a-f]{32})$/.exec(ticket) ?? []
  if (!end) return false
  const expires = Number.parseInt(end, 36)
  const isOurs = isSame(signature, ticketOf(await mediaSecret(ctx), mediaId, expires))
  return isOurs && (await ctx.databaseNow(ctx.db)).getTime() < expires * 1_000
}

/** What stands behind a free size, so that nobody has sizes made that were not handed out: 32 hex digits, good for ever. */
export async function signSize(ctx: Pick<Ctx, 'db'>, mediaId: string, size: string): Promise<string> {
  return signed(await mediaSecret(ctx), `size ${mediaId} ${size}`)
}

export async function isSignedSize(ctx: Ctx, mediaId: string, size: string, signature: string): Promise<boolean> {
  return isSame(signature, await signSize(ctx, mediaId, size))
}

function ticketOf(secret: Uint8Array, mediaId: string, expires: number): string {
  return signed(secret, `ticket ${mediaId} ${expires}`)
}

/** 128 bits of an HMAC-SHA256, in hex. */
function signed(secret: Uint8Array, words: string): string {
  return createHmac('sha256', secret).update(words).digest('hex').slice(0, 32)
}

function isSame(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
}
