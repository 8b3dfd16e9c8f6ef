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
import { deleteTag } from './delete.ts'
import { listPublicTags, publicTagByKey } from './delivery.ts'
import { createTag, listTagRecords, tagRecord, updateTag } from './editorial.ts'
import { mergeTags } from './merge.ts'
import { PublicTag, TagInput, TagLink, TagListQuery, TagMerge, TagPatch, TagQuery, TagRecord } from './tag.ts'

export const tagShapes = [TagLink, PublicTag, TagRecord, TagInput, TagPatch, TagMerge]

type ById = { Params: { id: string } }
type ByKey = { Params: { idOrSlug: string } }

/** What the OpenAPI document says of each. */
const operations = {
  listTags: delivery({
    id: 'listTags',
    group: 'Tags',
    summary: 'Tags by name',
    query: TagListQuery,
    answer: countedPageOf(named(PublicTag)),
  }),
  getTag: delivery({
    id: 'getTag',
    group: 'Tags',
    summary: 'One tag; a former slug redirects',
    params: KeyParams,
    answer: PublicTag,
  }),
  listTagRecords: editorial({
    id: 'listTagRecords',
    group: 'Editorial: tags',
    summary: 'Tags by name, public or not',
    query: TagQuery,
    answer: pageOf(TagRecord),
  }),
  createTag: editorial({
    id: 'createTag',
    group: 'Editorial: tags',
    summary: 'A new tag',
    body: TagInput,
    answer: TagRecord,
    status: 201,
    refusals: [409, 422],
  }),
  getTagRecord: editorial({
    id: 'getTagRecord',
    group: 'Editorial: tags',
    summary: 'One tag, public or not',
    params: IdParams,
    answer: TagRecord,
  }),
  updateTag: editorial({
    id: 'updateTag',
    group: 'Editorial: tags',
    summary: 'Change a tag',
    params: IdParams,
    body: TagPatch,
    answer: TagRecord,
    refusals: [409, 412, 422],
  }),
  mergeTag: editorial({
    id: 'mergeTag',
    group: 'Editorial: tags',
    summary: 'Merge a tag into another',
    params: IdParams,
    body: TagMerge,
    answer: TagRecord,
    isVersioned: false,
    refusals: [409],
  }),
  deleteTag: editorial({
    id: 'deleteTag',
    group: 'Editorial: tags',
    summary: 'Remove a tag that nothing uses',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [409, 412],
  }),
  getTagUses: editorial({
    id: 'getTagUses',
    group: 'Editorial: tags',
    summary: 'All that uses a tag',
    params: IdParams,
    answer: Uses,
  }),
}

async function sendTags(request: FastifyRequest, reply: FastifyReply) {
  const { include, ...query } = queryOf(request, TagListQuery)
  return sendCountedPage(request, reply, await listPublicTags(request.ctx, query), isCounted(include))
}

export function tagRoutes(app: FastifyInstance): void {
  app.get('/v1/tags', operations.listTags, async (request, reply) => sendTags(request, reply))
  app.get<ByKey>('/v1/tags/:idOrSlug', operations.getTag, async (request, reply) => {
    const { idOrSlug } = request.params
    const tag = await publicTagByKey(request.ctx, idOrSlug)
    return [tag.id, tag.slug].includes(idOrSlug) ? tag : redirectToSlug(reply, '/v1/tags', tag.slug)
  })

  app.get('/v1/editorial/tags', operations.listTagRecords, async (request, reply) =>
    sendPage(request, reply, await listTagRecords(request.ctx, queryOf(request, TagQuery))),
  )
  app.post('/v1/editorial/tags', operations.createTag, async (request, reply) =>
    sendCreated(request, reply, await createTag(request.ctx, request.body)),
  )
  app.get<ById>('/v1/editorial/tags/:id', operations.getTagRecord, async (request, reply) =>
    sendRecord(reply, await tagRecord(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/tags/:id', operations.updateTag, async (request, reply) =>
    sendRecord(reply, await updateTag(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/tags/:id/merge', operations.mergeTag, async (request, reply) =>
    sendRecord(reply, await mergeTags(request.ctx, request.params.id, request.body)),
  )
  app.delete<ById>('/v1/editorial/tags/:id', operations.deleteTag, async (request, reply) => {
    await deleteTag(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.get<ById>('/v1/editorial/tags/:id/uses', operations.getTagUses, async (request) =>
    usesOf(request.ctx, 'tag', request.params.id),
  )
}
