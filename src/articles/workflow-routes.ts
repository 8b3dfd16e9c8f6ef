import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import type { Ctx } from '../core/ctx.ts'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch } from '../rest/query.ts'
import { sendRecord } from '../rest/respond.ts'
import { ArticleDraft } from './article-draft.ts'
import { correctArticle } from './correct.ts'
import { embargoArticle, liftEmbargo } from './embargo.ts'
import { killArticle, restoreArticle } from './kill.ts'
import { publishArticle, withdrawArticle } from './publish.ts'
import * as shapes from './verbs.ts'
import { approveArticle, rejectArticle, submitArticle } from './workflow.ts'

const group = 'Editorial: articles'

interface Verb {
  summary: string
  body: TSchema
  run(ctx: Ctx, id: string, input: unknown, expectedVersion: number | null): Promise<ArticleDraft>
  refusals?: number[]
}

/** Verbs on one story: `POST /v1/editorial/articles/{id}/{verb}`. All answer with the story as staff see it. */
const verbs: Record<string, Verb> = {
  submit: { summary: 'Ask for a review', body: shapes.SubmitInput, run: submitArticle },
  approve: { summary: 'Say that a revision may go live', body: shapes.ApproveInput, run: approveArticle },
  reject: { summary: 'Give a story back to its authors, with a note', body: shapes.RejectInput, run: rejectArticle },
  publish: {
    summary: 'Show a revision to readers',
    body: shapes.PublishInput,
    run: publishArticle,
    refusals: [422],
  },
  correct: {
    summary: 'Put a live story right, and tell readers',
    body: shapes.CorrectInput,
    run: correctArticle,
    refusals: [422],
  },
  withdraw: { summary: 'Take a story from readers', body: shapes.WithdrawInput, run: withdrawArticle },
  kill: { summary: 'Recall a story from everywhere, for good', body: shapes.KillInput, run: killArticle },
  restore: { summary: 'Undo a recall', body: shapes.RestoreInput, run: restoreArticle },
  embargo: { summary: 'Guard a story against publishing', body: shapes.EmbargoInput, run: embargoArticle },
}

const lifting = editorial({
  id: 'liftEmbargo',
  group,
  summary: 'End an embargo before its time',
  params: IdParams,
  answer: ArticleDraft,
  isVersioned: true,
  refusals: [409, 412],
})

type ById = { Params: { id: string } }

export function workflowRoutes(app: FastifyInstance): void {
  for (const [verb, { summary, body, run, refusals = [] }] of Object.entries(verbs)) {
    const common = { params: IdParams, answer: ArticleDraft, refusals: [409, 412, ...refusals] }
    const documented = editorial({ id: `${verb}Article`, group, summary, body, ...common })
    app.post<ById>(`/v1/editorial/articles/:id/${verb}`, documented, async (request, reply) =>
      sendRecord(reply, await run(request.ctx, request.params.id, request.body, ifMatch(request))),
    )
  }
  app.delete<ById>('/v1/editorial/articles/:id/embargo', lifting, async (request, reply) =>
    sendRecord(reply, await liftEmbargo(request.ctx, request.params.id, ifMatch(request))),
  )
}
