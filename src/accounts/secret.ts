import { createHash, randomBytes } from 'node:crypto'

/**
 * A new bearer secret: 256 random bits in base64url behind a prefix that says what it is, `dl_` a key, `ds_` a session.
 * It is shown once and kept only as its hash.
 */
export function newSecret(prefix: 'dl_' | 'ds_'): { secret: string; hash: Uint8Array<ArrayBuffer> } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashOf(secret) }
}

/**
 * SHA-256, which is enough for a secret that nobody can guess: OWASP ASVS 5.0, 11.4.1, asks for slow hashes of passwords,
 * not of random keys.
 */
export function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
