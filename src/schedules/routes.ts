import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendPage, sendRecord } from '../rest/respond.ts'
import { cancelSchedule, changeSchedule, scheduleArticle } from './editorial.ts'
import { listSchedules, listSchedulesOfArticle, scheduleById } from './lists.ts'
import { ArticleScheduleQuery, Schedule, ScheduleInput, SchedulePatch, ScheduleQuery } from './schedule.ts'

export const scheduleShapes = [Schedule, ScheduleInput, SchedulePatch]

type ById = { Params: { id: string } }

const group = 'Editorial: schedules'

/** What the OpenAPI document says of each. */
const operations = {
  scheduleArticle: editorial({
    id: 'scheduleArticle',
    group,
    summary: 'Publish or withdraw a story at a time to come',
    params: IdParams,
    body: ScheduleInput,
    answer: Schedule,
    status: 201,
    refusals: [409, 412, 422],
  }),
  listSchedulesOfArticle: editorial({
    id: 'listSchedulesOfArticle',
    group,
    summary: 'The schedules of a story, soonest first',
    params: IdParams,
    query: ArticleScheduleQuery,
    answer: pageOf(Schedule),
  }),
  listSchedules: editorial({
    id: 'listSchedules',
    group,
    summary: 'The schedules of all stories, soonest first',
    query: ScheduleQuery,
    answer: pageOf(Schedule),
  }),
  getSchedule: editorial({
    id: 'getSchedule',
    group,
    summary: 'One schedule, and what became of it',
    params: IdParams,
    answer: Schedule,
  }),
  changeSchedule: editorial({
    id: 'changeSchedule',
    group,
    summary: 'Another time or revision for a pending schedule',
    params: IdParams,
    body: SchedulePatch,
    answer: Schedule,
    refusals: [409, 412, 422],
  }),
  cancelSchedule: editorial({
    id: 'cancelSchedule',
    group,
    summary: 'Call a pending schedule off',
    params: IdParams,
    answer: Schedule,
    refusals: [409, 412],
  }),
}

export function scheduleRoutes(app: FastifyInstance): void {
  app.post<ById>('/v1/editorial/articles/:id/schedule', operations.scheduleArticle, async (request, reply) => {
    const schedule = await scheduleArticle(request.ctx, request.params.id, request.body, ifMatch(request))
    reply.header('location', `/v1/editorial/schedules/${schedule.id}`)
    return sendRecord(reply, schedule, 201)
  })
  app.get<ById>('/v1/editorial/articles/:id/schedules', operations.listSchedulesOfArticle, async (request, reply) => {
    const query = queryOf(request, ArticleScheduleQuery)
    return sendPage(request, reply, await listSchedulesOfArticle(request.ctx, request.params.id, query))
  })
  app.get('/v1/editorial/schedules', operations.listSchedules, async (request, reply) =>
    sendPage(request, reply, await listSchedules(request.ctx, queryOf(request, ScheduleQuery))),
  )
  app.get<ById>('/v1/editorial/schedules/:id', operations.getSchedule, async (request, reply) =>
    sendRecord(reply, await scheduleById(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/schedules/:id', operations.changeSchedule, async (request, reply) =>
    sendRecord(reply, await changeSchedule(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.delete<ById>('/v1/editorial/schedules/:id', operations.cancelSchedule, async (request, reply) =>
    sendRecord(reply, await cancelSchedule(request.ctx, request.params.id, ifMatch(request))),
  )
}
