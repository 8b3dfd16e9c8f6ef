import type { Ctx, Transaction } from '../core/ctx.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { ArticleScheduleQuery, type Schedule, ScheduleQuery, toSchedule } from './schedule.ts'

/** One schedule, whatever became of it. @throws not_found */
export async function scheduleById(ctx: Ctx, id: string): Promise<Schedule> {
  allow(ctx.caller, 'article', 'read')
  return toSchedule(await scheduleOr404(ctx.db, id))
}

/** Schedules of all stories, soonest first; see `ScheduleQuery`. */
export async function listSchedules(ctx: Ctx, input: unknown): Promise<Page<Schedule>> {
  allow(ctx.caller, 'article', 'read')
  const { article, ...asked } = parse(ScheduleQuery, input)
  return page(ctx, article?.toLowerCase() ?? null, asked)
}

/** Those of one story. @throws not_found when there is no such story. */
export async function listSchedulesOfArticle(ctx: Ctx, id: string, input: unknown): Promise<Page<Schedule>> {
  allow(ctx.caller, 'article', 'read')
  const asked = parse(ArticleScheduleQuery, input)
  const find = (known: string) => ctx.db.article.findUnique({ where: { id: known }, select: { id: true } })
  const article = await rowOr404('article', id, find)
  return page(ctx, article.id, asked)
}

/** The pending schedules of stories, soonest first, by the story's id; stories without any are left out. */
export async function pendingSchedulesOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, Schedule[]>> {
  allow(ctx.caller, 'article', 'read')
  const rows = await ctx.db.schedule.findMany({
    where: { articleId: { in: ids }, status: 'PENDING' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const byArticle = new Map<string, Schedule[]>()
  for (const row of rows) byArticle.set(row.articleId, [...(byArticle.get(row.articleId) ?? []), toSchedule(row)])
  return byArticle
}

/** The row of one schedule. @throws not_found */
export function scheduleOr404(tx: Transaction, id: string) {
  return rowOr404('schedule', id, (known) => tx.schedule.findUnique({ where: { id: known } }))
}

async function page(ctx: Ctx, articleId: string | null, asked: ArticleScheduleQuery): Promise<Page<Schedule>> {
  const { status, from, to, first, after } = asked
  const list = JSON.stringify(['schedules', articleId, status ?? null, from ?? null, to ?? null])
  const request = readPage({ first, after }, list, 'instant')
  const rows = await ctx.db.schedule.findMany({
    where: {
      ...(articleId && { articleId }),
      ...(status && { status }),
      at: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) },
      AND: [behind(request.after)],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ at, id }) => ({ key: at.toISOString(), id }), toSchedule)
}

function behind(after: { key: string; id: string } | null): Prisma.ScheduleWhereInput {
  if (!after) return {}
  const at = new Date(after.key)
  return { at: { gte: at }, OR: [{ at: { gt: at } }, { id: { gt: after.id } }] }
}
