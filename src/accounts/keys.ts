import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type Caller, isRole, roles } from '../core/caller.ts'
import { Refusal, shorten } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import type { PrismaClient } from '../db/generated/client.ts'

/** A key as it is listed: everything but the key. */
export interface KeyRecord {
  id: string
  name: string
  role: string | null
  prefix: string
  createdAt: Date
  revokedAt: Date | null
}

const listed = { id: true, name: true, role: true, prefix: true, createdAt: true, revokedAt: true } as const

/**
 * A new bearer key: 256 random bits behind `dl_`. It is returned once and kept only as a SHA-256 hash, which is enough
 * for a secret that nobody can guess (OWASP ASVS 5.0, 11.4.1 asks for slow hashes of passwords, not of random keys).
 * @throws invalid_input for an unknown role or an empty name.
 */
export async function createKey(
  db: PrismaClient,
  name: string,
  role: string,
): Promise<{ key: string; record: KeyRecord }> {
  if (!isRole(role))
    throw new Refusal('invalid_input', `role: '${shorten(role)}' is not a role; known are ${roles.join(', ')}`)
  if (!/^[^\r\n\0]{1,100}$/.test(name))
    throw new Refusal('invalid_input', 'name: must be one line of 1 to 100 characters')
  const key = `dl_${randomBytes(32).toString('base64url')}`
  const record = await db.apiKey.create({
    data: { id: uuidv7(), name, role, prefix: key.slice(0, 9), hash: hashOf(key) },
    select: listed,
  })
  return { key, record }
}

/** All keys, revoked ones included, oldest first. */
export async function listKeys(db: PrismaClient): Promise<KeyRecord[]> {
  return db.apiKey.findMany({ select: listed, orderBy: { id: 'asc' } })
}

/** Ends a key, named by id or prefix; a key that has ended stays so. @throws not_found, conflict when a prefix names several. */
export async function revokeKey(db: PrismaClient, idOrPrefix: string, now: Date): Promise<KeyRecord> {
  const where = uuidPattern.test(idOrPrefix) ? { id: idOrPrefix } : { prefix: idOrPrefix }
  const [row, ...others] = await db.apiKey.findMany({ where, select: listed, take: 2 })
  if (!row) throw new Refusal('not_found', `there is no key '${shorten(idOrPrefix)}'; see 'dateline keys list'`)
  if (others.length > 0) throw new Refusal('conflict', `several keys begin with '${idOrPrefix}'; name one by its id`)
  return row.revokedAt ? row : db.apiKey.update({ where: { id: row.id }, data: { revokedAt: now }, select: listed })
}

/** Who holds this key; null when nobody does, or not any more. Looked up each time, so that a revocation acts at once. */
export async function callerByKey(db: PrismaClient, key: string): Promise<Caller | null> {
  const row = await db.apiKey.findUnique({
    where: { hash: hashOf(key) },
    select: { id: true, name: true, role: true, revokedAt: true },
  })
  if (!row || row.revokedAt || !isRole(row.role)) return null
  return { kind: 'key', keyId: row.id, name: row.name, role: row.role, scopes: [], owner: null }
}

function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(key).digest())
}
