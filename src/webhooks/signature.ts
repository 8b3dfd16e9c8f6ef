import { createHmac } from 'node:crypto'

const prefix = 'whsec_'

/** The secret of 32 bytes as it is given to the receiver. Source: Standard Webhooks 1.0.0, "Symmetric secrets". */
export function toSecret(bytes: Uint8Array): string {
  return `${prefix}${Buffer.from(bytes).toString('base64')}`
}

/**
 * The headers of a delivery: its id, the time of the attempt in seconds since 1970, and one signature for each secret,
 * separated by spaces. A signature is HMAC-SHA256 over `id.seconds.body`. Source: Standard Webhooks 1.0.0, "Signature scheme".
 */
export function signatureHeaders(id: string, at: Date, body: string, secrets: readonly string[]) {
  const seconds = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, `${id}.${seconds}.${body}`)}`)
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  return createHmac('sha256', key).update(content).digest('base64')
}
