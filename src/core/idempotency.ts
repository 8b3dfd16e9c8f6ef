import type { Caller } from './caller.ts'
import { actorOf, principalOf } from './caller.ts'
import { noteChange } from './commit.ts'
import type { Ctx, Transaction } from './ctx.ts'
import { invalidInput, Refusal, shorten } from './errors.ts'
import { type Attempt, isSameRequest, lockAnswer, newAttempt, openAnswer } from './idempotency-secrets.ts'
import { anyChange } from './sources.ts'

/** How long an answer is kept, in ms: a day, within which clients retry. */
export const answerKeptMs = 24 * 60 * 60 * 1_000

/** A request that came with an `Idempotency-Key`. `body`: its bytes as they came; empty when it had none. */
export interface KeyedRequest {
  key: string
  method: string
  url: string
  body: Uint8Array
  /** Where it came from: what tells callers without a key or a name apart. */
  address: string
}

/** Where a part of a keyed request stands: its transactions have the numbers from `first` on, fewer than `room`. */
export interface Retry {
  attempt: Attempt
  first: number
  room: number
  /** A transaction that knows nothing of all this. */
  run: Ctx['tx']
}

/** Parts within a request, parts within a part, and transactions within one: 1,024 of each fit into a step of 31 bits. */
const most = 1_024

/**
 * The context of a request that may have been made before: each of its transactions is done once in 24 hours, and given
 * back from memory after that.
 * @throws invalid_input for a key that is none, idempotency_mismatch when the key was used for another request.
 */
export async function retryable(ctx: Ctx, request: KeyedRequest): Promise<Ctx> {
  if (!/^[\x21-\x7e]{1,255}$/.test(request.key))
    throw invalidInput([
      { path: 'Idempotency-Key', message: 'must be 1 to 255 visible ASCII characters, such as a UUID, given once' },
    ])
  const attempt = newAttempt(request, callerName(ctx.caller, request.address), await ctx.databaseNow(ctx.db))
  const known = await ctx.db.idempotencyRecord.findFirst({
    where: { hash: attempt.hash, createdAt: { gt: expiredAt(attempt) } },
    orderBy: { step: 'asc' },
    select: { fingerprint: true },
  })
  if (known) requireSame(attempt, known.fingerprint)
  return counting(ctx, { attempt, first: 0, room: most ** 3, run: ctx.tx })
}

/**
 * The context of one part of a request: one item of a bulk request, by its place in it. Parts are told apart by `place`
 * (0 to 1,022), so that one that is refused does not move the others. Without an `Idempotency-Key`, `ctx` itself.
 * @throws limit_exceeded
 */
export function partOf(ctx: Ctx, place: number): Ctx {
  if (!ctx.retry) return ctx
  const { first, room } = ctx.retry
  if (room < most ** 2) throw new Error('a part of a part of a request has no parts')
  return counting(ctx, { ...ctx.retry, first: first + inRange(place + 1) * (room / most), room: room / most })
}

/** The context of the next field of a GraphQL mutation: its fields run one after the other, in the order of the document. */
export function nextPart(ctx: Ctx): Ctx {
  return ctx.retry ? partOf(ctx, ctx.retry.attempt.parts++) : ctx
}

/** The context for what has to happen each time that a request is made, such as counting its tries. */
export function everyTime(ctx: Ctx): Ctx {
  const { retry, ...rest } = ctx
  return retry ? { ...rest, tx: retry.run } : ctx
}

/** Whether this request was answered from memory alone. */
export function isReplay({ retry }: Ctx): boolean {
  return retry !== undefined && retry.attempt.replayed > 0 && retry.attempt.done === 0
}

/** Strangers share no keys with each other: without a name, an address stands for the caller. */
function callerName(caller: Caller, address: string): string {
  return principalOf(caller) ?? (caller.kind === 'anonymous' ? `anonymous at ${address}` : actorOf(caller))
}

function counting(ctx: Ctx, retry: Retry): Ctx {
  let begun = 0
  const nextStep = () => retry.first + inRange(begun++)
  return { ...ctx, retry, tx: (work) => once(retry, nextStep(), work) }
}

function inRange(n: number): number {
  if (n < most) return n
  throw new Refusal('limit_exceeded', `with an Idempotency-Key a request does at most ${most - 1} things; divide it`)
}

async function once<T>({ attempt, run }: Retry, step: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { value, isReplayed } = await behindTwin(`${attempt.name}/${step}`, () =>
    run(async (tx) => {
      const answer = await claim(tx, attempt, step)
      if (answer) {
        await noteReplay(tx)
        return { value: openAnswer(attempt, step, answer) as T, isReplayed: true }
      }
      const value = await work(tx)
      const result = lockAnswer(attempt, step, value)
      await tx.$executeRaw`UPDATE idempotency_record SET result = ${result} WHERE hash = ${attempt.hash} AND step = ${step}`
      return { value, isReplayed: false }
    }),
  )
  attempt[isReplayed ? 'replayed' : 'done']++
  return value
}

/** Whoever did it first may still be waiting until no process gives the old version: so does a twin elsewhere. */
async function noteReplay(tx: Transaction): Promise<void> {
  const head = await tx.journalHead.findUnique({ where: { id: 1 }, select: { number: true } })
  if (head) noteChange(tx, head.number, [anyChange])
}

/**
 * Makes this step the caller's to do, until the transaction ends; null. Or the answer, when it was done before: a twin that is
 * doing it now is waited for by the unique index. What has expired counts as never done.
 */
async function claim(tx: Transaction, attempt: Attempt, step: number): Promise<Uint8Array | null> {
  const { hash, fingerprint, now } = attempt
  const claimed = await tx.$executeRaw`
    INSERT INTO idempotency_record AS known (hash, step, fingerprint, result, "createdAt")
    VALUES (${hash}, ${step}, ${fingerprint}, ''::bytea, ${now})
    ON CONFLICT (hash, step) DO UPDATE
    SET fingerprint = excluded.fingerprint, result = excluded.result, "createdAt" = excluded."createdAt"
    WHERE known."createdAt" <= ${expiredAt(attempt)}`
  if (claimed > 0) return null
  const known = await tx.idempotencyRecord.findUniqueOrThrow({ where: { hash_step: { hash, step } } })
  requireSame(attempt, known.fingerprint)
  return known.result
}

function requireSame(attempt: Attempt, fingerprint: Uint8Array): void {
  if (isSameRequest(attempt, fingerprint)) return
  throw new Refusal(
    'idempotency_mismatch',
    `the Idempotency-Key '${shorten(attempt.key)}' was used for another request within 24 hours; send a new one`,
  )
}

function expiredAt({ now }: Attempt): Date {
  return new Date(now.getTime() - answerKeptMs)
}

const underWay = new Map<string, Promise<unknown>>()

/** Twins in this process wait here, so that they do not hold a connection to the database each. */
async function behindTwin<T>(name: string, run: () => Promise<T>): Promise<T> {
  const own = (underWay.get(name) ?? Promise.resolve()).then(run, run)
  underWay.set(name, own)
  try {
    return await own
  } finally {
    if (underWay.get(name) === own) underWay.delete(name)
  }
}
