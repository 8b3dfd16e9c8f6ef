import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { named } from '../core/shapes.ts'
import { delivery, editorial, IdParams, KeyParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import {
  countedPageOf,
  isCounted,
  pageOf,
  redirectToSlug,
  sendCountedPage,
  sendCreated,
  sendNothing,
  sendPage,
  sendRecord,
} from '../rest/respond.ts'
import { usesOf } from '../uses/editorial.ts'
import { Uses } from '../uses/use.ts'
import {
  AuthorInput,
  AuthorLink,
  AuthorListQuery,
  AuthorMerge,
  AuthorPatch,
  AuthorQuery,
  AuthorRecord,
  ProfileLink,
  PublicAuthor,
} from './author.ts'
import { deleteAuthor } from './delete.ts'
import { authorByKey, listAuthors } from './delivery.ts'
import { authorRecord, createAuthor, listAuthorRecords, updateAuthor } from './editorial.ts'
import { mergeAuthors } from './merge.ts'

export const authorShapes = [ProfileLink, AuthorLink, PublicAuthor, AuthorRecord, AuthorInput, AuthorPatch, AuthorMerge]

type ById = { Params: { id: string } }
type ByKey = { Params: { idOrSlug: string } }

/** What the OpenAPI document says of each. */
const operations = {
  listAuthors: delivery({
    id: 'listAuthors',
    group: 'Authors',
    summary: 'Authors by name',
    query: AuthorListQuery,
    answer: countedPageOf(named(PublicAuthor)),
  }),
  getAuthor: delivery({
    id: 'getAuthor',
    group: 'Authors',
    summary: 'One author; a former slug redirects',
    params: KeyParams,
    answer: PublicAuthor,
  }),
  listAuthorRecords: editorial({
    id: 'listAuthorRecords',
    group: 'Editorial: authors',
    summary: 'Authors by name, public or not',
    query: AuthorQuery,
    answer: pageOf(AuthorRecord),
  }),
  createAuthor: editorial({
    id: 'createAuthor',
    group: 'Editorial: authors',
    summary: 'A new author',
    body: AuthorInput,
    answer: AuthorRecord,
    status: 201,
    refusals: [409, 422],
  }),
  getAuthorRecord: editorial({
    id: 'getAuthorRecord',
    group: 'Editorial: authors',
    summary: 'One author, public or not',
    params: IdParams,
    answer: AuthorRecord,
  }),
  updateAuthor: editorial({
    id: 'updateAuthor',
    group: 'Editorial: authors',
    summary: 'Change an author',
    params: IdParams,
    body: AuthorPatch,
    answer: AuthorRecord,
    refusals: [409, 412, 422],
  }),
  mergeAuthor: editorial({
    id: 'mergeAuthor',
    group: 'Editorial: authors',
    summary: 'Merge an author into another',
    params: IdParams,
    body: AuthorMerge,
    answer: AuthorRecord,
    isVersioned: false,
    refusals: [409],
  }),
  deleteAuthor: editorial({
    id: 'deleteAuthor',
    group: 'Editorial: authors',
    summary: 'Remove an author that nothing uses',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [409, 412],
  }),
  getAuthorUses: editorial({
    id: 'getAuthorUses',
    group: 'Editorial: authors',
    summary: 'All that uses an author',
    params: IdParams,
    answer: Uses,
  }),
}

async function sendAuthors(request: FastifyRequest, reply: FastifyReply) {
  const { include, ...query } = queryOf(request, AuthorListQuery)
  return sendCountedPage(request, reply, await listAuthors(request.ctx, query), isCounted(include))
}

export function authorRoutes(app: FastifyInstance): void {
  app.get('/v1/authors', operations.listAuthors, async (request, reply) => sendAuthors(request, reply))
  app.get<ByKey>('/v1/authors/:idOrSlug', operations.getAuthor, async (request, reply) => {
    const { idOrSlug } = request.params
    const author = await authorByKey(request.ctx, idOrSlug)
    return [author.id, author.slug].includes(idOrSlug) ? author : redirectToSlug(reply, '/v1/authors', author.slug)
  })

  app.get('/v1/editorial/authors', operations.listAuthorRecords, async (request, reply) =>
    sendPage(request, reply, await listAuthorRecords(request.ctx, queryOf(request, AuthorQuery))),
  )
  app.post('/v1/editorial/authors', operations.createAuthor, async (request, reply) =>
    sendCreated(request, reply, await createAuthor(request.ctx, request.body)),
  )
  app.get<ById>('/v1/editorial/authors/:id', operations.getAuthorRecord, async (request, reply) =>
    sendRecord(reply, await authorRecord(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/authors/:id', operations.updateAuthor, async (request, reply) =>
    sendRecord(reply, await updateAuthor(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/authors/:id/merge', operations.mergeAuthor, async (request, reply) =>
    sendRecord(reply, await mergeAuthors(request.ctx, request.params.id, request.body)),
  )
  app.delete<ById>('/v1/editorial/authors/:id', operations.deleteAuthor, async (request, reply) => {
    await deleteAuthor(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.get<ById>('/v1/editorial/authors/:id/uses', operations.getAuthorUses, async (request) =>
    usesOf(request.ctx, 'author', request.params.id),
  )
}
