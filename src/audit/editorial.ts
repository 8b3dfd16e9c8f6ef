import type { Ctx } from '../core/ctx.ts'
import { type Page, readPage, toPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { Prisma } from '../db/generated/client.ts'
import { type AuditEntry, AuditQuery, toAuditEntry } from './audit-entry.ts'

/** What happened, newest first; an entry must meet all that is given. `from` belongs to the range, `to` does not. */
export async function listAudit(ctx: Ctx, input: unknown): Promise<Page<AuditEntry>> {
  allow(ctx.caller, 'audit', 'read')
  const { first, after, ...filter } = parse(AuditQuery, input)
  const request = readPage({ first, after }, `audit:${JSON.stringify(Object.entries(filter).sort())}`, 'journal')
  const rows = await ctx.db.journalEntry.findMany({
    where: { ...matching(filter), ...(request.after && { number: { lt: BigInt(request.after.key) } }) },
    orderBy: { number: 'desc' },
    take: request.size + 1,
  })
  return toPage(rows, request, ({ number, id }) => ({ key: String(number), id }), toAuditEntry)
}

function matching({ type, actor, subject, from, to }: AuditQuery): Prisma.JournalEntryWhereInput {
  return {
    ...(type && { type: type.endsWith('*') ? { startsWith: type.slice(0, -1) } : type }),
    ...(actor && (uuidPattern.test(actor) ? { actorId: actor } : { actor })),
    ...(subject && { subjectId: subject }),
    ...((from || to) && { occurredAt: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) } }),
  }
}
