import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export const credentials = { region: 'eu-test-1', accessKeyId: 'AKTEST', secretAccessKey: 'secret/with+signs' }

interface StoredObject {
  body: Buffer
  type: string
  at: Date
}

/**
 * An S3-compatible store in this process: objects, parts of them, lists of two at a time. It takes only what is signed as AWS Signature Version 4
 * says, and content with the hash that was signed. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function fakeS3(bucket = 'pictures') {
  const objects = new Map<string, StoredObject>()
  const state = { failing: 0, refused: 0 }
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    if (state.failing > 0) {
      state.failing -= 1
      return reply.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
    }
    if (!isSigned(request, body)) {
      state.refused += 1
      return reply.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    }
    const url = new URL(request.url ?? '', 'http://x')
    const key = url.pathname.slice(bucket.length + 2)
    if (!url.pathname.startsWith(`/${bucket}`))
      return reply.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    if (key === '') return reply.end(listing(objects, url.searchParams))
    if (request.method === 'PUT') {
      objects.set(key, { body, type: String(request.headers['content-type']), at: new Date() })
      return reply.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return reply.writeHead(204).end()
    }
    const object = objects.get(key)
    if (!object) return reply.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (start === undefined) return reply.writeHead(200, { 'content-length': object.body.length }).end(object.body)
    const part = object.body.subarray(Number(start), Number(end) + 1)
    const range = `bytes ${start}-${Number(start) + part.length - 1}/${object.body.length}`
    return reply.writeHead(206, { 'content-range': range, 'content-length': part.length }).end(part)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { endpoint, bucket, objects, state, close: () => server.close() }
}

function listing(objects: Map<string, StoredObject>, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number((query.get('continuation-token') ?? 'at&0').split('&')[1])
  const page = keys.slice(from, from + 2)
  const entries = page.map((key) => {
    const { body, at } = objects.get(key) as StoredObject
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`
  })
  const more = from + 2 < keys.length ? `<NextContinuationToken>at&amp;${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { headers, method, url = '' } = request
  const pattern = /^AWS4-HMAC-SHA256 Credential=(\S+?), SignedHeaders=(\S+?), Signature=([0-9a-f]{64})$/
  const [, credential = '', signed = '', signature] = pattern.exec(headers.authorization ?? '') ?? []
  const [id, day = '', region = '', service = ''] = credential.split('/')
  const hash = createHash('sha256').update(body).digest('hex')
  if (id !== credentials.accessKeyId || region !== credentials.region || headers['x-amz-content-sha256'] !== hash)
    return false
  const { pathname, searchParams } = new URL(url, 'http://x')
  const query = [...searchParams]
    .map((pair) => pair.map(encoded).join('='))
    .sort()
    .join('&')
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}`)
  const canonical = [method, pathname, query, ...lines, '', signed, hash].join('\n')
  const scope = [day, region, service, 'aws4_request']
  const text = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    scope.join('/'),
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = scope.reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  )
  return createHmac('sha256', key).update(text).digest('hex') === signature
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
