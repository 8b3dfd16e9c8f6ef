import type { FastifyInstance } from 'fastify'
import { editorial } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { pageOf, sendPage } from '../rest/respond.ts'
import { AuditEntry, AuditQuery } from './audit-entry.ts'
import { listAudit } from './editorial.ts'

export const auditShapes = [AuditEntry]

/** What the OpenAPI document says of each. */
const operations = {
  listAudit: editorial({
    id: 'listAudit',
    group: 'Editorial: audit',
    summary: 'What happened, newest first',
    query: AuditQuery,
    answer: pageOf(AuditEntry),
  }),
}

export function auditRoutes(app: FastifyInstance): void {
  app.get('/v1/editorial/audit', operations.listAudit, async (request, reply) =>
    sendPage(request, reply, await listAudit(request.ctx, queryOf(request, AuditQuery))),
  )
}
