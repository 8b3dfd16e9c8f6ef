import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendPage, sendRecord } from '../rest/respond.ts'
import { createMedia, listMediaRecords, mediaRecord, updateMedia } from './editorial.ts'
import { FocalPoint, MediaInput, MediaPatch, MediaQuery, MediaRecord, PublicMedia } from './media.ts'

export const mediaShapes = [FocalPoint, PublicMedia, MediaRecord, MediaInput, MediaPatch]

type ById = { Params: { id: string } }

/** What the OpenAPI document says of each. */
const operations = {
  listMediaRecords: editorial({
    id: 'listMediaRecords',
    group: 'Editorial: media',
    summary: 'Media assets, newest first',
    query: MediaQuery,
    answer: pageOf(MediaRecord),
  }),
  createMedia: editorial({
    id: 'createMedia',
    group: 'Editorial: media',
    summary: 'A new media asset',
    body: MediaInput,
    answer: MediaRecord,
    status: 201,
  }),
  getMediaRecord: editorial({
    id: 'getMediaRecord',
    group: 'Editorial: media',
    summary: 'One media asset',
    params: IdParams,
    answer: MediaRecord,
  }),
  updateMedia: editorial({
    id: 'updateMedia',
    group: 'Editorial: media',
    summary: 'Change a media asset',
    params: IdParams,
    body: MediaPatch,
    answer: MediaRecord,
    refusals: [409, 412],
  }),
}

export function mediaRoutes(app: FastifyInstance): void {
  app.get('/v1/editorial/media', operations.listMediaRecords, async (request, reply) =>
    sendPage(request, reply, await listMediaRecords(request.ctx, queryOf(request, MediaQuery))),
  )
  app.post('/v1/editorial/media', operations.createMedia, async (request, reply) =>
    sendCreated(request, reply, await createMedia(request.ctx, request.body)),
  )
  app.get<ById>('/v1/editorial/media/:id', operations.getMediaRecord, async (request, reply) =>
    sendRecord(reply, await mediaRecord(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/media/:id', operations.updateMedia, async (request, reply) =>
    sendRecord(reply, await updateMedia(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
}
