import type { Subscriptions, ToldContext } from '../graphql/subscriptions.ts'
import { type PublishedInput, subscribeToPublished, subscribeToUpdates, type UpdatedInput } from './subscriptions.ts'

/** How each subscription begins. */
export const streamSubscriptions: Subscriptions = {
  articlePublished: (args, { ctx }) => subscribeToPublished(ctx, args as unknown as PublishedInput),
  articleUpdated: (args, { ctx }) => subscribeToUpdates(ctx, args as unknown as UpdatedInput),
}

const told = (_: unknown, __: unknown, { article }: ToldContext) => article

/** What each is told. */
export const streamResolvers = { Subscription: { articlePublished: told, articleUpdated: told } }
