import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import { usesOf } from '../uses/editorial.ts'
import { Uses } from '../uses/use.ts'
import { deleteMedia } from './delete.ts'
import { createMedia, listMediaRecords, mediaRecord, updateMedia } from './editorial.ts'
import { freeSize, SizeQuery } from './free-size.ts'
import {
  FileWords,
  FocalPoint,
  MediaFetch,
  MediaInput,
  MediaMerge,
  MediaPatch,
  MediaQuery,
  MediaRecord,
  PublicMedia,
  Rendition,
} from './media.ts'
import { mergeMedia } from './merge.ts'

export const mediaShapes = [
  FileWords,
  MediaFetch,
  FocalPoint,
  Rendition,
  PublicMedia,
  MediaRecord,
  MediaInput,
  MediaPatch,
  MediaMerge,
]

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
  getMediaRendition: editorial({
    id: 'getMediaRendition',
    group: 'Editorial: media',
    summary: 'The address of a rendition of any size',
    params: IdParams,
    query: SizeQuery,
    answer: Rendition,
    refusals: [409],
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
  mergeMedia: editorial({
    id: 'mergeMedia',
    group: 'Editorial: media',
    summary: 'Merge an asset into another',
    params: IdParams,
    body: MediaMerge,
    answer: MediaRecord,
    isVersioned: false,
    refusals: [409],
  }),
  deleteMedia: editorial({
    id: 'deleteMedia',
    group: 'Editorial: media',
    summary: 'Remove an asset that nothing uses',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [409, 412],
  }),
  getMediaUses: editorial({
    id: 'getMediaUses',
    group: 'Editorial: media',
    summary: 'All that uses an asset',
    params: IdParams,
    answer: Uses,
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
  app.get<ById>('/v1/editorial/media/:id/rendition', operations.getMediaRendition, async (request) =>
    freeSize(request.ctx, request.params.id, queryOf(request, SizeQuery)),
  )
  app.patch<ById>('/v1/editorial/media/:id', operations.updateMedia, async (request, reply) =>
    sendRecord(reply, await updateMedia(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/media/:id/merge', operations.mergeMedia, async (request, reply) =>
    sendRecord(reply, await mergeMedia(request.ctx, request.params.id, request.body)),
  )
  app.delete<ById>('/v1/editorial/media/:id', operations.deleteMedia, async (request, reply) => {
    await deleteMedia(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.get<ById>('/v1/editorial/media/:id/uses', operations.getMediaUses, async (request) =>
    usesOf(request.ctx, 'media', request.params.id),
  )
}
