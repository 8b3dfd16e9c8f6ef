import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ArticleDraft } from '../articles/article-draft.ts'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendPage, sendRecord } from '../rest/respond.ts'
import { ArticleDiff, DiffQuery } from './article-diff.ts'
import { diffRevisions } from './compare.ts'
import { listRevisions, restoreRevision, revisionByNumber } from './editorial.ts'
import { Revision, RevisionQuery, RevisionRestore } from './revision.ts'

export const revisionShapes = [Revision, RevisionRestore, ArticleDiff]

type ById = { Params: { id: string } }
type ByNumber = { Params: { id: string; number: string } }

const group = 'Editorial: revisions'
const RevisionParams = Type.Object({
  ...IdParams.properties,
  number: Type.String({ description: 'Number of the revision.' }),
})

/** What the OpenAPI document says of each. */
const operations = {
  listRevisions: editorial({
    id: 'listRevisions',
    group,
    summary: 'The revisions of a story, newest first',
    params: IdParams,
    query: RevisionQuery,
    answer: pageOf(Revision),
  }),
  getRevision: editorial({
    id: 'getRevision',
    group,
    summary: 'One revision of a story; 404 also for an autosave that a later one took the place of',
    params: RevisionParams,
    answer: Revision,
  }),
  restoreRevision: editorial({
    id: 'restoreRevision',
    group,
    summary: 'A new revision with the content of an older one',
    params: RevisionParams,
    body: RevisionRestore,
    answer: ArticleDraft,
    refusals: [409, 412, 422],
  }),
  diffRevisions: editorial({
    id: 'diffRevisions',
    group,
    summary:
      'What a story says differently in one revision than in another; by default in the newest than in the live one',
    params: IdParams,
    query: DiffQuery,
    answer: ArticleDiff,
  }),
}

export function revisionRoutes(app: FastifyInstance): void {
  const story = '/v1/editorial/articles/:id'
  app.get<ById>(`${story}/revisions`, operations.listRevisions, async (request, reply) =>
    sendPage(request, reply, await listRevisions(request.ctx, request.params.id, queryOf(request, RevisionQuery))),
  )
  app.get<ByNumber>(`${story}/revisions/:number`, operations.getRevision, async (request) =>
    revisionByNumber(request.ctx, request.params.id, numberIn(request.params.number)),
  )
  app.post<ByNumber>(`${story}/revisions/:number/restore`, operations.restoreRevision, async (request, reply) => {
    const { id, number } = request.params
    return sendRecord(reply, await restoreRevision(request.ctx, id, numberIn(number), request.body, ifMatch(request)))
  })
  app.get<ById>(`${story}/diff`, operations.diffRevisions, async (request) =>
    diffRevisions(request.ctx, request.params.id, queryOf(request, DiffQuery)),
  )
}

/** NaN for all but plain digits: JavaScript would read '1e3', '0x1' and the empty text as numbers. */
function numberIn(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
}
