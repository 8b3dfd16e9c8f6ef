import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a token says: which link it is, and until when it is good. */
interface Claim {
  id: string
  expiresAt: Date
}

/**
 * The token of a link: 16 bytes of its id and 6 of its expiry (ms since 1970, big-endian), a full stop, and their HMAC-SHA256
 * under the secret of the house; each part in base64url. 74 characters.
 */
export function signToken(secret: Uint8Array, { id, expiresAt }: Claim): string {
  const bytes = Buffer.alloc(22)
  bytes.write(id.replaceAll('-', ''), 'hex')
  bytes.writeUIntBE(expiresAt.getTime(), 16, 6)
  const payload = bytes.toString('base64url')
  return `${payload}.${signatureOf(secret, payload)}`
}

/** What a token says; null when this house did not sign it, to the last character. */
export function readToken(secret: Uint8Array, token: string): Claim | null {
  const [, payload, signature] = /^([\w-]{30})\.([\w-]{43})$/.exec(token) ?? []
  if (!payload || !signature) return null
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(secret, payload)))) return null
  const bytes = Buffer.from(payload, 'base64url')
  const id = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, expiresAt: new Date(bytes.readUIntBE(16, 6)) }
}

function signatureOf(secret: Uint8Array, payload: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url')
}
