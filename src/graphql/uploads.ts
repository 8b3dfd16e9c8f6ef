import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalidInput, Refusal } from '../core/errors.ts'
import type { ReceivedFile } from '../core/files.ts'
import { may } from '../core/policy.ts'
import { mayTakeLong } from '../limits/connections.ts'
import { receiveFile } from '../media/receive.ts'

/** Files of one request. */
const mostFiles = 10
/** Bytes of the operation: those of any other request. */
const limits = { files: mostFiles, fields: 2, fieldSize: 1_048_576, fieldNameSize: 100, headerPairs: 20 }

type Members = Record<string, unknown>

/**
 * Takes requests that are forms with files, as the GraphQL multipart request specification says: `operations`, then `map`, then the files
 * (https://github.com/jaydenseric/graphql-multipart-request-spec). Of callers with a key only: a browser sends forms to other sites without
 * asking first, but no key. Batches are not taken. The files lie on this machine when the operation runs, and are gone when it is answered.
 */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false })
  app.addHook('onRequest', async (request) => {
    if (request.headers['content-type']?.startsWith('multipart/form-data')) await mayTakeLong(request)
  })
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) await readForm(request)
  })
  app.addHook('onResponse', async ({ ctx }) => {
    for (const file of ctx?.uploads?.values() ?? []) await file.drop()
  })
}

async function readForm(request: FastifyRequest): Promise<void> {
  if (!may(request.ctx.caller, 'media', 'create'))
    throw new Refusal(
      'unsupported_media_type',
      "send 'Content-Type: application/json'; forms with files need a key that may create media",
    )
  const uploads = new Map<string, ReceivedFile>()
  request.ctx.uploads = uploads
  const fields = new Map<string, unknown>()
  const fileSize = request.ctx.files.limits.bytes + 1
  try {
    for await (const part of request.parts({ limits: { ...limits, fileSize } })) {
      if (part.type === 'field') fields.set(part.fieldname, readJson(part.fieldname, String(part.value)))
      else uploads.set(part.fieldname, await receiveFile(request.ctx, part.file))
    }
  } catch (error) {
    throw asFormFault(error)
  }
  const operations = placeFiles(fields.get('operations'), fields.get('map'), uploads)
  const hashes = [...uploads].map(([name, { hash }]) => `${name} ${hash}`)
  // What tells a request that is sent again from another one.
  request.bytes = Buffer.from(JSON.stringify([operations, hashes]))
  request.body = operations
}

function readJson(name: string, text: string): unknown {
  if (name !== 'operations' && name !== 'map')
    throw invalidInput([
      { path: name, message: "is not a part of a request: those are 'operations', 'map' and the files" },
    ])
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal('malformed_json', `${name}: is not JSON`, { cause })
  }
}

/** The operation, with the name of its file wherever the map leads; there the variables have null. */
function placeFiles(operations: unknown, map: unknown, uploads: ReadonlyMap<string, ReceivedFile>): Members {
  if (!isMap(operations))
    throw invalidInput([{ path: 'operations', message: 'is required: an object; batches are not taken' }])
  if (!isMap(map))
    throw invalidInput([{ path: 'map', message: 'is required: an object of lists of paths, by the name of the file' }])
  for (const name of uploads.keys())
    if (!Object.hasOwn(map, name))
      throw invalidInput([{ path: 'map', message: `leads nowhere for the file '${name}'` }])
  for (const [name, paths] of Object.entries(map)) {
    if (!uploads.has(name))
      throw invalidInput([{ path: 'map', message: `names the file '${name}', which is not there` }])
    for (const path of Array.isArray(paths) ? paths : []) placeAt(operations, String(path), name)
  }
  return operations
}

function placeAt(operations: Members, path: string, name: string): void {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at: unknown = operations
  for (const step of steps) at = isObject(at) && Object.hasOwn(at, step) ? (at as Members)[step] : undefined
  if (steps[0] !== 'variables' || !isObject(at) || !Object.hasOwn(at, last) || (at as Members)[last] !== null)
    throw invalidInput([{ path: 'map', message: `'${path.slice(0, 100)}' leads to no null in the variables` }])
  ;(at as Members)[last] = name
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isMap(value: unknown): value is Members {
  return isObject(value) && !Array.isArray(value)
}

function asFormFault(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const { code } = error as { code?: string }
  if (code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Refusal('too_large', `a request has 'operations', 'map' and ${mostFiles} files at most`, {
      cause: error,
    })
  const isOfForm = code === undefined || code.startsWith('FST_')
  return isOfForm
    ? new Refusal('invalid_input', 'the body is no whole multipart/form-data; send it again', { cause: error })
    : error
}
