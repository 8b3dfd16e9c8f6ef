import type { ArticleDraft } from '../articles/article-draft.ts'
import { connection, loadBy, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { cancelSchedule, changeSchedule, scheduleArticle } from './editorial.ts'
import { listSchedules, pendingSchedulesOfArticles, scheduleById } from './lists.ts'
import type { Schedule } from './schedule.ts'

export const scheduleResolvers = {
  Query: {
    schedule: (_, { id }, { ctx }) => orNull(scheduleById(ctx, id)),
    schedules: (_, args, { ctx }) => listSchedules(ctx, args),
  },
  Mutation: {
    scheduleArticle: (_, { id, expectedVersion, ...input }, { ctx }) =>
      scheduleArticle(ctx, id, input, expectedVersion),
    changeSchedule: (_, { id, expectedVersion, ...input }, { ctx }) => changeSchedule(ctx, id, input, expectedVersion),
    cancelSchedule: (_, { id, expectedVersion }, { ctx }) => cancelSchedule(ctx, id, expectedVersion),
  },
  ScheduleConnection: connection,
} satisfies Resolvers

export const scheduleLoaders = {
  ArticleDraft: {
    schedules: loadBy<GraphqlContext, ArticleDraft, Schedule[]>(pendingSchedulesOfArticles, ({ id }) => id, []),
  },
}
