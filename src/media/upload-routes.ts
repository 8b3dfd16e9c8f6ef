import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { allow } from '../core/policy.ts'
import { nullable, strict } from '../core/shapes.ts'
import { mayTakeLong } from '../limits/connections.ts'
import { editorial } from '../rest/operation.ts'
import { sendRecord } from '../rest/respond.ts'
import { isUpload, retryUpload } from '../rest/retries.ts'
import { fetchMedia } from './fetch-media.ts'
import { readForm } from './form.ts'
import { FileWords, MediaFetch, MediaRecord } from './media.ts'
import { type StoredMedia, storeReceived } from './store-media.ts'

/** The form of an upload, for the document of the API: words are text, the focal point JSON. */
const UploadForm = strict(
  {
    file: Type.String({ format: 'binary', description: 'The file; its name and type are not looked at.' }),
    ...FileWords.properties,
    focalPoint: Type.Optional(nullable(Type.String({ description: 'JSON: `{"x":0.5,"y":0.3}`.' }))),
  },
  { examples: [{ file: '(bytes)', alt: 'A steppe road in snow.', focalPoint: '{"x":0.5,"y":0.3}' }] },
)

function uploadOperation() {
  const { schema } = editorial({
    id: 'uploadMedia',
    group: 'Editorial: media',
    summary: 'Upload a file and make an asset of it; 200 with the asset that has it already',
    answer: MediaRecord,
    status: 201,
    refusals: [413, 415],
  })
  return {
    config: { isUpload },
    onRequest: mayTakeLong,
    schema: { ...schema, consumes: ['multipart/form-data'], body: UploadForm },
  }
}

const fetchOperation = editorial({
  id: 'fetchMedia',
  group: 'Editorial: media',
  summary: 'Fetch a file from an address and make an asset of it; 200 with the asset that has it already',
  body: MediaFetch,
  answer: MediaRecord,
  status: 201,
  refusals: [413, 415],
})

export function mediaUploadRoutes(app: FastifyInstance): void {
  app.post('/v1/editorial/media/fetch', fetchOperation, async (request, reply) =>
    sendStored(reply, await fetchMedia(request.ctx, request.body)),
  )
  // In a scope of its own: nothing else takes forms.
  app.register(uploads)
}

const uploads: FastifyPluginAsync = async (scope) => {
  await scope.register(multipart, { throwFileSizeLimit: false })
  scope.post('/v1/editorial/media/upload', uploadOperation(), async (request, reply) => {
    // Before anything of the file is read.
    allow(request.ctx.caller, 'media', 'create')
    const { file, words } = await readForm(request)
    try {
      await retryUpload(request, file.hash, words)
      return sendStored(reply, await storeReceived(request.ctx, file, words))
    } finally {
      await file.drop()
    }
  })
}

function sendStored(reply: FastifyReply, { media, isNew }: StoredMedia): MediaRecord {
  reply.header('location', `/v1/editorial/media/${media.id}`)
  return sendRecord(reply, media, isNew ? 201 : 200)
}
