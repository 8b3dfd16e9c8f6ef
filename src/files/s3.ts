import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../core/errors.ts'
import type { FileStore, ListedFile } from '../core/files.ts'
import {
  type ObjectAnswer,
  type ObjectRequest,
  type ObjectStoreOptions,
  objectClient,
} from '../outbound/object-store.ts'
import { checkedKey, isKey } from './keys.ts'

type Ask = (request: ObjectRequest) => Promise<ObjectAnswer>

/**
 * Files in an S3-compatible store. An object is there when its PUT is answered, and not before; the store checks the hash that each is sent with.
 * What fails for the moment is tried three times in all. @throws unavailable
 */
export function s3Store(options: ObjectStoreOptions): FileStore {
  const ask = patiently(objectClient(options))
  return {
    location: `bucket ${options.bucket} at ${options.endpoint}`,
    put: async (key, path, { bytes, mimeType }) => {
      const headers = { 'content-type': mimeType, 'content-length': String(bytes) }
      const body = () => createReadStream(path)
      const answer = await ask({ method: 'PUT', key: checkedKey(key), headers, hash: await hashOf(path), body })
      await finish(answer, [200, 201])
      await rm(path, { force: true })
    },
    open: async (key, range) => {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const answer = await ask({ method: 'GET', key: checkedKey(key), headers })
      if (answer.status === 404) {
        await finish(answer, [404])
        return null
      }
      if (answer.status !== 200 && answer.status !== 206) throw await failed(answer)
      return { body: answer.body, bytes: sizeOf(answer) }
    },
    list: (prefix) => listObjects(ask, prefix),
    remove: async (key) => finish(await ask({ method: 'DELETE', key: checkedKey(key) }), [200, 204, 404]),
  }
}

/** Of the whole object, also where a part was asked for. */
function sizeOf({ headers }: ObjectAnswer): number {
  return Number(headers['content-range']?.split('/')[1] ?? headers['content-length'])
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Ms before the second and the third try. */
const pauses = [200, 1_000]

/** Tries again what failed on the way, and what the store could not do at the moment. */
function patiently(ask: Ask): Ask {
  return async (request) => {
    for (const pause of pauses) {
      const answer = await ask(request).catch(() => null)
      if (answer && answer.status < 500 && answer.status !== 429) return answer
      answer?.body.destroy()
      await wait(pause)
    }
    return ask(request).catch((error: unknown) => {
      throw unavailable(error)
    })
  }
}

/** Reads an answer without content to its end, so that its connection serves again. */
async function finish(answer: ObjectAnswer, statuses: number[]): Promise<void> {
  if (!statuses.includes(answer.status)) throw await failed(answer)
  await answer.body.text()
}

async function failed({ status, body }: ObjectAnswer): Promise<Refusal> {
  const words = (await body.text().catch(() => '')).slice(0, 500)
  return unavailable(new Error(`the object store answered with ${status}: ${words}`))
}

/** Why is in the log: it names the store. */
function unavailable(cause: unknown): Refusal {
  return new Refusal('unavailable', 'the files cannot be reached now; try again in a few seconds', { cause })
}

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
async function* listObjects(ask: Ask, prefix: string): AsyncGenerator<ListedFile> {
  for (let token: string | null = null; ; ) {
    const query: Record<string, string> = {
      'list-type': '2',
      prefix,
      ...(token !== null && { 'continuation-token': token }),
    }
    const answer = await ask({ method: 'GET', key: '', query })
    if (answer.status !== 200) throw await failed(answer)
    const xml = await answer.body.text()
    for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = elementOf(entry, 'Key') ?? ''
      // What somebody else put there has names that ours never have.
      if (isKey(key))
        yield {
          key,
          bytes: Number(elementOf(entry, 'Size')),
          changedAt: new Date(elementOf(entry, 'LastModified') ?? ''),
        }
    }
    token = elementOf(xml, 'NextContinuationToken')
    if (token === null) return
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The text of an element that has no others inside. */
function elementOf(xml: string, name: string): string | null {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return text === undefined ? null : text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
}
