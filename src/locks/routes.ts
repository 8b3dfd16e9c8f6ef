import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch } from '../rest/query.ts'
import { sendNothing } from '../rest/respond.ts'
import { lockArticle, unlockArticle } from './editorial.ts'
import { EditLock, LockInput } from './lock.ts'

export const lockShapes = [EditLock, LockInput]

type ById = { Params: { id: string } }

const group = 'Editorial: locks'

/** What the OpenAPI document says of each. */
const operations = {
  lockArticle: editorial({
    id: 'lockArticle',
    group,
    summary: 'Say that you are working on a story, or go on with it; hinders nobody from writing',
    params: IdParams,
    body: LockInput,
    answer: EditLock,
    refusals: [409, 412],
  }),
  unlockArticle: editorial({
    id: 'unlockArticle',
    group,
    summary: "Give back your lock, or break somebody else's",
    params: IdParams,
    answer: null,
    status: 204,
  }),
}

export function lockRoutes(app: FastifyInstance): void {
  app.put<ById>('/v1/editorial/articles/:id/lock', operations.lockArticle, async (request) =>
    lockArticle(request.ctx, request.params.id, request.body, ifMatch(request)),
  )
  app.delete<ById>('/v1/editorial/articles/:id/lock', operations.unlockArticle, async (request, reply) => {
    await unlockArticle(request.ctx, request.params.id)
    return sendNothing(reply)
  })
}
