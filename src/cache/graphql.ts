import type { Ctx } from '../core/ctx.ts'
import { toKeptAnswer } from './answer.ts'
import type { KeptRoutes } from './rest.ts'
import { bytesOf } from './rest.ts'
import { type KeptAnswer, newSources } from './store.ts'

/** One query that nothing but what is public can answer. */
interface KeepableQuery<T> extends KeptRoutes {
  /** Who asks the same is given the same. */
  name: string
  ctx: Ctx
  contentType: string
  /** Runs the query. */
  run(): Promise<T>
  write(result: T): string
}

/**
 * The answer to a query, kept or made. A result with errors is not kept, for they tell of this request, nor is what a secret opened: it
 * is given as it is.
 */
export async function answerQuery<T extends { errors?: unknown }>(query: KeepableQuery<T>): Promise<KeptAnswer | T> {
  const { keeping, name, ctx, contentType, cdnSeconds, run, write } = query
  let own: T | undefined
  const answer = await keeping.answer(name, async () => {
    const sources = newSources()
    if (keeping.stats()) ctx.sources = sources
    try {
      own = await run()
      if (own.errors || !sources.isShared) return null
      const headers = { 'content-type': `${contentType}; charset=utf-8`, vary: 'Accept, Authorization' }
      return toKeptAnswer({ status: 200, headers, body: bytesOf(write(own)), sources, cdnSeconds })
    } finally {
      delete ctx.sources
    }
  })
  if (answer) return answer
  return own ?? run()
}
