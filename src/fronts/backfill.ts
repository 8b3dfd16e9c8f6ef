import { type ArticleFilter, readArticleFilter } from '../articles/filter.ts'
import { dependsOnList } from '../articles/list.ts'
import { readRows } from '../articles/reading.ts'
import type { LinkRow } from '../articles/rows.ts'
import { chooseDriver, pageSource } from '../articles/scan.ts'
import type { Ctx } from '../core/ctx.ts'
import { maxPageSize } from '../core/page.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { FrontContent } from './front.ts'

interface Wanted {
  columns: Prisma.Sql
  size: number
  /** Ids of stories that are on the front already. */
  but: string[]
}

/** The newest live stories that fill places of a front; none without a backfill. */
export async function newestOf<R extends LinkRow>(ctx: Ctx, content: FrontContent, wanted: Wanted): Promise<R[]> {
  const filter = filterOf(content)
  if (!filter) return []
  const { columns, size, but } = wanted
  await dependsOnList(ctx, filter)
  const request = { filter, sort: null }
  // Places to fill and stories to leave out are a hundred at most together, for that is what a front has.
  const page = { list: 'backfill', after: null, size: Math.min(size + but.length, maxPageSize) }
  const rows = await readRows<R>(ctx, columns, pageSource(request, await chooseDriver(ctx, request), page))
  return rows.filter(({ id }) => !but.includes(id)).slice(0, size)
}

/** The filter of the backfill, in the language of the front where it names none. */
function filterOf({ backfill, locale }: FrontContent): ArticleFilter | null {
  if (!backfill) return null
  const locales = backfill.locales.length === 0 && locale ? [{ any: [locale] }] : backfill.locales
  return readArticleFilter({ ...backfill, locales })
}
