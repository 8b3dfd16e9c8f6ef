import { revokeApiKey } from '../accounts/keys.ts'
import { revokeSession } from '../accounts/sessions.ts'
import type { Ctx } from '../core/ctx.ts'

/** Ends every key and session, and the links of previews: whoever had them when a backup was made gets in no more. */
export async function revokeAllAccess(ctx: Ctx): Promise<{ keys: number; sessions: number }> {
  const where = { revokedAt: null }
  const keys = await ctx.db.apiKey.findMany({ where, select: { id: true } })
  for (const { id } of keys) await revokeApiKey(ctx, id)
  const sessions = await ctx.db.session.findMany({ where, select: { id: true } })
  for (const { id } of sessions) await revokeSession(ctx, id)
  await ctx.db.houseSecret.deleteMany({ where: { name: 'preview' } })
  return { keys: keys.length, sessions: sessions.length }
}
