import type { FastifyInstance } from 'fastify'
import { delivery, editorial, IdParams, KeyParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import { postsByKey } from './delivery.ts'
import { createPost, deletePost, listPostRecords, postRecord, revisePost } from './editorial.ts'
import { liveBlogShapes, PostWindow, PostWindowQuery } from './live-blog.ts'
import { PostInput, PostPatch, PostQuery, PostRecord, PublishPostInput, postShapes, WithdrawPostInput } from './post.ts'
import { publishPost, withdrawPost } from './publish.ts'

export const allPostShapes = [...postShapes, ...liveBlogShapes]

type ById = { Params: { id: string } }

const group = 'Editorial: posts of live blogs'
const onOne = { group, params: IdParams, answer: PostRecord }

/** What the OpenAPI document says of each. */
const operations = {
  listPosts: delivery({
    id: 'listPosts',
    group: 'Articles',
    summary: 'A window of the posts of a live blog; also by a former slug of its story',
    params: KeyParams,
    query: PostWindowQuery,
    answer: PostWindow,
    refusals: [410],
  }),
  listPostRecords: editorial({
    id: 'listPostRecords',
    group,
    summary: 'Posts of a story by their displayed time, newest first, drafts among them',
    params: IdParams,
    query: PostQuery,
    answer: pageOf(PostRecord),
  }),
  createPost: editorial({
    ...{ id: 'createPost', ...onOne, isVersioned: false },
    summary: 'A new post of a live blog, as a draft',
    body: PostInput,
    status: 201,
    refusals: [409, 422],
  }),
  getPostRecord: editorial({ id: 'getPostRecord', ...onOne, summary: 'One post with its newest content' }),
  revisePost: editorial({
    ...{ id: 'revisePost', ...onOne },
    summary: 'A new revision of a post; readers see nothing of it',
    body: PostPatch,
    refusals: [409, 412, 422],
  }),
  publishPost: editorial({
    ...{ id: 'publishPost', ...onOne },
    summary: 'Show a revision of a post to readers, and nothing else of its story',
    body: PublishPostInput,
    refusals: [409, 412, 422],
  }),
  withdrawPost: editorial({
    ...{ id: 'withdrawPost', ...onOne },
    summary: 'Take a post from readers',
    body: WithdrawPostInput,
    refusals: [409, 412],
  }),
  deletePost: editorial({
    ...{ id: 'deletePost', group, params: IdParams, answer: null, status: 204, isVersioned: true },
    summary: 'Remove a post that was never live',
    refusals: [409, 412],
  }),
}

export function postRoutes(app: FastifyInstance): void {
  app.get<{ Params: { idOrSlug: string } }>('/v1/articles/:idOrSlug/posts', operations.listPosts, async (request) =>
    postsByKey(request.ctx, request.params.idOrSlug, queryOf(request, PostWindowQuery)),
  )
  app.get<ById>('/v1/editorial/articles/:id/posts', operations.listPostRecords, async (request, reply) =>
    sendPage(request, reply, await listPostRecords(request.ctx, request.params.id, queryOf(request, PostQuery))),
  )
  app.post<ById>('/v1/editorial/articles/:id/posts', operations.createPost, async (request, reply) => {
    const post = await createPost(request.ctx, request.params.id, request.body)
    reply.header('location', `/v1/editorial/posts/${post.id}`)
    return sendRecord(reply, post, 201)
  })
  app.get<ById>('/v1/editorial/posts/:id', operations.getPostRecord, async (request, reply) =>
    sendRecord(reply, await postRecord(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/posts/:id', operations.revisePost, async (request, reply) =>
    sendRecord(reply, await revisePost(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/posts/:id/publish', operations.publishPost, async (request, reply) =>
    sendRecord(reply, await publishPost(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/posts/:id/withdraw', operations.withdrawPost, async (request, reply) =>
    sendRecord(reply, await withdrawPost(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.delete<ById>('/v1/editorial/posts/:id', operations.deletePost, async (request, reply) => {
    await deletePost(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
}
