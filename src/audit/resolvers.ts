import { connection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { listAudit } from './editorial.ts'

export const auditResolvers = {
  Query: { audit: (_, args, { ctx }) => listAudit(ctx, args) },
  AuditEntryConnection: connection,
} satisfies Resolvers
