import type { ArticleDraft } from '../articles/article-draft.ts'
import { draftOr404 } from '../articles/drafts.ts'
import { publishArticle, withdrawArticle } from '../articles/publish.ts'
import { submitArticle } from '../articles/workflow.ts'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { partOf } from '../core/idempotency.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { asRefusal } from '../core/translate.ts'
import { scheduleArticle } from '../schedules/editorial.ts'
import { BulkAction, BulkInput, type BulkResult, type BulkResults } from './bulk.ts'
import { relabelArticle } from './labels.ts'

/** Told of what went wrong with a story and is no refusal, so that it can be logged. */
type OnFailure = (id: string, error: unknown) => void

/** One verb, and how it is done to one story. */
interface Order {
  verb: 'revise' | 'schedule' | 'publish' | 'withdraw' | 'submit'
  carryOut(ctx: Ctx, id: string): Promise<ArticleDraft>
}

/**
 * Does one thing to many stories, one after the other in the order of `ids`, each in a transaction of its own and by the same
 * rules as the verb for one story. One that is refused does not stop the others.
 * @throws invalid_input, forbidden when the caller may not do this to any story
 */
export async function bulkArticles(ctx: Ctx, input: unknown, onFailure: OnFailure): Promise<BulkResults> {
  allow(ctx.caller, 'article', 'read')
  const given = parse(BulkInput, input)
  const { verb, carryOut } = orderIn(given)
  allow(ctx.caller, 'article', verb)
  if (given.republish) allow(ctx.caller, 'article', 'publish')
  const results: BulkResult[] = []
  for (const [place, id] of idsOf(given).entries()) {
    const done = carryOut(partOf(ctx, place), id)
    results.push(await done.then(succeeded, (error: unknown) => refused(id, error, onFailure)))
  }
  return { results }
}

function idsOf({ ids }: BulkInput): string[] {
  const known = ids.map((id) => id.toLowerCase())
  const again = known.findIndex((id, place) => known.indexOf(id) < place)
  if (again >= 0) throw invalidInput([{ path: `ids[${again}]`, message: 'is in the list twice' }])
  return known
}

/** The one thing that is asked for. @throws invalid_input for none or several, and for `republish` where there is nothing to show */
function orderIn({ action, republish, note = null }: BulkInput): Order {
  const orders = [...labelOrders(action, { republish: republish ?? false, note }), ...verbOrders(action, note)]
  const [order] = orders
  if (!order || orders.length > 1)
    throw invalidInput([{ path: 'action', message: `must have exactly one of ${actionNames}, not ${orders.length}` }])
  if (republish && order.verb !== 'revise')
    throw invalidInput([{ path: 'republish', message: 'goes with addTags, removeTags and section only' }])
  return order
}

const actionNames = Object.keys(BulkAction.properties).join(', ')

function labelOrders(action: BulkAction, how: { republish: boolean; note: string | null }): Order[] {
  const { addTags, removeTags, section } = action
  const order: Order = { verb: 'revise', carryOut: (ctx, id) => relabelArticle(ctx, id, { action, ...how }) }
  return [addTags ?? undefined, removeTags ?? undefined, section].flatMap((given) => (given === undefined ? [] : order))
}

function verbOrders({ schedule, publish, withdraw, submit }: BulkAction, note: string | null): Order[] {
  return [
    ...(schedule ? [scheduleOrder({ ...schedule, note })] : []),
    ...(publish
      ? [
          {
            verb: 'publish' as const,
            carryOut: (ctx: Ctx, id: string) => publishArticle(ctx, id, { ...publish, note }),
          },
        ]
      : []),
    ...(withdraw
      ? [
          {
            verb: 'withdraw' as const,
            carryOut: (ctx: Ctx, id: string) => withdrawArticle(ctx, id, { ...withdraw, note }),
          },
        ]
      : []),
    ...(submit
      ? [{ verb: 'submit' as const, carryOut: (ctx: Ctx, id: string) => submitArticle(ctx, id, { note }) }]
      : []),
  ]
}

function scheduleOrder(input: object): Order {
  return {
    verb: 'schedule',
    carryOut: async (ctx, id) => {
      const { articleId } = await scheduleArticle(ctx, id, input)
      return draftOr404(ctx, ctx.db, articleId)
    },
  }
}

function succeeded({ id, version }: ArticleDraft): BulkResult {
  return { id, status: 'OK', version, error: null }
}

function refused(id: string, error: unknown, onFailure: OnFailure): BulkResult {
  const refusal = asRefusal(error)
  if (!refusal || refusal.status >= 500) onFailure(id, error)
  const { code, message } =
    refusal ?? new Refusal('internal', 'an internal error; quote the id of the story when you report it')
  return { id, status: 'REFUSED', version: null, error: { code, message } }
}
