import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { apiKey, createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from './keys.ts'
import { listSessions, revokeSession, signOut } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { reinstateUser, suspendUser, updateUser } from './user-changes.ts'
import { createUser, listUsers, me, user } from './users.ts'

export const accountResolvers = {
  Query: {
    me: (_, _args, { ctx }) => orNull(me(ctx)),
    user: (_, { id }, { ctx }) => orNull(user(ctx, id)),
    users: (_, args, { ctx }) => listUsers(ctx, args),
    sessions: (_, args, { ctx }) => listSessions(ctx, args),
    apiKey: (_, { id }, { ctx }) => orNull(apiKey(ctx, id)),
    apiKeys: (_, args, { ctx }) => listApiKeys(ctx, args),
  },
  Mutation: {
    signIn: (_, args, { ctx }) => signIn(ctx, args),
    signOut: (_, _args, { ctx }) => signOut(ctx),
    revokeSession: (_, { id }, { ctx }) => revokeSession(ctx, id),
    createUser: (_, { input }, { ctx }) => createUser(ctx, input),
    updateUser: (_, { id, input, expectedVersion }, { ctx }) => updateUser(ctx, id, input, expectedVersion),
    suspendUser: (_, { id, expectedVersion }, { ctx }) => suspendUser(ctx, id, expectedVersion),
    reinstateUser: (_, { id, expectedVersion }, { ctx }) => reinstateUser(ctx, id, expectedVersion),
    createApiKey: (_, { input }, { ctx }) => createApiKey(ctx, input),
    rotateApiKey: (_, { id, overlapSeconds }, { ctx }) =>
      rotateApiKey(ctx, id, overlapSeconds == null ? {} : { overlapSeconds }),
    revokeApiKey: (_, { id }, { ctx }) => revokeApiKey(ctx, id),
  },
  UserConnection: connection,
  SessionConnection: connection,
  ApiKeyConnection: connection,
} satisfies Resolvers
