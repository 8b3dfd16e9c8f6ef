import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ArticleDraft } from '../articles/article-draft.ts'
import { named } from '../core/shapes.ts'
import { delivery, editorial, IdParams, KeyParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { sendRecord } from '../rest/respond.ts'
import { relatedOf } from './delivery.ts'
import { acceptSuggestions, listSuggestions } from './editorial.ts'
import { excludeSuggestion, includeSuggestion, suggestionExclusions } from './exclude.ts'
import { AcceptInput, ExclusionInput, SuggestionExclusions } from './exclusion.ts'
import { RelatedGround } from './ground.ts'
import { RelatedQuery, RelatedStory } from './related-story.ts'

export const relatedShapes = [RelatedGround, RelatedStory, SuggestionExclusions, ExclusionInput, AcceptInput]

const answer = Type.Object({ data: Type.Array(named(RelatedStory)) })
const SuggestionQuery = Type.Pick(RelatedQuery, ['first', 'languages'])

type ById = { Params: { id: string } }
const group = 'Editorial: articles'
const path = '/v1/editorial/articles/:id'

/** What the OpenAPI document says of each. */
const operations = {
  listRelated: delivery({
    id: 'listRelated',
    group: 'Articles',
    summary: 'What to read after a story',
    params: KeyParams,
    query: RelatedQuery,
    answer,
    refusals: [410],
  }),
  listSuggestions: editorial({
    id: 'listSuggestions',
    group,
    summary: 'What the engine suggests beside the newest revision, live or not',
    params: IdParams,
    query: SuggestionQuery,
    answer,
  }),
  acceptSuggestions: editorial({
    id: 'acceptSuggestions',
    group,
    summary: 'Add stories to those that are picked by hand, in a new revision',
    params: IdParams,
    body: AcceptInput,
    answer: ArticleDraft,
    refusals: [409, 412, 422],
  }),
  getSuggestionExclusions: editorial({
    id: 'getSuggestionExclusions',
    group,
    summary: 'Beside what a story is not suggested',
    params: IdParams,
    answer: SuggestionExclusions,
  }),
  excludeSuggestion: editorial({
    id: 'excludeSuggestion',
    group,
    summary: 'Keep a story from being suggested, beside another one or anywhere',
    params: IdParams,
    body: ExclusionInput,
    answer: SuggestionExclusions,
    isVersioned: false,
    refusals: [409],
  }),
  includeSuggestion: editorial({
    id: 'includeSuggestion',
    group,
    summary: 'Let a story be suggested again',
    params: IdParams,
    body: ExclusionInput,
    answer: SuggestionExclusions,
    isVersioned: false,
    refusals: [409],
  }),
}

export function relatedRoutes(app: FastifyInstance): void {
  app.get<{ Params: { idOrSlug: string } }>(
    '/v1/articles/:idOrSlug/related',
    operations.listRelated,
    async (request) => {
      const { kinds, ...query } = queryOf(request, RelatedQuery)
      const listed = kinds === undefined ? {} : { kinds: [kinds].flat().flatMap((kind) => String(kind).split(',')) }
      return { data: await relatedOf(request.ctx, request.params.idOrSlug, { ...query, ...listed }) }
    },
  )
  app.get<ById>(`${path}/suggestions`, operations.listSuggestions, async (request) => ({
    data: await listSuggestions(request.ctx, request.params.id, queryOf(request, SuggestionQuery)),
  }))
  app.post<ById>(`${path}/accept-suggestions`, operations.acceptSuggestions, async (request, reply) =>
    sendRecord(reply, await acceptSuggestions(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.get<ById>(`${path}/suggestion-exclusions`, operations.getSuggestionExclusions, async (request) =>
    suggestionExclusions(request.ctx, request.params.id),
  )
  app.post<ById>(`${path}/exclude-suggestion`, operations.excludeSuggestion, async (request) =>
    excludeSuggestion(request.ctx, request.params.id, request.body),
  )
  app.post<ById>(`${path}/include-suggestion`, operations.includeSuggestion, async (request) =>
    includeSuggestion(request.ctx, request.params.id, request.body),
  )
}
