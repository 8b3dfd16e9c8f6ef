import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { delivery, editorial, IdParams, KeyParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import { frontByKey, listFronts } from './delivery.ts'
import {
  createFront,
  deleteFront,
  frontRecord,
  listFrontRecords,
  listFrontRevisions,
  previewFront,
  updateFront,
} from './editorial.ts'
import { Front, FrontLink, FrontQuery, FrontSlot } from './front.ts'
import {
  FrontInput,
  FrontNote,
  FrontPatch,
  FrontRecord,
  FrontRecordQuery,
  FrontRevision,
  FrontRevisionQuery,
} from './front-record.ts'
import { publishFront, restoreFront, undoFront } from './publish.ts'

export const frontShapes = [FrontLink, FrontSlot, Front, FrontRecord, FrontRevision, FrontInput, FrontPatch, FrontNote]

type ById = { Params: { id: string } }

const NumberParams = Type.Object({
  id: Type.String({ description: 'The id.' }),
  number: Type.String({ description: 'Number of the revision.' }),
})
const group = 'Editorial: fronts'

/** What the OpenAPI document says of each. */
const operations = {
  listFronts: delivery({
    id: 'listFronts',
    group: 'Fronts',
    summary: 'Fronts by slug, without their stories',
    query: FrontQuery,
    answer: pageOf(FrontLink),
  }),
  getFront: delivery({
    id: 'getFront',
    group: 'Fronts',
    summary: 'One front with its stories',
    params: KeyParams,
    answer: Front,
  }),
  listFrontRecords: editorial({
    id: 'listFrontRecords',
    group,
    summary: 'Fronts by slug, live or not',
    query: FrontRecordQuery,
    answer: pageOf(FrontRecord),
  }),
  createFront: editorial({
    id: 'createFront',
    group,
    summary: 'A new front',
    body: FrontInput,
    answer: FrontRecord,
    status: 201,
    refusals: [409, 422],
  }),
  getFrontRecord: editorial({
    id: 'getFrontRecord',
    group,
    summary: 'What is being worked on in one front',
    params: IdParams,
    answer: FrontRecord,
  }),
  updateFront: editorial({
    id: 'updateFront',
    group,
    summary: 'Change what is being worked on',
    params: IdParams,
    body: FrontPatch,
    answer: FrontRecord,
    refusals: [409, 412, 422],
  }),
  deleteFront: editorial({
    id: 'deleteFront',
    group,
    summary: 'Remove a front with all its revisions',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [412],
  }),
  getFrontPreview: editorial({
    id: 'getFrontPreview',
    group,
    summary: 'What readers would see if it were published now',
    params: IdParams,
    answer: Front,
  }),
  publishFront: editorial({
    id: 'publishFront',
    group,
    summary: 'Show what is being worked on to readers',
    params: IdParams,
    body: FrontNote,
    answer: FrontRecord,
    refusals: [409, 412, 422],
  }),
  undoFront: editorial({
    id: 'undoFront',
    group,
    summary: 'Go back to what readers saw before',
    params: IdParams,
    body: FrontNote,
    answer: FrontRecord,
    refusals: [409, 412],
  }),
  listFrontRevisions: editorial({
    id: 'listFrontRevisions',
    group,
    summary: 'What was published, newest first',
    params: IdParams,
    query: FrontRevisionQuery,
    answer: pageOf(FrontRevision),
  }),
  restoreFront: editorial({
    id: 'restoreFront',
    group,
    summary: 'Make an older revision what is being worked on',
    params: NumberParams,
    body: FrontNote,
    answer: FrontRecord,
    refusals: [409, 412, 422],
  }),
}

export function frontRoutes(app: FastifyInstance): void {
  app.get('/v1/fronts', operations.listFronts, async (request, reply) =>
    sendPage(request, reply, await listFronts(request.ctx, queryOf(request, FrontQuery))),
  )
  app.get<{ Params: { idOrSlug: string } }>('/v1/fronts/:idOrSlug', operations.getFront, async (request) =>
    frontByKey(request.ctx, request.params.idOrSlug),
  )
  editorialRoutes(app)
  verbRoutes(app)
}

function editorialRoutes(app: FastifyInstance): void {
  app.get('/v1/editorial/fronts', operations.listFrontRecords, async (request, reply) =>
    sendPage(request, reply, await listFrontRecords(request.ctx, queryOf(request, FrontRecordQuery))),
  )
  app.post('/v1/editorial/fronts', operations.createFront, async (request, reply) =>
    sendCreated(request, reply, await createFront(request.ctx, request.body)),
  )
  app.get<ById>('/v1/editorial/fronts/:id', operations.getFrontRecord, async (request, reply) =>
    sendRecord(reply, await frontRecord(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/fronts/:id', operations.updateFront, async (request, reply) =>
    sendRecord(reply, await updateFront(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.delete<ById>('/v1/editorial/fronts/:id', operations.deleteFront, async (request, reply) => {
    await deleteFront(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.get<ById>('/v1/editorial/fronts/:id/preview', operations.getFrontPreview, async (request) =>
    previewFront(request.ctx, request.params.id),
  )
}

function verbRoutes(app: FastifyInstance): void {
  const path = '/v1/editorial/fronts/:id'
  app.post<ById>(`${path}/publish`, operations.publishFront, async (request, reply) =>
    sendRecord(reply, await publishFront(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>(`${path}/undo`, operations.undoFront, async (request, reply) =>
    sendRecord(reply, await undoFront(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.get<ById>(`${path}/revisions`, operations.listFrontRevisions, async (request, reply) => {
    const asked = queryOf(request, FrontRevisionQuery)
    return sendPage(request, reply, await listFrontRevisions(request.ctx, request.params.id, asked))
  })
  app.post<{ Params: { id: string; number: string } }>(
    `${path}/revisions/:number/restore`,
    operations.restoreFront,
    async (request, reply) => {
      const { id, number } = request.params
      return sendRecord(reply, await restoreFront(request.ctx, id, numberIn(number), request.body, ifMatch(request)))
    },
  )
}

/** NaN for all but plain digits: JavaScript would read '1e3', '0x1' and the empty text as numbers. */
function numberIn(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
}
