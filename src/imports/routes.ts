import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { allow } from '../core/policy.ts'
import { mayTakeLong } from '../limits/connections.ts'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendPage, sendRecord } from '../rest/respond.ts'
import { importById, listImports, listOutcomes } from './editorial.ts'
import { receiveForm } from './form.ts'
import { Import, ImportCounts, ImportInput, ImportQuery } from './import.ts'
import { ImportOutcome, OutcomeQuery } from './import-outcome.ts'
import { createImport, receiveImport } from './receive.ts'
import { resumeImport, stopImport } from './stop.ts'

export const importShapes = [Import, ImportInput, ImportCounts, ImportOutcome]

type ById = { Params: { id: string } }

const path = '/v1/editorial/imports'
const group = 'Editorial: imports'

/** A file that is sent, or the address of one. */
function editorialWithForm() {
  const { schema } = editorial({
    id: 'createImport',
    group,
    summary:
      'Import a file: one at an address (JSON), or one that is sent (a form with the options before the part `file`)',
    body: ImportInput,
    answer: Import,
    status: 202,
    refusals: [413, 422],
  })
  return { schema: { ...schema, consumes: ['application/json', 'multipart/form-data'] } }
}

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
  createImport: {
    onRequest: mayTakeLong,
    ...editorialWithForm(),
  },
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
  // In a scope of its own: nothing else takes forms.
  app.register(formRoutes)
  app.post<ById>(`${path}/:id/stop`, operations.stopImport, async (request, reply) =>
    sendRecord(reply, await stopImport(request.ctx, request.params.id, ifMatch(request))),
  )
  app.post<ById>(`${path}/:id/resume`, operations.resumeImport, async (request, reply) =>
    sendRecord(reply, await resumeImport(request.ctx, request.params.id, ifMatch(request))),
  )
}

const formRoutes: FastifyPluginAsync = async (scope) => {
  await scope.register(multipart, { throwFileSizeLimit: false })
  scope.post(path, operations.createImport, async (request, reply) => {
    const job = await (request.isMultipart() ? receiveFile(request) : createImport(request.ctx, request.body))
    reply.header('location', `${path}/${job.id}`)
    return sendRecord(reply, job, 202)
  })
}

async function receiveFile(request: FastifyRequest): Promise<Import> {
  // Before anything of the file is read.
  allow(request.ctx.caller, 'import', 'create')
  return receiveForm(request, ({ options, ...file }) => receiveImport(request.ctx, options, file))
}
