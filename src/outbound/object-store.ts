import type { Readable } from 'node:stream'
import { AwsV4Signer } from 'aws4fetch'
import { madeOnce } from '../lib/made-once.ts'

/** An S3-compatible store, as the operator named it in the settings: it may be in the same network, so no guard asks where it is. */
export interface ObjectStoreOptions {
  /** Without a path, such as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export interface ObjectRequest {
  method: 'GET' | 'PUT' | 'DELETE'
  /** Of an object; empty for the bucket itself. */
  key: string
  query?: Record<string, string>
  headers?: Record<string, string>
  /** SHA-256 of what is sent, in hex; that of nothing when left out. */
  hash?: string
  /** Made anew for each try. */
  body?: () => AsyncIterable<Uint8Array>
}

export interface ObjectAnswer {
  status: number
  headers: Record<string, string>
  /** To be read to its end, or destroyed. */
  body: Readable & { text(): Promise<string> }
}

/** SHA-256 of nothing. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Ms without a byte after which a request is given up. */
const stallMs = 30_000

/** Asks an S3-compatible store, each request signed (AWS Signature Version 4, with the hash of the content), by the address `endpoint/bucket/key`. */
export function objectClient({ endpoint, bucket, region, accessKeyId, secretAccessKey }: ObjectStoreOptions) {
  // With the first request: most newsrooms keep their files on a disk.
  const pool = madeOnce(async () => {
    const { Pool } = await import('undici')
    return new Pool(new URL(endpoint).origin, {
      ...{ connections: 32, headersTimeout: stallMs, bodyTimeout: stallMs },
      connect: { timeout: 5_000 },
    })
  })
  return async ({ method, key, query = {}, headers = {}, hash, body }: ObjectRequest): Promise<ObjectAnswer> => {
    const url = new URL(`${endpoint}/${bucket}${key && `/${key}`}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signed = await new AwsV4Signer({
      ...{ method, accessKeyId, secretAccessKey, region, service: 's3', url: url.href },
      headers: { ...headers, 'x-amz-content-sha256': hash ?? hashOfNothing },
    }).sign()
    const answer = await (await pool()).request({
      method,
      path: `${signed.url.pathname}${signed.url.search}`,
      headers: Object.fromEntries(signed.headers),
      body: body ? (body() as never) : null,
    })
    // Whoever destroys it knows; a reader is told by the stream itself.
    answer.body.on('error', () => undefined)
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
      body: answer.body,
    }
  }
}
