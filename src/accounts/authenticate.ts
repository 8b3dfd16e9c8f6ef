import { anonymous, type Caller } from '../core/caller.ts'
import { Refusal } from '../core/errors.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import { callerByKey } from './keys.ts'

/**
 * Who sends this `Authorization` header. None is a reader; a wrong one is refused everywhere, so that a mistyped key
 * does not pass for a reader's.
 * @throws unauthenticated
 */
export async function authenticate(db: PrismaClient, header: string | undefined): Promise<Caller> {
  if (header === undefined) return anonymous
  const key = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(header)?.[1]
  const caller = key ? await callerByKey(db, key) : null
  if (!caller)
    throw new Refusal(
      'unauthenticated',
      "this key is not known or was revoked; send 'Authorization: Bearer <key>' with a valid one, or no such header to read what is public",
    )
  return caller
}
