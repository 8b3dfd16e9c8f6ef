import type { Ctx } from '../core/ctx.ts'
import { OutboundError } from '../core/outbound.ts'
import { nextAttemptAt } from '../webhooks/retries.ts'

/** Feeds that a hub is told of in one request. */
const atOnce = 50

const timeoutMs = 10_000

/** Ms for which a worker has what it claimed: longer than a request lasts. */
const claimMs = 30_000

interface Ping {
  url: string
  number: bigint
  attempts: number
  createdAt: Date
}

/**
 * Tells the hub of feeds that are due. A feed that changes again meanwhile is told of again; one that the hub does not take is tried for
 * three days, at the times of webhooks. True when there may be more.
 * @throws OutboundError or the hub's refusal, after the next try is noted.
 */
export async function pingHub(ctx: Ctx, hubUrl: string, signal: AbortSignal): Promise<boolean> {
  const claimed = await claimPings(ctx)
  if (claimed.length === 0) return false
  try {
    await tellHub(ctx, hubUrl, claimed, signal)
  } catch (error) {
    await putOff(ctx, claimed)
    throw error
  }
  await endPings(ctx, claimed)
  return claimed.length === atOnce
}

async function claimPings(ctx: Ctx): Promise<Ping[]> {
  const now = await ctx.databaseNow(ctx.db)
  const until = new Date(now.getTime() + claimMs)
  return ctx.db.$queryRaw`
    WITH due AS (
      SELECT url FROM hub_ping WHERE "nextAttemptAt" <= ${now}::timestamptz ORDER BY "nextAttemptAt"
      LIMIT ${atOnce} FOR UPDATE SKIP LOCKED
    )
    UPDATE hub_ping SET "nextAttemptAt" = ${until}::timestamptz FROM due WHERE hub_ping.url = due.url
    RETURNING hub_ping.url, hub_ping.number, hub_ping.attempts, hub_ping."createdAt"`
}

/** How publishers tell a hub: https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.3.html#rfc.section.7.1, which WebSub left open. */
async function tellHub(ctx: Ctx, hubUrl: string, pings: Ping[], signal: AbortSignal): Promise<void> {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const { url } of pings) form.append('hub.url', url)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const { status } = await ctx.outbound.request(hubUrl, {
    method: 'POST',
    headers,
    body: form.toString(),
    timeoutMs,
    signal,
  })
  if (status < 200 || status > 299)
    throw new OutboundError('reset', `the hub answered ${status} to ${pings.length} feeds`)
}

/** What changed since it was claimed stays, due at once. */
async function endPings(ctx: Ctx, pings: Ping[]): Promise<void> {
  const now = await ctx.databaseNow(ctx.db)
  const claimed = JSON.stringify(pings.map(({ url, number }) => ({ url, number: String(number) })))
  await ctx.db.$executeRaw`
    WITH told AS (SELECT * FROM jsonb_to_recordset(${claimed}::jsonb) AS it (url text, number bigint)),
    ended AS (DELETE FROM hub_ping USING told WHERE hub_ping.url = told.url AND hub_ping.number = told.number)
    UPDATE hub_ping SET attempts = 0, "createdAt" = ${now}::timestamptz, "nextAttemptAt" = ${now}::timestamptz
    FROM told WHERE hub_ping.url = told.url AND hub_ping.number > told.number`
}

async function putOff(ctx: Ctx, pings: Ping[]): Promise<void> {
  const now = await ctx.databaseNow(ctx.db)
  const tried = pings.map(({ url, attempts, createdAt }) => ({
    url,
    at: nextAttemptAt(attempts + 1, createdAt, now, Math.random())?.toISOString() ?? null,
  }))
  await ctx.db.$executeRaw`
    WITH tried AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(tried)}::jsonb) AS it (url text, at timestamptz)),
    given_up AS (DELETE FROM hub_ping USING tried WHERE hub_ping.url = tried.url AND tried.at IS NULL)
    UPDATE hub_ping SET attempts = attempts + 1, "nextAttemptAt" = tried.at
    FROM tried WHERE hub_ping.url = tried.url AND tried.at IS NOT NULL`
}
