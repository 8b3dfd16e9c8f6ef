import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../core/ctx.ts'
import { attemptDelivery } from './attempt.ts'
import { type Claimed, claimDeliveries, leaseMs, type Places, renewClaims } from './claim.ts'
import { recordOutcome, releaseDelivery } from './outcome.ts'

/** Ms between renewals of what is under way: several in the time of a claim, so that one may fail. */
const renewEveryMs = leaseMs / 4

/** Ms to wait for others that end together, so that one claim serves them all. */
const gatherMs = 3

export interface DeliveryLimits {
  /** Ms for one attempt. */
  timeoutMs: number
  /** Deliveries under way in this process at most, and those of them to endpoints that are failing. */
  atOnce: Places
  /** Ms between looks for what has become due, while others are under way. */
  lookEveryMs: number
}

/**
 * Sends what is due until nothing is, and nothing is under way. A receiver that hangs holds its own place only: as soon as another
 * one is free, or something is due, that is sent.
 */
export async function deliverDue(ctx: Ctx, signal: AbortSignal, limits: DeliveryLimits): Promise<void> {
  const underWay = new Map<string, Claimed>()
  const faults: unknown[] = []
  const renewing = setInterval(() => {
    // One that fails is made good by the next; a claim that runs out all the same costs a duplicate.
    if (underWay.size > 0) void renewClaims(ctx, [...underWay.keys()]).catch(() => undefined)
  }, renewEveryMs)
  await sendAll(ctx, signal, limits, { underWay, faults }).finally(() => clearInterval(renewing))
  if (faults.length > 0) throw faults[0]
}

/** What is being sent, by id, and what went wrong on our side: thrown when the run ends. */
interface Sending {
  underWay: Map<string, Claimed>
  faults: unknown[]
}

async function sendAll(ctx: Ctx, signal: AbortSignal, limits: DeliveryLimits, sending: Sending): Promise<void> {
  const { underWay, faults } = sending
  let wake = () => {}
  const start = (delivery: Claimed) => {
    underWay.set(delivery.id, delivery)
    deliver(ctx, delivery, signal, limits.timeoutMs)
      .catch((error: unknown) => faults.push(error))
      .finally(() => {
        underWay.delete(delivery.id)
        wake()
      })
  }
  let canClaim = true
  const claim = (places: Places) =>
    claimDeliveries(ctx, places).catch((error: unknown) => {
      // What is under way is still brought to its end, with its claims renewed.
      canClaim = false
      faults.push(error)
      return []
    })
  for (;;) {
    const places = placesLeft(limits.atOnce, underWay)
    const mayStart = places.all > 0 && !signal.aborted && canClaim
    // What ends during the claim may let another go, so only a claim with nothing under way is the last.
    const wasIdle = underWay.size === 0
    for (const delivery of mayStart ? await claim(places) : []) start(delivery)
    if (underWay.size > 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limits.lookEveryMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    else if (wasIdle) return
    await wait(gatherMs)
  }
}

function placesLeft(atOnce: Places, underWay: ReadonlyMap<string, Claimed>): Places {
  const failing = [...underWay.values()].filter(({ isFailing }) => isFailing).length
  return { all: atOnce.all - underWay.size, failing: Math.max(0, atOnce.failing - failing) }
}

async function deliver(ctx: Ctx, delivery: Claimed, signal: AbortSignal, timeoutMs: number): Promise<void> {
  try {
    await recordOutcome(ctx, delivery, await attemptDelivery(ctx, delivery, { timeoutMs, signal }))
  } catch (error) {
    if (!signal.aborted) throw error
    await releaseDelivery(ctx, delivery)
  }
}
