import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { KeyedRequest } from './idempotency.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** One time that a keyed request is made. */
export interface Attempt {
  /** The `Idempotency-Key` as it came. */
  key: string
  /** SHA-256 of caller and key, under which answers are found, and the same as text. */
  hash: Bytes
  name: string
  /** What the request asks for, by HMAC-SHA256 with the key, so that the table does not tell a password from its body. */
  fingerprint: Bytes
  /** The instant by the database's clock: when this attempt's answers were given. */
  now: Date
  /** Fields of a mutation that have begun, transactions that were done, and those that were answered from memory. */
  parts: number
  done: number
  replayed: number
}

/** The attempt that a request makes. `callerName` is whose key it is; keys of different callers have nothing to do with each other. */
export function newAttempt({ key, method, url, body }: KeyedRequest, callerName: string, now: Date): Attempt {
  const hash = createHash('sha256').update(`${callerName}\0${key}`).digest()
  const fingerprint = createHmac('sha256', key).update(`${method}\0${url}\0`).update(body).digest()
  return {
    ...{ key, hash: new Uint8Array(hash), name: hash.toString('base64url'), fingerprint: new Uint8Array(fingerprint) },
    ...{ now, parts: 0, done: 0, replayed: 0 },
  }
}

/** Whether a stored fingerprint is of the same request. */
export function isSameRequest({ fingerprint }: Attempt, stored: Uint8Array): boolean {
  return Buffer.compare(fingerprint, stored) === 0
}

const [ivBytes, tagBytes] = [12, 16]

/**
 * The answer of a step as it is stored: AES-256-GCM under a key that only the client's `Idempotency-Key` yields (HKDF, RFC
 * 5869), bound to its place. Answers hold what is shown once, such as new keys; the table alone does not give them away.
 * Out: 12 bytes of IV, 16 of tag, then the value as node:v8 writes it, which keeps dates, big integers and undefined.
 */
export function lockAnswer(attempt: Attempt, step: number, value: unknown): Bytes {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(attempt), iv).setAAD(placeOf(attempt, step))
  const text = Buffer.concat([cipher.update(serialize(value)), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), text]))
}

/** What `lockAnswer` stored. @throws an Error when it was changed or moved meanwhile. */
export function openAnswer(attempt: Attempt, step: number, stored: Uint8Array): unknown {
  const bytes = Buffer.from(stored)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(attempt), bytes.subarray(0, ivBytes))
  decipher.setAAD(placeOf(attempt, step)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return deserialize(Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]))
}

function keyFor({ key, hash }: Attempt): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, hash, 'dateline answer', 32))
}

function placeOf({ hash, fingerprint }: Attempt, step: number): Buffer {
  return Buffer.concat([hash, fingerprint, Buffer.from(String(step))])
}
