import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import {
  createIngestSource,
  deleteIngestSource,
  ingestSourceById,
  listIngestSources,
  pollIngestSource,
  updateIngestSource,
} from './editorial.ts'
import { IngestQuery, IngestSource, IngestSourceInput, IngestSourcePatch } from './source.ts'

export const ingestShapes = [IngestSource, IngestSourceInput, IngestSourcePatch]

type ById = { Params: { id: string } }

const path = '/v1/editorial/ingest-sources'
const group = 'Editorial: ingest'

/** What the OpenAPI document says of each. */
const operations = {
  listIngestSources: editorial({
    id: 'listIngestSources',
    group,
    summary: 'Sources that are polled, by name, and how each is',
    query: IngestQuery,
    answer: pageOf(IngestSource),
  }),
  createIngestSource: editorial({
    id: 'createIngestSource',
    group,
    summary: 'A new source: a feed or a folder that is polled',
    body: IngestSourceInput,
    answer: IngestSource,
    status: 201,
    refusals: [409, 422],
  }),
  getIngestSource: editorial({
    id: 'getIngestSource',
    group,
    summary: 'One source and how it is',
    params: IdParams,
    answer: IngestSource,
  }),
  updateIngestSource: editorial({
    id: 'updateIngestSource',
    group,
    summary: 'Change, pause or go on with a source',
    params: IdParams,
    body: IngestSourcePatch,
    answer: IngestSource,
    refusals: [409, 412, 422],
  }),
  deleteIngestSource: editorial({
    id: 'deleteIngestSource',
    group,
    summary: 'Remove a source; its stories stay',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [412],
  }),
  pollIngestSource: editorial({
    id: 'pollIngestSource',
    group,
    summary: 'Have a source polled at once',
    params: IdParams,
    answer: IngestSource,
    status: 202,
    refusals: [409],
  }),
}

export function ingestRoutes(app: FastifyInstance): void {
  app.get(path, operations.listIngestSources, async (request, reply) =>
    sendPage(request, reply, await listIngestSources(request.ctx, queryOf(request, IngestQuery))),
  )
  app.post(path, operations.createIngestSource, async (request, reply) =>
    sendCreated(request, reply, await createIngestSource(request.ctx, request.body)),
  )
  app.get<ById>(`${path}/:id`, operations.getIngestSource, async (request, reply) =>
    sendRecord(reply, await ingestSourceById(request.ctx, request.params.id)),
  )
  app.patch<ById>(`${path}/:id`, operations.updateIngestSource, async (request, reply) =>
    sendRecord(reply, await updateIngestSource(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.delete<ById>(`${path}/:id`, operations.deleteIngestSource, async (request, reply) => {
    await deleteIngestSource(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.post<ById>(`${path}/:id/poll`, operations.pollIngestSource, async (request, reply) =>
    sendRecord(reply, await pollIngestSource(request.ctx, request.params.id), 202),
  )
}
