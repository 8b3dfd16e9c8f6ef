import { expect } from 'vitest'
import { catalogue, type ErrorCode } from '../../src/core/errors.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer } from '../helpers/ask.ts'

/** Arrays in arrays, as text. */
export const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

/** What a refused request leaves behind: nothing. Helpers that see to it. */
export function refusalsOf({ db, app, keys }: Newsroom) {
  /** How many rows each table has. */
  async function rowCounts(): Promise<Record<string, number>> {
    const tables = db as unknown as Record<string, { count(): Promise<number> }>
    const models = Object.values(Prisma.ModelName).map(
      (model) => [model, tables[model.charAt(0).toLowerCase() + model.slice(1)]] as const,
    )
    return Object.fromEntries(await Promise.all(models.map(async ([model, table]) => [model, await table?.count()])))
  }

  /** Every refusal has a code, says where and what to do, and leaves nothing behind. */
  async function expectRefusal(
    ask: () => Promise<Answer<unknown>>,
    { code, paths }: { code: string; paths?: string[] },
  ) {
    const before = await rowCounts()
    const answer = await ask()
    expect(answer, answer.text).toMatchObject({ code, ...(paths && { paths }) })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toMatch(/prisma|postgres|SELECT|node_modules|stack/i)
    expect(await rowCounts()).toEqual(before)
  }

  /** Sends these very bytes; either face's answer, told alike. */
  const raw = (method: 'POST' | 'PATCH', url: string, payload: string | Buffer) => async () => {
    const headers = { authorization: `Bearer ${keys.editor}`, 'content-type': 'application/json' }
    const answer = await app.inject({ method, url, headers, payload })
    const { code, errors } = answer.json()
    const first = errors?.[0]
    const known: ErrorCode = code ?? first?.extensions?.code
    return {
      status: catalogue[known]?.status ?? answer.statusCode,
      code: known,
      paths: [],
      data: null,
      text: answer.body,
      headers: answer.headers,
    } satisfies Answer<unknown>
  }

  return { rowCounts, expectRefusal, raw }
}
