import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendPage, sendRecord } from '../rest/respond.ts'
import { importById, listImports, listOutcomes, resumeImport, stopImport } from './editorial.ts'
import { Import, ImportCounts, ImportQuery } from './import.ts'
import { ImportOutcome, OutcomeQuery } from './import-outcome.ts'

export const importShapes = [Import, ImportCounts, ImportOutcome]

type ById = { Params: { id: string } }

const path = '/v1/editorial/imports'
const group = 'Editorial: imports'

/** What the OpenAPI document says of each. */
const operations = {
  listImports: editorial({
    id: 'listImports',
    group,
    summary: 'Imports, newest first',
    query: ImportQuery,
    answer: pageOf(Import),
  }),
  getImport: editorial({
    id: 'getImport',
    group,
    summary: 'One import and how far it is',
    params: IdParams,
    answer: Import,
  }),
  listImportOutcomes: editorial({
    id: 'listImportOutcomes',
    group,
    summary: 'What became of each thing of an import, in the order of its file',
    params: IdParams,
    query: OutcomeQuery,
    answer: pageOf(ImportOutcome),
  }),
  stopImport: editorial({
    id: 'stopImport',
    group,
    summary: 'Stop an import after the batch that is being written',
    params: IdParams,
    answer: Import,
    isVersioned: true,
    refusals: [409, 412],
  }),
  resumeImport: editorial({
    id: 'resumeImport',
    group,
    summary: 'Go on with an import where it was stopped or failed',
    params: IdParams,
    answer: Import,
    isVersioned: true,
    refusals: [409, 412],
  }),
}

export function importRoutes(app: FastifyInstance): void {
  app.get(path, operations.listImports, async (request, reply) =>
    sendPage(request, reply, await listImports(request.ctx, queryOf(request, ImportQuery))),
  )
  app.get<ById>(`${path}/:id`, operations.getImport, async (request, reply) =>
    sendRecord(reply, await importById(request.ctx, request.params.id)),
  )
  app.get<ById>(`${path}/:id/outcomes`, operations.listImportOutcomes, async (request, reply) =>
    sendPage(request, reply, await listOutcomes(request.ctx, request.params.id, queryOf(request, OutcomeQuery))),
  )
  app.post<ById>(`${path}/:id/stop`, operations.stopImport, async (request, reply) =>
    sendRecord(reply, await stopImport(request.ctx, request.params.id, ifMatch(request))),
  )
  app.post<ById>(`${path}/:id/resume`, operations.resumeImport, async (request, reply) =>
    sendRecord(reply, await resumeImport(request.ctx, request.params.id, ifMatch(request))),
  )
}
